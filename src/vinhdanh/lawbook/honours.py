"""The honours of a commune's year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vinhdanh.lawbook.corpus_files import corpus, in_force

if TYPE_CHECKING:
    import datetime as dt


class LawbookError(LookupError):
    """The corpus has no such thing on that day."""


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a rule stands: instrument number, article, clause, point."""

    instrument: str
    article: int | None = None
    clause: int | None = None
    point: str | None = None

    def __str__(self) -> str:
        parts = [
            f"điểm {self.point}" if self.point else "",
            f"khoản {self.clause}" if self.clause else "",
            f"Điều {self.article}" if self.article else "",
            _instrument_words(self.instrument),
        ]
        words = " ".join(part for part in parts if part)
        return words[:1].upper() + words[1:]


@dataclass(frozen=True, slots=True)
class Honour:
    """A title or a form of commendation, as the law in force on one day has it."""

    slug: str
    name: str
    short_name: str
    is_title: bool
    recipients: tuple[str, ...]
    """Of individual, collective, household."""
    deciding_level: str | None
    """commune, district or province; None where the texts read do not say: cần xác minh."""
    authority: Citation | None
    money_only: bool
    """The decree names money and no certificate."""


LAW_2022 = "06/2022/QH15"


def honours(*, as_of: dt.date) -> list[Honour]:
    """Return the honours a commune deals with, in the order of the Law, as of a day."""
    return [_honour(row, as_of=as_of) for row in corpus("honours")]


def honour(slug: str, *, as_of: dt.date) -> Honour:
    """Return one honour as of a day.

    Raises:
        LawbookError: the corpus does not know the slug.
    """
    for row in corpus("honours"):
        if row["slug"] == slug:
            return _honour(row, as_of=as_of)
    raise LawbookError(f"No honour {slug!r} in the corpus.")


def citation_of(row: dict[str, Any]) -> Citation:
    """Return the citation that a row of the corpus carries."""
    return Citation(row["instrument"], row.get("article"), row.get("clause"), row.get("point"))


def _honour(row: dict[str, Any], *, as_of: dt.date) -> Honour:
    authority = in_force(row["authority"], as_of=as_of)
    return Honour(
        slug=row["slug"],
        name=row["name"],
        short_name=row.get("short", row["name"]),
        is_title=row["kind"] == "title",
        recipients=tuple(row["recipients"]),
        deciding_level=authority[0]["level"] if authority else None,
        authority=citation_of(authority[0]) if authority else None,
        money_only=row.get("money_only", False),
    )


def _instrument_words(number: str) -> str:
    if number == LAW_2022:
        return "Luật Thi đua, khen thưởng 2022"
    if number.endswith("NĐ-CP"):
        return f"Nghị định {number}"
    return number
