"""Nominations follow their recipients' facts, and open lists the unit that goes on in another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q

from vinhdanh.kernel import clock
from vinhdanh.nominations.enums import FINAL_STATES
from vinhdanh.nominations.models import Nomination, Submission
from vinhdanh.nominations.services.assessments import assess_nominations
from vinhdanh.organizations.hooks import facts_changed, unit_continued

if TYPE_CHECKING:
    from collections.abc import Collection

    from vinhdanh.organizations.models import Unit


@facts_changed.enter
def judge_anew(recipients: Collection[int]) -> None:
    """Ask the law anew about every open nomination of these recipients."""
    pending = Nomination.objects.filter(recipient__in=recipients).exclude(state__in=FINAL_STATES)
    assess_nominations(pending, as_of=clock.today())


@unit_continued.enter
def hand_over_lists(old: Unit, new: Unit) -> None:
    """Let the new unit write and answer what the old one has not finished."""
    pending = Nomination.objects.filter(submission=OuterRef("pk")).exclude(state__in=FINAL_STATES)
    lists = Submission.objects.filter(Q(sent_on__isnull=True) | Exists(pending), unit=old)
    lists.update(unit=new)
