"""Fifteen members who vote at the same moment, and a chair who counts twice at once.

As a program it does so on a SQLite file of its own and prints what it found as JSON:

    VINHDANH_DATA=… DJANGO_SETTINGS_MODULE=vinhdanh.config.settings python parallel_votes.py
"""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vinhdanh.accounts.actor import Actor

VOTERS = 15
CODE = "mười lăm phiếu"


def together(acts: Sequence[Callable[[], object]]) -> list[str]:
    """Do acts at once, each in a thread with its own connection; return what was refused."""
    from django.db import connections  # noqa: PLC0415 - as a program, only after django.setup()

    from vinhdanh.kernel.errors import DomainError  # noqa: PLC0415

    start = Barrier(len(acts))

    def run(act: Callable[[], object]) -> str:
        try:
            start.wait(timeout=60)
            act()
        except DomainError as problem:
            return problem.message
        finally:
            connections.close_all()
        return ""

    with ThreadPoolExecutor(len(acts)) as pool:
        return [said for said in pool.map(run, acts) if said]


def vote_together() -> dict[str, Any]:
    """Let fifteen vote in secret and then openly, each twice; count each vote twice at once."""
    from tests.councils.secret import NO, YES  # noqa: PLC0415
    from tests.factories.accounts import make_actor  # noqa: PLC0415
    from tests.factories.organizations import make_person  # noqa: PLC0415
    from tests.scenarios.commune import appraised, build_commune, called  # noqa: PLC0415

    from vinhdanh.accounts.enums import Role  # noqa: PLC0415
    from vinhdanh.councils.enums import VoteForm  # noqa: PLC0415
    from vinhdanh.councils.models import Ballot, Participation, RoundResult  # noqa: PLC0415
    from vinhdanh.councils.services.ballots import cast_ballot, count_item  # noqa: PLC0415
    from vinhdanh.councils.services.boxes import count_box, open_box  # noqa: PLC0415
    from vinhdanh.councils.services.forms import choose_form  # noqa: PLC0415
    from vinhdanh.councils.services.meetings import open_meeting  # noqa: PLC0415
    from vinhdanh.councils.services.secret_votes import cast_secret  # noqa: PLC0415
    from vinhdanh.kernel.models import AuditEvent  # noqa: PLC0415

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


def main() -> None:
    import django  # noqa: PLC0415

    django.setup()

    from django.apps import apps  # noqa: PLC0415
    from django.conf import settings  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415

    settings.TODAY = "2024-06-24"
    with connection.schema_editor() as editor:  # ten times faster than every migration
        for model in apps.get_models():
            editor.create_model(model)
    print(json.dumps(vote_together()))  # noqa: T201


if __name__ == "__main__":
    main()
