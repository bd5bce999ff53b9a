"""A sudden deed is told from a phone where it happened and honoured by a decision the same day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.browser.papers import pdf_text
from tests.nominations.test_evidence import photo

from vinhdanh.decisions.models import Honour

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.conftest import Seat
    from tests.scenarios.commune import Commune

pytestmark = pytest.mark.browser

DEED = "Đã dũng cảm cứu hai cháu nhỏ đuối nước"


def test_a_sudden_deed_is_honoured_the_same_day(
    served_commune: Commune, sit: Callable[..., Seat]
) -> None:
    commune = served_commune
    _tell(sit(commune.village_head, 390))
    clerk, chair = sit(commune.clerk), sit(commune.chair, 390)
    _appraise(clerk)
    _agree(chair)
    _draft(clerk)
    _sign(chair)
    honour = Honour.objects.get()
    assert (honour.recipient_name, honour.decided_on.isoformat()) == ("Phạm Văn Đức", "2024-06-24")


def _tell(head: Seat) -> None:
    head.open("/de-nghi/")
    head.press("Khen đột xuất")
    head.press("Gửi đề nghị")
    head.reads("Chưa ghi họ và tên", "Chưa ghi việc đã làm", "Chưa ghi nơi xảy ra")
    head.is_accessible()
    head.fill("Họ và tên", "Phạm Văn Đức")
    head.fill("Đã làm gì", DEED)
    head.fill("Ở đâu", "Sông Nghĩa Lý, thôn Phạm Xá")
    head.page.set_input_files(
        "input[type=file]",
        {"name": "anh.jpg", "mimeType": "image/jpeg", "buffer": photo((600, 400))},
    )
    head.press("Gửi đề nghị")
    head.reads("Đã gửi đề nghị khen Phạm Văn Đức", "Ngày 24/06/2024, Sông Nghĩa Lý", "Ảnh tại chỗ")
    head.is_accessible()


def _appraise(clerk: Seat) -> None:
    clerk.open("/")
    clerk.reads(f"Khen đột xuất Phạm Văn Đức: {DEED}")
    clerk.press("Thẩm định ngay")
    clerk.reads("Ảnh tại chỗ", "Thủ tục đơn giản")
    clerk.page.locator("summary", has_text="Thẩm định xong, đủ điều kiện").click()
    clerk.fill("Vì sao vẫn đủ điều kiện trình", "đã gặp gia đình hai cháu")
    clerk.is_accessible()
    clerk.press("Ghi ý kiến thẩm định")
    clerk.reads("Đã thẩm định")


def _agree(chair: Seat) -> None:
    chair.open("/")
    chair.reads("cho Phạm Văn Đức theo thủ tục đơn giản")
    chair.is_accessible()
    chair.press("Xem và duyệt")
    chair.page.locator("summary", has_text="Không khen thưởng").click()
    chair.page.get_by_role("button", name="Không khen thưởng").click()
    chair.reads("Cần ghi lý do trước khi")
    chair.press("Đồng ý khen thưởng")
    chair.reads("đồng ý khen thưởng theo")
    chair.is_accessible()


def _draft(clerk: Seat) -> None:
    clerk.open("/quyet-dinh/")
    clerk.reads("Chờ soạn quyết định", "Thủ tục đơn giản")
    clerk.page.get_by_label("Chọn Phạm Văn Đức").check()
    clerk.fill("Lý do khen thưởng", "đã có thành tích đột xuất, dũng cảm cứu người đuối nước")
    clerk.is_accessible()
    clerk.press("Soạn quyết định")
    clerk.reads("Dự thảo quyết định", "Phạm Văn Đức")


def _sign(chair: Seat) -> None:
    chair.open("/")
    chair.press("Xem và ký")
    chair.reads("Thủ tục đơn giản, không qua Hội đồng")
    chair.press("Ký ban hành")
    chair.reads("Quyết định 01/QĐ-UBND", "ký ngày 24/06/2024")
    chair.is_accessible()
    text = pdf_text(chair.download("Tải bản PDF : Quyết định 01-QĐ-UBND.pdf"))
    for printed in (
        "Minh Tiến, ngày 24 tháng 6 năm 2024", "Phạm Văn Đức",
        "đã có thành tích đột xuất, dũng cảm cứu người đuối nước",
    ):  # fmt: skip
        assert printed in text, f"{printed!r} is not in the decision:\n{text}"
    assert "họp Hội đồng" not in text
