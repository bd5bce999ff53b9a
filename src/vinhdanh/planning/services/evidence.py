"""Proving a task by hand: evidence that the clerk accepts, or a document issued for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.enums import Act
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.files import store
from vinhdanh.kernel.limits import require_fits
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze
from vinhdanh.planning.models import Evidence, Task, TaskDocument
from vinhdanh.records.services.documents import issue_document

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.organizations.models import Unit
    from vinhdanh.records.content import FileContent
    from vinhdanh.records.enums import DocumentKind
    from vinhdanh.records.models import OfficialDocument


@transaction.atomic
def add_evidence(
    *, actor: Actor, task: Task, note: str, file_name: str = "", data: bytes = b"", suffix: str = ""
) -> Evidence:
    """Show evidence for a task; it counts when the clerk accepts it.

    Raises:
        DomainError: there is neither a note nor a file, or a text is too long.
    """
    actor.require(Act.SHOW_EVIDENCE)
    actor.require_own(task.plan.body_id)
    note = squeeze(note) or file_name
    if not note:
        raise DomainError(
            "Minh chứng còn trống: hãy ghi một câu hoặc đính kèm một tệp.", field="note"
        )
    require_fits(Evidence, "file_name", file_name, form_field="file")
    require_fits(Evidence, "note", note)
    kept = store(data, suffix=suffix) if data else None
    evidence = Evidence.objects.create(
        task=task,
        note=note,
        file_name=file_name,
        path=kept.path if kept else "",
        sha256=kept.sha256 if kept else "",
        added_by=actor.user,
        added_at=clock.now(),
    )
    record(
        scope=actor.scope,
        actor=actor.name,
        action="evidence.added",
        target=task,
        sentence=f"gửi minh chứng: {note}",
    )
    return evidence


@transaction.atomic
def accept_evidence(*, actor: Actor, evidence: Evidence) -> Evidence:
    """Accept a piece of evidence; accepting twice changes nothing.

    Raises:
        DomainError: it was refused before.
    """
    evidence = _judged(actor, evidence)
    if evidence.refused_at is not None:
        raise DomainError(
            f"Minh chứng “{evidence.note}” đã không được chấp nhận vì:"
            f" {evidence.refusal_reason.rstrip('.')}. Hãy nhờ đơn vị gửi minh chứng khác."
        )
    if evidence.accepted_at is None:
        evidence.accepted_at = clock.now()
        evidence.accepted_by = actor.user
        evidence.save(update_fields=["accepted_at", "accepted_by"])
        record(
            scope=actor.scope,
            actor=actor.name,
            action="evidence.accepted",
            target=evidence.task,
            sentence=f"chấp nhận minh chứng: {evidence.note}",
        )
    return evidence


@transaction.atomic
def refuse_evidence(*, actor: Actor, evidence: Evidence, reason: str) -> Evidence:
    """Say that a piece of evidence does not count, and why; saying it twice changes nothing.

    Raises:
        DomainError: there is no reason, or the piece was accepted before.
    """
    evidence = _judged(actor, evidence)
    if evidence.accepted_at is not None:
        raise DomainError(
            f"Minh chứng “{evidence.note}” đã được chấp nhận: hãy tải lại trang để xem tình trạng"
            " mới."
        )
    reason = squeeze(reason)
    if not reason:
        raise DomainError(
            "Chưa ghi lý do không chấp nhận minh chứng: hãy ghi một câu, người gửi sẽ đọc câu này.",
            field="reason",
        )
    require_fits(Evidence, "refusal_reason", reason, form_field="reason")
    if evidence.refused_at is None:
        evidence.refused_at = clock.now()
        evidence.refused_by = actor.user
        evidence.refusal_reason = reason
        evidence.save(update_fields=["refused_at", "refused_by", "refusal_reason"])
        record(
            scope=actor.scope,
            actor=actor.name,
            action="evidence.refused",
            target=evidence.task,
            sentence=f"không chấp nhận minh chứng: {evidence.note}, vì: {reason}",
        )
    return evidence


@transaction.atomic
def issue_for_task(
    *,
    actor: Actor,
    task: Task,
    kind: DocumentKind,
    symbol: str,
    abstract: str,
    issued_on: dt.date,
    addressees: Iterable[Unit],
    files: Sequence[FileContent] = (),
) -> OfficialDocument:
    """Enter an outgoing document that fulfils a task; it takes the next number of its series.

    Raises:
        DomainError: the abstract is empty, the date lies in the future, or the same document
            has just taken a number (a button pressed twice).
    """
    actor.require(Act.ISSUE_DOCUMENT)
    actor.require_own(task.plan.body_id)
    Task.objects.select_for_update().get(pk=task.pk)
    if not squeeze(abstract):
        raise DomainError(
            "Văn bản chưa có trích yếu: hãy ghi nội dung chính của văn bản.", field="abstract"
        )
    if issued_on > clock.today():
        raise DomainError(
            f"Ngày ban hành {issued_on:%d/%m/%Y} chưa tới: hãy ghi ngày hôm nay hoặc trước đó.",
            field="issued_on",
        )
    _require_first(task, symbol=symbol, abstract=abstract, issued_on=issued_on)
    document = issue_document(
        actor=actor,
        kind=kind,
        symbol=symbol,
        abstract=abstract,
        issued_on=issued_on,
        addressees=addressees,
        render=lambda _: list(files),
    )
    link_document(task=task, document=document)
    return document


def link_document(*, task: Task, document: OfficialDocument) -> None:
    """Say that a document fulfils a task."""
    TaskDocument.objects.get_or_create(task=task, document=document)


def _judged(actor: Actor, evidence: Evidence) -> Evidence:
    """Return a piece that the actor may judge, its row locked."""
    actor.require(Act.IMPORT_PLAN)
    actor.require_own(evidence.task.plan.body_id)
    return Evidence.objects.select_for_update().get(pk=evidence.pk)


def _require_first(task: Task, *, symbol: str, abstract: str, issued_on: dt.date) -> None:
    same = TaskDocument.objects.filter(
        task=task,
        document__symbol=symbol,
        document__abstract=squeeze(abstract),
        document__issued_on=issued_on,
    ).first()
    if same:
        raise DomainError(
            f"Văn bản này vừa được cấp số {same.document.code}: hãy xem trong sổ văn bản đi. Nếu"
            " đây là văn bản khác, hãy ghi trích yếu cho khác.",
            field="abstract",
        )
