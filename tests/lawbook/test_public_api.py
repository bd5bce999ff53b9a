"""The package stands alone: importable without Django, with nothing public left out."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from vinhdanh import lawbook
from vinhdanh.lawbook import Citation, enums
from vinhdanh.lawbook.rules import procedure
from vinhdanh.lawbook.rules.councils import Denominator
from vinhdanh.lawbook.rules.honours import Period

if TYPE_CHECKING:
    from enum import Enum

WITHOUT_DJANGO = """
import datetime, sys

class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("django", "psycopg"):
            raise ImportError(name)

sys.meta_path.insert(0, Refuse())
import vinhdanh.lawbook as law
day = datetime.date(2025, 12, 20)
facts = law.read_facts({"recipient": "individual"}, as_of=day)
print(law.assess("chien-si-thi-dua-co-so", facts, as_of=day).verdict)
assert not [name for name in sys.modules if name.startswith("django")]
"""


def test_law_is_asked_without_django() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_DJANGO], capture_output=True, text=True, check=False
    )
    assert (done.stdout.strip(), done.stderr) == ("undetermined", "")


def test_every_public_name_is_there_once() -> None:
    assert sorted(set(lawbook.__all__)) == lawbook.__all__
    assert all(hasattr(lawbook, name) for name in lawbook.__all__)


WORDED: list[type[Any]] = [
    enums.Verdict,
    enums.RecipientKind,
    enums.Group,
    enums.Grade,
    enums.Scope,
    enums.DisciplineLevel,
    enums.AchievementKind,
    enums.HonourForm,
    enums.InstrumentKind,
    enums.Level,
    procedure.Unit,
    procedure.Stage,
    Denominator,
    Period,
]


@pytest.mark.parametrize("vocabulary", WORDED)
def test_every_value_has_words(vocabulary: type[Enum]) -> None:
    words = [each.words for each in vocabulary]  # type: ignore[attr-defined]
    assert all(words)
    assert len(set(words)) == len(words)
    assert [str(each) for each in vocabulary] == [each.value for each in vocabulary]


PLACES = [
    (Citation("1/QH"), "1/QH"),
    (Citation("1/QH", "23"), "Điều 23 1/QH"),
    (Citation("1/QH", "23", "2", "a", name="Luật 2022"), "Điểm a khoản 2 Điều 23 Luật 2022"),
    (Citation("1/QH", "23", None, "đ"), "Điểm đ Điều 23 1/QH"),
]


@pytest.mark.parametrize(("citation", "words"), PLACES)
def test_places_are_cited_as_papers_do(citation: Citation, words: str) -> None:
    assert str(citation) == words


def test_whole_numbers_of_places_are_numbers() -> None:
    assert Citation("1/QH", "59", "2a", "b").as_json() == {
        "instrument": "1/QH",
        "article": 59,
        "clause": "2a",
        "point": "b",
    }


def test_the_name_of_a_text_does_not_tell_places_apart() -> None:
    assert Citation("1/QH", "1", name="A") == Citation("1/QH", "1", name="B")
