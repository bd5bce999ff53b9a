"""Receipts hold all an answer rests on, and give the same bytes when run again."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from typing import TYPE_CHECKING, Any

import pytest

from vinhdanh.lawbook import assess, default_corpus, read_facts
from vinhdanh.lawbook.facts.writing import write_facts
from vinhdanh.lawbook.library import VERSION
from vinhdanh.lawbook.receipts import (
    CorpusChangedError,
    ReceiptError,
    receipt,
    receipt_text,
    replay,
)

if TYPE_CHECKING:
    from vinhdanh.lawbook import Facts

AS_OF = dt.date(2025, 12, 20)
PERSON: dict[str, Any] = {
    "recipient": "individual",
    "group": "official",
    "years": [
        {"year": 2024, "completion": "hoan-thanh-tot"},
        {
            "year": 2025,
            "completion": "hoan-thanh-xuat-sac",
            "absent_months": 6,
            "maternity_months": 6,
        },
    ],
    "honours": [{"honour": "lao-dong-tien-tien", "year": 2024, "kind": "cong-trang"}],
    "initiatives": [{"year": 2025, "scope": "grassroots", "used_for": None}],
    "achievements": [{"kind": "sudden", "scope": "province", "year": 2025, "id": "a1"}],
    "discipline": [{"level": "khien-trach", "from": "2023-01-05", "to": "2023-04-05"}],
    "holds": [],
    "attested": True,
    "confirmations": {
        "lao-dong-tien-tien/tinh-than": {"answer": True, "by": "Bà Lan", "reason": "Biên bản"}
    },
}
COLLECTIVE: dict[str, Any] = {
    "recipient": "collective",
    "members": 20,
    "member_titles": {"lao-dong-tien-tien": 15, "chien-si-thi-dua-co-so": 1},
    "completion": "hoan-thanh-tot",
    "worst_discipline": None,
    "holds": [{"kind": "press", "from": "2025-12-01"}],
}
HOUSEHOLD: dict[str, Any] = {"recipient": "household", "violations": [], "attested": True}


def facts(found: dict[str, Any] = PERSON) -> Facts:
    return read_facts(found, as_of=AS_OF)


def made(found: dict[str, Any] = PERSON, honour: str = "chien-si-thi-dua-co-so") -> dict[str, Any]:
    known = facts(found)
    return receipt(assess(honour, known, as_of=AS_OF), known)


@pytest.mark.parametrize("found", [PERSON, COLLECTIVE, HOUSEHOLD])
def test_facts_are_written_as_they_are_read(found: dict[str, Any]) -> None:
    assert write_facts(facts(found)) == found
    assert facts(write_facts(facts(found))) == facts(found)


def test_unknown_stays_left_out_and_none_stays_empty() -> None:
    told = write_facts(facts({"recipient": "individual", "honours": []}))
    assert told == {"recipient": "individual", "honours": []}


def test_a_whole_number_has_one_spelling() -> None:
    found = {"recipient": "individual", "years": [{"year": 2025, "absent_months": 2.0}]}
    assert json.dumps(write_facts(facts(found))["years"]) == '[{"year": 2025, "absent_months": 2}]'
    found["years"][0]["absent_months"] = 2.5  # type: ignore[index]
    assert write_facts(facts(found))["years"][0]["absent_months"] == 2.5


def test_a_receipt_says_what_was_asked_and_what_was_applied() -> None:
    told = made()
    assert told["inputs"]["honour"] == "chien-si-thi-dua-co-so"
    assert told["inputs"]["as_of"] == "2025-12-20"
    assert told["inputs"]["received"] is None
    assert told["inputs"]["facts"] == PERSON
    assert told["corpus"] == default_corpus().digest
    assert told["evaluator"] == VERSION
    assert told["verdict"] == told["trace"]["verdict"] == "met"
    articles = [default_corpus().article(each) for each in told["articles"]]
    assert {"23", "24"} <= {
        each.number for each in articles if each.instrument.number == "06/2022/QH15"
    }


@pytest.mark.parametrize(
    ("found", "honour"),
    [
        (PERSON, "chien-si-thi-dua-co-so"),
        (COLLECTIVE, "tap-the-lao-dong-tien-tien"),
        (HOUSEHOLD, "gia-dinh-van-hoa"),
    ],
)
def test_running_a_receipt_again_gives_the_same_bytes(found: dict[str, Any], honour: str) -> None:
    told = made(found, honour)
    text = receipt_text(told)
    assert replay(told) == text
    assert replay(text) == text
    assert replay(json.loads(text), corpus=default_corpus()) == text


def test_a_file_held_back_by_a_transition_cites_it() -> None:
    known = read_facts(PERSON, as_of=dt.date(2026, 10, 15))
    asked = assess(
        "chien-si-thi-dua-co-so",
        known,
        as_of=dt.date(2026, 10, 15),
        received=dt.date(2026, 9, 20),
        province="bac-ninh",
    )
    told = receipt(asked, known)
    assert told["inputs"]["received"] == "2026-09-20"
    assert told["inputs"]["province"] == "bac-ninh"
    assert any(each.startswith("06-2026-qh16/") for each in told["articles"])
    assert replay(told) == receipt_text(told)


def test_another_law_is_named_rather_than_another_answer_given() -> None:
    told = made()
    changed = dataclasses.replace(default_corpus(), digest="khac")
    with pytest.raises(CorpusChangedError, match="Kho quy định nay khác khi lập phiếu"):
        replay(told, corpus=changed)
    with pytest.raises(CorpusChangedError, match="Bộ đánh giá nay khác"):
        replay({**told, "evaluator": "0"})


def test_a_receipt_carries_the_facts_of_its_assessment_and_no_others() -> None:
    known = facts()
    found = assess("chien-si-thi-dua-co-so", known, as_of=AS_OF)
    assert receipt(found) == receipt(found, known)
    with pytest.raises(ReceiptError, match="không phải số liệu đã đánh giá"):
        receipt(found, dataclasses.replace(known, attested=False))


@pytest.mark.parametrize(
    ("found", "message"),
    [
        ("{", "không phải JSON"),
        ("[]", "phải là một đối tượng JSON"),
        ({}, "thiếu hoặc sai mục 'inputs'"),
        ({"inputs": 1}, "thiếu hoặc sai mục"),
        ({"inputs": {"received": None, "honour": "x", "as_of": "hôm qua"}}, "thiếu hoặc sai mục"),
    ],
)
def test_what_is_no_receipt_is_refused(found: Any, message: str) -> None:
    with pytest.raises(ReceiptError, match=message):
        replay(found)


@pytest.mark.parametrize(
    "change", [{"honour": "khong-co"}, {"facts": {"recipient": "individual", "la": 1}}]
)
def test_a_receipt_of_impossible_inputs_is_refused(change: dict[str, Any]) -> None:
    told = made()
    told["inputs"] |= change
    with pytest.raises(ReceiptError, match="Không tính lại được"):
        replay(told)
