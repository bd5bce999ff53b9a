"""Adding and correcting people; posts, moves, retirement; two records of one person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.wording import day
from vinhdanh.organizations.keeping import Kept
from vinhdanh.organizations.models import Person, Position
from vinhdanh.organizations.queries.people import people_for, with_posts
from vinhdanh.organizations.queries.units import units_of
from vinhdanh.organizations.services import merging, people, removal
from vinhdanh.web.form_pages import FormPage, form_page
from vinhdanh.web.forms.people import (
    EndForm,
    MergeForm,
    MoveForm,
    NewPersonForm,
    PersonEditForm,
    PostForm,
    RetireForm,
    person_initial,
)

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.organizations.models import Unit
    from vinhdanh.web.requests import StaffRequest


def person_new(request: StaffRequest) -> HttpResponse:
    """Add somebody with a post."""
    request.actor.require_keeping(Kept.PEOPLE)
    form = NewPersonForm(
        request.POST or None,
        units=own_units(request.actor),
        initial={"unit": request.GET.get("don-vi", "")},
    )

    def act() -> str:
        added = people.add_person(keeper=request.actor, facts=form.facts(), post=form.post())
        return _url(added)

    page = FormPage(
        title="Thêm người",
        state="Người cùng tên đã có trong sổ hiện ra khi gõ họ tên.",
        verb="Thêm vào sổ",
        done="Đã thêm vào sổ.",
        back=("Thôi", reverse("people")),
        area=("Con người", reverse("people")),
        icon="user-plus",
        asks_candidates=True,
    )
    return form_page(request, form, page, act)


def person_edit(request: StaffRequest, pk: int) -> HttpResponse:
    """Correct what is written about a person."""
    found = _person(request, pk)
    form = PersonEditForm(request.POST or None, initial=person_initial(found))

    def act() -> str:
        people.correct_person(
            keeper=request.actor,
            person=found,
            facts=form.facts(),
            expected_version=form.cleaned_data["version"],
        )
        return _url(found)

    state = "Các đề nghị đang xử lý được kiểm tra lại ngay."
    page = _page(found, f"Sửa thông tin: {found}", state, "Lưu")
    return form_page(request, form, page, act)


def person_post(request: StaffRequest, pk: int) -> HttpResponse:
    """Write a post somebody holds beside the others."""
    found = _person(request, pk)
    form = PostForm(request.POST or None, units=own_units(request.actor))

    def act() -> str:
        people.give_post(keeper=request.actor, person=found, post=form.post())
        return _url(found)

    state = "Các chức vụ khác vẫn giữ nguyên."
    return form_page(request, form, _page(found, f"Thêm chức vụ: {found}", state, "Ghi"), act)


def post_end(request: StaffRequest, pk: int, position_pk: int) -> HttpResponse:
    """Write from which day somebody no longer holds a post."""
    found = _person(request, pk)
    position = get_object_or_404(found.positions.select_related("unit__body"), pk=position_pk)
    form = EndForm(request.POST or None, initial={"on": clock.today()})

    def act() -> str:
        people.end_post(keeper=request.actor, position=position, on=form.cleaned_data["on"])
        return _url(found)

    page = _page(found, f"Thôi chức vụ: {found}", f"{position}.", "Ghi thôi chức vụ")
    return form_page(request, form, page, act)


def person_move(request: StaffRequest, pk: int) -> HttpResponse:
    """Move somebody to another unit."""
    found = _person(request, pk)
    request.actor.require_keeping(Kept.UNITS)
    units = units_of(request.actor.body, as_of=clock.today())
    form = MoveForm(request.POST or None, units=units, initial={"since": clock.today()})

    def act() -> str:
        new = form.post()
        people.move_person(
            keeper=request.actor, person=found, post=new, on=form.cleaned_data["since"]
        )
        return _url(found)

    state = "Mọi chức vụ đang giữ thôi vào ngày này, chức vụ mới bắt đầu."
    page = _page(found, f"Chuyển đơn vị: {found}", state, "Chuyển")
    return form_page(request, form, page, act)


def person_retire(request: StaffRequest, pk: int) -> HttpResponse:
    """Write that somebody holds no post any more."""
    found = _person(request, pk)
    form = RetireForm(request.POST or None, initial={"on": clock.today()})

    def act() -> str:
        people.retire_person(keeper=request.actor, person=found, **form.cleaned_data)
        return _url(found)

    state = "Số liệu, đề nghị và khen thưởng vẫn được giữ; hồ sơ không bị xóa."
    page = _page(found, f"Thôi mọi chức vụ: {found}", state, "Ghi thôi chức vụ")
    return form_page(request, form, page, act)


def person_merge(request: StaffRequest, pk: int) -> HttpResponse:
    """Make one record of two that mean the same person."""
    found = _person(request, pk)
    request.actor.require_keeping(Kept.UNITS)
    form = MergeForm(request.POST or None, others=_twins(request.actor, found))

    def act() -> str:
        other = people_for(request.actor).filter(pk=form.cleaned_data["other"]).first()
        if other is None:
            raise DomainError("Hồ sơ đã chọn không còn: hãy tải lại trang.", field="other")
        merging.merge_people(keeper=request.actor, kept=found, other=other)
        return _url(found)

    page = FormPage(
        title=f"Gộp hồ sơ trùng: {found}",
        state="Hồ sơ đang mở được giữ lại; hồ sơ kia không còn sau khi gộp.",
        verb="Gộp vào hồ sơ này",
        done="Đã gộp hai hồ sơ.",
        back=("Thôi", _url(found)),
        area=("Con người", reverse("people")),
        icon="users-round",
        notes=(
            "Danh sách chỉ có người trùng họ tên, kể cả viết khác dấu.",
            (
                "Không gộp được khi ngày sinh khác nhau, khi cả hai có tài khoản, hoặc khi cả hai"
                " có cùng một danh hiệu của cùng một năm."
            ),
        ),
    )
    return form_page(request, form, page, act)


@require_POST
def person_remove(request: StaffRequest, pk: int) -> HttpResponse:
    """Remove somebody entered by mistake."""
    found = get_object_or_404(people_for(request.actor), pk=pk)
    try:
        removal.remove_person(keeper=request.actor, person=found)
    except DomainError as problem:
        messages.error(request, problem.message)
        return redirect("person", pk=pk)
    messages.success(request, "Đã bỏ khỏi sổ.")
    return redirect("people")


def own_units(actor: Actor) -> list[Unit]:
    """Return the units whose people somebody may write about."""
    every = [actor.body, *units_of(actor.body, as_of=clock.today())]
    return [unit for unit in every if actor.may_keep(Kept.PEOPLE, unit)]


def _person(request: StaffRequest, pk: int) -> Person:
    found = get_object_or_404(people_for(request.actor), pk=pk)
    held = Position.objects.filter(person=found).select_related("unit__body")
    units = [each.unit for each in held] or [request.actor.body]
    if not any(request.actor.may_keep(Kept.PEOPLE, unit) for unit in units):
        request.actor.require_keeping(Kept.PEOPLE, units[0])
    return found


def _twins(actor: Actor, person: Person) -> list[tuple[int, str]]:
    rows = people_for(actor).filter(Q(folded_name=person.folded_name)).exclude(pk=person.pk)
    return [(row.pk, _told(row)) for row in with_posts(rows, as_of=clock.today())]


def _told(person: Person) -> str:
    born = f"sinh {day(person.birth_date)}" if person.birth_date else "chưa ghi ngày sinh"
    posts = "; ".join(str(post) for post in person.posts)  # type: ignore[attr-defined]
    return f"{person}, {born}, {posts or 'không giữ chức vụ'}"


def _url(person: Person) -> str:
    return reverse("person", args=[person.pk])


def _page(person: Person, title: str, state: str, verb: str) -> FormPage:
    return FormPage(
        title=title,
        state=state,
        verb=verb,
        done="Đã ghi.",
        back=("Thôi", _url(person)),
        area=("Con người", reverse("people")),
    )
