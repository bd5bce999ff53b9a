"""A secret vote as far as a test needs it: the item, its open box, ballots in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.scenarios.commune import called, one_row, person_of

from vinhdanh.councils.enums import Choice, VoteForm
from vinhdanh.councils.services.boxes import open_box
from vinhdanh.councils.services.forms import choose_form
from vinhdanh.councils.services.meetings import open_meeting
from vinhdanh.councils.services.secret_votes import cast_secret

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.scenarios.commune import Commune

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.councils.models import AgendaItem, BallotBox, Meeting
    from vinhdanh.nominations.models import Submission

CODE = "hoa sen 2024"
YES, NO, SILENT = Choice.FOR, Choice.AGAINST, Choice.ABSTAIN


def in_form(
    commune: Commune,
    form: VoteForm,
    *submissions: Submission,
    absent: Sequence[Actor] = (),
) -> Meeting:
    """Open a meeting whose items are all voted on in one form."""
    meeting = called(commune, *(submissions or (one_row(commune),)), absent=absent)
    choose_form(actor=commune.clerk, meeting=meeting, items=list(meeting.items.all()), form=form)
    return open_meeting(actor=commune.chair, meeting=meeting)


def boxed(
    commune: Commune, *submissions: Submission, absent: Sequence[Actor] = ()
) -> tuple[Meeting, BallotBox]:
    """Open a meeting and a box over all it votes on."""
    meeting = in_form(commune, VoteForm.SECRET, *submissions, absent=absent)
    items = list(meeting.items.all())
    return meeting, open_box(actor=commune.chair, meeting=meeting, items=items, code=CODE)


def drop_in(
    actor: Actor, box: BallotBox, choice: Choice = YES, *, items: Sequence[AgendaItem] = ()
) -> None:
    """Put one member's ballots into a box, the same choice on every item."""
    chosen = items or list(box.items.all())
    cast_secret(actor=actor, box=box, choices={item.pk: choice for item in chosen})


def all_vote(
    commune: Commune, box: BallotBox, *, against: int = 0, silent: int = 0
) -> list[Choice]:
    """Let everybody vote on everything, the last ones not for it; return the choices by seat."""
    yes = len(commune.members) - against - silent
    choices = [YES] * yes + [NO] * against + [SILENT] * silent
    for actor, choice in zip(commune.members, choices, strict=True):
        mine = [
            item
            for item in box.items.all()
            if not item.recusals.filter(member__person=person_of(actor)).exists()
        ]
        drop_in(actor, box, choice, items=mine)
    return choices
