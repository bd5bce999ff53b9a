"""One case judged: what is refused, what no text settles, bars, and the shape of the answer."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

import pytest
from tests.lawbook.tiny import DAY, LAW, STANDARD, TITLE, facts, judged, law, overlaid, standard

from vinhdanh.lawbook import (
    Assessment,
    FactsError,
    LawbookError,
    Verdict,
    assess,
    default_corpus,
    read_facts,
)
from vinhdanh.lawbook.reasons import reason_for

if TYPE_CHECKING:
    from pathlib import Path

M, N, U = Verdict.MET, Verdict.NOT_MET, Verdict.UNDETERMINED
PERSON = TITLE.replace("[individual, collective, household]", "[individual, collective]")
GOOD = [{"year": 2025, "completion": "hoan-thanh-tot"}]
SAID = {"answer": True, "by": "Trần Bình", "reason": "Đã đọc văn bản"}


# What is refused


def test_a_wrong_recipient_is_told_who_may_receive(tmp_path: Path) -> None:
    with pytest.raises(FactsError) as caught:
        judged(law(tmp_path, PERSON, STANDARD), facts("household"))
    assert str(caught.value) == (
        "“Danh hiệu khen” chỉ tặng cho cá nhân, tập thể, không tặng cho hộ gia đình: hãy chọn danh"
        " hiệu, hình thức khác hoặc sửa mục recipient."
    )


REFUSED = [
    ("la", {}, "Không có danh hiệu, hình thức “la” trong quy định ngày 20/12/2025"),
    ("khen", {"as_of": dt.date(2023, 12, 31)}, "chỉ có từ ngày 01/01/2024; hãy chọn ngày từ đó"),
    ("khen", {"province": "ha-noi"}, "Chưa có quy định của tỉnh “ha-noi” trong kho"),
]


@pytest.mark.parametrize(("slug", "asked", "told"), REFUSED)
def test_what_the_corpus_does_not_hold_is_refused(
    tmp_path: Path, slug: str, asked: dict[str, Any], told: str
) -> None:
    with pytest.raises(LawbookError, match=told):
        assess(slug, facts(), **{"as_of": DAY, "corpus": law(tmp_path), **asked})


def test_a_file_is_not_received_after_the_decision(tmp_path: Path) -> None:
    with pytest.raises(FactsError, match="Ngày nhận hồ sơ 21/12/2025 sau ngày quyết định 20/12"):
        judged(law(tmp_path), facts(), received=dt.date(2025, 12, 21))
    assert judged(law(tmp_path / "b"), facts(), received=DAY).law_day == DAY


def test_days_are_told_as_asked_whatever_was_asked_before(tmp_path: Path) -> None:
    corpus = law(tmp_path, TITLE + "  needs_confirmation: Chưa đọc.\n", STANDARD)
    first, second = (
        judged(corpus, facts(), as_of=dt.date(2025, 12, day)).conditions[0].text for day in (1, 2)
    )
    assert (first[-10:], second[-10:]) == ("01/12/2025", "02/12/2025")


# What no text settles


def test_a_text_that_was_not_read_asks_a_named_person(tmp_path: Path) -> None:
    corpus = law(tmp_path, TITLE + "  needs_confirmation: Chưa đọc.\n", STANDARD)
    found = judged(corpus, facts(years=GOOD))
    assert (found.verdict, found.reason) == (U, "Cần xác minh: Chưa đọc.")
    assert found.conditions[0].id == "khen/quy-dinh"
    confirmed = facts(years=GOOD, confirmations={"khen/quy-dinh": SAID})
    answer = judged(corpus, confirmed)
    assert answer.verdict is M
    assert answer.conditions[0].evidence == ("Trần Bình xác minh: Đã đọc văn bản",)
    refused = facts(years=GOOD, confirmations={"khen/quy-dinh": {**SAID, "answer": False}})
    assert judged(corpus, refused).verdict is N


def test_a_standard_that_was_not_read_asks_a_named_person(tmp_path: Path) -> None:
    corpus = law(tmp_path, TITLE, STANDARD + "  needs_confirmation: Nghe nói.\n")
    found = judged(corpus, facts(years=GOOD))
    assert [(each.id, each.verdict) for each in found.conditions] == [
        ("khen/tieu-chuan", U),
        ("khen/tot", M),
    ]
    confirmed = facts(years=GOOD, confirmations={"khen/tieu-chuan": SAID})
    assert judged(corpus, confirmed).verdict is M


def test_an_honour_without_a_standard_asks_a_named_person(tmp_path: Path) -> None:
    found = judged(law(tmp_path, TITLE), facts())
    assert (found.verdict, found.reason) == (
        U,
        "Cần xác minh: Các văn bản đã đọc không có tiêu chuẩn này.",
    )
    confirmed = facts(confirmations={"khen/tieu-chuan": SAID})
    assert judged(law(tmp_path / "b", TITLE), confirmed).verdict is M


def test_a_term_left_to_the_province_is_cited(tmp_path: Path) -> None:
    left = "- {rule: delegation, id: mo, text: Tỉnh quy định., honours: khen, clause: 6}\n"
    found = judged(law(tmp_path, TITLE, left), facts())
    assert str(found.conditions[0].citation) == "Khoản 6 Điều 1 Luật 2024"
    assert found.reason == "Cần xác minh: Tỉnh quy định."


def test_a_province_fills_what_is_left_to_it(tmp_path: Path) -> None:
    left = "- {rule: delegation, id: mo, text: Tỉnh quy định., honours: khen}\n"
    own = standard("- {id: a, text: A, judged: }", more="recipients: individual\nfills: mo")
    corpus = overlaid(tmp_path, left, own)
    assert judged(corpus, facts(attested=True)).verdict is U
    found = judged(corpus, facts(attested=True), province="bac-ninh")
    assert (found.verdict, found.conditions[0].id) == (M, "khen@86/a")


def test_a_person_of_another_group_is_told_whose_it_is(tmp_path: Path) -> None:
    corpus = law(tmp_path, TITLE, STANDARD + "  groups: [worker]\n")
    found = judged(corpus, facts(group="armed", years=GOOD))
    assert found.verdict is N
    assert found.conditions[0].text == "Thuộc đối tượng: công nhân, nông dân, người lao động khác"
    assert found.conditions[0].evidence[0].startswith("Quân đội, công an")


def test_a_standard_for_collectives_says_nothing_of_a_person(tmp_path: Path) -> None:
    rule = standard("- {id: a, text: A, members_all_complete: }", more="recipients: collective")
    found = judged(law(tmp_path, TITLE, rule), facts(group="official"))
    assert (found.verdict, found.conditions[0].id) == (U, "khen/tieu-chuan")


# Bars


BAR = """
- rule: bar
  id: can
  clause: 9
  conditions:
    - {id: hold, text: Không có việc đang xem xét, no_hold: }
