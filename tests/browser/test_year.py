"""One commune's year through its pages: from the plan's file to the signed report.

Every step first takes one wrong turn, and reads the sentence that says what to do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pdfplumber
import pytest
from tests.scenarios.commune import registered

from vinhdanh.decisions.models import Honour
from vinhdanh.emulation.models import Registration
from vinhdanh.planning.models import Plan

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.browser.conftest import Seat
    from tests.scenarios.commune import Commune

pytestmark = pytest.mark.browser

PLAN = "ke-hoach-11-KH-UBND-minh-tien-2024.txt"
PLAN_FILE = f"src/vinhdanh/demo/data/{PLAN}"


def test_a_year_from_plan_to_report(
    served_commune: Commune, sit: Callable[..., Seat], tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    commune = served_commune
    clerk, chair = sit(commune.clerk), sit(commune.chair)
    head, member = sit(commune.village_head, 390), sit(commune.women_head, 390)
    _import_the_plan(clerk, tmp_path, pytestconfig.rootpath / PLAN_FILE)
    _register_titles(commune, clerk, head)
    _send_a_list(head)
    _appraise(clerk)
    _meet_and_vote(clerk, chair, member)
    _sign_the_decision(clerk, chair)
    _look_into_the_register(head)
    _print_certificates(clerk)
    _report(clerk, chair)
    _see_the_year_move(clerk)


def _import_the_plan(clerk: Seat, tmp_path: Path, plan: Path) -> None:
    empty = tmp_path / "rong.txt"
    empty.write_bytes(b"")
    clerk.reads("Không có việc nào chờ anh/chị")
    clerk.press("Kế hoạch")
    clerk.reads("Năm 2024 chưa có kế hoạch")
    clerk.is_accessible()
    clerk.press("Nhập kế hoạch từ tệp")
    clerk.page.set_input_files("input[type=file]", empty)
    clerk.press("Đọc kế hoạch")
    clerk.reads("rong.txt")
    clerk.page.set_input_files("input[type=file]", plan)
    clerk.press("Đọc kế hoạch")
    clerk.reads("11 nhiệm vụ đọc từ tệp", "11/KH-UBND", "Điểm nên xem lại", "năm năm")
    clerk.is_accessible()
    clerk.page.get_by_role("link", name="Sửa nhiệm vụ 11", exact=False).click()
    clerk.fill("Nội dung nhiệm vụ", "")
    clerk.press("Lưu nhiệm vụ")
    clerk.reads("Nhiệm vụ chưa có nội dung")
    clerk.fill(
        "Nội dung nhiệm vụ",
        "Xây dựng Báo cáo tổng kết công tác thi đua, khen thưởng năm 2024; phương hướng, nhiệm vụ"
        " năm 2025",
    )
    clerk.press("Lưu nhiệm vụ")
    clerk.reads("Đã lưu nhiệm vụ 11", "phương hướng, nhiệm vụ năm 2025")
    clerk.press("Xác nhận kế hoạch")
    clerk.reads("Đã xác nhận kế hoạch", "11 nhiệm vụ, 1 xong", "Đã ban hành 11/KH-UBND", "quá hạn")
    clerk.is_accessible()


def _register_titles(commune: Commune, clerk: Seat, head: Seat) -> None:
    head.open("/")
    head.reads("Thôn Phạm Xá chưa đăng ký thi đua năm 2024")
    head.page.locator(".act", has_text="chưa đăng ký thi đua").get_by_role("link").click()
    head.press("Gửi đăng ký")
    head.reads("Bản đăng ký còn trống")
    head.page.locator("input[type=number]").first.fill("2")
    head.is_accessible()
    head.press("Gửi đăng ký")
    sent = Registration.objects.get(unit=commune.village)
    assert (sent.state, sum(line.quantity for line in sent.lines.all())) == ("sent", 2)
    clerk.open("/")
    clerk.reads("Một bản đăng ký thi đua chờ tiếp nhận")
    clerk.press("Tiếp nhận")
    clerk.page.get_by_role("button", name="Tiếp nhận").first.click()
    sent.refresh_from_db()
    assert sent.state == "accepted"
    sent.delete()  # the other three units send theirs without pages, the village's anew
    registered(commune)


def _send_a_list(head: Seat) -> None:
    head.open("/de-nghi/")
    head.press("Lập danh sách")
    head.fill("Về việc", "Đề nghị khen thưởng 6 tháng đầu năm")
    head.press("Tiếp tục")
    head.press("Thêm cá nhân")
    head.fill("Họ và tên", "Đỗ Minh Châu")
    head.press("Thêm vào danh sách")
    head.reads("Chưa ghi thành tích")
    head.is_accessible()
    head.page.get_by_label("Danh hiệu, hình thức đề nghị").select_option("Lao động tiên tiến")
    head.fill("Thành tích", "Đã hoàn thành tốt nhiệm vụ, gương mẫu trong phong trào thi đua")
    head.press("Thêm vào danh sách")
    head.reads("Sổ đã có người cùng tên Đỗ Minh Châu", "Trưởng ngành, Ngành Văn hóa – Xã hội")
    head.page.get_by_label("Đỗ Minh Châu, chưa rõ ngày sinh").check()
    head.press("Thêm vào danh sách")
    head.reads("Đã thêm Đỗ Minh Châu")
    head.press("Thêm tập thể")
    head.fill("Thành tích", "Đã cứng hóa 1,2 km đường làng trước hạn")
    head.press("Thêm vào danh sách")
    head.press("Thêm hộ gia đình")
    head.fill("Họ và tên chủ hộ", "Phạm Thị Mến")
    head.page.get_by_label("Danh hiệu, hình thức đề nghị").select_option("Gia đình văn hóa")
    head.fill("Thành tích", "Đã gương mẫu trong phong trào xây dựng đời sống văn hóa")
    head.press("Thêm vào danh sách")
    head.page.locator("summary", has_text="Gửi đề nghị").click()
    head.reads("Trong danh sách có 3 đề nghị cần xác minh")
    head.press("Vẫn gửi đề nghị")
    head.reads("Đã gửi đề nghị", "Đã gửi, chờ thẩm định")


def _appraise(clerk: Seat) -> None:
    clerk.open("/")
    clerk.reads("Ba đề nghị khen thưởng chờ thẩm định")
    clerk.press("Thẩm định")
    list_url = clerk.page.url
    for name in ("Đỗ Minh Châu", "Thôn Phạm Xá", "Gia đình ông (bà) Phạm Thị Mến"):
        clerk.page.goto(list_url)
        clerk.page.locator("tbody").get_by_role("link", name=name).click()
        if name == "Đỗ Minh Châu":
            clerk.page.get_by_text("Trả lại để bổ sung").first.click()
            clerk.page.get_by_role("button", name="Trả lại để bổ sung").click()
            clerk.reads("Cần ghi lý do trước khi trả lại để bổ sung")
            clerk.is_accessible()
        clerk.page.locator("summary", has_text="Thẩm định xong, đủ điều kiện trình").click()
        clerk.fill("Vì sao vẫn đủ điều kiện trình", "đã đối chiếu bản giấy")
        clerk.press("Ghi ý kiến thẩm định")
        clerk.reads("Đã thẩm định")


def _meet_and_vote(clerk: Seat, chair: Seat, member: Seat) -> None:
    clerk.open("/hoi-dong/")
    clerk.press("Lập phiên họp")
    clerk.fill("Nội dung phiên họp", "Xét khen thưởng 6 tháng đầu năm 2024")
    clerk.press("Lập phiên họp")
    clerk.reads("Đỗ Minh Châu không tham gia biểu quyết: là người được đề nghị khen thưởng")
    meeting = clerk.page.url
    chair.page.goto(meeting)
    chair.press("Khai mạc phiên họp")
    chair.reads("Chưa đủ số người để họp: có mặt 0/7, cần ít nhất 5")
    for box in clerk.page.locator("input[name=present]").all():
        box.check()
    clerk.press("Lưu điểm danh")
    chair.press("Khai mạc phiên họp")
    chair.reads("Phiên họp đã khai mạc", "có mặt 7/7")
    chair.is_accessible()
    chair.page.get_by_role("button", name="Chốt kết quả của Đỗ Minh Châu").click()
    chair.reads("người có mặt chưa biểu quyết hồ sơ của Đỗ Minh Châu")
    member.open("/")
    member.reads("Ba hồ sơ chờ anh/chị biểu quyết")
    member.press("Biểu quyết")
    member.is_accessible()
    for _ in range(3):
        member.page.locator(".vote-acts button").first.click()
        member.page.wait_for_load_state()
    member.reads("Đồng ý")
    assert member.page.locator(".vote-acts").count() == 0
    _raise_hands(clerk, meeting)
    for name in ("Đỗ Minh Châu", "Thôn Phạm Xá", "Gia đình ông (bà) Phạm Thị Mến"):
        chair.page.get_by_role("button", name=f"Chốt kết quả của {name}").click()
        chair.reads(f"Đã chốt kết quả của {name}")
    chair.reads(
        "6 đồng ý, 0 không đồng ý, 0 không có ý kiến; tính trên 6 thành viên được biểu quyết"
    )
    chair.page.locator("summary", has_text="Kết thúc phiên họp").click()
    chair.press("Kết thúc và lập biên bản")
    chair.reads("Phiên họp đã kết thúc; biên bản đã sẵn sàng")
    minutes = _pdf_text(chair.download("Biên bản họp, bản PDF"))
    assert "Đỗ Minh Châu: hồ sơ của Đỗ Minh Châu (là người được đề nghị khen thưởng)" in minutes
    assert "6/6" in minutes
    assert "7/7" in minutes


def _raise_hands(clerk: Seat, meeting: str) -> None:
    """The clerk enters the hands of everybody who has not voted on a screen."""
    clerk.page.goto(meeting)
    while clerk.page.locator(".hand").count():
        details = clerk.page.locator("details:has(.hand)").first
        details.locator("summary").click()
        details.locator(".hand button").first.click()
        clerk.page.wait_for_load_state()


def _sign_the_decision(clerk: Seat, chair: Seat) -> None:
    clerk.page.reload()
    clerk.page.get_by_role("button", name="Soạn quyết định").click()
    clerk.reads("Dự thảo quyết định", "540.000 đ", "cần xác minh", "việc này của Chủ tịch")
    clerk.is_accessible()
    chair.open("/")
    chair.press("Xem và ký")
    chair.fill("Ngày ký", "01/06/2024")
    chair.press("Ký ban hành")
    chair.reads("Ngày ký đứng trước ngày họp Hội đồng 24/06/2024")
    chair.press("Ký ban hành")
    chair.reads("Quyết định 01/QĐ-UBND", "ký ngày 24/06/2024")
    text = _pdf_text(chair.download("Tải bản PDF : Quyết định 01-QĐ-UBND.pdf"))
    for printed in (
        "Số: 01/QĐ-UBND", "Minh Tiến, ngày 24 tháng 6 năm 2024", "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ",
        "Nghị định số 98/2023/NĐ-CP", "Đỗ Minh Châu", "Phạm Thị Mến", "Ngô Văn Quyên",
    ):  # fmt: skip
        assert printed in text, f"{printed!r} is not in the decision:\n{text}"
    assert (
        chair.download("Tải bản Word (DOCX) : Quyết định 01-QĐ-UBND.docx").stat().st_size > 10_000
    )


def _look_into_the_register(head: Seat) -> None:
    head.open("/so-khen-thuong/")
    head.reads("3 trường hợp đã có quyết định")
    head.is_accessible()
    for words, found in (("do minh chau", 1), ("Đỗ", 1), ("dỗ", 0), ("pham", 2), ("mến", 1)):
        head.open(f"/so-khen-thuong/?q={words}")
        head.reads(f"Tìm thấy {found} trường hợp")


def _print_certificates(clerk: Seat) -> None:
    clerk.page.reload()
    clerk.press("In 3 bản")
    path = clerk.download("Tải 3 bản trong một tệp PDF")
    with pdfplumber.open(path) as pdf:
        pages = [" ".join((page.extract_text() or "").split()) for page in pdf.pages]
        assert [(round(page.width), round(page.height)) for page in pdf.pages] == [(842, 595)] * 3
    for text, name in zip(pages, ("Đỗ Minh Châu", "Thôn Phạm Xá", "Phạm Thị Mến"), strict=True):
        assert name in text
        assert "01/QĐ-UBND" in text
    assert list(Honour.objects.order_by("order").values_list("book_number", flat=True)) == [1, 2, 3]


def _report(clerk: Seat, chair: Seat) -> None:
    clerk.open("/bao-cao/")
    clerk.press("Soạn báo cáo 6 tháng")
    clerk.reads("4/4 đơn vị đăng ký thi đua", "khen thưởng 3 trường hợp")
    chair.page.goto(clerk.page.url)
    chair.press("Ký ban hành")
    chair.reads("Báo cáo chưa viết phần đặc điểm, tình hình")
    clerk.fill("Đặc điểm, thuận lợi, khó khăn", "Kinh tế ổn định, phong trào đi vào nền nếp.")
    clerk.fill("Kiểm tra, giải quyết đơn thư", "Trong kỳ không có đơn thư.")
    clerk.fill("Hạn chế, nguyên nhân", "Một số thôn gửi hồ sơ còn chậm.")
    clerk.fill("Nhiệm vụ 6 tháng cuối năm", "Tiếp tục phát động thi đua chào mừng các ngày lễ lớn.")
    clerk.press("Lưu báo cáo")
    clerk.reads("Đã lưu báo cáo")
    clerk.is_accessible()
    chair.press("Ký ban hành")
    chair.reads("Đã ký ban hành báo cáo")
    text = _pdf_text(chair.download("Tải bản PDF : Báo cáo 01-BC-UBND.pdf"))
    for printed in ("Số: 01/BC-UBND", "khen thưởng 3 trường hợp", "Một số thôn gửi hồ sơ còn chậm"):
        assert printed in text, f"{printed!r} is not in the report:\n{text}"


def _see_the_year_move(clerk: Seat) -> None:
    clerk.open("/ke-hoach/")
    clerk.reads("4/4 đơn vị đã đăng ký", "Đã ban hành báo cáo 01/BC-UBND", "11 nhiệm vụ, 4 xong")
    clerk.open(f"/ke-hoach/{Plan.objects.get().pk}/")
    text = _pdf_text(clerk.download("Tải bản PDF : Kế hoạch 11-KH-UBND.pdf"))
    for printed in ("Số: 11/KH-UBND", "Độc lập - Tự do - Hạnh phúc", "MỤC ĐÍCH, YÊU CẦU",
                    "Đăng ký thi đua", "Quý IV/2024"):  # fmt: skip
        assert printed in text, f"{printed!r} is not in the plan:\n{text}"


def _pdf_text(path: Path) -> str:
    with pdfplumber.open(path) as pdf:
        return " ".join(" ".join((page.extract_text() or "").split()) for page in pdf.pages)
