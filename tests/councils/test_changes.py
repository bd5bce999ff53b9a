"""A meeting that moves to another day, or is given up."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING

from docx import Document
from tests.councils.test_ballots import cast
from tests.councils.test_meetings import ELSEWHERE
from tests.scenarios.commune import TODAY, called, one_row, opened, person_of, vote_on, voted
from tests.scenarios.refusal import refused

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.councils.enums import CouncilRole, MeetingPaperKind, VoteForm
from vinhdanh.councils.queries.meetings import moved_meetings
from vinhdanh.councils.services.changes import cancel_meeting, know_move, reschedule_meeting
from vinhdanh.councils.services.meetings import open_meeting, take_attendance
from vinhdanh.councils.services.papers import is_invited, issue_meeting_paper
from vinhdanh.councils.services.seats import Seat, replace_member
from vinhdanh.kernel.files import load
from vinhdanh.kernel.models import AuditEvent
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.nominations.models import Nomination
from vinhdanh.records.services.steps import take_step

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.scenarios.commune import Commune

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.councils.models import Meeting

INVITATION = MeetingPaperKind.INVITATION
LATER = dt.date(2024, 6, 28)
NOT_THE_OFFICE = (
    "Anh/chị chưa có quyền lập phiên họp Hội đồng: việc này của Công chức phụ trách thi đua và Chủ"
    " tịch."
)


def move(meeting: Meeting, actor: Actor) -> Meeting:
    return reschedule_meeting(
        actor=actor,
        meeting=meeting,
        held_on=LATER,
        starts_at=dt.time(14),
        place=" Hội  trường ",
        opinions_by=None,
    )


def cancel(meeting: Meeting, actor: Actor, reason: str = "Bão  số 2.") -> Meeting:
    return cancel_meeting(actor=actor, meeting=meeting, reason=reason)


def test_a_planned_meeting_moves(commune: Commune) -> None:
    meeting = move(called(commune, one_row(commune)), commune.clerk)
    assert (meeting.held_on, meeting.place) == (LATER, "Hội trường")
    assert history_of(meeting)[0].sentence == (
        f"dời phiên họp từ ngày {TODAY:%d/%m/%Y}, tại Phòng họp UBND xã sang 14:00 ngày 28/06/2024,"
        " tại Hội trường"
    )


def test_a_meeting_that_stays_as_it_is_does_not_move(commune: Commune) -> None:
    meeting = move(called(commune, one_row(commune)), commune.clerk)
    with refused(
        "Ngày, giờ và địa điểm vẫn như cũ: hãy ghi ngày, giờ hoặc địa điểm mới.", field="held_on"
    ):
        move(meeting, commune.clerk)


def test_a_last_day_for_letters_moves_along_and_stays_where_all_write(commune: Commune) -> None:
    meeting = called(commune, one_row(commune))

    def move_letters(day: dt.date | None) -> Meeting:
        return reschedule_meeting(
            actor=commune.clerk,
            meeting=meeting,
            held_on=LATER,
            starts_at=None,
            place="",
            opinions_by=day,
        )

    assert move_letters(LATER).opinions_by == LATER
    assert history_of(meeting)[0].sentence.endswith(
        "sang ngày 28/06/2024 (nhận ý kiến bằng văn bản đến hết ngày 28/06/2024)"
    )
    meeting.items.update(form=VoteForm.WRITTEN)
    with refused(
        "Có hồ sơ lấy ý kiến bằng văn bản thay họp: hãy giữ ngày hết hạn nhận ý kiến, hoặc chọn"
        " hình thức biểu quyết khác trước.",
        field="opinions_by",
    ):
        move_letters(None)


def test_nobody_is_told_of_a_move_who_was_not_invited(commune: Commune) -> None:
    meeting = move(called(commune, one_row(commune)), commune.clerk)
    assert not meeting.papers.exists()
    assert not meeting.attendance.filter(awaits_word=True).exists()
    with refused("Trần Thị Lụa đã biết ngày giờ họp rồi: hãy tải lại trang."):
        know(commune, meeting, commune.women_head)


def test_a_move_renews_the_invitation_and_tells_who_had_it(commune: Commune) -> None:
    meeting = called(commune, one_row(commune))
    first = issue_meeting_paper(actor=commune.clerk, meeting=meeting, kind=INVITATION)
    move(meeting, commune.clerk)
    old, new = meeting.papers.all()
    assert (old.pk, old.is_in_force, new.is_in_force) == (first.pk, False, True)
    assert (old.document.state, old.document.changed_by) == ("replaced", new.document)
    paper = load(new.document.files.get(format="docx").path)
    lines = [line.text for line in Document(io.BytesIO(paper)).paragraphs]
    assert any("14 giờ 00 phút" in line and "28 tháng 6 năm 2024" in line for line in lines)
    assert any(f"thay thế {old.document} ngày 24/06/2024" in line for line in lines)
    with refused(f"{new.document} đã ban hành cho phiên họp này: hãy mở văn bản đó."):
        issue_meeting_paper(actor=commune.clerk, meeting=meeting, kind=INVITATION)
    waiting = meeting.attendance.filter(awaits_word=True)
    assert waiting.count() == 6, "who moved it knows"
    assert list(moved_meetings(commune.women_head)) == [meeting]
    with refused(NOT_THE_OFFICE, error=NotAllowedError):
        know(commune, meeting, commune.women_head, member=commune.chair)
    know(commune, meeting, commune.women_head)
    know(commune, meeting, commune.clerk, member=commune.chair)
    assert waiting.count() == 4
    assert not moved_meetings(commune.women_head).exists()
    assert history_of(meeting)[0].sentence == (
        "ghi nhận Ngô Văn Quyên đã biết phiên họp dời sang 14:00 ngày 28/06/2024, tại Hội trường"
    )


def test_the_series_of_numbers_is_locked_before_the_log(commune: Commune) -> None:
    """Who issues a document locks them in that order: the other way two wait for each other."""
    meeting = called(commune, one_row(commune))
    issue_meeting_paper(actor=commune.clerk, meeting=meeting, kind=INVITATION)
    move(meeting, commune.clerk)
    acts = AuditEvent.objects.order_by("sequence").values_list("action", flat=True)
    assert list(acts)[-3:] == ["document.issued", "document.replace", "meeting.rescheduled"]


def test_a_recalled_invitation_makes_room_for_another(commune: Commune) -> None:
    meeting = called(commune, one_row(commune))
    first = issue_meeting_paper(actor=commune.clerk, meeting=meeting, kind=INVITATION)
    take_step(actor=commune.clerk, document=first.document, name="recall", reason="Sai tên")
    assert not is_invited(meeting)
    issue_meeting_paper(actor=commune.clerk, meeting=meeting, kind=INVITATION)
    assert list(meeting.papers.values_list("is_in_force", flat=True)) == [False, True]


def know(commune: Commune, meeting: Meeting, actor: Actor, *, member: Actor | None = None) -> None:
    know_move(actor=actor, meeting=meeting, member=commune.seat(member or actor))


def test_who_sits_on_the_day_is_expected(
    commune: Commune, set_today: Callable[[dt.date], None]
) -> None:
    """A seat ends between two days; a meeting moved past that day waits for the new member."""
    meeting = called(commune, one_row(commune))
    old, new = commune.seat(commune.members[-1]), person_of(commune.accountant)
    set_today(TODAY + dt.timedelta(days=3))
    replace_member(
        actor=commune.chair,
        member=old,
        seat=Seat(new, CouncilRole.MEMBER),
        on=TODAY + dt.timedelta(days=3),
        decision="Quyết định số 90/QĐ-UBND",
    )
    assert meeting.attendance.filter(member=old).exists()
    reschedule_meeting(
        actor=commune.clerk,
        meeting=meeting,
        held_on=TODAY + dt.timedelta(days=4),
        starts_at=None,
        place="",
        opinions_by=None,
    )
    assert meeting.attendance.count() == 7
    assert not meeting.attendance.filter(member=old).exists()
    assert not meeting.attendance.get(member__person=new).is_present


def test_a_meeting_opens_on_its_day_not_before(
    commune: Commune, set_today: Callable[[dt.date], None]
) -> None:
    meeting = move(called(commune, one_row(commune)), commune.clerk)
    with refused(
        "Phiên họp định vào ngày 28/06/2024, chưa tới ngày: nếu họp sớm hơn thì hãy dời ngày họp"
        " trước khi khai mạc."
    ):
        open_meeting(actor=commune.chair, meeting=meeting)
    set_today(LATER)
    assert open_meeting(actor=commune.chair, meeting=meeting).state == "open"


def test_an_open_meeting_does_not_move(commune: Commune) -> None:
    meeting = opened(commune, one_row(commune))
    with refused(
        "Phiên họp đang họp nên không dời được: chỉ phiên họp chưa khai mạc mới dời ngày giờ."
    ):
        move(meeting, commune.clerk)


def test_only_the_office_moves_and_cancels(commune: Commune) -> None:
    meeting = called(commune, one_row(commune))
    for act in (move, cancel):
        with refused(NOT_THE_OFFICE, error=NotAllowedError):
            act(meeting, commune.women_head)
        with refused(ELSEWHERE, error=NotAllowedError):
            act(meeting, commune.outsider)


def test_a_cancellation_owes_its_reason(commune: Commune) -> None:
    meeting = called(commune, one_row(commune))
    with refused(
        "Chưa ghi vì sao hủy phiên họp: hãy ghi một câu, các đơn vị sẽ đọc câu này.",
        field="reason",
    ):
        cancel(meeting, commune.clerk, " ")


def test_a_cancelled_meeting_gives_its_nominations_back(commune: Commune) -> None:
    meeting = opened(commune, one_row(commune))
    item = meeting.items.get()
    cast(commune, item, commune.chair)
    meeting = cancel(meeting, commune.chair)
    nomination = Nomination.objects.get()
    item.refresh_from_db()
    assert (meeting.state, meeting.cancel_reason) == ("cancelled", "Bão số 2")
    assert (item.outcome, nomination.state) == ("taken_off", "appraised")
    assert nomination.steps.latest("id").reason == "Bão số 2"
    assert history_of(meeting)[0].sentence == "hủy phiên họp ngày 24/06/2024 vì: Bão số 2"
    with refused("Phiên họp đã hủy nên không biểu quyết được nữa."):
        cast(commune, item, commune.women_head)
    with refused("Phiên họp đã hủy nên không sửa điểm danh được."):
        take_attendance(actor=commune.clerk, meeting=meeting, present=[])
    with refused("Phiên họp đã hủy nên không khai mạc được: hãy lập phiên họp mới."):
        open_meeting(actor=commune.chair, meeting=meeting)
    with refused("Phiên họp đã hủy nên không hủy được: hãy tải lại trang."):
        cancel(meeting, commune.clerk)
    assert called(commune, nomination.submission).items.get().nomination == nomination


def test_a_meeting_that_counted_something_is_not_cancelled(commune: Commune) -> None:
    meeting = opened(commune)
    vote_on(commune, meeting.items.all()[0])
    with refused(
        "Phiên họp đã chốt kết quả của Phạm Văn Đức nên không hủy được: hãy hoãn xét các hồ sơ còn"
        " lại rồi kết thúc phiên họp."
    ):
        cancel(meeting, commune.clerk)


def test_a_closed_meeting_neither_moves_nor_goes(commune: Commune) -> None:
    meeting = voted(commune, opened(commune, one_row(commune)))
    with refused(
        "Phiên họp đã kết thúc nên không dời được: chỉ phiên họp chưa khai mạc mới dời ngày giờ."
    ):
        move(meeting, commune.clerk)
    with refused("Phiên họp đã kết thúc nên không hủy được: hãy tải lại trang."):
        cancel(meeting, commune.clerk)
