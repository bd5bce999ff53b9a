from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from tests.factories.accounts import make_actor
from tests.factories.organizations import make_person
from tests.scenarios.commune import TODAY, called, one_row, opened, person_of, voted
from tests.scenarios.refusal import refused

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.accounts.enums import Role
from vinhdanh.accounts.models import Membership
from vinhdanh.councils.enums import CouncilRole, MeetingPaperKind
from vinhdanh.councils.models import Council, WorkPlan
from vinhdanh.councils.queries.meetings import standing_council
from vinhdanh.councils.services.founding import found_council
from vinhdanh.councils.services.own_rules import Rules, change_rules
from vinhdanh.councils.services.papers import issue_meeting_paper
from vinhdanh.councils.services.plans import Foreseen, plan_year
from vinhdanh.councils.services.seats import Seat, add_member, end_seat, replace_member
from vinhdanh.records.enums import DocumentState

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune

    from vinhdanh.organizations.models import Person

DECISION = "Quyết định số 52/QĐ-UBND ngày 24/6/2024"
TOO_EARLY = (
    "Hội đồng Thi đua – Khen thưởng xã Minh Tiến được thành lập ngày 01/07/2021: ngày thành lập Hội"
    " đồng mới phải sau ngày đó."
)
RULES = Rules(source="Quy chế ban hành kèm theo Quyết định số 52/QĐ-UBND")


@pytest.fixture
def newcomer(commune: Commune) -> Person:
    """Lý Văn Mới, who has an account and no role."""
    person = make_person(commune.body, "Lý Văn Mới")
    make_actor("moi", person, (commune.village, Role.UNIT_HEAD))
    return person


def seats(commune: Commune) -> list[Seat]:
    return [
        Seat(person_of(commune.chair), CouncilRole.CHAIR),
        Seat(person_of(commune.members[1]), CouncilRole.DEPUTY),
        Seat(person_of(commune.clerk), CouncilRole.SECRETARY),
    ]


def found(commune: Commune, **changes: Any) -> Council:
    facts: dict[str, Any] = {
        "actor": commune.clerk,
        "name": "Hội đồng Thi đua - Khen thưởng xã Minh Tiến",
        "decision": DECISION,
        "established_on": TODAY,
        "rules": RULES,
        "seats": seats(commune),
    }
    return found_council(**facts | changes)


# --- founding ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"name": " "}, "name", "Chưa ghi tên Hội đồng: hãy ghi đủ rồi lưu lại."),
        (
            {"decision": ""},
            "decision",
            "Chưa ghi số và ngày quyết định thành lập: hãy ghi đủ rồi lưu lại.",
        ),
        (
            {"seats": []},
            "seats",
            "Hội đồng cần đúng một Chủ tịch: hãy chọn vai trò Chủ tịch cho một thành viên.",
        ),
        (
            {"established_on": dt.date(2021, 7, 1)},
            "established_on",
            TOO_EARLY,
        ),
        (
            {"term_ends_on": TODAY},
            "term_ends_on",
            "Nhiệm kỳ kết thúc trước khi bắt đầu: hãy ghi lại ngày.",
        ),
        (
            {"rules": replace(RULES, quorum=(3, 2))},
            "quorum",
            "Số người cần có mặt phải là một phần của tổng số, ví dụ 2/3: hãy ghi lại.",
        ),
        (
            {"rules": replace(RULES, source="")},
            "source",
            "Chưa ghi văn bản đặt ra quy chế: hãy ghi đủ rồi lưu lại.",
        ),
    ],
)
def test_a_council_lacks_nothing(
    commune: Commune, changes: dict[str, Any], field: str, sentence: str
) -> None:
    with refused(sentence, field=field):
        found(commune, **changes)


def test_nobody_sits_twice(commune: Commune) -> None:
    twice = [*seats(commune), Seat(person_of(commune.clerk), CouncilRole.MEMBER)]
    with refused("Nguyễn Thị Hạnh được ghi hai lần trong danh sách.", field="seats"):
        found(commune, seats=twice)


