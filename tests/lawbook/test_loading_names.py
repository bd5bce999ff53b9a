"""Names nothing defines, values that cannot be, standards nobody could be judged by."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.lawbook.tiny import (
    LAW,
    OVERLAY,
    PROVINCE,
    STANDARD,
    TITLE,
    article,
    law,
    overlaid,
    standard,
    write,
)

from vinhdanh.lawbook import CorpusError, load_corpus

if TYPE_CHECKING:
    from pathlib import Path

OTHER = TITLE.replace("slug: khen", "slug: khac").replace("rank: 1", "rank: 2")
PERSON = TITLE.replace("slug: khen", "slug: nguoi").replace(
    "[individual, collective, household]", "[individual]"
)


def refers(honour: str, *others: str) -> str:
    return f"""
- rule: standard
  honour: {honour}
  recipients: [individual]
  conditions:
    - {{id: dat, text: Đạt, standard_of: [{", ".join(others)}]}}
"""


NAMES = [
    ("- {rule: authority, honours: [khen, la], level: ministry}\n", "honours"),
    ("- {rule: prize, honours: la, recipients: individual, multiple: 1}\n", "honours"),
    ("- {rule: limit, id: a, text: A, honour: la, percent: 15, of: members}\n", "honour"),
    ("- {rule: limit, id: a, text: A, honour: khen, percent: 15, of: la}\n", "of"),
    (refers("khen", "la"), "standard_of"),
    (standard("- {id: a, text: A, never_held: la}"), "never_held"),
    (
        standard("- {id: a, text: A, honours_in_a_row: {honour: khen, times: 2, bridged_by: la}}"),
        "bridged_by",
    ),
    (
        standard(
            "- id: a\n  text: A\n  any:\n    - {id: b, text: B, after_honour: {honours: khen,"
            " years: 5, grade: hoan-thanh-tot, with_any: [{all: [{honour: la}]}]}}"
        ),
        "honour",
    ),
    (standard("- {id: a, text: A, judged: }", more="recipients: individual\nfills: la"), "fills"),
]


@pytest.mark.parametrize(("rule", "key"), NAMES)
def test_dangling_names_are_refused(tmp_path: Path, rule: str, key: str) -> None:
    with pytest.raises(CorpusError, match="'la'") as caught:
        law(tmp_path, TITLE, rule)
    assert caught.value.key == key
    assert caught.value.file == f"{LAW}/dieu.yaml"


def test_a_limit_may_be_of_all_members(tmp_path: Path) -> None:
    assert law(
        tmp_path,
        TITLE,
        "- {rule: limit, id: a, text: A, honour: khen, percent: 15, of: members}\n",
        "- {rule: limit, id: b, text: B, honour: khen, percent: 15, of: khen}\n",
    ).rules


@pytest.mark.parametrize("place", ["clause: 1", "point: a"])
def test_a_clause_of_no_article_is_refused(tmp_path: Path, place: str) -> None:
    text = f"- rules:\n    - {{rule: principle, id: a, text: A, {place}}}\n"
    with pytest.raises(CorpusError, match="of no article"):
        load_corpus(write(tmp_path, {f"{LAW}/them.yaml": text}))


def test_a_condition_cannot_name_a_clause_of_no_article(tmp_path: Path) -> None:
    text = (
        "- rules:\n    - rule: bar\n      id: b\n      conditions:\n"
        "        - {id: a, text: A, clause: 3, judged: }\n"
    )
    with pytest.raises(CorpusError, match="of no article"):
        load_corpus(write(tmp_path, {f"{LAW}/them.yaml": text}))


def test_an_article_stands_in_one_place(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"article 1 stands in .*dieu.yaml, line 1, already"):
        load_corpus(write(tmp_path, {f"{LAW}/them.yaml": "- article: 1\n"}))


VALUES = [
    ("- {rule: vote, honours: khen, percent: 0, body: Hội đồng}\n", "percent"),
    ("- {rule: vote, honours: khen, percent: 101, body: Hội đồng}\n", "percent"),
    ("- {rule: vote, honours: khen, percent: , candidate_percent: -1, body: H}\n", "candidate"),
    ("- {rule: council, topic: quorum, level: any, text: A, share: hai phần ba}\n", "share"),
    ("- {rule: council, topic: quorum, level: any, text: A, share: 2/0}\n", "share"),
    ("- {rule: council, topic: quorum, level: any, text: A, share: 4/3}\n", "share"),
    ("- {rule: council, topic: quorum, level: any, text: A, share: 0}\n", "share"),
    ("- {rule: deadline, id: a, what: A, stage: submit, unit: date}\n", "date"),
    ("- {rule: deadline, id: a, what: A, stage: submit, unit: days, date: 12-10}\n", "date"),
    ("- {rule: deadline, id: a, what: A, stage: submit, unit: date, date: 13-10}\n", "date"),
    ("- {rule: deadline, id: a, what: A, stage: submit, unit: days, value: -1}\n", "value"),
]


@pytest.mark.parametrize(("rule", "key"), VALUES)
def test_values_that_cannot_be_are_refused(tmp_path: Path, rule: str, key: str) -> None:
    with pytest.raises(CorpusError) as caught:
        law(tmp_path, TITLE, rule)
    assert caught.value.key.startswith(key)


def test_values_that_can_be_pass(tmp_path: Path) -> None:
    assert law(
        tmp_path,
        TITLE,
        "- {rule: vote, honours: khen, percent: 80, body: Hội đồng}\n",
        "- {rule: council, topic: quorum, level: any, text: A, share: 80/100}\n",
        "- {rule: council, topic: role, level: any, text: A}\n",
        "- {rule: deadline, id: a, what: A, stage: submit, unit: date, date: 02-29}\n",
        "- {rule: deadline, id: b, what: B, stage: decide, unit: days, value: 0}\n",
    ).rules


def twice(second: str, *, more: str = "recipients: individual") -> list[str]:
    return [TITLE, OTHER, STANDARD, standard(f"- {{id: {second}, text: A, judged: }}", more=more)]


STANDARDS = [
    ([standard("- {id: a, text: A, judged: }\n- {id: a, text: B, judged: }")], "'khen/a' stands"),
    (
        [standard("- {id: a, text: A, not: [{id: a, text: B, judged: }]}")],
        "the condition id 'khen/a' stands twice",
    ),
    (
        [STANDARD, standard("- {id: tot, text: A, judged: }", more="recipients: [household]")],
        "the condition id 'khen/tot' stands twice",
    ),
    (
        [STANDARD, "- {rule: bar, id: khen, conditions: [{id: tot, text: A, judged: }]}\n"],
        "the condition id 'khen/tot' stands twice",
    ),
    ([PERSON, STANDARD.replace("khen", "nguoi").replace("individual", "collective")], "not given"),
    ([PERSON, "- {rule: prize, honours: [khen, nguoi], recipients: collective}\n"], "not given to"),
    (
        [standard("- {id: a, text: A, has_initiative: province}", more="recipients: collective")],
        "individual only",
    ),
    ([standard("- {id: a, text: A, members_all_complete: }")], "collective only"),
    ([standard("- {id: a, text: A, no_violation: {kinds: x, words: X}}")], "household only"),
    (
        ["- {rule: bar, id: b, conditions: [{id: c, text: C, recruited_at_least: 6}]}\n"],
        "individual only",
    ),
    (
        [
            standard(
                "- {id: a, text: A, grades_in_a_row: {grade: hoan-thanh-tot, years: 2,"
                " initiatives: 2}}",
                more="recipients: [individual, household]",
            )
        ],
        "individual only",
    ),
    (
        [
            standard(
                "- {id: a, text: A, after_honour: {honours: khen, years: 5, grade: hoan-thanh-tot,"
                " with_any: [{all: [{honour: khen}], only_without_flags: true}]}}"
            )
        ],
        "collective only",
    ),
    (
        [
            STANDARD,
            standard("- {id: b, text: B, judged: }", more="recipients: individual\ngroups: worker"),
        ],
        "it speaks of every group",
    ),
    ([refers("khen", "khen")], "khen → khen"),
    ([OTHER, refers("khen", "khac"), refers("khac", "khen")], "khen → khac → khen"),
]


@pytest.mark.parametrize(("rules", "told"), STANDARDS)
def test_standards_are_refused(tmp_path: Path, rules: list[str], told: str) -> None:
    with pytest.raises(CorpusError, match=told):
        law(tmp_path, TITLE, *rules)


def test_initiatives_are_of_known_kinds(tmp_path: Path) -> None:
    rule = standard("- {id: a, text: A, has_initiative: {scope: province, kinds: [idea]}}")
    with pytest.raises(CorpusError, match="'khen/a' names an unknown kind") as caught:
        law(tmp_path, TITLE, rule)
    assert caught.value.key == "kinds"


def test_an_honour_is_defined_before_its_standard(tmp_path: Path) -> None:
    later = TITLE + "  from: 2025-01-01\n"
    with pytest.raises(CorpusError, match="'khen' is not defined on 2024-01-01"):
        law(tmp_path, later, STANDARD)


def test_ids_may_come_back_in_a_later_version(tmp_path: Path) -> None:
    assert law(
        tmp_path,
        TITLE,
        STANDARD + "  to: 2024-12-31\n",
        STANDARD + "  from: 2025-01-01\n",
    ).rules


def test_standards_may_ask_for_each_other_at_different_times(tmp_path: Path) -> None:
    assert law(
        tmp_path,
        TITLE,
        OTHER,
        refers("khen", "khac") + "  to: 2024-12-31\n",
        STANDARD.replace("tot,", "sau,") + "  from: 2025-01-01\n",
        STANDARD.replace("khen", "khac") + "  to: 2024-12-31\n",
        refers("khac", "khen") + "  from: 2025-01-01\n",
    ).rules


def test_tests_of_anybody_serve_every_recipient(tmp_path: Path) -> None:
    row = "grades_in_a_row: {grade: hoan-thanh-tot, years: 2}"
    after = "after_honour: {honours: khen, years: 5, grade: hoan-thanh-tot}"
    rule = standard(
        f"- {{id: a, text: A, {row}}}\n- {{id: b, text: B, {after}}}",
        more="recipients: [individual, collective, household]",
    )
    assert law(tmp_path, TITLE, rule).rules


def test_two_provinces_make_no_circle_but_one_does(tmp_path: Path) -> None:
    left_open = "- {rule: delegation, id: mo, text: Tỉnh quy định}\n"
    own, back = (
        refers(*pair).replace("conditions", "fills: mo\n  conditions")
        for pair in (("khen", "khac"), ("khac", "khen"))
    )
    overlaid(tmp_path, left_open + OTHER, own)
    other = PROVINCE.replace("bac-ninh", "ha-noi")
    header = OVERLAY.replace("bac-ninh", "ha-noi")
    files = {f"{other}/instrument.yaml": header, f"{other}/dieu.yaml": article(back)}
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    assert load_corpus(tmp_path).provinces == ("bac-ninh", "ha-noi")
    (tmp_path / PROVINCE / "them.yaml").write_text(article(back, number="2"), "utf-8")
    with pytest.raises(CorpusError, match="asks for itself"):
        load_corpus(tmp_path)
