from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from tests.councils.test_missing import with_a_letter
from tests.scenarios.commune import (
    TODAY,
    called,
    opened,
    vote_on,
)
from tests.scenarios.refusal import content
from tests.web.reading import acts, told, words

from vinhdanh.councils.enums import Choice, Outcome
from vinhdanh.councils.models import AgendaItem, Ballot, Meeting
from vinhdanh.councils.services.ballots import cast_ballot

if TYPE_CHECKING:
    from django.test import Client
    from tests.scenarios.commune import Commune

    from vinhdanh.accounts.actor import Actor

TITLE = "Xét khen thưởng 6 tháng đầu năm 2024"
NOT_THE_CHAIR = "Anh/chị chưa có quyền điều hành phiên họp: việc này của Chủ tịch."

NOT_THE_OFFICE = (
    "Anh/chị chưa có quyền ghi nhận người không tham gia biểu quyết: việc này của Công chức phụ"
    " trách thi đua và Chủ tịch."
)


def item_of(meeting: Meeting, order: int = 1) -> AgendaItem:
    return meeting.items.get(order=order)


def post(client: Client, name: str, pk: int, **data: object) -> list[str]:
    """Do an act of a meeting and return what is told."""
    return told(client.post(reverse(name, args=[pk]), data, follow=True))


def page(client: Client, actor: Actor, meeting: Meeting) -> str:
    client.force_login(actor.user)
    return words(client.get(reverse("meeting", args=[meeting.pk])))


def test_a_member_has_one_vote_and_may_change_it(commune: Commune, client: Client) -> None:
    meeting = opened(commune)
    item, seat = item_of(meeting), commune.seat(commune.women_head)
    client.force_login(commune.women_head.user)
    url = reverse("vote", args=[item.pk])
    assert url in acts(client.get(reverse("meeting", args=[meeting.pk])))
    response = client.post(url, {"member": seat.pk, "choice": Choice.AGAINST})
    assert response["Location"] == f"/hoi-dong/{meeting.pk}/#item-{item.pk}"
    response = client.get(reverse("meeting", args=[meeting.pk]))
    assert told(response) == ["Đã ghi: không đồng ý."]
    assert "Đổi ý kiến" in words(response)
    ballot = Ballot.objects.get()
    assert ballot.participation is not None
    assert (ballot.choice, ballot.participation.member) == (Choice.AGAINST, seat)
    assert post(client, "vote", item.pk, member=seat.pk, choice=Choice.FOR) == ["Đã ghi: đồng ý."]
    assert [each.choice for each in Ballot.objects.all()] == [Choice.FOR]


def test_nobody_votes_for_another_but_the_clerk(commune: Commune, client: Client) -> None:
    item, seat = item_of(opened(commune)), commune.seat(commune.culture_head)
    client.force_login(commune.women_head.user)
    before = content()
    assert post(client, "vote", item.pk, member=seat.pk, choice=Choice.FOR) == [
        "Anh/chị không biểu quyết thay Đỗ Minh Châu được."
    ]
    assert content() == before
    client.force_login(commune.clerk.user)
    post(client, "vote", item.pk, member=seat.pk, choice=Choice.FOR)
    assert Ballot.objects.get().entered_by == "Nguyễn Thị Hạnh"


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"choice": "for"},
        {"choice": "for", "member": "abc"},
        {"choice": "for", "member": "9" * 5000},
        {"choice": "for", "member": "999999"},
        {"choice": "maybe", "member": "own"},
        {"choice": "", "member": "own"},
    ],
)
def test_a_vote_that_makes_no_sense_is_not_found(
    commune: Commune, client: Client, form: dict[str, str]
) -> None:
    item = item_of(opened(commune))
    client.force_login(commune.women_head.user)
    if form.get("member") == "own":
        form = form | {"member": str(commune.seat(commune.women_head).pk)}
    before = content()
    assert client.post(reverse("vote", args=[item.pk]), form).status_code == 404
    assert content() == before


def test_before_the_opening_nobody_votes(commune: Commune, client: Client) -> None:
    meeting = called(commune)
    seat = commune.seat(commune.women_head)
    client.force_login(commune.women_head.user)
    before = content()
    (refusal,) = post(client, "vote", item_of(meeting).pk, member=seat.pk, choice=Choice.FOR)
    assert refusal.startswith("Phiên họp chưa khai mạc nên chưa biểu quyết được")
    assert content() == before
    assert "Không đồng ý" not in page(client, commune.women_head, meeting)


def test_who_is_recused_is_named_and_cannot_vote(commune: Commune, client: Client) -> None:
    meeting = opened(commune)
    item, seat = item_of(meeting), commune.seat(commune.women_head)
    client.force_login(commune.clerk.user)
    assert post(client, "item_recuse", item.pk, member=seat.pk, reason="là vợ ông Đức") == [
        "Đã ghi nhận Trần Thị Lụa không tham gia biểu quyết hồ sơ này."
    ]
    text = page(client, commune.women_head, meeting)
    assert "Trần Thị Lụa không tham gia biểu quyết: là vợ ông Đức." in text
    assert "Anh/chị không tham gia biểu quyết hồ sơ này vì là vợ ông Đức." in text
    (refusal,) = post(client, "vote", item.pk, member=seat.pk, choice=Choice.FOR)
    assert refusal == "Trần Thị Lụa không tham gia biểu quyết hồ sơ này vì là vợ ông Đức."


