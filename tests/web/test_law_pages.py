from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from tests.web.law_reading import links, part
from tests.web.reading import queries, told, words

from vinhdanh.lawbook import default_corpus, honours
from vinhdanh.lawbook.diff import diff
from vinhdanh.web.law.catalogue import matches
from vinhdanh.web.law.history import steps

if TYPE_CHECKING:
    from django.test import Client
    from tests.scenarios.commune import Commune

CSTDCS = "chien-si-thi-dua-co-so"
PARTS = (
    "law", "law_changes", "law_prize", "law_deadline", "law_ratio", "law_check", "law_library",
)  # fmt: skip


@pytest.fixture
def clerk(commune: Commune, client: Client) -> Client:
    """The clerk's window."""
    client.force_login(commune.clerk.user)
    return client


def at(name: str, *args: str) -> str:
    return reverse(name, args=args)


# --- what every page of the law shares ----------------------------------------------------------


@pytest.mark.parametrize("name", PARTS)
def test_a_stranger_signs_in_first(commune: Commune, client: Client, name: str) -> None:
    response = client.get(at(name))
    assert response.status_code == 302
    assert response["Location"].startswith(reverse("sign_in"))


@pytest.mark.parametrize("name", PARTS)
def test_nothing_is_sent_to_the_law(clerk: Client, name: str) -> None:
    assert clerk.post(at(name)).status_code == 405


@pytest.mark.parametrize("name", PARTS)
@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"ngay": "hôm qua"}, "Ngày chưa đúng"),
        ({"ngay": "2003-01-01"}, "Kho quy định chỉ có từ ngày 01/07/2004"),
        ({"tinh": "sao-hoa"}, "Chưa có quy định của tỉnh này"),
    ],
)
def test_a_bent_day_or_province_is_told_and_the_page_stays(
    clerk: Client, name: str, asked: dict[str, str], sentence: str
) -> None:
    if name == "law_changes":
        asked = {"tu": asked.get("ngay", "x"), "den": "2025-07-01"}
        sentence = sentence if "Kho" in sentence else "Ngày chưa đúng"
    response = clerk.get(at(name), asked)
    assert response.status_code == 200
    assert any(sentence in each for each in told(response)), told(response)


@pytest.mark.parametrize("who", ["chair", "village_head", "accountant", "outreach", "superior"])
def test_everybody_reads_the_law(commune: Commune, client: Client, who: str) -> None:
    client.force_login(getattr(commune, who).user)
    for name in PARTS:
        assert client.get(at(name)).status_code == 200, name


def test_the_law_costs_no_query_beyond_the_frame(clerk: Client) -> None:
    frame = queries(clerk, at("law_library"))
    assert frame <= 4
    for url in (at("law"), at("law_honour", CSTDCS), at("law_changes"), at("law_check")):
        assert queries(clerk, url) == frame, url


def test_links_carry_the_day_and_the_province(clerk: Client) -> None:
    response = clerk.get(at("law"), {"ngay": "31/12/2025", "tinh": "bac-ninh"})
    assert at("law_honour", CSTDCS) + "?ngay=2025-12-31&tinh=bac-ninh" in links(response)
    assert at("law_library") + "?ngay=2025-12-31&tinh=bac-ninh" in links(response)
    assert at("law_honour", CSTDCS) in links(clerk.get(at("law")))


def test_the_province_of_the_body_is_asked_first(commune: Commune, clerk: Client) -> None:
    commune.body.province = "bac-ninh"
    commune.body.save()
    day = {"ngay": "2025-12-31"}
    own = clerk.get(at("law"), day)
    assert own.context["asked"].province == "bac-ninh"
    assert at("law_honour", CSTDCS) + "?ngay=2025-12-31" in links(own)
    none = clerk.get(at("law"), day | {"tinh": ""})
    assert none.context["asked"].province == ""
    assert at("law_honour", CSTDCS) + "?ngay=2025-12-31&tinh=" in links(none)


# --- the list ------------------------------------------------------------------------------------


def test_the_list_has_every_honour_of_the_day_once(clerk: Client) -> None:
    for day in (dt.date(2010, 1, 1), dt.date(2024, 6, 24), dt.date(2026, 12, 1)):
        response = clerk.get(at("law"), {"ngay": day.isoformat()})
        groups = response.context["groups"]
        shown = [row.honour.slug for group in groups for row in group.rows]
        assert sorted(shown) == sorted(each.slug for each in honours(as_of=day))


