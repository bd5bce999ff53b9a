"""What changed for a commune between two days, each change with its article."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from tests.lawbook.tiny import LAW, PROVINCE, TITLE, article, write
from tests.lawbook.tiny import OVERLAY as HEADER

from vinhdanh.lawbook import LawbookError, default_corpus, load_corpus
from vinhdanh.lawbook.diff import Change, Happened, diff
from vinhdanh.lawbook.diff.pairs import is_unread, pairs

if TYPE_CHECKING:
    from pathlib import Path

JUNE, JULY = dt.date(2025, 6, 30), dt.date(2025, 7, 1)


def changes(
    before: dt.date = JUNE, after: dt.date = JULY, group: str = "", province: str = ""
) -> list[Change]:
    found = diff(before, after, province).changes
    return [each for each in found if not group or each.group == group]


@pytest.mark.parametrize(
    "name", ["Chiến sĩ thi đua cơ sở", "Tập thể lao động tiên tiến", "Thôn, tổ dân phố văn hóa"]
)
def test_the_commune_chair_decides_from_july_2025(name: str) -> None:
    (one,) = [each for each in changes(group="authority") if f"“{name}”; trước" in each.sentence]
    assert one.sentence == (
        f"Chủ tịch UBND cấp xã nay quyết định tặng “{name}”; trước đó là Chủ tịch UBND cấp huyện."
    )
    assert one.cited == "Điều 59 Nghị định 129/2025/NĐ-CP"
    assert one.before is not None
    assert (one.before.instrument, one.before.article) == ("06/2022/QH15", "80")


def test_every_change_cites_an_article_or_text() -> None:
    assert all(each.citation or each.before for each in changes())
    assert all(each.sentence.endswith((".", ":")) for each in changes())


def test_what_touches_the_commune_comes_first_in_the_order_of_the_report() -> None:
    order = [each.is_commune for each in changes()]
    assert order == sorted(order, reverse=True)
    assert changes()[0].group == "authority"


def test_prizes_tell_both_amounts() -> None:
    told = [each.sentence for each in changes(group="prize")]
    assert (
        "Tiền thưởng “Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã” cho cá nhân: 0,3 lần mức"
        " lương cơ sở, là 710.000 đồng; trước đó 0,15 lần mức lương cơ sở, là 360.000 đồng."
    ) in told


def test_what_only_moved_to_another_text_is_gathered() -> None:
    moved = [each for each in changes(group="prize") if each.happened is Happened.REBASED]
    assert any("Nội dung không đổi, nay theo Điều 50" in each.sentence for each in moved)
    assert any("(trước đó Điều 54 Nghị định 98/2023/NĐ-CP)" in each.sentence for each in moved)


def test_a_name_that_changed_and_words_that_changed() -> None:
    told = [each.sentence for each in changes(group="honour")]
    assert "“Xã, phường, thị trấn tiêu biểu” nay gọi là “Xã, phường, đặc khu tiêu biểu”." in told


def test_base_salary() -> None:
    (one,) = changes(dt.date(2026, 6, 30), dt.date(2026, 7, 1), "base_salary")
    assert one.sentence == "Lương cơ sở 2.530.000 đồng một tháng; trước đó 2.340.000 đồng."
    assert one.citation is not None
    assert one.citation.instrument == "161/2026/NĐ-CP"


def test_the_law_of_october_2026_must_be_verified() -> None:
    found = diff(dt.date(2026, 9, 30), dt.date(2026, 10, 1))
    assert found.regimes == ("R2", "R3")
    (one,) = [
        each
        for each in found.changes
        if each.group == "authority" and "129/2025" in str(each.citation)
    ]
    assert one.happened is Happened.UNCONFIRMED
    assert "Nay cần xác minh trước khi áp dụng: “Chiến sĩ thi đua cơ sở”" in one.sentence
    assert "chien-si-thi-dua-co-so" in one.honours


def test_the_law_of_2024_is_another_law() -> None:
    found = changes(dt.date(2023, 12, 31), dt.date(2024, 1, 1))
    groups = {each.group for each in found}
    assert {"authority", "standard", "honour", "prize"} <= groups
    assert {each.happened for each in found} >= {Happened.NEW, Happened.CHANGED, Happened.ENDED}


def test_a_province_adds_its_own() -> None:
    day = dt.date(2025, 12, 15)
    found = changes(day - dt.timedelta(days=1), day, province="bac-ninh")
    told = [each.sentence for each in found]
    assert any("Tỉnh quy định thêm với “Tập thể lao động tiên tiến”" in each for each in told)
    assert any("Tiêu chuẩn “Giấy khen" in each for each in told)
    assert any("trước ngày 10/12 hằng năm" in each for each in told)
    assert not changes(day - dt.timedelta(days=1), day, "standard")


def test_the_same_day_changes_nothing() -> None:
    assert diff(JULY, JULY).changes == ()


def test_a_day_before_the_corpus_is_refused() -> None:
    with pytest.raises(LawbookError, match="Kho quy định chỉ có từ"):
        diff(dt.date(1990, 1, 1), JULY)


def test_json() -> None:
    told = diff(JUNE, JULY).as_json()
    assert (told["from"], told["to"]) == ("2025-06-30", "2025-07-01")
    assert told["regimes"] == ["R1", "R2"]
    first = told["changes"][0]
    assert first["group"] == "authority"
    assert first["commune"] is True
    assert first["citation"]["instrument"] == "129/2025/NĐ-CP"
    assert first["before"]["instrument"] == "06/2022/QH15"


RULES = """
- {rule: authority, honours: [khen], level: district_chair, to: 2025-06-30}
- {rule: authority, honours: [khen], level: district_chair, may_delegate: true, from: 2025-07-01}
- {rule: other_authority, honours: [khen], who: Giám đốc sở, to: 2025-06-30}
- {rule: prize, honours: [khen], recipients: [individual], multiple: 1.5, to: 2025-06-30}
- {rule: gap, of: prize, subjects: [khen/individual], reason: thử, from: 2025-07-01}
- {rule: vote_form, honours: [khen], form: phieu, text: Bỏ phiếu, to: 2025-06-30}
- {rule: gap, of: vote_form, subjects: [khen], reason: thử, from: 2025-07-01}
- {rule: bar, id: giu, to: 2025-06-30, conditions: [{id: cho, text: Không bị giữ, no_hold: null}]}
- {rule: gap, of: bar, subjects: [giu], reason: thử, from: 2025-07-01}
- {rule: principle, id: mot, text: Một, to: 2025-06-30}
- {rule: gap, of: principle, subjects: [mot], reason: thử, from: 2025-07-01}
- {rule: council, topic: meetings, level: province, text: Họp quý, to: 2025-06-30}
- {rule: council, topic: meetings, level: province, text: Họp tháng, from: 2025-07-01}
"""
STANDARDS = """
- rule: standard
  honour: khen
  recipients: [individual]
  to: 2025-06-30
  conditions:
    - {id: tot, text: Hoàn thành tốt, grade_at_least: hoan-thanh-tot}
    - {id: cu, text: Điều cũ, judged: null}
    - {id: chu, text: Chữ cũ, judged: null}
    - {id: y, text: Như cũ, grade_at_least: hoan-thanh}
