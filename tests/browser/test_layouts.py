"""The clerk fits a layout of certificates to a blank: by pointer, by keys and by typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image

from vinhdanh.decisions.models import CertificateLayout
from vinhdanh.documents import layout_from_plain

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.browser.conftest import Seat
    from tests.scenarios.commune import Commune

pytestmark = pytest.mark.browser


def stored() -> dict[str, float]:
    boxes = dict(layout_from_plain(CertificateLayout.objects.get().content).boxes)
    return {"x": boxes["signer"].x, "y": boxes["signer"].y, "size": boxes["recipient"].size}


def test_boxes_are_dragged_pushed_and_typed(
    served_commune: Commune, sit: Callable[..., Seat], tmp_path: Path
) -> None:
    clerk = sit(served_commune.clerk)
    page = clerk.page
    problems: list[str] = []
    page.on("console", lambda said: problems.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: problems.append(str(error)))
    clerk.open("/quyet-dinh/")
    clerk.press("Mẫu bằng")
    clerk.is_accessible()
    clerk.fill("Tên mẫu mới", "Phôi 2024")
    clerk.press("Lập mẫu")
    clerk.reads("Đã lập mẫu “Phôi 2024”")
    Image.new("RGB", (297, 210), "ivory").save(tmp_path / "phoi.png")
    page.set_input_files("input[type=file]", tmp_path / "phoi.png")
    clerk.press("Đặt ảnh phôi")
    clerk.reads("Đã đặt ảnh phôi")
    clerk.is_accessible()

    handle = page.locator("[data-handle=signer]")
    start = handle.bounding_box()
    assert start
    scale = 297 / page.locator("#handles").evaluate("sheet => sheet.clientWidth")
    middle = (start["x"] + start["width"] / 2, start["y"] + start["height"] / 2)
    page.mouse.move(*middle)
    page.mouse.down()
    with page.expect_response(lambda answer: "hinh.png?" in answer.url) as drawn:
        page.mouse.move(middle[0] - 40, middle[1] - 20, steps=4)
        page.mouse.up()
    assert drawn.value.status == 200
    handle.focus()
    for key in ("ArrowDown", "ArrowDown", "Shift+ArrowLeft"):
        page.keyboard.press(key)
    assert "Ô “Tên người ký”: cách mép trái" in (handle.get_attribute("aria-label") or "")

    page.locator("summary", has_text="Tên người nhận").click()
    page.fill("[name=recipient-size]", "300")
    page.keyboard.press("Tab")
    page.get_by_text("Chưa vẽ được bản in.").wait_for()
    page.fill("[name=recipient-size]", "19,5")
    page.keyboard.press("Tab")
    page.locator("#picture-problem .notice").wait_for(state="detached")
    clerk.is_accessible()
    clerk.press("Lưu mẫu")
    clerk.reads("Đã lưu mẫu bằng")

    found = stored()
    assert found["x"] == pytest.approx(158 - 40 * scale - 0.1, abs=0.2)
    assert found["y"] == pytest.approx(178 - 20 * scale + 2, abs=0.2)
    assert found["size"] == 19.5
    assert problems == []


def test_on_a_phone_the_form_is_below_the_picture(
    served_commune: Commune, sit: Callable[..., Seat]
) -> None:
    clerk = sit(served_commune.clerk, 390)
    clerk.open("/quyet-dinh/mau-bang/a4/")
    clerk.fill("Tên mẫu mới", "Phôi")
    clerk.press("Lập mẫu riêng")
    picture = clerk.page.locator("#picture").bounding_box()
    form = clerk.page.locator("#layout-form").bounding_box()
    assert picture
    assert form
    assert picture["y"] + picture["height"] <= form["y"]
    assert clerk.page.evaluate("document.documentElement.scrollWidth") <= 390
    clerk.is_accessible()
