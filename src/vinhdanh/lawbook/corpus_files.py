"""Reading the corpus: dated rows, each in force from a day (included) to a day (excluded)."""

from __future__ import annotations

import datetime as dt
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterable


@cache
def corpus(name: str) -> Any:
    """Return the content of one file of the corpus."""
    text = files("vinhdanh.lawbook").joinpath("corpus", f"{name}.yaml").read_text("utf-8")
    return yaml.safe_load(text)


def in_force(rows: Iterable[dict[str, Any]], *, as_of: dt.date) -> list[dict[str, Any]]:
    """Return the rows in force on the day, in the order of the file."""
    return [row for row in rows if row["from"] <= as_of < row.get("to", dt.date.max)]
