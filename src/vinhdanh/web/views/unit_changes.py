"""Units renamed, merged, split, ended; what follows is shown first; a mistake is taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from vinhdanh.accounts.enums import Role
from vinhdanh.accounts.models import Membership
from vinhdanh.kernel import clock
from vinhdanh.organizations.families import family_of
from vinhdanh.organizations.models import UnitSuccession
from vinhdanh.organizations.queries.units import units_of
from vinhdanh.organizations.services import ending, successions
from vinhdanh.organizations.services.handing_over import NOWHERE_ELSE
from vinhdanh.organizations.services.taking_back import take_back
from vinhdanh.web.acts import act_then_go, told_in
from vinhdanh.web.form_pages import FORM, FormPage, form_page
from vinhdanh.web.forms.unit_changes import (
    ChangeForm,
    DissolveForm,
    MergerForm,
    RenameForm,
    SplitForm,
)
from vinhdanh.web.forms.unit_split import PlacingForm
from vinhdanh.web.residents import residents_of
from vinhdanh.web.unit_ending import rehearsed_ending
from vinhdanh.web.unit_outcome import rehearsed
from vinhdanh.web.views.unit_acts import kept_unit

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.organizations.models import Unit
    from vinhdanh.web.requests import StaffRequest

FOLLOWS = (
    "Người giữ chức vụ, hộ gia đình, tài khoản phụ trách, danh sách đề nghị chưa xong, đăng ký thi"
    " đua năm nay và việc đang dở (giao ước chưa ký, văn bản chưa đọc hoặc đang xử lý, nhiệm vụ"
    " chưa xong) chuyển sang đơn vị mới."
)
FIRST = (
    "Tài khoản phụ trách, danh sách đề nghị chưa xong, đăng ký thi đua năm nay và việc đang dở về"
    " đơn vị mới đầu tiên; người và hộ gia đình theo lựa chọn."
)
HEAD = (
    "Người đang phụ trách đơn vị tiếp nhận vẫn phụ trách; người phụ trách đơn vị cũ giữ tài khoản,"
    " là thành viên của đơn vị."
)
LEFT = "Việc chưa xong, đăng ký, tài khoản còn lại hiện ở trang của đơn vị, kèm việc cần làm."
SAME = "Khen thưởng của đơn vị cũ được tính cho đơn vị mới: đổi tên vẫn là một đơn vị."
ASKED = (
    "Khen thưởng của đơn vị cũ hiện trong quá trình khen thưởng của đơn vị mới, nhưng không tự tính"
    " vào tiêu chuẩn: công chức phụ trách xác minh khi xét."
)
CHANGES = {
    "doi-ten": ("Đổi tên", "Đổi tên đơn vị", (SAME, FOLLOWS)),
    "hop-nhat": ("Hợp nhất", "Hợp nhất đơn vị", (ASKED, FOLLOWS)),
    "sap-nhap": ("Sáp nhập", "Sáp nhập vào đơn vị khác", (ASKED, FOLLOWS, HEAD)),
    "chia-tach": ("Chia, tách", "Chia, tách đơn vị", (ASKED, FIRST)),
    "ket-thuc": (
        "Cho thôi hoạt động",
        "Thôi hoạt động, không có đơn vị tiếp nối",
        ("Mọi chức vụ ở đơn vị kết thúc; khen thưởng đã có vẫn ở sổ.", LEFT),
    ),
}
"""By slug: the button, the title, the rules told before the act."""
SHOWN_FIRST = {
    "hop-nhat": "Xem trước khi xác nhận",
    "sap-nhap": "Xem trước khi xác nhận",
    "chia-tach": "Tiếp tục",
    "ket-thuc": "Xem trước khi xác nhận",
}
"""What follows from these is shown before they are confirmed; the words of the button there."""
PLACING = "web/units/placing.html"


def unit_change(request: StaffRequest, pk: int, kind: str) -> HttpResponse:
    """Let a unit become another, or several, or end; on the way back the form stands as it was."""
    if kind not in CHANGES:
        raise Http404
    found = kept_unit(request, pk)
    form = _form(request, found, kind)
    page = _page(found, kind, form)
    if "again" in request.POST:
        return render(request, page.template, {"form": form, "page": page})
    if kind in SHOWN_FIRST and "confirmed" not in request.POST and form.is_valid():
        with told_in(form):
            return _next_step(request, found, form, page, CHANGES[kind][0])
    return form_page(request, form, page, lambda: _url(_change(request, found, form)))


@require_POST
def unit_take_back(request: StaffRequest, pk: int) -> HttpResponse:
    """Undo a change that was written by mistake today."""
    of_body = UnitSuccession.objects.filter(predecessor__body=request.actor.body)
    found = get_object_or_404(of_body, pk=pk)
    return act_then_go(
        request,
        lambda: take_back(keeper=request.actor, succession=found),
        done="Đã lấy lại thay đổi, đơn vị như trước.",
        to="unit",
        pk=found.predecessor_id,
    )


@require_POST
def unit_reopen(request: StaffRequest, pk: int) -> HttpResponse:
    """Undo an ending that was written by mistake today."""
    found = kept_unit(request, pk)
    return act_then_go(
        request,
        lambda: ending.reopen_unit(keeper=request.actor, unit=found),
        done="Đã lấy lại, đơn vị hoạt động như trước.",
        to="unit",
        pk=found.pk,
    )


def _next_step(
    request: StaffRequest, unit: Unit, form: ChangeForm, page: FormPage, verb: str
) -> HttpResponse:
    """Show what follows; of a split, ask first who goes where."""
    shown = {"form": form, "page": page, "verb": verb}
    if type(form) is ChangeForm:
        ended = rehearsed_ending(
            request.actor, unit, on=form.change().on, act=lambda: _change(request, unit, form)
        )
        return render(request, "web/units/end_preview.html", {**shown, "outcome": ended})
    outcome = rehearsed(request.actor, unit, lambda: _change(request, unit, form))
    if type(form) is SplitForm and (residents := residents_of(unit)).everybody:
        parts = form.cleaned_data["names"]
        form = PlacingForm(initial=form.cleaned_data, residents=residents, parts=parts)
        return render(request, PLACING, {"form": form, "page": page})
    return render(request, "web/units/change_preview.html", {**shown, "outcome": outcome})


def _form(request: StaffRequest, unit: Unit, kind: str) -> ChangeForm:
    data = request.POST or None
    if kind == "doi-ten":
        return RenameForm(data)
    if kind in {"hop-nhat", "sap-nhap"}:
        same = units_of(request.actor.body, as_of=clock.today()).filter(
            kind__in=family_of(unit.kind)
        )
        others = list(same.exclude(pk=unit.pk))
        if kind == "sap-nhap":
            return DissolveForm(data, others=others)
        return MergerForm(data, unit=unit, others=others, heads=_heads([unit, *others]))
    if kind == "ket-thuc":
        return ChangeForm(data)
    if "placed" not in request.POST:
        return SplitForm(data)
    parts = [line.strip() for line in request.POST.get("names", "").splitlines() if line.strip()]
    return PlacingForm(data, residents=residents_of(unit), parts=parts)


def _heads(units: list[Unit]) -> dict[int, str]:
    """Return who heads each of the units that is headed."""
    seats = Membership.objects.filter(unit__in=units, role=Role.UNIT_HEAD)
    heads: dict[int, str] = {}
    for seat in seats.select_related("user__person").order_by("id"):
        known = f"{heads[seat.unit_id]}, " if seat.unit_id in heads else ""
        heads[seat.unit_id] = known + seat.user.get_full_name()
    return heads


def _change(request: StaffRequest, unit: Unit, form: ChangeForm) -> Unit:
    keeper, change, data = request.actor, form.change(), form.cleaned_data
    if isinstance(form, MergerForm):
        return successions.merge_units(
            keeper=keeper,
            units=[unit, *form.others()],
            name=data["name"],
            change=change,
            led_by=data.get("led_by"),
        )
    if isinstance(form, RenameForm):
        return successions.rename_unit(keeper=keeper, unit=unit, name=data["name"], change=change)
    if isinstance(form, DissolveForm):
        return successions.dissolve_into(
            keeper=keeper, unit=unit, successor=data["successor"], change=change
        )
    if isinstance(form, SplitForm):
        places = form.places() if isinstance(form, PlacingForm) else NOWHERE_ELSE
        successions.split_unit(
            keeper=keeper, unit=unit, names=data["names"], change=change, places=places
        )
        return unit
    return ending.end_unit(keeper=keeper, unit=unit, on=change.on, basis=change.basis)


def _page(unit: Unit, kind: str, form: ChangeForm) -> FormPage:
    verb, title, notes = CHANGES[kind]
    return FormPage(
        title=f"{title}: {unit}",
        state=f"{unit.get_kind_display()}.",
        verb=SHOWN_FIRST.get(kind, verb),
        done="Đã ghi.",
        back=("Thôi", _url(unit)),
        area=("Đơn vị", reverse("units")),
        notes=notes,
        template=PLACING if isinstance(form, PlacingForm) else FORM,
    )


def _url(unit: Unit) -> str:
    return reverse("unit", args=[unit.pk])
