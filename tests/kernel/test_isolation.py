"""A function in a process of its own: its answer, or why there is none."""

from __future__ import annotations

import os
import signal
import time
from functools import partial
from typing import TYPE_CHECKING

import pytest

from vinhdanh.kernel.isolation import OutOfBoundsError, run_apart

if TYPE_CHECKING:
    from collections.abc import Callable

ENOUGH = 30.0
MEMORY = 1024**3


def where(name: str) -> dict[str, object]:
    return {"name": name, "process": os.getpid()}


def sleep(seconds: float) -> None:
    time.sleep(seconds)


def take(count: int) -> int:
    return len(bytearray(count))


def fall() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def spin() -> None:
    while True:
        pass


def test_the_answer_comes_from_another_process() -> None:
    told = run_apart(where, "Phạm Văn Đức", seconds=ENOUGH, memory=MEMORY)
    assert told["name"] == "Phạm Văn Đức"
    assert told["process"] != os.getpid()


@pytest.mark.parametrize("work", [spin, partial(sleep, 600)])
def test_time_is_bounded(work: Callable[[], None]) -> None:
    with pytest.raises(TimeoutError):
        run_apart(work, seconds=0.5, memory=MEMORY)


@pytest.mark.parametrize("work", [fall, partial(take, 2 * MEMORY), object])
def test_a_process_without_an_answer_is_told(work: Callable[[], object]) -> None:
    with pytest.raises(OutOfBoundsError):
        run_apart(work, seconds=ENOUGH, memory=MEMORY)
