"""What papers on initiatives share: the initiative, its authors and their shares."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vinhdanh.documents import dates
from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.forms import Form
from vinhdanh.documents.kinds.achievement import DOTS
from vinhdanh.documents.model import Column, Row, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

_COLUMNS: Final = (
    Column("STT", 13, "center"),
    Column("Họ và tên", 34),
    Column("Ngày, tháng, năm sinh", 25, "center"),
    Column("Nơi công tác (hoặc nơi thường trú)", 33),
    Column("Chức danh", 25),
    Column("Trình độ chuyên môn", 25),
    Column("Tỷ\u00a0lệ đóng góp", 19, "center"),
)
_WHOLE: Final = 100
_NEARLY: Final = 0.01
"""Shares such as three times 33,33 are meant to be the whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativeAuthor:
    """An author. share is a percentage of what made the initiative."""

    name: str
    born: dt.date | None = None
    workplace: str = ""
    post: str = ""
    training: str = ""
    share: float = _WHOLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Initiative:
    """What all papers on one initiative say alike; the first author speaks for all."""

    name: str
    field: str = ""
    """Where it is used: "Quản lý giáo dục"."""
    first_used_on: dt.date | None = None
    """Day of first use, trial use included."""
    authors: tuple[InitiativeAuthor, ...]


def circular_18(number: str) -> Form:
    """Return an annex of Circular 18/2013/TT-BKHCN, from memory."""
    return Form(
        number=number, instrument="Thông tư số 18/2013/TT-BKHCN", since=dt.date(2013, 10, 1)
    )


def check_shares(initiative: Initiative) -> None:
    """Refuse an initiative without author, or shares that do not make the whole.

    Raises:
        DocumentError: with the initiative and the sum found.
    """
    authors = initiative.authors
    if not authors:
        raise DocumentError(f"Sáng kiến “{initiative.name}” chưa có tác giả; hãy thêm tác giả.")
    total = sum(one.share for one in authors)
    if min(one.share for one in authors) <= 0 or abs(total - _WHOLE) > _NEARLY * len(authors):
        raise DocumentError(
            f"Tỷ lệ đóng góp của các tác giả sáng kiến “{initiative.name}” cộng lại là "
            f"{share(total)}; hãy sửa để mỗi người có phần và tổng bằng 100%."
        )


def share(value: float) -> str:
    """Return "60%", "33,33%"."""
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",") + "%"


def author_table(authors: tuple[InitiativeAuthor, ...]) -> Table:
    """Return the authors in the columns of Circular 18/2013/TT-BKHCN, Annex I."""
    return Table(_COLUMNS, tuple(_rows(authors)))


def _rows(authors: tuple[InitiativeAuthor, ...]) -> Iterator[Row]:
    for at, one in enumerate(authors, start=1):
        born = dates.short_date(one.born) if one.born else DOTS
        about = (born, one.workplace, one.post, one.training)
        yield Row((str(at), one.name, *about, share(one.share)))


def author_names(authors: tuple[InitiativeAuthor, ...]) -> str:
    """Return "Nguyễn Thị Hoa (60%), Trần Văn Bình (40%)"; one author has no share behind."""
    if len(authors) == 1:
        return authors[0].name
    return ", ".join(f"{one.name} ({share(one.share)})" for one in authors)
