"""Units added, corrected, renamed, merged, split, ended; and the superior by day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from vinhdanh.kernel import clock
from vinhdanh.organizations.keeping import Kept
from vinhdanh.organizations.queries.people import held_on
from vinhdanh.organizations.queries.units import other_bodies, supervision_on, units_of
from vinhdanh.organizations.services import keeping_units, successions
from vinhdanh.web.form_pages import FormPage, form_page
from vinhdanh.web.forms.units import (
    ChangeForm,
    DissolveForm,
    MergerForm,
    RenameForm,
    SplitForm,
    SuperiorForm,
    UnitForm,
    unit_initial,
)

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.organizations.models import Unit
    from vinhdanh.web.requests import StaffRequest

FOLLOWS = (
    "Người giữ chức vụ, hộ gia đình, tài khoản phụ trách, danh sách đề nghị chưa xong và đăng ký"
    " thi đua năm nay chuyển sang đơn vị mới."
)
FIRST = (
    "Tài khoản phụ trách, danh sách đề nghị chưa xong và đăng ký thi đua năm nay về đơn vị mới đầu"
    " tiên; người và hộ gia đình theo lựa chọn."
)
LEFT = "Danh sách chưa xong, đăng ký, tài khoản còn lại hiện ở trang của đơn vị, kèm việc cần làm."
SAME = "Khen thưởng của đơn vị cũ được tính cho đơn vị mới: đổi tên vẫn là một đơn vị."
ASKED = (
    "Khen thưởng của đơn vị cũ hiện trong quá trình khen thưởng của đơn vị mới, nhưng không tự tính"
    " vào tiêu chuẩn: công chức phụ trách xác minh khi xét."
)
CHANGES = {
    "doi-ten": ("Đổi tên", "Đổi tên đơn vị", (SAME, FOLLOWS)),
    "hop-nhat": ("Hợp nhất", "Hợp nhất đơn vị", (ASKED, FOLLOWS)),
    "sap-nhap": ("Sáp nhập", "Sáp nhập vào đơn vị khác", (ASKED, FOLLOWS)),
    "chia-tach": ("Chia, tách", "Chia, tách đơn vị", (ASKED, FIRST)),
    "ket-thuc": (
        "Cho thôi hoạt động",
        "Thôi hoạt động, không có đơn vị tiếp nối",
        ("Mọi chức vụ ở đơn vị kết thúc; khen thưởng đã có vẫn ở sổ.", LEFT),
    ),
}
"""By slug: the button, the title, the rules told before the act."""


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
    found = _unit(request, pk)
    parents = [each for each in _parents(request.actor) if not each.path.startswith(found.path)]
    form = UnitForm(request.POST or None, parents=parents, initial=unit_initial(found))

    def act() -> str:
        keeping_units.correct_unit(keeper=request.actor, unit=found, facts=form.facts())
        return _url(found)

    note = "Chỉ sửa chỗ ghi sai. Tên mới theo quyết định thì dùng “Đổi tên đơn vị”."
    page = _page(found, f"Sửa thông tin: {found}", "Lưu", (note,))
    return form_page(request, form, page, act)


def unit_change(request: StaffRequest, pk: int, kind: str) -> HttpResponse:
    """Let a unit become another, or several, or end."""
    if kind not in CHANGES:
        raise Http404
    found = _unit(request, pk)
    verb, title, notes = CHANGES[kind]
    others = [
        each for each in units_of(request.actor.body, as_of=clock.today()) if each.pk != found.pk
    ]
    form = _change_form(request, found, kind, others)
    page = _page(found, f"{title}: {found}", verb, notes)
    return form_page(request, form, page, lambda: _url(_change(request, found, form)))


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


def _change_form(request: StaffRequest, unit: Unit, kind: str, others: list[Unit]) -> ChangeForm:
    data = request.POST or None
    if kind == "doi-ten":
        return RenameForm(data)
    if kind == "hop-nhat":
        return MergerForm(data, others=others)
    if kind == "sap-nhap":
        return DissolveForm(data, others=others)
    return _split_form(request, unit) if kind == "chia-tach" else ChangeForm(data)


def _split_form(request: StaffRequest, unit: Unit) -> SplitForm:
    """Ask for the names first; then, on the same page, who goes to which part."""
    parts = [line.strip() for line in request.POST.get("names", "").splitlines() if line.strip()]
    if "placed" in request.POST:
        return SplitForm(request.POST, residents=_residents(unit), parts=parts)
    form = SplitForm(request.POST or None)
    residents = _residents(unit)
    is_right = form.is_bound and form.is_valid() and len(parts) >= successions.FEWEST
    if not is_right or not residents:
        return form
    return SplitForm(initial=form.cleaned_data, residents=residents, parts=parts)


def _residents(unit: Unit) -> list[tuple[str, str]]:
    """Return keys and names of the people and households of a unit."""
    held = unit.positions.filter(held_on(clock.today())).select_related("person")
    people = {f"person_{each.person_id}": f"{each.person}, {each.title}" for each in held}
    homes = {f"household_{each.pk}": f"{each}, {each.address}" for each in unit.households.all()}
    return [(key, label.rstrip(", ")) for key, label in (people | homes).items()]


def _change(request: StaffRequest, unit: Unit, form: ChangeForm) -> Unit:
    keeper, change, data = request.actor, form.change(), form.cleaned_data
    if isinstance(form, MergerForm):
        return successions.merge_units(
            keeper=keeper, units=[unit, *form.others()], name=data["name"], change=change
        )
    if isinstance(form, RenameForm):
        return successions.rename_unit(keeper=keeper, unit=unit, name=data["name"], change=change)
    if isinstance(form, DissolveForm):
        return successions.dissolve_into(
            keeper=keeper, unit=unit, successor=data["successor"], change=change
        )
    if isinstance(form, SplitForm):
        successions.split_unit(
            keeper=keeper, unit=unit, names=data["names"], change=change, places=form.places()
        )
        return unit
    return keeping_units.end_unit(keeper=keeper, unit=unit, on=change.on, basis=change.basis)


def _unit(request: StaffRequest, pk: int) -> Unit:
    found = get_object_or_404(request.actor.body.units.select_related("body"), pk=pk)
    request.actor.require_keeping(Kept.UNITS, found)
    return found


def _parents(actor: Actor) -> list[Unit]:
    return [actor.body, *units_of(actor.body, as_of=clock.today())]


def _url(unit: Unit) -> str:
    return reverse("unit", args=[unit.pk])


def _page(unit: Unit, title: str, verb: str, notes: tuple[str, ...]) -> FormPage:
    return FormPage(
        title=title,
        state=f"{unit.get_kind_display()}.",
        verb=verb,
        done="Đã ghi.",
        back=("Thôi", _url(unit)),
        area=("Đơn vị", reverse("units")),
        notes=notes,
    )


def _superior_page() -> FormPage:
    return FormPage(
        title="Cơ quan cấp trên",
        state="",
        verb="Ghi",
        done="Đã ghi cơ quan cấp trên.",
        back=("Thôi", reverse("units")),
        area=("Đơn vị", reverse("units")),
    )