- rule: standard
  honour: khen
  recipients: [individual]
  from: 2025-07-01
  conditions:
    - {id: tot, text: Hoàn thành tốt, grade_at_least: hoan-thanh-tot}
    - {id: moi, text: Điều mới, judged: null}
    - {id: chu, text: Chữ mới, judged: null}
    - {id: y, text: Như cũ, grade_at_least: hoan-thanh-tot}
"""


def test_ways_of_changing(tmp_path: Path) -> None:
    law = load_corpus(write(tmp_path, {f"{LAW}/dieu.yaml": article(TITLE, RULES, STANDARDS)}))
    told = {each.group: each for each in diff(JUNE, JULY, corpus=law).changes}
    assert "vẫn quyết định tặng “Danh hiệu khen”" in told["authority"].sentence
    assert told["other_authority"].sentence == "Không còn: Giám đốc sở."
    assert "không còn mức nào được quy định" in told["prize"].sentence
    assert told["prize"].cited == "trước đó: Điều 1 Luật 2024"
    assert told["vote_form"].sentence == "“Danh hiệu khen”: không còn quy định: Bỏ phiếu."
    assert told["bar"].sentence == "Điều kiện trước mọi hình thức: không còn áp dụng: Không bị giữ."
    assert told["council"].sentence == "Họp tháng; trước đó: Họp quý."
    assert not told["council"].is_commune
    assert told["principle"].happened is Happened.ENDED
    assert told["standard"].sentence == (
        "Tiêu chuẩn “Danh hiệu khen” (cá nhân): thêm điều kiện “Điều mới”; bỏ điều kiện “Điều cũ”;"
        " điều kiện “Chữ mới”: trước đó “Chữ cũ”; điều kiện “Như cũ”: cách tính thay đổi."
    )


ENDS = """
- {rule: honour, slug: cu, name: Cũ, form: title, recipients: [individual], period: yearly,
   rank: 2, to: 2025-06-30}
