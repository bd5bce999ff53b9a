"""What may happen to honours later: taken back, given back, corrected, here and elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.factories.honours import DAY, make_decision, make_honour
from tests.scenarios.commune import TODAY

from vinhdanh.decisions.enums import CorrectedField, DecisionKind
from vinhdanh.decisions.models import Decision
from vinhdanh.decisions.services.corrections import draft_correction
from vinhdanh.decisions.services.later_decisions import OtherPaper
from vinhdanh.decisions.services.restorations import draft_restoration, issue_restoration
from vinhdanh.decisions.services.revocations import (
    Case,
    draft_revocation,
    issue_revocation,
    record_revocation,
)

if TYPE_CHECKING:
    import datetime as dt

    import pytest
    from tests.scenarios.commune import Commune

    from vinhdanh.decisions.models import Honour

CASE = Case(ground="gian-doi-ke-khai", reason="kê khai không trung thực thành tích")
BASIS = "Kết luận số 12/KL-TTr ngày 20/06/2024"
ABOVE = "Ủy ban nhân dân tỉnh Hưng Yên"


def without_papers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let later decisions be signed without rendering their papers."""
    from vinhdanh.decisions.services import corrections, restorations, revocations  # noqa: PLC0415

    monkeypatch.setattr(revocations, "revocation_files", lambda _: [])
    monkeypatch.setattr(restorations, "restoration_files", lambda _: [])
    monkeypatch.setattr(corrections, "correction_files", lambda _: [])


def awarded(commune: Commune, *names: str) -> Decision:
    """Return an issued award of the body, its papers not made."""
    decision = make_decision(commune.body, number=50)
    for name in names or ("Phạm Văn Đức",):
        make_honour(decision, name)
    return decision


def awarded_above(commune: Commune, *names: str) -> Decision:
    """Return a decision of the province with honours for people of the commune."""
    decision = Decision.objects.create(
        body=commune.body,
        kind=DecisionKind.EXTERNAL,
        merit="đã có thành tích xuất sắc",
        state="issued",
        decided_on=DAY,
        issuer=ABOVE,
        external_code="1234/QĐ-UBND",
    )
    for name in names or ("Đỗ Thị Hạnh",):
        make_honour(
            decision, name, slug="bang-khen-tinh-ca-nhan", name="Bằng khen cấp tỉnh", amount=None
        )
    return decision


def revoking(commune: Commune, award: Decision, *honours: Honour) -> Decision:
    """Return the draft that takes honours back: those named, or all."""
    chosen = [each.pk for each in honours or award.honours.all()]
    return draft_revocation(actor=commune.clerk, award=award, honours=chosen, case=CASE)


def revoked(commune: Commune, award: Decision, *honours: Honour) -> Decision:
    """Return it signed today."""
    draft = revoking(commune, award, *honours)
    return issue_revocation(actor=commune.chair, decision=draft, decided_on=TODAY)


def revoked_above(commune: Commune, award: Decision) -> Decision:
    """Return the province's revocation of all a decision of it gave."""
    return record_revocation(
        actor=commune.clerk,
        award=award,
        honours=[each.pk for each in award.honours.all()],
        case=CASE,
        paper=other_paper(),
    )


def other_paper(code: str = "2000/QĐ-UBND", on: dt.date = TODAY) -> OtherPaper:
    """Return a decision of the province."""
    return OtherPaper(issuer=ABOVE, code=code, decided_on=on)


def restoring(commune: Commune, taken: Decision) -> Decision:
    """Return the draft that gives all of a revocation back."""
    return draft_restoration(
        actor=commune.clerk,
        revocation=taken.revocation,
        lines=[line.pk for line in taken.revocation.lines.filter(restoration=None)],
        reason="kết luận xác định thành tích là đúng",
        basis=BASIS,
    )


def restored(commune: Commune, taken: Decision) -> Decision:
    """Return it signed today."""
    draft = restoring(commune, taken)
    return issue_restoration(actor=commune.chair, decision=draft, decided_on=TODAY)


def correcting(commune: Commune, honour: Honour, *, name: str = "Phạm Văn Đước") -> Decision:
    """Return the draft that corrects a name."""
    return draft_correction(
        actor=commune.clerk,
        honour=honour,
        words={CorrectedField.NAME: name},
        reason="sai sót khi lập danh sách",
    )
