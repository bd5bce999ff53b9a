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

    from playwright.sync_api import Browser, Locator, Page

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
    scroll_to(page.locator("main h2").first)


def open_closed_meeting(page: Page) -> None:
    """Go from the meetings to the oldest one, and there to what is decided above."""
    page.locator("main tbody a").last.click()
    scroll_to(page.locator("main h2").first)


def open_sudden_deed(page: Page) -> None:
    """Go from today to the deed that the chair decides on without the Council."""
    page.locator(".act", has_text="thủ tục đơn giản").get_by_role("link").first.click()
    scroll_to(page.locator("main .card", has_text="Việc tiếp theo").last)


def open_answered_letter(page: Page) -> None:
    """Go from the letters to the superior to the one that is answered."""
    page.locator("main tbody tr", has_text="Đã trả lời").locator("a").first.click()


def open_preview(page: Page) -> None:
    """Go from the lists that were read to the one nobody confirmed, and there to its rows."""
    page.locator("main tbody a").first.click()
    scroll_to(page.locator("main .tabs"))


def open_road(page: Page) -> None:
    """Go from somebody found in the register to all honours of theirs."""
    page.locator("main tbody a").first.click()
    page.get_by_role("link", name="Cả quá trình khen thưởng").click()


def scroll_to(place: Locator) -> None:
    """Bring a place right under the bar on top."""
    place.evaluate("one => scrollTo(0, scrollY + one.getBoundingClientRect().top - 88)")


SHOTS = (
    Shot("board", "vanphong", "/ke-hoach/"),
    Shot("today", "vanphong", "/"),
    Shot("dossier", "vanphong", "/", follow=open_dossier),
    Shot("register", "vanphong", "/so-khen-thuong/"),
    Shot("meeting", "vanphong", "/hoi-dong/", follow=open_closed_meeting),
    Shot("fund", "ketoan", "/tien-thuong/quy/"),
    Shot("forwarding", "vanphong", "/trinh-cap-tren/", follow=open_answered_letter),
    Shot("import", "vanphong", "/nhap-danh-sach/", follow=open_preview),
    Shot("road", "vanphong", "/so-khen-thuong/?q=tran+thi+hoi", follow=open_road),
    Shot("fairness", "chutich", "/bao-cao/cong-bang/"),
    Shot("phone-today", "hoidong", "/", size=PHONE),
    Shot("phone-vote", "hoidong", "/", size=PHONE, follow=open_meeting),
    Shot("phone-sudden", "chutich", "/", size=PHONE, follow=open_sudden_deed),
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
    """Return the first certificate of the oldest decision after a meeting, as it is printed."""
    page.goto(f"{base}/quyet-dinh/")
    page.locator("main tbody tr", has_text="Xét khen thưởng").last.locator("a").first.click()
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
