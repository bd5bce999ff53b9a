from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, transaction
from tests.factories.organizations import make_household
from tests.scenarios.commune import (
    CERTIFICATE,
    FAMILY,
    PERIOD,
    TODAY,
    UNIT_CERTIFICATE,
    appraised,
    called,
    one_row,
    opened,
    person_of,
    sent,
    vote_on,
    voted,
)
from tests.scenarios.refusal import refused

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.councils.models import AgendaItem, Council, CouncilMember, Meeting, Recusal
from vinhdanh.councils.queries.meetings import items_awaiting, standing_council
from vinhdanh.councils.services.meetings import (
    call_meeting,
    close_meeting,
    open_meeting,
    take_attendance,
)
from vinhdanh.councils.services.recusals import recuse, withdraw_recusal
from vinhdanh.kernel.errors import StaleError
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.nominations.services.submissions import Proposal
from vinhdanh.organizations.services.recipients import (
    recipient_for_household,
    recipient_for_person,
    recipient_for_unit,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.scenarios.commune import Commune

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.nominations.models import Nomination, Submission

COUNTED = (
    "Ngô Văn Quyên đã chốt kết quả hồ sơ của Phạm Văn Đức lúc … ngày 24/06/2024: hãy tải lại trang."
)
ELSEWHERE = "Việc này thuộc cơ quan khác."
NOT_THE_OFFICE = (
    "Anh/chị chưa có quyền ghi nhận người không tham gia biểu quyết: việc này của Công chức phụ"
    " trách thi đua và Chủ tịch."
)


def call(
    commune: Commune, nominations: Sequence[Nomination], *, actor: Actor | None = None
) -> Meeting:
    return call_meeting(
        actor=actor or commune.clerk,
        council=commune.council,
        title=" Xét  khen thưởng ",
        held_on=TODAY,
        place="Phòng họp",
        nominations=nominations,
    )


def for_a_member(commune: Commune) -> Submission:
    """A list in which the head of the women's union, a council member, is nominated."""
    person = person_of(commune.women_head)
    row = Proposal(recipient_for_person(person), "", CERTIFICATE, "Vận động hội viên", PERIOD)
    return appraised(commune, sent(commune, head=commune.women_head, rows=[row]))


def mark(commune: Commune, meeting: Meeting, *present: Actor) -> Meeting:
    rows = meeting.attendance.filter(member__person__in=[person_of(each) for each in present])
    return take_attendance(
        actor=commune.clerk, meeting=meeting, present=list(rows.values_list("pk", flat=True))
    )


# --- calling -----------------------------------------------------------------------------------


def test_a_meeting_has_something_to_vote_on(commune: Commune) -> None:
    with refused(
        "Phiên họp chưa có hồ sơ nào để xét: hãy chọn ít nhất một đề nghị đã thẩm định.",
        field="nominations",
    ):
        call(commune, [])


def test_only_appraised_nominations_come_before_the_council(commune: Commune) -> None:
    first, second, _ = appraised(commune).nominations.all()
    type(second).objects.filter(pk=second.pk).update(state="sent")
    with refused("Hồ sơ của Thôn Phạm Xá đang ở bước “đã gửi, chờ thẩm định”."):
        call(commune, [first, second])


def test_a_nomination_is_on_one_open_agenda(commune: Commune) -> None:
    meeting = called(commune)
    nominations = [item.nomination for item in meeting.items.all()]
    with refused("Hồ sơ của Phạm Văn Đức đang ở bước “đang trình hội đồng”."):
        call(commune, nominations)


def test_members_do_not_call_meetings(commune: Commune) -> None:
    nominations = list(appraised(commune).nominations.all())
    with refused(
        "Anh/chị chưa có quyền lập phiên họp Hội đồng: việc này của Công chức phụ trách thi đua"
        " và Chủ tịch.",
        error=NotAllowedError,
    ):
        call(commune, nominations, actor=commune.women_head)


def test_a_council_of_another_commune_is_not_called(commune: Commune) -> None:
    nominations = list(appraised(commune).nominations.all())
    with refused(ELSEWHERE, error=NotAllowedError):
        call(commune, nominations, actor=commune.outsider)


def test_a_meeting_expects_every_member_and_keeps_the_order(commune: Commune) -> None:
    nominations = list(appraised(commune).nominations.all())
    meeting = call(commune, nominations)
    assert (meeting.title, meeting.state) == ("Xét khen thưởng", "planned")
    assert [row.member.person for row in meeting.attendance.all()] == [
        person_of(each) for each in commune.members
    ]
    assert [item.nomination for item in meeting.items.all()] == nominations
    assert {item.nomination.state for item in meeting.items.all()} == {"before_council"}
    assert [event.sentence for event in history_of(meeting)] == [
        "lập phiên họp ngày 24/06/2024 xét 3 đề nghị"
    ]


def test_a_nominee_in_the_council_is_recused_at_once(commune: Commune) -> None:
    meeting = called(commune, for_a_member(commune), appraised(commune))
    recusal = Recusal.objects.get()
    assert (recusal.item, recusal.member) == (
        meeting.items.all()[0],
        commune.seat(commune.women_head),
    )
    assert str(recusal) == "Trần Thị Lụa: là người được đề nghị khen thưởng"


# --- attendance, opening ------------------------------------------------------------------------


def test_too_few_members_cannot_open(commune: Commune) -> None:
    meeting = mark(commune, called(commune), *commune.members[:4])
    with refused(
        "Chưa đủ số người để họp: có mặt 4/7, cần ít nhất 5 (2/3 theo Quy chế hoạt động của Hội"
        " đồng). Hãy điểm danh thêm hoặc dời ngày họp."
    ):
        open_meeting(actor=commune.chair, meeting=meeting)


def test_the_quorum_is_enough(commune: Commune) -> None:
    meeting = mark(commune, called(commune), *commune.members[:5])
    meeting = open_meeting(actor=commune.chair, meeting=meeting)
    assert meeting.state == "open"
    assert history_of(meeting)[0].sentence == (
        "khai mạc phiên họp, có mặt 5/7, Ngô Văn Quyên chủ trì"
    )


def test_only_the_chair_opens_and_once(commune: Commune) -> None:
    meeting = called(commune)
    with refused(
        "Anh/chị chưa có quyền điều hành phiên họp: việc này của Chủ tịch.", error=NotAllowedError
    ):
        open_meeting(actor=commune.clerk, meeting=meeting)
    with refused(ELSEWHERE, error=NotAllowedError):
        open_meeting(actor=commune.outsider, meeting=meeting)
    open_meeting(actor=commune.chair, meeting=meeting)
    with refused(
        "Ngô Văn Quyên đã khai mạc phiên họp lúc … ngày 24/06/2024: hãy tải lại trang để xem diễn"
        " biến.",
        error=StaleError,
    ):
        open_meeting(actor=commune.chair, meeting=meeting)


def test_a_council_is_in_one_meeting_at_a_time(commune: Commune) -> None:
    first = opened(commune, one_row(commune))
    second = called(commune, for_a_member(commune))
    with refused(
        "Hội đồng đang họp phiên “Xét khen thưởng 6 tháng đầu năm 2024” ngày 24/06/2024: hãy kết"
        " thúc phiên đó rồi khai mạc phiên này."
    ):
        open_meeting(actor=commune.chair, meeting=second)
    with pytest.raises(IntegrityError), transaction.atomic():
        Meeting.objects.filter(pk=second.pk).update(
            state="open",
            opened_at=first.opened_at,
            presided_by=first.presided_by,
            secretary_name="Nguyễn Thị Hạnh",
        )
    voted(commune, first)
    assert open_meeting(actor=commune.chair, meeting=second).state == "open"


def test_attendance_is_the_offices_to_take_until_the_end(commune: Commune) -> None:
    meeting = called(commune, one_row(commune))
    with refused(ELSEWHERE, error=NotAllowedError):
        take_attendance(actor=commune.outsider, meeting=meeting, present=[])
    with refused(NOT_THE_OFFICE, error=NotAllowedError):
        take_attendance(actor=commune.women_head, meeting=meeting, present=[])
    open_meeting(actor=commune.chair, meeting=meeting)
    voted(commune, meeting)
    with refused("Phiên họp đã kết thúc nên không sửa điểm danh được."):
        take_attendance(actor=commune.clerk, meeting=meeting, present=[])


def test_who_has_voted_stays_present(commune: Commune) -> None:
    meeting = opened(commune, one_row(commune))
    vote_on(commune, meeting.items.all()[0])
    with refused("Ngô Văn Quyên đã biểu quyết nên không ghi vắng được: hãy giữ là có mặt."):
        mark(commune, meeting)


def test_attendance_ignores_rows_of_other_meetings(commune: Commune) -> None:
    meeting = called(commune)
    take_attendance(actor=commune.clerk, meeting=meeting, present=[0, 10**6])
    assert not meeting.attendance.filter(is_present=True).exists()
    assert history_of(meeting)[0].sentence == "điểm danh: có mặt 0/7"


# --- recusal -----------------------------------------------------------------------------------


def test_a_recusal_has_its_reason(commune: Commune) -> None:
    item = opened(commune).items.all()[0]
    with refused(
        "Chưa ghi vì sao Vũ Văn Bình không tham gia biểu quyết: hãy ghi một câu.", field="reason"
    ):
        recuse(actor=commune.clerk, item=item, member=commune.seat(commune.members[1]), reason=" ")


def test_who_has_voted_and_what_is_decided_is_not_recused(commune: Commune) -> None:
    meeting = opened(commune)
    first, second, _ = meeting.items.all()
    vote_on(commune, first)
    seat = commune.seat(commune.chair)
    with refused(COUNTED, error=StaleError):
        recuse(actor=commune.clerk, item=first, member=seat, reason="Là người thân")
    second.participations.create(member=seat)
    with refused("Ngô Văn Quyên đã biểu quyết nội dung này."):
        recuse(actor=commune.clerk, item=second, member=seat, reason="Là người thân")


def test_a_member_does_not_recuse_another(commune: Commune) -> None:
    item = opened(commune).items.all()[0]
    seat = commune.seat(commune.chair)
    with refused(NOT_THE_OFFICE, error=NotAllowedError):
        recuse(actor=commune.women_head, item=item, member=seat, reason="Là người thân")
    with refused(ELSEWHERE, error=NotAllowedError):
        recuse(actor=commune.outsider, item=item, member=seat, reason="Là người thân")


def stranger(commune: Commune) -> CouncilMember:
    """A seat in the council of the other commune."""
    council = Council.objects.create(
        body=commune.outsider.body, name="Hội đồng", established_on=TODAY, rule_source="?"
    )
    return CouncilMember.objects.create(
        council=council, person=person_of(commune.outsider), role="member"
    )


def test_a_recusal_of_somebody_else_does_not_lower_the_denominator(commune: Commune) -> None:
    item = opened(commune).items.all()[0]
    member = stranger(commune)
    with refused("Đào Văn Khách không phải thành viên của phiên họp này."):
        recuse(actor=commune.clerk, item=item, member=member, reason="Là người thân")


def test_a_recusal_is_told(commune: Commune) -> None:
    item = opened(commune).items.all()[0]
    seat = commune.seat(commune.members[1])
    recusal = recuse(actor=commune.clerk, item=item, member=seat, reason=" Là  em rể ")
    assert (recusal.member, recusal.reason) == (seat, "Là em rể")
    assert recuse(actor=commune.clerk, item=item, member=seat, reason="Khác") == recusal
    assert [event.sentence for event in history_of(item)] == [
        "ghi nhận Vũ Văn Bình không tham gia biểu quyết vì Là em rể"
    ]


def test_too_few_may_not_be_left_to_vote(commune: Commune) -> None:
    """Seven members, five make a quorum: two may stay out, a third may not."""
    item = opened(commune).items.all()[0]
    for actor in commune.members[4:6]:
        recuse(actor=commune.clerk, item=item, member=commune.seat(actor), reason="Là người thân")
    with refused(
        "Nếu Hoàng Văn Sơn không tham gia thì chỉ còn 4/7 thành viên được biểu quyết hồ sơ của Phạm"
        " Văn Đức, cần ít nhất 5 (2/3 theo Quy chế hoạt động của Hội đồng): hãy hoãn xét hồ sơ này"
        " hoặc xem lại những người đã ghi không tham gia."
    ):
        recuse(
            actor=commune.clerk, item=item, member=commune.seat(commune.members[6]), reason="Bạn"
        )


def test_who_heads_the_nominated_collective_is_recused_at_once(commune: Commune) -> None:
    row = Proposal(recipient_for_unit(commune.women), "", UNIT_CERTIFICATE, "Vận động", PERIOD)
    called(commune, appraised(commune, sent(commune, head=commune.women_head, rows=[row])))
    assert [str(each) for each in Recusal.objects.all()] == [
        "Trần Thị Lụa: phụ trách tập thể được đề nghị khen thưởng"
    ]


def test_who_is_called_as_the_head_of_the_family_is_recused_at_once(commune: Commune) -> None:
    family = make_household(commune.village, "Bùi Thị An")
    row = Proposal(recipient_for_household(family), "", FAMILY, "Gương mẫu", PERIOD)
    called(commune, appraised(commune, sent(commune, rows=[row])))
    assert [str(each) for each in Recusal.objects.all()] == [
        "Bùi Thị An: trùng họ tên với chủ hộ được đề nghị khen thưởng"
    ]


def test_a_recusal_is_taken_back_until_the_count(commune: Commune) -> None:
    item = opened(commune, one_row(commune)).items.get()
    seat = commune.seat(commune.members[1])
    recusal = recuse(actor=commune.clerk, item=item, member=seat, reason="Là em rể")
    with refused(NOT_THE_OFFICE, error=NotAllowedError):
        withdraw_recusal(actor=commune.women_head, recusal=recusal)
    with refused(ELSEWHERE, error=NotAllowedError):
        withdraw_recusal(actor=commune.outsider, recusal=recusal)
    withdraw_recusal(actor=commune.chair, recusal=recusal)
    assert not item.recusals.exists()
    assert history_of(item)[0].sentence == (
        "bỏ ghi nhận Vũ Văn Bình không tham gia biểu quyết (Là em rể)"
    )
    again = recuse(actor=commune.clerk, item=item, member=seat, reason="Là em rể")
    vote_on(commune, item)
    with refused(COUNTED, error=StaleError):
        withdraw_recusal(actor=commune.clerk, recusal=again)


def test_nobody_takes_part_in_the_vote_on_themselves(commune: Commune) -> None:
    opened(commune, for_a_member(commune))
    with refused(
        "Trần Thị Lụa là người được đề nghị khen thưởng nên không biểu quyết hồ sơ của chính mình"
        " được."
    ):
        withdraw_recusal(actor=commune.clerk, recusal=Recusal.objects.get())


# --- closing -----------------------------------------------------------------------------------


def test_a_meeting_is_not_closed_before_it_is_open(commune: Commune) -> None:
    meeting = called(commune)
    with refused("Phiên họp không ở trạng thái đang họp: hãy tải lại trang."):
        close_meeting(actor=commune.chair, meeting=meeting)


def test_a_meeting_is_not_closed_over_pending_items(commune: Commune) -> None:
    meeting = opened(commune)
    vote_on(commune, meeting.items.all()[1])
    with refused(
        "Chưa chốt kết quả của Phạm Văn Đức, Gia đình ông (bà) Phạm Thị Mến: hãy chốt hoặc hoãn"
        " xét từng hồ sơ rồi kết thúc phiên họp."
    ):
        close_meeting(actor=commune.chair, meeting=meeting)


def test_only_its_chair_closes_a_meeting_and_once(commune: Commune) -> None:
    meeting = opened(commune, one_row(commune))
    with refused(
        "Anh/chị chưa có quyền điều hành phiên họp: việc này của Chủ tịch.", error=NotAllowedError
    ):
        close_meeting(actor=commune.clerk, meeting=meeting)
    with refused(ELSEWHERE, error=NotAllowedError):
        close_meeting(actor=commune.outsider, meeting=meeting)
    meeting = voted(commune, meeting)
    assert meeting.state == "closed"
    told = "Ngô Văn Quyên đã kết thúc phiên họp lúc … ngày 24/06/2024: hãy tải lại trang."
    with refused(told, error=StaleError):
        close_meeting(actor=commune.chair, meeting=meeting)


# --- councils and seats ---------------------------------------------------------------------------


def test_the_council_of_a_day_is_the_one_in_its_term(commune: Commune) -> None:
    end = dt.date(2026, 7, 1)
    Council.objects.update(ended_on=end)
    successor = Council.objects.create(
        body=commune.body, name="Hội đồng mới", established_on=end, rule_source="Quy chế mới"
    )
    days = [dt.date(2021, 6, 30), dt.date(2021, 7, 1), dt.date(2026, 6, 30), end]
    assert [standing_council(commune.body, as_of=day) for day in days] == [
        None,
        commune.council,
        commune.council,
        successor,
    ]


def test_a_body_has_one_standing_council_with_one_chair(commune: Commune) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Council.objects.create(body=commune.body, name="Hội đồng", established_on=TODAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        CouncilMember.objects.update(role="chair")


def test_what_awaits_a_member_is_open_unvoted_and_not_their_own(commune: Commune) -> None:
    absent = commune.members[-1]
    lists = (for_a_member(commune), appraised(commune))
    meeting = called(commune, *lists, absent=[absent])
    assert not items_awaiting(commune.chair).exists()
    open_meeting(actor=commune.chair, meeting=meeting)
    own, *others = meeting.items.all()
    assert list(items_awaiting(commune.women_head)) == others
    assert list(items_awaiting(commune.chair)) == [own, *others]
    for actor in (absent, commune.village_head, commune.outsider):
        assert not items_awaiting(actor).exists()
    vote_on(commune, own)
    assert list(items_awaiting(commune.chair)) == others
    assert AgendaItem.objects.count() == 4
