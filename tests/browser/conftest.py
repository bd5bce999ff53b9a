"""People who sit in front of the system's Chromium (the fixture `browser` of tests/)."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page
    from pytest_django.live_server_helper import LiveServer
    from tests.scenarios.commune import Commune

    from vinhdanh.accounts.actor import Actor

PASSWORD = "mat-khau-thu-nghiem-2024"


@dataclass(slots=True)
class Seat:
    """One person in front of their own browser window."""

    page: Page
    base: str

    def open(self, path: str) -> None:
        self.page.goto(self.base + path)

    def press(self, name: str) -> None:
        """Press the button or follow the link of that name."""
        button = self.page.get_by_role("button", name=name, exact=False)
        link = self.page.get_by_role("link", name=name, exact=False)
        button.or_(link).first.click()

    def fill(self, label: str, value: str) -> None:
        self.page.get_by_label(label, exact=False).first.fill(value)

    def reads(self, *sentences: str) -> None:
        """Expect each sentence somewhere on the page's main part."""
        text = " ".join(self.page.inner_text("main").split())
        for sentence in sentences:
            assert sentence in text, f"{sentence!r} is not on {self.page.url}:\n{text}"

    def is_accessible(self) -> None:
        """Expect axe to find nothing."""
        found = Axe().run(self.page)
        assert found.violations_count == 0, found.generate_report()

    def download(self, name: str) -> Path:
        """Follow a download link and return the file."""
        with self.page.expect_download() as waiting:
            self.page.get_by_role("link", name=name, exact=True).click()
        return waiting.value.path()

    def fetch(self, name: str) -> BytesIO:
        """Return what a link shows in the window itself, such as a paper to look at."""
        address = self.page.get_by_role("link", name=name, exact=True).get_attribute("href")
        return BytesIO(self.page.request.get(f"{self.base}{address}").body())


@pytest.fixture
def sit(browser: Browser, live_server: LiveServer) -> Iterator[Callable[[Actor, int], Seat]]:
    """Return a function that signs an actor in, in a window of a width, through the page."""
    contexts = []

    def sit_down(actor: Actor, width: int = 1440) -> Seat:
        actor.user.set_password(PASSWORD)
        actor.user.save()
        context = browser.new_context(viewport={"width": width, "height": 900})
        context.set_default_timeout(10_000)
        contexts.append(context)
        seat = Seat(context.new_page(), live_server.url)
        seat.open("/dang-nhap/")
        seat.fill("Tên đăng nhập", actor.user.username)
        seat.fill("Mật khẩu", PASSWORD)
        seat.press("Đăng nhập")
        return seat

    yield sit_down
    for context in contexts:
        context.close()


@pytest.fixture
def passer_by(browser: Browser, live_server: LiveServer) -> Iterator[Seat]:
    """Somebody without an account, on a phone."""
    context = browser.new_context(viewport={"width": 390, "height": 900})
    context.set_default_timeout(10_000)
    yield Seat(context.new_page(), live_server.url)
    context.close()


@pytest.fixture
def served_commune(
    transactional_db: None, set_today: Callable[..., None], live_server: LiveServer
) -> Commune:
    """The commune of the scenarios, seen by the live server too."""
    from tests.scenarios.commune import TODAY, build_commune  # noqa: PLC0415

    set_today(TODAY)
    return build_commune()
