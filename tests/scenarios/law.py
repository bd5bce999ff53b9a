"""Nominations with what the law asks of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.scenarios.commune import TODAY, YEAR, village_rows, written

from vinhdanh.nominations.enums import FactList
from vinhdanh.nominations.models import Nomination
from vinhdanh.nominations.queries.assessments import last_assessment
from vinhdanh.nominations.services.answers import attest, call_whole
from vinhdanh.nominations.services.assessments import asked_about
from vinhdanh.nominations.services.facts import YearFacts, keep_year
from vinhdanh.nominations.services.submissions import send_submission
from vinhdanh.organizations.enums import PersonGroup

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune


ADVANCED = "lao-dong-tien-tien"
WHOLE = (FactList.DISCIPLINE, FactList.HOLDS)


def proposed(commune: Commune) -> Nomination:
    """Return Phạm Văn Đức, a farmer, proposed as Lao động tiên tiến; nothing is recorded yet."""
    row = replace(village_rows(commune)[0], honour=ADVANCED)
    return written(commune, rows=[row]).nominations.get()


def received(commune: Commune) -> Nomination:
    """Return him as the office sees him: proposed and sent."""
    nomination = proposed(commune)
    send_submission(actor=commune.village_head, submission=nomination.submission)
    return Nomination.objects.get(pk=nomination.pk)


def recorded(commune: Commune, nomination: Nomination) -> Nomination:
    """Let the head write the year and attest, and the clerk say there is nothing against him."""
    keep_year(
        actor=commune.village_head,
        nomination=nomination,
        year=YEAR,
        found=YearFacts(absent_months=0),
        group=PersonGroup.WORKER,
    )
    attest(
        actor=commune.village_head,
        nomination=nomination,
        conditions=list(asked_about(nomination, as_of=TODAY).together),
    )
    call_whole(actor=commune.clerk, nomination=nomination, lists=WHOLE, among=WHOLE)
    return nomination


def verdict_of(nomination: Nomination) -> str:
    """Return the law's last answer."""
    found = last_assessment(nomination)
    assert found
    return found.verdict
