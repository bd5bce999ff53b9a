from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from tests.records.test_documents import DAY, letter
from tests.records.test_drafts import TEXT
from tests.scenarios.refusal import refused

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.records.content import FileContent
from vinhdanh.records.enums import FileFormat, IncomingState
from vinhdanh.records.queries.incoming import incoming_for, open_incoming
from vinhdanh.records.queries.search import matching
from vinhdanh.records.services.drafts import write_draft
from vinhdanh.records.services.incoming import Arrival, finish, forward, register_arrival

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune

    from vinhdanh.records.models import IncomingDocument

ARRIVAL = Arrival(
    arrived_on=dt.date(2024, 6, 20),
    author="Phòng Nội vụ huyện",
    code="123/PNV-TĐKT",
    issued_on=dt.date(2024, 6, 18),
    kind_name="Công văn",
    abstract="Báo cáo sơ kết  6 tháng",
)


def arrived(commune: Commune, **changes: Any) -> IncomingDocument:
    return register_arrival(actor=commune.clerk, arrival=replace(ARRIVAL, **changes))


def forwarded(commune: Commune, **changes: Any) -> IncomingDocument:
    given: dict[str, Any] = {"handler": commune.culture, "forwarded_on": dt.date(2024, 6, 21)}
    return forward(actor=commune.clerk, document=arrived(commune), **given | changes)


@pytest.mark.parametrize(
    ("changes", "sentence", "field"),
    [
        ({"author": ""}, "Văn bản đến chưa có nơi gửi: hãy ghi nơi gửi.", "author"),
        ({"abstract": " "}, "Văn bản đến chưa có trích yếu: hãy ghi trích yếu.", "abstract"),
        (
            {"author": "a" * 201},
            "Tác giả dài 201 ký tự, quá mức 200 ký tự: hãy viết ngắn lại.",
            "author",
        ),
        (
            {"arrived_on": dt.date(2024, 6, 25)},
            "Ngày đến 25/06/2024 chưa tới: hãy ghi ngày hôm nay hoặc trước đó.",
            "arrived_on",
        ),
        (
            {"issued_on": dt.date(2024, 6, 21)},
            "Văn bản đề ngày 21/06/2024, sau ngày đến 20/06/2024: hãy kiểm tra lại hai ngày.",
            "issued_on",
        ),
    ],
)
def test_what_cannot_be_registered(
    commune: Commune, changes: dict[str, Any], sentence: str, field: str
) -> None:
    with refused(sentence, field=field):
        arrived(commune, **changes)


def test_numbers_of_arrival_have_no_gap_and_a_paper_comes_once(commune: Commune) -> None:
    assert arrived(commune).arrival_number == 1
    with refused(
        "Văn bản 123/PNV-TĐKT của Phòng Nội vụ huyện đã vào sổ với số đến 01 ngày 20/06/2024: hãy"
        " xem lại sổ.",
        field="code",
    ):
        arrived(commune)
    assert arrived(commune, code="124/PNV-TĐKT").arrival_number == 2
    assert arrived(commune, code="", abstract="Thư mời").arrival_number == 3


def test_a_scan_is_kept(commune: Commune) -> None:
    scan = FileContent(FileFormat.PDF, "quét.pdf", b"%PDF-1.7")
    document = register_arrival(actor=commune.clerk, arrival=ARRIVAL, files=[scan])
    (kept,) = document.files.all()
    assert (kept.title, kept.size) == ("quét.pdf", 8)


def test_the_deadline_counts_working_days(commune: Commune) -> None:
    document = forwarded(commune, working_days=5)
    assert document.state == IncomingState.HANDLING
    assert document.due_on == dt.date(2024, 6, 28)  # from Friday over a weekend


def test_a_year_without_a_calendar_asks_for_the_day(commune: Commune, settings: Any) -> None:
    old = arrived(commune, arrived_on=dt.date(1999, 1, 4), issued_on=None)
    with refused(
        "Chưa có lịch nghỉ của năm ấy nên không tính được ngày làm việc: hãy ghi ngày hết hạn.",
        field="due_on",
    ):
        forward(
            actor=commune.clerk,
            document=old,
            handler_name="Đỗ Minh Châu",
            forwarded_on=dt.date(1999, 1, 4),
            working_days=3,
        )


@pytest.mark.parametrize(
    ("changes", "sentence", "field"),
    [
        (
            {"handler": None},
            "Chưa chọn nơi xử lý: hãy chọn đơn vị hoặc ghi tên người xử lý.",
            "handler",
        ),
        (
            {"forwarded_on": dt.date(2024, 6, 19)},
            "Ngày chuyển phải từ ngày đến 20/06/2024 đến hôm nay: hãy ghi lại ngày.",
            "forwarded_on",
        ),
        (
            {"due_on": dt.date(2024, 6, 20)},
            "Thời hạn 20/06/2024 đứng trước ngày chuyển: hãy ghi lại thời hạn.",
            "due_on",
        ),
    ],
)
def test_what_cannot_be_forwarded(
    commune: Commune, changes: dict[str, Any], sentence: str, field: str
) -> None:
    document = arrived(commune)
    given: dict[str, Any] = {"handler": commune.culture, "forwarded_on": dt.date(2024, 6, 21)}
    with refused(sentence, field=field):
        forward(actor=commune.clerk, document=document, **given | changes)


def test_it_is_closed_by_an_answer_or_a_sentence(commune: Commune) -> None:
    document = forwarded(commune)
    draft, answer = write_draft(actor=commune.clerk, text=TEXT), letter(commune)
    with refused(
        "Chưa có kết quả: hãy chọn văn bản trả lời hoặc ghi một câu về kết quả xử lý.",
        field="outcome",
    ):
        finish(actor=commune.clerk, document=document, finished_on=DAY)
    with refused("Văn bản trả lời chưa ban hành: hãy chọn lại.", field="answer"):
        finish(actor=commune.clerk, document=document, finished_on=DAY, answer=draft)
    done = finish(actor=commune.clerk, document=document, finished_on=DAY, answer=answer)
    assert (done.state, done.answer) == (IncomingState.DONE, answer)
    with refused("Văn bản đến số 01 đã xử lý xong: hãy tải lại trang."):
        finish(actor=commune.clerk, document=done, finished_on=DAY, outcome="Lần nữa")


def test_what_nobody_has_cannot_be_closed(commune: Commune) -> None:
    document = arrived(commune)
    with refused("Văn bản đến số 01 chưa chuyển cho ai xử lý: hãy chuyển trước."):
        finish(actor=commune.clerk, document=document, finished_on=DAY, outcome="Xong")


def test_a_unit_sees_what_it_is_to_deal_with(commune: Commune) -> None:
    document = forwarded(commune)
    arrived(commune, code="5/X")
    assert list(incoming_for(commune.culture_head)) == [document]
    assert incoming_for(commune.clerk).count() == 2
    assert not incoming_for(commune.village_head).exists()
    assert not incoming_for(commune.outsider).exists()
    assert list(open_incoming(incoming_for(commune.clerk)))[-1].arrival_number == 2
    with pytest.raises(NotAllowedError):
        finish(actor=commune.culture_head, document=document, finished_on=DAY, outcome="Xong")


@pytest.mark.parametrize(
    ("words", "count"),
    [("so ket", 1), ("sơ kết", 1), ("sở kết", 0), ("123/pnv", 1), ("phong noi", 1), ("x", 0)],
)
def test_search_with_and_without_diacritics(commune: Commune, words: str, count: int) -> None:
    arrived(commune)
    assert matching(incoming_for(commune.clerk), words).count() == count
