"""What decisions on earlier awards share: revocation, restoration, correction.

Who grants an honour revokes and corrects it (Law 06/2022/QH15, Article 93, clause 8): the body's
own awards by a decision signed here, those of another office by writing down that office's paper.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from vinhdanh.accounts.enums import Act
from vinhdanh.decisions.enums import DecisionKind, DecisionState
from vinhdanh.decisions.models import Decision
from vinhdanh.decisions.papers import SYMBOL
from vinhdanh.decisions.services.known_papers import known_paper
from vinhdanh.decisions.services.scans import keep_scan
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError, StaleError
from vinhdanh.kernel.limits import require_fits
from vinhdanh.kernel.queries.audit import who_did
from vinhdanh.kernel.text import squeeze
from vinhdanh.records.enums import DocumentKind
from vinhdanh.records.services.documents import issue_document
from vinhdanh.records.services.steps import take_step

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.decisions.models import Honour
    from vinhdanh.organizations.models import Unit
    from vinhdanh.records.content import FileContent
    from vinhdanh.records.models import OfficialDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherPaper:
    """A decision of another office, as its paper says."""

    issuer: str
    code: str
    """Number and symbol: "1234/QĐ-UBND"."""
    decided_on: dt.date
    scan: bytes = b""
    """The paper as a PDF, where it is at hand."""


def held_to_sign(actor: Actor, decision: Decision, *, since: dt.date | None, on: dt.date) -> None:
    """Hold a draft that the actor signs on a day, not before what it changes was decided.

    Raises:
        StaleError: it is issued already; says who signed it and when.
        DomainError: no right, or the day does not fit.
    """
    actor.require(Act.SIGN_DECISION)
    actor.require_own(decision.body_id)
    Decision.objects.select_for_update(of=("self",)).get(pk=decision.pk)
    decision.refresh_from_db(fields=["state", "document", "merit", "given_number"])
    if decision.state == DecisionState.ISSUED:
        signed = who_did(decision, f"{decision.kind}.issued", f"ký {decision}")
        raise StaleError(f"{signed}: hãy tải lại trang.")
    require_fitting_day(on, since=since, field="decided_on")
    decision.signer_name = actor.name


def put_out(
    actor: Actor,
    decision: Decision,
    *,
    decided_on: dt.date,
    abstract: str,
    units: Iterable[Unit],
    render: Callable[[OfficialDocument], list[FileContent]],
) -> None:
    """Give a held draft its number and its paper."""
    decision.document = issue_document(
        actor=actor,
        kind=DocumentKind.DECISION,
        symbol=SYMBOL,
        abstract=abstract,
        issued_on=decided_on,
        signer_position="CHỦ TỊCH",
        signer_name=actor.name,
        number=decision.given_number,
        addressees=units,
        render=render,
    )
    decision.state, decision.decided_on = DecisionState.ISSUED, decided_on
    decision.save()


def show_change(actor: Actor, changed: Decision, step: str, by: Decision) -> None:
    """Let the document of a decision show what became of it, where both are kept here."""
    if changed.document and by.document:
        take_step(
            actor=actor,
            document=changed.document,
            name=step,
            reason=by.merit,
            successor=by.document,
            by_keeper=True,
        )


def write_down(
    actor: Actor,
    paper: OtherPaper,
    *,
    merit: str,
    since: dt.date | None,
    award: Decision,
    adds_to: Literal["correction", "restoration", "revocation"],
) -> Decision:
    """Keep the decision by which another office changed its own award.

    A paper may change several honours, which are written down one after the other: then the known
    decision is held and returned as it was first written.

    Args:
        actor: a clerk.
        paper: that office's decision.
        merit: its reason.
        since: the day of what it changes.
        award: what it changes.
        adds_to: as what the paper may be known already.

    Raises:
        DomainError: a word is missing, the day does not fit, the award is the body's own, the
            paper is known as something else or of an office that may be the same, or it was kept
            with another scan.
    """
    actor.require(Act.DRAFT_DECISION)
    actor.require_own(award.body_id)
    if award.is_of_body:
        raise DomainError(
            f"{award} do {award.issuer_name} ký: hãy soạn quyết định ở đây để Chủ tịch ký."
        )
    issuer, code = squeeze(paper.issuer), squeeze(paper.code)
    for field, text, missing in (
        ("issuer", issuer, "Chưa ghi cơ quan ban hành: hãy ghi tên cơ quan."),
        ("external_code", code, "Chưa ghi số, ký hiệu quyết định: hãy ghi, ví dụ 12/QĐ-UBND."),
    ):
        if not text:
            raise DomainError(missing, field=field)
        require_fits(Decision, field, text)
    require_fitting_day(paper.decided_on, since=since, field="decided_on")
    decision = known_paper(body=award.body, issuer=issuer, code=code, decided_on=paper.decided_on)
    if decision and not hasattr(decision, adds_to):
        raise DomainError(
            f"Quyết định {code} ngày {paper.decided_on:%d/%m/%Y} đã có trong hệ thống: hãy kiểm tra"
            " lại số và ngày.",
            field="external_code",
        )
    decision = decision or Decision.objects.create(
        body=actor.body,
        kind=DecisionKind.EXTERNAL,
        state=DecisionState.ISSUED,
        issuer=issuer,
        external_code=code,
        decided_on=paper.decided_on,
        merit=merit,
    )
    if paper.scan:
        keep_scan(decision, paper.scan)
    return decision


def require_fitting_day(decided_on: dt.date, *, since: dt.date | None, field: str) -> None:
    """Refuse a day in the future, or before what is changed was decided."""
    if decided_on > clock.today():
        raise DomainError(
            f"Ngày ký {decided_on:%d/%m/%Y} chưa tới: hãy ghi ngày hôm nay hoặc trước đó.",
            field=field,
        )
    if since and decided_on < since:
        raise DomainError(
            f"Ngày ký đứng trước ngày {since:%d/%m/%Y} của quyết định liên quan: hãy kiểm tra lại"
            " ngày.",
            field=field,
        )


def require_here(award: Decision) -> None:
    """Refuse to decide here on what another office gave, or nobody signed yet."""
    if not award.is_of_body:
        raise DomainError(
            f"{award} do {award.issuer} ký nên chỉ nơi đó được hủy bỏ, đính chính: khi có quyết"
            " định của nơi đó, hãy ghi số và ngày của quyết định ấy."
        )
    if award.state != DecisionState.ISSUED:
        raise DomainError("Quyết định chưa ban hành: hãy sửa hoặc bỏ dự thảo.")


def worded(text: str, *, missing: str, field: str = "reason", start: str = "vì ") -> str:
    """Return a reason as it stands in the paper: no full stop, no "vì" of its own."""
    text = squeeze(text).rstrip(".").removeprefix(start)
    if not text:
        raise DomainError(missing, field=field)
    require_fits(Decision, "merit", text, form_field=field)
    return text


def units_of(honours: Iterable[Honour]) -> set[Unit]:
    """Return who proposed these honours, to whom the paper goes."""
    return {each.nomination.submission.unit for each in honours if each.nomination}
