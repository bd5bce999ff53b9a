"""One form on a page of its own: shown, sent, refused at its field, or done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render

from vinhdanh.web.acts import told_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from django.forms import BaseForm
    from django.http import HttpResponse

    from vinhdanh.web.requests import StaffRequest


FORM = "web/form.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPage:
    """What stands around the form."""

    title: str
    state: str
    verb: str
    """The button's words."""
    done: str
    back: tuple[str, str]
    """Where one came from: words and address."""
    area: tuple[str, str]
    icon: str = "save"
    asks_candidates: bool = False
    """Names typed here are compared with the people the body knows."""
    notes: Sequence[str] = ()
    """Rules the reader should know before the act."""
    template: str = FORM


def form_page(
    request: StaffRequest, form: BaseForm, page: FormPage, act: Callable[[], str]
) -> HttpResponse:
    """Show a form; where it is sent and accepted, go to the address the act returns."""
    if request.method == "POST" and form.is_valid():
        goal = ""
        with told_in(form):
            goal = act()
        if goal:
            messages.success(request, page.done)
            return redirect(goal)
    return render(request, page.template, {"form": form, "page": page})
