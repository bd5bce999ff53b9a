from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from tests.factories.organizations import make_person
from tests.scenarios.commune import (
    CERTIFICATE,
    appraised,
    called,
    one_row,
    opened,
    sent,
    vote_on,
    voted,
)
from tests.scenarios.refusal import content
from tests.web.reading import MOST_QUERIES, acts, queries, told, words

from vinhdanh.councils.enums import MeetingState
from vinhdanh.councils.models import AgendaItem, Council, Meeting
from vinhdanh.councils.services.meetings import open_meeting
from vinhdanh.councils.services.recusals import recuse
from vinhdanh.nominations.enums import NominationState
from vinhdanh.nominations.models import Nomination
from vinhdanh.organizations.services.recipients import recipient_for_person

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


# --- the list ----------------------------------------------------------------------------------


def test_meetings_stand_with_the_council(commune: Commune, client: Client) -> None:
    voted(commune, opened(commune, one_row(commune)))
    client.force_login(commune.members[-1].user)
    text = words(client.get(reverse("meetings")))
    assert f"{TITLE} 24/06/2024 Đã kết thúc 1 1" in text
    assert "7 thành viên, Quyết định số 45/QĐ-UBND ngày 01/7/2021." in text
    assert "Vũ Văn Bình Phó Chủ tịch Hội đồng, Phó Chủ tịch UBND xã" in text
    assert "ít nhất 2/3 thành viên. Thông qua khi trên 50% thành viên" in text


@pytest.mark.parametrize(
    ("who", "offered"), [("clerk", True), ("chair", True), ("women_head", False)]
)
def test_a_meeting_is_called_by_the_office(
    commune: Commune, client: Client, who: str, *, offered: bool
) -> None:
    client.force_login(getattr(commune, who).user)
    text = words(client.get(reverse("meetings")))
    assert "Năm 2024 Hội đồng chưa họp phiên nào" in text
    assert ("Lập phiên họp" in text) == offered


def test_meetings_cost_the_same_for_any_number(commune: Commune, client: Client) -> None:
    client.force_login(commune.clerk.user)
    costs = []
    for number in (3, 47):
        Meeting.objects.bulk_create(
            Meeting(council=commune.council, title=TITLE, held_on=dt.date(2024, 5, 1))
            for _ in range(number)
        )
        costs.append(queries(client, reverse("meetings")))
    assert costs[0] == costs[1] <= MOST_QUERIES


# --- calling -----------------------------------------------------------------------------------


def test_a_meeting_is_called_over_what_is_ready(commune: Commune, client: Client) -> None:
    rows = appraised(commune).nominations.order_by("order")
    client.force_login(commune.clerk.user)
    response = client.get(reverse("meeting_new"))
    assert "Ba hồ sơ đã thẩm định, chờ đưa ra xét." in words(response)
    assert "Phạm Văn Đức, Giấy khen (Thôn Phạm Xá)" in words(response)
    data = {
        "title": TITLE,
        "held_on": "24/06/2024",
        "place": "Phòng họp",
        "nominations": [rows[0].pk, rows[2].pk],
    }
    response = client.post(reverse("meeting_new"), data, follow=True)
    meeting = Meeting.objects.get()
    assert told(response) == ["Đã lập phiên họp; các thành viên thấy phiên họp này."]
    assert response.redirect_chain == [(reverse("meeting", args=[meeting.pk]), 302)]
    assert [item.nomination for item in meeting.items.all()] == [rows[0], rows[2]]
    assert (meeting.council, meeting.attendance.count()) == (commune.council, 7)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {"nominations": []},
            "Hồ sơ đưa ra xét: Chưa chọn hồ sơ nào: hãy đánh dấu ít nhất một hồ sơ đã thẩm định.",
        ),
        ({"title": " "}, "Nội dung phiên họp: Chưa ghi nội dung phiên họp: hãy ghi một câu."),
        ({"held_on": "mai"}, "Ngày họp: Ngày chưa đúng: hãy ghi ngày/tháng/năm, ví dụ 24/06/2024."),
    ],
)
def test_a_meeting_that_lacks_something_is_not_called(
    commune: Commune, client: Client, changes: dict[str, object], sentence: str
) -> None:
    rows = appraised(commune).nominations.all()
    client.force_login(commune.clerk.user)
    form = {"title": TITLE, "held_on": "24/06/2024", "nominations": [rows[0].pk]} | changes
    assert told(client.post(reverse("meeting_new"), form)) == [sentence]
    assert not Meeting.objects.exists()


