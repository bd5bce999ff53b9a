"""The days on which a year differs from a plain week, from corpus/calendar/<year>.yaml."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

import yaml

from vinhdanh.lawbook.errors import CorpusError, LawbookError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from importlib.resources.abc import Traversable

SATURDAY = 5
_KEYS = {"date", "from", "to", "name", "kind", "citation", "needs_confirmation"}
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class CalendarError(LawbookError):
    """The calendar of a year is missing; the message is one Vietnamese sentence."""


class DayKind(StrEnum):
    """Why a day differs from its weekday."""

    HOLIDAY = "holiday"
    COMPENSATION = "compensation"
    """Off for a holiday that fell on a weekly rest day."""
    SWAPPED_OFF = "swapped_off"
    SWAPPED_WORKING = "swapped_working"
    """A weekly rest day worked for a day off in exchange."""
    UNDECIDED = "undecided"
    """Proposed or possible only: the weekday counts until a notice is out."""


@dataclass(frozen=True, slots=True)
class CalendarRow:
    """A day, or days in a row, of one year's file."""

    first: dt.date
    last: dt.date
    name: str
    kind: DayKind
    citation: str
    needs_confirmation: str
    """Why the row is not verified; empty where it is."""

    def days(self) -> Iterator[dt.date]:
        """Yield the days from first to last, both included."""
        for offset in range((self.last - self.first).days + 1):
            yield self.first + dt.timedelta(offset)


def year_file(year: int) -> Traversable:
    """Return the file of a year, which need not exist."""
    return files("vinhdanh.lawbook").joinpath("corpus", "calendar", f"{year}.yaml")


@cache
def year_days(year: int) -> Mapping[dt.date, CalendarRow]:
    """Return the row of each day of the year that has one, in the order of the file.

    Raises:
        CalendarError: the year has no file.
        CorpusError: the file is wrong.
    """
    file = year_file(year)
    if not file.is_file():
        raise CalendarError(
            f"Chưa có lịch nghỉ lễ, tết năm {year}: hãy thêm tệp"
            f" lawbook/corpus/calendar/{year}.yaml theo thông báo nghỉ của năm đó."
        )
    return MappingProxyType(read_year(year, file.read_text("utf-8")))


def read_year(year: int, text: str) -> dict[dt.date, CalendarRow]:
    """Return the row of each day that the text of a year's file names.

    Raises:
        CorpusError: the text is wrong.
    """
    file = f"calendar/{year}.yaml"
    found: dict[dt.date, CalendarRow] = {}
    for node in _nodes(text, file):
        source = _Source(file, node)
        row = source.row(year)
        for day in row.days():
            if day in found:
                raise source.error("date", f"{day} has a row already.", "keep one of them.")
            found[day] = row
    return found


def _nodes(text: str, file: str) -> list[yaml.Node]:
    try:
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise CorpusError(
            f"this is not YAML ({error.problem}).", file=file, line=line, key="", fix="mend it."
        ) from error
    if isinstance(root, yaml.SequenceNode):
        return list(root.value)
    raise CorpusError(
        "this is no list of rows.", file=file, line=1, key="", fix="begin each row with `- date:`."
    )


class _Source:
    """One row as written, with the line of each key for whoever has to mend it."""

    def __init__(self, file: str, node: yaml.Node) -> None:
        self.file, self.line = file, node.start_mark.line + 1
        self.texts: dict[str, str] = {}
        self.lines: dict[str, int] = {}
        if not isinstance(node, yaml.MappingNode):
            raise self.error("", "this is no row.", "begin each row with `- date:`.")
        for key, value in node.value:
            self.lines[key.value] = key.start_mark.line + 1
            if key.value not in _KEYS or key.value in self.texts:
                fix = f"use each of these once at most: {', '.join(sorted(_KEYS))}."
                raise self.error(key.value, "this key is unknown or repeated.", fix)
            if not isinstance(value, yaml.ScalarNode) or not value.value.strip():
                raise self.error(key.value, "this key has no text.", "write it, or drop the key.")
            self.texts[key.value] = " ".join(value.value.split())

    def error(self, key: str, message: str, fix: str) -> CorpusError:
        line = self.lines.get(key, self.line)
        return CorpusError(message, file=self.file, line=line, key=key, fix=fix)

    def row(self, year: int) -> CalendarRow:
        first, last = self._range(year)
        row = CalendarRow(
            first,
            last,
            self._text("name"),
            self._kind(),
            self._text("citation"),
            self.texts.get("needs_confirmation", ""),
        )
        self._check(row)
        return row

    def _text(self, key: str) -> str:
        if key not in self.texts:
            raise self.error(key, "this key is missing.", f"add `{key}:` to the row.")
        return self.texts[key]

    def _date(self, key: str, year: int) -> dt.date:
        try:
            day = dt.date.fromisoformat(self._text(key))
        except ValueError:
            raise self.error(key, "this is no date.", f"write it as {year}-09-02.") from None
        if day.year != year:
            raise self.error(key, f"{day} is not in {year}.", "move it to the file of its year.")
        return day

    def _range(self, year: int) -> tuple[dt.date, dt.date]:
        if "from" not in self.texts and "to" not in self.texts:
            return (day := self._date("date", year)), day
        if "date" in self.texts:
            raise self.error("date", "a row has a date or a range.", "drop one of them.")
        first, last = self._date("from", year), self._date("to", year)
        if last < first:
            raise self.error("to", f"{last} comes before {first}.", "exchange from and to.")
        return first, last

    def _kind(self) -> DayKind:
        try:
            return DayKind(self._text("kind"))
        except ValueError:
            raise self.error(
                "kind", "this kind is unknown.", f"use one of: {', '.join(DayKind)}."
            ) from None

    def _check(self, row: CalendarRow) -> None:
        """Refuse a day its kind cannot have: a typing slip would shift every deadline after it."""
        weekends = {day.weekday() >= SATURDAY for day in row.days()}
        if row.kind is DayKind.SWAPPED_WORKING and False in weekends:
            raise self.error("kind", "only a Saturday or Sunday is worked in exchange.", "mend it.")
        if row.kind in {DayKind.COMPENSATION, DayKind.SWAPPED_OFF} and True in weekends:
            raise self.error("kind", "a Saturday or Sunday is off already.", "mend the date.")
        if row.kind is DayKind.UNDECIDED and not row.needs_confirmation:
            raise self.error("kind", "what is undecided says why.", "add `needs_confirmation:`.")
