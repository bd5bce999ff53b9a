from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from tests.documents.samples import PAPER

import vinhdanh.documents
from vinhdanh.documents import Topic, kinds, legal_bases
from vinhdanh.documents.kinds.frames import bases_of

TABLE = Path(vinhdanh.documents.__file__).parent / "data" / "legal_bases.toml"


@pytest.mark.parametrize(
    ("day", "cited", "not_cited"),
    [
        (dt.date(2024, 3, 8), "98/2023", "152/2025"),
        (dt.date(2025, 6, 30), "98/2023", "152/2025"),
        (dt.date(2025, 7, 1), "152/2025", "98/2023"),
        (dt.date(2026, 10, 1), "23 tháng 4 năm 2026", "98/2023"),
    ],
)
def test_the_law_is_that_of_the_day(day: dt.date, cited: str, not_cited: str) -> None:
    text = " ".join(legal_bases((Topic.LOCAL_GOVERNMENT, Topic.EMULATION), as_of=day))
    assert cited in text
    assert not_cited not in text


def test_nothing_falls_back_where_the_table_has_no_answer() -> None:
    assert legal_bases((Topic.EMULATION, Topic.CIRCULAR), as_of=dt.date(2023, 12, 31)) == ()


def test_a_text_two_topics_share_is_cited_once() -> None:
    lines = legal_bases((Topic.COMPLAINT, Topic.DENUNCIATION), as_of=dt.date(2026, 7, 1))
    assert len([line for line in lines if "136/2025" in line]) == 1


def test_every_topic_has_texts_whose_days_are_in_order() -> None:
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    assert set(table) == set(Topic)
    for row in (row for rows in table.values() for row in rows):
        assert row["from"] < row.get("to", dt.date.max)
        assert not row["text"].endswith((".", ";"))


def test_bases_given_stay_and_none_are_proposed_by_the_papers_day() -> None:
    topics = (Topic.EMULATION,)
    assert bases_of(PAPER, ("Căn cứ A",), topics) == ("Căn cứ A",)
    assert any("98/2023" in line for line in bases_of(PAPER, (), topics))
    draft = replace(PAPER, date=None, year=2025)
    assert any("152/2025" in line for line in bases_of(draft, (), topics))
    assert bases_of(replace(draft, year=None), (), topics) == ()


def test_a_form_has_the_number_of_its_day() -> None:
    kind = kinds()["award_submission"]
    versions = [
        kind.form_on(day)
        for day in (dt.date(2023, 1, 1), dt.date(2025, 6, 30), dt.date(2025, 7, 1))
    ]
    assert [one.instrument if one else "" for one in versions] == [
        "", "Nghị định số 98/2023/NĐ-CP", "Nghị định số 152/2025/NĐ-CP",
    ]  # fmt: skip
    assert [one.confirmed for one in versions if one] == [True, False]


def test_a_kind_proposes_its_bases() -> None:
    assert kinds()["council_decision"].bases_on(dt.date(2025, 8, 1))[0] == (
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"
    )
