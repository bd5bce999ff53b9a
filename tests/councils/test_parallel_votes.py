"""Many vote at once: every vote counts once, and the chair who counts twice has one result."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from tests.councils import parallel_votes
from tests.councils.parallel_votes import VOTERS, vote_together
from tests.scenarios.commune import TODAY

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
EXPECTED = {
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


@pytest.mark.skipif(
    connection.vendor != "postgresql", reason="needs PostgreSQL: python tests/postgres.py pytest"
)
@pytest.mark.django_db(transaction=True)
def test_fifteen_vote_at_once_on_postgresql(set_today: Callable[[dt.date], None]) -> None:
    set_today(TODAY)
    assert vote_together() == EXPECTED


@pytest.mark.skipif(connection.vendor != "sqlite", reason="runs where SQLite is the database")
def test_fifteen_vote_at_once_on_a_sqlite_file(tmp_path: Path) -> None:
    clean = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    done = subprocess.run(
        [sys.executable, str(parallel_votes.__file__)],
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
    assert json.loads(done.stdout.splitlines()[-1]) == EXPECTED
    assert not list((tmp_path / "hom-phieu").iterdir()), "a counted box left its locker behind"