def test_members_found_no_council(commune: Commune) -> None:
    with refused(
        "Anh/chị chưa có quyền thành lập, kiện toàn Hội đồng: việc này của Công chức phụ trách thi"
        " đua và Chủ tịch.",
        error=NotAllowedError,
    ):
        found(commune, actor=commune.women_head)


def test_a_council_that_still_meets_is_not_followed(commune: Commune) -> None:
    called(commune, one_row(commune))
    with refused(
        "Phiên họp ngày 24/06/2024 của Hội đồng trước chưa xong: hãy kết thúc hoặc hủy phiên họp đó"
        " trước."
    ):
        found(commune)


def test_a_new_council_ends_the_one_before(commune: Commune) -> None:
    council = found(commune, term_ends_on=dt.date(2026, 6, 30))
    commune.council.refresh_from_db()
    assert commune.council.ended_on == TODAY
    assert standing_council(commune.body, as_of=TODAY) == council
    assert standing_council(commune.body, as_of=TODAY - dt.timedelta(1)) == commune.council
    assert [str(member) for member in council.sitting(TODAY)] == [
        "Ngô Văn Quyên",
        "Vũ Văn Bình",
        "Nguyễn Thị Hạnh",
    ]
    voters = Membership.objects.filter(role=Role.COUNCIL_MEMBER, unit=commune.body)
    assert set(voters.values_list("user__username", flat=True)) == {"quyen", "binh", "hanh"}


# --- changes -----------------------------------------------------------------------------------


def test_one_chair_at_a_time(commune: Commune, newcomer: Person) -> None:
    with refused(
        "Ngô Văn Quyên đang là Chủ tịch Hội đồng: hãy cho thôi trước, hoặc dùng “Thay thành viên”.",
        field="role",
    ):
        add_member(
            actor=commune.clerk,
            council=commune.council,
            seat=Seat(newcomer, CouncilRole.CHAIR),
            since=TODAY,
            decision=DECISION,
        )


def test_who_joins_may_vote_from_then_on(commune: Commune, newcomer: Person) -> None:
    seat = Seat(newcomer, CouncilRole.MEMBER, "Trưởng Công an xã")
    with refused(
        "Chưa ghi quyết định bổ sung thành viên: hãy ghi đủ rồi lưu lại.", field="decision"
    ):
        add_member(
            actor=commune.clerk, council=commune.council, seat=seat, since=TODAY, decision=" "
        )
    member = add_member(
        actor=commune.clerk, council=commune.council, seat=seat, since=TODAY, decision=DECISION
    )
    assert (member.joined_on, member.joined_by, member.order) == (TODAY, DECISION, 8)
    with refused("Lý Văn Mới đang là thành viên Hội đồng.", field="person"):
        add_member(
            actor=commune.clerk, council=commune.council, seat=seat, since=TODAY, decision=DECISION
        )
    assert Membership.objects.filter(user__person=newcomer, role=Role.COUNCIL_MEMBER).exists()
    assert called(commune, one_row(commune)).attendance.count() == 8


def test_who_leaves_votes_no_more(commune: Commune) -> None:
    member = commune.seat(commune.members[-1])
    meeting = opened(commune, one_row(commune))
    with refused("Hội đồng đang họp nên chưa cho Hoàng Văn Sơn thôi được: hãy chờ họp xong."):
        end_seat(actor=commune.clerk, member=member, on=TODAY, decision=DECISION)
    voted(commune, meeting)
    end_seat(actor=commune.clerk, member=member, on=TODAY, decision=DECISION)
    with refused("Hoàng Văn Sơn đã thôi tham gia Hội đồng từ ngày 24/06/2024."):
        end_seat(actor=commune.clerk, member=member, on=TODAY, decision=DECISION)
    assert commune.council.sitting(TODAY).count() == 6
    assert commune.council.sitting(TODAY - dt.timedelta(1)).count() == 7
    assert not Membership.objects.filter(
        user=commune.members[-1].user, role=Role.COUNCIL_MEMBER
    ).exists()


