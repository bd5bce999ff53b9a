"""Plans and tasks, saved without the services: for measuring and for boards."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from vinhdanh.planning.enums import FulfilmentKind, PlanState
from vinhdanh.planning.models import Plan, Task
from vinhdanh.records.enums import DocumentKind
from vinhdanh.records.models import OfficialDocument

if TYPE_CHECKING:
    from vinhdanh.organizations.models import Unit

ISSUED_ON = dt.date(2024, 1, 10)


def make_document(
    body: Unit,
    number: int,
    kind: DocumentKind = DocumentKind.LETTER,
    *,
    symbol: str = "CV-UBND",
    issued_on: dt.date = ISSUED_ON,
) -> OfficialDocument:
    """Return a document of the register without files."""
    return OfficialDocument.objects.create(
        body=body,
        kind=kind,
        number=number,
        symbol=symbol,
        year=issued_on.year,
        issued_on=issued_on,
        abstract="Văn bản",
    )


def make_plan(body: Unit, *, year: int = 2024, is_confirmed: bool = True) -> Plan:
    """Return a plan of a year without tasks, confirmed under number 11 where it is."""
    document = None
    if is_confirmed:
        day = dt.date(year, 1, 10)
        document = make_document(body, 11, DocumentKind.PLAN, symbol="KH-UBND", issued_on=day)
    return Plan.objects.create(
        body=body,
        year=year,
        title=f"Công tác thi đua, khen thưởng năm {year}",
        issuing_body=body.name,
        number="11/KH-UBND" if is_confirmed else "",
        issued_on=dt.date(year, 1, 10),
        state=PlanState.CONFIRMED if is_confirmed else PlanState.DRAFT,
        document=document,
    )


def make_task(
    plan: Plan,
    fulfilment: FulfilmentKind = FulfilmentKind.EVIDENCE,
    *,
    content: str = "Việc",
    due_on: dt.date | None = None,
) -> Task:
    """Return a task at the end of a plan."""
    order = plan.tasks.count() + 1
    return Task.objects.create(
        plan=plan,
        order=order,
        no=str(order),
        content=content,
        fulfilment=fulfilment,
        due_on=due_on,
    )
