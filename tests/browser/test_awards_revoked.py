"""An honour is taken back: ground, decision, register, and what anybody reads at /kiem-tra."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.browser.papers import pdf_text
from tests.scenarios.commune import decided, drafted, one_row, opened, voted

from vinhdanh.decisions.check_codes import check_code
from vinhdanh.decisions.models import Honour

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.conftest import Seat
    from tests.scenarios.commune import Commune

pytestmark = pytest.mark.browser

GROUND = "Gian dối khi kê khai công trạng, thành tích"


def test_an_honour_is_taken_back(
    served_commune: Commune, sit: Callable[..., Seat], passer_by: Seat
) -> None:
    commune = served_commune
    decided(commune, drafted(commune, voted(commune, opened(commune, one_row(commune)))))
    honour = Honour.objects.get()
    address = f"/kiem-tra/{check_code(honour)}/"
    passer_by.open(address)
    passer_by.reads("Giấy này có trong sổ khen thưởng", "Phạm Văn Đức")
    passer_by.is_accessible()
    clerk, chair = sit(commune.clerk), sit(commune.chair)
    _draft(clerk, honour)
    _sign(chair)
    _look_it_up(clerk, honour)
    passer_by.open("/kiem-tra/")
    passer_by.fill("Mã trên giấy khen", check_code(honour))
    passer_by.press("Kiểm tra")
    passer_by.reads("đã bị hủy bỏ bằng Quyết định 02/QĐ-UBND ngày 24/06/2024")
    passer_by.is_accessible()
    passer_by.open(address)
    passer_by.reads("giấy không còn giá trị")


def _draft(clerk: Seat, honour: Honour) -> None:
    clerk.open("/quyet-dinh/")
    clerk.press("Quyết định 01/QĐ-UBND")
    clerk.press("Soạn quyết định hủy bỏ")
    clerk.press("Soạn quyết định hủy bỏ")
    clerk.reads("Còn chỗ cần sửa trước khi soạn")
    clerk.page.get_by_label(honour.recipient_name).check()
    clerk.page.get_by_label(GROUND).check()
    clerk.fill("Lý do", "kê khai diện tích đất hiến không đúng sự thật")
    clerk.is_accessible()
    clerk.press("Soạn quyết định hủy bỏ")
    clerk.reads("Đã soạn dự thảo quyết định hủy bỏ", "Điều 93")


def _sign(chair: Seat) -> None:
    chair.open("/")
    chair.reads("Một dự thảo quyết định hủy bỏ khen thưởng chờ anh/chị ký")
    chair.press("Xem và ký")
    chair.fill("Ngày ký", "23/06/2024")
    chair.press("Ký hủy bỏ")
    chair.reads("trước ngày")
    chair.fill("Ngày ký", "24/06/2024")
    chair.press("Ký hủy bỏ")
    chair.reads("Đã ký quyết định hủy bỏ", "Chưa nhận lại bằng, hiện vật")
    chair.is_accessible()
    text = pdf_text(chair.download("Tải bản PDF : Quyết định 02-QĐ-UBND.pdf"))
    for printed in (
        "Số: 02/QĐ-UBND", "Phạm Văn Đức", "01/QĐ-UBND", "kê khai diện tích đất hiến",
    ):  # fmt: skip
        assert printed in text, f"{printed!r} is not in the decision:\n{text}"


def _look_it_up(clerk: Seat, honour: Honour) -> None:
    clerk.page.reload()
    clerk.press("Ghi đã nhận lại")
    clerk.reads("Bằng, hiện vật: 24/06/2024")
    clerk.open("/so-khen-thuong/")
    clerk.reads("Đã hủy bỏ")
    clerk.is_accessible()
    clerk.open(f"/so-khen-thuong/{honour.pk}/")
    clerk.reads("không còn giá trị và không được tính khi xét khen")
    clerk.is_accessible()
