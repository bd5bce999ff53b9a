"""Who is waited for before a count: opinions in writing with and without a last day, papers."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from tests.councils.secret import CODE, boxed, drop_in
from tests.councils.test_ballots import cast
from tests.councils.test_paper_votes import enter, with_tellers
from tests.scenarios.commune import TODAY, called, one_row
from tests.scenarios.refusal import refused

from vinhdanh.councils.enums import Choice, Presence, VoteForm
from vinhdanh.councils.papers import minutes_context
from vinhdanh.councils.services.attendance import Mark, mark_attendance, take_attendance
from vinhdanh.councils.services.ballots import cast_ballot, count_item
from vinhdanh.councils.services.boxes import count_box
from vinhdanh.councils.services.forms import choose_form
from vinhdanh.councils.services.hands import count_ready
from vinhdanh.councils.services.meetings import close_meeting, open_meeting
from vinhdanh.councils.services.recusals import recuse
from vinhdanh.councils.services.tallies import Papers
from vinhdanh.councils.tally_papers import tally_contexts
from vinhdanh.kernel.queries.audit import history_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.scenarios.commune import Commune

    from vinhdanh.councils.models import AgendaItem, Meeting

SIX = Papers(issued=6, returned=6, invalid=0, votes_for=6, votes_against=0, votes_abstain=0)
NOT_IN = "Còn 1 thành viên chưa cho ý kiến về hồ sơ của Phạm Văn Đức: Hoàng Văn Sơn."
NO_LAST_DAY = (
    f"{NOT_IN} Hãy ghi ý kiến của họ, hoặc đánh dấu chốt không chờ ý kiến bằng văn bản; người không"
    " gửi ý kiến không được tính là đồng ý."
)
MISSING = "chưa có ý kiến bằng văn bản của Hoàng Văn Sơn"


LATER_TELLS = (
    "Còn 1 người vắng chưa gửi phiếu về hồ sơ của Phạm Văn Đức: nhập bây giờ rồi sửa khi phiếu tới"
    " thì lộ ý kiến của họ."
)


def with_a_letter(
    commune: Commune, form: VoteForm = VoteForm.OPEN, *, by: dt.date | None = None
) -> Meeting:
    """Open a meeting over one item; the last of the seven is absent and gives a written opinion."""
    meeting = called(commune, one_row(commune))
    meeting.opinions_by = by
    meeting.save()
    row = meeting.attendance.get(member=commune.seat(commune.members[6]))
    mark = Mark(Presence.WRITTEN, "đi công tác")
    mark_attendance(actor=commune.clerk, meeting=meeting, marks={row.pk: mark})
    if form != VoteForm.OPEN:
        choose_form(
            actor=commune.clerk, meeting=meeting, items=list(meeting.items.all()), form=form
        )
    return open_meeting(actor=commune.chair, meeting=meeting)


def six_vote(commune: Commune, item: AgendaItem) -> None:
    for actor in commune.members[:6]:
        cast(commune, item, actor)


def test_an_opinion_in_writing_is_waited_for_without_a_last_day(commune: Commune) -> None:
    item = with_a_letter(commune).items.get()
    six_vote(commune, item)
    with refused(NO_LAST_DAY):
        count_item(actor=commune.chair, item=item)
    with refused("Chưa hồ sơ nào đủ ý kiến để chốt: hãy chờ hoặc ghi nốt biểu quyết."):
        count_ready(actor=commune.chair, meeting=item.meeting)


def test_nobody_cuts_a_last_day_short(
    commune: Commune, set_today: Callable[[dt.date], None]
) -> None:
    item = with_a_letter(commune, by=TODAY + dt.timedelta(days=2)).items.get()
    six_vote(commune, item)
    with refused(f"{NOT_IN} Hãy chờ đến hết ngày 26/06/2024 hoặc ghi ý kiến của họ rồi chốt."):
        count_item(actor=commune.chair, item=item, without_letters=True)
    set_today(TODAY + dt.timedelta(days=3))
    assert count_ready(actor=commune.chair, meeting=item.meeting) == 1
    assert item.rounds.get().missing == MISSING


def test_who_is_in_the_room_is_waited_for_all_the_same(commune: Commune) -> None:
    item = with_a_letter(commune).items.get()
    for actor in commune.members[:5]:
        cast(commune, item, actor)
    with refused(
        "Còn 1 người có mặt chưa biểu quyết hồ sơ của Phạm Văn Đức: Bùi Thị An. Hãy chờ hoặc ghi"
        " biểu quyết giơ tay của họ rồi chốt."
    ):
        count_item(actor=commune.chair, item=item, without_letters=True)


def test_a_letter_that_came_counts(commune: Commune) -> None:
    item = with_a_letter(commune).items.get()
    six_vote(commune, item)
    absent = commune.seat(commune.members[6])
    cast_ballot(
        actor=commune.clerk, item=item, member=absent, choice=Choice.AGAINST, opinion="Chưa rõ"
    )
    counted = count_item(actor=commune.chair, item=item)
    assert (counted.votes_for, counted.votes_against, counted.denominator) == (6, 1, 7)
    assert item.rounds.get().missing == ""


def test_a_letter_due_before_the_meeting_is_written_down_in_it(commune: Commune) -> None:
    """By the 23rd, and the council meets on the 24th: only then can it be entered."""
    item = with_a_letter(commune, by=TODAY - dt.timedelta(days=1)).items.get()
    absent = commune.seat(commune.members[6])
    six_vote(commune, item)
    with refused(NO_LAST_DAY):
        count_item(actor=commune.chair, item=item)
    with refused("Chưa hồ sơ nào đủ ý kiến để chốt: hãy chờ hoặc ghi nốt biểu quyết."):
        count_ready(actor=commune.chair, meeting=item.meeting)
    with refused(
        "Đã hết hạn nhận ý kiến bằng văn bản (đến hết ngày 23/06/2024) nên không tự ghi ý kiến được"
        " nữa: nếu đã gửi văn bản trong hạn, hãy báo công chức phụ trách thi đua ghi."
    ):
        cast(commune, item, commune.members[6])
    cast_ballot(
        actor=commune.clerk, item=item, member=absent, choice=Choice.AGAINST, opinion="Chưa rõ"
    )
    assert history_of(item)[0].sentence == (
        "ghi biểu quyết bằng văn bản “Không đồng ý” của Hoàng Văn Sơn, nhận trong hạn đến hết ngày"
        " 23/06/2024"
    )
    assert count_item(actor=commune.chair, item=item).votes_against == 1


def test_a_letter_that_came_in_time_is_written_down_the_day_after(
    commune: Commune, set_today: Callable[[dt.date], None]
) -> None:
    item = with_a_letter(commune, by=TODAY).items.get()
    six_vote(commune, item)
    set_today(TODAY + dt.timedelta(days=1))
    absent = commune.seat(commune.members[6])
    cast_ballot(
        actor=commune.clerk, item=item, member=absent, choice=Choice.FOR, opinion="Nhất trí"
    )
    assert count_item(actor=commune.chair, item=item).votes_for == 7


def test_the_chair_waits_no_longer_and_the_minutes_say_so(commune: Commune) -> None:
    item = with_a_letter(commune).items.get()
    six_vote(commune, item)
    assert count_ready(actor=commune.chair, meeting=item.meeting, without_letters=True) == 1
    item.refresh_from_db()
    assert (item.votes_for, item.denominator) == (6, 7)
    assert history_of(item)[0].sentence == (
        f"chốt kết quả Phạm Văn Đức: 6/7 thành viên được biểu quyết đồng ý, thông qua; {MISSING}"
    )
    closed = close_meeting(actor=commune.chair, meeting=item.meeting)
    assert [clause.text for clause in minutes_context(closed).proceedings] == [
        (
            f"Phạm Văn Đức: chủ trì cho chốt kết quả khi {MISSING}; người không cho ý kiến không"
            " được tính là đồng ý."
        )
    ]


def test_a_box_waits_for_letters_and_names_nobody(commune: Commune) -> None:
    meeting, box = boxed(commune)
    row = meeting.attendance.get(member=commune.seat(commune.members[6]))
    marks = {row.pk: Mark(Presence.WRITTEN, "đi công tác")}
    mark_attendance(actor=commune.clerk, meeting=meeting, marks=marks)
    for actor in commune.members[:6]:
        drop_in(actor, box)
    with refused(
        "Còn 1 người chưa bỏ phiếu về hồ sơ của Phạm Văn Đức: hãy chờ, hoặc chọn kiểm phiếu khi"
        " chưa đủ phiếu; người không bỏ phiếu không được tính là đồng ý."
    ):
        count_box(actor=commune.chair, box=box, code=CODE)
    (item,) = count_box(actor=commune.chair, box=box, code=CODE, despite_missing=True)
    assert item.rounds.get().missing == "còn 01 người chưa bỏ phiếu"


# --- papers ------------------------------------------------------------------------------------


@pytest.fixture
def on_paper(commune: Commune) -> AgendaItem:
    """Six in the room vote on paper, the seventh writes."""
    meeting = with_a_letter(commune, VoteForm.PAPER)
    with_tellers(commune, meeting)
    return meeting.items.get()


@pytest.mark.parametrize(
    ("papers", "field", "sentence"),
    [
        (
            Papers(7, 7, 0, 7, 0, 0),
            "issued",
            (
                "Số phiếu phát ra tại phiên họp (7) về hồ sơ của Phạm Văn Đức lớn hơn số người có"
                " mặt được bỏ phiếu (6): hãy đếm lại hoặc xem lại điểm danh."
            ),
        ),
        (
            Papers(7, 7, 0, 7, 0, 0, by_letter=2),
            "by_letter",
            (
                "Số phiếu người vắng gửi về (2) về hồ sơ của Phạm Văn Đức lớn hơn số người vắng cho"
                " ý kiến bằng văn bản (1): hãy đếm lại hoặc xem lại điểm danh."
            ),
        ),
        (
            Papers(0, 0, 0, 0, 0, 0, by_letter=1),
            "by_letter",
            "Số phiếu người vắng gửi về (1) lớn hơn số phiếu thu về (0): hãy đếm lại.",
        ),
    ],
)
def test_no_more_papers_than_people(
    commune: Commune, on_paper: AgendaItem, papers: Papers, field: str, sentence: str
) -> None:
    with refused(sentence, field=field):
        enter(commune, on_paper, papers)


def test_who_leaves_after_the_count_of_papers_had_none(
    commune: Commune, on_paper: AgendaItem
) -> None:
    """The figures are held against the attendance again when the chair counts."""
    enter(commune, on_paper, SIX, without_letters=True)
    stay = on_paper.meeting.attendance.filter(is_present=True)[:5]
    take_attendance(actor=commune.clerk, meeting=on_paper.meeting, present=[row.pk for row in stay])
    with refused(
        "Số phiếu phát ra tại phiên họp (6) về hồ sơ của Phạm Văn Đức lớn hơn số người có mặt được"
        " bỏ phiếu (5): hãy đếm lại hoặc xem lại điểm danh.",
        field="issued",
    ):
        count_item(actor=commune.chair, item=on_paper)


def test_who_is_recused_after_the_count_of_papers_had_none(
    commune: Commune, on_paper: AgendaItem
) -> None:
    enter(commune, on_paper, SIX, without_letters=True)
    kin = commune.seat(commune.women_head)
    recuse(actor=commune.clerk, item=on_paper, member=kin, reason="là vợ")
    with refused(
        "Số phiếu phát ra tại phiên họp (6) về hồ sơ của Phạm Văn Đức lớn hơn số người có mặt được"
        " bỏ phiếu (5): hãy đếm lại hoặc xem lại điểm danh.",
        field="issued",
    ):
        count_item(actor=commune.chair, item=on_paper)


def test_no_papers_are_told_while_a_letter_may_come(commune: Commune, on_paper: AgendaItem) -> None:
    """Six papers entered before the seventh came, and seven after it, would tell its vote."""
    with refused(f"{LATER_TELLS} Hãy nhập khi đủ phiếu, hoặc đánh dấu không chờ ý kiến bằng văn bản"
                 " nếu chủ trì cho chốt.", field="by_letter"):  # fmt: skip
        enter(commune, on_paper, SIX)
    assert not on_paper.tallies.exists()


def test_no_papers_are_told_before_the_last_day_is_over(
    commune: Commune, on_paper: AgendaItem, set_today: Callable[[dt.date], None]
) -> None:
    meeting = on_paper.meeting
    meeting.opinions_by = TODAY + dt.timedelta(days=2)
    meeting.save()
    with refused(f"{LATER_TELLS} Hãy nhập khi đủ phiếu, hoặc sau ngày 26/06/2024.",
                 field="by_letter"):  # fmt: skip
        enter(commune, on_paper, SIX, without_letters=True)
    set_today(TODAY + dt.timedelta(days=3))
    enter(commune, on_paper, SIX)
    assert count_item(actor=commune.chair, item=on_paper).votes_for == 6


def test_papers_wait_for_letters_too(commune: Commune, on_paper: AgendaItem) -> None:
    enter(commune, on_paper, SIX, without_letters=True)
    assert history_of(on_paper)[0].sentence == (
        "nhập kết quả kiểm phiếu giấy của Phạm Văn Đức: phát ra 6, thu về 6, không hợp lệ 0; không"
        " chờ phiếu của 1 người vắng"
    )
    with refused(NO_LAST_DAY):
        count_item(actor=commune.chair, item=on_paper)
    count_item(actor=commune.chair, item=on_paper, without_letters=True)
    assert on_paper.rounds.get().missing == MISSING


def test_a_paper_that_came_by_letter_is_told_apart(commune: Commune, on_paper: AgendaItem) -> None:
    enter(commune, on_paper, Papers(7, 7, 0, 6, 1, 0, by_letter=1))
    count_item(actor=commune.chair, item=on_paper)
    (context,) = tally_contexts(close_meeting(actor=commune.chair, meeting=on_paper.meeting))
    assert (context.issued, context.returned, context.by_letter) == (7, 7, 1)
