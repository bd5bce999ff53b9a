"""The calendar years of a corpus, read as the calendar reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from vinhdanh.lawbook.calendar_data import read_year
from vinhdanh.lawbook.errors import CorpusError
from vinhdanh.lawbook.loading.files import CALENDAR

if TYPE_CHECKING:
    from vinhdanh.lawbook.loading.files import Files


def check_calendar(files: Files) -> None:
    """Raise CorpusError where a year of the calendar could not be read."""
    for name, data in files.items():
        if name.startswith(f"{CALENDAR}/"):
            _check_year(name, data)


def _check_year(name: str, data: bytes) -> None:
    year = name.removeprefix(f"{CALENDAR}/").removesuffix(".yaml")
    if not (year.isdecimal() and len(year) == len("2026")):
        fix = "name the file for its year, such as 2026.yaml."
        raise CorpusError(f"{year!r} is no year.", file=name, line=1, key="", fix=fix)
    try:
        read_year(int(year), data.decode("utf-8"))
    except (UnicodeDecodeError, yaml.reader.ReaderError) as error:
        at = error.start if isinstance(error, UnicodeDecodeError) else error.position
        line = data.count(b"\n", 0, at) + 1
        fix = "save the file as UTF-8, without control characters."
        raise CorpusError("this is no text.", file=name, line=line, key="", fix=fix) from error
