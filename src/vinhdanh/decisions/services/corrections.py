"""Writing an award right: a name or a year that the decision has wrong."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.enums import Act
from vinhdanh.decisions.correction_papers import correction_context, correction_files
from vinhdanh.decisions.enums import CorrectedField, DecisionKind, DecisionState
from vinhdanh.decisions.models import Correction, CorrectionLine, Decision, Honour
from vinhdanh.decisions.queries.corrections import words_of
from vinhdanh.decisions.services.certificates import outdate_certificates
from vinhdanh.decisions.services.later_decisions import (
    OtherPaper,
    held_to_sign,
    put_out,
    require_here,
    show_change,
    units_of,
    worded,
    write_down,
)
from vinhdanh.decisions.services.payments_opening import rejoin_payments
from vinhdanh.decisions.services.reissues import print_corrected
from vinhdanh.kernel.errors import DomainError, StaleError
from vinhdanh.kernel.limits import require_fits
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze
from vinhdanh.organizations.hooks import facts_changed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.records.content import FileContent
    from vinhdanh.records.models import OfficialDocument

NO_REASON = "Chưa ghi lý do đính chính: hãy viết một câu, ví dụ sai sót khi lập danh sách."
PRINTED = frozenset({CorrectedField.NAME, CorrectedField.DETAIL, CorrectedField.ACHIEVEMENT})
"""What a certificate says; another year or period needs no new one."""
FIRST_YEAR, LAST_YEAR = 1945, 2100


@transaction.atomic
def draft_correction(
    *, actor: Actor, honour: Honour, words: Mapping[CorrectedField, str], reason: str
) -> Decision:
    """Put what is wrong of an honour into the draft that corrects its decision.

    One draft corrects one decision: further honours of it, and second thoughts, go into the same.

    Args:
        actor: a clerk.
        honour: of a decision of the body.
        words: how each thing should read; what reads so already is no correction.
        reason: follows "do": "sai sót khi lập danh sách".

    Raises:
        DomainError: the decision is another office's, nothing would change, a word is empty or
            too long, or the honour was revoked.
    """
    actor.require(Act.DRAFT_DECISION)
    actor.require_own(honour.body_id)
    require_here(honour.decision)
    honour, changes = _changes(honour, words)
    merit = worded(reason, missing=NO_REASON, start="do ")
    Decision.objects.select_for_update(of=("self",)).get(pk=honour.decision_id)
    held = Decision.objects.select_for_update(of=("self",)).filter(
        correction__award=honour.decision, state=DecisionState.DRAFT
    )
    decision = held.first() or Decision(body=actor.body, kind=DecisionKind.CORRECTION)
    decision.merit = merit
    decision.save()
    correction, _ = Correction.objects.get_or_create(decision=decision, award=honour.decision)
    _write(correction, honour, changes)
    record(
        scope=actor.scope,
        actor=actor.name,
        action="correction.drafted",
        target=decision,
        sentence=f"soạn dự thảo đính chính {honour.decision}: {honour.recipient_name}",
    )
    return decision


@transaction.atomic
def issue_correction(*, actor: Actor, decision: Decision, decided_on: dt.date) -> Decision:
    """Sign a correction: the register reads as it says, and new certificates are printed.

    Args:
        actor: the chair.
        decision: a draft.
        decided_on: the day it is signed.

    Raises:
        StaleError: it is issued already, or what it corrects reads otherwise by now.
        DomainError: its day is in the future or before the award.
    """
    correction = Correction.objects.select_related("award__document", "decision__body").get(
        decision=decision
    )
    decision, award = correction.decision, correction.award
    held_to_sign(actor, decision, since=award.decided_on, on=decided_on)
    lines = list(words_of(correction))

    def render(document: OfficialDocument) -> list[FileContent]:
        return correction_files(
            correction_context(
                correction, lines, number=document.number, date=decided_on, as_of=decided_on
            )
        )

    put_out(
        actor,
        decision,
        decided_on=decided_on,
        abstract=f"Về việc đính chính {len(lines)} nội dung của {award}",
        units=units_of(line.honour for line in lines),
        render=render,
    )
    show_change(actor, award, "amend", decision)
    _apply(actor, decision, lines)
    return decision


@transaction.atomic
def record_correction(
    *,
    actor: Actor,
    honour: Honour,
    words: Mapping[CorrectedField, str],
    reason: str,
    paper: OtherPaper,
) -> Decision:
    """Write down that another office corrected what it had given.

    Its paper may correct several honours: each is written into the same decision.

    Raises:
        DomainError: the decision is the body's own, nothing would change, a word is empty or too
            long, the paper is known as something else or with this honour, or its day does not
            fit.
    """
    merit = worded(reason, missing=NO_REASON, start="do ")
    award = honour.decision
    decision = write_down(
        actor, paper, merit=merit, since=award.decided_on, award=award, adds_to="correction"
    )
    correction, _ = Correction.objects.get_or_create(decision=decision, defaults={"award": award})
    if correction.lines.filter(honour=honour).exists():
        raise DomainError(
            f"{decision} đã ghi đính chính cho {honour.recipient_name}: hãy kiểm tra lại số và"
            " ngày.",
            field="external_code",
        )
    honour, changes = _changes(honour, words)
    _write(correction, honour, changes)
    _apply(actor, decision, list(words_of(correction).filter(honour=honour)))
    return decision


def _changes(
    honour: Honour, words: Mapping[CorrectedField, str]
) -> tuple[Honour, dict[CorrectedField, str]]:
    """Hold an honour and return what would read otherwise."""
    honour = (
        Honour.objects.select_for_update(of=("self",))
        .select_related("decision__document", "decision__body")
        .get(pk=honour.pk)
    )
    if honour.revoked_on:
        raise DomainError("Khen thưởng này đã bị hủy bỏ nên không đính chính.")
    said = {field: squeeze(text) for field, text in words.items()}
    changes = {
        field: text for field, text in said.items() if text != str(getattr(honour, field.value))
    }
    if not changes:
        raise DomainError("Chưa sửa nội dung nào: hãy ghi lại nội dung đúng vào chỗ sai.")
    for field, text in changes.items():
        _require_right(field, text)
    return honour, changes


def _require_right(field: CorrectedField, text: str) -> None:
    if not text:
        raise DomainError(f"{field.label} bị để trống: hãy ghi nội dung đúng.", field=field.value)
    if field == CorrectedField.YEAR:
        if not (text.isdecimal() and FIRST_YEAR <= int(text) <= LAST_YEAR):
            raise DomainError(
                f"Năm “{text}” chưa đúng: hãy ghi bốn chữ số, ví dụ 2024.", field=field.value
            )
        return
    require_fits(Honour, field.value, text)


def _write(correction: Correction, honour: Honour, changes: Mapping[CorrectedField, str]) -> None:
    """Let the correction say of an honour just this."""
    correction.lines.filter(honour=honour).delete()
    CorrectionLine.objects.bulk_create(
        CorrectionLine(
            correction=correction,
            honour=honour,
            field=field,
            before=str(getattr(honour, field.value)),
            after=text,
        )
        for field, text in changes.items()
    )


def _apply(actor: Actor, decision: Decision, lines: Iterable[CorrectionLine]) -> None:
    """Let the register read as the lines say, and have what rests on it worked out anew."""
    by_honour: dict[int, list[CorrectionLine]] = {}
    for line in lines:
        by_honour.setdefault(line.honour_id, []).append(line)
    held = (
        Honour.objects.select_for_update(of=("self",))
        .select_related("decision__document", "decision__body")
        .filter(pk__in=by_honour)
        .order_by("order")
    )
    honours = list(held)
    for honour in honours:
        _rewrite(actor, decision, honour, by_honour[honour.pk])
    for award in Decision.objects.filter(honours__in=by_honour).distinct():
        outdate_certificates(decision=award)
    facts_changed([honour.recipient_id for honour in honours])
    record(
        scope=actor.scope,
        actor=actor.name,
        action="correction.issued",
        target=decision,
        sentence=f"{'ký' if decision.document else 'ghi'} {decision}, đính chính"
        f" {len(by_honour)} trường hợp",
    )


def _rewrite(
    actor: Actor, decision: Decision, honour: Honour, lines: Sequence[CorrectionLine]
) -> None:
    before = copy(honour)
    for line in lines:
        _set(honour, line)
    honour.save()
    if honour.year != before.year:
        rejoin_payments(honours=[before, honour])
    record(
        scope=actor.scope,
        actor=actor.name,
        action="honour.corrected",
        target=honour,
        sentence=f"đính chính theo {decision}: {'; '.join(str(line) for line in lines)}",
    )
    if honour.decision.document and any(line.field in PRINTED for line in lines):
        print_corrected(actor=actor, honour=honour, decision=decision)


def _set(honour: Honour, line: CorrectionLine) -> None:
    if honour.revoked_on or str(getattr(honour, line.field)) != line.before:
        raise StaleError(
            f"{honour.recipient_name} đã bị hủy bỏ hoặc đã được đính chính khác: hãy bỏ dự thảo rồi"
            " soạn lại."
        )
    year = line.field == CorrectedField.YEAR
    setattr(honour, line.field, int(line.after) if year else line.after)
