"""Putting a ballot into a box. What it says is sealed before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.enums import Act
from vinhdanh.councils.enums import BoxState, Choice, VoteWay
from vinhdanh.councils.models import BallotBox, Participation, Urn
from vinhdanh.councils.sealing import dropped_in, seal
from vinhdanh.councils.services.entitled import entitled_rows, own_seat, row_of
from vinhdanh.councils.services.locks import held_items, held_open_meeting, require_pending
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.services.audit import record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.councils.models import AgendaItem, CouncilMember

LETTERS = {Choice.FOR: "f", Choice.AGAINST: "a", Choice.ABSTAIN: "n"}
"""One letter each: a longer word would make a longer ballot."""


@transaction.atomic
def cast_secret(*, actor: Actor, box: BallotBox, choices: Mapping[int, Choice]) -> int:
    """Put one's own ballots into a box; they cannot be taken back, changed or shown again.

    Args:
        actor: a member; nobody votes for another, and the clerk enters nothing.
        box: an open box.
        choices: the vote by the item's id, for one item of the box or several.

    Returns:
        how many ballots went in.

    Raises:
        NotAllowedError: the actor has no seat.
        DomainError: the box is closed, or the member may not vote on an item, has done so, or
            was given a paper. Then nothing goes in.
    """
    actor.require(Act.VOTE)
    meeting = held_open_meeting(actor, box.meeting)
    box = BallotBox.objects.select_for_update().get(pk=box.pk)
    if box.state != BoxState.OPEN:
        raise DomainError("Hòm phiếu đã đóng nên không bỏ phiếu được nữa: hãy tải lại trang.")
    member = own_seat(actor, meeting)
    items = held_items(meeting, box.items.filter(pk__in=choices))
    if not items or len(items) != len(choices):
        raise DomainError("Chưa chọn ý kiến cho hồ sơ nào trong hòm phiếu: hãy chọn rồi bỏ phiếu.")
    for item in items:
        require_pending(item)
        row_of(item, member)
        _mark(item, member)
        drop(box, item, choices[item.pk])
    record(
        scope=actor.scope,
        actor=actor.name,
        action="vote.secret",
        target=meeting,
        sentence="bỏ phiếu kín vào hòm phiếu",
    )
    return len(items)


def drop(box: BallotBox, item: AgendaItem, choice: Choice) -> None:
    """Seal a choice into the urn of an item; part of a larger act that holds the item."""
    urn = Urn.objects.select_for_update().get(box=box, item=item)
    urn.sealed = dropped_in(bytes(urn.sealed), _sealed(box, item, [choice]))
    urn.save(update_fields=["sealed"])


def put_papers(box: BallotBox, item: AgendaItem, choices: list[Choice]) -> None:
    """Seal what was counted on paper, in place of what was before; part of a larger act."""
    urn = Urn.objects.select_for_update().get(box=box, item=item)
    urn.papers = dropped_in(b"", _sealed(box, item, choices))
    urn.save(update_fields=["papers"])


def _sealed(box: BallotBox, item: AgendaItem, choices: list[Choice]) -> list[bytes]:
    public = bytes(box.public_key)
    return [seal(LETTERS[each], public=public, about=about(item)) for each in choices]


def about(item: AgendaItem) -> str:
    """Return what ties a ballot to its item and round, so that none is moved to another."""
    return f"{item.pk}/{item.round}"


def renew_voters(item: AgendaItem) -> None:
    """After attendance or recusals changed: let who may vote on a boxed item, and nobody else."""
    if not item.box_id or item.box is None or item.box.state != BoxState.OPEN:
        return
    rows = item.participations.filter(round=item.round)
    entitled = {row.member_id for row in entitled_rows(item)}
    rows.filter(has_voted=False).exclude(member__in=entitled).delete()
    known = set(rows.values_list("member_id", flat=True))
    Participation.objects.bulk_create(
        Participation(item=item, member_id=pk, round=item.round, has_voted=False)
        for pk in sorted(entitled - known)
    )


def _mark(item: AgendaItem, member: CouncilMember) -> None:
    row = item.participations.filter(round=item.round, member=member)
    if row.filter(has_voted=False).update(has_voted=True):
        return
    name = item.nomination.recipient.name
    if row.filter(way=VoteWay.PAPER).exists():
        raise DomainError(f"Anh/chị đã nhận phiếu giấy về hồ sơ của {name}: hãy bỏ phiếu giấy đó.")
    raise DomainError(
        f"Anh/chị đã bỏ phiếu về hồ sơ của {name} rồi; phiếu kín đã bỏ thì không đổi được."
    )
