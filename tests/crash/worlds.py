"""What is killed: an act on a commune that is just before it, and what must hold afterwards."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.management import call_command
from tests.crash.killing import CrashError
from tests.scenarios.commune import build_commune, drafted, one_row, opened, vote_on, voted

from vinhdanh.accounts.models import User
from vinhdanh.accounts.queries.actors import actor_of
from vinhdanh.councils.enums import BoxState, Choice, MeetingState, Outcome, VoteForm
from vinhdanh.councils.models import AgendaItem, BallotBox, Meeting, MinutesFile, RoundResult, Urn
from vinhdanh.councils.services.boxes import count_box, open_box
from vinhdanh.councils.services.forms import choose_form
from vinhdanh.councils.services.meetings import close_meeting
from vinhdanh.councils.services.secret_votes import cast_secret
from vinhdanh.decisions.enums import DecisionState
from vinhdanh.decisions.models import Decision, Honour
from vinhdanh.decisions.services.decisions import issue_decision
from vinhdanh.kernel import clock
from vinhdanh.kernel.files import load
from vinhdanh.kernel.models import AuditChain
from vinhdanh.kernel.queries.audit import first_broken
from vinhdanh.nominations.enums import NominationState
from vinhdanh.nominations.models import Nomination, NominationStep
from vinhdanh.records.models import DocumentFile, OfficialDocument

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tests.scenarios.commune import Commune

    from vinhdanh.accounts.actor import Actor

CODE = "hoa-sen-2024"
CHAIR = "quyen"


@dataclass(frozen=True, slots=True)
class World:
    """An act with what comes before and what must be after."""

    name: str
    prepare: Callable[[], None]
    act: Callable[[], None]
    is_whole: Callable[[str], bool]
    """Tell whether all of the act is there; raise CrashError where only some of it is."""


def _built() -> Commune:
    call_command("migrate", verbosity=0)
    return build_commune()


def _acting(username: str) -> Actor:
    actor = actor_of(User.objects.get(username=username))
    assert actor is not None
    return actor


def _all_or_nothing(facts: dict[str, bool], where: str) -> bool:
    """Return whether every fact holds; they hold together or not at all."""
    for chain in AuditChain.objects.all():
        if at := first_broken(chain):
            raise CrashError(f"{where}: the log of {chain.scope} breaks at {at}.")
    if len(set(facts.values())) > 1:
        raise CrashError(f"{where}: half-done, {facts}.")
    return all(facts.values())


def _prepare_count() -> None:
    commune = _built()
    meeting = opened(commune, one_row(commune))
    items = list(meeting.items.all())
    choose_form(actor=commune.chair, meeting=meeting, items=items, form=VoteForm.SECRET)
    box = open_box(actor=commune.chair, meeting=meeting, items=items, code=CODE)
    for member in commune.members:
        cast_secret(actor=member, box=box, choices={item.pk: Choice.FOR for item in items})


def _count() -> None:
    count_box(actor=_acting(CHAIR), box=BallotBox.objects.get(), code=CODE)


def _is_counted(where: str) -> bool:
    (item,) = AgendaItem.objects.all()
    return _all_or_nothing(
        {
            "box": BallotBox.objects.get().state == BoxState.COUNTED,
            "urn": not Urn.objects.exists(),
            "item": (item.outcome, item.votes_for) == (Outcome.APPROVED, 7),
            "round": RoundResult.objects.count() == 1,
            "nomination": item.nomination.state == NominationState.APPROVED,
            "step": NominationStep.objects.filter(name="approve").count() == 1,
        },
        where,
    )


def _prepare_close() -> None:
    commune = _built()
    meeting = opened(commune, one_row(commune))
    for item in meeting.items.all():
        vote_on(commune, item)


def _close() -> None:
    close_meeting(actor=_acting(CHAIR), meeting=Meeting.objects.get())


def _is_closed(where: str) -> bool:
    meeting = Meeting.objects.get()
    files = list(MinutesFile.objects.all())
    _require_bytes(files, where)
    return _all_or_nothing(
        {
            "state": meeting.state == MeetingState.CLOSED,
            "time": meeting.closed_at is not None,
            "minutes": sorted(each.format for each in files) == ["docx", "pdf"],
        },
        where,
    )


def _prepare_issue() -> None:
    commune = _built()
    drafted(commune, voted(commune, opened(commune, one_row(commune))))


def _issue() -> None:
    issue_decision(actor=_acting(CHAIR), decision=Decision.objects.get(), decided_on=clock.today())


def _is_issued(where: str) -> bool:
    decision = Decision.objects.get()
    _require_bytes(DocumentFile.objects.all(), where)
    numbers = list(OfficialDocument.objects.filter(symbol="QĐ-UBND").values_list("number"))
    return _all_or_nothing(
        {
            "state": decision.state == DecisionState.ISSUED,
            "number": numbers == [(1,)],
            "files": DocumentFile.objects.filter(document__symbol="QĐ-UBND").count() == 2,
            "honour": Honour.objects.count() == 1,
            "nomination": Nomination.objects.get().state == NominationState.DECIDED,
        },
        where,
    )


def _require_bytes(files: Iterable[DocumentFile | MinutesFile], where: str) -> None:
    """Refuse a row that names a file whose bytes are not there whole."""
    for file in files:
        if hashlib.sha256(load(file.path)).hexdigest() != file.sha256:
            raise CrashError(f"{where}: the file of {file} is not whole.")


WORLDS = {
    world.name: world
    for world in (
        World("counting", _prepare_count, _count, _is_counted),
        World("closing", _prepare_close, _close, _is_closed),
        World("issuing", _prepare_issue, _issue, _is_issued),
    )
}
