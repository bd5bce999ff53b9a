"""The pages of prize money and the fund: who opens them, what they do, what they refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.factories.honours import make_decision, make_honour
from tests.web.reading import MOST_QUERIES, queries, told, words

from vinhdanh.decisions.enums import PaymentState
from vinhdanh.decisions.models import FundEntry, PaymentList, PrizePayment
from vinhdanh.decisions.services.payments_opening import open_payments

if TYPE_CHECKING:
    from django.test import Client
    from tests.scenarios.commune import Commune

    from vinhdanh.decisions.models import Decision

LINE = {
    "kind": "planned",
    "purpose": "supply",
    "source": "budget",
    "amount": "5.000.000 đ",
    "entered_on": "02/01/2024",
    "content": "Dự toán giao đầu năm",
}
PAY = {"paid_on": "24/06/2024", "source": "budget"}


@pytest.fixture
def decision(commune: Commune) -> Decision:
    found = make_decision(commune.body)
    for name in ("Phạm Văn Lợi", "Lê Thị Lan"):
        make_honour(found, name)
    make_honour(found, "Phạm Thị Sáu", slug="gia-dinh-van-hoa", name="Gia đình", amount=None)
    open_payments(decision=found)
    return found


def made(client: Client, decision: Decision) -> PaymentList:
    client.post(reverse("payment_list_make"), {"decision": decision.pk})
    return PaymentList.objects.get()


@pytest.mark.parametrize("key", ["²", "9" * 30, "9" * 5_000, "-1", "x"])
def test_what_is_no_key_chooses_nothing(
    commune: Commune, client: Client, decision: Decision, key: str
) -> None:
    client.force_login(commune.clerk.user)
    url = reverse("payment_list_make")
    for facts in ({"chosen": key}, {"decision": key}):
        assert client.post(url, facts).status_code == 302
    assert not PaymentList.objects.exists()
    found = made(client, decision)
    client.force_login(commune.accountant.user)
    response = client.post(reverse("payment_list_pay", args=[found.pk]), PAY | {"chosen": key})
    assert response.status_code in {302, 422}
    client.force_login(commune.clerk.user)
    assert client.post(reverse("decisions_draft"), {"chosen": key}).status_code == 422


def test_others_than_the_money_s_people_find_nothing(
    commune: Commune, client: Client, decision: Decision
) -> None:
    row = PrizePayment.objects.all()[0]
    for actor in (commune.village_head, commune.members[4], commune.outreach):
        client.force_login(actor.user)
        for url in (reverse("prizes"), reverse("fund"), reverse("payment", args=[row.pk])):
            assert client.get(url).status_code == 404
        assert "Tiền thưởng" not in words(client.get(reverse("today")))
    for actor in (commune.accountant, commune.clerk, commune.chair):
        client.force_login(actor.user)
        assert client.get(reverse("prizes")).status_code == 200
        assert "Tiền thưởng" in words(client.get(reverse("today")))


def test_a_list_is_made_of_chosen_rows(
    commune: Commune, client: Client, decision: Decision
) -> None:
    client.force_login(commune.accountant.user)
    response = client.post(reverse("payment_list_make"), follow=True)
    assert told(response)[-1:] == ["Chưa chọn khoản nào: hãy đánh dấu ít nhất một khoản chờ chi."]
    due = PrizePayment.objects.filter(state=PaymentState.DUE)
    response = client.post(
        reverse("payment_list_make"), {"chosen": [str(due[0].pk), "x"]}, follow=True
    )
    assert told(response)[-1:] == ["Đã lập danh sách chi thưởng số 1/2024."]
    assert "Bằng chữ: Hai trăm bảy mươi nghìn đồng." in words(response)


def test_paying_says_what_is_missing_then_pays(
    commune: Commune, client: Client, decision: Decision
) -> None:
    client.force_login(commune.accountant.user)
    found = made(client, decision)
    url = reverse("payment_list_pay", args=[found.pk])
    first, second = found.payments.all()
    response = client.post(url, PAY)
    assert (response.status_code, told(response)[-1:]) == (
        422,
        ["Chưa chọn khoản nào: hãy đánh dấu các khoản đã chi."],
    )
    response = client.post(url, PAY | {"all": "1"})
    assert "không đủ chi 270.000 đ" in told(response)[-1]
    assert client.post(reverse("fund_enter"), LINE).status_code == 302
    taker = {f"taker-{first.pk}": "Phạm Văn Tí", f"note-{first.pk}": "con, ông đã mất"}
    response = client.post(url, PAY | taker | {"chosen": str(first.pk)}, follow=True)
    assert told(response)[-1:] == ["Đã ghi chi 1 khoản."]
    assert "Phạm Văn Tí nhận thay (con, ông đã mất)" in words(response)
    response = client.post(url, PAY | {"all": "1"}, follow=True)
    assert told(response)[-1:] == ["Đã ghi chi 1 khoản."]
    assert "Đã chi hết." in words(response)
    second.refresh_from_db()
    response = client.post(
        reverse("payment_unpay", args=[second.pk]), {"reason": "Nhầm"}, follow=True
    )
    assert told(response)[-1:] == ["Đã bỏ ghi chi; khoản này lại chờ chi trong danh sách."]


def test_an_unknown_amount_is_settled_by_the_chair(
    commune: Commune, client: Client, decision: Decision
) -> None:
    row = PrizePayment.objects.get(state=PaymentState.ASKED)
    url = reverse("payment_settle", args=[row.pk])
    client.force_login(commune.chair.user)
    response = client.post(url, {"amount": "nhiều", "answer": "x"})
    assert "Số tiền chưa đúng: hãy ghi số đồng, ví dụ 1.200.000." in words(response)
    response = client.post(url, {"amount": "100.000", "answer": "Công văn 12/PNV"}, follow=True)
    assert told(response)[-1:] == ["Đã xác định mức chi."]


@pytest.mark.parametrize("ending", ["pdf", "docx", "xlsx"])
def test_papers(commune: Commune, client: Client, decision: Decision, ending: str) -> None:
    client.force_login(commune.accountant.user)
    found = made(client, decision)
    client.post(reverse("fund_enter"), LINE)
    for url in (
        reverse("payment_list_file", args=[found.pk, ending]),
        reverse("fund_statement", args=[ending]),
    ):
        response = client.get(url)
        assert response.status_code == 200
        start = b"".join(response)[:4]
        assert start == (b"%PDF" if ending == "pdf" else b"PK\x03\x04")
    assert client.get(reverse("fund_statement", args=["txt"])).status_code == 404


def test_the_signed_list_is_kept(commune: Commune, client: Client, decision: Decision) -> None:
    client.force_login(commune.accountant.user)
    found = made(client, decision)
    url = reverse("payment_list_signed", args=[found.pk])
    assert told(client.post(url, {}, follow=True))
    scan = SimpleUploadedFile("ds.pdf", b"%PDF-1.7 ...")
    assert told(client.post(url, {"scan": scan}, follow=True))[-1:] == ["Đã giữ bản đã ký nhận."]
    scan_url = reverse("payment_list_scan", args=[found.pk])
    assert client.get(scan_url)["Content-Type"] == "application/pdf"


def test_lists_and_rows_go_back(commune: Commune, client: Client, decision: Decision) -> None:
    client.force_login(commune.clerk.user)
    found = made(client, decision)
    row = found.payments.all()[0]
    response = client.post(reverse("payment_take_off", args=[row.pk]), follow=True)
    assert told(response)[-1:] == ["Đã rút khoản này khỏi danh sách; khoản lại chờ chi."]
    response = client.post(reverse("payment_list_drop", args=[found.pk]), follow=True)
    assert told(response)[-1:] == ["Đã bỏ danh sách; các khoản trong đó trở lại chờ chi."]


def test_a_line_of_the_fund_is_reversed(commune: Commune, client: Client) -> None:
    client.force_login(commune.accountant.user)
    assert client.post(reverse("fund_enter"), LINE | {"amount": "0"}).status_code == 422
    client.post(reverse("fund_enter"), LINE)
    entry = FundEntry.objects.get()
    url = reverse("fund_reverse", args=[entry.pk])
    response = client.post(url, {"reason": "Ghi nhầm"}, follow=True)
    assert told(response)[-1:] == ["Đã ghi bút toán đảo; cả hai dòng ở lại trong sổ."]
    assert "Chưa ghi dự toán." in words(response)


def test_a_fund_may_hold_more_than_two_milliards(commune: Commune, client: Client) -> None:
    client.force_login(commune.accountant.user)
    client.post(reverse("fund_enter"), LINE | {"amount": "2.500.000.000"})
    client.post(reverse("fund_enter"), LINE)
    assert "2.505.000.000" in client.get(reverse("fund")).content.decode()


def test_pages_cost_few_queries(commune: Commune, client: Client, decision: Decision) -> None:
    client.force_login(commune.accountant.user)
    found = made(client, decision)
    for url in (
        reverse("prizes"),
        reverse("payment_list", args=[found.pk]),
        reverse("fund"),
    ):
        assert queries(client, url) <= MOST_QUERIES + 4