def test_a_line_says_who_decides_and_the_prize(clerk: Client) -> None:
    text = words(clerk.get(at("law"), {"ngay": "2025-12-31", "q": "chiến sĩ thi đua cơ"}))
    assert "Chủ tịch UBND cấp xã quyết định Chiến sĩ thi đua cơ sở Cá nhân 2.340.000 đồng" in text
    text = words(clerk.get(at("law"), {"ngay": "2025-06-30", "q": "CSTĐCS"}))
    assert "Chủ tịch UBND cấp huyện quyết định Chiến sĩ thi đua cơ sở" in text


def test_what_was_not_read_is_marked_with_its_reason_above(clerk: Client) -> None:
    response = clerk.get(at("law"), {"ngay": "2026-10-15", "q": "cstđcs"})
    text = part(response)
    assert "Cần xác minh trước khi áp dụng" in text
    assert "Luật 06/2026/QH16 sửa đổi" in text
    assert "Chiến sĩ thi đua cơ sở cần xác minh" in text
    assert "cần xác minh" not in part(clerk.get(at("law"), {"ngay": "2025-12-31", "q": "cstđcs"}))


def test_the_list_is_narrowed_by_recipient_level_and_words(clerk: Client) -> None:
    def found(**asked: str) -> set[str]:
        groups = clerk.get(at("law"), {"ngay": "2025-12-31", **asked}).context["groups"]
        return {row.honour.slug for group in groups for row in group.rows}

    assert found(doi_tuong="household", cap="commune_chair") == {
        "gia-dinh-van-hoa",
        "giay-khen-ho-gia-dinh",
    }
    assert found(cap="district_chair") == set()
    assert found(q="gia dinh van hoa") == found(q="GIA ĐÌNH  văn hóa") == {"gia-dinh-van-hoa"}
    assert found(q="<b>") == set()
    assert found(doi_tuong="chó") == set()


def test_nothing_found_says_how_to_search(clerk: Client) -> None:
    text = words(clerk.get(at("law"), {"q": "không có đâu"}))
    assert "Không có danh hiệu, hình thức nào phù hợp" in text


@pytest.mark.parametrize(
    ("typed", "text", "is_found"),
    [
        ("", "Gia đình văn hóa", True),
        ("van hoa", "Gia đình văn hóa", True),
        ("văn hoá", "Gia đình văn hóa", True),
        ("vãn hóa", "Gia đình văn hóa", False),
        ("cstd", "CSTĐCS", True),
        ("%", "Gia đình văn hóa", False),
    ],
)
def test_words_match_with_and_without_marks(typed: str, text: str, *, is_found: bool) -> None:
    assert matches(typed, text) is is_found


# --- one honour ----------------------------------------------------------------------------------


def test_an_honour_nobody_knows_is_not_there(clerk: Client) -> None:
    assert clerk.get(at("law_honour", "lao-dong-lui-lai")).status_code == 404


def test_an_honour_of_another_time_says_so(clerk: Client) -> None:
    day = dt.date(2010, 1, 1)
    then = {each.slug for each in honours(as_of=day)}
    later = next(
        each.slug for each in honours(as_of=dt.date(2025, 12, 31)) if each.slug not in then
    )
    text = part(clerk.get(at("law_honour", later), {"ngay": day.isoformat()}))
    assert "Ngày 01/01/2010 không có danh hiệu, hình thức này" in text
    assert "Qua từng thời kỳ" in text


def test_an_honour_tells_standard_authority_papers_and_prize(clerk: Client) -> None:
    response = clerk.get(at("law_honour", CSTDCS), {"ngay": "2025-12-31"})
    text = part(response)
    for piece in (
        "Danh hiệu thi đua (CSTĐCS), xét hằng năm",
        "đề tài, mưu trí được công nhận (một trong các điều sau) Khoản 2 Điều 23 Luật Thi đua",
        "Xem tiêu chuẩn “Lao động tiên tiến”",
        "Biên bản bình xét thi đua.",
        "20 ngày làm việc",
        "Chủ tịch UBND cấp xã Điều 59 Nghị định 129/2025/NĐ-CP",
        "Cá nhân: 1 lần mức lương cơ sở, là 2.340.000 đồng",
    ):
        assert piece in text, piece
    assert at("law_article", "129-2025-nd-cp", "59") + "?ngay=2025-12-31" in links(response)