def test_a_seat_does_not_end_before_its_day(commune: Commune) -> None:
    """Who is still expected and counted must still be able to vote."""
    member, tomorrow = commune.seat(commune.members[-1]), TODAY + dt.timedelta(1)
    with refused(
        "Ngày 25/06/2024 chưa tới, Hoàng Văn Sơn còn là thành viên và còn biểu quyết: hãy ghi khi"
        " tới ngày đó.",
        field="since",
    ):
        end_seat(actor=commune.clerk, member=member, on=tomorrow, decision=DECISION)
    assert Membership.objects.filter(
        user=commune.members[-1].user, role=Role.COUNCIL_MEMBER
    ).exists()


def test_a_chair_is_replaced_in_one_act(commune: Commune, newcomer: Person) -> None:
    came = replace_member(
        actor=commune.clerk,
        member=commune.seat(commune.chair),
        seat=Seat(newcomer, CouncilRole.CHAIR, "Chủ tịch UBND xã"),
        on=TODAY,
        decision=DECISION,
    )
    assert str(commune.council.sitting(TODAY)[0]) == "Lý Văn Mới"
    assert (came.order, came.role) == (1, "chair")


def test_rules_do_not_change_in_a_meeting(commune: Commune) -> None:
    meeting = opened(commune, one_row(commune))
    with refused("Hội đồng đang họp nên chưa đổi quy chế được: hãy chờ phiên họp kết thúc."):
        change_rules(actor=commune.clerk, council=commune.council, rules=RULES)
    voted(commune, meeting)
    rules = replace(RULES, quorum=(4, 5), has_second_round=True)
    council = change_rules(actor=commune.clerk, council=commune.council, rules=rules)
    assert (council.quorum_numerator, council.quorum_denominator) == (4, 5)
    assert council.has_second_round


# --- papers ------------------------------------------------------------------------------------


def test_a_year_is_planned_in_a_draft(commune: Commune) -> None:
    with refused("Chưa ghi phiên họp nào: hãy ghi nội dung cho ít nhất một quý."):
        plan_year(actor=commune.clerk, council=commune.council, year=2024, meetings=[])
    meetings = [Foreseen(2, "Xét khen thưởng 6 tháng"), Foreseen(4, "Xét khen thưởng năm")]
    plan = plan_year(actor=commune.clerk, council=commune.council, year=2024, meetings=meetings)
    assert plan.document
    assert (plan.document.symbol, plan.document.state) == ("KH-HĐTĐKT", DocumentState.DRAFT)
    assert "- Xét khen thưởng 6 tháng." in plan.document.content
    again = plan_year(
        actor=commune.clerk, council=commune.council, year=2024, meetings=meetings[:1]
    )
    assert (WorkPlan.objects.count(), again.meetings.count()) == (1, 1)
    assert again.document == plan.document


def test_an_invitation_takes_a_number_once_and_before_the_meeting(commune: Commune) -> None:
    meeting = called(commune, one_row(commune))
    paper = issue_meeting_paper(
        actor=commune.clerk, meeting=meeting, kind=MeetingPaperKind.INVITATION
    )
    assert paper.document.code == "01/GM-HĐTĐKT"
    assert paper.document.files.count() == 2
    with refused("Giấy mời số 01/GM-HĐTĐKT đã ban hành cho phiên họp này: hãy mở văn bản đó."):
        issue_meeting_paper(actor=commune.clerk, meeting=meeting, kind=MeetingPaperKind.INVITATION)
    with refused(
        "Phiên họp chưa kết thúc nên chưa có kết luận để thông báo: hãy kết thúc phiên họp."
    ):
        issue_meeting_paper(actor=commune.clerk, meeting=meeting, kind=MeetingPaperKind.CONCLUSION)


def test_a_conclusion_tells_what_was_decided(commune: Commune) -> None:
    meeting = voted(commune, opened(commune, one_row(commune)))
    paper = issue_meeting_paper(
        actor=commune.chair, meeting=meeting, kind=MeetingPaperKind.CONCLUSION
    )
    assert paper.document.code == "01/TB-HĐTĐKT"
    (conclusion,) = paper.document.files.all()[0].manifest["context"]["conclusions"]
    assert conclusion["text"] == (
        "Thống nhất đề nghị khen thưởng 01 trường hợp: Phạm Văn Đức (Giấy khen, 7/7 thành"
        " viên được biểu quyết đồng ý)."
    )
