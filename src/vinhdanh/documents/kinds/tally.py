"""Counting the ballots on one case: what is possible, and how a table tells it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vinhdanh.documents import numbers
from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.model import Column, HeadCell, Row, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

_COLUMNS: Final = (
    Column("STT", 12, "center"),
    Column("Họ và tên, tên tập thể, hộ gia đình", 38),
    Column("Danh hiệu, hình thức đề nghị", 30),
    Column("Đồng\u00a0ý", 17, "center"),
    Column("Không đồng\u00a0ý", 17, "center"),
    Column("Không ý\u00a0kiến", 17, "center"),
    Column("Tỷ\u00a0lệ đồng\u00a0ý", 20, "center"),
    Column("Kết\u00a0quả", 17, "center"),
)
_VOTES: Final = slice(3, 6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """The valid ballots on one case; those neither for nor against gave no opinion."""

    name: str
    honour: str
    votes_for: int
    votes_against: int = 0
    passed: bool


def check(count: Count, valid: int) -> None:
    """Refuse more votes than valid ballots.

    Raises:
        DocumentError: with the case and both figures.
    """
    given = count.votes_for + count.votes_against
    if min(count.votes_for, count.votes_against) < 0 or given > valid:
        raise DocumentError(
            f"“{count.name}” có {count.votes_for} phiếu đồng ý và {count.votes_against} phiếu "
            f"không đồng ý, trong khi chỉ có {valid} phiếu hợp lệ; hãy kiểm tra lại."
        )


def base_in_words(members: int, eligible: int | None) -> str:
    """Return of whom shares are taken; eligible is None where all members count."""
    if eligible is None:
        return f"tổng số {numbers.two_digits(members)} thành viên Hội đồng"
    told = f"{numbers.two_digits(eligible)} thành viên được biểu quyết"
    if recused := members - eligible:
        told += (
            f" (tổng số {numbers.two_digits(members)} thành viên trừ {numbers.two_digits(recused)}"
            " người không tham gia biểu quyết)"
        )
    return told


def count_table(counts: tuple[Count, ...], valid: int, base: int) -> Table:
    """Return the votes on every case, the share taken of so many people."""
    columns = list(_COLUMNS)
    top = (
        *(HeadCell(column.title, rows=2) for column in columns[: _VOTES.start]),
        HeadCell("Số phiếu", columns=3),
        *(HeadCell(column.title, rows=2) for column in columns[_VOTES.stop :]),
    )
    votes = tuple(HeadCell(column.title) for column in columns[_VOTES])
    return Table(_COLUMNS, tuple(_rows(counts, valid, base)), head=(top, votes))


def _rows(counts: tuple[Count, ...], valid: int, base: int) -> Iterator[Row]:
    for at, one in enumerate(counts, start=1):
        silent = valid - one.votes_for - one.votes_against
        share = f"{one.votes_for}/{base} ({numbers.percent(one.votes_for, base)})"
        votes = (str(one.votes_for), str(one.votes_against), str(silent))
        verdict = "Đạt" if one.passed else "Không đạt"
        yield Row((str(at), one.name, one.honour, *votes, share, verdict))


def passed_sentence(counts: tuple[Count, ...]) -> str:
    """Return how many cases passed."""
    passed = sum(one.passed for one in counts)
    return (
        f"Có {numbers.counted(passed)} trường hợp đạt trong tổng số "
        f"{numbers.two_digits(len(counts))} trường hợp được bỏ phiếu."
    )
