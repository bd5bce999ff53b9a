"""The gallery shows every component, whole and readable, at every width."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.decorators import login_not_required
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.shortcuts import render
from django.test.testcases import LiveServerThread
from django.urls import path

import vinhdanh

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from playwright.sync_api import Browser
    from pytest_django import Settings

TEMPLATES = Path(vinhdanh.__file__).parent / "web" / "templates"
PAGES = ("index", "today", "board", "table", "dossier", "form", "sign_in")
WIDTHS = (1440, 1024, 700, 390, 360)


@login_not_required
def show(request: HttpRequest, page: str) -> HttpResponse:
    return render(request, f"gallery/{page}.html")


urlpatterns = [path("<slug:page>", show)]


@pytest.fixture
def gallery(settings: Settings) -> None:
    settings.ROOT_URLCONF = __name__


@pytest.mark.usefixtures("gallery")
@pytest.mark.parametrize("page", PAGES)
def test_no_component_reaches_the_browser_unrendered(client: Client, page: str) -> None:
    text = client.get(f"/{page}").content.decode()
    assert not re.search(r"</?c-|\{%|\{\{", text)
    assert "None" not in text


def test_every_component_is_in_the_gallery() -> None:
    shown = "".join(file.read_text(encoding="utf-8") for file in TEMPLATES.glob("gallery/*.html"))
    for component in sorted(TEMPLATES.glob("cotton/*.html")):
        assert f"<c-{component.stem.replace('_', '-')}" in shown, component.stem


@pytest.fixture
def address(gallery: None) -> Iterator[str]:
    server = LiveServerThread("127.0.0.1", StaticFilesHandler)
    server.daemon = True
    server.start()
    server.is_ready.wait()
    if server.error:
        raise server.error
    yield f"http://127.0.0.1:{server.port}"
    server.terminate()


@pytest.mark.browser
@pytest.mark.parametrize("page", PAGES)
def test_a_page_holds_at_every_width(browser: Browser, address: str, page: str) -> None:
    context = browser.new_context(bypass_csp=True)
    sheet = context.new_page()
    for width in WIDTHS:
        sheet.set_viewport_size({"width": width, "height": 800})
        sheet.goto(f"{address}/{page}")
        sheet.wait_for_load_state("networkidle")
        beyond = sheet.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert beyond == 0, f"{page} is {beyond} px too wide at {width} px"
        if width in {1440, 390}:
            found = Axe().run(sheet)
            assert found.violations_count == 0, found.generate_report()
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize("page", PAGES)
def test_nothing_that_is_pressed_is_small(browser: Browser, address: str, page: str) -> None:
    """Links inside sentences are exempt; everything else is at least 44 px high."""
    context = browser.new_context(viewport={"width": 390, "height": 800})
    sheet = context.new_page()
    sheet.goto(f"{address}/{page}")
    small = sheet.eval_on_selector_all(
        "button, select, summary, input:not([type=hidden], [type=checkbox], [type=radio]),"
        " textarea, .button, .rail-item, .menu-item",
        """all => all.filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 43.5)
                    .map(e => e.outerHTML.slice(0, 120))""",
    )
    context.close()
    assert not small


@pytest.mark.browser
def test_no_text_is_smaller_than_fourteen_pixels(browser: Browser, address: str) -> None:
    context = browser.new_context()
    sheet = context.new_page()
    for page in PAGES:
        sheet.goto(f"{address}/{page}")
        sizes = sheet.eval_on_selector_all(
            "body *", "all => all.map(e => parseFloat(getComputedStyle(e).fontSize))"
        )
        assert min(sizes) >= 14, page
    context.close()
