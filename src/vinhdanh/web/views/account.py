"""Signing in and out, and choosing the year one works in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth import login, logout, update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from vinhdanh.accounts.queries.actors import actor_of
from vinhdanh.accounts.services.sign_in import is_blocked, note_failure, note_success
from vinhdanh.web.forms.account import PasswordForm, SignInForm
from vinhdanh.web.middleware import YEAR_KEY

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

FIRST_YEAR, LAST_YEAR = 2000, 2100
TOO_MANY = (
    "Đã gõ sai mật khẩu quá nhiều lần: hãy chờ 15 phút rồi thử lại, hoặc nhờ công chức phụ trách"
    " thi đua, khen thưởng đặt lại mật khẩu."
)


@login_not_required
@sensitive_post_parameters("password")
def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask for name and password; go on to where the person wanted to go."""
    if request.user.is_authenticated:
        return redirect("today")
    form = SignInForm(request, data=request.POST or None)
    status = 200
    if request.method == "POST":
        name = request.POST.get("username", "")
        address = request.META.get("REMOTE_ADDR", "")
        if is_blocked(username=name, address=address):
            form, status = SignInForm(request), 429
            messages.error(request, TOO_MANY)
        elif form.is_valid():
            user = form.get_user()
            login(request, user)
            if actor := actor_of(user):
                note_success(actor=actor, address=address)
            return HttpResponseRedirect(_wanted(request))
        else:
            note_failure(username=name, address=address)
    context = {"form": form, "next": request.POST.get("next") or request.GET.get("next", "")}
    return render(request, "web/sign_in.html", context, status=status)


@sensitive_post_parameters()
def change_password(request: HttpRequest) -> HttpResponse:
    """Let a person choose another password; the session goes on."""
    assert request.user.is_authenticated
    form = PasswordForm(request.user, data=request.POST or None)
    if request.method == "POST" and form.is_valid():
        form.save()
        update_session_auth_hash(request, request.user)
        messages.success(request, "Đã đổi mật khẩu.")
        return redirect("today")
    return render(request, "web/password.html", {"form": form})


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    logout(request)
    return redirect("sign_in")


@require_POST
def choose_year(request: HttpRequest, year: int) -> HttpResponse:
    """Work in another year from now on; everything on the pages belongs to it."""
    if FIRST_YEAR <= year <= LAST_YEAR:
        request.session[YEAR_KEY] = year
    asked = request.POST.get("next", "")
    return HttpResponseRedirect(asked if _is_ours(request, asked) else _back(request))


def _wanted(request: HttpRequest) -> str:
    wanted = request.POST.get("next", "")
    return wanted if wanted.startswith("/") and _is_ours(request, wanted) else reverse("today")


def _back(request: HttpRequest) -> str:
    came_from = request.headers.get("referer", "")
    return came_from if _is_ours(request, came_from) else reverse("today")


def _is_ours(request: HttpRequest, url: str) -> bool:
    return bool(url) and url_has_allowed_host_and_scheme(
        url, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
