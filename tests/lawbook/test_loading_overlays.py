"""A province tightens, or sets what the law leaves open; it never contradicts silently."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.lawbook.tiny import DAY, LAW, PROVINCE, STANDARD, overlaid, standard

from vinhdanh.lawbook import CorpusError
from vinhdanh.lawbook.enums import RecipientKind
from vinhdanh.lawbook.rules import Deadline, Prize, Standard

if TYPE_CHECKING:
    from pathlib import Path

LEFT_OPEN = "- {rule: delegation, id: mo, text: Tỉnh quy định, honours: khen}\n"


def deadline(value: int | str, more: str = "unit: days") -> str:
    return f"- {{rule: deadline, id: a, what: A, stage: submit, value: {value}, {more}}}\n"


def vote(percent: int | str, more: str = "body: Hội đồng") -> str:
    return f"- {{rule: vote, honours: khen, percent: {percent}, {more}}}\n"


def prize(more: str) -> str:
    return f"- {{rule: prize, honours: khen, recipients: individual, {more}}}\n"


def own(more: str, id_: str = "rieng") -> str:
    condition = f"- {{id: {id_}, text: Điều kiện của tỉnh, judged: }}"
    return standard(condition, more=f"recipients: [individual]\n{more}")


WRONG = [
    (prize("multiple: 1"), prize("multiple: 2"), "contradicts Điều 1 Luật"),
    (prize("multiple: 1"), prize("multiple: 2, tightens: true"), "contradicts"),
    (deadline(10), deadline(5), "contradicts"),
    (deadline(10), deadline(11, "unit: days, tightens: true"), "contradicts"),
    (deadline(10), deadline(5, "unit: working_days, tightens: true"), "contradicts"),
    (
        deadline("", "unit: days, needs_confirmation: Chưa đọc."),
        deadline(5, "unit: days, tightens: true"),
        "contradicts",
    ),
    (vote(80), vote(79, "body: H, tightens: true"), "contradicts"),
    (vote(""), vote(90, "body: H, tightens: true"), "contradicts"),
    (vote(80), vote("", "body: H, tightens: true"), "contradicts"),
    (deadline(10, "unit: days, from: 2026-10-01"), deadline(5), "contradicts"),
    (STANDARD, own("note: x"), "contradicts"),
    (STANDARD + "  groups: [worker]\n", own("groups: [official, worker]"), "contradicts"),
    (deadline(10), deadline(5, "unit: days, left_to_province: true"), "this is a province's rule"),
    (LEFT_OPEN, own("tightens: true"), "no national rule stands there to tighten"),
    (LEFT_OPEN, own("note: x"), "no law leaves the standard of 'khen' to the province"),
    (LEFT_OPEN.replace(", honours: khen", ""), own("fills: khac"), "no law delegates 'khac'"),
]


@pytest.mark.parametrize(("national", "rule", "told"), WRONG)
def test_overlays_are_refused(tmp_path: Path, national: str, rule: str, told: str) -> None:
    with pytest.raises(CorpusError, match=told) as caught:
        overlaid(tmp_path, national, rule)
    assert caught.value.file == f"{PROVINCE}/dieu.yaml"
    assert caught.value.line >= 3


def test_a_standard_for_everyone_leaves_no_group_to_a_province(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="it speaks of every group"):
        overlaid(tmp_path, STANDARD, own("groups: worker"))


def test_the_error_says_what_is_contradicted_and_how_to_mend_it(tmp_path: Path) -> None:
    with pytest.raises(CorpusError) as caught:
        overlaid(tmp_path, prize("multiple: 1"), prize("multiple: 2"))
    assert f"it contradicts Điều 1 Luật 2024 ({LAW}/dieu.yaml, line" in str(caught.value)
    assert "`tightens: true`" in caught.value.fix
    assert "`left_to_province: true`" in caught.value.fix


def test_a_delegation_is_filled_for_its_own_honours_only(tmp_path: Path) -> None:
    other = LEFT_OPEN.replace("honours: khen", "honours: khac") + (
        "- {rule: honour, slug: khac, name: Khác, form: title, recipients: individual,"
        " period: yearly, rank: 2}\n"
    )
    with pytest.raises(CorpusError, match="no law leaves the standard of 'khen'"):
        overlaid(tmp_path, other, own("fills: mo"))


NATIONAL = [
    (prize("multiple: 1, tightens: true"), "a national rule tightens nothing"),
    (LEFT_OPEN + own("fills: mo"), "only a province fills a delegation"),
]


@pytest.mark.parametrize(("national", "told"), NATIONAL)
def test_only_a_province_tightens_or_fills(tmp_path: Path, national: str, told: str) -> None:
    with pytest.raises(CorpusError, match=told) as caught:
        overlaid(tmp_path, national, "- {rule: principle, id: a, text: A}\n")
    assert caught.value.file == f"{LAW}/dieu.yaml"


RIGHT = [
    (prize("multiple: 1, left_to_province: true"), prize("multiple: 2")),
    (deadline(10), deadline(10, "unit: days, tightens: true")),
    (vote(80), vote(80, "body: H, tightens: true")),
    (STANDARD, own("tightens: true")),
    (STANDARD + "  groups: [worker]\n", own("groups: [official]\nfills: mo")),
    ("", own("fills: mo")),
    (deadline(10, "unit: days, to: 2024-12-31, left_to_province: true"), deadline(5)),
]


@pytest.mark.parametrize(("national", "rule"), RIGHT)
def test_overlays_pass(tmp_path: Path, national: str, rule: str) -> None:
    closed = "- {rule: gap, of: deadline, subjects: a, reason: Hết, from: 2025-01-01}\n"
    text = LEFT_OPEN + national + (closed if "to: 2024-12-31" in national else "")
    assert overlaid(tmp_path, text, rule).provinces == ("bac-ninh",)


# What a province's rules do to the view


def test_a_provinces_value_stands_in_that_province_only(tmp_path: Path) -> None:
    corpus = overlaid(tmp_path, deadline(10, "unit: days, left_to_province: true"), deadline(5))
    values = [
        rule.content.value
        for province in ("", "bac-ninh")
        if (rule := corpus.on(DAY, province).one(Deadline, "a"))
    ]
    assert values == [10, 5]
    assert len(corpus.on(DAY, "bac-ninh").all(Deadline)) == 1


def test_a_national_rule_stays_for_subjects_the_province_left_alone(tmp_path: Path) -> None:
    national = (
        "- {rule: prize, honours: khen, recipients: [individual, collective], multiple: 1,"
        " left_to_province: true}\n"
    )
    view = overlaid(tmp_path, national, prize("multiple: 2")).on(DAY, "bac-ninh")
    multiples = [
        rule.content.multiple
        for kind in (RecipientKind.INDIVIDUAL, RecipientKind.COLLECTIVE)
        if (rule := view.one(Prize, ("khen", kind)))
    ]
    assert multiples == [2, 1]
    assert len(view.all(Prize)) == 2


def test_added_conditions_leave_the_national_standard_in_place(tmp_path: Path) -> None:
    view = overlaid(tmp_path, STANDARD, own("tightens: true")).on(DAY, "bac-ninh")
    assert [rule.province for rule in view.all(Standard)] == [""]
    assert [rule.province for rule in view.tightening] == ["bac-ninh"]
