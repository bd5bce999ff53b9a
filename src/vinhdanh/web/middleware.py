"""Puts who acts, and for which year, on every signed-in request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.models import AnonymousUser
from django.shortcuts import render

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.accounts.queries.actors import actor_of
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

    from vinhdanh.accounts.actor import Actor

YEAR_KEY = "year"


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
        """Show a refusal that no form and no message took up as a page of its own."""
        if not isinstance(problem, DomainError):
            return None
        status = 403 if isinstance(problem, NotAllowedError) else 409
        return render(request, "web/refused.html", {"message": problem.message}, status=status)

    def _attach(self, request: HttpRequest, actor: Actor | None) -> None:
        request.actor = actor  # type: ignore[attr-defined]
        request.year = request.session.get(YEAR_KEY) or clock.today().year  # type: ignore[attr-defined]
