"""Nominations follow their recipients' facts, and open lists the unit that goes on in another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.kernel import clock
from vinhdanh.nominations.enums import FINAL_STATES
from vinhdanh.nominations.models import Nomination, Submission
from vinhdanh.nominations.queries.nominations import unfinished
from vinhdanh.nominations.services.assessments import assess_nominations
from vinhdanh.organizations.hooks import facts_changed, unit_continued, unit_returned

if TYPE_CHECKING:
    from collections.abc import Collection

    from vinhdanh.organizations.hooks import Moved
    from vinhdanh.organizations.models import Unit


@facts_changed.enter
def judge_anew(recipients: Collection[int]) -> None:
    """Ask the law anew about every open nomination of these recipients."""
    pending = Nomination.objects.filter(recipient__in=recipients).exclude(state__in=FINAL_STATES)
    assess_nominations(pending, as_of=clock.today())


@unit_continued.enter
def hand_over_lists(old: Unit, new: Unit, moved: Moved) -> None:
    """Let the new unit write and answer what the old one has not finished."""
    moved["lists"] = [each.pk for each in unfinished(Submission.objects.filter(unit=old))]
    Submission.objects.filter(pk__in=moved["lists"]).update(unit=new)


@unit_returned.enter
def return_lists(old: Unit, new: Unit, moved: Moved) -> None:
    """Give the old unit its lists back, with what was done to them meanwhile."""
    Submission.objects.filter(pk__in=moved.get("lists", []), unit=new).update(unit=old)
