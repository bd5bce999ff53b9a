"""Receipts kept from earlier: an evaluator that answers them otherwise is another version.

Write them anew, after VERSION was bumped: `python -m tests.lawbook.test_receipts_golden`.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from vinhdanh.lawbook import assess, load_corpus, read_facts, receipt, receipt_text, replay
from vinhdanh.lawbook.library import VERSION

FOLDER = Path(__file__).parent / "receipts"
DAY = dt.date(2025, 8, 20)
CASES: dict[str, dict[str, Any]] = {
    "met": {
        "recipient": "individual",
        "for_year": 2024,
        "years": [{"year": 2024, "completion": "hoan-thanh-xuat-sac"}],
        "initiatives": [],
        "holds": [],
        "attested": True,
    },
    "not-met": {
        "recipient": "collective",
        "members": 20,
        "member_titles": {"khen": 13},
        "worst_discipline": None,
        "holds": [{"kind": "to-cao", "from": "2025-08-01"}],
    },
    "undetermined": {"recipient": "individual", "initiatives": [], "holds": []},
}
DIFFERENT = (
    "the evaluator answers a stored receipt otherwise: bump VERSION in library.py, then write the"
    " receipts anew with `python -m tests.lawbook.test_receipts_golden`"
)


@pytest.mark.parametrize("verdict", CASES)
def test_a_stored_receipt_gives_the_same_bytes(verdict: str) -> None:
    corpus = load_corpus(FOLDER / "corpus")
    told = json.loads((FOLDER / f"{verdict}.json").read_text("utf-8"))
    assert told["verdict"] == verdict.replace("-", "_")
    assert told["evaluator"] == VERSION, "write the receipts anew"
    told["corpus"] = corpus.digest  # how files are hashed is no business of the evaluator
    assert replay(told, corpus=corpus) == receipt_text(told), DIFFERENT


def write() -> None:
    """Write the receipts of today's evaluator."""
    corpus = load_corpus(FOLDER / "corpus")
    for name, found in CASES.items():
        known = read_facts(found, as_of=DAY)
        one = assess("khen", known, as_of=DAY, received=dt.date(2025, 6, 20), corpus=corpus)
        text = json.dumps(receipt(one, corpus=corpus), ensure_ascii=False, indent=1, sort_keys=True)
        (FOLDER / f"{name}.json").write_text(f"{text}\n", "utf-8")


if __name__ == "__main__":
    write()
