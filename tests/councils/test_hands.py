"""Raised hands of a whole meeting in one act, and counting all that is ready in one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.scenarios.commune import opened
from tests.scenarios.refusal import refused

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.councils.enums import Choice, Outcome, Presence, VoteForm
from vinhdanh.councils.models import Ballot, Recusal
from vinhdanh.councils.services.ballots import cast_ballot, count_item
from vinhdanh.councils.services.hands import count_ready, record_hands
from vinhdanh.kernel.errors import DomainError

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.councils.models import AgendaItem, Meeting

SEATS = 7
NOTHING_TO_COUNT = "Chưa hồ sơ nào đủ ý kiến để chốt: hãy chờ hoặc ghi nốt biểu quyết."
NOT_BY_HAND = (
    "Chưa ghi ý kiến nào: có hồ sơ vừa chốt kết quả hoặc không biểu quyết giơ tay. Hãy tải lại"
    " trang rồi chọn lại."
)


@pytest.fixture
def meeting(commune: Commune) -> Meeting:
    """A meeting over three nominations, open, all seven present."""
    return opened(commune)


def all_for(meeting: Meeting) -> dict[int, Choice]:
    """Return the form as it is made: everybody of the meeting agrees."""
    return dict.fromkeys(meeting.attendance.values_list("member_id", flat=True), Choice.FOR)


def record(commune: Commune, meeting: Meeting, **changes: object) -> int:
    """Let the clerk write down the hands on every item, of everybody."""
    given: dict[str, object] = {
        "actor": commune.clerk, "meeting": meeting, "items": list(meeting.items.all()),
        "choices": all_for(meeting),
    } | changes  # fmt: skip
    return record_hands(**given).written  # type: ignore[arg-type]


def choices(item: AgendaItem) -> dict[int, str]:
    """Return who voted what."""
    ballots = Ballot.objects.filter(item=item).select_related("participation")
    return {each.participation.member_id: each.choice for each in ballots}


@pytest.mark.parametrize("who", ["chair", "women_head"])
def test_only_who_records_votes_writes_them_down(
    commune: Commune, meeting: Meeting, who: str
) -> None:
    actor: Actor = getattr(commune, who)
    with pytest.raises(NotAllowedError):
        record(commune, meeting, actor=actor)
    assert not Ballot.objects.exists()


def test_one_that_is_counted_or_secret_stops_all(commune: Commune, meeting: Meeting) -> None:
    first, second, _ = meeting.items.all()
    record(commune, meeting, items=[first])
    count_item(actor=commune.chair, item=first)
    with refused(NOT_BY_HAND):
        record(commune, meeting)
    second.form = VoteForm.SECRET
    second.save()
    with refused(NOT_BY_HAND):
        record(commune, meeting, items=[second])
    with refused(NOT_BY_HAND):
        record(commune, meeting, items=[])


def test_all_are_for_but_those_named(commune: Commune, meeting: Meeting) -> None:
    against, silent = commune.seat(commune.women_head), commune.seat(commune.culture_head)
    others = {against.pk: Choice.AGAINST, silent.pk: Choice.ABSTAIN}
    assert record(commune, meeting, choices=all_for(meeting) | others) == SEATS * 3
    for item in meeting.items.all():
        found = choices(item)
        assert (found.pop(against.pk), found.pop(silent.pk)) == ("against", "abstain")
        assert [*found.values()] == ["for"] * (SEATS - 2)
    ballots = Ballot.objects.exclude(participation__member=commune.seat(commune.clerk))
    assert {each.entered_by for each in ballots} == {"Nguyễn Thị Hạnh"}


def test_who_came_after_the_form_was_made_is_not_for(commune: Commune, meeting: Meeting) -> None:
    late = commune.seat(commune.members[-1])
    first, *_ = meeting.items.all()
    form = all_for(meeting)
    del form[late.pk]
    hands = record_hands(actor=commune.clerk, meeting=meeting, items=[first], choices=form)
    assert (hands.written, hands.left) == (SEATS - 1, [late])
    assert late.pk not in choices(first)
    with refused(
        "Chưa ghi ý kiến nào: Hoàng Văn Sơn chưa có trong trang vừa gửi. Hãy tải lại trang rồi ghi"
        " lại."
    ):
        record(commune, meeting, items=[first], choices=form)


def test_own_votes_stay_and_the_recused_and_those_who_write_are_left_out(
    commune: Commune, meeting: Meeting
) -> None:
    first, *_ = meeting.items.all()
    own = commune.seat(commune.women_head)
    cast_ballot(actor=commune.women_head, item=first, member=own, choice=Choice.AGAINST)
    kin, writer = commune.seat(commune.culture_head), commune.seat(commune.members[-1])
    Recusal.objects.create(item=first, member=kin, reason="là anh ruột")
    row = meeting.attendance.get(member=writer)
    row.presence, row.is_present, row.absence_reason = Presence.WRITTEN, False, "đi công tác"
    row.save()
    assert record(commune, meeting, items=[first]) == SEATS - 3
    found = choices(first)
    assert found[own.pk] == "against"
    assert not {kin.pk, writer.pk} & found.keys()
    with refused("Mọi người có mặt đã biểu quyết các hồ sơ này: hãy tải lại trang."):
        record(commune, meeting, items=[first])


def test_only_what_everybody_voted_on_is_counted(commune: Commune, meeting: Meeting) -> None:
    first, second, third = meeting.items.all()
    with refused(NOTHING_TO_COUNT):
        count_ready(actor=commune.chair, meeting=meeting)
    record(commune, meeting, items=[first, second])
    with pytest.raises(DomainError):
        count_ready(actor=commune.clerk, meeting=meeting)
    assert count_ready(actor=commune.chair, meeting=meeting) == 2
    for item, outcome in ((first, "approved"), (second, "approved"), (third, Outcome.PENDING)):
        item.refresh_from_db()
        assert item.outcome == outcome
    assert first.votes_for == SEATS
    with refused(NOTHING_TO_COUNT):
        count_ready(actor=commune.chair, meeting=meeting)
