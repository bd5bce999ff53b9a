"""Incoming documents: entered on arrival, forwarded with a deadline, answered."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.enums import Act
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.limits import require_fits
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze
from vinhdanh.lawbook import CalendarError, add_working_days
from vinhdanh.records.content import keep
from vinhdanh.records.enums import NOT_ISSUED, IncomingState
from vinhdanh.records.models import IncomingDocument, IncomingFile
from vinhdanh.records.services.numbers import take_number

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.organizations.models import Unit
    from vinhdanh.records.content import FileContent
    from vinhdanh.records.models import OfficialDocument

ARRIVALS = "Văn bản đến"
"""The series of arrival numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """What the register asks of an incoming document."""

    arrived_on: dt.date
    author: str
    """The body that sent it."""
    code: str
    """Its number and symbol there; empty where it has none."""
    issued_on: dt.date | None
    kind_name: str
    abstract: str
    pages: int | None = None
    note: str = ""


@transaction.atomic
def register_arrival(
    *, actor: Actor, arrival: Arrival, files: Sequence[FileContent] = ()
) -> IncomingDocument:
    """Enter an incoming document; it takes the next number of arrival of its year.

    Raises:
        DomainError: a fact is missing, too long or lies ahead, or it is in the register already.
    """
    actor.require(Act.ISSUE_DOCUMENT)
    columns = {
        name: squeeze(value) if isinstance(value, str) else value
        for name, value in asdict(arrival).items()
    }
    document = IncomingDocument(body=actor.body, year=arrival.arrived_on.year, **columns)
    _require_sound(document)
    document.arrival_number = take_number(body=actor.body, symbol=ARRIVALS, year=document.year)
    _require_new(document)
    document.save()
    for content in files:
        require_fits(IncomingFile, "title", content.title, form_field="file")
        kept = keep(content)
        del kept["manifest"]
        IncomingFile.objects.create(document=document, **kept)
    _tell(actor, document, "registered", f"vào sổ {_called(document)} của {document.author}")
    return document


@transaction.atomic
def forward(
    *,
    actor: Actor,
    document: IncomingDocument,
    handler: Unit | None = None,
    handler_name: str = "",
    forwarded_on: dt.date,
    working_days: int | None = None,
    due_on: dt.date | None = None,
) -> IncomingDocument:
    """Hand a document to who deals with it; the deadline counts from the day it is handed over.

    Args:
        actor: a clerk or the chair.
        document: not dealt with yet; forwarding again names somebody else.
        handler: the unit that deals with it.
        handler_name: the person, with or without a unit.
        forwarded_on: the day it is handed over.
        working_days: length of the time given, in working days.
        due_on: the deadline itself, where the document names one.

    Raises:
        DomainError: nobody is named, a day does not fit, or it is dealt with already.
    """
    document = _held(actor, document)
    handler_name = squeeze(handler_name)
    if handler is None and not handler_name:
        raise DomainError(
            "Chưa chọn nơi xử lý: hãy chọn đơn vị hoặc ghi tên người xử lý.", field="handler"
        )
    require_fits(IncomingDocument, "handler_name", handler_name)
    if not document.arrived_on <= forwarded_on <= clock.today():
        raise DomainError(
            f"Ngày chuyển phải từ ngày đến {document.arrived_on:%d/%m/%Y} đến hôm nay: hãy ghi lại"
            " ngày.",
            field="forwarded_on",
        )
    document.due_on = due_on or _deadline(forwarded_on, working_days)
    if document.due_on and document.due_on < forwarded_on:
        raise DomainError(
            f"Thời hạn {document.due_on:%d/%m/%Y} đứng trước ngày chuyển: hãy ghi lại thời hạn.",
            field="due_on",
        )
    document.handler, document.handler_name = handler, handler_name
    document.forwarded_on, document.state = forwarded_on, IncomingState.HANDLING
    document.save()
    until = f", hạn {document.due_on:%d/%m/%Y}" if document.due_on else ""
    _tell(
        actor,
        document,
        "forwarded",
        f"chuyển {_called(document)} cho {document.handled_by}{until}",
    )
    return document