def test_what_is_not_appraised_is_no_choice(commune: Commune, client: Client) -> None:
    rows = sent(commune).nominations.all()
    client.force_login(commune.clerk.user)
    assert "Chưa có hồ sơ nào đã thẩm định" in words(client.get(reverse("meeting_new")))
    form = {"title": TITLE, "held_on": "24/06/2024", "nominations": [rows[0].pk]}
    client.post(reverse("meeting_new"), form)
    assert not Meeting.objects.exists()


def test_without_a_council_nobody_meets(commune: Commune, client: Client) -> None:
    appraised(commune)
    Council.objects.update(ended_on=dt.date(2024, 6, 1))
    client.force_login(commune.clerk.user)
    text = words(client.get(reverse("meeting_new")))
    assert "Chưa có Hội đồng đang trong nhiệm kỳ" in text
    assert "Chưa có Hội đồng đang trong nhiệm kỳ." in words(client.get(reverse("meetings")))


@pytest.mark.parametrize("who", ["women_head", "village_head", "accountant"])
def test_others_call_no_meeting(commune: Commune, client: Client, who: str) -> None:
    client.force_login(getattr(commune, who).user)
    for method in (client.get, client.post):
        response = method(reverse("meeting_new"))
        assert response.status_code == 403
        assert "Anh/chị chưa có quyền lập phiên họp Hội đồng" in words(response)


# --- attendance, opening, closing --------------------------------------------------------------


def test_the_clerk_takes_attendance(commune: Commune, client: Client) -> None:
    meeting = called(commune)
    rows = list(meeting.attendance.all())
    client.force_login(commune.clerk.user)
    present = [row.pk for row in rows[:4]]
    assert post(client, "attendance", meeting.pk, present=[*present, "x", ""]) == [
        "Đã lưu điểm danh."
    ]
    assert meeting.attendance.filter(is_present=True).count() == 4
    assert "có mặt 4/7 thành viên, cần ít nhất 5." in page(client, commune.clerk, meeting)


def test_attendance_of_another_meeting_counts_nothing(commune: Commune, client: Client) -> None:
    meeting = called(commune)
    client.force_login(commune.clerk.user)
    post(client, "attendance", meeting.pk, present=[999])
    assert not meeting.attendance.filter(is_present=True).exists()


def test_the_chair_opens_and_closes(commune: Commune, client: Client) -> None:
    meeting = called(commune)
    client.force_login(commune.chair.user)
    open_url = reverse("meeting_open", args=[meeting.pk])
    assert open_url in acts(client.get(reverse("meeting", args=[meeting.pk])))
    assert post(client, "meeting_open", meeting.pk) == [
        "Phiên họp đã khai mạc, các thành viên có thể biểu quyết."
    ]
    (refusal,) = post(client, "meeting_open", meeting.pk)
    assert refusal.startswith("Ngô Văn Quyên đã khai mạc phiên họp lúc ")
    (refusal,) = post(client, "meeting_close", meeting.pk)
    assert refusal.startswith("Chưa chốt kết quả của Phạm Văn Đức, Thôn Phạm Xá,")
    for item in meeting.items.all():
        vote_on(commune, item)
    assert post(client, "meeting_close", meeting.pk) == [
        "Phiên họp đã kết thúc; biên bản đã sẵn sàng."
    ]
    meeting.refresh_from_db()
    assert meeting.state == MeetingState.CLOSED