- {rule: gap, of: honour, subjects: [cu], reason: thử, from: 2025-07-01}
- {rule: authority, honours: [cu], level: commune_chair, to: 2025-06-30}
- {rule: gap, of: authority, subjects: [cu], reason: thử, from: 2025-07-01}
- {rule: honour, slug: hai, name: Hai, form: title, recipients: [individual], period: yearly,
   rank: 3, to: 2025-06-30}
- {rule: honour, slug: hai, name: Hai, form: title, recipients: [individual], period: once,
   rank: 3, from: 2025-07-01}
- {rule: deadline, id: han, what: Nộp, stage: submit, unit: days, value: 5, to: 2025-06-30}
- {rule: deadline, id: han, what: Nộp, stage: submit, unit: days, value: 5, note: Gấp.,
   from: 2025-07-01}
- {rule: transition, id: ct, at: 2025-01-01, keeps: [standard], text: Theo cũ, to: 2025-06-30}
- {rule: transition, id: ct, at: 2025-01-01, keeps: [prize], text: Theo cũ, from: 2025-07-01}
- {rule: base_salary, amount: 2000000, from: 2025-07-01}
- {rule: prize, honours: [khen], recipients: [individual], maximum: 0.6, from: 2025-07-01}
- {rule: standard, honour: hai, recipients: [individual], to: 2025-06-30,
   conditions: [{id: tot, text: Tốt, judged: null}]}
- {rule: standard, honour: hai, recipients: [individual], note: Mới, from: 2025-07-01,
   conditions: [{id: tot, text: Tốt, judged: null}]}
