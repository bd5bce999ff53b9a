"""Lists out of JSON; what is wrong is told in one Vietnamese sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vinhdanh.lawbook.errors import FactsError
from vinhdanh.lawbook.facts.reading import read_facts
from vinhdanh.lawbook.lists.entries import Entry

if TYPE_CHECKING:
    import datetime as dt

REQUIRED = ("key", "honour", "facts")
TEXTS = ("key", "honour", "label", "unit")
IDS = ("achievements", "initiatives")
KEYS = (*REQUIRED, "label", "year", "unit", *IDS)


@dataclass(frozen=True, slots=True)
class ReadList:
    """A list with the number of people of the whole body, where it is told."""

    entries: tuple[Entry, ...]
    members: int | None = None


def read_list(found: Any, *, as_of: dt.date) -> ReadList:
    """Return a list from decoded JSON: its entries alone, or with `members` in an object.

    Raises:
        FactsError: a key is unknown or missing, or a value impossible.
    """
    whole = found if isinstance(found, Mapping) else {"entries": found}
    _refuse_others(whole, ("entries", "members"), "")
    rows, members = whole.get("entries"), whole.get("members")
    if not isinstance(rows, list):
        raise FactsError("Danh sách phải là [ … ], hoặc { “entries”: [ … ] }.")
    if members is not None and (not _is_whole(members) or members < 1):
        raise FactsError("Mục “members” phải là một số nguyên, ít nhất là 1.")
    return ReadList(tuple(_entry(row, f"[{at}].", as_of) for at, row in enumerate(rows)), members)


def _entry(row: Any, path: str, as_of: dt.date) -> Entry:
    if not isinstance(row, Mapping):
        raise FactsError(f"Mục “{path[:-1]}” phải là một đối tượng {{ … }}.")
    _refuse_others(row, KEYS, path)
    for key in REQUIRED:
        if key not in row:
            raise FactsError(f"Thiếu mục “{path}{key}”.")
    for key in TEXTS:
        if not isinstance(row.get(key, ""), str):
            raise FactsError(f"Mục “{path}{key}” phải là chữ.")
    ids = {key: row.get(key, []) for key in IDS}
    for key, told in ids.items():
        if not isinstance(told, list) or not all(isinstance(each, str) for each in told):
            raise FactsError(f"Mục “{path}{key}” phải là một danh sách mã [ “…” ].")
    year = row.get("year")
    if year is not None and not _is_whole(year):
        raise FactsError(f"Mục “{path}year” phải là một số nguyên.")
    try:
        facts = read_facts(row["facts"], as_of=as_of)
    except FactsError as error:
        raise FactsError(f"Mục “{path}facts”: {error}") from error
    return Entry(
        key=row["key"],
        honour=row["honour"],
        facts=facts,
        achievements=tuple(ids["achievements"]),
        initiatives=tuple(ids["initiatives"]),
        unit=row.get("unit", ""),
        label=row.get("label", ""),
        year=year,
    )


def _refuse_others(found: Mapping[str, Any], known: tuple[str, ...], path: str) -> None:
    for key in found:
        if key not in known:
            raise FactsError(f"Không có mục “{path}{key}”: dùng các mục {', '.join(known)}.")


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
