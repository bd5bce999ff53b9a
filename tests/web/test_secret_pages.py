"""The secret vote, papers, rounds and interests through the page of a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from lxml import html  # type: ignore[import-untyped]
from tests.councils.secret import CODE, NO, YES, all_vote, boxed, drop_in, in_form
from tests.councils.test_missing import with_a_letter
from tests.councils.test_paper_votes import with_tellers
from tests.councils.test_rounds import SOURCE, three_people, vote_all
from tests.scenarios.commune import CERTIFICATE, called, drafted, one_row, opened
from tests.scenarios.refusal import content
from tests.web.reading import MOST_QUERIES, acts, queries, told, words

from vinhdanh.councils.enums import Presence, VoteForm
from vinhdanh.councils.models import AgendaItem, Ballot, BallotBox, Meeting, PaperTally
from vinhdanh.councils.services.boxes import count_box
from vinhdanh.councils.services.meetings import close_meeting, open_meeting
from vinhdanh.councils.services.ranking import set_ceiling, settle_ranking

if TYPE_CHECKING:
    from django.test import Client
    from tests.scenarios.commune import Commune

    from vinhdanh.accounts.actor import Actor

TALLY = {
    "issued": "7", "returned": "6", "invalid": "1", "votes_for": "4", "votes_against": "1",
    "votes_abstain": "0",
}  # fmt: skip


def post(client: Client, name: str, *args: object, **data: object) -> list[str]:
    """Do an act of a meeting and return what is told."""
    return told(client.post(reverse(name, args=args), data, follow=True))


def page(client: Client, actor: Actor, meeting: Meeting) -> str:
    client.force_login(actor.user)
    return words(client.get(reverse("meeting", args=[meeting.pk])))


# --- the wall ----------------------------------------------------------------------------------


def test_a_box_of_another_commune_is_not_there(commune: Commune, client: Client) -> None:
    meeting, box = boxed(commune)
    all_vote(commune, box)
    item = box.items.get()
    client.force_login(commune.outsider.user)
    before = content()
    for name, pk in (
        ("secret_vote", box.pk), ("box_count", box.pk), ("box_discard", box.pk),
        ("box_open", meeting.pk), ("form_choose", meeting.pk), ("tellers_name", meeting.pk),
        ("round_again", meeting.pk), ("ceiling_set", meeting.pk), ("vote_together", meeting.pk),
        ("attendance_mark", meeting.pk), ("paper_give", item.pk), ("tally_enter", item.pk),
        ("tally_correct", item.pk), ("move_know", meeting.pk),
        ("item_conclude", item.pk), ("interest_declare", item.pk),
        ("member_end", commune.seat(commune.chair).pk),
    ):  # fmt: skip
        answer = client.post(reverse(name, args=[pk]), {f"item-{item.pk}": "for", "code": CODE})
        assert answer.status_code == 404, name
    for name, args in (
        ("meeting_paper", [meeting.pk, "giay-moi"]),
        ("ranking_settle", [meeting.pk, CERTIFICATE]),
    ):
        assert client.post(reverse(name, args=args)).status_code == 404, name
    for slug in ("chuong-trinh", "phieu-bau"):
        assert client.get(reverse("meeting_sheet", args=[meeting.pk, slug])).status_code == 404
    assert content() == before


def test_what_makes_no_sense_is_refused_or_not_found(commune: Commune, client: Client) -> None:
    meeting, box = boxed(commune)
    item = box.items.get()
    client.force_login(commune.women_head.user)
    (said,) = post(client, "secret_vote", box.pk, **{f"item-{item.pk}": "maybe", "item-x": "for"})
    assert said == "Chưa chọn ý kiến cho hồ sơ nào trong hòm phiếu: hãy chọn rồi bỏ phiếu."
    client.force_login(commune.clerk.user)
    before = content()
    for name, data in (
        ("form_choose", {"form": "shout"}),
        ("attendance_mark", {"row": "1", "presence": "asleep"}),
        ("attendance_mark", {"row": "999999", "presence": "present"}),
    ):
        assert client.post(reverse(name, args=[meeting.pk]), data).status_code == 404
    (said,) = post(client, "tally_enter", item.pk, **(TALLY | {"issued": "bảy"}))
    assert said == "Số phiếu chưa đúng: hãy ghi đủ các ô bằng chữ số."
    assert content() == before


# --- voting in secret --------------------------------------------------------------------------


def test_the_chair_opens_a_box_members_vote_the_chair_counts(
    commune: Commune, client: Client
) -> None:
    meeting = in_form(commune, VoteForm.SECRET)
    item = meeting.items.get()
    assert "chưa mở hòm phiếu" in page(client, commune.women_head, meeting)
    client.force_login(commune.chair.user)
    form = {"items": [item.pk], "code": CODE, "code_again": "khác hẳn"}
    (said,) = post(client, "box_open", meeting.pk, **form)
    assert said == "Hai lần nhập mã hòm phiếu khác nhau: hãy nhập lại."
    (said,) = post(client, "box_open", meeting.pk, **(form | {"code_again": CODE}))
    assert said == "Hòm phiếu đã mở; các thành viên bỏ phiếu được ngay."
    box = BallotBox.objects.get()

    client.force_login(commune.women_head.user)
    url = reverse("meeting", args=[meeting.pk])
    assert reverse("secret_vote", args=[box.pk]) in acts(client.get(url))
    (said,) = post(client, "secret_vote", box.pk, **{f"item-{item.pk}": NO})
    assert said == "Anh/chị đã bỏ phiếu. Phiếu kín đã bỏ thì không xem lại, không đổi được."
    after = client.get(url)
    assert reverse("secret_vote", args=[box.pk]) not in acts(after)
    assert "1/7 đã bỏ phiếu" in words(after)

    client.force_login(commune.chair.user)
    (said,) = post(client, "box_count", box.pk, code=CODE)
    assert said.startswith("Còn 6 người chưa bỏ phiếu")
    for actor in commune.members:
        if actor is not commune.women_head:
            drop_in(actor, box)
    (said,) = post(client, "box_count", box.pk, code="sai mã rồi")
    assert said.startswith("Mã hòm phiếu chưa đúng")
    (said,) = post(client, "box_count", box.pk, code=CODE)
    assert said == "Đã kiểm phiếu; kết quả hiện trên mọi màn hình."
    client.force_login(commune.women_head.user)
    live = words(client.get(url, headers={"HX-Request": "true"}))
    assert "Phạm Văn Đức 6/7 đồng ý Thông qua" in live
    whole = page(client, commune.women_head, meeting)
    assert "Ai biểu quyết thế nào" not in whole
    assert "Bỏ phiếu kín trên máy" in whole


def test_the_page_names_nobody_who_has_not_voted(commune: Commune, client: Client) -> None:
    meeting, box = boxed(commune)
    before = page(client, commune.clerk, meeting)
    drop_in(commune.women_head, box)
    after = page(client, commune.clerk, meeting)
    assert after == before.replace("0/7 đã bỏ phiếu", "1/7 đã bỏ phiếu")


def test_a_box_is_given_up_with_a_reason(commune: Commune, client: Client) -> None:
    _, box = boxed(commune)
    client.force_login(commune.chair.user)
    assert post(client, "box_discard", box.pk, reason=" ") == [
        "Chưa ghi vì sao bỏ hòm phiếu: hãy ghi một câu."
    ]
    (said,) = post(client, "box_discard", box.pk, reason="Quên mã")
    assert said == "Đã bỏ hòm phiếu; hãy mở hòm phiếu mới để bỏ phiếu lại."
    assert AgendaItem.objects.get().round == 2


# --- several at once, papers, places -----------------------------------------------------------


def test_all_but_some_are_agreed_to_in_one_act(commune: Commune, client: Client) -> None:
    meeting = opened(commune)
    first, second, third = meeting.items.all()
    assert "Đồng ý tất cả, trừ hồ sơ anh/chị chọn khác" in page(client, commune.women_head, meeting)
    form = {f"item-{first.pk}": YES, f"item-{second.pk}": NO, f"item-{third.pk}": YES}
    assert post(client, "vote_together", meeting.pk, **form) == [
        "Đã ghi ý kiến của anh/chị về 3 hồ sơ."
    ]
    given = Ballot.objects.order_by("item__order").values_list("choice", flat=True)
    assert list(given) == [YES, NO, YES]


def test_tellers_are_named_and_enter_their_count(commune: Commune, client: Client) -> None:
    meeting = in_form(commune, VoteForm.PAPER)
    item = meeting.items.get()
    client.force_login(commune.clerk.user)
    assert post(client, "tellers_name", meeting.pk, head="") == [
        "Chưa chọn trưởng ban kiểm phiếu: hãy chọn một thành viên."
    ]
    seat = commune.seat(commune.culture_head)
    assert post(client, "tellers_name", meeting.pk, head=seat.pk) == ["Đã ghi Ban kiểm phiếu."]
    client.force_login(commune.culture_head.user)
    assert post(client, "tally_enter", item.pk, **TALLY) == [
        "Đã nhập kết quả kiểm phiếu giấy của Phạm Văn Đức."
    ]
    assert PaperTally.objects.get().entered_by == "Đỗ Minh Châu"
    text = page(client, commune.women_head, meeting)
    assert "phát ra 7, thu về 6, không thu về 1, hợp lệ 5, không hợp lệ 1" in text
    right = TALLY | {"votes_for": "3", "votes_against": "2", "reason": "Đọc nhầm"}
    assert "Sửa kết quả kiểm phiếu giấy" in page(client, commune.culture_head, meeting)
    assert post(client, "tally_correct", item.pk, **right, version=1) == [
        "Đã sửa kết quả kiểm phiếu giấy của Phạm Văn Đức."
    ]
    assert "Đỗ Minh Châu sửa vì Đọc nhầm." in page(client, commune.women_head, meeting)


def test_without_tellers_the_page_leads_to_naming_those_in_the_room(
    commune: Commune, client: Client
) -> None:
    meeting = with_a_letter(commune, VoteForm.PAPER)
    client.force_login(commune.clerk.user)
    response = client.get(reverse("meeting", args=[meeting.pk]))
    seen = html.fromstring(response.content.decode())
    assert seen.xpath("//a[@href='#teller-head']/text()") == ["Lập Ban kiểm phiếu"]
    assert "Nhập kết quả kiểm phiếu giấy" not in words(response)
    away = str(commune.seat(commune.members[6]).pk)
    assert away not in seen.xpath("//select[@id='teller-head']/option/@value")
    assert away not in seen.xpath("//input[@name='tellers']/@value")
    with_tellers(commune, meeting)
    assert "Nhập kết quả kiểm phiếu giấy" in page(client, commune.clerk, meeting)


def test_refused_figures_stay_in_their_open_form(commune: Commune, client: Client) -> None:
    meeting = in_form(commune, VoteForm.PAPER)
    with_tellers(commune, meeting)
    item = meeting.items.get()
    client.force_login(commune.clerk.user)
    wrong = TALLY | {"votes_for": "40"}
    response = client.post(reverse("tally_enter", args=[item.pk]), wrong)
    assert response.status_code == 422
    seen = html.fromstring(response.content.decode())
    (form,) = seen.xpath(f"//details[@open]/form[.//*[@id='tally-error-{item.pk}']]")
    assert {name: form.fields[name] for name in wrong} == wrong
    (said,) = told(response)
    assert said in form.text_content()


def test_tellers_say_that_the_chair_waits_for_no_letters(commune: Commune, client: Client) -> None:
    meeting = with_a_letter(commune, VoteForm.PAPER)
    with_tellers(commune, meeting)
    item = meeting.items.get()
    assert "Chủ trì không chờ ý kiến bằng văn bản" in page(client, commune.culture_head, meeting)
    six = TALLY | {"issued": "6"}
    (refusal,) = post(client, "tally_enter", item.pk, **six)
    assert refusal.startswith("Còn 1 người vắng chưa gửi phiếu về hồ sơ của Phạm Văn Đức: ")
    assert post(client, "tally_enter", item.pk, **six, anyway="1") == [
        "Đã nhập kết quả kiểm phiếu giấy của Phạm Văn Đức."
    ]


def test_who_has_no_screen_gets_a_paper(commune: Commune, client: Client) -> None:
    meeting, box = boxed(commune)
    with_tellers(commune, meeting)
    item, seat = box.items.get(), commune.seat(commune.members[-1])
    client.force_login(commune.clerk.user)
    assert post(client, "paper_give", item.pk, member=seat.pk) == [
        "Đã ghi nhận phát phiếu giấy cho Hoàng Văn Sơn."
    ]
    assert "Anh/chị bỏ phiếu giấy" in page(client, commune.members[-1], meeting)


def test_places_are_set_and_given(commune: Commune, client: Client) -> None:
    meeting = called(commune, three_people(commune))
    client.force_login(commune.clerk.user)
    form = {"honour": CERTIFICATE, "limit": "2", "source": SOURCE}
    assert post(client, "ceiling_set", meeting.pk, **form) == ["Đã đặt chỉ tiêu 2."]
    client.force_login(commune.chair.user)
    post(client, "meeting_open", meeting.pk)
    vote_all(commune, Meeting.objects.get(), 0, 2, 2)
    text = page(client, commune.chair, meeting)
    assert "2 hồ sơ bằng phiếu mà chỉ còn 1 chỗ" in text
    tied = meeting.items.all()[2]
    settle = [meeting.pk, CERTIFICATE]
    assert post(
        client, "ranking_settle", *settle, items=[tied.pk], reason="Lao động trực tiếp"
    ) == ["Đã xếp theo số phiếu."]
    assert "Xếp thứ 2 theo số phiếu" in page(client, commune.women_head, meeting)


def test_another_round_is_opened_or_the_item_ends(commune: Commune, client: Client) -> None:
    type(commune.council).objects.update(has_second_round=True)
    meeting = opened(commune)
    first, second, _ = vote_all(commune, meeting, 4, 4, 0)
    client.force_login(commune.chair.user)
    (said,) = post(client, "round_again", meeting.pk, items=[first.pk])
    assert said == "Đã mở vòng bỏ phiếu tiếp theo cho 1 hồ sơ."
    (said,) = post(client, "item_conclude", second.pk)
    assert said == "Đã kết luận hồ sơ của Thôn Phạm Xá: không thông qua."
    assert "Vòng 1: 3 đồng ý, 4 không đồng ý" in page(client, commune.women_head, meeting)


def test_a_member_declares_an_interest_from_the_phone(commune: Commune, client: Client) -> None:
    meeting = opened(commune, one_row(commune))
    item = meeting.items.get()
    assert "Tôi có liên quan, xin không biểu quyết" in page(client, commune.women_head, meeting)
    assert post(client, "interest_declare", item.pk, relation="vợ") == [
        "Đã ghi nhận anh/chị không tham gia biểu quyết hồ sơ này."
    ]
    assert "Trần Thị Lụa không tham gia biểu quyết: là vợ của Phạm Văn Đức. (tự khai)" in page(
        client, commune.culture_head, meeting
    )


def test_absence_and_substitute_are_told(commune: Commune, client: Client) -> None:
    meeting = called(commune, one_row(commune))
    row = meeting.attendance.order_by("member__order").last()
    assert row
    client.force_login(commune.clerk.user)
    form = {
        "row": row.pk,
        "presence": Presence.SUBSTITUTE,
        "substitute": "Lê Văn Toàn, Phó Chủ tịch",
    }
    assert post(client, "attendance_mark", meeting.pk, **form) == [
        "Đã ghi Hoàng Văn Sơn: cử người dự thay."
    ]
    assert "Lê Văn Toàn, Phó Chủ tịch dự thay" in page(client, commune.women_head, meeting)


# --- papers and the council itself -------------------------------------------------------------


@pytest.mark.parametrize("slug", ["chuong-trinh", "phieu-bau"])
def test_sheets_are_printed(commune: Commune, client: Client, slug: str) -> None:
    meeting = in_form(commune, VoteForm.SECRET)
    client.force_login(commune.women_head.user)
    answer = client.get(reverse("meeting_sheet", args=[meeting.pk, slug]))
    assert (answer["Content-Type"], answer.content[:5]) == ("application/pdf", b"%PDF-")
    assert client.get(reverse("meeting_sheet", args=[meeting.pk, "khac"])).status_code == 404


def test_minutes_of_the_count_are_kept(commune: Commune, client: Client) -> None:
    meeting, box = boxed(commune)
    all_vote(commune, box)
    client.force_login(commune.chair.user)
    post(client, "box_count", box.pk, code=CODE)
    close_meeting(actor=commune.chair, meeting=meeting)
    assert "Biên bản kiểm phiếu, bản PDF" in page(client, commune.women_head, meeting)
    file = meeting.tally_files.all()[0]
    assert client.get(reverse("tally_file", args=[file.pk])).content[:5] == b"%PDF-"
    client.force_login(commune.outsider.user)
    assert client.get(reverse("tally_file", args=[file.pk])).status_code == 404


# --- a screen that stays open ------------------------------------------------------------------


def live(client: Client, meeting: Meeting, asked: str) -> str:
    """Return the live part, asked for by a screen that shows these forms as open."""
    url = reverse("meeting", args=[meeting.pk])
    return client.get(f"{url}?{asked}", headers={"HX-Request": "true"}).content.decode()


def asked_by(client: Client, meeting: Meeting) -> str:
    """Return what the live part of a page asks with."""
    page = html.fromstring(client.get(reverse("meeting", args=[meeting.pk])).content.decode())
    (address,) = page.xpath("//*[@id='live']/@hx-get")
    return str(address).partition("?")[2]


def test_a_screen_left_open_puts_its_form_away_after_the_count(
    commune: Commune, client: Client
) -> None:
    meeting, box = boxed(commune)
    item = box.items.get()
    client.force_login(commune.women_head.user)
    asked = asked_by(client, meeting)
    assert asked == f"tinh-trang=open&ho-so={item.pk}&hom-phieu={box.pk}"
    assert "hx-swap-oob" not in live(client, meeting, asked), "a form being filled in stays"
    all_vote(commune, box)
    voted = live(client, meeting, asked)
    assert f'id="hom-phieu-{box.pk}" hx-swap-oob="true"' in voted
    assert "Anh/chị không còn hồ sơ nào phải bỏ phiếu trong hòm phiếu này." in voted
    count_box(actor=commune.chair, box=box, code=CODE)
    counted = live(client, meeting, asked)
    assert "Hòm phiếu này đã đóng, không bỏ phiếu được nữa." in counted
    assert f'id="item-{item.pk}" hx-swap-oob="true"' in counted
    assert "0 không có ý kiến; tính trên 7 thành viên được biểu quyết." in counted
    assert reverse("secret_vote", args=[box.pk]) not in counted
    assert asked_by(client, meeting) == "tinh-trang=open"


def test_a_screen_left_open_follows_the_opening(commune: Commune, client: Client) -> None:
    meeting = called(commune, one_row(commune))
    client.force_login(commune.women_head.user)
    asked = asked_by(client, meeting)
    assert live(client, meeting, asked).strip().startswith("<section")
    open_meeting(actor=commune.chair, meeting=meeting)
    url = reverse("meeting", args=[meeting.pk])
    answer = client.get(f"{url}?{asked}", headers={"HX-Request": "true"})
    assert answer.headers["HX-Refresh"] == "true"


def test_a_screen_asks_for_nothing_foreign(commune: Commune, client: Client) -> None:
    meeting, _ = boxed(commune)
    client.force_login(commune.women_head.user)
    answer = live(client, meeting, f"ho-so=x&ho-so=99999&hom-phieu=-1&hom-phieu={'9' * 40}")
    assert "item-99999" not in answer


@pytest.mark.parametrize("who", ["chair", "clerk", "women_head"])
def test_a_meeting_with_everything_costs_twelve_queries(
    commune: Commune, client: Client, who: str
) -> None:
    """Boxes, tellers, a ceiling, recusals, papers; open and closed, the page and its live part."""
    meeting, box = boxed(commune, three_people(commune))
    with_tellers(commune, meeting)
    set_ceiling(actor=commune.clerk, meeting=meeting, honour=CERTIFICATE, limit=3, source=SOURCE)
    client.force_login(getattr(commune, who).user)
    url = reverse("meeting", args=[meeting.pk])
    assert queries(client, url) <= MOST_QUERIES
    assert queries(client, f"{url}?{asked_by(client, meeting)}") <= MOST_QUERIES
    all_vote(commune, box)
    count_box(actor=commune.chair, box=box, code=CODE)
    assert queries(client, url) <= MOST_QUERIES
    settle_ranking(actor=commune.chair, ceiling=meeting.ceilings.get())
    drafted(commune, close_meeting(actor=commune.chair, meeting=meeting))
    assert queries(client, url) <= MOST_QUERIES