def test_before_and_after_the_page_says_what_comes_next(commune: Commune, client: Client) -> None:
    meeting = called(commune)
    url = reverse("meeting", args=[meeting.pk])
    client.force_login(commune.clerk.user)
    assert "Chủ tịch khai mạc phiên họp trên trang này" in words(client.get(url))
    voted(commune, open_meeting(actor=commune.chair, meeting=meeting))
    last = meeting.items.order_by("-order")[0].nomination
    type(last).objects.filter(pk=last.pk).update(is_decided_above=True)
    page = words(client.get(url))
    assert f"Soạn quyết định ({meeting.items.count() - 1})" in page
    assert "Trình cấp trên (1)" in page
    client.force_login(commune.chair.user)
    page = words(client.get(url))
    assert "Soạn quyết định (" not in page
    assert "Trình cấp trên (1)" in page


def test_too_few_members_open_no_meeting(commune: Commune, client: Client) -> None:
    meeting = called(commune, absent=commune.members[:3])
    client.force_login(commune.chair.user)
    before = content()
    (refusal,) = post(client, "meeting_open", meeting.pk)
    assert refusal.startswith("Chưa đủ số người để họp: có mặt 4/7, cần ít nhất 5")
    assert content() == before


@pytest.mark.parametrize("name", ["meeting_open", "meeting_close", "item_count", "item_defer"])
@pytest.mark.parametrize("who", ["clerk", "women_head"])
def test_only_the_chair_runs_the_meeting(
    commune: Commune, client: Client, who: str, name: str
) -> None:
    meeting = opened(commune)
    client.force_login(getattr(commune, who).user)
    before = content()
    pk = meeting.pk if name.startswith("meeting") else item_of(meeting).pk
    assert post(client, name, pk, reason="Chờ") == [NOT_THE_CHAIR]
    assert content() == before


# --- the page ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "may"),
    [
        ("women_head", {"vote"}),
        ("clerk", {"vote", "record"}),
        ("chair", {"vote", "record", "run"}),
    ],
)
def test_acts_of_a_meeting_follow_the_role(
    commune: Commune, client: Client, who: str, may: set[str]
) -> None:
    meeting = opened(commune)
    item = item_of(meeting)
    client.force_login(getattr(commune, who).user)
    response = client.get(reverse("meeting", args=[meeting.pk]))
    text, offered = words(response), acts(response)
    assert ("Biểu quyết hồ sơ của Phạm Văn Đức" in text) == ("vote" in may)
    if who != "chair":
        assert ("Ghi biểu quyết giơ tay" in text) == ("record" in may)
    for name, pk, right in (
        ("attendance", meeting.pk, "record"),
        ("item_recuse", item.pk, "record"),
        ("meeting_close", meeting.pk, "run"),
        ("item_count", item.pk, "run"),
        ("item_defer", item.pk, "run"),
    ):
        assert (reverse(name, args=[pk]) in offered) == (right in may)


@pytest.mark.parametrize("who", ["village_head", "accountant", "superior"])
def test_votes_are_not_for_others(commune: Commune, client: Client, who: str) -> None:
    meeting = opened(commune)
    client.force_login(getattr(commune, who).user)
    assert client.get(reverse("meeting", args=[meeting.pk])).status_code == 404
    assert client.get(reverse("minutes", args=[meeting.pk, "pdf"])).status_code == 404


def test_htmx_gets_the_live_part_alone(commune: Commune, client: Client) -> None:
    meeting = opened(commune)
    vote_on(commune, item_of(meeting))
    client.force_login(commune.women_head.user)
    url = reverse("meeting", args=[meeting.pk])
    live = client.get(url, headers={"HX-Request": "true"})
    text = live.content.decode()
    assert text.strip().startswith('<section class="card" id="live"')
    assert f'hx-get="{url}?tinh-trang=open&amp;ho-so=' in text
    assert "<html" not in text
    assert "<c-" not in text
    assert "Phạm Văn Đức 7/7 đồng ý Thông qua" in words(live)
    assert "Thôn Phạm Xá 0/7 người đã biểu quyết" in words(live)
    whole = client.get(url).content.decode()
    assert text.strip() in whole
    assert "<c-" not in whole
    assert 'class="stepper"' in whole


def test_a_closed_meeting_is_still(commune: Commune, client: Client) -> None:
    meeting = voted(commune, opened(commune, one_row(commune)))
    client.force_login(commune.chair.user)
    response = client.get(reverse("meeting", args=[meeting.pk]))
    assert "hx-get" not in response.content.decode()
    assert acts(response) == {reverse("meeting_paper", args=[meeting.pk, "ket-luan"])}
    assert "Biên bản họp, bản PDF" in words(response)
    assert [step["state"] for step in response.context["stepper"]] == ["past"] * 3


