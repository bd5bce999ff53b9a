"""Short questions of the rest of the program, asked of tiny laws."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from tests.lawbook.tiny import DAY, TITLE, law

from vinhdanh import lawbook
from vinhdanh.lawbook import LawbookError, Level, questions

if TYPE_CHECKING:
    from pathlib import Path

FORM = """
- rule: honour
  slug: giay
  name: Giấy khen
  short: GK
  form: giay-khen
  recipients: [individual]
  period: any
  rank: 0
"""
DOUBT = ", needs_confirmation: Nghe nói."


class _Law:
    """A law of a few rules that the questions are put to."""

    def __init__(self, root: Path, patch: pytest.MonkeyPatch) -> None:
        self.root, self.patch = root, patch

    def holds(self, *rules: str) -> None:
        corpus = law(self.root, TITLE, FORM, *rules)
        self.patch.setattr(questions, "default_corpus", lambda: corpus)


@pytest.fixture
def text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> _Law:
    return _Law(tmp_path, monkeypatch)


# What is not there


def test_an_unknown_honour_is_refused(text: _Law) -> None:
    text.holds()
    for ask_ in (lawbook.honour, lawbook.dossier):
        with pytest.raises(LawbookError, match="Không có danh hiệu, hình thức “la”"):
            ask_("la", as_of=DAY)


def test_what_no_text_says_is_none(text: _Law) -> None:
    text.holds()
    assert lawbook.vote_rule("khen", as_of=DAY) is None
    assert lawbook.ballot_required("khen", as_of=DAY) is None
    assert lawbook.quorum("commune", as_of=DAY) is None
    assert lawbook.deadline("nop", as_of=DAY) is None
    assert lawbook.deadlines(as_of=DAY) == []
    assert lawbook.dossier("khen", as_of=DAY) == []
    assert lawbook.simplified_cases(as_of=DAY) == []
    assert lawbook.decision_bases(as_of=DAY) == []
    assert lawbook.prize("khen", "individual", as_of=DAY).amount is None


def test_a_quorum_without_a_share_is_none(text: _Law) -> None:
    text.holds("- {rule: council, topic: quorum, level: commune, text: Đủ người}\n")
    assert lawbook.quorum("commune", as_of=DAY) is None


def test_a_vote_without_any_share_is_none(text: _Law) -> None:
    text.holds("- {rule: vote, honours: khen, body: Hội đồng, percent: }\n")
    assert lawbook.vote_rule("khen", as_of=DAY) is None


def test_a_level_that_must_be_confirmed_is_none(text: _Law) -> None:
    text.holds(f"- {{rule: authority, honours: khen, level: commune_chair{DOUBT}}}\n")
    found = lawbook.honour("khen", as_of=DAY)
    assert (found.authority.level, found.deciding_level) == (Level.COMMUNE_CHAIR, None)
    assert lawbook.honour("giay", as_of=DAY).deciding_level is None


# What is there


def test_honours_stand_by_rank(text: _Law) -> None:
    text.holds("- {rule: authority, honours: khen, level: commune_chair}\n")
    form, title = lawbook.honours(as_of=DAY)
    assert (form.slug, form.short_name, form.is_title) == ("giay", "GK", False)
    assert (title.slug, title.short_name, title.is_title) == ("khen", "Danh hiệu khen", True)
    assert title.deciding_level is Level.COMMUNE_CHAIR
    assert title == lawbook.honour("khen", as_of=DAY)


VOTES = [
    ("percent: 80", 80, True),
    (f"percent: 80{DOUBT}", 80, False),
    ("percent: , candidate_percent: 90", 90, False),
    (f"percent: , candidate_percent: 90{DOUBT}", 90, False),
]


@pytest.mark.parametrize(("share", "percent", "confirmed"), VOTES)
def test_a_share_that_was_not_read_is_never_confirmed(
    text: _Law, share: str, percent: int, *, confirmed: bool
) -> None:
    text.holds(f"- {{rule: vote, honours: khen, body: Hội đồng, {share}}}\n")
    found = lawbook.vote_rule("khen", as_of=DAY)
    assert found is not None
    assert (found.percent, found.is_confirmed) == (percent, confirmed)
    assert found.denominator == "tổng số thành viên Hội đồng"


def test_a_ballot_is_cited(text: _Law) -> None:
    text.holds("- {rule: vote_form, honours: khen, form: ballot, text: Bỏ phiếu kín, clause: 7}\n")
    assert str(lawbook.ballot_required("khen", as_of=DAY)) == "Khoản 7 Điều 1 Luật 2024"


def test_a_quorum_is_that_of_the_level_or_of_any(text: _Law) -> None:
    text.holds(
        "- {rule: council, topic: quorum, level: any, text: A, share: 1/2}\n",
        "- {rule: council, topic: quorum, level: commune, text: A, share: 2/3}\n",
    )
    shares = [lawbook.quorum(level, as_of=DAY) for level in ("commune", "province")]
    assert [found[0] for found in shares if found] == [Fraction(2, 3), Fraction(1, 2)]


def test_deadlines_are_found_by_id(text: _Law) -> None:
    text.holds("- {rule: deadline, id: nop, what: Nộp, stage: submit, unit: days, value: 10}\n")
    found = lawbook.deadline("nop", as_of=DAY)
    assert found is not None
    assert [rule.content for rule in lawbook.deadlines(as_of=DAY)] == [found.content]


def test_a_file_holds_the_papers_of_its_honour(text: _Law) -> None:
    papers = [
        ("a", "applies: titles"),
        ("b", "applies: [forms, simplified]"),
        ("c", "honours: khen"),
        ("d", "applies: simplified"),
    ]
    text.holds(*(f"- {{rule: dossier, id: {id_}, name: N, {more}}}\n" for id_, more in papers))

    def ids(slug: str, *, simplified: bool = False) -> list[str]:
        found = lawbook.dossier(slug, as_of=DAY, simplified=simplified)
        return [rule.content.id for rule in found]

    assert ids("khen") == ["a", "c"]
    assert ids("giay") == ["b"]
    assert ids("giay", simplified=True) == ["b", "d"]


def test_bases_stand_in_their_order_on_their_day(text: _Law) -> None:
    text.holds(
        "- {rule: basis, order: 2, text: Nghị định}\n",
        "- {rule: basis, order: 1, text: Luật cũ, to: 2025-06-30}\n",
        "- {rule: basis, order: 1, text: Luật mới, from: 2025-07-01}\n",
        "- {rule: simplified, id: a, text: Trường hợp a}\n",
    )
    assert lawbook.decision_bases(as_of=DAY) == ["Luật mới", "Nghị định"]
    assert lawbook.decision_bases(as_of=dt.date(2025, 6, 30)) == ["Luật cũ", "Nghị định"]
    assert [rule.content.id for rule in lawbook.simplified_cases(as_of=DAY)] == ["a"]


def test_a_prize_is_found_by_the_word_for_the_recipient(text: _Law) -> None:
    text.holds(
        "- {rule: prize, honours: khen, recipients: individual, multiple: 0.3}\n",
        "- {rule: base_salary, amount: 10}\n",
    )
    assert lawbook.prize("khen", "individual", as_of=DAY).amount == 3


# Files received before a change


RULES = (
    "rule: vote, honours: khen, body: A, percent: {n}0",
    "rule: vote_form, honours: khen, form: ballot, text: Kín, clause: {n}",
    "rule: council, topic: quorum, level: any, text: A, share: {n}/9",
    "rule: deadline, id: nop, what: N, stage: submit, unit: days, value: {n}",
    "rule: dossier, id: a, name: Giấy {n}, honours: khen",
    "rule: simplified, id: a, text: Trường hợp {n}",
    "rule: prize, honours: khen, recipients: individual, multiple: {n}",
    "rule: base_salary, amount: {n}00",
)
KEEPS = "- {rule: transition, id: t, at: 2025-07-01, keeps: [procedure, prize], text: Giữ}\n"


def test_a_file_received_before_a_change_goes_on_under_the_earlier_procedure(
    tmp_path: Path,
) -> None:
    before = [f"- {{{each.format(n=1)}, to: 2025-06-30}}\n" for each in RULES]
    after = [f"- {{{each.format(n=2)}, from: 2025-07-01}}\n" for each in RULES]
    corpus = law(tmp_path, TITLE, FORM, KEEPS, *before, *after)

    def told(received: dt.date | None) -> list[object]:
        asked: Any = {"as_of": DAY, "received": received, "corpus": corpus}
        vote, ballot = lawbook.vote_rule("khen", **asked), lawbook.ballot_required("khen", **asked)
        quorum, limit = lawbook.quorum("commune", **asked), lawbook.deadline("nop", **asked)
        assert vote
        assert ballot
        assert quorum
        assert lawbook.deadlines(**asked) == [limit]
        (paper,) = lawbook.dossier("khen", **asked)
        (case,) = lawbook.simplified_cases(**asked)
        prize = lawbook.prize("khen", "individual", **asked)
        return [
            vote.percent,
            ballot.clause,
            quorum[0],
            limit and limit.content.value,
            paper.content.name,
            case.content.text,
            (prize.multiple, prize.base_salary, prize.amount),
        ]

    kept = [10, "1", Fraction(1, 9), 1, "Giấy 1", "Trường hợp 1", (1, 200, 200)]
    new = [20, "2", Fraction(2, 9), 2, "Giấy 2", "Trường hợp 2", (2, 200, 400)]
    assert told(dt.date(2025, 6, 20)) == kept
    assert told(None) == told(DAY) == new


def test_a_vote_in_august_2025_on_a_file_of_june_follows_decree_98() -> None:
    asked: Any = {"as_of": dt.date(2025, 8, 10), "received": dt.date(2025, 6, 25)}
    found = lawbook.vote_rule("chien-si-thi-dua-co-so", **asked)
    assert found is not None
    assert (found.percent, found.is_confirmed) == (80, True)
    assert "khoản 7 Điều 30" in str(found.citation).replace("Khoản", "khoản")
    assert "98/2023" in found.citation.instrument


def test_a_session_on_awards_may_need_more_members_than_another(text: _Law) -> None:
    text.holds(
        "- {rule: council, topic: quorum, level: commune, text: A, share: 1/2}\n",
        "- {rule: council, topic: quorum-award, level: commune, text: A, share: 2/3}\n",
        "- {rule: council, topic: quorum, level: province, text: A, share: 1/2}\n",
    )
    shares = [lawbook.quorum(level, as_of=DAY) for level in ("commune", "province")]
    assert [found[0] for found in shares if found] == [Fraction(2, 3), Fraction(1, 2)]
