"""What a school shows of a teacher, so that the law's conditions are met by the vote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.demo.moments import moment
from vinhdanh.demo.proposals_above import NURSERY_KEY, TEACHER
from vinhdanh.kernel import clock
from vinhdanh.nominations.models import Nomination
from vinhdanh.nominations.services.answers import attest
from vinhdanh.nominations.services.assessments import asked_about
from vinhdanh.nominations.services.facts import YearFacts, keep_year
from vinhdanh.organizations.enums import Completion

if TYPE_CHECKING:
    from vinhdanh.demo.commune import Commune


def show_teachers_year(commune: Commune) -> None:
    """The head grades the year and gives the school's word on what only people judge."""
    head = commune.actor(NURSERY_KEY)
    nomination = Nomination.objects.get(body=commune.body, recipient__name=TEACHER)
    with moment("2024-05-13T09:00"):
        keep_year(
            actor=head,
            nomination=nomination,
            year=nomination.submission.year,
            found=YearFacts(completion=Completion.EXCELLENT, absent_months=0),
        )
    with moment("2024-05-13T09:10"):
        asked = asked_about(nomination, as_of=clock.today())
        attest(actor=head, nomination=nomination, conditions=[*asked.together, *asked.singly])
