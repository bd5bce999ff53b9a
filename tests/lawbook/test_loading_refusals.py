"""Faults planted one by one in a law that loads: each is refused, by the line and key it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.lawbook.tiny import (
    HEADER,
    LAW,
    OVERLAY,
    PROVINCE,
    REGIMES,
    STANDARD,
    TITLE,
    article,
    law,
    overlaid,
    standard,
    write,
)

from vinhdanh.lawbook import CorpusError, default_corpus, load_corpus
from vinhdanh.lawbook.lists.doubles import INITIATIVE_ONCE, SINGLE_REWARD
from vinhdanh.lawbook.loading.check_lookups import PRINCIPLES, check_lookups

if TYPE_CHECKING:
    from pathlib import Path

RULE_LINE = 11
"""The first rule after the title."""


def having(operator: str) -> str:
    return standard(f"- {{id: a, text: A, {operator}}}")


AFTER = "after_honour: {honours: khen, years: 5, grade: hoan-thanh-tot"
DEADLINE = "- {rule: deadline, id: a, what: A, stage: submit, unit: days"
FAULTS = [
    (having("members_share: {honour: khen, percent: 0}"), "percent", 4),
    (having("members_share: {honour: khen, percent: 101}"), "percent", 4),
    (having("members_all_complete: 101"), "percent", 4),
    (having("achieved: {kinds: [], scope: province}"), "kinds", 4),
    (having("achieved: {kinds: movement, times: 0}"), "times", 4),
    (having("honours_in_a_row: {honour: khen, times: 0}"), "times", 4),
    (having("grades_in_a_row: {grade: hoan-thanh-tot, years: 0}"), "years", 4),
    (having("grades_in_a_row: {grade: hoan-thanh-tot, years: 2, research: -1}"), "research", 4),
    (having(f"{AFTER.replace('5', '-5')}}}"), "years", 4),
    (having(f"{AFTER}, excellent_years: -1}}"), "excellent_years", 4),
    (having(f"{AFTER}, with_any: [{{all: []}}]}}"), "all", 4),
    (having("has_initiative: {scope: province, kinds: []}"), "kinds", 4),
    (having("has_initiative: {scope: province, count: 0}"), "count", 4),
    (having("absence_below: -6"), "months", 4),
    (having("group_in: []"), "groups", 4),
    (having("standard_of: []"), "standard_of", 4),
    (having("never_held: la"), "never_held", 4),
    (standard("- {id: a, text: A, judged: }", more="recipients: []"), "recipients", 2),
    (standard("- {id: Không dấu, text: A, judged: }"), "id", 4),
    (standard("- {id: a_b, text: A, judged: }"), "id", 4),
    ("- {rule: base_salary, amount: -1}\n", "amount", 0),
    ("- {rule: prize, honours: khen, recipients: individual, multiple: -0.3}\n", "multiple", 0),
    ("- {rule: prize, honours: khen, recipients: individual, maximum: -1}\n", "maximum", 0),
    ("- {rule: prize, honours: [], recipients: individual}\n", "honours", 0),
    ("- {rule: prize_rule, topic: rounding, text: A, unit: 0}\n", "unit", 0),
    ("- {rule: prize_rule, topic: roundng, text: A, unit: 1000}\n", "topic", 0),
    ("- {rule: retention, what: a, text: A, years: -1}\n", "years", 0),
    ("- {rule: fund, topic: Chi, text: A}\n", "topic", 0),
    ("- {rule: fund, topic: chi, text: A, percent: 120}\n", "percent", 0),
    ("- {rule: council, topic: quorom, level: any, text: A}\n", "topic", 0),
    ("- {rule: council, topic: quorum, level: comune, text: A}\n", "level", 0),
    ("- {rule: principle, id: Một lần, text: A}\n", "id", 0),
    (TITLE.replace("slug: khen", "slug: khen thuong"), "slug", 2),
    (f"{DEADLINE}}}\n", "value", 0),
    (f"{DEADLINE}, value: }}\n", "value", 0),
    (f"{DEADLINE}, value: 5, remote_value: -1}}\n", "remote_value", 0),
    (
        "- rule: limit\n  id: a\n  text: A\n  honour: khen\n  percent: 0\n  of: members\n",
        "percent",
        4,
    ),
    ("- rule: authority\n  level: ministry\n  honours: [khen, la]\n", "honours", 2),
    ("- rule: base_salary\n  amount: 1\n  to: 2024-06-30\n", "to", 2),
    ("- rule: gap\n  reason: A\n  of: salary\n  subjects: a\n", "of", 2),
    ("- rule: gap\n  reason: A\n  of: prize\n  subjects: [b, a]\n", "subjects", 3),
]


@pytest.mark.parametrize(("rule", "key", "below"), FAULTS)
def test_a_planted_fault_is_refused_where_it_stands(
    tmp_path: Path, rule: str, key: str, below: int
) -> None:
    with pytest.raises(CorpusError) as caught:
        law(tmp_path, TITLE, rule)
    error = caught.value
    assert (error.file, error.key) == (f"{LAW}/dieu.yaml", key)
    assert error.line == RULE_LINE + below
    assert error.fix


def test_the_second_of_two_ids_is_the_one_told(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="stands twice") as caught:
        law(tmp_path, TITLE, standard("- {id: a, text: A, judged: }\n- {id: a, text: B, judged: }"))
    assert (caught.value.key, caught.value.line) == ("id", RULE_LINE + 5)


def test_a_number_that_may_be_nothing_may_be(tmp_path: Path) -> None:
    assert law(tmp_path, TITLE, f"{DEADLINE}, value: 0}}\n", "- {rule: base_salary, amount: 0}\n")


# Versions


def test_a_text_that_ends_excuses_no_rule_that_ended_before(tmp_path: Path) -> None:
    header = HEADER + "to: 2025-12-31\nends_because: Hết hiệu lực.\n"
    early = "- {rule: base_salary, amount: 1, to: 2025-06-30}\n"
    files = {f"{LAW}/instrument.yaml": header, f"{LAW}/dieu.yaml": article(TITLE, early)}
    with pytest.raises(CorpusError, match="ends on 2025-06-30 and nothing follows") as caught:
        load_corpus(write(tmp_path, files))
    assert (caught.value.key, caught.value.line) == ("to", RULE_LINE)


@pytest.mark.parametrize("folder", [LAW.replace("01-01", "06-01"), "national/khac/2024-06-01"])
def test_two_standing_versions_of_one_text_are_refused(tmp_path: Path, folder: str) -> None:
    header = HEADER.replace("from: 2024-01-01", "from: 2024-06-01")
    files = {f"{folder}/instrument.yaml": header}
    with pytest.raises(CorpusError, match=r"01/2024/QH begins while .* still stands") as caught:
        load_corpus(write(tmp_path, files))
    error = caught.value
    assert (error.file, error.key, error.line) == (f"{folder}/instrument.yaml", "from", 6)
    assert "to: 2024-05-31" in error.fix


def test_two_provinces_may_number_their_texts_alike(tmp_path: Path) -> None:
    other = PROVINCE.replace("bac-ninh", "ha-noi")
    rule = article("- {rule: principle, id: rieng, text: Quy định riêng}\n")
    files = {
        f"{PROVINCE}/instrument.yaml": OVERLAY,
        f"{PROVINCE}/dieu.yaml": rule,
        f"{other}/instrument.yaml": OVERLAY.replace("bac-ninh", "ha-noi"),
        f"{other}/dieu.yaml": rule,
    }
    assert len(load_corpus(write(tmp_path, files)).instruments) == 3


# Provinces

OPEN = "- {rule: delegation, id: mo, text: Tỉnh quy định, honours: khen}\n"
BAR = "- {rule: bar, id: can, conditions: [{id: a, text: A, judged: }]%s}\n"
LIMIT = "- {rule: limit, id: %s, text: A, honour: khen, percent: %s, of: members%s}\n"
OTHER = "- {rule: other_authority, honours: khen, who: Giám đốc sở%s}\n"
TRANSITION = "- {rule: transition, id: t, at: 2025-01-01, keeps: prize, text: A%s}\n"
SILENT = [
    BAR % "",
    BAR % ", fills: khac",
    BAR % ", fills: mo",
    LIMIT % ("rieng", 15, ""),
    LIMIT % ("chung", 15, ""),
    LIMIT % ("chung", 25, ", tightens: true"),
    OTHER % "",
    OTHER % ", tightens: true",
    TRANSITION % "",
    TRANSITION % ", fills: mo",
]


@pytest.mark.parametrize("rule", SILENT)
def test_a_province_changes_nothing_silently(tmp_path: Path, rule: str) -> None:
    with pytest.raises(CorpusError, match=r"contradicts|no law|nothing|no national") as caught:
        overlaid(tmp_path, OPEN + LIMIT % ("chung", 20, ""), rule)
    assert (caught.value.file, caught.value.line) == (f"{PROVINCE}/dieu.yaml", 3)


TOLD = [
    BAR % ", tightens: true",
    BAR % ", honours: khen, fills: mo",
    LIMIT % ("rieng", 15, ", tightens: true"),
    LIMIT % ("chung", 15, ", tightens: true"),
    LIMIT % ("rieng", 15, ", fills: mo"),
    OTHER % ", fills: mo",
    TRANSITION % ", honours: khen, fills: mo",
]


@pytest.mark.parametrize("rule", TOLD)
def test_a_province_adds_what_it_says_it_adds(tmp_path: Path, rule: str) -> None:
    assert overlaid(tmp_path, OPEN + LIMIT % ("chung", 20, ""), rule).provinces == ("bac-ninh",)


# Files


@pytest.mark.parametrize(
    "name",
    [
        "provines/bac-ninh/qd/2024-01-01/instrument.yaml",
        "luat.yaml",
        "regimes.yml",
        f"{LAW}/them.yml",
        f"{LAW}/scenarios/dieu-1.yml",
        "national/luat/2024-06-01/instrument.yml",
    ],
)
def test_what_nothing_would_read_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(CorpusError, match="nothing reads this") as caught:
        load_corpus(write(tmp_path, {name: HEADER}))
    assert name.startswith(caught.value.file)


def test_an_error_of_a_regime_names_its_line(tmp_path: Path) -> None:
    regimes = REGIMES.replace("from: 2025-07-01", "from: 2025-07-02")
    with pytest.raises(CorpusError, match="R2 does not follow R1") as caught:
        load_corpus(write(tmp_path, {"regimes.yaml": regimes}))
    assert (caught.value.key, caught.value.line) == ("from", 3)


ROW = "- {date: 2026-09-02, name: Quốc khánh, kind: holiday, citation: Điều 112}\n"
YEARS = [
    ("2026", ROW.replace("holiday", "feast").encode(), 1, "kind"),
    ("2025", ROW.encode(), 1, "date"),
    ("26", ROW.encode(), 1, ""),
    ("nam", ROW.encode(), 1, ""),
    ("2026", ROW.encode() + b"\xff", 2, ""),
    ("2026", ROW.encode() + b"\x00", 2, ""),
    ("2026", b"- {\n", 2, ""),
]


@pytest.mark.parametrize(("year", "data", "line", "key"), YEARS)
def test_the_calendar_is_checked_with_the_law(
    tmp_path: Path, year: str, data: bytes, line: int, key: str
) -> None:
    write(tmp_path, {f"calendar/{year}.yaml": ""})
    (tmp_path / f"calendar/{year}.yaml").write_bytes(data)
    with pytest.raises(CorpusError) as caught:
        load_corpus(tmp_path)
    error = caught.value
    assert (error.file, error.line, error.key) == (f"calendar/{year}.yaml", line, key)


def test_a_right_year_passes(tmp_path: Path) -> None:
    assert load_corpus(write(tmp_path, {"calendar/2026.yaml": ROW})).rules


# What the program looks up


def test_the_law_that_ships_has_what_the_program_looks_up(tmp_path: Path) -> None:
    check_lookups(default_corpus())
    with pytest.raises(CorpusError, match="'single-reward', which the program looks up"):
        check_lookups(law(tmp_path, TITLE, STANDARD))


def test_the_checks_of_lists_ask_for_the_principles_that_must_stand() -> None:
    assert set(PRINCIPLES) == {SINGLE_REWARD, INITIATIVE_ONCE}