@pytest.mark.parametrize(
    ("who", "reason", "sentence"),
    [
        ("clerk", " ", "Chưa ghi vì sao Trần Thị Lụa không tham gia biểu quyết: hãy ghi một câu."),
        ("culture_head", "ghét", NOT_THE_OFFICE),
    ],
)
def test_a_refused_recusal_is_told(
    commune: Commune, client: Client, who: str, reason: str, sentence: str
) -> None:
    item, seat = item_of(opened(commune)), commune.seat(commune.women_head)
    client.force_login(getattr(commune, who).user)
    before = content()
    assert post(client, "item_recuse", item.pk, member=seat.pk, reason=reason) == [sentence]
    assert content() == before


def test_an_item_is_counted_when_all_have_voted(commune: Commune, client: Client) -> None:
    meeting = opened(commune)
    item = item_of(meeting)
    client.force_login(commune.chair.user)
    (refusal,) = post(client, "item_count", item.pk)
    assert refusal.startswith("Còn 7 người có mặt chưa biểu quyết hồ sơ của Phạm Văn Đức")
    vote_on(commune, item, against=4)
    item.refresh_from_db()
    assert item.outcome == Outcome.NOT_APPROVED
    text = page(client, commune.women_head, meeting)
    assert (
        "3 đồng ý, 4 không đồng ý, 0 không có ý kiến; tính trên 7 thành viên được biểu quyết."
        in text
    )
    assert "Phạm Văn Đức 3/7 đồng ý Không thông qua" in text
    (refusal,) = post(client, "item_count", item.pk)
    assert refusal == NOT_THE_CHAIR
    client.force_login(commune.chair.user)
    (refusal,) = post(client, "item_count", item.pk)
    assert refusal.startswith("Ngô Văn Quyên đã chốt kết quả hồ sơ của Phạm Văn Đức lúc ")


def test_an_item_is_put_off_with_a_reason(commune: Commune, client: Client) -> None:
    item = item_of(opened(commune))
    client.force_login(commune.chair.user)
    before = content()
    (refusal,) = post(client, "item_defer", item.pk, reason="")
    assert refusal.startswith("Cần ghi lý do trước khi hoãn xét")
    assert content() == before
    assert post(client, "item_defer", item.pk, reason="Chờ xác minh") == [
        "Đã hoãn xét hồ sơ của Phạm Văn Đức."
    ]
    item.refresh_from_db()
    assert item.outcome == Outcome.DEFERRED


def test_letters_after_their_day_are_those_that_came_in_time(
    commune: Commune, client: Client
) -> None:
    meeting = with_a_letter(commune, by=TODAY - dt.timedelta(days=1))
    item = meeting.items.get()
    text = page(client, commune.clerk, meeting)
    assert "Hạn nhận ý kiến bằng văn bản đã hết ngày 23/06/2024: chỉ ghi ý kiến đã nhận" in text
    for actor in commune.members[:6]:
        cast_ballot(actor=actor, item=item, member=commune.seat(actor), choice=Choice.FOR)
    text = page(client, commune.chair, meeting)
    assert "Không chờ ý kiến bằng văn bản" in text
    assert "Chốt, không chờ ý kiến bằng văn bản" in text


def test_hands_of_the_whole_meeting_and_then_one_count(commune: Commune, client: Client) -> None:
    meeting = opened(commune)
    items = list(meeting.items.all())
    against, late = commune.seat(commune.women_head), commune.seat(commune.members[-1])
    hands = {f"member-{commune.seat(actor).pk}": "for" for actor in commune.members}
    hands[f"member-{against.pk}"] = "against"
    assert "Ghi cho cả phiên họp" not in page(client, commune.women_head, meeting)
    assert "Ghi cho cả phiên họp" in page(client, commune.clerk, meeting)
    chosen, of_late = (
        [each.pk for each in items],
        {f"member-{late.pk}": hands.pop(f"member-{late.pk}")},
    )
    (told_of_late,) = post(client, "hands_record", meeting.pk, items=chosen, **hands)
    assert told_of_late == (
        "Đã ghi 18 ý kiến giơ tay cho 3 hồ sơ. Còn 1 người có mặt chưa ghi: Hoàng Văn Sơn; hãy ghi"
        " nốt."
    )
    assert post(client, "hands_record", meeting.pk, items=chosen, **of_late) == [
        "Đã ghi 3 ý kiến giơ tay cho 3 hồ sơ."
    ]
    assert "Chốt kết quả ba hồ sơ đã đủ ý kiến" in page(client, commune.chair, meeting)
    assert post(client, "ready_count", meeting.pk) == ["Đã chốt kết quả 3 hồ sơ."]
    assert "6 đồng ý, 1 không đồng ý" in page(client, commune.chair, meeting)
