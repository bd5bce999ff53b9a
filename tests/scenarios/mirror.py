"""A second commune like the first: every row once more under another key, with its own words.

So whatever one commune can name in a form has its twin in the other: the same kind of thing, in
the same state, at `key - FAR`. In the words of the twin blanks are written "~", so that a sentence
of the first commune is never part of one of the second.
"""

from __future__ import annotations

import json
import re
import uuid
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db import connection, models
from tests.scenarios.kept import columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FAR = 1_000_000
"""Keys from here on are the second commune's, those of rows made later too."""
MIRRORED = (
    "accounts", "councils", "decisions", "emulation", "nominations", "organizations", "planning",
    "records", "reports",
)  # fmt: skip
NAMES = {
    "organizations.Person": ("full_name",),
    "organizations.Unit": ("name", "place"),
    "organizations.Household": ("head_name",),
    "organizations.Initiative": ("title",),
    "nominations.Nomination": ("achievement",),
    "nominations.NominationStep": ("reason",),
    "emulation.Movement": ("title",),
}
"""Where names and sentences stand that no page has by itself."""
KEYS_BY_HAND = {"subject", "target", "by", "body_id"}
"""Columns that hold a key without saying so to Django."""


@contextmanager
def mirrored() -> Iterator[None]:
    """Write the twin of every row that belongs to a commune; what is made later is on its side."""
    _write_twins()
    if connection.vendor != "postgresql":  # SQLite goes on after the highest key
        yield
        return
    before = {table: _last_key(table) for table in _numbered()}
    _set_last_keys(dict.fromkeys(before, 2 * FAR))
    try:
        yield
    finally:  # PostgreSQL does not take that back with the rest
        _set_last_keys(before)


def _numbered() -> list[str]:
    models_ = [each for each in mirrored_models() if columns(each)[0] == "id"]
    return [each._meta.db_table for each in models_]


def _last_key(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT last_value FROM {table}_id_seq")  # noqa: S608 - our own tables
        return int(cursor.fetchone()[0])


def _set_last_keys(keys: dict[str, int]) -> None:
    with connection.cursor() as cursor:
        for table, key in keys.items():
            cursor.execute("SELECT setval(pg_get_serial_sequence(%s, 'id'), %s)", [table, key])


def _write_twins() -> None:
    with connection.cursor() as cursor:
        for model in mirrored_models():
            quote = connection.ops.quote_name
            table, names = quote(model._meta.db_table), columns(model)
            listed = ", ".join(map(quote, names))
            cursor.execute(f"SELECT {listed} FROM {table}")  # noqa: S608 - our own tables
            rows = [_twin(model, names, row) for row in cursor.fetchall()]
            places = ", ".join(["%s"] * len(names))
            cursor.executemany(f"INSERT INTO {table} ({listed}) VALUES ({places})", rows)  # noqa: S608


def mirrored_models() -> list[type[models.Model]]:
    """Return the tables that are mirrored, those that point before those they point to."""
    every = reversed(apps.get_models(include_auto_created=True))
    return [each for each in every if each._meta.app_label in MIRRORED and each._meta.managed]


def foreign_names() -> set[str]:
    """Return the names that only the first commune and its neighbour have."""
    found: set[str] = set()
    for label, fields in NAMES.items():
        rows = apps.get_model(label)._default_manager.filter(pk__lt=FAR)
        found |= {text for row in rows.values_list(*fields) for text in row if " " in text}
    return found


def _twin(model: type[models.Model], names: Sequence[str], row: Sequence[Any]) -> list[Any]:
    fields = {field.column: field for field in model._meta.local_concrete_fields}
    return [_other(fields[name], value) for name, value in zip(names, row, strict=True)]


def _other(field: models.Field[Any, Any], value: Any) -> Any:
    """Return what the twin has in a column; what is neither key nor word is the same."""
    if value is None or _is_key(field):
        return value + FAR if isinstance(value, int) else value
    if field.attname == "path" and field.model.__name__ == "Unit":
        return re.sub(r"\d+", lambda found: str(int(found[0]) + FAR), value)
    match field:
        case models.UUIDField():
            return uuid.uuid5(uuid.UUID(str(value)), "twin").hex
        case models.JSONField():
            kept = value if isinstance(value, str) else json.dumps(value)
            return json.dumps(_said_otherwise(json.loads(kept)))
        case models.CharField() | models.TextField() if not field.choices:
            is_json = value.startswith(("{", "["))
            return value if is_json else value.replace(" ", "~") + "~" * field.unique
    return value


def _said_otherwise(value: Any) -> Any:
    """Return JSON with its sentences marked; keys stay."""
    if isinstance(value, dict):
        return {key: _said_otherwise(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_said_otherwise(each) for each in value]
    return value.replace(" ", "~") if isinstance(value, str) else value


def _is_key(field: models.Field[Any, Any]) -> bool:
    if field.attname in KEYS_BY_HAND and isinstance(field, models.BigIntegerField):
        return True
    of = field.related_model if field.is_relation else field.model if field.primary_key else None
    return isinstance(of, type) and of._meta.app_label in MIRRORED
