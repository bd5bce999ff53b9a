from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, transaction
from tests.councils.test_meetings import ELSEWHERE, for_a_member, stranger
from tests.scenarios.commune import (
    called,
    one_row,
    opened,
    vote_on,
    voted,
)
from tests.scenarios.refusal import refused

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.accounts.enums import Role
from vinhdanh.councils.enums import Choice, VoteForm
from vinhdanh.councils.models import Ballot, Participation
from vinhdanh.councils.services.ballots import cast_ballot, count_item, defer_item
from vinhdanh.councils.services.meetings import close_meeting, open_meeting, take_attendance
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.nominations.models import Nomination

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.councils.models import AgendaItem, CouncilMember

SOLDIER = "chien-si-thi-dua-co-so"
NOT_OPEN = "Phiên họp chưa khai mạc nên chưa biểu quyết được: hãy chờ Chủ tịch Hội đồng khai mạc."
CLOSED = "Phiên họp đã kết thúc nên không biểu quyết được nữa."
DECIDED = (
    "Ngô Văn Quyên đã chốt kết quả hồ sơ của Phạm Văn Đức lúc … ngày 24/06/2024: hãy tải lại trang."
)
NOT_THE_CHAIR = "Anh/chị chưa có quyền điều hành phiên họp: việc này của Chủ tịch."


def cast(
    commune: Commune,
    item: AgendaItem,
    actor: Actor,
    *,
    member: CouncilMember | None = None,
    choice: Choice = Choice.FOR,
) -> Ballot:
    return cast_ballot(actor=actor, item=item, member=member or commune.seat(actor), choice=choice)


@pytest.fixture
def item(commune: Commune) -> AgendaItem:
    """Phạm Văn Đức's certificate before an open meeting, everybody present."""
    return opened(commune, one_row(commune)).items.get()


# --- voting ------------------------------------------------------------------------------------


def test_no_vote_before_the_opening_nor_after_the_end(commune: Commune) -> None:
    meeting = called(commune, one_row(commune))
    first = meeting.items.all()[0]
    with refused(NOT_OPEN):
        cast(commune, first, commune.women_head)
    voted(commune, open_meeting(actor=commune.chair, meeting=meeting))
    with refused(CLOSED):
        cast(commune, first, commune.women_head)


def test_a_decided_item_takes_no_more_votes(commune: Commune, item: AgendaItem) -> None:
    vote_on(commune, item)
    with refused(DECIDED):
        cast(commune, item, commune.chair)


def test_the_absent_do_not_vote(commune: Commune) -> None:
    absent = commune.members[-1]
    meeting = opened(commune, absent=[absent])
    with refused("Hoàng Văn Sơn không có mặt trong phiên họp nên không biểu quyết được."):
        cast(commune, meeting.items.all()[0], absent)


def test_the_recused_do_not_vote(commune: Commune) -> None:
    own = opened(commune, for_a_member(commune)).items.get()
    with refused(
        "Trần Thị Lụa không tham gia biểu quyết hồ sơ này vì là người được đề nghị khen thưởng."
    ):
        cast(commune, own, commune.women_head)


def test_a_changed_mind_is_still_one_vote(commune: Commune, item: AgendaItem) -> None:
    cast(commune, item, commune.women_head)
    cast(commune, item, commune.women_head, choice=Choice.AGAINST)
    assert list(Ballot.objects.values_list("choice", flat=True)) == ["against"]
    assert history_of(item)[0].sentence == "biểu quyết “Không đồng ý”, thay cho “Đồng ý”"
    with refused("Trần Thị Lụa đã biểu quyết hồ sơ này rồi."):
        cast(commune, item, commune.clerk, member=commune.seat(commune.women_head))


def test_a_member_does_not_vote_for_another(commune: Commune, item: AgendaItem) -> None:
    with refused("Anh/chị không biểu quyết thay Ngô Văn Quyên được.", error=NotAllowedError):
        cast(commune, item, commune.women_head, member=commune.seat(commune.chair))


def test_a_seat_without_the_role_does_not_vote(commune: Commune, item: AgendaItem) -> None:
    seat = commune.seat(commune.women_head)
    head_only = type(commune.women_head)(
        user=commune.women_head.user,
        body=commune.body,
        roles=frozenset({Role.UNIT_HEAD}),
        units=commune.women_head.units,
    )
    with refused(
        "Anh/chị chưa có quyền biểu quyết: việc này của Chủ tịch và Thành viên Hội đồng.",
        error=NotAllowedError,
    ):
        cast(commune, item, head_only, member=seat)


def test_another_commune_neither_votes_nor_enters_votes(commune: Commune, item: AgendaItem) -> None:
    guest = stranger(commune)
    for member in (guest, commune.seat(commune.chair)):
        with refused(ELSEWHERE, error=NotAllowedError):
            cast(commune, item, commune.outsider, member=member)
    with refused("Đào Văn Khách không có mặt trong phiên họp nên không biểu quyết được."):
        cast(commune, item, commune.clerk, member=guest)


