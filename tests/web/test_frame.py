"""What every page shares: the rail, the headers, the language, the parts it is drawn from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.apps import apps
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse
from tests.scenarios.commune import sent
from tests.web.reading import told, words
from tests.web.stages import LISTS, fullest

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.accounts.enums import Role
from vinhdanh.kernel.errors import DomainError
from vinhdanh.nominations.workflow import TRANSITIONS
from vinhdanh.web.downloads import download
from vinhdanh.web.frame import role_label
from vinhdanh.web.middleware import ActorMiddleware

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Response
    from tests.scenarios.commune import Commune

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "font-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "manifest-src": "'self'",
}
FORBIDDEN = {"none", "true", "false", "null", "undefined", "nan", "object", "queryset"}
SAID = {"pdf", "docx", "txt", "jpg", "png"}
"""Values that people say as they are stored."""


def policy_of(response: Response) -> dict[str, str]:
    rules = response["Content-Security-Policy"].split(";")
    return {name: value for name, _, value in (rule.strip().partition(" ") for rule in rules)}


def raw_values() -> set[str]:
    """Return what is stored and never said: values of choices, steps, languages' constants."""
    values = {
        str(value).lower()
        for model in apps.get_models()
        if model.__module__.startswith("vinhdanh.")
        for field in model._meta.get_fields()
        for value, _ in getattr(field, "flatchoices", ())
    }
    return (values | {step.name for step in TRANSITIONS} | FORBIDDEN) - SAID


# --- every page --------------------------------------------------------------------------------


def test_every_page_speaks_vietnamese_and_keeps_its_policy(
    commune: Commune, client: Client
) -> None:
    stage, raw = fullest(commune), raw_values()
    for who in ("clerk", "village_head"):
        client.force_login(getattr(commune, who).user)
        pages = {url: client.get(url) for url in stage.pages()}
        # Drafts and votes are not everybody's.
        seen = {url: page for url, page in pages.items() if page.status_code == 200}
        assert len(seen) > len(LISTS) + 5, who
        faults = {f"{who}, {url}": faults_of(page, raw) for url, page in seen.items()}
        assert {url: found for url, found in faults.items() if found} == {}


def faults_of(page: Response, raw: set[str]) -> list[str]:
    """Return what a page must not have: system words, undrawn parts, inline code, a weak policy."""
    source = page.content.decode()
    found = sorted(raw & set(re.findall(r"[\w-]+", words(page).lower())))
    found += [mark for mark in ("<c-", "{{", "{%", "style=") if mark in source]
    found += re.findall(r"<script(?![^>]*\bsrc=)[^>]*>|\son\w+=", source)
    if policy_of(page) != POLICY:
        found.append(page["Content-Security-Policy"])
    if page["X-Frame-Options"] != "DENY":
        found.append(page["X-Frame-Options"])
    return found


@pytest.mark.django_db
@pytest.mark.parametrize("url", ["/dang-nhap/", "/khong-co/", "/nam/2023/"])
def test_pages_for_strangers_keep_the_policy_too(client: Client, url: str) -> None:
    response = client.get(url)
    assert policy_of(response) == POLICY
    assert response["X-Frame-Options"] == "DENY"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"


@pytest.mark.django_db
def test_the_gallery_is_no_page_of_the_office(client: Client) -> None:
    assert client.get("/gallery/").status_code == 404
    assert client.get("/gallery/today").status_code == 404


def test_a_post_needs_its_token(commune: Commune) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(commune.clerk.user)
    assert client.post(reverse("report_open")).status_code == 403


# --- components and partials --------------------------------------------------------------------


def test_components_are_drawn(commune: Commune, client: Client) -> None:
    submission = sent(commune)
    client.force_login(commune.clerk.user)
    text = client.get(reverse("submission", args=[submission.pk])).content.decode()
    assert '<table class="table cards' in text
    assert '<caption class="sr-only">Các đề nghị trong danh sách</caption>' in text
    assert '<section class="card">' in text
    assert 'class="pill pill-waiting"' in text
    assert "<c-" not in text


# --- the rail ----------------------------------------------------------------------------------

MONEY_AND_ABOVE = ("prizes", "forwardings")


