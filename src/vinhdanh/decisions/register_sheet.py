"""The register of honours as rows of a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from vinhdanh.records.registers import Heading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vinhdanh.decisions.models import Honour
    from vinhdanh.records.registers import Cell

MOST_ROWS: Final = 20_000
"""Of one file, the newest first; who needs more asks for one year after the other."""
COLUMNS: Final = (
    Heading("Số sổ vàng", 10),
    Heading("Họ và tên, tên tập thể, hộ gia đình", 34),
    Heading("Chức vụ, đơn vị, địa chỉ", 34),
    Heading("Danh hiệu, hình thức khen thưởng", 28),
    Heading("Năm", 8),
    Heading("Thành tích", 40),
    Heading("Số quyết định", 18),
    Heading("Ngày quyết định", 14),
    Heading("Tiền thưởng (đồng)", 14),
    Heading("Nguồn", 18),
    Heading("Hủy bỏ", 24),
)


def rows_of(honours: Iterable[Honour]) -> Iterator[tuple[Cell, ...]]:
    """Return the cells of each honour, in the order of the columns."""
    for one in honours:
        yield (
            one.book_number,
            one.recipient_name,
            one.recipient_detail,
            one.honour_name,
            one.year,
            one.achievement,
            one.decision.code,
            one.decided_on,
            one.prize_amount,
            one.get_source_display(),
            revoked_words(one),
        )


def revoked_words(honour: Honour) -> str:
    """Return "Hủy bỏ theo Quyết định số 09/QĐ-UBND ngày 02/07/2024"; empty while it stands."""
    if honour.revoked_by is None or honour.revoked_on is None:
        return ""
    return f"Hủy bỏ theo {honour.revoked_by} ngày {honour.revoked_on:%d/%m/%Y}"
