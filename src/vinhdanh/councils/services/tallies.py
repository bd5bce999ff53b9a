"""Votes on paper: who counts them, who gets a paper, what was counted."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.accounts.enums import Act
from vinhdanh.councils.enums import (
    UNFINISHED,
    BoxState,
    Choice,
    Outcome,
    VoteForm,
    VoteWay,
)
from vinhdanh.councils.models import PaperTally, Teller
from vinhdanh.councils.models.vote import CHOICES
from vinhdanh.councils.services.entitled import row_of
from vinhdanh.councils.services.fewest import require_screens_left
from vinhdanh.councils.services.locks import held_item, held_meeting, held_open_item
from vinhdanh.councils.services.missing import require_none_to_come
from vinhdanh.councils.services.secret_votes import put_papers
from vinhdanh.councils.services.sums import Papers, require_handed_out, require_sums
from vinhdanh.councils.services.tally_words import in_words, told, unsaid
from vinhdanh.kernel.errors import DomainError, StaleError
from vinhdanh.kernel.limits import require_fits
from vinhdanh.kernel.queries.audit import who_did
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze
from vinhdanh.kernel.wording import joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.councils.models import AgendaItem, CouncilMember, Meeting

__all__ = ["Papers", "correct_tally", "enter_tally", "give_paper", "name_tellers"]

SEALED = dict.fromkeys(CHOICES)
"""What the database does not say of papers beside screens."""


@transaction.atomic
def name_tellers(
    *, actor: Actor, meeting: Meeting, head: CouncilMember, others: Sequence[CouncilMember] = ()
) -> list[Teller]:
    """Name who counts the papers of a meeting, in place of those named before.

    Raises:
        DomainError: the meeting is over, or somebody is not of it.
    """
    actor.require(Act.CONVENE)
    meeting = held_meeting(actor, meeting)
    if meeting.state not in UNFINISHED:
        raise DomainError("Phiên họp đã kết thúc nên không đổi Ban kiểm phiếu được.")
    members = [head, *(each for each in others if each.pk != head.pk)]
    of_meeting = set(meeting.attendance.values_list("member_id", flat=True))
    if strangers := [str(each) for each in members if each.pk not in of_meeting]:
        raise DomainError(f"{joined(strangers)} không phải thành viên của phiên họp này.")
    meeting.tellers.all().delete()
    tellers = Teller.objects.bulk_create(
        Teller(meeting=meeting, member=each, is_head=each.pk == head.pk) for each in members
    )
    record(
        scope=actor.scope,
        actor=actor.name,
        action="meeting.tellers",
        target=meeting,
        sentence=f"lập Ban kiểm phiếu: {joined([str(each) for each in members])}, {head} làm"
        " trưởng ban",
    )
    return tellers


@transaction.atomic
def give_paper(*, actor: Actor, item: AgendaItem, member: CouncilMember) -> None:
    """Note that a member votes on paper in a vote that others cast on a screen.

    Raises:
        DomainError: there is no open box, the member may not vote, or has voted, or too few would
            be left on screens.
    """
    actor.require(Act.RECORD_VOTE)
    item = held_open_item(actor, item)
    if item.form != VoteForm.SECRET or item.box is None or item.box.state != BoxState.OPEN:
        raise DomainError("Hồ sơ này chưa mở hòm phiếu nên chưa phát phiếu giấy được.")
    row_of(item, member)
    if item.tallies.filter(round=item.round).exists():
        raise DomainError("Phiếu giấy của hồ sơ này đã kiểm xong nên không phát thêm được.")
    given = item.participations.filter(round=item.round, member=member, has_voted=False).update(
        has_voted=True, way=VoteWay.PAPER
    )
    if not given:
        raise DomainError(f"{member} đã bỏ phiếu hoặc đã nhận phiếu giấy về hồ sơ này.")
    require_screens_left(item)
    record(
        scope=actor.scope,
        actor=actor.name,
        action="vote.paper_given",
        target=item,
        sentence=f"phát phiếu giấy cho {member}",
    )


@transaction.atomic
def enter_tally(
    *, actor: Actor, item: AgendaItem, papers: Papers, without_letters: bool = False
) -> PaperTally:
    """Enter what the tellers counted on one item, once a round.

    In a vote that is held on screens too, the choices go sealed into the same box. The log tells
    no choices: they are told when the item is counted.

    Args:
        actor: a teller or the clerk.
        item: what was voted on.
        papers: what was counted.
        without_letters: the chair waits no longer for papers by letter that have no last day.

    Raises:
        NotAllowedError: the actor is neither a teller nor the clerk.
        StaleError: it is entered already; says by whom and when.
        DomainError: no tellers are named, a paper by letter may still come, or the figures cannot
            be.
    """
    item = held_open_item(actor, item)
    _require_teller(actor, item)
    name = item.nomination.recipient.name
    if item.form not in (VoteForm.PAPER, VoteForm.SECRET):
        raise DomainError(f"Hồ sơ của {name} không bỏ phiếu giấy: hãy chọn lại hồ sơ.")
    if item.tallies.filter(round=item.round).exists():
        entered = who_did(item, "vote.tally_entered", f"nhập kết quả kiểm phiếu giấy của {name}")
        raise StaleError(f"{entered}: hãy tải lại trang rồi sửa nếu chưa đúng.")
    tally = PaperTally(item=item, round=item.round, entered_by=actor.name)
    _write(tally, item, papers)
    missing = 0
    if item.form == VoteForm.PAPER:
        missing = require_none_to_come(item, papers.by_letter, without_letters=without_letters)
    record(
        scope=actor.scope,
        actor=actor.name,
        action="vote.tally_entered",
        target=item,
        sentence=f"nhập kết quả kiểm phiếu giấy của {name}: {in_words(unsaid(tally.figures))}"
        + (f"; không chờ phiếu của {missing} người vắng" if missing else ""),
    )
    return tally


@transaction.atomic
def correct_tally(
    *, actor: Actor, item: AgendaItem, papers: Papers, reason: str, version: int
) -> PaperTally:
    """Put other figures in the place of those entered, until the item is counted.

    The log keeps both, but no choices where they could tell whose they are (`told`).

    Args:
        actor: a teller or the clerk.
        item: what was voted on.
        papers: what is right.
        reason: why the figures were wrong.
        version: of the figures that the actor saw.

    Raises:
        NotAllowedError: the actor is neither a teller nor the clerk.
        StaleError: the figures were corrected since; says by whom and when.
        DomainError: no reason, nothing is entered, the item is counted, or the figures cannot be.
    """
    item = held_item(actor, item)
    name = item.nomination.recipient.name
    _require_uncounted(item)
    _require_teller(actor, item)
    reason = squeeze(reason).rstrip(".")
    if not reason:
        raise DomainError(
            f"Chưa ghi vì sao sửa kết quả kiểm phiếu của {name}: hãy ghi một câu.", field="reason"
        )
    require_fits(PaperTally, "corrected_for", reason, form_field="reason")
    tally = item.tallies.filter(round=item.round).first()
    if tally is None:
        raise DomainError(f"Hồ sơ của {name} chưa có kết quả kiểm phiếu giấy: hãy nhập trước.")
    if tally.version != version:
        sooner = who_did(item, "vote.tally_corrected", f"sửa kết quả kiểm phiếu giấy của {name}")
        raise StaleError(f"{sooner}: hãy tải lại trang để xem số mới rồi sửa tiếp.")
    before = tally.figures
    tally.entered_by, tally.corrected_for = actor.name, reason
    tally.version += 1
    _write(tally, item, papers)
    before, after = told(item, before, tally.figures)
    record(
        scope=actor.scope,
        actor=actor.name,
        action="vote.tally_corrected",
        target=item,
        sentence=f"sửa kết quả kiểm phiếu giấy của {name} vì {reason}: {in_words(after)}; trước đó"
        f" là {in_words(before)}",
        details={"before": before, "after": after},
    )
    return tally


def _write(tally: PaperTally, item: AgendaItem, papers: Papers) -> None:
    """Check and keep figures; of papers beside screens the choices go sealed into the box."""
    require_sums(papers, item)
    is_mixed = item.form == VoteForm.SECRET
    if is_mixed:
        _seal(item, papers)
    else:
        require_handed_out(item, issued=papers.issued, by_letter=papers.by_letter)
    figures = asdict(papers) | (SEALED if is_mixed else {})
    for name, figure in figures.items():
        setattr(tally, name, figure)
    tally.save()


def _seal(item: AgendaItem, papers: Papers) -> None:
    if item.box is None or item.box.state != BoxState.OPEN:
        raise DomainError("Hồ sơ này chưa mở hòm phiếu nên chưa nhập phiếu giấy được.")
    given = item.participations.filter(round=item.round, way=VoteWay.PAPER).count()
    if papers.issued != given:
        raise DomainError(
            f"Số phiếu phát ra ({papers.issued}) khác số người đã ghi nhận phiếu giấy ({given}):"
            " hãy kiểm tra lại.",
            field="issued",
        )
    put_papers(
        item.box,
        item,
        [Choice.FOR] * papers.votes_for
        + [Choice.AGAINST] * papers.votes_against
        + [Choice.ABSTAIN] * papers.votes_abstain,
    )


def _require_uncounted(item: AgendaItem) -> None:
    if item.outcome == Outcome.PENDING:
        return
    name, state = item.nomination.recipient.name, item.get_outcome_display().lower()
    told = f"Hồ sơ của {name} đã có kết quả ({state}) nên không sửa số phiếu giấy được nữa"
    if item.outcome == Outcome.RUNOFF:
        raise DomainError(f"{told}: hãy báo chủ trì cho bỏ phiếu lại.")
    raise DomainError(f"{told}: hãy báo chủ trì xem lại trước khi ký quyết định.")


def _require_teller(actor: Actor, item: AgendaItem) -> None:
    tellers = list(item.meeting.tellers.select_related("member__person"))
    if not tellers:
        raise DomainError("Chưa lập Ban kiểm phiếu: hãy ghi những người kiểm phiếu trước.")
    own = {teller.member.person_id for teller in tellers}
    if actor.user.person_id not in own and not actor.may(Act.RECORD_VOTE):
        names = joined([str(each) for each in tellers])
        raise NotAllowedError(
            f"Kết quả kiểm phiếu do Ban kiểm phiếu ({names}) hoặc công chức phụ trách nhập."
        )