@pytest.mark.parametrize(
    ("who", "hidden"),
    [
        ("clerk", set()),
        ("chair", set()),
        ("women_head", {"reports", *MONEY_AND_ABOVE}),
        ("village_head", {"meetings", "reports", *MONEY_AND_ABOVE}),
        ("outreach", {"submissions", "meetings", "reports", *MONEY_AND_ABOVE}),
        ("accountant", {"submissions", "meetings", "reports", "forwardings"}),
        ("superior", {"submissions", "meetings", *MONEY_AND_ABOVE}),
    ],
)
def test_the_rail_follows_the_role(
    commune: Commune, client: Client, who: str, hidden: set[str]
) -> None:
    client.force_login(getattr(commune, who).user)
    rail = client.get(reverse("today")).context["rail"]
    shown = {item.route for group in rail for item in group.items}
    assert shown == set(LISTS) - hidden
    assert all(group.items for group in rail)


@pytest.mark.parametrize("who", ["clerk", "superior"])
def test_every_entry_of_the_rail_opens_and_is_marked(
    commune: Commune, client: Client, who: str
) -> None:
    client.force_login(getattr(commune, who).user)
    for group in client.get(reverse("today")).context["rail"]:
        for item in group.items:
            rail = client.get(item.url).context["rail"]
            here = [each.route for part in rail for each in part.items if each.current]
            assert here == [item.route]


@pytest.mark.parametrize(
    ("who", "label"),
    [
        ("clerk", "Công chức phụ trách thi đua"),
        ("chair", "Chủ tịch"),
        ("village_head", "Thôn Phạm Xá"),
        ("women_head", "Hội Liên hiệp Phụ nữ xã, Thành viên Hội đồng"),
        ("accountant", "Kế toán"),
    ],
)
def test_a_person_stands_with_name_and_role(
    commune: Commune, client: Client, who: str, label: str
) -> None:
    actor = getattr(commune, who)
    assert role_label(actor) == label
    client.force_login(actor.user)
    assert f"{actor.name} {label}" in words(client.get(reverse("today")))


def test_the_body_is_named_in_short(commune: Commune, client: Client) -> None:
    client.force_login(commune.clerk.user)
    assert client.get(reverse("today")).context["unit_name"] == "UBND xã Minh Tiến"
    assert set(commune.clerk.roles) < set(Role)


# --- refusals ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("problem", "status"),
    [(NotAllowedError("Việc này của Chủ tịch."), 403), (DomainError("A."), 409)],
)
def test_a_refusal_that_nobody_took_up_is_a_page(
    commune: Commune, client: Client, problem: DomainError, status: int
) -> None:
    client.force_login(commune.clerk.user)
    request = client.get(reverse("today")).wsgi_request
    middleware = ActorMiddleware(lambda _: HttpResponse())
    response = middleware.process_exception(request, problem)
    assert response is not None
    assert response.status_code == status
    assert problem.message in response.content.decode()


def test_other_failures_are_not_taken_for_refusals() -> None:
    middleware = ActorMiddleware(lambda _: HttpResponse())
    assert middleware.process_exception(RequestFactory().get("/"), ValueError("x")) is None


def test_a_page_that_is_not_there_says_so(commune: Commune, client: Client) -> None:
    client.force_login(commune.clerk.user)
    response = client.get("/khong-co/")
    assert response.status_code == 404
    assert told(response) == []


# --- files -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ending", "inline", "kind", "how"),
    [
        ("pdf", False, "application/pdf", "attachment"),
        ("pdf", True, "application/pdf", "inline"),
        (
            "docx",
            True,
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "attachment",
        ),
        ("html", True, "application/octet-stream", "attachment"),
        ("svg", True, "application/octet-stream", "attachment"),
    ],
)
def test_a_file_is_never_guessed(*, ending: str, inline: bool, kind: str, how: str) -> None:
    response = download(b"<script>", name=f"Giấy khen 1/2.{ending}", ending=ending, inline=inline)
    assert response["Content-Type"] == kind
    assert response["Content-Disposition"] == (
        f"{how}; filename*=utf-8''Gi%E1%BA%A5y%20khen%201-2.{ending}"
    )
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "private" in response["Cache-Control"]