def lengthen(commune: Commune, meeting: Meeting, number: int) -> None:
    """Put more nominations on an agenda, saved without the services."""
    submission = item_of(meeting).nomination.submission
    for order in range(4, 4 + number):
        nomination = Nomination.objects.create(
            submission=submission,
            body=commune.body,
            order=order,
            recipient=recipient_for_person(make_person(commune.body, f"Phạm Văn {order}")),
            honour=CERTIFICATE,
            honour_name="Giấy khen",
            state=NominationState.BEFORE_COUNCIL,
        )
        item = AgendaItem.objects.create(meeting=meeting, nomination=nomination, order=order)
        item.recusals.create(member=commune.seat(commune.clerk), reason="là chị")


def test_a_meeting_costs_the_same_for_any_agenda(commune: Commune, client: Client) -> None:
    meeting = opened(commune)
    url = reverse("meeting", args=[meeting.pk])
    vote_on(commune, item_of(meeting))
    recuse(
        actor=commune.clerk,
        item=item_of(meeting, 2),
        member=commune.seat(commune.clerk),
        reason="là chị",
    )
    client.force_login(commune.chair.user)
    before = queries(client, url)
    lengthen(commune, meeting, 27)
    assert queries(client, url) == before <= MOST_QUERIES
    assert len(client.get(url).context["items"]) == 30


# --- minutes -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("ending", "start"), [("pdf", b"%PDF-"), ("docx", b"PK\x03\x04")])
def test_minutes_are_taken_away(
    commune: Commune, client: Client, ending: str, start: bytes
) -> None:
    meeting = voted(commune, opened(commune, one_row(commune)))
    client.force_login(commune.members[-1].user)
    response = client.get(reverse("minutes", args=[meeting.pk, ending]))
    assert response.content.startswith(start)
    assert response["Content-Disposition"].startswith("attachment;")
    assert response["Cache-Control"] == "private, max-age=0"
    assert client.get(reverse("minutes", args=[meeting.pk, "exe"])).status_code == 404


def test_an_open_meeting_has_no_minutes(commune: Commune, client: Client) -> None:
    meeting = opened(commune)
    client.force_login(commune.clerk.user)
    response = client.get(reverse("minutes", args=[meeting.pk, "pdf"]))
    assert response.status_code == 409
    assert "Phiên họp chưa kết thúc nên chưa có biên bản" in words(response)


# --- who gets where ----------------------------------------------------------------------------


def test_an_outsider_finds_no_meeting(commune: Commune, client: Client) -> None:
    meeting = opened(commune)
    item = item_of(meeting)
    seat = commune.seat(commune.clerk)
    client.force_login(commune.outsider.user)
    before = content()
    assert client.get(reverse("meeting", args=[meeting.pk])).status_code == 404
    assert client.get(reverse("minutes", args=[meeting.pk, "pdf"])).status_code == 404
    for name in ("attendance", "meeting_open", "meeting_close", "decision_draft_new"):
        assert client.post(reverse(name, args=[meeting.pk])).status_code == 404
    form = {"member": seat.pk, "choice": "for", "reason": "x"}
    for name in ("vote", "item_recuse", "item_count", "item_defer"):
        assert client.post(reverse(name, args=[item.pk]), form).status_code == 404
    assert content() == before


@pytest.mark.parametrize(
    "name",
    ["attendance", "meeting_open", "meeting_close", "vote", "item_recuse", "item_count"],
)
def test_acts_are_posted(commune: Commune, client: Client, name: str) -> None:
    client.force_login(commune.chair.user)
    assert client.get(reverse(name, args=[1])).status_code == 405


@pytest.mark.parametrize("name", ["meetings", "meeting"])
def test_pages_are_read(commune: Commune, client: Client, name: str) -> None:
    client.force_login(commune.chair.user)
    assert client.post(reverse(name, args=[1] if name == "meeting" else [])).status_code == 405
