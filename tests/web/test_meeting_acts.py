"""What a meeting's page offers beyond voting: moving, giving up, taking back a recusal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from lxml import html  # type: ignore[import-untyped]
from tests.councils.test_ballots import cast
from tests.councils.test_meetings import for_a_member
from tests.councils.test_missing import six_vote, with_a_letter
from tests.scenarios.commune import called, one_row, opened
from tests.web.reading import words

from vinhdanh.councils.models import Ballot, Meeting
from vinhdanh.councils.services.ballots import count_item
from vinhdanh.councils.services.recusals import recuse

if TYPE_CHECKING:
    from django.test import Client
    from tests.scenarios.commune import Commune


def test_the_office_moves_and_cancels_a_planned_meeting(commune: Commune, client: Client) -> None:
    meeting = called(commune, one_row(commune))
    url = reverse("meeting", args=[meeting.pk])
    client.force_login(commune.women_head.user)
    assert "Hủy phiên họp" not in client.get(url).content.decode()
    client.force_login(commune.clerk.user)
    assert "Dời phiên họp" in client.get(url).content.decode()
    move = reverse("meeting_reschedule", args=[meeting.pk])
    client.post(move, {"held_on": "28/06/2024", "starts_at": "14h30", "place": "Hội trường"})
    meeting.refresh_from_db()
    assert meeting.stands == "14:30 ngày 28/06/2024, tại Hội trường"
    client.post(move, {"held_on": "hôm sau"})
    client.post(reverse("meeting_cancel", args=[meeting.pk]), {"reason": "Bão số 2"})
    page = client.get(url).content.decode()
    assert "Đã hủy vì Bão số 2." in page
    assert "Rút khỏi phiên họp" in page
    assert "Hủy phiên họp này" not in page


def test_a_raised_hand_is_shown_and_replaced_by_the_own_vote(
    commune: Commune, client: Client
) -> None:
    meeting = opened(commune, one_row(commune))
    item, seat = meeting.items.get(), commune.seat(commune.women_head)
    cast(commune, item, commune.clerk, member=seat)
    client.force_login(commune.women_head.user)
    url = reverse("meeting", args=[meeting.pk])
    assert "do Nguyễn Thị Hạnh ghi (giơ tay)" in client.get(url).content.decode()
    client.post(reverse("vote", args=[item.pk]), {"member": seat.pk, "choice": "against"})
    assert list(Ballot.objects.values_list("choice", "entered_by")) == [("against", "")]
    assert "do Nguyễn Thị Hạnh ghi (giơ tay)" not in client.get(url).content.decode()


def test_a_recusal_is_taken_back_on_the_page(commune: Commune, client: Client) -> None:
    meeting = opened(commune, one_row(commune))
    item, seat = meeting.items.get(), commune.seat(commune.women_head)
    recusal = recuse(actor=commune.clerk, item=item, member=seat, reason="Là em rể")
    client.force_login(commune.clerk.user)
    url = reverse("meeting", args=[meeting.pk])
    assert "Cho tham gia lại" in client.get(url).content.decode()
    client.post(reverse("recusal_withdraw", args=[recusal.pk]))
    assert not item.recusals.exists()


def test_the_page_says_what_is_needed_and_where_that_stands(
    commune: Commune, client: Client
) -> None:
    meeting = opened(commune, one_row(commune))
    client.force_login(commune.clerk.user)
    page = client.get(reverse("meeting", args=[meeting.pk])).content.decode()
    assert (
        "Cần trên 50% trong 7 thành viên được biểu quyết đồng ý. Nguồn: Quy chế hoạt động của Hội"
        " đồng."
    ) in page


def test_a_member_says_that_they_know_of_the_move(commune: Commune, client: Client) -> None:
    meeting = called(commune, one_row(commune))
    seat = commune.seat(commune.women_head)
    meeting.attendance.update(awaits_word=True)
    url, today = reverse("meeting", args=[meeting.pk]), reverse("today")
    client.force_login(commune.clerk.user)
    assert "Chưa xác nhận biết ngày giờ mới" in client.get(url).content.decode()
    client.force_login(commune.women_head.user)
    told = f"Phiên họp Hội đồng dời sang {meeting.stands}"
    assert told in client.get(today).content.decode()
    page = client.get(url).content.decode()
    assert "Phiên họp đã dời" in page
    assert "Chưa xác nhận biết" not in page
    client.post(reverse("move_know", args=[meeting.pk]), {"member": seat.pk})
    assert "Phiên họp đã dời" not in client.get(url).content.decode()
    assert told not in client.get(today).content.decode()


def test_a_second_meeting_points_to_the_open_one(commune: Commune, client: Client) -> None:
    first, second = opened(commune, one_row(commune)), called(commune, for_a_member(commune))
    client.force_login(commune.chair.user)
    page = client.get(reverse("meeting", args=[second.pk])).content.decode()
    assert "Hội đồng đang họp một phiên khác" in page
    assert reverse("meeting", args=[first.pk]) in page
    assert "Khai mạc phiên họp" not in page


def test_the_chair_waits_no_longer_for_a_letter(commune: Commune, client: Client) -> None:
    item = with_a_letter(commune).items.get()
    six_vote(commune, item)
    client.force_login(commune.chair.user)
    url = reverse("meeting", args=[item.meeting_id])
    page = client.get(url).content.decode()
    assert "Chưa có của Hoàng Văn Sơn" in page
    assert "Chốt, không chờ ý kiến bằng văn bản" in page
    client.post(reverse("item_count", args=[item.pk]))
    assert "Còn 1 thành viên chưa cho ý kiến" in client.get(url).content.decode()
    client.post(reverse("ready_count", args=[item.meeting_id]), {"anyway": "1"})
    item.refresh_from_db()
    assert item.outcome == "approved"
    assert "Chốt kết quả khi chưa có ý kiến bằng văn bản" in client.get(url).content.decode()


def test_a_written_opinion_that_says_nothing_is_asked_for_where_it_was_written(
    commune: Commune, client: Client
) -> None:
    item = with_a_letter(commune).items.get()
    seat = commune.seat(commune.members[6])
    client.force_login(commune.clerk.user)
    said = {"member": seat.pk, "choice": "for", "opinion": " "}
    response = client.post(reverse("vote", args=[item.pk]), said)
    assert response.status_code == 422
    page = html.fromstring(response.content.decode())
    (form,) = page.xpath("//details[@open]")
    assert "Chưa ghi nội dung ý kiến bằng văn bản của Hoàng Văn Sơn" in form.text_content()
    assert form.xpath(".//input[@name='opinion']/@aria-invalid") == ["true"]


def test_a_written_opinion_stays_on_the_page(commune: Commune, client: Client) -> None:
    item = with_a_letter(commune).items.get()
    seat = commune.seat(commune.members[6])
    client.force_login(commune.clerk.user)
    said = {"member": seat.pk, "choice": "for", "opinion": "Nhất trí, rất xứng đáng."}
    told = words(client.post(reverse("vote", args=[item.pk]), said, follow=True))
    assert "Đã ghi ý kiến bằng văn bản của Hoàng Văn Sơn về hồ sơ của Phạm Văn Đức: đồng ý." in told
    url = reverse("meeting", args=[item.meeting_id])
    shown = "Ý kiến bằng văn bản đã nhận Hoàng Văn Sơn Nhất trí, rất xứng đáng. Đồng ý"
    for actor in (commune.clerk, commune.chair):
        client.force_login(actor.user)
        assert shown in words(client.get(url))
    client.force_login(commune.women_head.user)
    page = words(client.get(url))
    assert "Ý kiến bằng văn bản đã nhận Hoàng Văn Sơn" in page
    assert "rất xứng đáng" not in page
    six_vote(commune, item)
    count_item(actor=commune.chair, item=item)
    page = words(client.get(url))
    assert "ý kiến bằng văn bản: Nhất trí, rất xứng đáng. Đồng ý" in page


def test_what_the_invitation_supposes_is_said_before_it_is_issued(
    commune: Commune, client: Client
) -> None:
    meeting = called(commune, one_row(commune))
    client.force_login(commune.clerk.user)
    url = reverse("meeting", args=[meeting.pk])
    page = client.get(url).content.decode()
    assert "Giấy mời sẽ ghi 8 giờ 00 phút vì chưa ghi giờ." in page
    assert '<a href="#id_starts_at">Ghi giờ</a>' in page
    Meeting.objects.update(place="")
    page = client.get(url).content.decode()
    assert f"8 giờ 00 phút, Trụ sở {commune.body.name} vì chưa ghi giờ, địa điểm." in page
    Meeting.objects.update(starts_at="08:00", place="Hội trường")
    assert "Giấy mời sẽ ghi" not in client.get(url).content.decode()


def test_a_meeting_that_sits_is_only_given_up(commune: Commune, client: Client) -> None:
    meeting = opened(commune, one_row(commune))
    client.force_login(commune.clerk.user)
    page = client.get(reverse("meeting", args=[meeting.pk])).content.decode()
    assert "<h2>Hủy phiên họp</h2>" in page
    assert "Sửa, dời" not in page
