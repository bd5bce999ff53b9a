"""Names in facts that no text of the corpus knows are refused when the case is judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.lawbook.tiny import DAY, STANDARD, TITLE, facts, judged, law, standard

from vinhdanh.lawbook import Collective, Corpus, FactsError, Individual, Verdict, assess

if TYPE_CHECKING:
    from pathlib import Path

RULES = (
    TITLE,
    STANDARD + "  to: 2024-12-31\n",
    standard("- {id: moi, text: Mới, judged: }") + "  from: 2025-01-01\n",
    (
        "- {rule: honour, slug: cu, name: Cũ, form: title, recipients: individual, period: yearly,"
        " rank: 2, to: 2024-06-30}\n"
    ),
    "- {rule: gap, of: honour, subjects: cu, reason: Bỏ, from: 2024-07-01}\n",
    (
        "- {rule: honour, slug: nhieu, name: Nhiều lần, form: giay-khen, recipients: individual,"
        " period: any, rank: 3}\n"
    ),
    "- {rule: commendation_kind, slug: dot-xuat, name: A, recipients: individual, text: A}\n",
    (
        "- rule: bar\n  id: nha\n  recipients: household\n  conditions:\n"
        "    - {id: vi-pham, text: Không vi phạm, no_violation: {kinds: [danh-bac], words: X}}\n"
    ),
)


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    return law(tmp_path, *RULES)


SAID = {"answer": True, "by": "An", "reason": "x"}
UNKNOWN = [
    (
        "individual",
        {"honours": [{"honour": "la", "year": 2024}]},
        "Mục “honours[0].honour”: không có",
    ),
    (
        "individual",
        {"honours": [{"honour": "cu", "year": 2024, "kind": "dotxuat"}]},
        "honours[0].kind",
    ),
    (
        "individual",
        {"initiatives": [{"year": 2025, "scope": "province", "used_for": "la"}]},
        "initiatives[0].used_for",
    ),
    ("collective", {"member_titles": {"la": 1}}, "Mục “member_titles”"),
    ("household", {"violations": ["danh-bac", "la"]}, "Mục “violations[1]”"),
    (
        "individual",
        {"attestations": {"khen/la": True}},
        "Mục “attestations”: không có điều kiện nào",
    ),
    ("individual", {"confirmations": {"khen/la": SAID}}, "Mục “confirmations”"),
]


@pytest.mark.parametrize(("recipient", "known", "told"), UNKNOWN)
def test_unknown_names_are_refused(
    corpus: Corpus, recipient: str, known: dict[str, Any], told: str
) -> None:
    with pytest.raises(FactsError) as caught:
        judged(corpus, facts(recipient, **known))
    assert told in str(caught.value)
    assert "la”" in str(caught.value) or "dotxuat”" in str(caught.value)


def test_a_yearly_honour_is_told_once_for_a_year(corpus: Corpus) -> None:
    twice = [{"honour": "khen", "year": 2024}] * 2
    with pytest.raises(FactsError, match="Mục “honours” ghi “khen” năm 2024 hai lần"):
        judged(corpus, facts(honours=twice))
    often = [{"honour": "nhieu", "year": 2024}] * 2
    assert judged(corpus, facts(honours=often, attested=True)).verdict is Verdict.MET


def test_names_of_any_version_are_known(corpus: Corpus) -> None:
    known = facts(
        honours=[{"honour": "cu", "year": 2024, "kind": "dot-xuat"}],
        initiatives=[{"year": 2025, "scope": "province", "used_for": "cu"}],
        attestations={"khen/tot": True, "khen/moi": True},
        confirmations={"khen/quy-dinh": SAID, "khen/tieu-chuan": SAID},
    )
    assert judged(corpus, known).verdict is Verdict.MET


def test_honours_that_ended_cannot_be_asked_for(corpus: Corpus) -> None:
    with pytest.raises(LookupError, match="Không có danh hiệu, hình thức “cu” trong quy định ngày"):
        assess("cu", facts(), as_of=DAY, corpus=corpus)


def test_titles_and_violations_that_exist_pass(corpus: Corpus) -> None:
    unit = facts("collective", member_titles={"khen": 1})
    assert judged(corpus, unit).verdict is Verdict.UNDETERMINED
    home = facts("household", violations=["danh-bac"])
    assert judged(corpus, home).verdict is Verdict.NOT_MET


def test_facts_keep_what_was_handed_over() -> None:
    titles, said = {"lao-dong-tien-tien": 1}, {"a": True}
    unit = Collective(member_titles=titles, attestations=said)
    titles["lao-dong-tien-tien"] = 20
    said.clear()
    assert (unit.member_titles, unit.attestations) == ({"lao-dong-tien-tien": 1}, {"a": True})
    with pytest.raises(TypeError):
        unit.confirmations["a"] = None  # type: ignore[index]


def test_facts_built_in_python_are_held_to_the_same_rules(tmp_path: Path) -> None:
    corpus = law(tmp_path, *RULES)
    with pytest.raises(FactsError, match=r"Mục “member_titles\.khen” ghi 3"):
        judged(corpus, Collective(members=2, member_titles={"khen": 3}))
    with pytest.raises(FactsError, match="Mục “for_year” ghi năm 2026"):
        judged(corpus, Individual(for_year=2026))