def test_every_honour_opens(clerk: Client) -> None:
    corpus = default_corpus()
    for number, slug in enumerate(sorted(corpus.names.honours)):
        day = ("2023-12-31", "2026-10-01")[number % 2]
        response = clerk.get(at("law_honour", slug), {"ngay": day})
        assert response.status_code == 200, (slug, day)
        assert slug not in part(response), "a slug is no name"


def test_history_tells_the_day_the_commune_began_to_decide(clerk: Client) -> None:
    text = part(clerk.get(at("law_honour", CSTDCS), {"ngay": "2025-12-31"}))
    assert "Từ ngày 01/07/2025" in text
    assert (
        "Chủ tịch UBND cấp xã nay quyết định tặng “Chiến sĩ thi đua cơ sở”; trước đó là Chủ tịch"
        " UBND cấp huyện." in text
    )
    assert "Luật Thi đua, khen thưởng 2003" in text
    assert "Nay phải có người xác minh trước khi áp dụng: thẩm quyền quyết định" in text


def test_history_has_each_change_of_the_honour_and_no_other() -> None:
    for step in steps(CSTDCS):
        one = diff(step.day - dt.timedelta(days=1), step.day)
        own = [each for each in one.changes if CSTDCS in each.honours]
        assert own
        assert len(step.lines) <= len(own)
        assert not any("Gia đình văn hóa" in line.sentence for line in step.lines)
    days = [step.day for step in steps(CSTDCS)]
    assert days == sorted(days, reverse=True)
    assert dt.date(2025, 7, 1) in days


# --- what changed ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"tu": "2025-07-02", "den": "2025-07-01"}, "hãy đổi chỗ hai ngày"),
        ({"tu": "2025-07-02", "den": ""}, "Chưa ghi ngày"),
        ({"tu": "2025-02-30", "den": "2025-07-01"}, "Ngày chưa đúng"),
        ({"tu": "1999-01-01", "den": "2025-07-01"}, "Kho quy định chỉ có từ ngày"),
    ],
)
def test_two_days_that_cannot_be_compared(
    clerk: Client, asked: dict[str, str], sentence: str
) -> None:
    response = clerk.get(at("law_changes"), asked)
    assert response.context["diff"] is None
    assert any(sentence in each for each in told(response))


def test_without_a_question_the_changes_of_the_two_levels_are_told(clerk: Client) -> None:
    text = part(clerk.get(at("law_changes")))
    assert "Điều gì thay đổi từ ngày 01/07/2025?" in text
    for name in (
        "Chiến sĩ thi đua cơ sở",
        "Tập thể lao động tiên tiến",
        "Thôn, tổ dân phố văn hóa",
    ):
        assert (
            f"Chủ tịch UBND cấp xã nay quyết định tặng “{name}”; trước đó là Chủ tịch UBND cấp"
            " huyện. Điều 59 Nghị định 129/2025/NĐ-CP" in text
        )


def test_every_change_is_on_the_page(clerk: Client) -> None:
    one = diff(dt.date(2023, 12, 31), dt.date(2024, 1, 1))
    response = clerk.get(at("law_changes"), {"tu": "31/12/2023", "den": "01/01/2024"})
    text = part(response)
    assert [each.sentence for each in one.changes if each.sentence not in text] == []


def test_every_day_of_change_is_linked_by_name(clerk: Client) -> None:
    response = clerk.get(at("law_changes"))
    found = links(response)
    for day in default_corpus().changes[1:]:
        before = day - dt.timedelta(days=1)
        assert f"{at('law_changes')}?tu={before}&den={day}" in found
    text = part(response)
    for words_of_day in ("1/1/2024", "1/7/2025", "1/10/2026"):
        assert f"Điều gì thay đổi từ {words_of_day}?" in text


def test_two_days_without_a_change_say_so(clerk: Client) -> None:
    text = part(clerk.get(at("law_changes"), {"tu": "2025-12-20", "den": "2025-12-20"}))
    assert "Kho quy định không ghi thay đổi nào với cấp xã." in text
