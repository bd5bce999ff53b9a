"""Every number of the corpus traces to the fact base; what differs says why."""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path

import pytest
from tests.lawbook.numbers import corpus_numbers, fact_numbers, told_facts

from vinhdanh.lawbook import default_corpus

SOURCE = Path(__file__).parents[3] / "shared" / "reference" / "law.yaml"


def differing() -> list[str]:
    ours, facts = corpus_numbers(default_corpus()), fact_numbers()
    return [key for key in sorted({*ours, *facts}) if ours.get(key) != facts.get(key)]


def excused() -> list[str]:
    """Return the keys whose numbers differ, or stand on one side only, with a reason."""
    return [key for keys in told_facts()["differences"].values() for key in keys]


def test_every_number_traces_to_the_fact_base_or_says_why_not() -> None:
    ours, facts = corpus_numbers(default_corpus()), fact_numbers()
    known = set(excused())
    untold = [(key, ours.get(key), facts.get(key)) for key in differing() if key not in known]
    assert untold == []


def test_no_reason_outlives_its_difference() -> None:
    assert sorted(set(excused()) - set(differing())) == []


def test_each_difference_has_one_reason() -> None:
    assert [key for key, count in Counter(excused()).items() if count > 1] == []


def test_numbers_of_provinces_are_traced_too() -> None:
    traced = {key.split("/")[0] for key in corpus_numbers(default_corpus())}
    assert set(default_corpus().provinces) <= traced


def test_the_facts_were_taken_from_the_fact_base_as_it_is() -> None:
    if not SOURCE.is_file():
        pytest.skip("the fact base does not lie beside the repository")
    digest = hashlib.sha256(SOURCE.read_bytes()).hexdigest()
    assert digest == told_facts()["source"]["sha256"], (
        "the fact base has changed: compare law_facts.yaml with it, then record its new hash"
    )
