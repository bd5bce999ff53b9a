"""Papers of one commune in 2024, small enough to read."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from vinhdanh.documents import (
    Absence,
    Attendee,
    AwardDecisionContext,
    AwardRecipient,
    CertificateContext,
    Clause,
    FigureTable,
    MeetingMinutesContext,
    OfficialDocument,
    Paper,
    Passage,
    PlanContext,
    PlanTask,
    Recusal,
    Signature,
    SixMonthReportContext,
    VoteResult,
    award_decision,
    emulation_council,
    meeting_minutes,
    peoples_committee,
    plan,
    six_month_report,
)

COMMITTEE = peoples_committee("xã Minh Tiến")
COUNCIL = emulation_council("xã Minh Tiến")
PAPER = Paper(
    office=COMMITTEE,
    signature=Signature(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Ngô Văn Quyên"),
    recipients=("Phòng Nội vụ huyện", "Các ngành, đoàn thể xã", "Các thôn", "Lưu: VT"),
    number=11,
    date=date(2024, 1, 10),
)
DECISION_PAPER = replace(
    PAPER,
    signature=Signature(("CHỦ TỊCH",), "Ngô Văn Quyên"),
    recipients=("Như Điều 3", "Lưu: VT"),
    number=5,
    date=date(2024, 3, 8),
)
COUNCIL_PAPER = Paper(
    office=COUNCIL,
    signature=Signature(("TM. HỘI ĐỒNG", "CHỦ TỊCH"), "Ngô Văn Quyên"),
    recipients=("Như trên", "Lưu: VT"),
    number=3,
    date=date(2024, 6, 20),
)

PLAN = PlanContext(
    paper=PAPER,
    subject="Công tác thi đua, khen thưởng năm 2024",
    bases=(
        "Căn cứ Luật Thi đua, khen thưởng ngày 15/6/2022",
        "Căn cứ Kế hoạch số 03/KH-UBND ngày 04/01/2024 của Ủy ban nhân dân huyện Phù Cừ;",
    ),
    opening=("Ủy ban nhân dân xã xây dựng Kế hoạch như sau:",),
    clauses=(
        Clause(
            number="I.",
            title="Mục đích, yêu cầu",
            children=(
                Clause(
                    number="1.",
                    title="Mục đích",
                    children=(
                        Clause(number="a)", text="Đẩy mạnh các phong trào thi đua yêu nước."),
                        Clause(number="b)", text="Tạo sự chuyển biến mạnh mẽ trong nhận thức."),
                    ),
                ),
            ),
        ),
        Clause(
            number="II.",
            title="Nội dung",
            children=(Clause(number="3.", text="Ký giao ước thi đua năm 2024."),),
        ),
    ),
    tasks=(
        PlanTask(
            content="Xây dựng Kế hoạch công tác thi đua, khen thưởng năm 2024 của UBND xã",
            lead="UBND xã",
            partners="Các ngành, đoàn thể, cán bộ, công chức, các thôn",
            due="Quý I/2024",
        ),
        PlanTask(content="Đăng ký thi đua", lead="UBND xã", partners="Các thôn", due="Quý I/2024"),
    ),
)


def person(name: str = "Nguyễn Thị Hoa", prize: int | None = 351_000) -> AwardRecipient:
    return AwardRecipient(
        name=name, place="Trưởng thôn Kim Phương", honour="Giấy khen", prize=prize
    )


AWARD = AwardDecisionContext(
    paper=DECISION_PAPER,
    act="tặng Giấy khen",
    merit="đã có thành tích xuất sắc trong phong trào thi đua năm 2023",
    bases=(
        "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022",
        "Xét đề nghị của Hội đồng Thi đua - Khen thưởng xã tại Tờ trình số 02/TTr-HĐTĐKT",
    ),
    individuals=(person(), person("Trần Văn Bình")),
    collectives=(
        AwardRecipient(
            name="Chi hội Phụ nữ thôn Phù Oanh",
            place="Thôn Phù Oanh",
            honour="Giấy khen",
            prize=702_000,
        ),
    ),
    households=(
        AwardRecipient(name="Đỗ Văn Tám", place="Thôn Phù Oanh", honour="Giấy khen", prize=526_500),
    ),
)

REPORT = SixMonthReportContext(
    paper=COUNCIL_PAPER,
    year=2024,
    addressees=("Hội đồng Thi đua - Khen thưởng huyện Phù Cừ",),
    situation=Passage(paragraphs=("Xã có 06 thôn, 2.310 hộ.",)),
    leadership=Passage(
        clauses=(Clause(number="1.", title="Văn bản", text="Ban hành 04 văn bản."),)
    ),
    movements=Passage(
        tables=(
            FigureTable(
                caption="Bảng 1. Phong trào thi đua",
                columns=("Tên phong trào", "Số thôn", "Số người"),
                rows=(("Xây dựng nông thôn mới", "6", "1.240"),),
            ),
        )
    ),
    commendation=Passage(paragraphs=("Khen thưởng 16 trường hợp.",)),
    supervision=Passage(),
    shortcomings=Passage(paragraphs=("Một số thôn báo cáo chậm.",)),
    tasks=Passage(clauses=(Clause(number="1.", text="Tiếp tục đẩy mạnh thi đua."),)),
)

MINUTES = MeetingMinutesContext(
    paper=replace(
        COUNCIL_PAPER,
        signature=Signature(("CHỦ TRÌ",), "Ngô Văn Quyên"),
        recipients=("Thành viên Hội đồng", "Lưu: VT"),
        date=date(2024, 12, 5),
    ),
    subject="Họp Hội đồng Thi đua - Khen thưởng xã xét khen thưởng năm 2024",
    started=datetime(2024, 12, 5, 8, 0, tzinfo=UTC),
    ended=datetime(2024, 12, 5, 10, 30, tzinfo=UTC),
    venue="Phòng họp Ủy ban nhân dân xã",
    chair=Attendee("Ngô Văn Quyên", "Chủ tịch Hội đồng"),
    secretary=Attendee("Lê Thị Hoa", "công chức Văn phòng - Thống kê"),
    members=9,
    present=(Attendee("Trần Văn Bình", "ủy viên"), Attendee("Đỗ Thị Mai", "ủy viên")),
    absent=(Absence("Vũ Văn Tám", "ủy viên", "đi công tác"),),
    recusals=(Recusal("Đỗ Thị Mai", "trường hợp của bà Đỗ Thị Mai", "là người được xét"),),
    proceedings=(Clause(number="1.", text="Thư ký trình bày tóm tắt thành tích."),),
    voting="bỏ phiếu kín",
    rule="được từ 80% trở lên số thành viên có mặt đồng ý",
    results=(
        VoteResult(
            name="Đỗ Thị Mai",
            honour="Giấy khen",
            votes_for=6,
            votes_against=1,
            abstentions=0,
            eligible=7,
            passed=True,
        ),
        VoteResult(
            name="Trần Văn Tư",
            honour="Giấy khen",
            votes_for=4,
            votes_against=3,
            abstentions=1,
            eligible=8,
            passed=False,
        ),
    ),
)

CERTIFICATE = CertificateContext(
    honour="Giấy khen",
    authority="Chủ tịch Ủy ban nhân dân xã Minh Tiến",
    salutation="Bà",
    recipient="Nguyễn Thị Hoa",
    recipient_place="Trưởng thôn Kim Phương",
    citation="Đã có thành tích xuất sắc trong phong trào thi đua năm 2023.",
    decision_number=5,
    decision_symbol="QĐ-UBND",
    date=date(2024, 3, 8),
    place="Minh Tiến",
    position=("CHỦ TỊCH",),
    signer="Ngô Văn Quyên",
    book_number="0001",
)


def documents() -> dict[str, OfficialDocument]:
    """One paper of every kind."""
    return {
        "plan": plan(PLAN),
        "award decision": award_decision(AWARD),
        "six-month report": six_month_report(REPORT),
        "meeting minutes": meeting_minutes(MINUTES),
    }
