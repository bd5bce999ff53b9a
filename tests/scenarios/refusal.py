"""A refusal as it must be: the sentence to the letter, its field, and not one row changed."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from django.apps import apps
from django.db import connection

from vinhdanh.kernel.errors import DomainError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.backends.utils import CursorWrapper

TIME = re.compile(r"lúc \d\d:\d\d")


@contextmanager
def refused(
    sentence: str, *, field: str = "", error: type[DomainError] = DomainError
) -> Iterator[None]:
    """Expect the block to be refused with this sentence and to leave every table as it was.

    A time of day may be written "lúc …" in the sentence, whatever it is.
    """
    before = content()
    with pytest.raises(error) as caught:
        yield
    said = caught.value.message
    assert sentence in (said, TIME.sub("lúc …", said))
    assert caught.value.field == field
    assert content() == before


def content() -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of every table of the project."""
    tables = [
        model._meta.db_table
        for model in apps.get_models()
        if model.__module__.startswith("vinhdanh.")
    ]
    with connection.cursor() as cursor:
        return {table: _rows(cursor, table) for table in tables}


def _rows(cursor: CursorWrapper, table: str) -> list[tuple[Any, ...]]:
    cursor.execute(f"SELECT * FROM {table} ORDER BY id")  # noqa: S608 - names of our own tables
    return list(cursor.fetchall())
