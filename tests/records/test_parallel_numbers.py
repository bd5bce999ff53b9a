"""Many issue at once: the series has every number once, on the database that is in use."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection
from tests.records import parallel_writers
from tests.records.parallel_writers import EACH, WRITERS, issue_together
from tests.scenarios.commune import build_commune

ROOT = Path(__file__).parents[2]
EVERY_NUMBER_ONCE = list(range(1, WRITERS * EACH + 1))


@pytest.mark.skipif(
    connection.vendor != "postgresql", reason="needs PostgreSQL: python tests/postgres.py pytest"
)
@pytest.mark.django_db(transaction=True)
def test_parallel_writers_on_postgresql_leave_no_gap_and_no_double() -> None:
    assert issue_together(build_commune().clerk) == EVERY_NUMBER_ONCE


@pytest.mark.skipif(connection.vendor != "sqlite", reason="runs where SQLite is the database")
def test_parallel_writers_on_a_sqlite_file_leave_no_gap_and_no_double(tmp_path: Path) -> None:
    clean = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    done = subprocess.run(
        [sys.executable, str(parallel_writers.__file__)],
        cwd=ROOT,
        env=clean
        | {
            "DJANGO_SETTINGS_MODULE": "vinhdanh.config.settings",
            "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
            "VINHDANH_DATA": str(tmp_path),
            "VINHDANH_SECRET_KEY": "test-only",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert [int(number) for number in done.stdout.split()] == EVERY_NUMBER_ONCE
    assert (tmp_path / "vinhdanh.sqlite3").exists()
