from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from tests.web.law_reading import links, part
from tests.web.reading import words

from vinhdanh.lawbook import Citation, default_corpus
from vinhdanh.lawbook.rules import KINDS
from vinhdanh.web.law.links import article_url, citation_url
from vinhdanh.web.law.telling import sentence

if TYPE_CHECKING:
    from django.test import Client
    from tests.scenarios.commune import Commune

LAW, DECREE = "06-2022-qh15", "98-2023-nd-cp"


@pytest.fixture
def clerk(commune: Commune, client: Client) -> Client:
    """The clerk's window."""
    client.force_login(commune.clerk.user)
    return client


def instrument(slug: str) -> str:
    return reverse("law_instrument", args=[slug])


def article(slug: str, number: str) -> str:
    return reverse("law_article", args=[slug, number])


def test_what_the_library_does_not_have_is_not_there(clerk: Client) -> None:
    for url in (
        instrument("1-1945-sl"),
        article(LAW, "999"),
        article("1-1945-sl", "1"),
        article(LAW, "toan-van-khac"),
    ):
        assert clerk.get(url).status_code == 404, url


def test_an_instrument_that_has_ended_says_so(clerk: Client) -> None:
    text = part(clerk.get(instrument(DECREE), {"ngay": "2025-12-31"}))
    assert "Ngày 31/12/2025: hết hiệu lực." in text
    assert (
        "Ngày 31/12/2025 văn bản này không còn hiệu lực: chỉ áp dụng từ ngày 01/01/2024 đến hết"
        " ngày 30/06/2025." in text
    )
    text = part(clerk.get(article(DECREE, "54"), {"ngay": "2025-12-31"}))
    assert "văn bản này không còn hiệu lực" in text
    assert "không còn hiệu lực" not in part(clerk.get(instrument(DECREE), {"ngay": "2024-06-24"}))


def test_an_instrument_to_come_says_so(clerk: Client) -> None:
    text = part(clerk.get(instrument("06-2026-qh16"), {"ngay": "2025-12-31"}))
    assert "văn bản này chưa có hiệu lực: chỉ áp dụng từ ngày 01/10/2026." in text


def test_the_library_has_every_instrument_with_its_state(clerk: Client) -> None:
    response = clerk.get(reverse("law_library"), {"ngay": "2025-12-31"})
    text = part(response)
    numbers = {each.number for each in default_corpus().instruments}
    assert [number for number in numbers if number not in text] == []
    states = {one.instrument.number: one.state for one in response.context["shelf"]}
    assert states["98/2023/NĐ-CP"] == "Hết hiệu lực"
    assert states["06/2026/QH16"] == "Chưa có hiệu lực"
    assert states["06/2022/QH15"] == "Còn hiệu lực"


@pytest.mark.parametrize(
    ("asked", "numbers"),
    [
        ({"q": "129/2025"}, {"129/2025/NĐ-CP"}),
        ({"q": "to giac"}, set()),
        ({"loai": "letter"}, {"5007/BNV-TĐKT"}),
        ({"loai": "xxx"}, set()),
    ],
)
def test_the_library_is_searched(clerk: Client, asked: dict[str, str], numbers: set[str]) -> None:
    response = clerk.get(reverse("law_library"), asked)
    assert {one.instrument.number for one in response.context["shelf"]} == numbers
    if not numbers:
        assert "Không có văn bản nào phù hợp" in words(response)


def test_articles_of_every_text_and_kind_open_with_their_summary(clerk: Client) -> None:
    corpus = default_corpus()
    by_kind = {rule.kind: corpus.article(rule.article_id) for rule in corpus.rules}
    by_text = {each.instrument.number: each for each in corpus.articles}
    for each in [*by_kind.values(), *by_text.values()]:
        response = clerk.get(article_url(each), {"ngay": "2026-10-15"})
        assert response.status_code == 200, each.id
        assert each.summary in part(response), each.id


def test_an_article_leads_to_its_neighbours_and_its_instrument(clerk: Client) -> None:
    found = links(clerk.get(article(LAW, "23"), {"ngay": "2025-12-31"}))
    for url in (article(LAW, "22"), article(LAW, "24"), instrument(LAW)):
        assert f"{url}?ngay=2025-12-31" in found


def test_a_rule_that_only_must_be_verified_later_stands_once(clerk: Client) -> None:
    text = part(clerk.get(article("152-2025-nd-cp", "49"), {"ngay": "2025-12-31"}))
    rule = "Tiền thưởng được làm tròn lên hàng chục nghìn đồng."
    assert text.count(rule) == 1
    assert "cần xác minh" not in text
    text = part(clerk.get(article("152-2025-nd-cp", "49"), {"ngay": "2026-10-15"}))
    assert text.count(rule) == 1
    assert "cần xác minh" in text


def test_every_citation_leads_to_its_article() -> None:
    corpus = default_corpus()
    for rule in corpus.rules:
        own = article_url(corpus.article(rule.article_id))
        assert citation_url(rule.citation, rule.since) == own, rule.citation


def test_a_citation_of_an_unknown_text_leads_nowhere() -> None:
    day = default_corpus().begins
    assert citation_url(Citation("1/1945/SL", "1"), day) == ""
    assert citation_url(Citation("06/2022/QH15", "999"), day) == instrument(LAW)


def test_every_kind_of_rule_is_told_in_a_sentence() -> None:
    rules = default_corpus().rules
    assert {rule.kind for rule in rules} == set(KINDS)
    slugs = default_corpus().names.honours
    for rule in rules:
        told = sentence(rule.content)
        assert told.strip()
        assert not any(f"“{slug}”" in told for slug in slugs), told
