"""No page states a rule that is not in the corpus: every number with a unit is the lawbook's."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from tests.web.law_reading import measured, part

import vinhdanh
from vinhdanh.lawbook import default_corpus
from vinhdanh.lawbook.diff import diff
from vinhdanh.lawbook.money import round_up
from vinhdanh.lawbook.rules import BaseSalary, Prize, walk
from vinhdanh.lawbook.words import dong
from vinhdanh.web.law.history import ONE_DAY
from vinhdanh.web.law.telling import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client
    from tests.scenarios.commune import Commune

WEB = Path(vinhdanh.__file__).parent / "web"
TEMPLATES = sorted((WEB / "templates" / "web" / "law").glob("*.html"))
MODULES = sorted(
    [*(WEB / "law").glob("*.py"), *WEB.glob("views/law*.py"), *WEB.glob("forms/law*.py")]
)
TAGS = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
DAYS = ("2010-12-31", "2024-06-24", "2025-12-31", "2026-10-15")
COUNTS = re.compile(r"\d+ (?:quy tắc|thay đổi|danh hiệu|văn bản)")


def texts() -> Iterator[str]:
    """Yield everything the corpus says, in the words of the lawbook."""
    corpus = default_corpus()
    for text in corpus.instruments:
        yield from (text.title, text.known_from, text.unconfirmed_reason, text.ends_because)
    for article in corpus.articles:
        yield from (article.heading, article.summary)
    for rule in corpus.rules:
        yield sentence(rule.content)
        yield from (rule.unconfirmed or "", getattr(rule.content, "note", ""))
        for each in walk(getattr(rule.content, "conditions", ())):
            yield from (each.text, each.unconfirmed or "")
    for day in corpus.changes[1:]:
        yield from (each.sentence for each in diff(day - ONE_DAY, day).changes)


def amounts() -> Iterator[str]:
    """Yield every prize in every base salary, and the salaries."""
    corpus = default_corpus()
    contents = [rule.content for rule in corpus.rules]
    salaries = [each.amount for each in contents if isinstance(each, BaseSalary)]
    multiples = {each.multiple for each in contents if isinstance(each, Prize) and each.multiple}
    for salary in salaries:
        yield dong(salary)
        for multiple in multiples:
            yield dong(int(multiple * salary))
            for day in corpus.changes:
                yield dong(round_up(multiple * salary, corpus.on(day)))


@cache
def said() -> frozenset[tuple[str, str]]:
    """Return every number with a unit that the lawbook says."""
    return frozenset(measured(" | ".join([*texts(), *amounts()])))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_types_a_number_of_the_law(path: Path) -> None:
    assert measured(TAGS.sub("_", path.read_text(encoding="utf-8"))) == set()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_module_types_a_number_of_the_law(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    strings = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    assert measured(" | ".join(strings)) == set()


def test_the_lawbook_says_numbers_at_all() -> None:
    assert {("70", "%"), ("80", "%"), ("20", "ngày làm việc"), ("2.340.000", "đ")} <= said()
    assert ("71", "%") not in said()


@pytest.mark.parametrize("day", DAYS)
def test_every_number_on_the_pages_is_the_lawbooks(
    commune: Commune, client: Client, day: str
) -> None:
    client.force_login(commune.clerk.user)
    names = ("chien-si-thi-dua-co-so", "gia-dinh-van-hoa", "tap-the-lao-dong-xuat-sac",
             "giay-khen-ca-nhan", "huan-chuong-lao-dong-hang-ba")  # fmt: skip
    urls = [
        reverse("law"),
        reverse("law_changes") + "?tu=2023-12-31&den=2026-10-01",
        reverse("law_library"),
        *(reverse("law_honour", args=[name]) for name in names),
        *(reverse("law_instrument", args=[slug]) for slug in ("06-2022-qh15", "152-2025-nd-cp")),
        *(reverse("law_article", args=["152-2025-nd-cp", at]) for at in ("49", "50", "54")),
        *(reverse("law_article", args=["06-2022-qh15", at]) for at in ("24", "28", "42")),
        reverse("law_prize") + "?danh_hieu=lao-dong-tien-tien:individual",
        reverse("law_ratio"),
        reverse("law_deadline"),
    ]
    strange = {}
    for url in urls:
        response = client.get(url, query_params={"ngay": day} | _asked(url))
        assert response.status_code == 200, url
        found = measured(COUNTS.sub("", part(response))) - said()
        if found:
            strange[url] = found
    assert strange == {}


def _asked(url: str) -> dict[str, str]:
    """Return the questions an address already has: query_params would replace them."""
    _, _, query = url.partition("?")
    return dict(each.split("=", 1) for each in query.split("&") if each)
