"""Counting an item: from votes to a result that is frozen, or to another round."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.enums import Act
from vinhdanh.councils.enums import UNDECIDED, Choice, Outcome, VoteForm
from vinhdanh.councils.models import Ceiling, PaperTally, RoundResult
from vinhdanh.councils.rules import ballot_asked_by_law, roll_of, threshold_for
from vinhdanh.councils.services.locks import (
    already_decided,
    held_item,
    held_open_item,
    held_open_meeting,
)
from vinhdanh.councils.services.missing import require_letters_in, require_voted
from vinhdanh.councils.services.sums import require_handed_out
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze
from vinhdanh.nominations.services.transitions import take_step

if TYPE_CHECKING:
    from vinhdanh.accounts.actor import Actor
    from vinhdanh.councils.models import AgendaItem, Meeting

    Votes = Counter[str]

STEP_OF = {
    Outcome.APPROVED: "approve",
    Outcome.NOT_APPROVED: "refuse",
    Outcome.DEFERRED: "defer",
}


@transaction.atomic
def count_item(*, actor: Actor, item: AgendaItem, without_letters: bool = False) -> AgendaItem:
    """Count an item whose votes are named or on paper; its result is frozen, or waits.

    It waits where the council votes again on who falls short, and where more may pass than the
    meeting has places for.

    Args:
        actor: the chair.
        item: what was voted on.
        without_letters: wait no longer for opinions in writing that have no last day.

    Raises:
        DomainError: too few are present, somebody is awaited, the tellers have not entered their
            count, nobody is entitled, the law asks for a ballot, or the item is decided.
    """
    actor.require(Act.OPEN_MEETING)
    item = held_open_item(actor, item)
    if item.form == VoteForm.SECRET:
        raise DomainError(
            f"Hồ sơ của {item.nomination.recipient.name} được bỏ phiếu kín: hãy mở hòm phiếu để"
            " kiểm phiếu."
        )
    require_lawful_form(item)
    if item.form != VoteForm.WRITTEN:
        require_quorum(item.meeting)
    count = _count_papers if item.form == VoteForm.PAPER else _count_named
    votes, missing = count(item, without_letters=without_letters)
    return settle(actor, item, votes, missing=missing)


def settle(actor: Actor, item: AgendaItem, votes: Votes, *, missing: str = "") -> AgendaItem:
    """Write the result of a round from its votes, and let the nomination move on with it.

    Args:
        actor: the chair.
        item: held, with its meeting.
        votes: how many of each choice.
        missing: whose votes have not come, for the minutes.

    Raises:
        DomainError: nobody is entitled to vote.
    """
    meeting = item.meeting
    threshold = threshold_for(
        nomination=item.nomination,
        council=meeting.council,
        members=meeting.attendance.count(),
        recused=item.recusals.count(),
        as_of=meeting.held_on,
    )
    if threshold.denominator == 0:
        raise DomainError(
            f"Không còn thành viên nào được biểu quyết hồ sơ của {item.nomination.recipient.name}:"
            " hãy hoãn xét hồ sơ này."
        )
    item.votes_for = votes[Choice.FOR]
    item.votes_against = votes[Choice.AGAINST]
    item.votes_abstain = votes[Choice.ABSTAIN]
    item.denominator, item.base = threshold.denominator, threshold.base
    item.threshold, item.threshold_source = threshold.words, threshold.source
    passed = threshold.is_met(item.votes_for)
    item.outcome = _outcome(item, passed=passed)
    _keep_round(item, passed=passed, missing=missing)
    item.save()
    if step := STEP_OF.get(Outcome(item.outcome)):
        take_step(actor=actor, nomination=item.nomination, name=step)
    record(
        scope=actor.scope,
        actor=actor.name,
        action="vote.counted",
        target=item,
        sentence=f"chốt kết quả {item.nomination.recipient.name}"
        + (f", vòng {item.round}" if item.round > 1 else "")
        + f": {item.agreed}, {Outcome(item.outcome).label.lower()}"
        + (f"; {missing}" if missing else ""),
    )
    return item


@transaction.atomic
def conclude_item(*, actor: Actor, item: AgendaItem) -> AgendaItem:
    """Let an item that fell short end there, without another round.

    Raises:
        DomainError: it does not wait for another round.
    """
    actor.require(Act.OPEN_MEETING)
    item = held_item(actor, item)
    if item.outcome != Outcome.RUNOFF:
        raise DomainError("Hồ sơ này không chờ bỏ phiếu lại: hãy tải lại trang.")
    item.outcome = Outcome.NOT_APPROVED
    item.save(update_fields=["outcome"])
    take_step(actor=actor, nomination=item.nomination, name="refuse")
    record(
        scope=actor.scope,
        actor=actor.name,
        action="vote.concluded",
        target=item,
        sentence=f"kết luận {item.nomination.recipient.name}: không thông qua, không bỏ phiếu lại",
    )
    return item


@transaction.atomic
def defer_item(*, actor: Actor, item: AgendaItem, reason: str) -> AgendaItem:
    """Put an item off to a later meeting, with the reason.

    Raises:
        StaleError: the item is decided.
        DomainError: no reason, or its ballot box is open.
    """
    actor.require(Act.OPEN_MEETING)
    meeting = held_open_meeting(actor, item.meeting)
    item = held_item(actor, item)
    if item.outcome not in UNDECIDED:
        raise already_decided(item)
    if item.box_id and item.outcome == Outcome.PENDING:
        raise DomainError(
            f"Hòm phiếu có hồ sơ của {item.nomination.recipient.name} đang nhận phiếu: hãy kiểm"
            " phiếu hoặc bỏ hòm phiếu trước khi hoãn xét."
        )
    item.meeting, item.outcome = meeting, Outcome.DEFERRED
    item.defer_reason = squeeze(reason).rstrip(".")
    item.save(update_fields=["outcome", "defer_reason"])
    take_step(actor=actor, nomination=item.nomination, name="defer", reason=reason)
    return item


def require_quorum(meeting: Meeting) -> None:
    """Refuse a count while too few are present.

    Raises:
        DomainError: with both figures.
    """
    roll = roll_of(meeting)
    if not roll.is_enough:
        raise DomainError(
            f"Phiên họp chỉ còn {roll.present}/{roll.members} người có mặt, cần ít nhất"
            f" {roll.needed} nên chưa chốt kết quả được: hãy ghi thêm người có mặt, hoặc hoãn xét"
            " hồ sơ này."
        )


def require_lawful_form(item: AgendaItem) -> None:
    """Refuse raised hands where the law asks for a ballot.

    Raises:
        DomainError: with the article.
    """
    asked = ballot_asked_by_law(item.nomination, as_of=item.meeting.held_on)
    if asked and item.form == VoteForm.OPEN:
        raise DomainError(
            f"{item.nomination.honour_name} phải bỏ phiếu ({asked}) nên không biểu quyết công khai"
            " được: hãy chọn bỏ phiếu kín hoặc phiếu giấy."
        )


def _count_named(item: AgendaItem, *, without_letters: bool) -> tuple[Votes, str]:
    missing = require_voted(item, without_letters=without_letters)
    ballots = item.ballots.filter(round=item.round)
    return Counter(ballots.values_list("choice", flat=True)), missing


def _count_papers(item: AgendaItem, *, without_letters: bool) -> tuple[Votes, str]:
    tally = PaperTally.objects.filter(item=item, round=item.round).first()
    if tally is None:
        raise DomainError(
            f"Ban kiểm phiếu chưa nhập kết quả hồ sơ của {item.nomination.recipient.name}: hãy"
            " nhập số phiếu phát ra, thu về và từng loại ý kiến."
        )
    require_handed_out(item, issued=tally.issued, by_letter=tally.by_letter)
    votes = {
        Choice.FOR: tally.votes_for or 0,
        Choice.AGAINST: tally.votes_against or 0,
        Choice.ABSTAIN: tally.votes_abstain or 0,
    }
    return Counter(votes), require_letters_in(item, tally, without_letters=without_letters)


def _outcome(item: AgendaItem, *, passed: bool) -> Outcome:
    was_ranked = item.rounds.filter(passed=True).exists()
    limited = Ceiling.objects.filter(meeting=item.meeting, honour=item.nomination.honour).exists()
    if was_ranked or (passed and limited):
        return Outcome.RANKING
    if passed:
        return Outcome.APPROVED
    if item.meeting.council.has_second_round and item.round == 1:
        return Outcome.RUNOFF
    return Outcome.NOT_APPROVED


def _keep_round(item: AgendaItem, *, passed: bool, missing: str) -> None:
    RoundResult.objects.create(
        item=item,
        round=item.round,
        form=item.form,
        votes_for=item.votes_for or 0,
        votes_against=item.votes_against or 0,
        votes_abstain=item.votes_abstain or 0,
        denominator=item.denominator or 0,
        base=item.base,
        threshold=item.threshold,
        threshold_source=item.threshold_source,
        passed=passed,
        missing=missing,
    )
