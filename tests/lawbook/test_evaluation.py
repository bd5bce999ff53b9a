"""Trees of conditions: three-valued tables, attesting, confirming, standards inside standards."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

import pytest
from tests.lawbook.tiny import DAY, TITLE, facts, judged, law, overlaid, standard

from vinhdanh.lawbook import Assessment, Verdict, assess

if TYPE_CHECKING:
    from pathlib import Path

M, N, U = Verdict.MET, Verdict.NOT_MET, Verdict.UNDETERMINED
TABLES = {
    "all": {(M, M): M, (M, N): N, (M, U): U, (N, N): N, (N, U): N, (U, U): U},
    "any": {(M, M): M, (M, N): M, (M, U): M, (N, N): N, (N, U): U, (U, U): U},
    "not": {(M, M): N, (M, N): N, (M, U): N, (N, N): M, (N, U): U, (U, U): U},
}
LEAVES = {M: "group_in: official", N: "group_in: worker", U: "served: 24"}
OTHER = """
- rule: honour
  slug: duoi
  name: Danh hiệu dưới
  form: title
  recipients: [individual, collective]
  period: yearly
  rank: 9
"""


def lower_standard(conditions: str, more: str = "") -> str:
    rule = standard(conditions, more=f"recipients: [individual]\n{more}")
    return rule.replace("honour: khen", "honour: duoi")


def given(tmp_path: Path, conditions: str, *rules: str, **known: Any) -> Assessment:
    corpus = law(tmp_path, TITLE, OTHER, standard(conditions), *rules)
    return judged(corpus, facts(**{"group": "official", **known}))


@pytest.mark.parametrize("operator", TABLES)
@pytest.mark.parametrize("pair", list(itertools.product((M, N, U), repeat=2)))
def test_conditions_join_by_three_values(
    tmp_path: Path, operator: str, pair: tuple[Verdict, Verdict]
) -> None:
    leaves = [
        f"    - {{id: l{at}, text: L, {LEAVES[verdict]}}}\n" for at, verdict in enumerate(pair)
    ]
    found = given(tmp_path, f"- id: a\n  text: A\n  {operator}:\n{''.join(leaves)}")
    table = TABLES[operator]
    assert found.verdict is (table.get(pair) or table[pair[1], pair[0]])
    assert [each.verdict for each in found.conditions[0].conditions] == list(pair)
    asked = [each.fact for each in found.conditions[0].missing]
    assert bool(asked) == (found.verdict is U)


# What people attest


PEOPLE = """
- {id: guong, text: Gương mẫu, judged: }
- {id: doan-ket, text: Đoàn kết, judged: {what: Có đoàn kết không}}
"""

WORDS = [
    ({}, U),
    ({"attested": True}, M),
    ({"attested": False}, U),
    ({"attestations": {"khen/guong": True}}, U),
    ({"attestations": {"khen/guong": True, "khen/doan-ket": True}}, M),
    ({"attestations": {"khen/guong": False}}, N),
    ({"attested": True, "attestations": {"khen/guong": False}}, N),
    ({"attested": True, "attestations": {"khen/guong": True}}, M),
]


@pytest.mark.parametrize(("known", "verdict"), WORDS)
def test_a_word_about_one_condition_goes_before_the_word_about_all(
    tmp_path: Path, known: dict[str, Any], verdict: Verdict
) -> None:
    assert given(tmp_path, PEOPLE, **known).verdict is verdict


def test_the_word_of_the_unit_is_told(tmp_path: Path) -> None:
    found = given(tmp_path, PEOPLE, attestations={"khen/guong": False, "khen/doan-ket": True})
    assert [each.evidence for each in found.conditions] == [
        ("Đơn vị đề nghị không xác nhận",),
        ("Đơn vị đề nghị xác nhận",),
    ]
    assert [each.attested for each in found.conditions] == [False, True]


def test_what_rests_on_the_word_of_the_unit_is_marked(tmp_path: Path) -> None:
    mixed = PEOPLE + "- {id: nam, text: Hoàn thành tốt, grade_at_least: hoan-thanh-tot}\n"
    years = [{"year": 2025, "completion": "hoan-thanh-tot"}]
    found = given(tmp_path, mixed, attested=True, years=years)
    assert [each.attested for each in found.conditions] == [True, True, False]
    doubtful = "- {id: guong, text: Gương mẫu, judged: , needs_confirmation: Nghe nói}\n"
    found = given(tmp_path / "b", doubtful, attested=True)
    assert (found.verdict, found.conditions[0].attested) == (U, True)


RECORDS = """
- {id: nam, text: Hoàn thành tốt, grade_at_least: hoan-thanh-tot}
- {id: tuyen, text: Tuyển dụng đủ sáu tháng, recruited_at_least: 6}
"""
GOOD = [{"year": 2025, "completion": "hoan-thanh-tot"}]

RECORDED = [
    ({"attestations": {"khen/nam": True, "khen/tuyen": True}}, [U, M]),
    ({"attestations": {"khen/tuyen": False}, "years": GOOD}, [M, N]),
    ({"attestations": {"khen/nam": False, "khen/tuyen": False}, "years": GOOD}, [U, N]),
    ({"attestations": {"khen/tuyen": True}, "recruited_months": 5}, [U, N]),
    ({"attestations": {"khen/tuyen": False}, "recruited_months": 6}, [U, U]),
    ({"attested": True}, [U, M]),
]


@pytest.mark.parametrize(("known", "verdicts"), RECORDED)
def test_attesting_never_stands_for_a_record(
    tmp_path: Path, known: dict[str, Any], verdicts: list[Verdict]
) -> None:
    found = given(tmp_path, RECORDS, **known)
    assert [each.verdict for each in found.conditions] == verdicts


WHOLE = """
- id: ca-hai
  text: Cả hai
  all:
    - {id: guong, text: Gương mẫu, judged: }
    - {id: nam, text: Hoàn thành tốt, grade_at_least: hoan-thanh-tot}