"""


def test_more_ways_of_changing(tmp_path: Path) -> None:
    law = load_corpus(write(tmp_path, {f"{LAW}/dieu.yaml": article(TITLE, ENDS)}))
    told = {each.sentence for each in diff(JUNE, JULY, corpus=law).changes}
    assert "Không còn “Cũ”." in told
    assert "“Hai”: thời gian xét nay là một lần, trước đó hằng năm." in told
    assert "Nộp: 5 ngày; nay lưu ý: Gấp." in told
    assert "Theo cũ; có sửa đổi." in told
    assert "Lương cơ sở 2.000.000 đồng một tháng." in told
    assert "Tiêu chuẩn “Hai” (cá nhân): chỉ khác cách viết, đối tượng hoặc ghi chú." in told
    assert "Tiền thưởng “Danh hiệu khen” cho cá nhân: không quá 0,6 lần mức lương cơ sở." in told
    ended = next(each for each in told if "không còn quyết định tặng “Cũ”" in each)
    assert ended.startswith("Chủ tịch UBND cấp xã không còn quyết định tặng “Cũ”;")


def test_a_province_that_begins(tmp_path: Path) -> None:
    authority = "- {rule: authority, honours: [khen], level: commune_chair, from: 2025-07-01}\n"
    law = load_corpus(
        write(
            tmp_path,
            {
                f"{LAW}/dieu.yaml": article(TITLE, authority),
                f"{PROVINCE}/instrument.yaml": HEADER,
            },
        )
    )
    (one,) = diff(JUNE, JULY, corpus=law).changes
    assert "trước đó kho quy định không ghi ai quyết định" in one.sentence
    assert one.happened is Happened.NEW


NEW_LAW = dt.date(2024, 1, 1)


def told_on(before: dt.date, after: dt.date, group: str = "") -> list[str]:
    return [each.sentence for each in changes(before, after, group)]


def test_what_nobody_read_has_not_ended() -> None:
    told = told_on(JUNE, JULY, "vote")
    assert len(told) == 7
    assert all("nay chưa rõ còn áp dụng không; cần xác minh" in each for each in told)
    gone = [each.sentence for each in changes() if each.happened is Happened.ENDED]
    assert all("huyện" in each or "98/2023" in each for each in gone), gone


def test_nothing_is_unchanged_that_nobody_read() -> None:
    law = default_corpus()
    for day in (NEW_LAW, JULY, dt.date(2026, 10, 1)):
        for pair in pairs(law.on(day - dt.timedelta(days=1)), law.on(day)):
            if pair.happened is Happened.REBASED:
                assert pair.before
                assert pair.after
                assert not is_unread(pair.before)
                assert not is_unread(pair.after)
    told = told_on(dt.date(2023, 12, 31), NEW_LAW, "authority")
    assert any(
        each.startswith("Nay đã đọc được, theo khoản 3 Điều 80") and "Lao động tiên tiến" in each
        for each in told
    )


def test_what_was_compulsory_and_is_now_one_way_is_told_as_a_choice() -> None:
    (one,) = [
        each
        for each in told_on(dt.date(2023, 12, 31), NEW_LAW, "standard")
        if "Chiến sĩ thi đua cơ sở” (" in each
    ]
    assert "có một trong: “Hoàn thành xuất sắc nhiệm vụ”; “Có sáng kiến" in one
    assert "trước đây bắt buộc “Có sáng kiến, cải tiến kỹ thuật" in one


def test_no_sentence_is_both_added_and_dropped_and_no_wrapper_is_told() -> None:
    for each in told_on(dt.date(2023, 12, 31), NEW_LAW, "standard"):
        added = {part.split("”")[0] for part in each.split("thêm điều kiện “")[1:]}
        dropped = {part.split("”")[0] for part in each.split("bỏ điều kiện “")[1:]}
        assert not added & dropped
        assert "theo Luật năm 2003" not in each


def test_a_whole_text_is_warned_of_once_before_its_honours() -> None:
    found = changes(dt.date(2026, 9, 30), dt.date(2026, 10, 1))
    assert found[0].happened is Happened.WHOLE
    assert found[0].heading == "Văn bản phải xác minh"
    reasons = [each for each in found if "chưa có toàn văn nên phải có người" in each.sentence]
    assert [each.happened for each in reasons] == [Happened.WHOLE] * 2


def test_many_matters_are_named_up_to_six() -> None:
    told = told_on(dt.date(2026, 9, 30), dt.date(2026, 10, 1), "principle")
    assert any(" nội dung khác." in each for each in told)
    assert not any(": 96 nội dung" in each for each in told)
    assert not any("mẫu Mẫu" in each for each in told_on(JUNE, JULY))


@pytest.mark.parametrize("slug", ["xa-phuong-tieu-bieu", "bang-khen-tinh-ca-nhan"])
def test_what_a_commune_proposes_is_a_matter_of_the_commune(slug: str) -> None:
    found = [each for each in changes(dt.date(2023, 12, 31), NEW_LAW) if slug in each.honours]
    assert found
    assert all(each.is_commune for each in found)


CHOICES = """
- rule: standard
  honour: khen
  recipients: [individual]
  to: 2025-06-30
  conditions:
    - id: chon
      text: Một trong hai
      any:
        - {id: tot, text: Hoàn thành tốt, grade_at_least: hoan-thanh-tot}
        - {id: cu, text: Cách cũ, judged: null}
    - id: hay
      text: Một trong ba
      any:
        - {id: bon, text: Cách bốn, judged: null}
        - {id: nam, text: Cách năm, judged: null}
- rule: standard
  honour: khen
  recipients: [individual]
  from: 2025-07-01
  conditions:
    - {id: tot, text: Hoàn thành tốt, grade_at_least: hoan-thanh-tot}
    - id: hay
      text: Một trong ba
      any:
        - {id: bon, text: Cách bốn, judged: null}
        - {id: sau, text: Cách sáu, judged: null}
- {rule: honour, slug: ba, name: Ba, form: title, recipients: [individual], period: yearly,
   rank: 2, to: 2025-06-30}
- {rule: honour, slug: ba, name: Ba, form: title, recipients: [individual, household],
   period: yearly, rank: 2, money_only: true, from: 2025-07-01}
