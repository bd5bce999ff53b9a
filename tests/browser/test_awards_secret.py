"""A secret vote: one member stays out of it, one votes on paper, the rest on their screens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.browser.papers import pdf_text
from tests.councils.secret import CODE, drop_in
from tests.scenarios.commune import called, one_row

from vinhdanh.councils.models import BallotBox, Urn

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.conftest import Seat
    from tests.scenarios.commune import Commune

pytestmark = pytest.mark.browser

RESULT = "5 đồng ý, 1 không đồng ý, 0 không có ý kiến; tính trên 6 thành viên được biểu quyết"


def test_a_secret_vote_with_one_recused_and_one_on_paper(
    served_commune: Commune, sit: Callable[..., Seat]
) -> None:
    commune = served_commune
    meeting = f"/hoi-dong/{called(commune, one_row(commune)).pk}/"
    clerk, chair = sit(commune.clerk), sit(commune.chair)
    related, voter = sit(commune.women_head, 390), sit(commune.culture_head, 390)
    for seat in (clerk, chair, related, voter):
        seat.open(meeting)
    _choose_the_form(clerk)
    chair.press("Khai mạc phiên họp")
    _stay_out(related)
    _open_the_box(chair)
    _hand_out_paper(clerk)
    _vote(voter)
    _enter_the_papers(voter)
    box = BallotBox.objects.get()
    for at in (0, 1, 2, 5):  # the chair, the deputy, the clerk and Bùi Thị An
        drop_in(commune.members[at], box)
    _count(chair)
    for seat in (related, voter, clerk):
        seat.page.locator("#live").get_by_text("5/6 đồng ý").wait_for(timeout=15_000)
    assert not Urn.objects.exists()
    _read_the_minutes(chair)


def _choose_the_form(clerk: Seat) -> None:
    clerk.page.locator("summary", has_text="Chọn hình thức biểu quyết").click()
    clerk.page.locator("details[open] input[name=items]").check()
    clerk.page.get_by_label("Hình thức", exact=True).select_option("secret")
    clerk.press("Chọn hình thức này")
    clerk.reads("Bỏ phiếu kín trên máy")


def _stay_out(related: Seat) -> None:
    related.page.reload()
    related.page.locator("summary", has_text="Tôi có liên quan").click()
    related.fill("Anh/chị là gì của Phạm Văn Đức?", "vợ")
    related.press("Không tham gia biểu quyết hồ sơ này")
    related.reads("Trần Thị Lụa không tham gia biểu quyết: là vợ của Phạm Văn Đức. (tự khai)")
    related.is_accessible()


def _open_the_box(chair: Seat) -> None:
    chair.page.reload()
    chair.page.locator("#box-code").fill(CODE)
    chair.page.locator("#box-code-again").fill("khác hẳn mã kia")
    chair.press("Mở hòm phiếu")
    chair.reads("Hai lần nhập mã hòm phiếu khác nhau")
    chair.page.locator("#box-code").fill(CODE)
    chair.page.locator("#box-code-again").fill(CODE)
    chair.press("Mở hòm phiếu")
    chair.reads("0/6 đã bỏ phiếu")


def _hand_out_paper(clerk: Seat) -> None:
    clerk.page.reload()
    clerk.page.locator("summary", has_text="Ban kiểm phiếu").click()
    clerk.page.locator("#teller-head").select_option(label="Đỗ Minh Châu")
    clerk.press("Lưu Ban kiểm phiếu")
    clerk.reads("Đỗ Minh Châu (trưởng ban)")
    clerk.page.locator("summary", has_text="Phát phiếu giấy").click()
    clerk.page.get_by_label("Thành viên bỏ phiếu giấy").select_option(label="Hoàng Văn Sơn")
    clerk.press("Ghi nhận phát phiếu")
    clerk.reads("Đã ghi nhận phát phiếu giấy cho Hoàng Văn Sơn")
    clerk.is_accessible()


def _vote(voter: Seat) -> None:
    voter.page.reload()
    voter.is_accessible()
    voter.page.get_by_role("radio", name="Không đồng ý").check()
    voter.press("Bỏ phiếu")
    voter.reads("Anh/chị đã bỏ phiếu", "không xem lại, không đổi được", "2/6 đã bỏ phiếu")


def _enter_the_papers(teller: Seat) -> None:
    teller.page.locator("summary", has_text="Nhập kết quả kiểm phiếu giấy").click()
    teller.fill("Phiếu thu về", "1")
    teller.page.get_by_label("Đồng ý", exact=True).fill("2")
    teller.press("Lưu kết quả kiểm phiếu")
    teller.reads("Đồng ý, không đồng ý và không có ý kiến cộng lại là 2", "hãy đếm lại")
    teller.is_accessible()
    assert teller.page.get_by_label("Phiếu thu về").input_value() == "1"
    teller.page.get_by_label("Đồng ý", exact=True).fill("1")
    teller.press("Lưu kết quả kiểm phiếu")
    teller.reads("Đã nhập kết quả kiểm phiếu giấy của Phạm Văn Đức")


def _count(chair: Seat) -> None:
    chair.page.reload()
    chair.fill("Mã hòm phiếu", "sai mã rồi")
    chair.page.get_by_role("button", name="Kiểm phiếu", exact=True).click()
    chair.reads("Mã hòm phiếu chưa đúng")
    chair.fill("Mã hòm phiếu", CODE)
    chair.page.get_by_role("button", name="Kiểm phiếu", exact=True).click()
    chair.reads("Đã kiểm phiếu; kết quả hiện trên mọi màn hình", RESULT)
    chair.is_accessible()


def _read_the_minutes(chair: Seat) -> None:
    chair.page.locator("summary", has_text="Kết thúc phiên họp").click()
    chair.press("Kết thúc và lập biên bản")
    chair.reads("Phiên họp đã kết thúc")
    minutes = pdf_text(chair.download("Biên bản họp, bản PDF"))
    tally = pdf_text(chair.download("Biên bản kiểm phiếu, bản PDF"))
    assert "Trần Thị Lụa: hồ sơ của Phạm Văn Đức (là vợ của Phạm Văn Đức)" in minutes
    assert "5/6" in minutes
    assert "Đỗ Minh Châu" in tally
    assert "Phạm Văn Đức" in tally
