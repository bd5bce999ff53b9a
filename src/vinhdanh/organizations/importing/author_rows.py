"""What one row of a list of initiatives says: the initiative, and whose part it is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vinhdanh.kernel import clock
from vinhdanh.kernel.text import one_spelling, squeeze
from vinhdanh.organizations.enums import InitiativeKind, Reach, RecipientKind
from vinhdanh.organizations.importing.judging import RowError, require_fits
from vinhdanh.organizations.keeping import Kept
from vinhdanh.organizations.models.initiative import WHOLE

if TYPE_CHECKING:
    from vinhdanh.intake.lists import Author
    from vinhdanh.organizations.importing.recipients import Meant, Recipients
    from vinhdanh.organizations.models import ImportRow, ListImport

LONGEST = {"title": (300, "Tên sáng kiến"), "recognised_by": (100, "Số văn bản công nhận")}
BORN = ("birth_date", "birth_year", "sex", "position")
"""Of a row's only author."""


@dataclass(frozen=True, slots=True)
class Facts:
    """An initiative as a row names it; what is not said is empty."""

    title: str
    recognised_on: dt.date
    recognised_by: str
    kind: str
    scope: str

    @property
    def key(self) -> tuple[str, dt.date]:
        """Equal for rows of one initiative."""
        return one_spelling(self.title), self.recognised_on

    def values(self) -> dict[str, Any]:
        """Return the columns of the record."""
        return {
            "title": self.title,
            "recognised_on": self.recognised_on,
            "recognised_by": self.recognised_by,
            "kind": self.kind or InitiativeKind.INITIATIVE,
            "scope": self.scope or Reach.GRASSROOTS,
        }


@dataclass(frozen=True, slots=True)
class Part:
    """An author's part in per cent, None where it is not said."""

    meant: Meant
    percent: int | None

    @property
    def share(self) -> int:
        """The part; an only author has the whole."""
        return WHOLE if self.percent is None else self.percent


def facts_in(said: dict[str, Any], listing: ListImport) -> Facts:
    """Return the initiative of a row; a paper said of the whole list counts for every row.

    Raises:
        RowError: title, paper or day is missing, or cannot be.
    """
    whole = listing.details
    title = squeeze(str(said.get("title", "")))
    number = squeeze(str(said.get("recognised_by") or whole.get("number", "")))
    day = said.get("recognised_on")
    if day is None and whole.get("issued_on"):
        day = dt.date.fromisoformat(whole["issued_on"])
    if not title:
        raise RowError("Chưa ghi tên sáng kiến: hãy sửa dòng này.")
    if not number or day is None:
        raise RowError(
            "Chưa biết số, ngày văn bản công nhận: hãy ghi ở phần “Văn bản” của trang này, hoặc sửa"
            " dòng này."
        )
    if day > clock.today():
        raise RowError(f"Ngày công nhận {day:%d/%m/%Y} chưa tới: hãy kiểm tra lại.")
    for key, text in (("title", title), ("recognised_by", number)):
        limit, label = LONGEST[key]
        require_fits(text, limit, label)
    return Facts(title, day, number, said.get("sort", ""), said.get("scope", ""))


def parts_in(row: ImportRow, said: dict[str, Any], recipients: Recipients) -> list[Part]:
    """Return the authors of a row.

    Raises:
        RowError: nobody is named, or it is not certain who is meant.
    """
    authors = said.get("authors", ())
    if not authors:
        raise RowError("Chưa ghi tác giả: hãy sửa dòng này.")
    unit = said.get("unit", "")
    own = {key: said[key] for key in BORN if key in said} if len(authors) == 1 else {}
    who = {"kind": RecipientKind.INDIVIDUAL, "unit": unit, **own}
    recipients.units.asked(unit, Kept.FACTS)
    return [
        Part(recipients.meant(row, {**who, "name": each.name}), _percent(each)) for each in authors
    ]


def _percent(author: Author) -> int | None:
    if author.share is None:
        return None
    if author.share != int(author.share) or not 1 <= author.share <= WHOLE:
        raise RowError(
            f"Tỷ lệ đóng góp của {author.name} phải là số tròn từ 1 đến 100: hãy sửa dòng này, ví"
            " dụ 34%, 33%, 33%."
        )
    return int(author.share)
