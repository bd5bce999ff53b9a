"""Honours that a later decision takes back or restores: one in its article, several in a list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vinhdanh.documents import numbers
from vinhdanh.documents.kinds.common import chair_reference
from vinhdanh.documents.kinds.decisions import concerned
from vinhdanh.documents.model import Appendix, Column, Row, Table

if TYPE_CHECKING:
    from vinhdanh.documents.kinds.common import Paper

NAMED: Final = concerned("cá nhân, tập thể, hộ gia đình có tên tại Điều 1")
"""Who carries such a decision out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedHonour:
    """One honour taken back, or one that holds again."""

    name: str
    place: str
    honour: str
    prize: int | None = None
    """Money that comes back or is given again in đồng, none where there is none."""
    salutation: str = ""


def honouring(honours: tuple[ChangedHonour, ...]) -> str:
    """Return what is undone or restored: "việc tặng Giấy khen cho ông Trần Văn A, Thôn B,"."""
    if len(honours) > 1:
        count = numbers.counted(len(honours))
        return f"việc khen thưởng đối với {count} trường hợp (có Danh sách kèm theo)"
    (one,) = honours
    called = " ".join(filter(None, (one.salutation, one.name)))
    return f"việc tặng {one.honour} cho {called}, {one.place},"


def with_money(honours: tuple[ChangedHonour, ...]) -> str:
    """Return " và tiền thưởng …" in figures and words; nothing where no money went with them."""
    total = _total(honours)
    if not total:
        return ""
    return f" và tiền thưởng {numbers.money(total)} ({numbers.money_in_words(total)})"


def honour_list(
    paper: Paper,
    honours: tuple[ChangedHonour, ...],
    *,
    title: str,
    honour_head: str,
    money_head: str,
) -> tuple[Appendix, ...]:
    """Return the list with its total; none where the article names the only honour."""
    if len(honours) == 1:
        return ()
    columns = (
        Column("STT", 12, "center"),
        Column("Họ và tên, tên tập thể, hộ gia đình", 46),
        Column("Chức vụ, đơn vị, địa chỉ", 46),
        Column(honour_head, 34, "center"),
        Column(money_head, 30, "right"),
    )
    rows = (
        *(
            Row((str(at), one.name, one.place, one.honour, numbers.grouped(one.prize or 0)))
            for at, one in enumerate(honours, start=1)
        ),
        Row(("", "Tổng cộng", "", "", numbers.grouped(_total(honours))), bold=True),
    )
    return (
        Appendix(
            label="",
            title=title,
            reference=chair_reference(paper),
            blocks=(Table(columns=columns, rows=rows),),
        ),
    )


def _total(honours: tuple[ChangedHonour, ...]) -> int:
    return sum(one.prize or 0 for one in honours)
