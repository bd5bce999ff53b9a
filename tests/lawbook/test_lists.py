"""A whole list: ratios, ceilings, double rewards, what is paid, fairness."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

import pytest
from tests.lawbook.tiny import LAW, TITLE, article, overlaid, standard, write

from vinhdanh.lawbook import LawbookError, load_corpus, read_facts
from vinhdanh.lawbook.lists import Entry, ListFinding, Severity, check_list, quota

if TYPE_CHECKING:
    from pathlib import Path

AS_OF = dt.date(2025, 12, 20)
R0 = dt.date(2023, 6, 1)


def person(who: str, honour: str = "lao-dong-tien-tien", **more: Any) -> Entry:
    found: dict[str, Any] = {"recipient": "individual", "for_year": more.pop("year", 2025)}
    if "held" in more:
        found["honours"] = [{"honour": honour, "year": year} for year in more.pop("held")]
    return Entry(who, honour, read_facts(found, as_of=AS_OF), **more)


def collective(who: str, honour: str = "tap-the-lao-dong-tien-tien", **known: Any) -> Entry:
    return Entry(who, honour, read_facts({"recipient": "collective", **known}, as_of=AS_OF))


def people(count: int, honour: str = "lao-dong-tien-tien", unit: str = "") -> list[Entry]:
    return [person(f"Người {number}", honour, unit=unit) for number in range(count)]


def found(entries: list[Entry], as_of: dt.date = AS_OF, **more: Any) -> dict[str, ListFinding]:
    return {each.code: each for each in check_list(entries, as_of, **more)}


def test_a_plain_list_shows_nothing() -> None:
    assert check_list(people(3), AS_OF) == []


def test_an_unknown_honour_is_refused() -> None:
    with pytest.raises(LawbookError, match="khong-co"):
        check_list([person("An", "khong-co")], AS_OF)


def test_a_household_cannot_be_given_a_title_for_people() -> None:
    entry = Entry(
        "Hộ ông Ba", "lao-dong-tien-tien", read_facts({"recipient": "household"}, as_of=AS_OF)
    )
    one = found([entry])["recipient"]
    assert "chỉ tặng cho cá nhân, không tặng cho hộ gia đình" in one.sentence
    assert one.citation is not None
    assert one.citation.article == "24"


def test_the_same_line_twice_is_an_error() -> None:
    one = found([person("An"), person("An")])["duplicate"]
    assert one.severity is Severity.ERROR
    assert one.who == ("An",)
    assert "2 lần" in one.sentence


class TestRatios:
    @pytest.mark.parametrize(("count", "is_enough"), [(13, False), (14, True)])
    def test_seventy_percent_is_counted_over_all_members(
        self, count: int, *, is_enough: bool
    ) -> None:
        entries = [collective("Phòng A", members=20), *people(count, unit="Phòng A")]
        assert ("ratio" not in found(entries)) == is_enough

    def test_the_finding_names_numbers_and_article(self) -> None:
        one = found([collective("Phòng A", members=20), *people(13, unit="Phòng A")])["ratio"]
        assert one.severity is Severity.ERROR
        assert "13 người" in one.sentence
        assert "65% của 20 thành viên, cần ít nhất 70%" in one.sentence
        assert one.citation is not None
        assert str(one.citation).startswith("Điểm c khoản 1 Điều 28")

    def test_only_holders_of_the_title_itself_count(self) -> None:
        entries = [
            collective("Phòng A", members=2),
            person("An", unit="Phòng A"),
            person("Bình", "chien-si-thi-dua-co-so", unit="Phòng A"),
        ]
        assert "50% của 2" in found(entries)["ratio"].sentence

    def test_an_excellent_collective_needs_a_grassroots_soldier(self) -> None:
        entries = [
            collective("Phòng A", "tap-the-lao-dong-xuat-sac", members=2),
            *people(2, unit="Phòng A"),
        ]
        assert "cần ít nhất 1 người" in found(entries)["ratio"].sentence
        entries.append(person("Người 0", "chien-si-thi-dua-co-so", unit="Phòng A"))
        assert "ratio" not in found(entries)

    def test_unknown_membership_is_told(self) -> None:
        entries = [collective("Phòng A"), *people(2, unit="Phòng A")]
        assert "chưa biết tổng số thành viên" in found(entries)["ratio"].sentence

    def test_a_collective_without_its_people_is_a_notice(self) -> None:
        one = found([collective("Phòng A", members=20), person("An", unit="Phòng B")])
        assert one["ratio-unseen"].severity is Severity.NOTICE
        assert "ratio" not in one

    def test_claims_are_held_against_the_list(self) -> None:
        entries = [
            collective("Phòng A", members=10, member_titles={"lao-dong-tien-tien": 9}),
            *people(8, unit="Phòng A"),
        ]
        one = found(entries)["ratio-differs"]
        assert "ghi 9 người" in one.sentence
        assert "có 8 người" in one.sentence


class TestLimits:
    def test_the_ceiling_of_the_law_before_2024_is_rounded_down(self) -> None:
        base = people(20)
        fine = [person(f"Người {number}", "chien-si-thi-dua-co-so") for number in range(3)]
        assert "limit" not in found([*base, *fine], R0)
        one = found([*base, *fine, person("Người 9", "chien-si-thi-dua-co-so")], R0)["limit"]
        assert "Đề nghị 4 “Chiến sĩ thi đua cơ sở”, nhiều hơn giới hạn 3 (15% của 20" in (
            one.sentence
        )
        assert len(one.who) == 4

    def test_a_ceiling_only_recalled_is_a_warning(self) -> None:
        entries = [*people(2), person("Người 0", "chien-si-thi-dua-co-so")]
        one = found(entries, R0)["limit"]
        assert one.severity is Severity.WARNING
        assert "cần xác minh" in one.sentence

    def test_a_ceiling_without_its_base_is_told(self) -> None:
        one = found([person("An", "chien-si-thi-dua-co-so")], R0)["limit-unknown"]
        assert "15%" in one.sentence

    def test_a_province_may_set_a_ceiling_over_everybody(self, tmp_path: Path) -> None:
        ceiling = {"rule": "limit", "id": "tran", "honour": "khen", "of": "members", "percent": 10}
        text = article(TITLE, f"- {json.dumps({**ceiling, 'text': 'Không quá 10%'})}\n")
        law = load_corpus(write(tmp_path, {f"{LAW}/dieu.yaml": text}))
        entries = people(3, "khen")
        assert check_list(entries, AS_OF, members=30, corpus=law) == []
        (one,) = check_list(entries, AS_OF, members=29, corpus=law)
        assert (one.code, one.severity) == ("limit", Severity.ERROR)
        assert "giới hạn 2 (10% của 29, tổng số người; phần lẻ không tính)" in one.sentence
        (unknown,) = check_list(entries, AS_OF, corpus=law)
        assert unknown.code == "limit-unknown"

    def test_today_there_is_no_ceiling(self) -> None:
        entries = people(10, "chien-si-thi-dua-co-so")
        assert not {"limit", "limit-unknown"} & found(entries).keys()

    @pytest.mark.parametrize(("base", "percent", "allowed"), [(6, 15, 0), (7, 15, 1), (20, 15, 3)])
    def test_a_part_of_a_person_is_nobody(self, base: int, percent: int, allowed: int) -> None:
        assert quota(base, percent) == allowed


class TestDoubles:
    def test_one_achievement_is_not_rewarded_by_two_forms(self) -> None:
        entries = [
            person("An", "giay-khen-ca-nhan", achievements=("lu-lut",)),
            person("An", "bang-khen-tinh-ca-nhan", achievements=("lu-lut",)),
        ]
        one = found(entries)["achievement-twice"]
        assert one.severity is Severity.ERROR
        assert one.citation is not None
        assert (one.citation.article, one.citation.clause) == ("5", "2")

    def test_a_title_and_a_form_may_go_together(self) -> None:
        entries = [
            person("An", "chien-si-thi-dua-co-so", achievements=("lu-lut",)),
            person("An", "giay-khen-ca-nhan", achievements=("lu-lut",)),
        ]
        assert "achievement-twice" not in found(entries)

    def test_two_people_may_share_an_achievement(self) -> None:
        entries = [
            person(who, "giay-khen-ca-nhan", achievements=("lu-lut",)) for who in ("An", "Bình")
        ]
        assert found(entries) == {}

    def test_one_initiative_serves_once(self) -> None:
        entries = [
            person("An", "chien-si-thi-dua-co-so", initiatives=("SK-01",)),
            person("An", "bang-khen-tinh-ca-nhan", initiatives=("SK-01",)),
        ]
        one = found(entries)["initiative-twice"]
        assert one.severity is Severity.ERROR
        assert one.citation is not None
        assert one.citation.instrument.startswith("5007/")

    def test_authors_together_are_a_warning(self) -> None:
        entries = [
            person(who, "chien-si-thi-dua-co-so", initiatives=("SK-01",)) for who in ("An", "Bình")
        ]
        one = found(entries)["initiative-twice"]
        assert one.severity is Severity.WARNING
        assert one.who == ("An", "Bình")

    def test_a_line_written_twice_is_no_double_use(self) -> None:
        entries = [person("An", "chien-si-thi-dua-co-so", initiatives=("SK-01",))] * 2
        assert list(found(entries)) == ["duplicate"]


class TestPeople:
    def test_of_titles_of_one_year_the_highest_is_paid(self) -> None:
        entries = [person("An"), person("An", "chien-si-thi-dua-co-so")]
        one = found(entries)["same-period-titles"]
        assert "“Chiến sĩ thi đua cơ sở” 2.340.000 đồng" in one.sentence
        assert "không chi “Lao động tiên tiến” 710.000 đồng" in one.sentence
        assert one.citation is not None
        assert one.citation.article == "49"

    def test_titles_of_different_years_are_each_paid(self) -> None:
        entries = [person("An", year=2024), person("An", "chien-si-thi-dua-co-so")]
        assert "same-period-titles" not in found(entries)

    def test_an_amount_nobody_read_is_not_invented(self) -> None:
        entries = [
            collective("Xã A", "don-vi-quyet-thang"),
            collective("Xã A", "co-thi-dua-tinh"),
        ]
        assert "same-period-titles" in found(entries)

    def test_the_same_honour_year_after_year_is_a_notice(self) -> None:
        one = found([person("An", held=[2022, 2023, 2024])])["every-year"]
        assert one.severity is Severity.NOTICE
        assert "3 năm liền (2022–2024)" in one.sentence

    @pytest.mark.parametrize("held", [[2023, 2024], [2021, 2022, 2023], []])
    def test_fewer_years_or_a_pause_say_nothing(self, held: list[int]) -> None:
        assert found([person("An", held=held)]) == {}


class TestWhoIsWho:
    def test_two_people_of_one_name_are_two(self) -> None:
        same = [person("1", label="Nguyễn Văn An"), person("2", label="Nguyễn Văn An")]
        assert found(same) == {}
        one = found([*same, person("2", label="Nguyễn Văn An")])["duplicate"]
        assert "Nguyễn Văn An có tên 2 lần" in one.sentence

    def test_one_person_for_two_years_is_no_duplicate(self) -> None:
        entries = [person("An", year=2024), person("An", year=2025)]
        assert found(entries) == {}
        bare = read_facts({"recipient": "individual"}, as_of=AS_OF)
        told = [Entry("An", "lao-dong-tien-tien", bare, year=year) for year in (2024, 2025)]
        assert found(told) == {}

    def test_people_of_one_name_both_count_towards_the_share(self) -> None:
        entries = [
            collective("Phòng A", members=2, for_year=2025),
            person("1", label="An", unit="Phòng A"),
            person("2", label="An", unit="Phòng A"),
        ]
        assert "ratio" not in found(entries)

    def test_people_of_another_year_do_not_count(self) -> None:
        entries = [
            collective("Phòng A", members=2, for_year=2025),
            person("An", unit="Phòng A"),
            person("Bình", unit="Phòng A", year=2024),
        ]
        assert "1 người được đề nghị" in found(entries)["ratio"].sentence

    def test_more_people_than_members_is_told(self) -> None:
        entries = [collective("Phòng A", members=2, for_year=2025), *people(3, unit="Phòng A")]
        one = found(entries)["members-differ"]
        assert one.severity is Severity.WARNING
        assert "có 3 người của tập thể, hồ sơ tập thể ghi 2 thành viên" in one.sentence


class TestWhatIsNotSure:
    R3 = dt.date(2026, 10, 15)

    def test_an_unread_law_is_never_broken(self) -> None:
        entries = [
            collective("Phòng A", members=20, for_year=2025),
            *people(3, unit="Phòng A"),
            person("Người 0", unit="Phòng A"),
            collective("Phòng B", "lao-dong-tien-tien"),
            person("An", "giay-khen-ca-nhan", achievements=("lu-lut",)),
            person("An", "bang-khen-tinh-ca-nhan", achievements=("lu-lut",)),
        ]
        unread, read = check_list(entries, self.R3), found(entries)
        assert unread
        assert {each.severity for each in unread} <= {Severity.WARNING, Severity.NOTICE}
        assert {"duplicate", "recipient", "achievement-twice"} <= read.keys()
        assert read["duplicate"].severity is Severity.ERROR

    def test_a_list_received_before_the_change_follows_the_earlier_text(self) -> None:
        entries = [person("An", year=2025), person("An", year=2025)]
        kept = found(entries, self.R3, received=dt.date(2026, 9, 20))["duplicate"]
        assert kept.severity is Severity.ERROR
        assert found(entries, self.R3)["duplicate"].severity is Severity.WARNING

    def test_soldiers_of_emulation_who_would_carry_the_share_are_asked_about(self) -> None:
        entries = [
            collective("Phòng A", members=2, for_year=2025),
            person("An", unit="Phòng A"),
            person("Bình", "chien-si-thi-dua-co-so", unit="Phòng A"),
        ]
        one = found(entries)["ratio"]
        assert one.severity is Severity.WARNING
        assert one.citation is not None
        assert (one.citation.article, one.citation.clause, one.citation.point) == ("28", "1", "c")
        assert "Tính cả người được đề nghị “Chiến sĩ thi đua cơ sở” thì đủ" in one.sentence
        few = [collective("Phòng A", members=9, for_year=2025), *entries[1:]]
        assert found(few)["ratio"].severity is Severity.ERROR

    def test_the_highest_prize_is_not_named_while_one_is_unknown(self, tmp_path: Path) -> None:
        second = TITLE.replace("slug: khen", "slug: hai").replace("khen\n", "hai\n")
        rules = (
            "- {rule: prize, honours: khen, recipients: individual, multiple: 1}\n",
            "- {rule: base_salary, amount: 10}\n",
            "- {rule: prize_rule, topic: same_period_titles, text: Một mức}\n",
        )
        text = article(TITLE, second, *rules)
        corpus = load_corpus(write(tmp_path, {f"{LAW}/dieu.yaml": text}))
        one = found([person("An", "khen"), person("An", "hai")], corpus=corpus)
        told = one["same-period-titles"].sentence
        assert "chưa rõ mức của “Danh hiệu hai” nên chưa so được" in told

    def test_ids_in_the_facts_name_the_deed_as_well(self) -> None:
        deed = {"kind": "sudden", "scope": "province", "year": 2025, "id": "lu-lut"}
        known = {"recipient": "individual", "for_year": 2025, "achievements": [deed]}
        facts = read_facts(known, as_of=AS_OF)
        forms = ("giay-khen-ca-nhan", "bang-khen-tinh-ca-nhan")
        assert "achievement-twice" in found([Entry("An", slug, facts) for slug in forms])
        named = [Entry("An", slug, facts, achievements=(slug,)) for slug in forms]
        assert "achievement-twice" not in found(named)

    def test_a_share_that_only_a_province_asks_for_is_checked_there(self, tmp_path: Path) -> None:
        national = standard(
            "- {id: tot, text: Tốt, grade_at_least: hoan-thanh-tot}", more="recipients: collective"
        )
        own = standard(
            "- {id: nua, text: Nửa số người, members_share: {honour: khen, percent: 50}}",
            more="recipients: collective\ntightens: true",
        )
        corpus = overlaid(tmp_path, national, own)
        entries = [
            collective("Phòng A", "khen", members=3, for_year=2025),
            person("An", "khen", unit="Phòng A"),
        ]
        assert found(entries, corpus=corpus) == {}
        one = found(entries, corpus=corpus, province="bac-ninh")["ratio"]
        assert "chiếm 33% của 3 thành viên, cần ít nhất 50%" in one.sentence


def test_the_gravest_comes_first() -> None:
    entries = [person("An", held=[2022, 2023, 2024]), person("An")]
    weights = [list(Severity).index(each.severity) for each in check_list(entries, AS_OF)]
    assert weights == sorted(weights)
    assert len(weights) > 1


def test_json_and_words() -> None:
    told = found([person("An"), person("An")])["duplicate"].as_json()
    assert told["severity"] == "error"
    assert told["who"] == ["An"]
    assert told["citation"] is None
    cited = found([collective("Phòng A", members=20), *people(1, unit="Phòng A")])["ratio"]
    assert cited.as_json()["citation"]["article"] == 28
    assert [each.words for each in Severity] == ["Trái quy định", "Cần xem lại", "Lưu ý"]
