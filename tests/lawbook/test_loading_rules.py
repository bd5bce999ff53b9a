"""Articles, rules and conditions that cannot be read as law; then how they are read."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from tests.lawbook.tiny import HEADER, LAW, STANDARD, TITLE, article, law, standard, write

from vinhdanh.lawbook import CorpusError, load_corpus
from vinhdanh.lawbook.rules import Prize, Standard

if TYPE_CHECKING:
    from pathlib import Path

PRIZE = "- {rule: prize, honours: khen, recipients: individual, multiple: 0.3}\n"

ARTICLES = [
    ("- article: 1\n  colour: red\n", 2, "colour", "unknown"),
    ("- article: 1.5\n", 1, "article", "no text"),
    ("- article: [1]\n", 1, "article", "no text"),
    ("- heading: {a: 1}\n", 1, "heading", "no text"),
    ("- article: 1\n  heading: ' '\n", 2, "heading", "no text"),
    ("- article: 1\n  rules: {rule: honour}\n", 2, "rules", "list of mappings"),
    ("- article: 1\n  rules: [honour]\n", 2, "rules", "list of mappings"),
    ("- article: 1\n  rules:\n", 2, "rules", "list of mappings"),
]


@pytest.mark.parametrize(("text", "line", "key", "told"), ARTICLES)
def test_articles_are_refused(tmp_path: Path, text: str, line: int, key: str, told: str) -> None:
    with pytest.raises(CorpusError, match=told) as caught:
        load_corpus(write(tmp_path, {f"{LAW}/them.yaml": text}))
    error = caught.value
    assert (error.file, error.line, error.key) == (f"{LAW}/them.yaml", line, key)


RULES = [
    ("- {honour: khen}", "rule", "None is no kind of rule"),
    ("- {rule: prise}", "rule", "'prise' is no kind of rule. Fix: use one of: authority, bar"),
    ("- {rule: base_salary}", "amount", "missing"),
    ("- {rule: base_salary, amount: 1, unit: đồng}", "unit", "unknown here. Fix: use one of"),
    ("- {rule: base_salary, amount: 0.5}", "amount", "0.5 is no whole number"),
    ("- {rule: base_salary, amount: true}", "amount", "True is no whole number"),
    ("- {rule: base_salary, amount: nhiều}", "amount", "'nhiều' is no whole number"),
    ("- {rule: authority, honours: khen, level: xã}", "level", "no known value. Fix: use one"),
    ("- {rule: authority, honours: [khen, null], level: ministry}", "honours", "None is no text"),
    ("- {rule: authority, honours: , level: ministry}", "honours", "None is no text"),
    ("- {rule: authority, honours: [[khen]], level: ministry}", "honours", "no text"),
    (PRIZE.replace("individual", "người"), "recipients", "'người' is no known value"),
    (PRIZE.replace("0.3", "nhiều"), "multiple", "'nhiều' is no number"),
    (PRIZE.replace("0.3", ".nan"), "multiple", "nan is no number"),
    (PRIZE.replace("0.3", ".inf"), "multiple", "inf is no number"),
    (PRIZE.replace("0.3", "true"), "multiple", "True is no number"),
    ("- {rule: principle, id: a, text: ''}", "text", "an empty text is no text"),
    ("- {rule: principle, id: a, text: 1.5}", "text", "1.5 is no text"),
    ("- {rule: principle, id: a, text: x, from: 2024-01-01T08:00:00}", "from", "no day"),
    ("- {rule: principle, id: a, text: x, from: hôm nay}", "from", "no day"),
    ("- {rule: principle, id: a, text: x, from: 2023-12-31}", "from", "text begins on 2024-01-01"),
    ("- {rule: principle, id: a, text: x, from: 2025-01-01, to: 2024-01-01}", "to", "ends before"),
    ("- {rule: principle, id: a, text: x, needs_confirmation: ''}", "needs_confirmation", "empty"),
    ("- {rule: principle, id: a, text: x, needs_confirmation: true}", "needs_confirmation", "no"),
    ("- {rule: principle, id: a, text: x, tightens: có}", "tightens", "no truth value"),
    ("- {rule: principle, id: a, text: x, clause: [1]}", "clause", "no text"),
    ("- {rule: principle, id: a, text: x, conditions: []}", "conditions", "unknown"),
]


@pytest.mark.parametrize(("rule", "key", "told"), RULES)
def test_rules_are_refused(tmp_path: Path, rule: str, key: str, told: str) -> None:
    with pytest.raises(CorpusError, match=told) as caught:
        law(tmp_path, TITLE, rule + "\n")
    error = caught.value
    assert (error.file, error.line, error.key) == (f"{LAW}/dieu.yaml", 11, key)


CONDITIONS = [
    ("[]", "conditions", "no conditions are listed"),
    ("tốt", "conditions", "no conditions are listed"),
    ("- tốt", "conditions", "'tốt' is no condition"),
    ("- {id: a, text: A}", "id", "exactly one operator, found 0"),
    ("- {id: a, text: A, judged: , no_hold: }", "no_hold", "exactly one operator, found 2"),
    ("- {id: a, text: A, guessed: }", "guessed", "operator is unknown. Fix: use one of: absence"),
    ("- {text: A, judged: }", "id", "missing"),
    ("- {id: a, judged: }", "text", "missing"),
    ("- {id: a, text: A, judged: , needs_confirmation: true}", "needs_confirmation", "no text"),
    ("- {id: a, text: A, judged: , ask: [x]}", "ask", "no text"),
    ("- {id: a, text: A, grade_at_least: tốt}", "grade", "'tốt' is no known value"),
    ("- {id: a, text: A, grade_at_least: }", "grade", "missing"),
    ("- {id: a, text: A, grade_at_least: {mark: 1}}", "mark", "unknown"),
    ("- {id: a, text: A, no_hold: 3}", "no_hold", "takes nothing"),
    ("- {id: a, text: A, all: }", "all", "no conditions are listed"),
    ("- {id: a, text: A, standard_of: 1.5}", "standard_of", "no text"),
    (
        (
            "- {id: a, text: A, after_honour: {honours: khen, years: 5, grade: hoan-thanh-tot,"
            " with_any: [x]}}"
        ),
        "with_any",
        "no mapping",
    ),
    (
        (
            "- {id: a, text: A, after_honour: {honours: khen, years: 5, grade: hoan-thanh-tot,"
            " with_any: [{all: [{honour: khen, time: 2}]}]}}"
        ),
        "time",
        "unknown",
    ),
]


@pytest.mark.parametrize(("conditions", "key", "told"), CONDITIONS)
def test_conditions_are_refused(tmp_path: Path, conditions: str, key: str, told: str) -> None:
    with pytest.raises(CorpusError, match=told) as caught:
        law(tmp_path, TITLE, standard(conditions))
    assert caught.value.key == key
    assert 11 <= caught.value.line <= 15


def test_conditions_must_be_there(tmp_path: Path) -> None:
    rule = "- {rule: standard, honour: khen, recipients: individual}\n"
    with pytest.raises(CorpusError, match="no conditions are listed"):
        law(tmp_path, TITLE, rule)


def test_a_rule_cannot_outlive_its_text(tmp_path: Path) -> None:
    header = HEADER + "to: 2025-12-31\nends_because: Hết hiệu lực.\n"
    rule = "- {rule: base_salary, amount: 1, to: 2026-01-01}\n"
    files = {f"{LAW}/instrument.yaml": header, f"{LAW}/dieu.yaml": article(rule)}
    with pytest.raises(CorpusError, match="text ends on 2025-12-31") as caught:
        load_corpus(write(tmp_path, files))
    assert caught.value.key == "to"


# How they are read


def test_conditions_inherit_the_place_of_their_rule(tmp_path: Path) -> None:
    conditions = """
    - {id: a, text: A, judged: }
    - {id: b, text: B, clause: 4, judged: }
    - id: c
      text: C
      point: đ
      any:
        - {id: d, text: D, judged: {what: Lời xác nhận, merit: true}}
    """
    corpus = law(
        tmp_path, TITLE, standard(conditions, more="clause: 2\npoint: a\nrecipients: individual")
    )
    found = corpus.on(dt.date(2024, 1, 1)).all(Standard)[0].content.conditions
    assert [str(each.citation) for each in found] == [
        "Điểm a khoản 2 Điều 1 Luật 2024",
        "Khoản 4 Điều 1 Luật 2024",
        "Điểm đ khoản 2 Điều 1 Luật 2024",
    ]
    assert str(found[2].children[0].citation) == "Điểm đ khoản 2 Điều 1 Luật 2024"
    assert [each.id for each in (*found, *found[2].children)] == [
        "khen/a",
        "khen/b",
        "khen/c",
        "khen/d",
    ]


def test_single_values_stand_for_lists_and_numbers_are_exact(tmp_path: Path) -> None:
    corpus = law(tmp_path, TITLE, PRIZE)
    one = corpus.on(dt.date(2024, 1, 1)).all(Prize)[0].content
    assert (one.honours, one.multiple) == (("khen",), Decimal("0.3"))


def uncertain(tmp_path: Path, rule: str) -> list[tuple[str, str, str | None]]:
    header = HEADER + "unconfirmed_since: 2026-10-01\nunconfirmed_reason: Chưa đọc.\n"
    files = {f"{LAW}/instrument.yaml": header, f"{LAW}/dieu.yaml": article(rule)}
    corpus = load_corpus(write(tmp_path, files))
    return [(str(each.since), str(each.until), each.unconfirmed) for each in corpus.rules]


SPLITS = [
    ("", [("2024-01-01", "2026-09-30", None), ("2026-10-01", "None", "Chưa đọc.")]),
    (", settled: true", [("2024-01-01", "None", None)]),
    (", needs_confirmation: Nghe nói.", [("2024-01-01", "None", "Nghe nói.")]),
    (", from: 2026-10-01", [("2026-10-01", "None", "Chưa đọc.")]),
    (
        ", to: 2026-10-01",
        [("2024-01-01", "2026-09-30", None), ("2026-10-01", "2026-10-01", "Chưa đọc.")],
    ),
]


@pytest.mark.parametrize(("marks", "versions"), SPLITS)
def test_rules_become_uncertain_with_their_text(
    tmp_path: Path, marks: str, versions: list[tuple[str, str, str | None]]
) -> None:
    assert uncertain(tmp_path, f"- {{rule: untranslatable, construct: x, reason: y{marks}}}\n") == (
        versions
    )


def test_a_rule_that_ends_before_the_doubt_stays_certain(tmp_path: Path) -> None:
    marks = "construct: x, reason: y, to: 2026-09-30"
    assert uncertain(tmp_path, f"- {{rule: untranslatable, {marks}}}\n") == [
        ("2024-01-01", "2026-09-30", None)
    ]


def test_a_default_corpus_of_one_standard_loads(tmp_path: Path) -> None:
    assert [rule.kind for rule in law(tmp_path, TITLE, STANDARD).rules] == ["honour", "standard"]
