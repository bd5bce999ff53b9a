"""Versions that overlap, holes nobody declared, gaps that declare nothing."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from tests.lawbook.tiny import HEADER, LAW, OVERLAY, PROVINCE, TITLE, article, law, write

from vinhdanh.lawbook import CorpusError, load_corpus
from vinhdanh.lawbook.rules import BaseSalary

if TYPE_CHECKING:
    from pathlib import Path


def salary(days: str, amount: int = 1) -> str:
    return f"- {{rule: base_salary, amount: {amount}, {days}}}\n"


def gap(days: str, subject: str = "base_salary", of: str = "base_salary") -> str:
    return f"- {{rule: gap, of: {of}, subjects: '{subject}', reason: Không có, {days}}}\n"


FIRST = salary("from: 2024-01-01, to: 2024-06-30")
SECOND = salary("from: 2024-10-01")
HOLE = "from: 2024-07-01, to: 2024-09-30"

WRONG = [
    ([FIRST, salary("from: 2024-06-30")], "still stands. Fix: end that one with `to: 2024-06-29`"),
    ([salary("settled: true"), salary("from: 2025-01-01")], "still stands"),
    ([FIRST, SECOND], "no version from 2024-07-01 to 2024-09-30"),
    ([FIRST], "ends on 2024-06-30 and nothing follows"),
    ([FIRST, SECOND, gap("from: 2024-07-01, to: 2024-08-31")], "no version from 2024-09-01"),
    ([FIRST, SECOND, gap("from: 2024-08-01, to: 2024-09-30")], "no version from 2024-07-01"),
    ([FIRST, gap("from: 2024-07-01, to: 2030-01-01")], "nothing follows"),
    ([FIRST, gap("from: 2024-08-01")], "nothing follows"),
    ([FIRST, SECOND, gap("from: 2024-07-01")], "base_salary base_salary stands in that time"),
    ([FIRST, SECOND, gap(HOLE), gap(HOLE, "lương")], "no rule settles base_salary lương"),
    ([FIRST, SECOND, gap(HOLE, of="salary")], "'salary' is no kind of rule"),
]


@pytest.mark.parametrize(("rules", "told"), WRONG)
def test_timelines_are_refused(tmp_path: Path, rules: list[str], told: str) -> None:
    with pytest.raises(CorpusError, match=told) as caught:
        law(tmp_path, *rules)
    assert caught.value.file == f"{LAW}/dieu.yaml"
    assert 3 <= caught.value.line <= 2 + len(rules)


RIGHT = [
    [FIRST, salary("from: 2024-07-01")],
    [FIRST, SECOND, gap(HOLE)],
    [
        FIRST,
        SECOND,
        gap("from: 2024-07-01, to: 2024-07-31"),
        gap("from: 2024-08-01, to: 2024-09-30"),
    ],
    [FIRST, gap("from: 2024-07-01")],
    [SECOND, FIRST, gap(HOLE)],
    [salary("from: 2024-02-01"), gap("to: 2024-01-31")],
]


@pytest.mark.parametrize("rules", RIGHT)
def test_timelines_without_holes_pass(tmp_path: Path, rules: list[str]) -> None:
    assert len(law(tmp_path, *rules).rules) == len(rules)


def test_a_pair_is_declared_with_a_stroke(tmp_path: Path) -> None:
    prize = "- {rule: prize, honours: khen, recipients: individual, multiple: 1, to: 2024-06-30}\n"
    declared = gap("from: 2024-07-01", "khen/individual", "prize")
    assert law(tmp_path, TITLE, prize, declared).rules


def test_versions_split_by_doubt_still_overlap_others(tmp_path: Path) -> None:
    header = HEADER + "unconfirmed_since: 2026-10-01\nunconfirmed_reason: Chưa đọc.\n"
    rules = article(salary("settled: false"), salary("from: 2027-01-01"))
    files = {f"{LAW}/instrument.yaml": header, f"{LAW}/dieu.yaml": rules}
    with pytest.raises(CorpusError, match=r"end that one with `to: 2026-12-31`"):
        load_corpus(write(tmp_path, files))


def test_a_doubtful_gap_still_declares_the_whole_hole(tmp_path: Path) -> None:
    header = HEADER + "unconfirmed_since: 2024-08-01\nunconfirmed_reason: Chưa đọc.\n"
    files = {
        f"{LAW}/instrument.yaml": header,
        f"{LAW}/dieu.yaml": article(FIRST, SECOND, gap(HOLE)),
    }
    corpus = load_corpus(write(tmp_path, files))
    assert corpus.on(dt.date(2024, 8, 15)).one(BaseSalary, "base_salary") is None


def test_a_text_may_say_why_nothing_follows_it(tmp_path: Path) -> None:
    header = HEADER + "to: 2025-12-31\nends_because: Hết hiệu lực.\n"
    files = {f"{LAW}/instrument.yaml": header, f"{LAW}/dieu.yaml": article(salary("clause: 1"))}
    corpus = load_corpus(write(tmp_path, files))
    assert corpus.rules[0].until == dt.date(2025, 12, 31)


def test_two_versions_of_a_text_follow_each_other(tmp_path: Path) -> None:
    later = LAW.replace("2024-01-01", "2025-01-01")
    files = {
        f"{LAW}/instrument.yaml": HEADER + "to: 2024-12-31\n",
        f"{LAW}/dieu.yaml": article(salary("clause: 1", 1)),
        f"{later}/instrument.yaml": HEADER.replace("from: 2024", "from: 2025"),
        f"{later}/dieu.yaml": article(salary("clause: 1", 2)),
    }
    corpus = load_corpus(write(tmp_path, files))
    assert [each.id for each in corpus.articles] == ["luat/2024-01-01/1", "luat/2025-01-01/1"]
    amounts = [
        rule.content.amount
        for day in (dt.date(2024, 12, 31), dt.date(2025, 1, 1))
        if (rule := corpus.on(day).one(BaseSalary, "base_salary"))
    ]
    assert amounts == [1, 2]


def test_each_province_has_a_timeline_of_its_own(tmp_path: Path) -> None:
    other = PROVINCE.replace("bac-ninh", "ha-noi")
    rule = article("- {rule: principle, id: rieng, text: Quy định riêng}\n")
    files = {
        f"{PROVINCE}/instrument.yaml": OVERLAY,
        f"{PROVINCE}/dieu.yaml": rule,
        f"{other}/instrument.yaml": OVERLAY.replace("bac-ninh", "ha-noi"),
        f"{other}/dieu.yaml": rule,
    }
    assert load_corpus(write(tmp_path, files)).provinces == ("bac-ninh", "ha-noi")
    doubled = article(
        "- {rule: principle, id: rieng, text: A}\n- {rule: principle, id: rieng, text: B}\n"
    )
    with pytest.raises(CorpusError, match="still stands"):
        load_corpus(write(tmp_path, {**files, f"{other}/dieu.yaml": doubled}))
