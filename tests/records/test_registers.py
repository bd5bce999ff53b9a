from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from python_calamine import CalamineWorkbook
from tests.records.test_documents import DAY, letter
from tests.records.test_incoming import arrived, forwarded

from vinhdanh.records.models import IncomingDocument
from vinhdanh.records.queries.documents import (
    documents_for,
    kept_numbers_for,
    registered,
    with_readers,
)
from vinhdanh.records.registers import (
    HANDLING,
    INCOMING,
    OUTGOING,
    handling_row,
    incoming_row,
    outgoing_rows,
)
from vinhdanh.records.services.documents import mark_read
from vinhdanh.records.services.kept_numbers import cancel_number, reserve_numbers
from vinhdanh.records.services.steps import take_step
from vinhdanh.records.spreadsheet import write_register

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune


def test_the_outgoing_register_shows_every_number_of_the_series(commune: Commune) -> None:
    document = letter(commune, commune.village, commune.women)
    kept = reserve_numbers(
        actor=commune.clerk, symbol="CV-UBND", year=2024, count=2, note="Hội nghị"
    )
    cancel_number(actor=commune.clerk, kept=kept[0], reason="Không họp nữa")
    last = letter(commune)
    take_step(actor=commune.clerk, document=document, name="replace", successor=last)
    mark_read(actor=commune.village_head, document=document)

    documents = with_readers(registered(documents_for(commune.clerk)))
    rows = list(
        outgoing_rows(documents.order_by("symbol", "number"), kept_numbers_for(commune.clerk))
    )

    assert [(row[0], row[-1]) for row in rows] == [
        ("01/CV-UBND", "Đã bị thay thế (04/CV-UBND)"),
        ("02/CV-UBND", "Số hủy: Không họp nữa"),
        ("03/CV-UBND", "Số để dành: Hội nghị"),
        ("04/CV-UBND", ""),
    ]
    assert rows[0][1] == DAY
    assert rows[0][4] == "Thôn Phạm Xá; Hội Liên hiệp Phụ nữ xã"
    assert rows[0][8] == "1/2 nơi đã đọc"
    assert all(len(row) == len(OUTGOING) == 10 for row in rows)


def test_the_incoming_registers(commune: Commune) -> None:
    document = forwarded(commune, working_days=5)
    row, handling = incoming_row(document), handling_row(document)
    assert (len(row), len(handling)) == (len(INCOMING), len(HANDLING)) == (10, 7)
    assert row[:2] == (dt.date(2024, 6, 20), 1)
    assert row[6] == "Ngành Văn hóa – Xã hội"
    assert handling[3:6] == (dt.date(2024, 6, 28), "Đang xử lý", "")


def test_the_file_has_dates_numbers_and_the_heads_in_vietnamese(commune: Commune) -> None:
    arrived(commune, abstract="=1+1")
    with write_register(
        "SỔ VĂN BẢN ĐẾN", "Năm 2024", INCOMING, map(incoming_row, IncomingDocument.objects.all())
    ) as file:
        sheet = CalamineWorkbook.from_filelike(file).get_sheet_by_index(0).to_python()
    assert sheet[0][0] == "SỔ VĂN BẢN ĐẾN"
    assert sheet[3][:3] == ["Ngày đến", "Số đến", "Tác giả"]
    assert sheet[4][0] == dt.date(2024, 6, 20)
    assert sheet[4][1] == 1
    assert sheet[4][5] == "Công văn: =1+1"


def test_an_empty_register_is_a_file_too() -> None:
    with write_register("SỔ", "Năm 2024", OUTGOING, ()) as file:
        rows = CalamineWorkbook.from_filelike(file).get_sheet_by_index(0).to_python()
    assert len(rows) == 4
