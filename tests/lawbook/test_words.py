"""What rules say in words, where the corpus itself does not happen to say it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

from tests.lawbook.tiny import LAW, TITLE, article, write

from vinhdanh.lawbook import load_corpus, read_facts, sheet
from vinhdanh.lawbook.cli_words import sheet_text
from vinhdanh.lawbook.outlook import outlook
from vinhdanh.lawbook.rules import Deadline, Vote
from vinhdanh.lawbook.rules.procedure import Stage, Unit
from vinhdanh.lawbook.words import deadline_words, decimal, dong, multiple_words, vote_words

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

AS_OF = dt.date(2025, 3, 10)


def test_time_limits() -> None:
    def limit(unit: Unit, **more: int | str) -> str:
        return deadline_words(Deadline("x", "Nộp", Stage.SUBMIT, unit, **more))  # type: ignore[arg-type]

    assert limit(Unit.IMMEDIATELY) == "ngay"
    assert limit(Unit.DAYS) == "chưa đọc được quy định"
    assert limit(Unit.DATE, date="07-10") == "trước ngày 10/7 hằng năm"
    assert limit(Unit.DAYS, value=30, complex_value=45, remote_complex_value=60) == (
        "30 ngày (phức tạp: 45; vùng sâu, vùng xa, phức tạp: 60)"
    )


def test_votes() -> None:
    assert vote_words(Vote(("x",), 80, "Hội đồng")) == "ít nhất 80% tổng số thành viên Hội đồng"
    assert vote_words(Vote(("x",), None, "Hội đồng")) == "chưa đọc được quy định"
    assert vote_words(Vote(("x",), None, "Hội đồng", candidate_percent=90)).endswith("dùng 90%")


def test_numbers() -> None:
    assert decimal(Decimal("30.50")) == "30,5"
    assert decimal(Decimal(100)) == "100"
    assert dong(2340000) == "2.340.000 đồng"
    assert multiple_words(None) == "chưa đọc được quy định"


STANDARD = """
- rule: standard
  honour: khen
  recipients: [individual]
  conditions:
    - {id: tot, text: Hoàn thành tốt, needs_confirmation: Chưa đọc., grade_at_least: hoan-thanh-tot}
"""


def test_a_condition_only_recalled_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    law = load_corpus(write(tmp_path, {f"{LAW}/dieu.yaml": article(TITLE, STANDARD)}))
    monkeypatch.setattr(sheet, "default_corpus", lambda: law)
    told = sheet_text(sheet.sheet("khen", as_of=AS_OF))
    assert "  - Hoàn thành tốt [Điều 1 Luật 2024]\n    Cần xác minh: Chưa đọc." in told


ENDING = """
- {rule: honour, slug: cu, name: Cũ, form: title, recipients: [individual], period: yearly,
   rank: 2, to: 2025-12-31}
- {rule: gap, of: honour, subjects: [cu], reason: thử, from: 2026-01-01}
- {rule: standard, honour: cu, recipients: [individual], to: 2025-12-31,
   conditions: [{id: tot, text: Tốt, grade_at_least: hoan-thanh-tot}]}
- {rule: gap, of: standard, subjects: [cu/individual], reason: thử, from: 2026-01-01}
"""


def test_an_honour_that_ends_is_told_in_the_outlook(tmp_path: Path) -> None:
    law = load_corpus(write(tmp_path, {f"{LAW}/dieu.yaml": article(ENDING)}))
    found = {"recipient": "individual", "years": [{"year": 2024, "completion": "hoan-thanh"}]}
    (one,) = outlook(read_facts(found, as_of=AS_OF), AS_OF, corpus=law)
    assert one.next_year is not None
    assert "Đến ngày 10/03/2026 không còn quy định" in one.next_year.sentence
