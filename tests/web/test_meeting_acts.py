"""What a meeting's page offers beyond voting: moving, giving up, taking back a recusal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from tests.councils.test_ballots import cast
from tests.scenarios.commune import called, one_row, opened

from vinhdanh.councils.models import Ballot
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
    client.post(move, {"held_on": "28/06/2024", "place": "Hội trường"})
    meeting.refresh_from_db()
    assert (f"{meeting.held_on:%d/%m/%Y}", meeting.place) == ("28/06/2024", "Hội trường")
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
