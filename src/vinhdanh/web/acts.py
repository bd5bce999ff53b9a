"""Running a service for a form: success goes on, a refusal is said where it belongs."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse

from vinhdanh.kernel.errors import DomainError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from django.forms import BaseForm
    from django.http import HttpRequest, HttpResponse


@contextmanager
def told_in(form: BaseForm) -> Iterator[None]:
    """Turn a refusal inside the block into an error of the form, at its field if it has one.

    After the block, `form.is_valid()` tells whether the act was done.
    """
    try:
        yield
    except DomainError as problem:
        field = problem.field if problem.field in form.fields else None
        form.add_error(field, problem.message)


def act_then_go(
    request: HttpRequest, act: Callable[[], object], *, done: str, to: str, **kwargs: int
) -> HttpResponse:
    """Do an act that has no form of its own, say how it went, and go to a page."""
    try:
        act()
    except DomainError as problem:
        messages.error(request, problem.message)
    else:
        messages.success(request, done)
    return redirect(reverse(to, kwargs=kwargs))
