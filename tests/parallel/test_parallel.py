"""Many act at once: every vote counts once, and of two who do one thing the second is told.

On PostgreSQL in this process; on SQLite in one of its own, where the database is a file.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from tests.parallel.pairs import two_at_once
from tests.parallel.votes import VOTERS, vote_together

if TYPE_CHECKING:
    from pytest_django import Settings

ROOT = Path(__file__).parents[2]
on_postgresql = pytest.mark.skipif(
    connection.vendor != "postgresql", reason="needs PostgreSQL: python tests/postgres.py pytest"
)
on_sqlite = pytest.mark.skipif(
    connection.vendor != "sqlite", reason="runs where SQLite is the database"
)
VOTES = {
    # Everybody votes twice: the second secret vote is refused, an open one may be changed. Of two
    # counts of one vote, one is refused.
    "refused": [VOTERS, 0, 1, 1],
    "voted": VOTERS,
    "open": VOTERS,
    "for": [10, 10],
    "against": [5, 5],
    "results": 2,
    "counted": 2,
}
WHEN = "lúc 08:30 ngày 24/06/2024"
TOLD = {
    "step": {
        f"{did} hồ sơ của Phạm Văn Đức vì: đã xem {WHEN}: hãy xem bản mới rồi làm tiếp."
        for did in ("Nguyễn Thị Hạnh vừa tiếp nhận", "Lương Thị Thu vừa thẩm định xong")
    },
    "tally": {
        f"{teller} đã nhập kết quả kiểm phiếu giấy của Phạm Văn Đức {WHEN}: hãy tải lại trang rồi"
        " sửa nếu chưa đúng."
        for teller in ("Trần Thị Lụa", "Đỗ Minh Châu")
    },
    "close": {f"Ngô Văn Quyên đã kết thúc phiên họp {WHEN}: hãy tải lại trang."},
    "issue": {f"Ngô Văn Quyên đã ký Quyết định 01/QĐ-UBND {WHEN}: hãy tải lại trang."},
    "pay": {
        f"{accountant} đã ghi chi cho Phạm Văn Đức {WHEN}: hãy tải lại trang rồi chọn các khoản"
        " còn lại."
        for accountant in ("Mai Thị Ngân", "Chu Thị Mai")
    },
    "revoke": {
        "Khoản của Lê Văn An không còn trong danh sách: hãy tải lại trang.",
    },
}


@on_postgresql
@pytest.mark.django_db(transaction=True)
def test_fifteen_vote_at_once_on_postgresql(settings: Settings) -> None:
    settings.TODAY = "2024-06-24T08:30"
    assert vote_together() == VOTES


@on_sqlite
def test_fifteen_vote_at_once_on_a_sqlite_file(tmp_path: Path) -> None:
    assert done_on_a_file("votes", tmp_path) == VOTES
    assert not list((tmp_path / "hom-phieu").iterdir()), "a counted box left its locker behind"


@on_postgresql
@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_the_second_is_told_on_postgresql(settings: Settings) -> None:
    settings.TODAY = "2024-06-24T08:30"
    require_one_of_two(two_at_once())


@on_sqlite
def test_of_two_at_once_the_second_is_told_on_a_sqlite_file(tmp_path: Path) -> None:
    require_one_of_two(done_on_a_file("pairs", tmp_path))


def require_one_of_two(races: dict[str, dict[str, Any]]) -> None:
    """Require each act to be kept once, and one of two to be told by whom and when."""
    assert races.keys() == TOLD.keys()
    for act, race in races.items():
        (told,) = race["refused"]
        assert told in TOLD[act]
        assert race["kept"] == 1, act


def done_on_a_file(name: str, folder: Path) -> dict[str, Any]:
    """Run one of the programs of `tests.parallel.run` in a process of its own."""
    clean = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.parallel.run", name],
        cwd=ROOT,
        env=clean
        | {
            "DJANGO_SETTINGS_MODULE": "vinhdanh.config.settings",
            "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
            "VINHDANH_DATA": str(folder),
            "VINHDANH_SECRET_KEY": "test-only",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found
