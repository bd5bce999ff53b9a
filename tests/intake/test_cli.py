"""`vinhdanh plan read`."""

# ruff: noqa: E501 - plans are quoted as they stand

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from vinhdanh.cli import main

if TYPE_CHECKING:
    import pytest

SEED = Path(__file__).resolve().parent / "data" / "ke-hoach-11-KH-UBND-minh-tien-2024.txt"


def test_json_has_the_keys_of_the_seed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plan", "read", str(SEED), "--json"]) == 0
    plan = json.loads(capsys.readouterr().out)
    assert list(plan) == [
        "issuing_body", "number", "date", "title", "year", "tasks", "legal_bases", "recipients",
        "signer", "body", "findings",
    ]  # fmt: skip
    assert plan["tasks"][7] == {
        "no": "8",
        "content": "Báo cáo Sơ kết 6 tháng đầu năm và phương hướng nhiệm vụ 6 tháng cuối năm năm 2024",
        "lead": "UBND xã",
        "partners": ["Các ngành", "đoàn thể", "cán bộ", "công chức", "các thôn"],
        "period": "Quý II/2024",
        "partners_raw": "Các ngành, đoàn thể, cán bộ, công chức, các thôn",
    }
    assert set(plan["findings"][0]) == {"code", "severity", "message", "where"}


def test_summary_is_readable(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plan", "read", str(SEED)]) == 0
    said = capsys.readouterr().out
    assert "Cơ quan ban hành: Ủy ban nhân dân xã Minh Tiến" in said
    assert "Nhiệm vụ (11):" in said
    assert "Dòng 7 và dòng 8 giống hệt nhau" in said


def test_unreadable_file_is_told_on_stderr(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "rong.txt"
    path.touch()
    assert main(["plan", "read", str(path)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "“rong.txt”" in said.err
