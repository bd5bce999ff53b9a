"""Every number of the corpus traces to the fact base; what differs says why."""

from __future__ import annotations

from fnmatch import fnmatch

from tests.lawbook.numbers import corpus_numbers, fact_numbers

from vinhdanh.lawbook import default_corpus

TEXT_2022 = "read in the Law itself; the fact base lists what a commune handles or proposes often"
TEXT_2003 = "read in the Law of 2003; the fact base gives no numbers for it"
NOTES = "told in the notes to the fact base (its table of prizes), not in its list"
CARRIED = "the number until 30/9/2026 carried over, unsure; the fact base leaves the period out"
UNREAD = "the decree was not read; the corpus says so where the fact base is silent"
DECISION = "read in Decision 01/2026; the fact base leaves it out"
ISSUED = "Circular 20/2025 is in force from 1/12/2025 (Article 19); the fact base has other days"

DIFFERENCES: dict[str, str] = {
    "certificate/bang-khen-tinh-*": DECISION,
    "certificate/chien-si-thi-dua-tinh/*": DECISION,
    "certificate/don-vi-quyet-thang/*": DECISION,
    "certificate/ky-niem-chuong-tinh/*": DECISION,
    "condition of 2003/*": TEXT_2003,
    "condition/don-vi-*": TEXT_2022,
    "condition/huan-chuong-bao-ve-to-quoc-*": TEXT_2022,
    "condition/huan-chuong-doc-lap-*": TEXT_2022,
    "condition/huan-chuong-ho-chi-minh/*": TEXT_2022,
    "condition/huan-chuong-lao-dong-*/individual/has_initiative.count": TEXT_2022,
    "condition/huan-chuong-quan-cong-*": TEXT_2022,
    "condition/huan-chuong-sao-vang/*": TEXT_2022,
    "deadline/co-chinh-phu-submit-r1": "told in the notes to the fact base, not in its list",
    "deadline/cstdtq-submit-r1": "told in the notes to the fact base, not in its list",
    "deadline/object-*-ministry": "the fact base has it in a note: Articles 71.3, 72.3",
    "deadline/revoke-*": ISSUED,
    "deadline/state-submit": "told in the notes to the fact base, not in its list",
    "deadline/sudden-award": "Decision 01/2026 lapses on 1/3/2027; the fact base names no end",
    "deadline/tnxp-ministry": DECISION,
    "deadline/tnxp-notify-province": DECISION,
    "deadline/unit-head-award": ISSUED,
    "deadline/unit-head-refuse": "the fact base has it in a note: Circular 20/2025, Article 12.3",
    "dossier/tnxp-*/copies": DECISION,
    "dossier/to-trinh-don-gian/copies": "one set with the summary of the same clause",
    "prize/anh-hung-*": NOTES,
    "prize/bang-khen-*/R3": CARRIED,
    "prize/bang-khen-thu-tuong/*/R1": UNREAD,
    "prize/bang-khen-thu-tuong/household/R2": "1.5 times the individual's, by the decree",
    "prize/bang-khen-tinh-ho-gia-dinh/household/R1": UNREAD,
    "prize/don-vi-*": NOTES,
    "prize/huan-chuong-doc-lap-*": NOTES,
    "prize/huan-chuong-ho-chi-minh/*": NOTES,
    "prize/huan-chuong-lao-dong-*/R1": UNREAD,
    "prize/huan-chuong-lao-dong-*/R3": CARRIED,
    "prize/huan-chuong-sao-vang/*": NOTES,
    "prize/ky-niem-chuong-tinh/*/R3": CARRIED,
}
"""Keys (or patterns of keys) whose numbers differ or stand on one side only → why."""


def differing() -> list[str]:
    ours, facts = corpus_numbers(default_corpus()), fact_numbers()
    return [key for key in sorted({*ours, *facts}) if ours.get(key) != facts.get(key)]


def test_every_number_traces_to_the_fact_base_or_says_why_not() -> None:
    ours, facts = corpus_numbers(default_corpus()), fact_numbers()
    untold = [
        (key, ours.get(key), facts.get(key))
        for key in differing()
        if not any(fnmatch(key, pattern) for pattern in DIFFERENCES)
    ]
    assert untold == []


def test_no_reason_outlives_its_difference() -> None:
    keys = differing()
    stale = [each for each in DIFFERENCES if not any(fnmatch(key, each) for key in keys)]
    assert stale == []


def test_numbers_nobody_read_stay_open() -> None:
    corpus = default_corpus()
    for key in ("giay-khen-commune", "publish-before-council-r2"):
        assert f"deadline/{key}" not in corpus_numbers(corpus)


def test_most_numbers_are_compared() -> None:
    ours, facts = corpus_numbers(default_corpus()), fact_numbers()
    assert len([key for key in ours if ours[key] == facts.get(key)]) > 150