@transaction.atomic
def finish(
    *,
    actor: Actor,
    document: IncomingDocument,
    finished_on: dt.date,
    outcome: str = "",
    answer: OfficialDocument | None = None,
) -> IncomingDocument:
    """Close the handling, with the document that answers or a sentence on what was done.

    Raises:
        DomainError: it was not forwarded, is closed, or neither answer nor outcome is given.
    """
    document = _held(actor, document)
    outcome = squeeze(outcome)
    if document.forwarded_on is None:
        raise DomainError(f"{document} chưa chuyển cho ai xử lý: hãy chuyển trước.")
    if not document.forwarded_on <= finished_on <= clock.today():
        raise DomainError(
            f"Ngày xử lý xong phải từ ngày chuyển {document.forwarded_on:%d/%m/%Y} đến hôm nay: hãy"
            " ghi lại ngày.",
            field="finished_on",
        )
    if answer is None and not outcome:
        raise DomainError(
            "Chưa có kết quả: hãy chọn văn bản trả lời hoặc ghi một câu về kết quả xử lý.",
            field="outcome",
        )
    if answer and (answer.body_id != document.body_id or answer.state in NOT_ISSUED):
        raise DomainError("Văn bản trả lời chưa ban hành: hãy chọn lại.", field="answer")
    require_fits(IncomingDocument, "outcome", outcome)
    document.finished_on, document.outcome, document.answer = finished_on, outcome, answer
    document.state = IncomingState.DONE
    document.save()
    by = f", trả lời bằng {answer}" if answer else ""
    _tell(actor, document, "finished", f"xử lý xong {_called(document)}{by}")
    return document


def _held(actor: Actor, document: IncomingDocument) -> IncomingDocument:
    actor.require(Act.ISSUE_DOCUMENT)
    actor.require_own(document.body_id)
    document = IncomingDocument.objects.select_for_update().get(pk=document.pk)
    if document.state == IncomingState.DONE:
        raise DomainError(f"{document} đã xử lý xong: hãy tải lại trang.")
    return document


def _deadline(start: dt.date, working_days: int | None) -> dt.date | None:
    if working_days is None:
        return None
    try:
        return add_working_days(start, working_days)
    except CalendarError as problem:
        raise DomainError(
            "Chưa có lịch nghỉ của năm ấy nên không tính được ngày làm việc: hãy ghi ngày hết hạn.",
            field="due_on",
        ) from problem


def _require_sound(document: IncomingDocument) -> None:
    for name, told in (
        ("author", "nơi gửi"), ("kind_name", "tên loại"), ("abstract", "trích yếu"),
    ):  # fmt: skip
        if not getattr(document, name):
            raise DomainError(f"Văn bản đến chưa có {told}: hãy ghi {told}.", field=name)
    for name in ("author", "code", "kind_name", "abstract", "note"):
        require_fits(IncomingDocument, name, getattr(document, name))
    if document.arrived_on > clock.today():
        raise DomainError(
            f"Ngày đến {document.arrived_on:%d/%m/%Y} chưa tới: hãy ghi ngày hôm nay hoặc trước"
            " đó.",
            field="arrived_on",
        )
    if document.issued_on and document.issued_on > document.arrived_on:
        raise DomainError(
            f"Văn bản đề ngày {document.issued_on:%d/%m/%Y}, sau ngày đến"
            f" {document.arrived_on:%d/%m/%Y}: hãy kiểm tra lại hai ngày.",
            field="issued_on",
        )


def _require_new(document: IncomingDocument) -> None:
    if not document.code:
        return
    same = IncomingDocument.objects.filter(
        body=document.body,
        author=document.author,
        code=document.code,
        issued_on=document.issued_on,
    ).first()
    if same:
        raise DomainError(
            f"Văn bản {document.code} của {document.author} đã vào sổ với số đến"
            f" {same.arrival_number:02d} ngày {same.arrived_on:%d/%m/%Y}: hãy xem lại sổ.",
            field="code",
        )


def _called(document: IncomingDocument) -> str:
    return f"văn bản đến số {document.arrival_number:02d}"


def _tell(actor: Actor, document: IncomingDocument, action: str, sentence: str) -> None:
    record(
        scope=actor.scope,
        actor=actor.name,
        action=f"incoming.{action}",
        target=document,
        sentence=sentence,
    )
