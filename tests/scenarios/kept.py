"""Stages of a scenario, brought about once per process and then put back row by row.

Most tests begin at the same few stages, and the services that lead there take most of a test's
time. A function marked `@kept` is really run the first time it is called in a given state of the
database; what it wrote is remembered, and the next time the very rows are written at once.

    @kept
    def sent(commune): ...

It is remembered only where nothing but kept functions has written since the test began (`watch`),
and only for arguments that can be told apart. Otherwise the function simply runs.
"""

from __future__ import annotations

import datetime as dt
import pickle
from collections import defaultdict
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, fields, is_dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any, ParamSpec, TypeAlias, TypeVar

from django.apps import apps
from django.db import connection, models

from vinhdanh.accounts.actor import Actor
from vinhdanh.kernel import clock

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

Row: TypeAlias = tuple[Any, ...]
Tables: TypeAlias = dict[str, dict[Any, Row]]
P = ParamSpec("P")
R = TypeVar("R")

HARMLESS = ("SELECT", "SAVEPOINT", "RELEASE", "ROLLBACK TO", "EXPLAIN", "PRAGMA")


@dataclass(slots=True)
class Watch:
    """What is known of the database in this test."""

    state: int | None = -1
    """A number for the kept calls that led here; None as soon as anything else has written."""
    is_restoring: bool = False

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, *rest: Any) -> Any:
        if not self.is_restoring and not sql.lstrip(" (").upper().startswith(HARMLESS):
            self.state = None
        return execute(sql, params, *rest)


@dataclass(frozen=True, slots=True)
class Change:
    """What a call wrote, and what it returned."""

    inserted: dict[str, list[Row]]
    updated: dict[str, list[Row]]
    returned: bytes


class UnknownArgumentError(Exception):
    """An argument that cannot be told apart from another."""


_watch: ContextVar[Watch | None] = ContextVar("watch", default=None)
_changes: dict[Hashable, Change | None] = {}
_states: dict[Hashable, int] = {}


@contextmanager
def watch() -> Iterator[None]:
    """Begin a test on the untouched database."""
    watching = Watch()
    token = _watch.set(watching)
    try:
        with connection.execute_wrapper(watching):
            yield
    finally:
        _watch.reset(token)


def kept(function: Callable[P, R]) -> Callable[P, R]:
    """Remember what a function wrote, and write it again instead of running it."""

    @wraps(function)
    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        watching = _watch.get()
        if watching is None or watching.state is None:
            return function(*args, **kwargs)
        try:
            given = (named(args), named(kwargs))
        except UnknownArgumentError:
            return function(*args, **kwargs)
        key = (watching.state, clock.today(), function.__module__, function.__qualname__, given)
        if key not in _changes:
            before = rows_of_all()
            returned = function(*args, **kwargs)
            _changes[key] = change(before, rows_of_all(), returned)
        elif (known := _changes[key]) is not None:
            restore(known, watching)
            returned = pickle.loads(known.returned)  # noqa: S301 - we dumped it
        else:
            return function(*args, **kwargs)
        watching.state = None if _changes[key] is None else _states.setdefault(key, len(_states))
        return returned

    return call


def named(value: Any) -> Hashable:
    """Return what tells an argument apart from every other."""
    match value:
        case None | bool() | int() | str() | dt.date():
            return (type(value).__name__, value)
        case models.Model() if value.pk is not None:
            return (value._meta.label, value.pk)
        case Actor():
            return ("actor", value.user.pk)
        case dict():
            return tuple((key, named(each)) for key, each in value.items())
        case list() | tuple():
            return tuple(named(each) for each in value)
        case _ if is_dataclass(value) and not isinstance(value, type):
            parts = {each.name: getattr(value, each.name) for each in fields(value)}
            return (type(value).__name__, named(parts))
    raise UnknownArgumentError


def tables() -> list[type[models.Model]]:
    """Return every table, those that point before those they point to.

    So the parts of a decided item are written before the item that freezes them.
    """
    return [*reversed(apps.get_models(include_auto_created=True))]


def columns(model: type[models.Model]) -> list[str]:
    """Return the columns one writes, the key first."""
    key = model._meta.pk.column
    assert key
    written = [each.column for each in model._meta.local_concrete_fields if not each.generated]
    return [key, *(name for name in written if name and name != key)]


def rows_of_all() -> Tables:
    """Return every row of every table by its key, as the database gives it."""
    return rows_of(model for model in tables() if model._meta.managed and not model._meta.proxy)


def rows_of(some: Iterable[type[models.Model]]) -> Tables:
    """Return every row of some tables by its key."""
    found: Tables = {}
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        for model in some:
            names = ", ".join(quote(name) for name in columns(model))
            cursor.execute(f"SELECT {names} FROM {quote(model._meta.db_table)}")  # noqa: S608
            found[model._meta.label] = {row[0]: tuple(row) for row in cursor.fetchall()}
    return found


def change(before: Tables, after: Tables, returned: object) -> Change | None:
    """Return what happened between two looks; None where it cannot be put back so."""
    inserted: dict[str, list[Row]] = defaultdict(list)
    updated: dict[str, list[Row]] = defaultdict(list)
    for label, rows in after.items():
        old = before[label]
        if old.keys() - rows.keys():
            return None
        for key, row in rows.items():
            if key not in old:
                inserted[label].append(row)
            elif row != old[key]:
                updated[label].append((*row[1:], key))
    return Change(inserted, updated, pickle.dumps(returned))


def restore(known: Change, watching: Watch) -> None:
    """Write the rows of a call that was made before."""
    watching.is_restoring = True
    try:
        with connection.cursor() as cursor:
            for label, rows in known.inserted.items():
                table, names = _table(label)
                places = ", ".join(["%s"] * len(names))
                cursor.executemany(
                    f"INSERT INTO {table} ({', '.join(names)}) VALUES ({places})",  # noqa: S608
                    rows,
                )
            for label, rows in known.updated.items():
                table, (key, *names) = _table(label)
                pairs = ", ".join(f"{name} = %s" for name in names)
                change = f"UPDATE {table} SET {pairs} WHERE {key} = %s"  # noqa: S608
                cursor.executemany(change, rows)
    finally:
        watching.is_restoring = False


def _table(label: str) -> tuple[str, Sequence[str]]:
    quote = connection.ops.quote_name
    model = apps.get_model(label)
    return quote(model._meta.db_table), [quote(name) for name in columns(model)]
