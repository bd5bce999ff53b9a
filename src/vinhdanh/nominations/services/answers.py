"""What people say of a nomination: a list is whole, a condition holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.accounts.enums import Act
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.limits import require_fits
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze
from vinhdanh.nominations.enums import FactList, LawVerdict
from vinhdanh.nominations.models import Attestation, FactsStatement, Nomination, Verification
from vinhdanh.nominations.policies import may_attest, may_keep_facts, may_settle
from vinhdanh.nominations.queries.assessments import findings_of, last_assessment
from vinhdanh.nominations.services.assessments import asked_about, assess_nominations

if TYPE_CHECKING:
    from collections.abc import Collection

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.kernel.verdict import Verdict

OF_THE_OFFICE = frozenset({FactList.HONOURS, FactList.DISCIPLINE, FactList.HOLDS})
"""Lists of which only the office can say that nothing is missing."""


@transaction.atomic
def call_whole(
    *,
    actor: Actor,
    nomination: Nomination,
    lists: Collection[FactList],
    among: Collection[FactList],
) -> None:
    """Say of which lists about the recipient nothing is missing.

    Args:
        actor: head of the unit or a clerk; for the office's lists a clerk.
        nomination: for which it is said.
        lists: whole; an empty one then means none.
        among: the lists that were asked about; those not in `lists` are taken back.

    Raises:
        NotAllowedError: a list is another's to speak of.
    """
    nomination = Nomination.objects.select_for_update(of=("self",)).get(pk=nomination.pk)
    for about in among:
        may = (
            may_settle(Act.KEEP_STANDING, nomination, actor)
            if about in OF_THE_OFFICE
            else may_keep_facts(nomination, actor)
        )
        _require(may)
    standing = {each.about: each for each in nomination.statements.filter(about__in=among)}
    for about in among:
        if about in lists and about not in standing:
            FactsStatement.objects.create(
                nomination=nomination,
                about=about,
                by=actor.user,
                by_name=actor.name,
                at=clock.now(),
            )
            _log(actor, nomination, "facts.whole", f"xác nhận đã ghi đủ: {about.label.lower()}")
        elif about in standing and about not in lists:
            standing[about].delete()
            _log(
                actor,
                nomination,
                "facts.not_whole",
                f"bỏ xác nhận đã ghi đủ: {about.label.lower()}",
            )
    assess_nominations([nomination], as_of=clock.today())


@transaction.atomic
def attest(*, actor: Actor, nomination: Nomination, conditions: Collection[str]) -> Attestation:
    """Give the proposing unit's word on conditions that only people judge.

    Args:
        actor: head of the proposing unit.
        nomination: about which it is.
        conditions: ids of what holds; what is left out is taken back.

    Raises:
        DomainError: a condition is not one the unit is asked about.
    """
    _require(may_attest(nomination, actor))
    asked = asked_about(nomination, as_of=clock.today())
    words = {**asked.together, **asked.singly}
    if strange := set(conditions) - set(words):
        raise DomainError(
            "Quy định áp dụng cho hồ sơ vừa thay đổi: hãy tải lại trang rồi xác nhận.",
            field=min(strange),
        )
    kept = Attestation.objects.create(
        nomination=nomination,
        conditions={key: words[key] for key in words if key in conditions},
        by=actor.user,
        by_name=actor.name,
        at=clock.now(),
    )
    _log(
        actor,
        nomination,
        "nomination.attested",
        f"xác nhận {len(kept.conditions)} điều kiện của {nomination.recipient.name}",
        kept.conditions,
    )
    assess_nominations([nomination], as_of=clock.today())
    return kept


@transaction.atomic
def verify(
    *, actor: Actor, nomination: Nomination, condition: str, answer: bool, reason: str
) -> Verification:
    """Answer, by name and with a reason, a condition that the law alone leaves open.

    Args:
        actor: a clerk or the chair.
        nomination: about which it is.
        condition: id of a condition that the last assessment found undetermined.
        answer: whether it is met.
        reason: on what the answer rests.

    Raises:
        DomainError: there is no reason, or the condition is not open.
    """
    _require(may_settle(Act.VERIFY, nomination, actor))
    reason = squeeze(reason)
    if not reason:
        raise DomainError(
            "Chưa ghi căn cứ: hãy ghi văn bản hoặc người đã xác minh.", field="reason"
        )
    require_fits(Verification, "reason", reason)
    last = last_assessment(nomination)
    found = next((each for each in findings_of(last) if each["id"] == condition), None)
    answered = nomination.verifications.filter(condition=condition).last()
    if found is None or (found["verdict"] != LawVerdict.UNDETERMINED and answered is None):
        raise DomainError("Điều kiện này không còn chờ xác minh: hãy tải lại trang.")
    kept = Verification.objects.create(
        nomination=nomination,
        condition=condition,
        text=found["text"][:500],
        answer=answer,
        reason=reason,
        by=actor.user,
        by_name=actor.name,
        at=clock.now(),
    )
    told = "đạt" if answer else "không đạt"
    _log(
        actor,
        nomination,
        "nomination.verified",
        f"xác minh “{kept.text}”: {told}, căn cứ: {reason}",
        {"condition": condition, "answer": answer},
    )
    assess_nominations([nomination], as_of=clock.today())
    return kept


def _log(
    actor: Actor,
    nomination: Nomination,
    action: str,
    sentence: str,
    details: dict[str, object] | None = None,
) -> None:
    record(
        scope=actor.scope,
        actor=actor.name,
        action=action,
        target=nomination,
        sentence=sentence,
        details=details or {},
    )


def _require(verdict: Verdict) -> None:
    if not verdict:
        raise NotAllowedError(verdict.reason)
