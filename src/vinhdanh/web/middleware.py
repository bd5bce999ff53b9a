"""Puts who acts, and for which year, on every signed-in request."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from django.contrib import messages
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.views import redirect_to_login
from django.db import OperationalError
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.accounts.queries.actors import actor_of
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError, StaleError

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

    from vinhdanh.accounts.actor import Actor

YEAR_KEY = "year"
DEADLOCK = "40P01"
"""PostgreSQL's code; SQLite lets one writer in at a time."""
SAFE = ("GET", "HEAD", "OPTIONS")
AGAIN = "#gui-lai"
"""Told to `typed.js`, which puts back what was typed."""
ENDED = (
    "Phiên làm việc đã hết nên nội dung vừa gửi chưa được ghi. Hãy đăng nhập: trang đang làm sẽ mở"
    " lại với những gì đã gõ, trừ tệp đính kèm."
)
ONLY_SENT_TO = (
    "Địa chỉ này chỉ nhận nội dung gửi từ một trang, không mở riêng được: hãy quay lại trang trước"
    " hoặc về trang Hôm nay."
)
BUSY = "Người khác đang ghi vào cùng những hồ sơ này. Chưa có gì thay đổi: hãy làm lại."


class SignInMiddleware(LoginRequiredMiddleware):
    """Asks strangers to sign in; whose session ended while typing goes back to the typed page."""

    def handle_no_permission(self, request: HttpRequest, view_func: Any) -> HttpResponseRedirect:
        """Return the way to the sign-in page, and from there back."""
        if request.method in SAFE:
            return super().handle_no_permission(request, view_func)
        messages.warning(request, ENDED)
        return redirect_to_login(_page_before(request) + AGAIN, reverse("sign_in"))


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
        response = self.get_response(request)
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED and request.method == "GET":
            page = render(request, "web/refused.html", {"message": ONLY_SENT_TO}, status=405)
            page.headers["Allow"] = response.headers["Allow"]
            return page
        return response

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


def _page_before(request: HttpRequest) -> str:
    """Return the page of ours the request was sent from; where it is unknown, the first one."""
    before = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(
        before, {request.get_host()}, require_https=request.is_secure()
    ):
        return reverse("today")
    parts = urlsplit(before)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def is_deadlock(problem: Exception) -> bool:
    """Tell whether the database ended an act because two waited for each other."""
    return (
        isinstance(problem, OperationalError)
        and getattr(problem.__cause__, "sqlstate", "") == DEADLOCK
    )
