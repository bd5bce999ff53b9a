from __future__ import annotations

from typing import TYPE_CHECKING
from zipfile import ZipFile

from tests.scenarios.commune import decided, drafted, one_row, opened, sent, voted, written

from vinhdanh.decisions.models import Honour
from vinhdanh.decisions.services.certificates import make_certificates, order_certificates
from vinhdanh.nominations.models import Nomination
from vinhdanh.nominations.services.achievement import write_report
from vinhdanh.reports.packs import (
    Stated,
    decision_pack,
    disagreements,
    meeting_pack,
    submission_pack,
    write_zip,
)
from vinhdanh.reports.packs.crosscheck import Entry, strangers

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune

    from vinhdanh.reports.packs import Pack

HOA = Entry("Nguyễn Thị Hòa", "Giấy khen", 500_000)


def names(pack: Pack) -> list[str]:
    with write_zip(pack) as file, ZipFile(file) as archive:
        assert archive.testzip() is None
        return archive.namelist()


def test_a_name_that_one_paper_lacks_is_told_with_both_places() -> None:
    told = disagreements([Stated("Biên bản họp", (HOA,)), Stated("Quyết định", ())])
    assert told == [
        "Biên bản họp có 1 trường hợp nhưng Quyết định có 0: hãy đối chiếu hai danh sách.",
        "Nguyễn Thị Hòa có trong Biên bản họp nhưng không có trong Quyết định.",
    ]


def test_another_honour_another_spelling_another_amount() -> None:
    one = Stated("Tờ trình", (HOA, Entry("Trần An", "Giấy khen"), Entry("Lê Ba", "Giấy khen", 1)))
    other = Stated(
        "Quyết định",
        (
            Entry("Nguyễn Thị Hoà", "Giấy khen"),
            Entry("Trần An", "Lao động tiên tiến"),
            Entry("Lê Ba", "Giấy khen", 2_000_000),
        ),
    )
    told = disagreements([one, other])
    twin = (
        "Tên ghi “Nguyễn Thị {}” trong {} nhưng ghi “Nguyễn Thị {}” trong {}: hãy viết giống nhau."
    )
    title = "Danh hiệu của Trần An ghi “{}” trong {} nhưng ghi “{}” trong {}: hãy sửa cho khớp."
    money = "Tiền thưởng của Lê Ba là 1 đ trong Tờ trình nhưng là 2.000.000 đ trong Quyết định"
    assert told == [
        twin.format("Hòa", "Tờ trình", "Hoà", "Quyết định"),
        title.format("Giấy khen", "Tờ trình", "Lao động tiên tiến", "Quyết định"),
        twin.format("Hoà", "Quyết định", "Hòa", "Tờ trình"),
        title.format("Lao động tiên tiến", "Quyết định", "Giấy khen", "Tờ trình"),
        f"{money}: hãy sửa cho khớp.",
    ]


def test_whoever_is_decided_on_was_proposed() -> None:
    part, whole = Stated("Quyết định", (HOA,)), Stated("Tờ trình", (HOA, Entry("A", "B")))
    assert strangers(part, whole) == []
    assert strangers(whole, part) == ["A có trong Tờ trình nhưng không có trong Quyết định."]


def test_papers_that_agree_say_nothing() -> None:
    assert disagreements([Stated("A", (HOA,)), Stated("B", (HOA,)), Stated("C", (HOA,))]) == []


def test_a_submission_has_letter_and_summary(commune: Commune) -> None:
    assert names(submission_pack(sent(commune))) == [
        "Tờ trình.pdf",
        "Tờ trình.docx",
        "Báo cáo tóm tắt thành tích.pdf",
        "Báo cáo tóm tắt thành tích.docx",
    ]


def test_a_submission_has_the_reports_that_were_written(commune: Commune) -> None:
    submission = written(commune)
    write_report(
        actor=commune.village_head,
        nomination=submission.nominations.get(order=2),
        sections={},
        expected_version=0,
    )
    report = [each for each in names(submission_pack(submission)) if "thành tích 0" in each]
    assert report == [
        "Báo cáo thành tích 02 Thôn Phạm Xá.pdf",
        "Báo cáo thành tích 02 Thôn Phạm Xá.docx",
    ]


def test_an_empty_submission_has_nothing(commune: Commune) -> None:
    submission = sent(commune)
    Nomination.objects.update(state="withdrawn")
    assert names(submission_pack(submission)) == []


def test_a_meeting_has_its_minutes_once_it_is_closed(commune: Commune) -> None:
    meeting = opened(commune, one_row(commune))
    assert len(meeting_pack(meeting).pieces) == 4
    pack = meeting_pack(voted(commune, meeting))
    assert [piece.name for piece in pack.pieces][-2:] == ["Biên bản họp.pdf", "Biên bản họp.docx"]
    assert pack.findings == ()


def test_a_draft_is_in_the_pack_of_its_decision(commune: Commune) -> None:
    pack = decision_pack(drafted(commune))
    assert "Quyết định (dự thảo).pdf" in names(pack)
    assert pack.findings == ()


def test_the_pack_of_an_issued_decision(commune: Commune) -> None:
    decision = decided(commune)
    make_certificates(batch_id=order_certificates(actor=commune.clerk, decision=decision).pk)
    decision = type(decision).objects.get(pk=decision.pk)
    pack = decision_pack(decision)
    assert pack.findings == ()
    assert sorted({piece.title for piece in pack.pieces}) == [
        "Biên bản họp",
        "Báo cáo tóm tắt thành tích",
        "Danh sách nhận tiền thưởng",
        "Giấy khen",
        "Quyết định 01/QĐ-UBND",
        "Tờ trình",
    ]


def test_a_register_that_was_changed_is_found_out(commune: Commune) -> None:
    decision = decided(commune)
    Honour.objects.filter(decision=decision, order=1).update(recipient_name="Phạm Văn Dức")
    pack = decision_pack(decision)
    assert pack.findings[0] == (
        "Tên ghi “Phạm Văn Đức” trong Quyết định nhưng ghi “Phạm Văn Dức” trong Sổ khen thưởng: hãy"
        " viết giống nhau."
    )
    assert "Cần đối chiếu.txt" in names(pack)
