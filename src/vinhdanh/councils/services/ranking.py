"""More pass than there are places: rank by votes, settle ties, let the rest fall short."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.enums import Act
from vinhdanh.councils.enums import UNDECIDED, UNFINISHED, Outcome
from vinhdanh.councils.models import AgendaItem, Ceiling
from vinhdanh.councils.services.counting import STEP_OF
from vinhdanh.councils.services.locks import held_items, held_meeting, held_open_meeting
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.limits import require_fits
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze
from vinhdanh.kernel.wording import joined
from vinhdanh.nominations.services.transitions import take_step

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.councils.models import Meeting


@dataclass(frozen=True, slots=True)
class Standings:
    """Who passed for one honour, the most votes first."""

    ranked: list[AgendaItem]
    in_places: list[AgendaItem]
    """Those whose place no tie touches."""
    tied: list[AgendaItem]
    """Those of equal votes who share what places are left; empty where nothing is tied."""
    left: int
    """Places left for the tied."""


@transaction.atomic
def set_ceiling(*, actor: Actor, meeting: Meeting, honour: str, limit: int, source: str) -> Ceiling:
    """Say how many recipients of an honour the meeting may let pass, and by what text.

    Raises:
        DomainError: the meeting is over, an item of the honour is counted, or the source or a
            limit above zero is missing.
    """
    actor.require(Act.CONVENE)
    meeting = held_meeting(actor, meeting)
    source = squeeze(source)
    if meeting.state not in UNFINISHED:
        raise DomainError("Phiên họp đã kết thúc nên không đặt chỉ tiêu được.")
    if limit < 1:
        raise DomainError("Chỉ tiêu phải từ 1 trở lên: hãy ghi lại số.", field="limit")
    if not source:
        raise DomainError(
            "Chưa ghi căn cứ của chỉ tiêu: hãy ghi văn bản và điều khoản.", field="source"
        )
    require_fits(Ceiling, "source", source)
    of_honour = meeting.items.filter(nomination__honour=honour)
    if not of_honour.exists():
        raise DomainError("Phiên họp không xét danh hiệu, hình thức này: hãy chọn lại.")
    if of_honour.exclude(outcome=Outcome.PENDING).exists():
        raise DomainError("Đã chốt kết quả của danh hiệu này nên không đổi chỉ tiêu được nữa.")
    ceiling, _ = Ceiling.objects.update_or_create(
        meeting=meeting, honour=honour, defaults={"limit": limit, "source": source}
    )
    record(
        scope=actor.scope,
        actor=actor.name,
        action="meeting.ceiling",
        target=meeting,
        sentence=f"đặt chỉ tiêu {limit} cho {of_honour[0].nomination.honour_name} theo {source}",
    )
    return ceiling


def standings(ceiling: Ceiling) -> Standings:
    """Rank those of an honour who passed."""
    waiting = AgendaItem.objects.filter(
        meeting=ceiling.meeting_id, nomination__honour=ceiling.honour, outcome=Outcome.RANKING
    )
    rows = waiting.select_related("nomination__recipient").prefetch_related("rounds")
    return ranked(rows, places=ceiling.limit)


def ranked(items: Iterable[AgendaItem], *, places: int) -> Standings:
    """Rank items that passed: by the votes of the first round, then by those of the next."""
    votes = {item: [each.votes_for for each in item.rounds.all()] for item in items}
    groups = _equals(list(votes), votes) if votes else []
    order = [item for group in groups for item in group]
    clear: list[AgendaItem] = []
    for group in groups:
        left = places - len(clear)
        if len(group) > left:
            return Standings(order, clear, group if left else [], left)
        clear += group
    return Standings(order, clear, [], 0)


def _equals(
    items: list[AgendaItem], votes: Mapping[AgendaItem, Sequence[int]], at: int = 0
) -> list[list[AgendaItem]]:
    """Return the items in groups of equal votes, the most first, from one round on.

    Where not all were voted on in a round, that round ranks none of them.
    """
    if any(len(votes[item]) <= at for item in items):
        return [items]
    return [
        group
        for number in sorted({votes[item][at] for item in items}, reverse=True)
        for group in _equals([item for item in items if votes[item][at] == number], votes, at + 1)
    ]


def require_tied(meeting: Meeting, items: Sequence[AgendaItem]) -> None:
    """Refuse another vote on items that passed, unless they are exactly those tied.

    Raises:
        DomainError: a vote on their honour is still going on, or who is tied is named.
    """
    honours = {item.nomination.honour for item in items}
    for ceiling in meeting.ceilings.filter(honour__in=honours):
        _require_all_counted(meeting, ceiling)
        tied = standings(ceiling).tied
        if not tied:
            raise DomainError(
                "Không có hồ sơ nào bằng số phiếu ở chỗ cuối nên không bỏ phiếu lại: hãy xếp theo"
                " số phiếu."
            )
        if {item.pk for item in items if item.nomination.honour == ceiling.honour} != {
            item.pk for item in tied
        }:
            names = joined([item.nomination.recipient.name for item in tied])
            raise DomainError(
                f"Chỉ bỏ phiếu lại giữa đúng những hồ sơ bằng số phiếu ({names}): hãy chọn lại."
            )


@transaction.atomic
def settle_ranking(
    *,
    actor: Actor,
    ceiling: Ceiling,
    chosen: Collection[AgendaItem] = (),
    reason: str = "",
) -> list[AgendaItem]:
    """Give the places of an honour to those with the most votes.

    Args:
        actor: the chair.
        ceiling: how many places there are.
        chosen: among those tied, whom the chair proposes for the places left.
        reason: why, where somebody is chosen.

    Raises:
        DomainError: a vote on the honour is still going on, or a tie is neither voted on again
            nor settled with a reason.
    """
    actor.require(Act.OPEN_MEETING)
    meeting = held_open_meeting(actor, ceiling.meeting)
    _require_all_counted(meeting, ceiling)
    found = standings(ceiling)
    if not found.ranked:
        raise DomainError("Không có hồ sơ nào chờ xếp theo chỉ tiêu này: hãy tải lại trang.")
    reason = squeeze(reason).rstrip(".")
    winners = {item.pk for item in found.in_places}
    if found.tied:
        winners |= _chosen_of(found, {item.pk for item in chosen}, reason)
    tied = {item.pk for item in found.tied}
    held = {item.pk: item for item in held_items(meeting, found.ranked)}
    ordered = sorted(found.ranked, key=lambda item: item.pk not in winners)
    settled = [held[item.pk] for item in ordered]
    for rank, item in enumerate(settled, start=1):
        why = f"{reason} (bằng số phiếu)" if item.pk in tied else ""
        _write(actor, item, ceiling, rank, why, wins=item.pk in winners)
    record(
        scope=actor.scope,
        actor=actor.name,
        action="vote.ranked",
        target=meeting,
        sentence=f"xếp theo số phiếu, chỉ tiêu {ceiling.limit} ({ceiling.source}): thông qua"
        f" {joined([item.nomination.recipient.name for item in settled if item.pk in winners])}"
        + (f"; chọn giữa những người bằng phiếu vì {reason}" if found.tied else ""),
    )
    return settled


def _require_all_counted(meeting: Meeting, ceiling: Ceiling) -> None:
    open_states = [each for each in UNDECIDED if each != Outcome.RANKING]
    waiting = meeting.items.filter(
        nomination__honour=ceiling.honour, outcome__in=open_states
    ).select_related("nomination__recipient")
    if names := [item.nomination.recipient.name for item in waiting]:
        raise DomainError(
            f"Chưa chốt kết quả của {joined(names)} nên chưa xếp theo chỉ tiêu được: hãy chốt hoặc"
            " hoãn xét trước."
        )


def _chosen_of(found: Standings, chosen: set[int], reason: str) -> set[int]:
    names = joined([item.nomination.recipient.name for item in found.tied])
    if not chosen:
        raise DomainError(
            f"{names} bằng số phiếu mà chỉ còn {found.left} chỗ: hãy cho bỏ phiếu lại giữa họ, hoặc"
            " chọn theo đề xuất của chủ trì và ghi lý do."
        )
    if len(chosen) != found.left or not chosen <= {item.pk for item in found.tied}:
        raise DomainError(
            f"Cần chọn đúng {found.left} trong số những hồ sơ bằng phiếu ({names}): hãy chọn lại.",
            field="chosen",
        )
    if not reason:
        raise DomainError(
            "Chưa ghi vì sao chọn giữa những hồ sơ bằng số phiếu: hãy ghi một câu.", field="reason"
        )
    require_fits(AgendaItem, "rank_reason", f"{reason} (bằng số phiếu)")
    return chosen


def _write(
    actor: Actor, item: AgendaItem, ceiling: Ceiling, rank: int, why: str, *, wins: bool
) -> None:
    first = item.rounds.filter(passed=True).order_by("round")[0]
    item.votes_for, item.votes_against = first.votes_for, first.votes_against
    item.votes_abstain = first.votes_abstain
    item.denominator, item.base = first.denominator, first.base
    item.threshold, item.threshold_source = first.threshold, first.threshold_source
    item.rank = rank
    item.rank_reason = why or f"chỉ tiêu {ceiling.limit} theo {ceiling.source}"
    item.outcome = Outcome.APPROVED if wins else Outcome.NOT_APPROVED
    item.save()
    take_step(actor=actor, nomination=item.nomination, name=STEP_OF[Outcome(item.outcome)])
