"""Issued decisions with honours, and their money, saved without the way through the Council."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from tests.factories.organizations import make_person
from tests.factories.planning import make_document

from vinhdanh.decisions.enums import DecisionState, HonourSource
from vinhdanh.decisions.models import Decision, Honour
from vinhdanh.nominations.enums import CommendationKind
from vinhdanh.organizations.services.recipients import recipient_for_person
from vinhdanh.records.enums import DocumentKind

if TYPE_CHECKING:
    from vinhdanh.organizations.models import Recipient, Unit

DAY = dt.date(2024, 6, 20)


def make_decision(body: Unit, *, number: int = 1, on: dt.date = DAY) -> Decision:
    """Return an issued decision without honours."""
    document = make_document(body, number, DocumentKind.DECISION, symbol="QĐ-UBND")
    return Decision.objects.create(
        body=body,
        merit="đã có thành tích trong năm 2024",
        state=DecisionState.ISSUED,
        document=document,
        decided_on=on,
    )


def make_honour(
    decision: Decision,
    recipient: Recipient | str = "Phạm Văn Đức",
    *,
    slug: str = "giay-khen-ca-nhan",
    name: str = "Giấy khen",
    amount: int | None = 270_000,
    period: str = "năm 2024",
    kind: CommendationKind = CommendationKind.MERIT,
    year: int = 2024,
) -> Honour:
    """Return an honour of a decision, its order the next; a name makes a new person."""
    if isinstance(recipient, str):
        recipient = recipient_for_person(make_person(decision.body, recipient))
    return Honour.objects.create(
        body=decision.body,
        decision=decision,
        source=HonourSource.OLD,
        kind=kind,
        year=year,
        recipient=recipient,
        recipient_kind=recipient.kind,
        recipient_name=recipient.name,
        recipient_detail="Thôn Phạm Xá",
        honour=slug,
        honour_name=name,
        achievement="Hiến đất làm đường",
        period=period,
        decided_on=decision.decided_on or DAY,
        order=decision.honours.count() + 1,
        prize_amount=amount,
        prize_source="Điểm g khoản 1 Điều 58 Nghị định số 98/2023/NĐ-CP" if amount else "",
    )
