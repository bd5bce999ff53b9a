"""Fifteen members who vote at the same moment, and a chair who counts twice at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from tests.councils.secret import NO, YES
from tests.factories.accounts import make_actor
from tests.factories.organizations import make_person
from tests.parallel.together import together
from tests.scenarios.commune import appraised, build_commune, called

from vinhdanh.accounts.enums import Role
from vinhdanh.councils.enums import VoteForm
from vinhdanh.councils.models import Ballot, Participation, RoundResult
from vinhdanh.councils.services.ballots import cast_ballot, count_item
from vinhdanh.councils.services.boxes import count_box, open_box
from vinhdanh.councils.services.forms import choose_form
from vinhdanh.councils.services.meetings import open_meeting
from vinhdanh.councils.services.secret_votes import cast_secret
from vinhdanh.kernel.models import AuditEvent

if TYPE_CHECKING:
    from vinhdanh.accounts.actor import Actor

VOTERS = 15
CODE = "mười lăm phiếu"


def vote_together() -> dict[str, Any]:
    """Let fifteen vote in secret and then openly, each twice; count each vote twice at once."""
    commune = build_commune()
    voters = list(commune.members)
    for number in range(len(voters), VOTERS):
        person = make_person(commune.body, f"Ủy viên Số {number}")
        voters.append(make_actor(f"uyvien{number}", person, (commune.body, Role.COUNCIL_MEMBER)))
        commune.council.members.create(person=person, role="member", order=number + 1)
    meeting = called(commune, appraised(commune))
    first, second, _ = meeting.items.all()
    choose_form(actor=commune.clerk, meeting=meeting, items=[first], form=VoteForm.SECRET)
    meeting = open_meeting(actor=commune.chair, meeting=meeting)
    box = open_box(actor=commune.chair, meeting=meeting, items=[first], code=CODE)
    choice = {actor.name: YES if at % 3 else NO for at, actor in enumerate(voters)}

    again = [*voters, *voters]

    def secretly(actor: Actor) -> None:
        cast_secret(actor=actor, box=box, choices={first.pk: choice[actor.name]})

    def openly(actor: Actor) -> None:
        seat = commune.seat(actor)
        cast_ballot(actor=actor, item=second, member=seat, choice=choice[actor.name])

    refused_secret = together([partial(secretly, actor) for actor in again])
    voted = Participation.objects.filter(item=first, has_voted=True).count()
    refused_open = together([partial(openly, actor) for actor in again])
    refused_box = together([lambda: count_box(actor=commune.chair, box=box, code=CODE)] * 2)
    refused_count = together([lambda: count_item(actor=commune.chair, item=second)] * 2)
    for item in (first, second):
        item.refresh_from_db()
    return {
        "refused": [len(refused_secret), len(refused_open), len(refused_box), len(refused_count)],
        "voted": voted,
        "open": Ballot.objects.filter(item=second).count(),
        "for": [first.votes_for, second.votes_for],
        "against": [first.votes_against, second.votes_against],
        "results": RoundResult.objects.count(),
        "counted": AuditEvent.objects.filter(action="vote.counted").count(),
    }