- {rule: honour, slug: tu, name: Tư, form: title, recipients: [individual], period: yearly,
   rank: 3, to: 2025-06-30}
- {rule: honour, slug: tu, name: Tư, form: title, recipients: [individual], period: yearly,
   rank: 4, from: 2025-07-01}
- {rule: deadline, id: mo, what: Mở, stage: submit, unit: days, value: 5, to: 2025-06-30,
   needs_confirmation: Nghe nói.}
- {rule: deadline, id: mo, what: Mở, stage: submit, unit: days, value: 6, from: 2025-07-01}
"""


def test_ways_of_choosing(tmp_path: Path) -> None:
    law = load_corpus(write(tmp_path, {f"{LAW}/dieu.yaml": article(TITLE, CHOICES)}))
    told = {each.sentence for each in diff(JUNE, JULY, corpus=law).changes}
    assert (
        "Tiêu chuẩn “Danh hiệu khen” (cá nhân): nay bắt buộc “Hoàn thành tốt”; trước đây có một"
        " trong: “Hoàn thành tốt”; “Cách cũ”; điều kiện “Một trong ba”: thêm một cách “Cách sáu”,"
        " bỏ một cách “Cách năm”."
    ) in told
    assert (
        "“Ba”: đối tượng nay là cá nhân, hộ gia đình, trước đó cá nhân; nay chỉ có tiền thưởng."
    ) in told
    assert "“Tư”: thứ tự trong danh sách thay đổi." in told
    assert "Mở: 6 ngày; trước đó: Mở: 5 ngày. Nay đã đọc được." in told


UNREAD = """
- {rule: authority, honours: [khen], level: district_chair, to: 2025-06-30}
- {rule: authority, honours: [khen], level: commune_chair, from: 2025-07-01,
   needs_confirmation: Chưa đọc.}
- {rule: prize, honours: [khen], recipients: [individual], multiple: 1.5, to: 2025-06-30}
- {rule: prize, honours: [khen], recipients: [individual], from: 2025-07-01,
   needs_confirmation: Chưa đọc.}
- {rule: honour, slug: ba, name: Ba, form: title, recipients: [individual], period: yearly,
   rank: 2, to: 2025-06-30}
- {rule: honour, slug: ba, name: Ba, form: title, recipients: [individual], period: once,
   rank: 2, from: 2025-07-01, needs_confirmation: Chưa đọc.}
- {rule: standard, honour: khen, recipients: [individual], to: 2025-06-30,
   conditions: [{id: tot, text: Tốt, judged: null}]}
- {rule: standard, honour: khen, recipients: [individual], from: 2025-07-01,
   needs_confirmation: Chưa đọc., conditions: [{id: moi, text: Mới, judged: null}]}
- {rule: bar, id: chan, conditions: [{id: mot, text: Một, judged: null}], to: 2025-06-30}
- {rule: bar, id: chan, from: 2025-07-01, conditions: [
   {id: mot, text: Một, needs_confirmation: Chưa đọc khoản., judged: null}]}
- {rule: base_salary, amount: 2000000, to: 2025-06-30}
- {rule: base_salary, amount: 2100000, from: 2025-07-01, needs_confirmation: Chưa đọc.}
"""


def test_ways_of_not_having_been_read(tmp_path: Path) -> None:
    law = load_corpus(write(tmp_path, {f"{LAW}/dieu.yaml": article(TITLE, UNREAD)}))
    told = {each.group: each.sentence for each in diff(JUNE, JULY, corpus=law).changes}
    ending = "; nay chưa rõ còn áp dụng không; cần xác minh: Chưa đọc."
    assert told == {
        "authority": f"Chủ tịch UBND cấp huyện quyết định tặng “Danh hiệu khen”{ending}",
        "prize": f"Tiền thưởng “Danh hiệu khen” cho cá nhân: 1,5 lần mức lương cơ sở{ending}",
        "honour": f"“Ba” (danh hiệu thi đua){ending}",
        "standard": f"Tiêu chuẩn “Danh hiệu khen”: Tốt{ending}",
        "base_salary": f"Lương cơ sở 2.000.000 đồng một tháng{ending}",
        "bar": "Nay cần xác minh trước khi áp dụng: Một. Chưa đọc khoản.",
    }
