"""What is killed: an act on a commune that is just before it, and what must hold afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.crash.importing import IMPORTING
from tests.crash.world import Step, World, acting, all_or_nothing, require_bytes
from tests.scenarios.commune import build_commune, drafted, one_row, opened, vote_on, voted

from vinhdanh.councils.enums import BoxState, Choice, MeetingState, Outcome, VoteForm
from vinhdanh.councils.models import AgendaItem, BallotBox, Meeting, MinutesFile, RoundResult, Urn
from vinhdanh.councils.services.boxes import count_box, open_box
from vinhdanh.councils.services.forms import choose_form
from vinhdanh.councils.services.meetings import close_meeting
from vinhdanh.councils.services.secret_votes import cast_secret
from vinhdanh.decisions.enums import DecisionState
from vinhdanh.decisions.models import Decision, Honour
from vinhdanh.decisions.services.issuing import issue_decision
from vinhdanh.kernel import clock
from vinhdanh.nominations.enums import NominationState
from vinhdanh.nominations.models import Nomination, NominationStep
from vinhdanh.records.models import DocumentFile, OfficialDocument

if TYPE_CHECKING:
    from collections.abc import Iterable

CODE = "hoa-sen-2024"
CHAIR = "quyen"


def _prepare_count() -> None:
    commune = build_commune()
    meeting = opened(commune, one_row(commune))
    items = list(meeting.items.all())
    choose_form(actor=commune.chair, meeting=meeting, items=items, form=VoteForm.SECRET)
    box = open_box(actor=commune.chair, meeting=meeting, items=items, code=CODE)
    for member in commune.members:
        cast_secret(actor=member, box=box, choices={item.pk: Choice.FOR for item in items})


def _count() -> None:
    count_box(actor=acting(CHAIR), box=BallotBox.objects.get(), code=CODE)


def _is_counted(where: str) -> bool:
    (item,) = AgendaItem.objects.all()
    return all_or_nothing(
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
    commune = build_commune()
    meeting = opened(commune, one_row(commune))
    for item in meeting.items.all():
        vote_on(commune, item)


def _close() -> None:
    close_meeting(actor=acting(CHAIR), meeting=Meeting.objects.get())


def _is_closed(where: str) -> bool:
    meeting = Meeting.objects.get()
    files = list(MinutesFile.objects.all())
    require_bytes(_files(files), where)
    return all_or_nothing(
        {
            "state": meeting.state == MeetingState.CLOSED,
            "time": meeting.closed_at is not None,
            "minutes": sorted(each.format for each in files) == ["docx", "pdf"],
        },
        where,
    )


def _prepare_issue() -> None:
    commune = build_commune()
    drafted(commune, voted(commune, opened(commune, one_row(commune))))


def _issue() -> None:
    issue_decision(actor=acting(CHAIR), decision=Decision.objects.get(), decided_on=clock.today())


def _is_issued(where: str) -> bool:
    decision = Decision.objects.get()
    require_bytes(_files(DocumentFile.objects.all()), where)
    numbers = list(OfficialDocument.objects.filter(symbol="QĐ-UBND").values_list("number"))
    return all_or_nothing(
        {
            "state": decision.state == DecisionState.ISSUED,
            "number": numbers == [(1,)],
            "files": DocumentFile.objects.filter(document__symbol="QĐ-UBND").count() == 2,
            "honour": Honour.objects.count() == 1,
            "nomination": Nomination.objects.get().state == NominationState.DECIDED,
        },
        where,
    )


def _files(files: Iterable[DocumentFile | MinutesFile]) -> list[tuple[str, str]]:
    return [(file.path, file.sha256) for file in files]


WORLDS = {
    world.name: world
    for world in (
        World("counting", _prepare_count, (Step(_count, _is_counted),)),
        World("closing", _prepare_close, (Step(_close, _is_closed),)),
        World("issuing", _prepare_issue, (Step(_issue, _is_issued),)),
        IMPORTING,
    )
}
