"""What waits for whom: each line appears when it should, with its verb, and goes when done."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from tests.factories.planning import make_plan, make_task
from tests.scenarios.commune import (
    YEAR,
    appraised,
    called,
    decided,
    drafted,
    one_row,
    opened,
    registered,
    sent,
    vote_on,
    voted,
    written,
)

from vinhdanh.emulation.enums import MovementKind
from vinhdanh.emulation.services.movements import launch_movement, sign_pledge
from vinhdanh.emulation.services.registrations import Aim, accept_registration, send_registration
from vinhdanh.nominations.services.transitions import take_step
from vinhdanh.organizations.enums import RecipientKind
from vinhdanh.planning.services.evidence import accept_evidence, add_evidence
from vinhdanh.records.enums import DocumentKind
from vinhdanh.records.services.documents import issue_document, mark_read
from vinhdanh.reports.enums import ReportKind
from vinhdanh.reports.services.reports import open_report, write_report
from vinhdanh.web.waiting import (
    SOON,
    URGENCY,
    awaited_from_others,
    lines_for,
    year_statuses,
)

if TYPE_CHECKING:
    from django.test import Client
    from tests.scenarios.commune import Commune

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.web.lines import Line

TODAY = dt.date(2024, 6, 24)


def lines(actor: Actor) -> list[Line]:
    return lines_for(actor, year_statuses(actor, year=YEAR, today=TODAY), year=YEAR)


def sentences(actor: Actor) -> list[str]:
    return [line.sentence for line in lines(actor)]


def line(actor: Actor, verb: str) -> Line:
    """Return the one line with this verb."""
    (found,) = [each for each in lines(actor) if each.verb == verb]
    return found


def awaited(actor: Actor) -> list[str]:
    return [each.sentence for each in awaited_from_others(actor, year=YEAR)]


# --- votes and signatures ----------------------------------------------------------------------


def test_a_member_is_asked_to_vote_until_all_is_voted(commune: Commune) -> None:
    meeting = opened(commune)
    found = line(commune.women_head, "Biểu quyết")
    assert found.sentence == "Ba hồ sơ chờ anh/chị biểu quyết"
    assert found.url == reverse("meeting", args=[meeting.pk])
    assert found.detail == "Phiên họp: Xét khen thưởng 6 tháng đầu năm 2024"
    vote_on(commune, meeting.items.get(order=1))
    assert line(commune.women_head, "Biểu quyết").sentence == "Hai hồ sơ chờ anh/chị biểu quyết"
    for item in meeting.items.filter(outcome="pending"):
        vote_on(commune, item)
    assert "Biểu quyết" not in {each.verb for each in lines(commune.women_head)}


@pytest.mark.parametrize("who", ["village_head", "accountant", "outsider"])
def test_who_has_no_seat_is_not_asked_to_vote(commune: Commune, who: str) -> None:
    opened(commune)
    assert "Biểu quyết" not in {each.verb for each in lines(getattr(commune, who))}


def test_who_is_absent_is_not_asked_to_vote(commune: Commune) -> None:
    opened(commune, absent=[commune.women_head])
    assert "Biểu quyết" not in {each.verb for each in lines(commune.women_head)}


def test_the_chair_is_asked_to_open_and_to_sign(commune: Commune) -> None:
    meeting = called(commune)
    found = line(commune.chair, "Mở phiên họp")
    assert (found.url, found.due_on) == (reverse("meeting", args=[meeting.pk]), TODAY)
    assert "Mở phiên họp" not in {each.verb for each in lines(commune.clerk)}


def test_a_draft_waits_for_the_chair_and_the_clerk_waits_for_them(commune: Commune) -> None:
    decision = drafted(commune, voted(commune, opened(commune, one_row(commune))))
    assert line(commune.chair, "Xem và ký").url == reverse("decision", args=[decision.pk])
    assert awaited(commune.clerk) == ["Chủ tịch ký dự thảo quyết định khen thưởng"]
    decided(commune, decision)
    assert lines(commune.chair) == []
    assert awaited(commune.clerk) == []


def test_a_report_waits_for_the_chair_once_it_is_written(commune: Commune) -> None:
    report = open_report(actor=commune.clerk, kind=ReportKind.SIX_MONTH, year=YEAR)
    assert lines(commune.chair) == []
    write_report(
        actor=commune.clerk,
        report=report,
        cut_off_on=TODAY,
        situation="Xã có hai thôn.",
        supervision="Trong kỳ không có đơn thư.",
        shortcomings="Đăng ký chậm.",
        next_steps="Tổng kết năm.",
        expected_version=report.version,
    )
    assert line(commune.chair, "Xem và ký").sentence == (
        "Báo cáo sơ kết 6 tháng đầu năm 2024 đã soạn xong, chờ anh/chị xem và ký"
    )


# --- tasks -------------------------------------------------------------------------------------


def test_tasks_are_named_from_three_weeks_before(commune: Commune) -> None:
    plan = make_plan(commune.body)
    for days in (-3, 0, SOON, SOON + 1):
        make_task(plan, content=f"Việc {days}", due_on=TODAY + dt.timedelta(days=days))
    make_task(plan, content="Thường xuyên")
    assert sentences(commune.clerk) == ["Việc -3", "Việc 0", f"Việc {SOON}"]
    assert [each.state for each in lines(commune.chair)] == ["stop", "care", "care"]
    assert lines(commune.accountant) == []


def test_a_head_is_told_of_the_tasks_the_unit_leads(commune: Commune) -> None:
    plan = make_plan(commune.body)
    registered(commune)
    task = make_task(plan, content="Việc của thôn", due_on=TODAY)
    assert sentences(commune.village_head) == []
    task.lead_unit = commune.village
    task.save()
    assert sentences(commune.village_head) == ["Việc của thôn"]
    assert sentences(commune.other_head) == []


def test_what_a_plan_says_twice_is_told_once(commune: Commune) -> None:
    plan = make_plan(commune.body)
    first, _ = (make_task(plan, content="Báo cáo", due_on=TODAY) for _ in range(2))
    make_task(plan, content="Báo cáo", due_on=TODAY + dt.timedelta(days=1))
    found = lines(commune.clerk)
    assert [each.sentence for each in found] == ["Báo cáo", "Báo cáo"]
    assert found[0].url == reverse("task", args=[first.pk])


# --- the office --------------------------------------------------------------------------------


def test_the_clerk_is_told_of_all_that_comes_in(commune: Commune) -> None:
    make_plan(commune.body, is_confirmed=False)
    aims = [Aim("giay-khen-ca-nhan", RecipientKind.INDIVIDUAL, 3)]
    registration = send_registration(
        actor=commune.village_head, unit=commune.village, year=YEAR, aims=aims
    )
    submission = sent(commune)
    piece = add_evidence(
        actor=commune.village_head, task=make_task(make_plan(commune.body)), note="Đã họp"
    )
    assert {each.sentence: each.verb for each in lines(commune.clerk)} == {
        "Một kế hoạch vừa đọc chờ anh/chị xem lại và xác nhận": "Xem lại",
        "Một bản đăng ký thi đua chờ tiếp nhận": "Tiếp nhận",
        "Ba đề nghị khen thưởng chờ thẩm định": "Thẩm định",
        "Ba hồ sơ cần xác minh điều kiện theo quy định": "Xác minh",
        "Có minh chứng của nhiệm vụ chờ anh/chị chấp nhận": "Xem",
    }
    assert line(commune.clerk, "Thẩm định").detail.startswith("Phạm Văn Đức, Thôn Phạm Xá, ")
    accept_registration(actor=commune.clerk, registration=registration)
    appraised(commune, submission)
    accept_evidence(actor=commune.clerk, evidence=piece)
    assert {each.verb for each in lines(commune.clerk)} == {
        "Xem lại",
        "Xác minh",
        "Lập phiên họp",
    }
    assert line(commune.clerk, "Lập phiên họp").sentence == (
        "Ba hồ sơ đã thẩm định, chờ đưa ra Hội đồng"
    )


def test_a_closed_meeting_waits_for_its_decision(commune: Commune) -> None:
    meeting = voted(commune, opened(commune, one_row(commune)))
    found = line(commune.clerk, "Soạn quyết định")
    assert found.url == reverse("meeting", args=[meeting.pk])
    drafted(commune, meeting)
    assert lines(commune.clerk) == []


def test_a_list_that_is_not_sent_waits_for_nobody(commune: Commune) -> None:
    written(commune)
    assert lines(commune.clerk) == []
    assert awaited(commune.village_head) == []


# --- a unit ------------------------------------------------------------------------------------


def test_a_head_registers_signs_and_reads(commune: Commune) -> None:
    movement = launch_movement(
        actor=commune.chair,
        kind=MovementKind.REGULAR,
        title="Làm đường hoa",
        launched_on=dt.date(2024, 2, 2),
    )
    document = issue_document(
        actor=commune.clerk,
        kind=DocumentKind.LETTER,
        symbol="CV-UBND",
        abstract="Đẩy mạnh thi đua",
        issued_on=TODAY,
        addressees=[commune.village],
    )
    head = commune.village_head
    assert {each.verb: each.sentence for each in lines(head)} == {
        "Đăng ký": "Thôn Phạm Xá chưa đăng ký thi đua năm 2024",
        "Ký giao ước": "Phong trào “Làm đường hoa” chờ anh/chị ký giao ước",
        "Đọc": f"{document} gửi tới Thôn Phạm Xá, chưa xác nhận đã đọc",
    }
    registered(commune)
    sign_pledge(actor=head, movement=movement, unit=commune.village, signed_on=TODAY)
    mark_read(actor=head, document=document)
    assert lines(head) == []
    assert lines(commune.accountant) == []


def test_a_returned_nomination_comes_back_with_its_reason(commune: Commune) -> None:
    registered(commune)
    submission = sent(commune)
    row = submission.nominations.get(order=1)
    take_step(actor=commune.clerk, nomination=row, name="return", reason="Thiếu biên bản")
    found = line(commune.village_head, "Bổ sung")
    assert (found.sentence, found.detail) == (
        "Hồ sơ của Phạm Văn Đức bị trả lại",
        "Lý do: Thiếu biên bản",
    )
    assert found.url == reverse("nomination", args=[row.pk])
    assert awaited(commune.clerk) == ["Thôn Phạm Xá bổ sung hồ sơ của Phạm Văn Đức"]
    assert len(awaited(commune.village_head)) == 2
    take_step(actor=commune.village_head, nomination=row, name="send")
    assert lines(commune.village_head) == []
    assert len(awaited(commune.village_head)) == 3


# --- all of them -------------------------------------------------------------------------------


def test_every_line_leads_to_a_page_that_opens(commune: Commune, client: Client) -> None:
    plan = make_plan(commune.body)
    add_evidence(actor=commune.village_head, task=make_task(plan, due_on=TODAY), note="Đã họp")
    launch_movement(
        actor=commune.chair, kind=MovementKind.REGULAR, title="Đường hoa", launched_on=TODAY
    )
    opened(commune)
    people = {commune.clerk, commune.chair, *commune.heads}
    for actor in people:
        client.force_login(actor.user)
        for each in (*lines(actor), *awaited_from_others(actor, year=YEAR)):
            assert client.get(each.url).status_code == 200, each
            assert each.verb
            assert each.state in URGENCY
