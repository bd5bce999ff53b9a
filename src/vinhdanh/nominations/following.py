"""Nominations are judged anew when what their recipients are judged by has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.kernel import clock
from vinhdanh.nominations.enums import FINAL_STATES
from vinhdanh.nominations.models import Nomination
from vinhdanh.nominations.services.assessments import assess_nominations
from vinhdanh.organizations.hooks import facts_changed

if TYPE_CHECKING:
    from collections.abc import Collection


@facts_changed.enter
def judge_anew(recipients: Collection[int]) -> None:
    """Ask the law anew about every open nomination of these recipients."""
    pending = Nomination.objects.filter(recipient__in=recipients).exclude(state__in=FINAL_STATES)
    assess_nominations(pending, as_of=clock.today())
