"""A crash at any moment leaves all of an act or nothing, and loses nothing acknowledged.

A few tries each in the suite; `python -m tests.crash.run WORLD --times 50` does more.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TIMES = "3"
WORLDS = ("counting", "closing", "issuing", "importing")


@pytest.mark.own_processes
def test_a_crash_leaves_all_or_nothing() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.crash.run", *WORLDS, "--times", TIMES],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = done.stdout.splitlines()
    for world, line in zip(WORLDS, told, strict=True):
        assert line.startswith(f"{world}: killed {TIMES} times")
