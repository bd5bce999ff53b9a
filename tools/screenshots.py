"""Take the pictures of the documentation from a running demonstration.

Start the demonstration in one terminal and this script in another; it starts nothing itself,
and it changes nothing but the pictures:

    vinhdanh demo --serve --port 8457
    python tools/screenshots.py http://127.0.0.1:8457

It needs `make dev` and the system's Chromium. The pictures go to docs/images.
"""

from __future__ import annotations

import argparse
import io
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image
from playwright.sync_api import sync_playwright

from vinhdanh.demo.accounts import PASSWORD
from vinhdanh.documents import preview_png

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page

IMAGES = Path(__file__).parents[1] / "docs" / "images"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESK, PHONE = (1440, 900), (390, 844)
MOST_BYTES = 250_000
CERTIFICATE_DPI = 110


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: who sits where, how they get to the page, and in what window."""

    name: str
    account: str
    path: str
    size: tuple[int, int] = DESK
    follow: Callable[[Page], None] | None = None


def open_dossier(page: Page) -> None:
    """Go from today to the first nomination that waits for the clerk."""
    page.locator(".act", has_text="chờ thẩm định").get_by_role("link").first.click()
    page.locator("main tbody a").first.click()


def open_meeting(page: Page) -> None:
    """Go from today to the meeting that waits for a vote, and there to the first vote."""
    page.locator(".act", has_text="biểu quyết").get_by_role("link").first.click()
    page.locator("main h2").first.evaluate(
        "head => scrollTo(0, head.getBoundingClientRect().top - 88)"
    )


SHOTS = (
    Shot("board", "vanphong", "/ke-hoach/"),
    Shot("today", "vanphong", "/"),
    Shot("dossier", "vanphong", "/", follow=open_dossier),
    Shot("register", "vanphong", "/so-khen-thuong/"),
    Shot("phone-today", "hoidong", "/", size=PHONE),
    Shot("phone-vote", "hoidong", "/", size=PHONE, follow=open_meeting),
)


def sign_in(browser: Browser, base: str, account: str, size: tuple[int, int]) -> Page:
    """Return a window in which the account is signed in."""
    width, height = size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        device_scale_factor=2 if width < DESK[0] else 1,
        locale="vi-VN",
    )
    page = context.new_page()
    page.goto(f"{base}/dang-nhap/")
    page.get_by_label("Tên đăng nhập").fill(account)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()
    page.wait_for_load_state("networkidle")
    return page


def take(page: Page, base: str, shot: Shot) -> bytes:
    """Return the picture of one page as PNG."""
    page.goto(base + shot.path)
    if shot.follow:
        shot.follow(page)
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    return page.screenshot()


def certificate(page: Page, base: str) -> bytes:
    """Return the first page of the oldest decision's certificates, as the printer gets it."""
    page.goto(f"{base}/quyet-dinh/")
    page.locator("main tbody a").last.click()
    with page.expect_download() as waiting:
        page.locator("a[href$='giay-khen.pdf']").first.click()
    return preview_png(waiting.value.path().read_bytes(), dpi=CERTIFICATE_DPI)


def keep(name: str, data: bytes) -> str:
    """Write a picture in as many colours as the size allows; return a line about it."""
    picture = Image.open(io.BytesIO(data)).convert("RGB")
    small = b""
    for colours in (256, 128, 64, 32):
        buffer = io.BytesIO()
        reduced = picture.quantize(colours, dither=Image.Dither.NONE)
        reduced.save(buffer, "PNG", optimize=True)
        small = buffer.getvalue()
        if len(small) <= MOST_BYTES:
            break
    else:
        raise SystemExit(f"{name} takes {len(small)} bytes even in few colours: make it smaller.")
    IMAGES.mkdir(parents=True, exist_ok=True)
    (IMAGES / f"{name}.png").write_bytes(small)
    return f"{name}.png  {picture.width}×{picture.height}  {len(small) // 1000} kB\n"


def main() -> None:
    """Take every picture."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("base", help="address of the running demonstration")
    base = parser.parse_args().base.rstrip("/")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        raise SystemExit("No Chromium here: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for shot in SHOTS:
            page = sign_in(browser, base, shot.account, shot.size)
            sys.stdout.write(keep(shot.name, take(page, base, shot)))
            page.context.close()
        page = sign_in(browser, base, "vanphong", DESK)
        sys.stdout.write(keep("certificate", certificate(page, base)))
        browser.close()


if __name__ == "__main__":
    main()
