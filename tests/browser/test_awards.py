"""A regular award from a list to the ceremony: council, decisions, certificates, money, stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.browser.papers import pdf_text

from vinhdanh.councils.enums import Choice
from vinhdanh.councils.models import Meeting
from vinhdanh.councils.services.ballots import cast_ballots

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.conftest import Seat
    from tests.scenarios.commune import Commune

pytestmark = pytest.mark.browser

FARMER, VILLAGE = "Phạm Văn Đức", "Thôn Phạm Xá"


def test_a_regular_award_from_a_list_to_the_ceremony(
    served_commune: Commune, sit: Callable[..., Seat]
) -> None:
    commune = served_commune
    head, member = sit(commune.village_head, 390), sit(commune.women_head, 390)
    clerk, chair = sit(commune.clerk), sit(commune.chair)
    _write_and_send(head)
    _return_one(clerk)
    _send_it_again(head)
    _appraise(clerk)
    _call_a_meeting(clerk)
    _vote(commune, chair, member)
    _draft_two_decisions(clerk)
    _sign_both(chair)
    _print_a_certificate(clerk)
    _plan_the_ceremony(clerk)
    _pay(sit(commune.accountant))


def _write_and_send(head: Seat) -> None:
    head.open("/de-nghi/")
    head.press("Lập danh sách")
    head.fill("Về việc", "Đề nghị khen thưởng 6 tháng đầu năm")
    head.press("Tiếp tục")
    head.press("Thêm cá nhân")
    head.fill("Họ và tên", FARMER)
    head.page.get_by_label("Danh hiệu, hình thức đề nghị").select_option("Lao động tiên tiến")
    head.fill("Thành tích", "Đã hiến 120 m2 đất làm đường thôn")
    head.press("Thêm vào danh sách")
    head.reads(f"Đã thêm {FARMER}")
    head.press("Thêm tập thể")
    head.fill("Thành tích", "Đã cứng hóa đường làng trước hạn")
    head.press("Thêm vào danh sách")
    head.is_accessible()
    head.page.locator("summary", has_text="Gửi đề nghị").click()
    head.press("Vẫn gửi đề nghị")
    head.reads("Đã gửi đề nghị", "Đã gửi, chờ thẩm định")


def _return_one(clerk: Seat) -> None:
    clerk.open("/ho-so/")
    for name in (FARMER, VILLAGE):
        clerk.page.get_by_label(f"Chọn {name}", exact=False).check()
    clerk.is_accessible()
    clerk.page.get_by_role("button", name="Tiếp nhận", exact=True).click()
    clerk.reads("Đã tiếp nhận")
    clerk.page.locator("tbody").get_by_role("link", name=FARMER).click()
    clerk.page.locator("summary", has_text="Trả lại để bổ sung").click()
    clerk.page.get_by_role("button", name="Trả lại để bổ sung").click()
    clerk.reads("Cần ghi lý do trước khi trả lại để bổ sung")
    clerk.is_accessible()
    clerk.page.locator("#reason-return").fill("Cần ghi rõ diện tích đất và năm hiến đất.")
    clerk.page.get_by_role("button", name="Trả lại để bổ sung").click()
    clerk.reads("Cần ghi rõ diện tích đất và năm hiến đất.")


def _send_it_again(head: Seat) -> None:
    head.open("/de-nghi/")
    head.press("Đề nghị khen thưởng 6 tháng đầu năm")
    head.page.locator("tbody").get_by_role("link", name=FARMER).click()
    head.reads("Hồ sơ bị trả lại để bổ sung")
    head.press("Sửa hồ sơ")
    head.fill("Thành tích", "Năm 2024 hiến 120 m2 đất làm đường thôn")
    head.press("Lưu")
    head.reads("Năm 2024 hiến 120 m2 đất làm đường thôn")
    head.page.get_by_role("button", name="Gửi đề nghị").click()
    head.reads("Đã gửi, chờ thẩm định")
    head.is_accessible()


def _appraise(clerk: Seat) -> None:
    clerk.open("/ho-so/")
    for name in (FARMER, VILLAGE):
        clerk.page.get_by_label(f"Chọn {name}", exact=False).check()
    clerk.fill("Vì sao vẫn đủ điều kiện, khi hồ sơ còn thiếu", "đã đối chiếu bản giấy")
    clerk.press("Thẩm định xong")
    assert clerk.page.locator("tbody").get_by_text("Đã thẩm định").count() == len((FARMER, VILLAGE))


def _call_a_meeting(clerk: Seat) -> None:
    clerk.open("/")
    clerk.reads("Hai hồ sơ đã thẩm định, chờ đưa ra Hội đồng")
    clerk.press("Lập phiên họp")
    clerk.fill("Nội dung phiên họp", "Xét khen thưởng 6 tháng đầu năm 2024")
    clerk.press("Lập phiên họp")
    for box in clerk.page.locator("input[name=present]").all():
        box.check()
    clerk.press("Lưu điểm danh")
    clerk.reads("có mặt 7/7")
    clerk.is_accessible()


def _vote(commune: Commune, chair: Seat, member: Seat) -> None:
    """One member votes on a phone, the others likewise without pages."""
    chair.open("/")
    chair.press("Mở phiên họp")
    chair.press("Khai mạc phiên họp")
    chair.reads("Phiên họp đã khai mạc")
    member.open("/")
    member.press("Biểu quyết")
    member.page.locator("summary", has_text="Đồng ý tất cả").click()
    member.is_accessible()
    member.press("Ghi ý kiến cho 2 hồ sơ")
    member.reads("Đã ghi ý kiến của anh/chị về 2 hồ sơ")
    meeting = Meeting.objects.get()
    choices = {item.pk: Choice.FOR for item in meeting.items.all()}
    for actor in commune.members:
        if actor is not commune.women_head:
            cast_ballots(actor=actor, meeting=meeting, choices=choices)
    chair.page.reload()
    for name in (FARMER, VILLAGE):
        chair.page.get_by_role("button", name=f"Chốt kết quả của {name}").click()
        chair.reads(f"Đã chốt kết quả của {name}")
    chair.page.locator("summary", has_text="Kết thúc phiên họp").click()
    chair.press("Kết thúc và lập biên bản")
    chair.reads("Phiên họp đã kết thúc")
    member.page.reload()
    member.reads(
        "7 đồng ý, 0 không đồng ý, 0 không có ý kiến; tính trên 7 thành viên được biểu quyết"
    )


def _draft_two_decisions(clerk: Seat) -> None:
    clerk.open("/quyet-dinh/")
    for name in (FARMER, VILLAGE):
        clerk.page.get_by_label(f"Chọn {name}").check()
    clerk.page.get_by_label("Mỗi danh hiệu, hình thức một quyết định").check()
    clerk.fill("Lý do khen thưởng", "")
    clerk.press("Soạn quyết định")
    clerk.reads("Còn chỗ cần sửa trước khi soạn")
    clerk.is_accessible()
    clerk.fill("Lý do khen thưởng", "đã có thành tích trong 6 tháng đầu năm 2024")
    clerk.press("Soạn quyết định")
    clerk.reads("Đã soạn hai dự thảo quyết định, chờ Chủ tịch ký")


def _sign_both(chair: Seat) -> None:
    for number in ("01", "02"):
        chair.open("/")
        chair.press("Xem và ký")
        chair.press("Ký ban hành")
        chair.reads(f"Quyết định {number}/QĐ-UBND", "ký ngày 24/06/2024")
    chair.is_accessible()


def _print_a_certificate(clerk: Seat) -> None:
    clerk.open("/quyet-dinh/")
    clerk.press("Quyết định 01/QĐ-UBND")
    clerk.press("In 1 bản")
    certificate = pdf_text(clerk.download("Tải 1 bản trong một tệp PDF"))
    assert "01/QĐ-UBND" in certificate


def _plan_the_ceremony(clerk: Seat) -> None:
    clerk.press("Xếp buổi trao thưởng")
    clerk.fill("Buổi lễ", "Hội nghị sơ kết 6 tháng đầu năm")
    clerk.fill("Ngày trao", "28/06/2024")
    clerk.press("Lưu buổi lễ")
    clerk.reads("Còn chỗ cần sửa trước khi lưu")
    clerk.is_accessible()
    clerk.fill("Địa điểm", "Hội trường Ủy ban nhân dân xã")
    clerk.fill("Người trao", "đồng chí Ngô Văn Quyên, Chủ tịch Ủy ban nhân dân xã")
    clerk.press("Lưu buổi lễ")
    clerk.reads("Đã xếp buổi trao thưởng")
    paper = pdf_text(clerk.fetch("Xem danh sách theo lượt, bản PDF"))
    for printed in (VILLAGE, "Giấy khen", "Ngô Văn Quyên"):
        assert printed in paper, f"{printed!r} is not in the list:\n{paper}"


def _pay(accountant: Seat) -> None:
    accountant.open("/tien-thuong/")
    accountant.reads("Hai khoản chờ đưa vào danh sách chi")
    accountant.press("Chọn các khoản chờ chi để lập danh sách")
    for name in (FARMER, VILLAGE):
        accountant.page.get_by_label(f"Chọn khoản của {name}").check()
    accountant.press("Lập danh sách chi")
    accountant.reads("Hai khoản chưa chi", FARMER, VILLAGE, "Bằng chữ")
    accountant.press("Ghi chi các khoản đã đánh dấu")
    accountant.reads("Chưa ghi chi được")
    accountant.is_accessible()
    paper = pdf_text(accountant.fetch("Danh sách ký nhận, bản PDF"))
    assert FARMER in paper
    assert VILLAGE in paper
    accountant.press("Ghi chi tất cả")
    accountant.reads("không đủ chi 540.000 đ: hãy bổ sung nguồn, hoặc ghi lý do chi vượt")
