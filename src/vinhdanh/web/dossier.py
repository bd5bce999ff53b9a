"""What the page of one nomination shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vinhdanh.accounts.enums import Act
from vinhdanh.kernel import clock
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.kernel.wording import joined
from vinhdanh.lawbook import LawbookError, honour
from vinhdanh.nominations.policies import may_choose_procedure, may_rewrite
from vinhdanh.nominations.postings import posting_rules
from vinhdanh.nominations.procedures import Case, cases_for
from vinhdanh.nominations.queries.appraisal import STEP, missing_for_appraisal
from vinhdanh.nominations.queries.assessments import last_assessment
from vinhdanh.nominations.queries.clocks import clock_of
from vinhdanh.nominations.queries.nominations import offered_steps
from vinhdanh.nominations.queries.postings import open_postings
from vinhdanh.nominations.services.postings import MAY_BE_POSTED
from vinhdanh.organizations.keeping import Kept
from vinhdanh.web.forms.evidence import EvidenceForm
from vinhdanh.web.forms.nominations import ProcedureForm
from vinhdanh.web.law_lines import law_check
from vinhdanh.web.road import returned_for, stepper_of

if TYPE_CHECKING:
    from vinhdanh.accounts.actor import Actor
    from vinhdanh.nominations.models import Nomination
    from vinhdanh.organizations.models import Household

HISTORY = 30


def dossier_of(found: Nomination, actor: Actor) -> dict[str, Any]:
    """Return the context of a dossier's page."""
    cases = simplified_cases_of(found)
    may_correct = bool(may_rewrite(found, actor))
    offered = offered_steps(found, actor)
    return {
        "nomination": found,
        "stepper": stepper_of(found),
        "unclear_household": _unclear_household(found, actor),
        "clock": clock_of(found, as_of=clock.today()),
        "table": found.table,
        "case": next((each for each in cases if each.id == found.procedure_case), None),
        "procedure_form": procedure_form(found, cases)
        if cases and may_choose_procedure(found, actor)
        else None,
        **_posting_of(found),
        "offered": offered,
        "missing": joined(missing_for_appraisal(found))
        if any(each.step.name == STEP for each in offered)
        else "",
        "appraised_because": _last_reason(found),
        "may_correct": may_correct,
        "evidence": list(found.evidence.all()),
        "evidence_form": EvidenceForm() if may_correct else None,
        "returned_for": returned_for(found),
        "law": law_check(last_assessment(found), found, actor),
        "may_see_facts": actor.may(Act.VERIFY) or actor.heads(found.submission.unit),
        "history": history_of(found)[:HISTORY],
    }


def _unclear_household(found: Nomination, actor: Actor) -> Household | None:
    """Return the household papers call "ông (bà)", to whoever may write which it is."""
    home = found.recipient.household
    is_unclear = home is not None and not home.head_sex and actor.may_keep(Kept.PEOPLE, home.unit)
    return home if is_unclear else None


def _last_reason(found: Nomination) -> str:
    """Return why the office found it ready though something was missing."""
    reasons = [step.reason for step in found.steps.all() if step.name == STEP]
    return reasons[-1].rstrip(".") if reasons else ""


def _posting_of(found: Nomination) -> dict[str, Any]:
    """Return the posting that is open, or else the rule that asks for one before the Council."""
    today = clock.today()
    is_before = found.state in MAY_BE_POSTED and not found.postings.exists()
    rules = posting_rules([found.honour], as_of=today, province=found.body.province)
    return {
        "open_posting": open_postings([found], as_of=today).get(found.pk),
        "posting_wanted": rules[0] if rules and is_before else None,
    }


def simplified_cases_of(found: Nomination) -> tuple[Case, ...]:
    """Return the cases in which the law of today lets the chair decide on this nomination."""
    day, province = clock.today(), found.body.province
    try:
        law = honour(found.honour, as_of=day, province=province)
    except LawbookError:
        return ()
    return cases_for(law, as_of=day, province=province)


def procedure_form(found: Nomination, cases: tuple[Case, ...], data: Any = None) -> ProcedureForm:
    """Return the form that changes the procedure, filled in with what is now."""
    initial = {
        "procedure": found.procedure,
        "case": found.procedure_case,
        "version": found.version,
    }
    return ProcedureForm(data, cases=cases, initial=initial)
