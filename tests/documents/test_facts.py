from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

import pytest

from vinhdanh.documents import DocumentError, facts_json, read_facts, read_list


class Colour(StrEnum):
    RED = "red"
    GOLD = "gold"


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    born: dt.date | None = None
    children: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    title: str
    people: tuple[Person, ...]
    rows: tuple[tuple[str, ...], ...] = ()
    at: dt.datetime | None = None
    count: int = 0
    share: float = 0
    is_open: bool = True
    way: Literal["hand", "secret"] = "hand"
    colour: Colour = Colour.RED


FULL = Facts(
    title="Phiên họp",
    people=(Person("An", dt.date(1980, 3, 8), (Person("Bình"),)),),
    rows=(("1", "2"),),
    at=dt.datetime(2024, 12, 5, 8, 0, tzinfo=dt.UTC),
    count=3,
    share=0.5,
    is_open=False,
    way="secret",
    colour=Colour.GOLD,
)


def test_what_is_written_reads_back() -> None:
    assert read_facts(facts_json(FULL), Facts) == FULL
    assert read_list(facts_json([FULL, FULL]), Facts) == [FULL, FULL]


def test_what_has_a_default_may_be_left_out() -> None:
    assert read_facts('{"title": "A", "people": []}', Facts) == Facts(title="A", people=())


@pytest.mark.parametrize(
    ("text", "sentence", "field"),
    [
        ('{"people": []}', "Thiếu trường “title”; cần chuỗi ký tự trong dấu nháy.", "title"),
        (
            '{"title": "A", "people": [{"nam": "B"}]}',
            "Không có trường “nam” ở “people → mục 1”; có phải “name” không?",
            "people → mục 1 → nam",
        ),
        (
            '{"title": "A", "people": [], "zzz": 1}',
            (
                "Không có trường “zzz”; các trường có: title, people, rows, at, count, share, "
                "is_open, way, colour."
            ),
            "zzz",
        ),
        (
            '{"title": 5, "people": []}',
            "Trường “title” phải là chuỗi ký tự trong dấu nháy, đang là số 5.",
            "title",
        ),
        (
            '{"title": "A", "people": {}}',
            (
                "Trường “people” phải là danh sách […], mỗi mục là nhóm {…} gồm name, born, "
                "children, đang là nhóm {…}."
            ),
            "people",
        ),
        (
            '{"title": "A", "people": [{"name": "B", "born": "8/3/1980"}]}',
            (
                'Trường “people → mục 1 → born” phải là ngày dạng "2024-03-08", đang là chuỗi '
                '"8/3/1980".'
            ),
            "people → mục 1 → born",
        ),
        (
            '{"title": "A", "people": [], "count": true}',
            "Trường “count” phải là số nguyên, đang là true.",
            "count",
        ),
        (
            '{"title": "A", "people": [], "count": 1.5}',
            "Trường “count” phải là số nguyên, đang là số 1.5.",
            "count",
        ),
        (
            '{"title": "A", "people": [], "is_open": null}',
            "Trường “is_open” phải là true hoặc false, đang là null.",
            "is_open",
        ),
        (
            '{"title": "A", "people": [], "way": "kín"}',
            'Trường “way” phải là một trong các giá trị: "hand", "secret", đang là chuỗi "kín".',
            "way",
        ),
        (
            '{"title": "A", "people": [], "rows": [["1", 2]]}',
            "Trường “rows → mục 1 → mục 2” phải là chuỗi ký tự trong dấu nháy, đang là số 2.",
            "rows → mục 1 → mục 2",
        ),
        ('["A"]', "Trường “tệp dữ liệu” phải là nhóm {…} gồm title", "tệp dữ liệu"),
        ('{"title": "A",}', "không phải JSON đúng cú pháp ở dòng 1, cột ", ""),
        ('{"title": "A", "title": "B", "people": []}', "Trường “title” được ghi hai lần", ""),
        (
            '{"title": "A", "people": [{"name": "An 😀"}]}',
            "Ký tự “😀” ở phần people → mục 1 → name, trong “An 😀”",
            "",
        ),
    ],
)
def test_a_mistake_is_one_sentence(text: str, sentence: str, field: str) -> None:
    with pytest.raises(DocumentError) as refused:
        read_facts(text, Facts)
    assert sentence in refused.value.message
    assert refused.value.field == field


def test_an_abyss_is_refused() -> None:
    with pytest.raises(DocumentError, match="lồng quá nhiều tầng"):
        read_facts("[" * 100_000, Facts)


def test_a_list_is_asked_for_and_counted_from_one() -> None:
    with pytest.raises(DocumentError, match="phải là một danh sách"):
        read_list("{}", Person)
    with pytest.raises(DocumentError, match="Thiếu trường “name” ở “mục 2”"):
        read_list('[{"name": "A"}, {}]', Person)


def test_decomposed_letters_are_composed() -> None:
    assert read_facts('{"name": "Tha\\u0300nh"}', Person) == Person("Thành")