def test_an_own_vote_is_ones_own(commune: Commune, item: AgendaItem) -> None:
    ballot = cast(commune, item, commune.women_head, choice=Choice.ABSTAIN)
    assert (ballot.choice, ballot.entered_by) == ("abstain", "")
    assert ballot.participation is not None
    assert ballot.participation.member == commune.seat(commune.women_head)
    event = history_of(item)[0]
    assert (event.actor, event.sentence) == ("Trần Thị Lụa", "biểu quyết “Không có ý kiến”")


def test_the_clerk_enters_a_raised_hand_under_her_own_name(
    commune: Commune, item: AgendaItem
) -> None:
    ballot = cast(
        commune, item, commune.clerk, member=commune.seat(commune.chair), choice=Choice.AGAINST
    )
    assert (str(ballot), ballot.entered_by) == ("Không đồng ý", "Nguyễn Thị Hạnh")
    event = history_of(item)[0]
    assert (event.actor, event.sentence) == (
        "Nguyễn Thị Hạnh",
        "ghi biểu quyết “Không đồng ý” của Ngô Văn Quyên",
    )


def test_the_chair_records_nobody_elses_vote(commune: Commune, item: AgendaItem) -> None:
    with refused("Anh/chị không biểu quyết thay Trần Thị Lụa được.", error=NotAllowedError):
        cast(commune, item, commune.chair, member=commune.seat(commune.women_head))


def test_an_own_vote_replaces_a_recorded_one_until_the_count(
    commune: Commune, item: AgendaItem
) -> None:
    seat = commune.seat(commune.women_head)
    cast(commune, item, commune.clerk, member=seat, choice=Choice.AGAINST)
    with refused("Trần Thị Lụa đã biểu quyết hồ sơ này rồi."):
        cast(commune, item, commune.clerk, member=seat)
    ballot = cast(commune, item, commune.women_head)
    assert list(Ballot.objects.values_list("choice", "entered_by")) == [("for", "")]
    assert history_of(item)[0].sentence == (
        "biểu quyết “Đồng ý”, thay cho “Không đồng ý” do Nguyễn Thị Hạnh ghi giơ tay"
    )
    assert Ballot.objects.get() == ballot


# --- counting ----------------------------------------------------------------------------------


def test_nothing_is_counted_while_somebody_is_awaited(commune: Commune, item: AgendaItem) -> None:
    for actor in commune.members[:5]:
        cast(commune, item, actor)
    with refused(
        "Còn 2 người có mặt chưa biểu quyết hồ sơ của Phạm Văn Đức: Bùi Thị An, Hoàng Văn Sơn."
        " Hãy chờ hoặc ghi biểu quyết giơ tay của họ rồi chốt."
    ):
        count_item(actor=commune.chair, item=item)


def test_nothing_is_counted_below_the_quorum(commune: Commune, item: AgendaItem) -> None:
    """Attendance may fall below it; the vote then waits, or the item is put off."""
    stay = item.meeting.attendance.filter(
        member__in=[commune.seat(actor) for actor in commune.members[:4]]
    )
    take_attendance(
        actor=commune.clerk, meeting=item.meeting, present=list(stay.values_list("pk", flat=True))
    )
    for actor in commune.members[:4]:
        cast(commune, item, actor)
    with refused(
        "Phiên họp chỉ còn 4/7 người có mặt, cần ít nhất 5 nên chưa chốt kết quả được: hãy ghi thêm"
        " người có mặt, hoặc hoãn xét hồ sơ này."
    ):
        count_item(actor=commune.chair, item=item)
    deferred = defer_item(actor=commune.chair, item=item, reason="Chưa đủ người")
    assert deferred.defer_reason == "Chưa đủ người"


def test_only_the_chair_counts_and_defers(commune: Commune, item: AgendaItem) -> None:
    with refused(NOT_THE_CHAIR, error=NotAllowedError):
        count_item(actor=commune.clerk, item=item)
    with refused(NOT_THE_CHAIR, error=NotAllowedError):
        defer_item(actor=commune.clerk, item=item, reason="Chờ xác minh")
    with refused(ELSEWHERE, error=NotAllowedError):
        count_item(actor=commune.outsider, item=item)
    with refused(ELSEWHERE, error=NotAllowedError):
        defer_item(actor=commune.outsider, item=item, reason="Chờ xác minh")


def test_a_vote_of_nobody_is_not_counted(commune: Commune, item: AgendaItem) -> None:
    for member in commune.council.members.all():
        item.recusals.create(member=member, reason="Là người thân")
    with refused(
        "Không còn thành viên nào được biểu quyết hồ sơ của Phạm Văn Đức: hãy hoãn xét hồ sơ này."
    ):
        count_item(actor=commune.chair, item=item)


