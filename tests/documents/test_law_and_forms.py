from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

import vinhdanh.documents
from vinhdanh.documents import DocumentError, kinds
from vinhdanh.lawbook import decision_bases

SOURCES = Path(vinhdanh.documents.__file__).parent
DECISIONS = (
    "award_decision",
    "council_decision",
    "initiative_decision",
    "revocation_decision",
    "restoration_decision",
    "correction_decision",
)


@pytest.mark.parametrize("slug", DECISIONS)
def test_a_decision_without_a_legal_base_is_refused(slug: str) -> None:
    kind = kinds()[slug]
    with pytest.raises(DocumentError, match="chưa có căn cứ ban hành"):
        kind.build(replace(kind.example(), bases=()))


@pytest.mark.parametrize("slug", DECISIONS)
def test_an_example_cites_the_law_the_lawbook_has_for_its_day(slug: str) -> None:
    context = kinds()[slug].example()
    law = tuple(f"Căn cứ {text}" for text in decision_bases(as_of=context.paper.date))
    assert law
    assert context.bases[: len(law)] == law


def test_papers_hold_no_law_of_their_own() -> None:
    """What is in force on a day is asked of the lawbook by whoever makes the paper."""
    data = {path.relative_to(SOURCES).as_posix() for path in SOURCES.glob("data/**/*.*")}
    assert {path for path in data if not path.startswith("data/layouts/")} == {
        "data/certificates.json"
    }
    cited = [
        path.name for path in SOURCES.glob("kinds/*.py") if "Căn cứ Luật" in path.read_text("utf-8")
    ]
    assert cited == []


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