"""


def barred(tmp_path: Path, more: str = "", **known: Any) -> Assessment:
    corpus = law(tmp_path, TITLE, STANDARD, BAR + more)
    return judged(corpus, facts(years=GOOD, **known))


def test_a_bar_stands_before_every_honour_it_names(tmp_path: Path) -> None:
    assert barred(tmp_path / "a", holds=[]).verdict is M
    found = barred(tmp_path / "b", holds=["complaint"])
    assert (found.verdict, found.conditions[-1].id) == (N, "can/hold")
    assert found.reason == (
        "Chưa đủ: không đạt điều kiện không có việc đang xem xét (Khoản 9 Điều 1 Luật 2024)."
    )
    assert barred(tmp_path / "c").verdict is U


@pytest.mark.parametrize(
    "more", ["  forms: order\n", "  honours: khac\n", "  recipients: collective\n"]
)
def test_a_bar_leaves_others_alone(tmp_path: Path, more: str) -> None:
    other = (
        "- {rule: honour, slug: khac, name: K, form: order, recipients: individual, period: any,"
        " rank: 2}\n"
    )
    corpus = law(tmp_path, TITLE, other, STANDARD, BAR + more)
    assert judged(corpus, facts(years=GOOD, holds=["complaint"])).verdict is M


def test_a_doubtful_bar_asks_only_whom_it_would_stop(tmp_path: Path) -> None:
    doubt = "  needs_confirmation: Chưa đọc.\n"
    assert barred(tmp_path / "a", doubt, holds=[]).verdict is M
    found = barred(tmp_path / "b", doubt, holds=["complaint"])
    assert found.verdict is U
    assert "Chưa đọc" in found.reason
    assert found.conditions[-1].evidence == ("Đang xác minh khiếu nại",)
    for answer, verdict in ((True, M), (False, N)):
        said = {"can/hold": {**SAID, "answer": answer}}
        confirmed = barred(tmp_path / str(answer), doubt, holds=["complaint"], confirmations=said)
        assert confirmed.verdict is verdict


# The answer


CONSEQUENCES = (
    TITLE,
    STANDARD,
    "- {rule: authority, honours: khen, level: commune_chair, clause: 3, point: a}\n",
    "- {rule: other_authority, honours: khen, who: Giám đốc sở}\n",
    "- {rule: prize, honours: khen, recipients: individual, multiple: 0.3, clause: 2}\n",
    "- {rule: base_salary, amount: 2340000}\n",
    "- {rule: prize_rule, topic: rounding, text: Làm tròn, unit: 10000}\n",
)


def test_the_answer_has_the_shape_the_command_line_promises(tmp_path: Path) -> None:
    found = judged(law(tmp_path, *CONSEQUENCES), facts(), received=dt.date(2025, 12, 1)).as_json()
    cited = {"instrument": "01/2024/QH", "article": 1, "clause": None, "point": None}
    assert found == {
        "honour": "khen",
        "name": "Danh hiệu khen",
        "verdict": "undetermined",
        "reason": "Cần xác minh: Mức độ hoàn thành nhiệm vụ năm 2025.",
        "regime": "R2",
        "as_of": "2025-12-20",
        "received": "2025-12-01",
        "province": None,
        "year": 2025,
        "conditions": [
            {
                "id": "khen/tot",
                "verdict": "undetermined",
                "text": "Hoàn thành tốt",
                "citation": cited,
                "operator": "grade_at_least",
                "evidence": [],
                "missing": [
                    {
                        "fact": "Mức độ hoàn thành nhiệm vụ năm 2025",
                        "from": "người phụ trách tổ chức, cán bộ",
                    }
                ],
                "conditions": [],
            }
        ],
        "authority": {
            "level": "commune_chair",
            "citation": {**cited, "clause": 3, "point": "a"},
            "needs_confirmation": None,
        },
        "prize": {
            "multiple": 0.3,
            "base_salary": 2340000,
            "amount": 710000,
            "citation": {**cited, "clause": 2},
            "maximum": None,
            "needs_confirmation": None,
        },
        "notes": [],
    }
    assert json.loads(json.dumps(found)) == found


def test_nothing_known_of_authority_or_prize_is_said_so(tmp_path: Path) -> None:
    found = judged(law(tmp_path), facts())
    assert found.authority.as_json() == {
        "level": None,
        "citation": None,
        "needs_confirmation": "Các văn bản đã đọc không nêu thẩm quyền quyết định.",
    }
    assert found.prize.as_json() == {
        "multiple": None,
        "base_salary": None,
        "amount": None,
        "citation": None,
        "maximum": None,
        "needs_confirmation": "Các văn bản đã đọc không quy định mức tiền thưởng cho trường hợp"
        " này.",
    }
    assert found.as_json()["received"] is None


def test_a_case_that_is_met_says_so(tmp_path: Path) -> None:
    found = judged(law(tmp_path, *CONSEQUENCES), facts(years=GOOD))
    assert found.reason == "Đủ các điều kiện theo quy định."
    assert found.authority.others == ("Giám đốc sở",)
    assert [each.words for each in (M, N, U)] == ["Đủ", "Chưa đủ", "Cần xác minh"]


def test_a_reason_names_every_failed_condition_and_every_missing_fact_once(tmp_path: Path) -> None:
    conditions = """
    - {id: a, text: Phục vụ đủ., served: 24}
    - {id: b, text: Tuyển đủ, recruited_at_least: 6}
    - {id: c, text: Cũng phục vụ đủ, all: [{id: d, text: D, served: 24}]}
    """
    corpus = law(tmp_path, TITLE, standard(conditions))
    assert judged(corpus, facts()).reason == (
        "Cần xác minh: Tổng số tháng tại ngũ; Thời gian công tác tính từ ngày tuyển dụng."
    )
    failed = judged(corpus, facts(service_months=1, recruited_months=1)).reason
    assert failed == (
        "Chưa đủ: không đạt điều kiện phục vụ đủ (Điều 1 Luật 2024); tuyển đủ (Điều 1 Luật 2024);"
        " cũng phục vụ đủ (Điều 1 Luật 2024)."
    )
    assert reason_for(M, ()) == "Đủ các điều kiện theo quy định."


def test_the_year_judged_is_told(tmp_path: Path) -> None:
    corpus = law(tmp_path)
    cases: list[tuple[dict[str, Any], dt.date, int]] = [
        ({}, DAY, 2025),
        ({}, dt.date(2025, 6, 1), 2024),
        ({"for_year": 2023}, DAY, 2023),
        ({"years": [{"year": 2024}]}, DAY, 2024),
        ({"years": [{"year": 2020}]}, DAY, 2025),
    ]
    for known, day, year in cases:
        case = read_facts({"recipient": "individual", **known}, as_of=day)
        assert judged(corpus, case, as_of=day).year == year


def test_the_corpus_that_ships_answers_by_default() -> None:
    slug = "chien-si-thi-dua-co-so"
    case = read_facts({"recipient": "individual"}, as_of=DAY)
    assert assess(slug, case, as_of=DAY) == assess(slug, case, as_of=DAY, corpus=default_corpus())


def test_errors_of_the_corpus_name_the_file(tmp_path: Path) -> None:
    with pytest.raises(LawbookError, match=f"^{LAW}/dieu.yaml, line 3"):
        law(tmp_path, "- {rule: la}\n")
