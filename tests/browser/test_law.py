"""From what is missing to what is met: the head writes, the clerk answers, by keyboard too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.scenarios.law import proposed

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.conftest import Seat
    from tests.scenarios.commune import Commune

pytestmark = pytest.mark.browser


def test_a_nomination_comes_to_meet_the_law(
    served_commune: Commune, sit: Callable[..., Seat]
) -> None:
    nomination = proposed(served_commune)
    head, clerk = sit(served_commune.village_head, 390), sit(served_commune.clerk)
    _write_the_year(head, nomination.pk)
    _attest(head)
    _send_all_the_same(head, nomination.submission_id)
    _say_there_is_nothing(clerk, nomination.pk)
    clerk.press("Xem điều kiện")
    clerk.reads("Đủ các điều kiện theo quy định.")
    clerk.is_accessible()


def _write_the_year(head: Seat, nomination: int) -> None:
    head.open(f"/ho-so/{nomination}/")
    head.reads("Cần xác minh", "Anh/chị bổ sung được:")
    head.is_accessible()
    head.page.get_by_role("link", name="Cần: Mức độ hoàn thành", exact=False).first.focus()
    head.page.keyboard.press("Enter")
    head.page.wait_for_url("**/so-lieu/#nam")
    head.is_accessible()
    head.page.get_by_label("Nhóm đối tượng").select_option("worker")
    head.fill("Số tháng nghỉ trong năm", "1")
    head.fill("Trong đó nghỉ thai sản", "2")
    head.press("Ghi số liệu năm")
    head.reads("nhiều hơn tổng số tháng nghỉ")
    head.is_accessible()
    head.fill("Trong đó nghỉ thai sản", "")
    head.press("Ghi số liệu năm")
    head.reads("Năm 2024: chưa biết mức độ hoàn thành")


def _attest(head: Seat) -> None:
    head.reads("Lao động, sản xuất có hiệu quả")
    tick = head.page.get_by_label("Thôn Phạm Xá xác nhận các điều kiện trên")
    tick.focus()
    head.page.keyboard.press("Space")
    assert tick.is_checked()
    head.press("Ghi xác nhận")
    head.reads("xác nhận 2 điều kiện")


def _send_all_the_same(head: Seat, submission: int) -> None:
    head.open(f"/de-nghi/{submission}/")
    head.page.locator("summary", has_text="Gửi đề nghị").focus()
    head.page.keyboard.press("Enter")
    head.reads("Trong danh sách có 1 đề nghị cần xác minh")
    head.is_accessible()
    head.press("Vẫn gửi đề nghị")
    head.page.wait_for_load_state()
    assert "Đã gửi đề nghị" in head.page.inner_text("body")


def _say_there_is_nothing(clerk: Seat, nomination: int) -> None:
    clerk.open("/")
    clerk.press("Xác minh")
    clerk.reads("Không có việc đang xem xét kỷ luật")
    clerk.is_accessible()
    clerk.page.locator("summary", has_text="Xác minh").first.click()
    clerk.is_accessible()
    clerk.open(f"/ho-so/{nomination}/so-lieu/")
    clerk.page.get_by_label("Không bị kỷ luật").check()
    clerk.page.get_by_label("Không có việc nào đang xem xét", exact=False).check()
    clerk.page.locator("#day-du").get_by_role("button").click()
    clerk.is_accessible()