@pytest.mark.parametrize(
    ("against", "abstain", "outcome"),
    [
        (0, 0, "approved"),
        (3, 0, "approved"),
        (4, 0, "not_approved"),
        (0, 4, "not_approved"),
        (2, 2, "not_approved"),
        (7, 0, "not_approved"),
    ],
)
def test_a_result_is_counted_and_moves_the_nomination(
    commune: Commune, item: AgendaItem, against: int, abstain: int, outcome: str
) -> None:
    item = vote_on(commune, item, against=against, abstain=abstain)
    assert (item.votes_for, item.votes_against, item.votes_abstain, item.denominator) == (
        7 - against - abstain,
        against,
        abstain,
        7,
    )
    assert item.threshold == "trên 50% trong 7 thành viên được biểu quyết"
    assert item.threshold_source == "Quy chế hoạt động của Hội đồng"
    assert item.outcome == Nomination.objects.get().state == outcome


def test_exactly_half_does_not_pass(commune: Commune) -> None:
    """One of seven is recused: six are entitled, three agree."""
    item = vote_on(commune, opened(commune, for_a_member(commune)).items.get(), against=3)
    assert (item.votes_for, item.denominator, item.outcome) == (3, 6, "not_approved")


def test_the_absent_count_among_the_entitled(commune: Commune) -> None:
    """Five of seven are present; three agree, which is less than half of seven."""
    meeting = opened(commune, absent=commune.members[5:])
    item = vote_on(commune, meeting.items.all()[0], against=2)
    assert (item.votes_for, item.denominator, item.outcome) == (3, 7, "not_approved")


@pytest.mark.parametrize(("against", "outcome"), [(1, "approved"), (2, "not_approved")])
def test_the_laws_eighty_percent_counts_all_seven(
    commune: Commune, item: AgendaItem, against: int, outcome: str
) -> None:
    """6/7 is 85.7 %, 5/7 is 71.4 %."""
    Nomination.objects.update(honour=SOLDIER)
    type(item).objects.update(form=VoteForm.WRITTEN)
    item = vote_on(commune, item, against=against)
    assert (item.denominator, item.outcome) == (7, outcome)
    assert item.threshold == "từ 80% trên tổng số 7 thành viên"
    assert item.threshold_source == "Khoản 7 Điều 30 Nghị định 98/2023/NĐ-CP"


def test_the_laws_eighty_percent_does_not_forget_the_recused(commune: Commune) -> None:
    """The nominee of the seven is recused; five of the six others agree: 71.4 % of seven."""
    item = opened(commune, for_a_member(commune)).items.get()
    Nomination.objects.update(honour=SOLDIER)
    type(item).objects.update(form=VoteForm.WRITTEN)
    item.nomination.refresh_from_db()
    item = vote_on(commune, item, against=1)
    assert (item.votes_for, item.denominator, item.outcome) == (5, 7, "not_approved")


def test_a_counted_item_is_frozen(commune: Commune, item: AgendaItem) -> None:
    vote_on(commune, item)
    for act in (
        lambda: count_item(actor=commune.chair, item=item),
        lambda: defer_item(actor=commune.chair, item=item, reason="Nghĩ lại"),
        lambda: cast(commune, item, commune.chair),
    ):
        with refused(DECIDED):
            act()
    assert history_of(item)[0].sentence == (
        "chốt kết quả Phạm Văn Đức: 7/7 thành viên được biểu quyết đồng ý, thông qua"
    )


def test_a_decided_item_keeps_its_count(commune: Commune, item: AgendaItem) -> None:
    vote_on(commune, item)
    for lost in ({"votes_for": None}, {"denominator": 0}, {"threshold_source": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            type(item).objects.update(**lost)


# --- deferral ----------------------------------------------------------------------------------


def test_a_deferral_owes_its_reason(commune: Commune, item: AgendaItem) -> None:
    with refused("Cần ghi lý do trước khi hoãn xét: đơn vị sẽ đọc câu này.", field="reason"):
        defer_item(actor=commune.chair, item=item, reason=" ")


def test_a_deferred_nomination_comes_before_a_later_meeting(
    commune: Commune, item: AgendaItem
) -> None:
    cast(commune, item, commune.chair)
    item = defer_item(actor=commune.chair, item=item, reason="Chờ xác minh diện tích")
    nomination = Nomination.objects.get()
    assert (item.outcome, nomination.state) == ("deferred", "deferred")
    assert nomination.steps.latest("id").reason == "Chờ xác minh diện tích"
    close_meeting(actor=commune.chair, meeting=item.meeting)
    later = opened(commune, nomination.submission).items.get()
    assert later != item
    assert vote_on(commune, later).outcome == "approved"


# --- the tables --------------------------------------------------------------------------------


def test_a_named_ballot_says_whose_it_is_and_once(commune: Commune, item: AgendaItem) -> None:
    cast(commune, item, commune.chair)
    with pytest.raises(IntegrityError), transaction.atomic():
        Participation.objects.create(item=item, member=commune.seat(commune.chair))
    with pytest.raises(IntegrityError), transaction.atomic():
        Ballot.objects.create(item=item, choice=Choice.FOR)
