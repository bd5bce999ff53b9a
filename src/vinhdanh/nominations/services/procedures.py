"""Choosing by which procedure a nomination is judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze
from vinhdanh.lawbook import honour
from vinhdanh.nominations.enums import Procedure
from vinhdanh.nominations.policies import may_choose_procedure
from vinhdanh.nominations.procedures import cases_for, chosen
from vinhdanh.nominations.services.locking import locked

if TYPE_CHECKING:
    from vinhdanh.accounts.actor import Actor
    from vinhdanh.nominations.models import Nomination


@transaction.atomic
def choose_procedure(
    *,
    actor: Actor,
    nomination: Nomination,
    procedure: Procedure,
    case: str = "",
    reason: str = "",
    expected_version: int | None = None,
) -> Nomination:
    """Let a nomination be judged by another procedure; the table in force today is kept.

    Args:
        actor: the proposing unit's head while they write, the clerk until somebody votes.
        nomination: one that nobody has judged yet.
        procedure: the one to take.
        case: id of the simplified procedure's case, asked for there.
        reason: one sentence for the history; asked of the clerk.
        expected_version: the version the actor saw; None inside a larger act.

    Raises:
        StaleError: somebody else changed the nomination in between.
        DomainError: it is not the actor's to choose, the law has no such case for the honour, or
            the reason is missing.
    """
    nomination = locked(nomination, expected_version)
    if not (verdict := may_choose_procedure(nomination, actor)):
        raise DomainError(verdict.reason)
    reason = squeeze(reason)
    if not actor.heads(nomination.submission.unit) and not reason:
        raise DomainError(
            "Chưa ghi lý do đổi thủ tục: hãy ghi một câu, đơn vị sẽ đọc câu này.", field="reason"
        )
    today = clock.today()
    if procedure == Procedure.SIMPLIFIED:
        _require_case(nomination, case)
    choice = chosen(procedure, as_of=today, case=case if procedure != Procedure.REGULAR else "")
    nomination.procedure, nomination.procedure_case = choice.procedure, choice.case
    nomination.procedure_since = choice.since
    nomination.version += 1
    nomination.save(update_fields=["procedure", "procedure_case", "procedure_since", "version"])
    record(
        scope=actor.scope,
        actor=actor.name,
        action="nomination.procedure",
        target=nomination,
        sentence=f"chọn cách “{procedure.label.lower()}” cho hồ sơ của {nomination.recipient.name}"
        + (f" vì: {reason}" if reason else ""),
        details={"procedure": procedure.value, "case": choice.case, "version": nomination.version},
    )
    return nomination


def _require_case(nomination: Nomination, case: str) -> None:
    day, province = clock.today(), nomination.body.province
    law = honour(nomination.honour, as_of=day, province=province)
    known = {each.id for each in cases_for(law, as_of=day, province=province)}
    if not known:
        raise DomainError(
            f"Quy định ngày {day:%d/%m/%Y} không có thủ tục đơn giản cho {law.name}: hãy để hồ sơ"
            " xét qua Hội đồng.",
            field="case",
        )
    if case not in known:
        raise DomainError(
            "Chưa chọn trường hợp được áp dụng thủ tục đơn giản: hãy chọn một trường hợp trong"
            " danh sách.",
            field="case",
        )
