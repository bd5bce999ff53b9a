"""The keeper of the worker, with a child that only tells its process id."""

from __future__ import annotations

import os
import signal
import sys
import time
from typing import TYPE_CHECKING

from vinhdanh.config import worker

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

CHILD = """
import os, pathlib, sys
pathlib.Path(sys.argv[1], str(os.getpid())).touch()
os.read(0, 1)
"""


def wait_for(count: int, folder: Path) -> set[int]:
    """Wait until so many children have told their ids."""
    for _ in range(200):
        if len(found := {int(path.name) for path in folder.iterdir()}) >= count:
            return found
        time.sleep(0.05)
    raise AssertionError(f"Only {found} were started.")


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_dead_worker_is_started_again_and_ends_with_its_keeper(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "COMMAND", (sys.executable, "-c", CHILD, str(tmp_path)))
    monkeypatch.setattr(worker, "PAUSE", 0.05)
    keeper = worker.WorkerKeeper()

    keeper.start()
    (first,) = wait_for(1, tmp_path)
    os.kill(first, signal.SIGKILL)
    both = wait_for(2, tmp_path)
    keeper.stop()

    assert not any(is_alive(process) for process in both)
    assert len(list(tmp_path.iterdir())) == 2
