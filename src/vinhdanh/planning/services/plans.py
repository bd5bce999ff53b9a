"""Taking a plan in, correcting what was read, confirming it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from vinhdanh.accounts.enums import Act
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.files import store
from vinhdanh.kernel.limits import require_fits
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze
from vinhdanh.organizations.queries.units import (
    place_of,
    unit_named,
    units_of,
    units_taking_part,
)
from vinhdanh.planning.deadlines import deadline
from vinhdanh.planning.drafts import clauses_of
from vinhdanh.planning.enums import PlanState
from vinhdanh.planning.models import Plan, Task
from vinhdanh.planning.papers import plan_files
from vinhdanh.planning.services.review import check_again, keep_findings, open_plan
from vinhdanh.planning.suggestions import suggest_fulfilment
from vinhdanh.records.enums import DocumentKind
from vinhdanh.records.models import OfficialDocument
from vinhdanh.records.services.documents import issue_document

if TYPE_CHECKING:
    import datetime as dt

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.intake import PlanDraft, TaskDraft
    from vinhdanh.organizations.models import Unit

HEADER_FIELDS = frozenset(
    {
        "year", "title", "issuing_body", "number", "issued_on", "legal_bases", "recipients",
        "signer_authority", "signer_position", "signer_name",
    }
)  # fmt: skip
LONGEST_NUMBER = 6
"""Digits of a document's number; more is a slip of the reader or of the hand."""


@transaction.atomic
def import_plan(*, actor: Actor, draft: PlanDraft, source_name: str, source: bytes) -> Plan:
    """Keep what was read from a file as a plan to look over; nothing is confirmed yet.

    Args:
        actor: a clerk.
        draft: what the reader made of the file.
        source_name: the file's name, for people.
        source: its bytes, kept beside the plan.
    """
    actor.require(Act.IMPORT_PLAN)
    kept = store(source, suffix=_suffix(source_name))
    plan = Plan.objects.create(
        body=actor.body,
        year=draft.year or (draft.date.year if draft.date else None),
        title=draft.title or "",
        issuing_body=draft.issuing_body or "",
        superior_body=draft.superior_body or "",
        number=draft.number or "",
        issued_on=draft.date,
        legal_bases=list(draft.legal_bases),
        clauses=clauses_of(draft),
        recipients=list(draft.recipients),
        signer_authority=draft.signer.authority or "",
        signer_position=draft.signer.position or "",
        signer_name=draft.signer.name or "",
        task_source=draft.task_source,
        gaps=list(draft.gaps),
        source_name=source_name,
        source_path=kept.path,
        source_sha256=kept.sha256,
    )
    units = _units_and_body(actor.body, as_of=draft.date)
    Task.objects.bulk_create(
        _task(plan, order, row, units=units) for order, row in enumerate(draft.tasks, start=1)
    )
    keep_findings(plan, draft.findings)
    record(
        scope=actor.scope,
        actor=actor.name,
        action="plan.imported",
        target=plan,
        sentence=f"nhập kế hoạch từ tệp {source_name}, {len(draft.tasks)} nhiệm vụ",
        details={"sha256": kept.sha256},
    )
    return plan


@transaction.atomic
def correct_plan(
    *, actor: Actor, plan: Plan, changes: dict[str, Any], expected_version: int
) -> Plan:
    """Change fields of the plan's head while it is being looked over.

    Args:
        actor: a clerk.
        plan: the plan to change.
        changes: new values by field name, of HEADER_FIELDS.
        expected_version: the version the clerk saw.

    A day that only repeats what a row's period says in the old year follows the year.
    """
    actor.require(Act.IMPORT_PLAN)
    plan = open_plan(actor, plan, expected_version)
    before = {name: getattr(plan, name) for name in changes}
    for name, value in changes.items():
        if name not in HEADER_FIELDS:
            raise ValueError(f"{name} is no field of a plan's head.")
        setattr(plan, name, value)
    plan.version += 1
    plan.save()
    if "year" in changes and before["year"] != plan.year:
        _move_deadlines(plan, before["year"])
    check_again(plan)
    changed = [name for name, old in before.items() if old != changes[name]]
    if changed:
        record(
            scope=actor.scope,
            actor=actor.name,
            action="plan.corrected",
            target=plan,
            sentence="sửa phần đầu kế hoạch",
            details={name: [str(before[name]), str(changes[name])] for name in changed},
        )
    return plan


@transaction.atomic
def confirm_plan(*, actor: Actor, plan: Plan, expected_version: int) -> Plan:
    """Confirm a plan: it enters the register with its number and from now on is frozen.

    A plan without a number takes the next one; a number from paper is entered as it is.

    Raises:
        DomainError: a fact is missing, too long or lies ahead, the year has a plan already, or the
            number is taken.
    """
    actor.require(Act.CONFIRM_PLAN)
    plan = open_plan(actor, plan, expected_version)
    _require_complete(plan)
    number, symbol = split_number(plan.number)
    _require_fits(plan, symbol)
    assert plan.issued_on is not None
    document = issue_document(
        actor=actor,
        kind=DocumentKind.PLAN,
        symbol=symbol,
        abstract=plan.title,
        issued_on=plan.issued_on,
        signer_position=plan.signer_position,
        signer_name=plan.signer_name,
        number=number,
        addressees=units_taking_part(actor.body, as_of=plan.issued_on),
        render=lambda issued: plan_files(plan, number=issued.number or 0, symbol=issued.symbol),
    )
    plan.number = document.code
    plan.document = document
    plan.state = PlanState.CONFIRMED
    plan.version += 1
    plan.save()
    record(
        scope=actor.scope,
        actor=actor.name,
        action="plan.confirmed",
        target=plan,
        sentence=f"xác nhận {plan}",
    )
    return plan