"""

WHOLES = [
    ({"attestations": {"khen/ca-hai": True}, "years": GOOD}, M),
    ({"attestations": {"khen/ca-hai": True}}, U),
    ({"attestations": {"khen/ca-hai": False}, "years": GOOD, "attested": True}, N),
    ({"attestations": {"khen/ca-hai": False, "khen/guong": True}, "years": GOOD}, U),
]


@pytest.mark.parametrize(("known", "verdict"), WHOLES)
def test_a_word_about_the_whole_is_one_about_what_people_judge_in_it(
    tmp_path: Path, known: dict[str, Any], verdict: Verdict
) -> None:
    assert given(tmp_path, WHOLE, **known).verdict is verdict


def test_a_whole_tells_what_its_open_parts_lack(tmp_path: Path) -> None:
    told = given(tmp_path, WHOLE, years=GOOD).as_json()["conditions"][0]
    assert told["missing"] == told["conditions"][0]["missing"] != []


MERITS = """
- id: mot
  text: Có một trong các thành tích
  any:
    - {id: dot-xuat, text: Đột xuất, achieved: {kinds: sudden}}
    - {id: khac, text: Khác, judged: {merit: true}}
"""
SUDDEN = {"kind": "sudden", "scope": "grassroots", "year": 2025}

CHOICES = [
    ({}, U),
    ({"attested": True}, M),
    ({"attested": True, "achievements": []}, U),
    ({"achievements": [SUDDEN]}, M),
    ({"attestations": {"khen/khac": True}}, M),
    ({"attestations": {"khen/dot-xuat": True}}, M),
    ({"attestations": {"khen/khac": False}}, U),
    ({"attestations": {"khen/khac": False}, "achievements": []}, N),
    ({"attestations": {"khen/khac": False, "khen/dot-xuat": False}}, N),
    ({"attestations": {"khen/mot": True}}, M),
    ({"attestations": {"khen/mot": False}, "attested": True}, N),
    ({"attestations": {"khen/mot": True}, "achievements": []}, U),
    ({"attestations": {"khen/dot-xuat": True}, "achievements": []}, U),
]


@pytest.mark.parametrize(("known", "verdict"), CHOICES)
def test_a_choice_of_merits_is_attested_only_where_no_record_could_decide(
    tmp_path: Path, known: dict[str, Any], verdict: Verdict
) -> None:
    assert given(tmp_path, MERITS, **known).verdict is verdict


def test_a_choice_with_a_record_in_it_is_not_attested_in_one_stroke(tmp_path: Path) -> None:
    choice = """
    - id: mot
      text: Một trong hai
      any:
        - {id: nam, text: Năm, grade_at_least: hoan-thanh-tot}
        - {id: khac, text: Khác, judged: {merit: true}}
    """
    assert given(tmp_path, choice, attested=True).verdict is U
    attested = {"khen/mot": True}
    assert given(tmp_path / "b", choice, attestations=attested).verdict is U


# What a named person confirms


NAMED = {"by": "Nguyễn An", "reason": "Đã xem hồ sơ gốc"}


@pytest.mark.parametrize(("answer", "verdict"), [(True, M), (False, N)])
def test_a_named_person_answers_what_is_open(
    tmp_path: Path, *, answer: bool, verdict: Verdict
) -> None:
    said = {"khen/nam": {"answer": answer, **NAMED}, "khen/tuyen": {"answer": True, **NAMED}}
    found = given(tmp_path, RECORDS, confirmations=said)
    assert found.verdict is verdict
    assert found.conditions[0].evidence == ("Nguyễn An xác minh: Đã xem hồ sơ gốc",)
    assert found.conditions[0].missing == ()


def test_nobody_overrules_a_record(tmp_path: Path) -> None:
    said = {"khen/nam": {"answer": False, **NAMED}}
    condition = "- {id: nam, text: Năm, grade_at_least: hoan-thanh-tot}"
    assert given(tmp_path, condition, years=GOOD, confirmations=said).verdict is M


DOUBTED = "- {id: nam, text: Năm, grade_at_least: hoan-thanh-tot, needs_confirmation: Chưa đọc.}"


def test_a_doubtful_condition_asks_whatever_the_records_say(tmp_path: Path) -> None:
    found = given(tmp_path, DOUBTED, years=GOOD)
    assert found.verdict is U
    assert [each.as_json() for each in found.conditions[0].missing] == [
        {"fact": "Chưa đọc.", "from": "người có thẩm quyền xác minh"}
    ]
    said = {"khen/nam": {"answer": True, **NAMED}}
    assert given(tmp_path / "b", DOUBTED, years=GOOD, confirmations=said).verdict is M


def test_a_condition_may_name_who_has_the_answer(tmp_path: Path) -> None:
    found = given(tmp_path, "- {id: a, text: A, served: 24, ask: người đứng đầu tỉnh}")
    assert [each.source for each in found.conditions[0].missing] == ["người đứng đầu tỉnh"]
    known = given(tmp_path / "b", "- {id: a, text: A, served: 24, ask: x}", service_months=24)
    assert known.verdict is M


# Standards inside standards


INSIDE = "- {id: dat, text: Đạt danh hiệu dưới, standard_of: duoi}"


def test_another_standard_is_met_by_its_own_conditions(tmp_path: Path) -> None:
    rule = lower_standard("- {id: tot, text: Tốt, grade_at_least: hoan-thanh-tot}")
    found = given(tmp_path, INSIDE, rule, years=GOOD)
    assert found.verdict is M
    inner = found.conditions[0].conditions[0]
    assert (inner.id, inner.text) == (
        "khen/dat/duoi.0",
        "Đạt tiêu chuẩn danh hiệu “Danh hiệu dưới”",
    )
    assert [each.id for each in inner.conditions] == ["duoi/tot"]
    assert given(tmp_path / "b", INSIDE, rule).verdict is U


def test_a_standard_for_others_is_not_met(tmp_path: Path) -> None:
    rule = lower_standard("- {id: a, text: A, judged: }", "groups: [worker]")
    found = given(tmp_path, INSIDE, rule, attested=True)
    assert found.verdict is N
    assert found.conditions[0].evidence == ("Không thuộc đối tượng của các tiêu chuẩn này",)


def test_a_standard_no_text_holds_is_asked_for(tmp_path: Path) -> None:
    found = given(tmp_path, INSIDE, attested=True)
    assert found.verdict is U
    assert found.conditions[0].missing[0].fact == "Các văn bản đã đọc không có tiêu chuẩn này."


def test_a_standard_that_was_not_read_is_asked_for(tmp_path: Path) -> None:
    rule = lower_standard("- {id: a, text: A, judged: }", "needs_confirmation: Chưa đọc.")
    found = given(tmp_path, INSIDE, rule, attested=True)
    assert found.verdict is U
    assert "Chưa đọc" in found.reason
    said = {"duoi/tieu-chuan": {"answer": True, **NAMED}}
    assert given(tmp_path / "b", INSIDE, rule, attested=True, confirmations=said).verdict is M


def test_a_doubtful_honour_is_asked_for_once(tmp_path: Path) -> None:
    corpus = law(
        tmp_path,
        TITLE + "  needs_confirmation: Chưa đọc.\n",
        standard(
            "- {id: a, text: A, judged: }", more="recipients: individual\nneeds_confirmation: B."
        ),
    )
    found = judged(corpus, facts(attested=True))
    assert [(each.id, each.verdict) for each in found.conditions] == [
        ("khen/quy-dinh", U),
        ("khen/a", M),
    ]


def test_a_province_tightens_the_standard_inside_as_well(tmp_path: Path) -> None:
    national = OTHER + standard(INSIDE) + lower_standard("- {id: tot, text: Tốt, judged: }")
    own = lower_standard("- {id: rieng, text: Riêng, served: 12}", "tightens: true")
    corpus = overlaid(tmp_path, national, own)
    known = facts(attested=True, service_months=11)
    assert judged(corpus, known).verdict is M
    assert judged(corpus, known, province="bac-ninh").verdict is N
    lower = assess("duoi", known, as_of=DAY, corpus=corpus, province="bac-ninh")
    assert [each.id for each in lower.conditions] == ["duoi/tot", "duoi/rieng"]


# Groups


BY_GROUP = (
    lower_standard("- {id: tot, text: Tốt, grade_at_least: hoan-thanh-tot}", "groups: [official]"),
    lower_standard("- {id: hieu-qua, text: Hiệu quả, judged: }", "groups: [worker]"),
)

GROUPS = [
    ({"group": "official", "years": GOOD}, M),
    ({"group": "worker", "years": GOOD}, U),
    ({"group": "worker", "attested": True}, M),
    ({"group": "armed", "years": GOOD, "attested": True}, N),
    ({"group": None, "years": GOOD, "attested": True}, M),
    ({"group": None, "years": GOOD}, U),
    ({"group": None, "years": [{"year": 2025, "completion": "hoan-thanh"}], "attested": True}, U),
    (
        {
            "group": None,
            "years": [{"year": 2025, "completion": "hoan-thanh"}],
            "attestations": {"duoi/hieu-qua": False},
        },
        N,
    ),
]


@pytest.mark.parametrize(("known", "verdict"), GROUPS)
def test_an_unknown_group_needs_the_same_answer_of_every_clause(
    tmp_path: Path, known: dict[str, Any], verdict: Verdict
) -> None:
    corpus = law(tmp_path, TITLE, OTHER, standard(INSIDE), *BY_GROUP)
    assert judged(corpus, facts(**known)).verdict is verdict
    own = assess("duoi", facts(**known), as_of=DAY, corpus=corpus)
    assert own.verdict is verdict


def test_an_unknown_group_is_asked_for(tmp_path: Path) -> None:
    corpus = law(tmp_path, TITLE, OTHER, *BY_GROUP)
    found = assess("duoi", facts(years=GOOD), as_of=DAY, corpus=corpus).conditions[0]
    assert found.id == "duoi/doi-tuong"
    assert "Thuộc nhóm đối tượng nào" in found.missing[0].fact
    assert [each.text for each in found.conditions] == [
        "Cán bộ, công chức, viên chức, người lao động của cơ quan, đơn vị",
        "Công nhân, nông dân, người lao động khác",
    ]


def test_a_standard_of_one_group_says_nothing_of_an_unknown_person(tmp_path: Path) -> None:
    corpus = law(tmp_path, TITLE, OTHER, standard(INSIDE), BY_GROUP[1])
    for slug in ("khen", "duoi"):
        known = facts(attested=True)
        assert assess(slug, known, as_of=DAY, corpus=corpus).verdict is U
        known = facts(attestations={"duoi/hieu-qua": False})
        assert assess(slug, known, as_of=DAY, corpus=corpus).verdict is N


def test_a_standard_beside_the_groups_speaks_of_everyone(tmp_path: Path) -> None:
    both = INSIDE.replace("duoi}", "[duoi, nua]}")
    more = OTHER.replace("slug: duoi", "slug: nua")
    third = lower_standard("- {id: c, text: C, served: 12}").replace("duoi", "nua")
    corpus = law(tmp_path, TITLE, OTHER, more, standard(both), *BY_GROUP, third)
    assert judged(corpus, facts(service_months=12)).verdict is M
    assert judged(corpus, facts(service_months=11)).verdict is U
