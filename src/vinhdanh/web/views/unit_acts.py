"""Units added and corrected; and the superior by day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from vinhdanh.kernel import clock
from vinhdanh.organizations.keeping import Kept
from vinhdanh.organizations.queries.units import other_bodies, supervision_on, units_of
from vinhdanh.organizations.services import keeping_units
from vinhdanh.web.form_pages import FormPage, form_page
from vinhdanh.web.forms.units import SuperiorForm, UnitForm, unit_initial

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.organizations.models import Unit
    from vinhdanh.web.requests import StaffRequest


def unit_new(request: StaffRequest) -> HttpResponse:
    """Add a unit to the body."""
    request.actor.require_keeping(Kept.UNITS)
    form = UnitForm(
        request.POST or None,
        parents=_parents(request.actor),
        initial={"kind": "village", "takes_part": True, "parent": str(request.actor.body.pk)},
    )

    def act() -> str:
        return _url(keeping_units.add_unit(keeper=request.actor, facts=form.facts()))

    page = FormPage(
        title="Thêm đơn vị",
        state="Đơn vị mới lập do đổi tên, hợp nhất, chia tách được ghi ở trang của đơn vị cũ.",
        verb="Thêm đơn vị",
        done="Đã thêm đơn vị.",
        back=("Thôi", reverse("units")),
        area=("Đơn vị", reverse("units")),
        icon="plus",
    )
    return form_page(request, form, page, act)


def unit_edit(request: StaffRequest, pk: int) -> HttpResponse:
    """Correct what is written about a unit."""
    found = kept_unit(request, pk)
    parents = [each for each in _parents(request.actor) if not each.path.startswith(found.path)]
    form = UnitForm(request.POST or None, parents=parents, initial=unit_initial(found))

    def act() -> str:
        keeping_units.correct_unit(keeper=request.actor, unit=found, facts=form.facts())
        return _url(found)

    note = "Chỉ sửa chỗ ghi sai. Tên mới theo quyết định thì dùng “Đổi tên đơn vị”."
    page = FormPage(
        title=f"Sửa thông tin: {found}",
        state=f"{found.get_kind_display()}.",
        verb="Lưu",
        done="Đã ghi.",
        back=("Thôi", _url(found)),
        area=("Đơn vị", reverse("units")),
        notes=(note,),
    )
    return form_page(request, form, page, act)


def superiors(request: StaffRequest) -> HttpResponse:
    """Show to whom the body reported and reports; write the next one."""
    actor = request.actor
    bodies = other_bodies(actor.body, as_of=clock.today())
    form = SuperiorForm(request.POST or None, bodies=bodies)

    def act() -> str:
        keeping_units.change_superior(keeper=actor, **form.cleaned_data)
        return reverse("superiors")

    if request.method == "POST":
        actor.require_keeping(Kept.UNITS)
        response = form_page(request, form, _superior_page(), act)
        if not form.errors:
            return response
    return render(
        request,
        "web/units/superiors.html",
        {
            "form": form,
            "rows": actor.body.supervisions.select_related("superior").order_by("-valid_from"),
            "now": supervision_on(actor.body, as_of=clock.today()),
            "may_keep": bool(actor.may_keep(Kept.UNITS)),
        },
    )


def kept_unit(request: StaffRequest, pk: int) -> Unit:
    """Return a unit of the body, for somebody who keeps its units."""
    found = get_object_or_404(request.actor.body.units.select_related("body"), pk=pk)
    request.actor.require_keeping(Kept.UNITS, found)
    return found


def _parents(actor: Actor) -> list[Unit]:
    return [actor.body, *units_of(actor.body, as_of=clock.today())]


def _url(unit: Unit) -> str:
    return reverse("unit", args=[unit.pk])


def _superior_page() -> FormPage:
    return FormPage(
        title="Cơ quan cấp trên",
        state="",
        verb="Ghi",
        done="Đã ghi cơ quan cấp trên.",
        back=("Thôi", reverse("units")),
        area=("Đơn vị", reverse("units")),
    )