@transaction.atomic
def discard_plan(*, actor: Actor, plan: Plan) -> None:
    """Throw away a plan that was never confirmed; the log keeps that it was there."""
    actor.require(Act.IMPORT_PLAN)
    plan = open_plan(actor, plan, plan.version)
    record(
        scope=actor.scope,
        actor=actor.name,
        action="plan.discarded",
        target=plan,
        sentence=f"bỏ bản đọc từ tệp {plan.source_name}",
        details={"sha256": plan.source_sha256},
    )
    plan.tasks.all().delete()
    plan.delete()


def split_number(code: str) -> tuple[int | None, str]:
    """Split "11/KH-UBND" into 11 and the symbol; no number where none was given.

    Raises:
        DomainError: the words are not a number of at most six digits and a symbol.
    """
    code = squeeze(code).replace(" ", "")
    if not code:
        return None, "KH-UBND"
    number, stroke, symbol = code.partition("/")
    if not (stroke and symbol and number.isdecimal() and int(number) > 0):
        raise DomainError(
            f"Số ký hiệu “{code}” chưa đúng: hãy ghi như 11/KH-UBND, hoặc để trống để cấp số mới.",
            field="number",
        )
    if len(number.lstrip("0")) > LONGEST_NUMBER:
        raise DomainError(
            f"Số ký hiệu “{code}” có số dài quá {LONGEST_NUMBER} chữ số: hãy đối chiếu với bản giấy"
            " rồi ghi lại, ví dụ 11/KH-UBND.",
            field="number",
        )
    return int(number), symbol


def _require_complete(plan: Plan) -> None:
    if plan.issued_on is None:
        raise DomainError(
            "Kế hoạch chưa có ngày ban hành: hãy ghi ngày rồi xác nhận.", field="issued_on"
        )
    if plan.issued_on > clock.today():
        raise DomainError(
            f"Ngày ban hành {plan.issued_on:%d/%m/%Y} chưa tới: hãy kiểm tra lại ngày, hoặc đợi đến"
            " ngày đó rồi xác nhận.",
            field="issued_on",
        )
    if not plan.year:
        raise DomainError("Kế hoạch chưa ghi năm: hãy ghi năm rồi xác nhận.", field="year")
    if not plan.title:
        raise DomainError("Kế hoạch chưa có trích yếu: hãy ghi rồi xác nhận.", field="title")
    if not plan.tasks.exists():
        raise DomainError("Kế hoạch chưa có nhiệm vụ nào: hãy thêm nhiệm vụ rồi xác nhận.")
    other = Plan.objects.filter(body=plan.body, year=plan.year, state=PlanState.CONFIRMED).first()
    if other:
        raise DomainError(
            f"Năm {plan.year} đã có kế hoạch {other.number}: hãy kiểm tra lại năm của kế hoạch"
            " này.",
            field="year",
        )


def _require_fits(plan: Plan, symbol: str) -> None:
    """Refuse what the register of documents has no room for, at the field of the plan's head."""
    for column, value, field in (
        ("symbol", symbol, "number"),
        ("abstract", squeeze(plan.title), "title"),
        ("signer_position", plan.signer_position, "signer_position"),
        ("signer_name", plan.signer_name, "signer_name"),
    ):
        require_fits(OfficialDocument, column, value, form_field=field)


def _move_deadlines(plan: Plan, old_year: int | None) -> None:
    moved = []
    for task in plan.tasks.all():
        if task.due_on == deadline(task.period, year=old_year):
            task.due_on = deadline(task.period, year=plan.year)
            moved.append(task)
    Task.objects.bulk_update(moved, ["due_on"])


def _task(plan: Plan, order: int, row: TaskDraft, *, units: list[Unit]) -> Task:
    return Task(
        plan=plan,
        order=order,
        no=row.no or "",
        group=row.group or "",
        content=row.content,
        lead=row.lead or "",
        partners=row.partners_raw or ", ".join(row.partners),
        period=row.period or "",
        product=row.product or "",
        note=row.note or "",
        due_on=deadline(row.period or "", year=plan.year),
        lead_unit=unit_named(row.lead or "", among=units, place=place_of(plan.body)),
        fulfilment=suggest_fulfilment(row.content),
    )


def _units_and_body(body: Unit, *, as_of: dt.date | None) -> list[Unit]:
    if as_of is None:
        return [body, *body.units.all()]
    return [body, *units_of(body, as_of=as_of)]


def _suffix(name: str) -> str:
    ending = name.rpartition(".")[2].lower()
    return f".{ending}" if ending in {"txt", "docx", "pdf"} else ".bin"
