from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from tests.factories.planning import make_document
from tests.scenarios.commune import TODAY, sent
from tests.web.reading import MOST_QUERIES, queries, words

from vinhdanh.councils.models import Meeting
from vinhdanh.decisions.enums import DecisionState
from vinhdanh.decisions.models import Decision, Honour
from vinhdanh.nominations.models import Nomination
from vinhdanh.records.enums import DocumentKind

if TYPE_CHECKING:
    from django.test import Client
    from tests.scenarios.commune import Commune

PERSON, VILLAGE, FAMILY = "Phạm Văn Đức", "Thôn Phạm Xá", "Gia đình ông (bà) Phạm Thị Mến"


@pytest.fixture
def decision(commune: Commune) -> Decision:
    """A decision on the village's list, saved without the services."""
    submission = sent(commune)
    document = make_document(commune.body, 7, DocumentKind.DECISION, symbol="QĐ-UBND")
    decision = Decision.objects.create(
        body=commune.body,
        meeting=Meeting.objects.create(council=commune.council, title="Họp", held_on=TODAY),
        merit="đã có thành tích",
        state=DecisionState.ISSUED,
        document=document,
        decided_on=TODAY,
    )
    for nomination in submission.nominations.all():
        grant(decision, nomination)
    return decision


def grant(decision: Decision, nomination: Nomination, *, decided_on: dt.date = TODAY) -> None:
    Honour(
        body=decision.body,
        decision=decision,
        nomination=nomination,
        recipient=nomination.recipient,
        recipient_kind=nomination.recipient.kind,
        recipient_name=nomination.recipient.name,
        recipient_detail=nomination.recipient_detail,
        honour=nomination.honour,
        year=nomination.submission.year,
        honour_name=nomination.honour_name,
        achievement=nomination.achievement,
        period=nomination.period,
        decided_on=decided_on,
        order=nomination.order,
        book_number=nomination.order,
    ).save()


def found(client: Client, **asked: str) -> list[str]:
    """Return whom the register shows."""
    page = client.get(reverse("register"), asked).context["page"]
    return sorted(honour.recipient_name for honour in page)


def lengthen(decision: Decision, number: int) -> None:
    """Let the first of a decision have got more honours."""
    one = decision.honours.get(order=1).nomination
    assert one is not None
    for order in range(4, 4 + number):
        again = Nomination.objects.create(
            submission=one.submission,
            body=one.body,
            order=order,
            recipient=one.recipient,
            honour=one.honour,
            honour_name=one.honour_name,
            period=f"lần {order}",
        )
        grant(decision, again, decided_on=dt.date(2024, 5, 1))


def test_the_register_shows_every_honour(
    commune: Commune, decision: Decision, client: Client
) -> None:
    client.force_login(commune.accountant.user)
    response = client.get(reverse("register"))
    text = words(response)
    assert "3 trường hợp đã có quyết định." in text
    assert decision.document is not None
    assert f"Hiến 120 m2 đất làm đường thôn {decision.document.code} 24/06/2024 1" in text
    assert found(client) == sorted([PERSON, VILLAGE, FAMILY])


def test_the_register_is_searched(commune: Commune, decision: Decision, client: Client) -> None:
    client.force_login(commune.clerk.user)
    for asked, expected in (
        ({"q": "đức"}, [PERSON]),
        ({"q": "DUC"}, [PERSON]),
        ({"q": "dục"}, []),
        ({"q": "  pham   van "}, [PERSON]),
        ({"kind": "household"}, [FAMILY]),
        ({"kind": "collective", "q": "pham"}, [VILLAGE]),
        ({"honour": "Giấy khen"}, sorted([PERSON, VILLAGE])),
        ({"q": "%"}, []),
        ({"q": "_"}, []),
    ):
        response = client.get(reverse("register"), asked)
        names = sorted(honour.recipient_name for honour in response.context["page"])
        assert names == expected, asked
        assert f"Tìm thấy {len(expected)} trường hợp." in words(response)


def test_nothing_found_says_how_to_search(
    commune: Commune, decision: Decision, client: Client
) -> None:
    client.force_login(commune.clerk.user)
    response = client.get(reverse("register"), {"q": "<b>Lan</b>"})
    assert "Không tìm thấy ai khớp với “<b>Lan</b>”" in words(response)
    assert "<b>Lan" not in response.content.decode()


def test_a_bent_address_shows_the_register(
    commune: Commune, decision: Decision, client: Client
) -> None:
    client.force_login(commune.clerk.user)
    for asked in (
        {"kind": "chó"},
        {"honour": "Không có"},
        {"year": "x"},
        {"unit": "999999"},
        {"page": "0"},
        {"page": "abc"},
        {"page": "99"},
    ):
        assert found(client, **asked) == sorted([PERSON, VILLAGE, FAMILY]), asked


def test_an_empty_register_says_what_fills_it(commune: Commune, client: Client) -> None:
    client.force_login(commune.superior.user)
    assert "Sổ chưa có trường hợp nào" in words(client.get(reverse("register")))


def test_the_filter_goes_from_page_to_page(
    commune: Commune, decision: Decision, client: Client
) -> None:
    lengthen(decision, 60)
    client.force_login(commune.clerk.user)
    response = client.get(reverse("register"), {"q": "đức & ", "kind": "individual"})
    text = response.content.decode()
    assert 'href="?q=%C4%91%E1%BB%A9c+%26&amp;kind=individual&amp;page=2"' in text
    assert "1–50 trong 61 trường hợp" in words(response)


def test_the_register_costs_the_same_for_any_length(
    commune: Commune, decision: Decision, client: Client
) -> None:
    client.force_login(commune.clerk.user)
    before = queries(client, reverse("register"))
    lengthen(decision, 47)
    assert queries(client, reverse("register")) == before <= MOST_QUERIES
    assert len(client.get(reverse("register")).context["page"]) == 50


def test_an_honour_tells_all_about_it(commune: Commune, decision: Decision, client: Client) -> None:
    lengthen(decision, 1)
    one = decision.honours.get(order=1)
    client.force_login(commune.outreach.user)
    text = words(client.get(reverse("honour", args=[one.pk])))
    for piece in (
        "Nông dân, thôn Phạm Xá",
        "Hiến 120 m2 đất làm đường thôn",
        "6 tháng đầu năm 2024",
        "Đơn vị đề nghị Thôn Phạm Xá",
        "Những lần khác Giấy khen 01/05/2024",
    ):
        assert piece in text
    other = decision.honours.get(order=2)
    text = words(client.get(reverse("honour", args=[other.pk])))
    assert "Đây là lần đầu trong sổ này." in text


def test_an_outsider_finds_nobody(commune: Commune, decision: Decision, client: Client) -> None:
    client.force_login(commune.outsider.user)
    assert found(client, q="Phạm") == []
    one = decision.honours.get(order=1)
    assert client.get(reverse("honour", args=[one.pk])).status_code == 404


def test_the_register_is_only_read(commune: Commune, client: Client) -> None:
    client.force_login(commune.clerk.user)
    assert client.post(reverse("register")).status_code == 405
    assert client.post(reverse("honour", args=[1])).status_code == 405
