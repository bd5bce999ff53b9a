"""The law through its pages: an answer without leaving the page, under an address to share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.conftest import Seat
    from tests.scenarios.commune import Commune

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [1440, 390])
def test_from_an_honour_to_its_prize_its_article_and_a_check(
    served_commune: Commune, sit: Callable[..., Seat], width: int
) -> None:
    clerk = sit(served_commune.clerk, width)
    clerk.open("/quy-dinh/?ngay=31/12/2025&q=cstdcs")
    clerk.is_accessible()
    clerk.press("Chiến sĩ thi đua cơ sở")
    clerk.reads("Chủ tịch UBND cấp xã", "Hoàn thành xuất sắc nhiệm vụ", "Từ ngày 01/07/2025")
    clerk.is_accessible()
    clerk.press("Tính tiền thưởng")
    clerk.page.get_by_label("Danh hiệu, hình thức", exact=True).select_option(
        "chien-si-thi-dua-co-so:individual"
    )
    clerk.page.get_by_role("button", name="Tính tiền thưởng").press("Enter")
    clerk.page.get_by_text("Được thưởng").wait_for()
    assert "danh_hieu=chien-si-thi-dua-co-so" in clerk.page.url
    clerk.page.reload()
    clerk.reads("Được thưởng")
    clerk.is_accessible()
    clerk.open("/quy-dinh/kiem-tra/?ngay=2025-12-31&danh_hieu=gia-dinh-van-hoa:household")
    clerk.page.get_by_role("button", name="Kiểm tra").click()
    clerk.reads("Cần xác minh", "Hỏi:", "Nghị định 86/2023/NĐ-CP")
    clerk.is_accessible()
