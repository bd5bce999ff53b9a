"""Every scenario beside the law holds, and no two ask the same."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from tests.lawbook.scenarios import Scenario, scenarios

from vinhdanh.lawbook import Citation, assess, default_corpus, read_facts
from vinhdanh.lawbook.reasons import all_missing
from vinhdanh.lawbook.rules import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vinhdanh.lawbook import Assessment, Finding

EVERY = scenarios()


@pytest.mark.parametrize("scenario", EVERY, ids=lambda each: each.id)
def test_the_law_says_what_the_scenario_expects(scenario: Scenario) -> None:
    {"assess": _check_assessment, "rule": _check_rule}[scenario.kind](scenario)


def test_scenarios_differ() -> None:
    told = Counter(
        json.dumps({k: v for k, v in each.found.items() if k != "name"}, default=str)
        for each in EVERY
    )
    assert [text for text, count in told.items() if count > 1] == []


def test_names_differ_within_a_file() -> None:
    told = Counter((each.file, each.found["name"]) for each in EVERY)
    assert [name for name, count in told.items() if count > 1] == []


def _check_assessment(one: Scenario) -> None:
    facts = read_facts(one.found["facts"], as_of=one.as_of)
    got = assess(
        one.found["honour"],
        facts,
        as_of=one.as_of,
        received=one.found.get("received"),
        province=one.found.get("province", ""),
    )
    expect = one.found["expect"]
    assert got.verdict.value == expect["verdict"], got.reason
    if "regime" in expect:
        assert got.regime == expect["regime"]
    if "cites" in expect:
        _check_citation(got, expect["cites"])
    for id, verdict in expect.get("conditions", {}).items():  # noqa: A001
        by_id = {each.id: each.verdict.value for each in walk(got.conditions)}
        assert by_id.get(id) == verdict, sorted(by_id)
    if "missing" in expect:
        facts_missing = [each.fact for each in all_missing(got.conditions)]
        assert any(expect["missing"] in fact for fact in facts_missing), facts_missing
    if "reason" in expect:
        assert expect["reason"] in got.reason, got.reason
    _check_consequences(got, expect)


def _check_consequences(got: Assessment, expect: dict[str, Any]) -> None:
    if "authority" in expect:
        level = got.authority.level
        assert (level.value if level else None) == expect["authority"]
    if "prize" in expect:
        assert got.prize.amount == expect["prize"]
    if "confirmed" in expect:
        sure = got.authority.unconfirmed is None and got.prize.unconfirmed is None
        assert sure == expect["confirmed"], (got.authority.unconfirmed, got.prize.unconfirmed)


def _check_citation(got: Assessment, wanted: str) -> None:
    """The finding that carries the verdict must stand on this article[.clause[.point]]."""
    carriers = [each.citation for each in walk(got.conditions) if each.verdict is got.verdict]
    told = sorted({f"{each.instrument} {short(each)}" for each in carriers})
    assert any(stands_on(each, wanted) for each in carriers), f"{wanted} is not among {told}"


def _check_rule(one: Scenario) -> None:
    view = default_corpus().on(one.as_of, one.found.get("province", ""))
    expect = dict(one.found["expect"])
    rule = view.one(KINDS[one.found["rule"]], _key(one.found["key"]))
    if expect.pop("none", False):
        assert rule is None
        return
    assert rule is not None, f"nothing is in force on {one.as_of}"
    if "cites" in expect:
        wanted = expect.pop("cites")
        assert stands_on(rule.citation, str(wanted)), rule.citation
    if "instrument" in expect:
        assert rule.citation.instrument == expect.pop("instrument")
    if "confirmed" in expect:
        assert (rule.unconfirmed is None) == expect.pop("confirmed"), rule.unconfirmed
    for name, value in expect.items():
        assert _plain(getattr(rule.content, name)) == value, name


def _key(found: Any) -> Any:
    """A key in the file is a slug, or a list for kinds with several parts."""
    return tuple(found) if isinstance(found, list) else found


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    value = getattr(value, "value", value)
    return float(value) if type(value).__name__ == "Decimal" else value


def stands_on(citation: Citation, wanted: str) -> bool:
    """Tell whether a citation lies within `23.2`, or within `152/2025/NĐ-CP 4`."""
    *instrument, place = wanted.split(" ")
    parts = place.split(".")
    return short(citation).split(".")[: len(parts)] == parts and (
        not instrument or citation.instrument == instrument[0]
    )


@pytest.mark.parametrize(
    ("wanted", "fits"),
    [
        ("54", True),
        ("54.2", True),
        ("54.2.a", True),
        ("152/2025/NĐ-CP 54", True),
        ("5", False),
        ("54.21", False),
        ("98/2023/NĐ-CP 54.2", False),
        ("54.2.a.1", False),
    ],
)
def test_a_place_is_compared_part_by_part(wanted: str, fits: bool) -> None:  # noqa: FBT001
    assert stands_on(Citation("152/2025/NĐ-CP", "54", "2", "a"), wanted) is fits


def short(citation: Citation) -> str:
    parts = (citation.article, citation.clause, citation.point)
    return ".".join(part for part in parts if part)


def walk(findings: Iterable[Finding]) -> Iterator[Finding]:
    for each in findings:
        yield each
        yield from walk(each.conditions)
