"""The records a nomination is judged by, and people's answers where the law leaves it open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.accounts.enums import Act
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.wording import joined
from vinhdanh.lawbook import honours
from vinhdanh.nominations.enums import FactList
from vinhdanh.nominations.policies import may_attest, may_keep_facts, may_settle
from vinhdanh.nominations.queries.assessments import last_assessment
from vinhdanh.nominations.queries.nominations import nominations_for
from vinhdanh.nominations.services import answers, facts
from vinhdanh.nominations.services.assessments import asked_about
from vinhdanh.nominations.sources import honours_held
from vinhdanh.organizations.queries.successions import doubtful_predecessors
from vinhdanh.web.acts import act_then_go, told_in
from vinhdanh.web.forms.facts import (
    AttestForm,
    DisciplineForm,
    HoldForm,
    InitiativeForm,
    VerifyForm,
    WholeForm,
    YearForm,
    day_or_none,
)
from vinhdanh.web.law_lines import DISCIPLINE, HOLDS, HONOURS, INITIATIVES, parts_of
from vinhdanh.web.pages import number_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.forms import Form
    from django.http import HttpResponse

    from vinhdanh.nominations.models import Nomination
    from vinhdanh.organizations.models import Unit
    from vinhdanh.web.requests import StaffRequest

DONE = {
    "nam": "Đã ghi số liệu năm.",
    "sang-kien": "Đã ghi sáng kiến.",
    "viec": "Đã ghi việc đang xem xét.",
    "ky-luat": "Đã ghi kỷ luật.",
    "day-du": "Đã ghi xác nhận về các danh mục.",
    "xac-nhan": "Đã ghi xác nhận của đơn vị.",
}


def nomination_facts(request: StaffRequest, pk: int) -> HttpResponse:
    """Show the records a nomination is judged by, and take what somebody writes into one part."""
    found = get_object_or_404(nominations_for(request.actor), pk=pk)
    _require_reader(request, found)
    part = request.POST.get("part", "") if request.method == "POST" else ""
    forms = _forms(request, found, part)
    if part in forms and part in _ACTS and forms[part].is_valid():
        with told_in(forms[part]):
            _ACTS[part](request, found, forms[part])
            messages.success(request, DONE[part])
            return redirect(reverse("nomination_facts", args=[pk]))
    status = 422 if part in forms else 200
    return render(
        request, "web/nominations/facts.html", _context(request, found, forms), status=status
    )


@require_POST
def hold_end(request: StaffRequest, pk: int, hold_pk: int) -> HttpResponse:
    """Write that a matter is over."""
    found = get_object_or_404(nominations_for(request.actor), pk=pk)
    hold = get_object_or_404(found.recipient.holds, pk=hold_pk)
    until = day_or_none(request.POST.get("until", ""))

    def end() -> None:
        if until is None:
            raise DomainError("Ngày chưa đúng: hãy ghi ngày/tháng/năm, ví dụ 24/06/2024.")
        facts.end_hold(actor=request.actor, nomination=found, hold=hold, until=until)

    return act_then_go(request, end, done="Đã ghi ngày kết thúc.", to="nomination_facts", pk=pk)


@require_POST
def nomination_verify(request: StaffRequest, pk: int) -> HttpResponse:
    """Answer a condition that the law alone leaves open."""
    found = get_object_or_404(nominations_for(request.actor), pk=pk)
    form = VerifyForm(request.POST)

    def answer() -> None:
        if not form.is_valid():
            raise DomainError(next(str(each[0]) for each in form.errors.values()))
        answers.verify(
            actor=request.actor,
            nomination=found,
            condition=form.cleaned_data["condition"],
            answer=form.cleaned_data["answer"] == "dat",
            reason=form.cleaned_data["reason"],
        )

    return act_then_go(request, answer, done="Đã ghi kết quả xác minh.", to="nomination", pk=pk)


def _require_reader(request: StaffRequest, nomination: Nomination) -> None:
    """These records are for those who write them or answer by them."""
    if request.actor.may(Act.VERIFY) or request.actor.heads(nomination.submission.unit):
        return
    raise NotAllowedError(request.actor.may(Act.VERIFY).reason)


def _forms(request: StaffRequest, nomination: Nomination, part: str) -> dict[str, Form]:
    """Return the forms this person may send, the sent one with its data."""
    actor = request.actor
    data: dict[str, Any] = {part: request.POST}
    person = nomination.recipient.person_id is not None
    forms: dict[str, Form] = {}
    parts = parts_of(last_assessment(nomination), is_person=person)
    if may_keep_facts(nomination, actor):
        year = number_in(request.GET.get("nam", "")) or nomination.submission.year
        if "nam" in parts:
            forms["nam"] = YearForm(data.get("nam"), nomination=nomination, year=year)
        if person and INITIATIVES in parts:
            forms["sang-kien"] = InitiativeForm(data.get("sang-kien"))
    if may_settle(Act.KEEP_STANDING, nomination, actor):
        forms["viec"] = HoldForm(data.get("viec"))
        if person:
            forms["ky-luat"] = DisciplineForm(data.get("ky-luat"))
    if labels := _labels(request, nomination, parts):
        said = {each.about: True for each in nomination.statements.all()}
        forms["day-du"] = WholeForm(data.get("day-du"), labels=labels, initial=said)
    if may_attest(nomination, actor):
        asked = asked_about(nomination, as_of=clock.today())
        if asked.ids:
            forms["xac-nhan"] = AttestForm(
                data.get("xac-nhan"),
                asked=asked,
                last=nomination.attestations.last(),
                unit=nomination.submission.unit.name,
            )
    return forms


def _labels(request: StaffRequest, nomination: Nomination, parts: set[str]) -> dict[FactList, str]:
    """Return the lists this person may call whole, in the words of the moment."""
    actor, recipient = request.actor, nomination.recipient
    labels = {}
    if recipient.person and INITIATIVES in parts and may_keep_facts(nomination, actor):
        labels[FactList.INITIATIVES] = (
            "Đã ghi đủ sáng kiến, đề tài được công nhận"
            if recipient.person.initiatives.exists()
            else "Không có sáng kiến, đề tài nào được công nhận"
        )
    if not may_settle(Act.KEEP_STANDING, nomination, actor):
        return labels
    if HONOURS in parts:
        labels[FactList.HONOURS] = _whole_register(recipient.unit)
    if recipient.person and DISCIPLINE in parts:
        labels[FactList.DISCIPLINE] = (
            "Đã ghi đủ các hình thức kỷ luật"
            if recipient.person.disciplines.exists()
            else "Không bị kỷ luật"
        )
    if HOLDS in parts:
        labels[FactList.HOLDS] = (
            "Đã ghi đủ các việc đang xem xét"
            if recipient.holds.exists()
            else "Không có việc nào đang xem xét, thanh tra, khiếu nại, tố cáo"
        )
    return labels


def _whole_register(unit: Unit | None) -> str:
    words = "Sổ khen thưởng đã có đủ danh hiệu, hình thức được tặng từ trước"
    if older := doubtful_predecessors(unit) if unit else []:
        names = joined([each.name for each in older])
        words += f"; đã xác minh khen thưởng của {names} có tính cho đơn vị này hay không"
    return words


def _context(
    request: StaffRequest, nomination: Nomination, forms: dict[str, Form]
) -> dict[str, Any]:
    recipient = nomination.recipient
    person = recipient.person
    parts = parts_of(last_assessment(nomination), is_person=person is not None)
    attestation = nomination.attestations.last()
    return {
        "nomination": nomination,
        "forms": {name.replace("-", "_"): form for name, form in forms.items()},
        "parts": {name.replace("-", "_"): True for name in parts},
        "year_rows": recipient.years.all(),
        "initiatives": person.initiatives.all() if person else [],
        "disciplines": person.disciplines.all() if person else [],
        "holds": recipient.holds.all(),
        "held": _held(nomination),
        "statements": nomination.statements.all(),
        "attestation": attestation,
        "may_settle": bool(may_settle(Act.KEEP_STANDING, nomination, request.actor)),
    }


def _held(nomination: Nomination) -> list[tuple[str, int]]:
    """Return what the register holds of the recipient: name and year."""
    names = {each.slug: each.name for each in honours(as_of=clock.today())}
    found = honours_held([nomination.recipient_id]).get(nomination.recipient_id, ())
    return [(names.get(each.honour, each.honour), each.year) for each in found]


def _keep_year(request: StaffRequest, nomination: Nomination, form: Form) -> None:
    assert isinstance(form, YearForm)
    facts.keep_year(
        actor=request.actor,
        nomination=nomination,
        year=form.cleaned_data["year"],
        found=facts.YearFacts(**form.facts()),
        group=form.cleaned_data.get("group"),
    )


def _keep_initiative(request: StaffRequest, nomination: Nomination, form: Form) -> None:
    facts.add_initiative(actor=request.actor, nomination=nomination, **form.cleaned_data)


def _keep_hold(request: StaffRequest, nomination: Nomination, form: Form) -> None:
    facts.add_hold(actor=request.actor, nomination=nomination, **form.cleaned_data)


def _keep_discipline(request: StaffRequest, nomination: Nomination, form: Form) -> None:
    facts.add_discipline(actor=request.actor, nomination=nomination, **form.cleaned_data)


def _call_whole(request: StaffRequest, nomination: Nomination, form: Form) -> None:
    assert isinstance(form, WholeForm)
    answers.call_whole(
        actor=request.actor, nomination=nomination, lists=form.lists(), among=form.among
    )


def _attest(request: StaffRequest, nomination: Nomination, form: Form) -> None:
    assert isinstance(form, AttestForm)
    answers.attest(actor=request.actor, nomination=nomination, conditions=form.conditions())


_ACTS: dict[str, Callable[[StaffRequest, Nomination, Form], None]] = {
    "nam": _keep_year,
    "sang-kien": _keep_initiative,
    "viec": _keep_hold,
    "ky-luat": _keep_discipline,
    "day-du": _call_whole,
    "xac-nhan": _attest,
}
