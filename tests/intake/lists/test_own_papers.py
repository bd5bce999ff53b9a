"""The lists that this program prints are read back from Word and from PDF."""

from __future__ import annotations

import datetime as dt
from functools import cache

import pytest

from vinhdanh.documents import kinds, render_docx, render_pdf
from vinhdanh.intake.lists import (
    HONOURS,
    HOUSEHOLDS,
    INITIATIVES,
    NOMINATIONS,
    SCHEMAS,
    ListDraft,
    ListFacts,
    read_list,
)

_PAPERS = {
    "award_decision": (HONOURS, 4),
    "award_submission": (NOMINATIONS, 4),
    "public_notice": (NOMINATIONS, 3),
    "profile_list": (NOMINATIONS, 7),
    "cultural_family_list": (HOUSEHOLDS, 30),
    "initiative_list": (INITIATIVES, 2),
    "prize_payment_list": (HONOURS, 7),
    "meeting_minutes": (NOMINATIONS, 4),
    "unit_review_minutes": (NOMINATIONS, 5),
}


@cache
def _read(name: str, ending: str, schema_key: str) -> ListDraft:
    kind = kinds()[name]
    document = kind.build(kind.example())
    data = render_docx(document) if ending == "docx" else render_pdf(document)
    return read_list(data, f"{name}.{ending}", schema=SCHEMAS[schema_key])


@pytest.mark.parametrize("name", list(_PAPERS))
def test_word_and_pdf_give_the_same_rows(name: str) -> None:
    schema, count = _PAPERS[name]
    drafts = [_read(name, ending, schema.key) for ending in ("docx", "pdf")]
    first, second = ([row.values for row in draft.rows] for draft in drafts)
    assert len(first) == count
    assert first == second
    for draft in drafts:
        assert not draft.count("error")
        assert not draft.count("warning")


@pytest.mark.parametrize("name", list(_PAPERS))
def test_a_mapping_given_back_changes_nothing(name: str) -> None:
    schema, _ = _PAPERS[name]
    draft = _read(name, "docx", schema.key)
    kind = kinds()[name]
    data = render_docx(kind.build(kind.example()))
    again = read_list(data, f"{name}.docx", schema=schema, mapping=draft.mapping)
    assert again == draft


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_facts_of_a_decision(ending: str) -> None:
    draft = _read("award_decision", ending, "honours")
    assert draft.facts == ListFacts(
        "128/QĐ-UBND",
        dt.date(2024, 12, 20),
        "Ủy ban nhân dân xã Minh Tiến",
        "Hoàng Đức Thịnh",
        "CHỦ TỊCH",
    )
    household = draft.rows[-1].values
    assert (household["name"], household["kind"]) == ("Đỗ Văn Tám", "household")
    assert household["prize"] is None
    assert draft.rows[0].values["prize"] == 360_000


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_a_paper_that_is_no_list_says_so(ending: str) -> None:
    draft = _read("individual_achievement_report", ending, "nominations")
    assert draft.rows == ()
    assert draft.findings[0].code == "no_list"
