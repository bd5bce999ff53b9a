"""What holds for any facts and any day: favourable facts never harm, versions never overlap."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections import Counter
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vinhdanh.lawbook import Verdict, assess, default_corpus, read_facts
from vinhdanh.lawbook.enums import DisciplineLevel, Grade, Scope
from vinhdanh.lawbook.facts.writing import write_facts
from vinhdanh.lawbook.lists import quota
from vinhdanh.lawbook.receipts import receipt, receipt_text, replay
from vinhdanh.lawbook.rules import KINDS

AS_OF = dt.date(2025, 12, 20)
YEARS = range(2018, 2026)
ORDER = (Verdict.NOT_MET, Verdict.UNDETERMINED, Verdict.MET)
TITLES = ("lao-dong-tien-tien", "chien-si-thi-dua-co-so", "chien-si-thi-dua-tinh")
PERSONAL = (
    "lao-dong-tien-tien",
    "chien-si-thi-dua-co-so",
    "chien-si-thi-dua-tinh",
    "chien-si-thi-dua-toan-quoc",
    "bang-khen-tinh-ca-nhan",
    "giay-khen-ca-nhan",
)
COLLECTIVE = (
    "tap-the-lao-dong-tien-tien",
    "tap-the-lao-dong-xuat-sac",
    "giay-khen-tap-the",
    "bang-khen-tinh-tap-the",
)
GRADES = [each.value for each in Grade]

years = st.lists(st.sampled_from(YEARS), unique=True, max_size=5).flatmap(
    lambda chosen: st.tuples(*(_year(each) for each in chosen)).map(list)
)
awards = st.lists(
    st.fixed_dictionaries({"honour": st.sampled_from(TITLES), "year": st.sampled_from(YEARS)}),
    max_size=8,
    unique_by=lambda each: (each["honour"], each["year"]),
)
initiatives = st.lists(
    st.fixed_dictionaries(
        {
            "year": st.sampled_from(YEARS),
            "scope": st.sampled_from([each.value for each in Scope]),
            "used_for": st.sampled_from([None, "bang-khen-tinh-ca-nhan"]),
            "kind": st.sampled_from(["initiative", "research", "combat"]),
        }
    ),
    max_size=4,
)
achievements = st.lists(
    st.fixed_dictionaries(
        {
            "kind": st.sampled_from(["movement", "sudden", "many", "contribution"]),
            "scope": st.sampled_from([each.value for each in Scope]),
            "year": st.sampled_from(YEARS),
        }
    ),
    max_size=3,
)


def _year(year: int) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {"year": st.just(year)},
        optional={
            "completion": st.sampled_from(GRADES),
            "absent_months": st.integers(0, 6),
        },
    )


persons = st.fixed_dictionaries(
    {"recipient": st.just("individual")},
    optional={
        "group": st.sampled_from(["official", "worker", "armed"]),
        "years": years,
        "honours": awards,
        "initiatives": initiatives,
        "achievements": achievements,
        "discipline": st.just([]),
        "holds": st.sampled_from([[], ["complaint"]]),
        "attested": st.booleans(),
        "recruited_months": st.integers(0, 24),
    },
)


@st.composite
def collectives(draw: st.DrawFn) -> dict[str, Any]:
    members = draw(st.integers(1, 40))
    counts = st.integers(0, members)
    found: dict[str, Any] = draw(
        st.fixed_dictionaries(
            {"recipient": st.just("collective"), "members": st.just(members)},
            optional={
                "members_completing": counts,
                "member_titles": st.fixed_dictionaries(
                    {"lao-dong-tien-tien": counts, "chien-si-thi-dua-co-so": counts}
                ),
                "completion": st.sampled_from(GRADES),
                "worst_discipline": st.sampled_from(
                    [None, *(each.value for each in DisciplineLevel)]
                ),
                "honours": st.just([]),
                "achievements": achievements,
                "holds": st.sampled_from([[], ["press"]]),
                "attested": st.booleans(),
            },
        )
    )
    return found


def verdict(honour: str, found: dict[str, Any], province: str = "bac-ninh") -> Verdict:
    facts = read_facts(found, as_of=AS_OF)
    return assess(honour, facts, as_of=AS_OF, province=province).verdict


def never_worse(honour: str, before: dict[str, Any], after: dict[str, Any]) -> None:
    """A favourable fact that was known to be otherwise never lowers the verdict."""
    assert ORDER.index(verdict(honour, after)) >= ORDER.index(verdict(honour, before))


def never_refuted(honour: str, before: dict[str, Any], after: dict[str, Any]) -> None:
    """A favourable fact that was unknown never turns met into not met."""
    assert not (
        verdict(honour, before) is Verdict.MET and verdict(honour, after) is Verdict.NOT_MET
    )


class TestFavourableFactsOfAPerson:
    @given(persons, st.sampled_from(PERSONAL), st.data())
    @settings(deadline=None, max_examples=50)
    def test_a_better_grade(self, found: dict[str, Any], honour: str, data: st.DataObject) -> None:
        graded = [at for at, each in enumerate(found.get("years", [])) if "completion" in each]
        if not graded:
            return
        at = data.draw(st.sampled_from(graded))
        better = [dict(each) for each in found["years"]]
        better[at]["completion"] = "hoan-thanh-xuat-sac"
        never_worse(honour, found, {**found, "years": better})

    @given(persons, st.sampled_from(PERSONAL), st.sampled_from(list(Scope)))
    @settings(deadline=None, max_examples=50)
    def test_one_more_initiative(self, found: dict[str, Any], honour: str, scope: Scope) -> None:
        if "initiatives" not in found:
            return
        more = {"year": 2025, "scope": scope.value, "used_for": None}
        never_worse(honour, found, {**found, "initiatives": [*found["initiatives"], more]})

    @given(persons, st.sampled_from(PERSONAL), achievements)
    @settings(deadline=None, max_examples=50)
    def test_more_achievements(
        self, found: dict[str, Any], honour: str, more: list[dict[str, Any]]
    ) -> None:
        if "achievements" not in found:
            return
        never_worse(honour, found, {**found, "achievements": [*found["achievements"], *more]})

    @given(persons, st.sampled_from(PERSONAL))
    @settings(deadline=None, max_examples=50)
    def test_nothing_being_looked_into(self, found: dict[str, Any], honour: str) -> None:
        never_worse(honour, {**found, "holds": ["complaint"]}, {**found, "holds": []})

    @given(persons, st.sampled_from(PERSONAL))
    @settings(deadline=None, max_examples=50)
    def test_the_word_of_the_unit(self, found: dict[str, Any], honour: str) -> None:
        never_worse(honour, {**found, "attested": False}, {**found, "attested": True})

    @given(persons, st.sampled_from(PERSONAL), st.integers(0, 24))
    @settings(deadline=None, max_examples=50)
    def test_longer_service(self, found: dict[str, Any], honour: str, months: int) -> None:
        less = {**found, "recruited_months": min(months, found.get("recruited_months", months))}
        never_worse(honour, less, {**found, "recruited_months": 24})

    @given(persons, st.sampled_from(PERSONAL))
    @settings(deadline=None, max_examples=50)
    def test_a_year_that_was_unknown(self, found: dict[str, Any], honour: str) -> None:
        known = [each for each in found.get("years", []) if each["year"] != 2025]
        record = {"year": 2025, "completion": "hoan-thanh-xuat-sac", "absent_months": 0}
        before = {**found, "years": [*known, {"year": 2025}]}
        never_refuted(honour, before, {**found, "years": [*known, record]})


class TestFavourableFactsOfACollective:
    @given(collectives(), st.sampled_from(COLLECTIVE), st.sampled_from(TITLES[:2]))
    @settings(deadline=None, max_examples=50)
    def test_one_more_holder(self, found: dict[str, Any], honour: str, title: str) -> None:
        held = found.get("member_titles")
        if not held or held[title] == found["members"]:
            return
        more = {**held, title: held[title] + 1}
        never_worse(honour, found, {**found, "member_titles": more})

    @given(collectives(), st.sampled_from(COLLECTIVE))
    @settings(deadline=None, max_examples=50)
    def test_everybody_completing(self, found: dict[str, Any], honour: str) -> None:
        if "members_completing" in found:
            never_worse(honour, found, {**found, "members_completing": found["members"]})

    @given(collectives(), st.sampled_from(COLLECTIVE))
    @settings(deadline=None, max_examples=50)
    def test_a_better_year_and_milder_discipline(self, found: dict[str, Any], honour: str) -> None:
        if "completion" in found:
            never_worse(honour, found, {**found, "completion": "hoan-thanh-xuat-sac"})
        if "worst_discipline" in found:
            never_worse(honour, found, {**found, "worst_discipline": None})


@given(
    st.one_of(persons, collectives()),
    st.sampled_from([dt.date(2025, 12, 20), dt.date(2026, 2, 1), dt.date(2026, 10, 15)]),
    st.sampled_from(["", "bac-ninh"]),
    st.randoms(use_true_random=False),
)
@settings(deadline=None, max_examples=50)
def test_same_facts_and_day_give_the_same_receipt(
    found: dict[str, Any], day: dt.date, province: str, rng: Any
) -> None:
    honours = PERSONAL if found["recipient"] == "individual" else COLLECTIVE
    honour = rng.choice(honours)
    shuffled = list(found.items())
    rng.shuffle(shuffled)
    texts = set()
    for told in (found, dict(shuffled)):
        facts = read_facts(told, as_of=day)
        text = receipt_text(receipt(assess(honour, facts, as_of=day, province=province), facts))
        assert replay(text) == text
        texts.add(text)
    assert len(texts) == 1


@given(st.one_of(persons, collectives()))
@settings(deadline=None, max_examples=50)
def test_facts_come_back_as_they_were_written(found: dict[str, Any]) -> None:
    facts = read_facts(found, as_of=AS_OF)
    assert read_facts(write_facts(facts), as_of=AS_OF) == facts


@given(st.integers(0, 10_000), st.integers(0, 100))
def test_a_quota_is_the_largest_number_within_its_percentage(base: int, percent: int) -> None:
    allowed = quota(base, percent)
    ceiling = Fraction(percent, 100) * base
    assert allowed <= ceiling < allowed + 1


@given(st.integers(0, 10_000), st.integers(0, 100))
def test_a_larger_base_or_percentage_never_allows_fewer(base: int, percent: int) -> None:
    assert quota(base + 1, percent) >= quota(base, percent)
    assert quota(base, min(percent + 1, 100)) >= quota(base, percent)


@given(st.integers(1, 200), st.data())
@settings(deadline=None)
def test_a_share_is_never_rounded_up_to_its_threshold(members: int, data: st.DataObject) -> None:
    holders = data.draw(st.integers(0, members))
    found = {
        "recipient": "collective",
        "members": members,
        "members_completing": members,
        "member_titles": {"lao-dong-tien-tien": holders},
        "completion": "hoan-thanh-tot",
        "worst_discipline": None,
        "holds": [],
        "attested": True,
    }
    wanted = Verdict.MET if 10 * holders >= 7 * members else Verdict.NOT_MET
    assert verdict("tap-the-lao-dong-tien-tien", found, "") is wanted


@given(st.dates(dt.date(2004, 7, 1), dt.date(2030, 12, 31)), st.sampled_from(["", "bac-ninh"]))
@settings(deadline=None, max_examples=80)
def test_versions_never_overlap_on_any_day(day: dt.date, province: str) -> None:
    law = default_corpus()
    in_force = [
        rule for rule in law.rules if rule.is_in_force(day) and rule.province in {"", province}
    ]
    for layer in ("", province):
        settled = Counter(
            (rule.kind, key)
            for rule in in_force
            if rule.province == layer and not rule.tightens
            for key in rule.content.settles()
        )
        assert [key for key, count in settled.items() if count > 1] == []
    view = law.on(day, province)
    for rule in in_force:
        if rule.province == province and not rule.tightens:
            for key in rule.content.settles():
                assert view.one(KINDS[rule.kind], key) is rule


@pytest.mark.parametrize("day", default_corpus().changes)
def test_a_change_is_seen_on_its_day_and_not_before(day: dt.date) -> None:
    law = default_corpus()
    if day == law.begins:
        return
    before = {id(rule) for rule in law.rules if rule.is_in_force(day - dt.timedelta(days=1))}
    after = {id(rule) for rule in law.rules if rule.is_in_force(day)}
    assert before != after


def test_facts_are_frozen() -> None:
    facts = read_facts({"recipient": "household"}, as_of=AS_OF)
    with pytest.raises(dataclasses.FrozenInstanceError):
        facts.attested = True  # type: ignore[misc]
