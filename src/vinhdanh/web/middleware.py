"""Puts who acts, and for which year, on every signed-in request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.models import AnonymousUser
from django.db import OperationalError
from django.shortcuts import render

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.accounts.queries.actors import actor_of
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError, StaleError

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

    from vinhdanh.accounts.actor import Actor

YEAR_KEY = "year"
DEADLOCK = "40P01"
"""PostgreSQL's code; SQLite lets one writer in at a time."""
BUSY = "Người khác đang ghi vào cùng những hồ sơ này. Chưa có gì thay đổi: hãy làm lại."


class ActorMiddleware:
    """Adds `actor` and `year`; an account without any role is told whom to ask."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if isinstance(request.user, AnonymousUser):
            return self.get_response(request)
        actor = actor_of(request.user)
        if actor is None and not request.path.startswith(("/thoat", "/static")):
            return render(request, "web/no_role.html", status=403)
        self._attach(request, actor)
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, problem: Exception) -> HttpResponse | None:
        """Show a refusal that no form and no message took up as a page of its own.

        An act that the database ended because two waited for each other left nothing behind: it
        is tried once more.
        """
        if is_deadlock(problem):
            return self._again(request)
        if not isinstance(problem, DomainError):
            return None
        status = 403 if isinstance(problem, NotAllowedError) else 409
        return render(request, "web/refused.html", {"message": problem.message}, status=status)

    def _again(self, request: HttpRequest) -> HttpResponse:
        match = request.resolver_match
        assert match, "only a view has something to try again"
        for name in request.FILES:
            for file in request.FILES.getlist(name):
                file.seek(0)
        try:
            response: HttpResponse = match.func(request, *match.args, **match.kwargs)
        except Exception as problem:
            told = StaleError(BUSY) if is_deadlock(problem) else problem
            refusal = self.process_exception(request, told)
            if refusal is None:
                raise
            return refusal
        return response

    def _attach(self, request: HttpRequest, actor: Actor | None) -> None:
        request.actor = actor  # type: ignore[attr-defined]
        request.year = request.session.get(YEAR_KEY) or clock.today().year  # type: ignore[attr-defined]


def is_deadlock(problem: Exception) -> bool:
    """Tell whether the database ended an act because two waited for each other."""
    return (
        isinstance(problem, OperationalError)
        and getattr(problem.__cause__, "sqlstate", "") == DEADLOCK
    )
