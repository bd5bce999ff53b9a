"""A function in a process of its own: its answer, or why there is none."""

from __future__ import annotations

import os
import signal
import stat
import time
from contextlib import suppress
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


def tell(count: int) -> str:
    return "0" * count


def falter() -> None:
    """Write the beginning of an answer, as a process does that a file has taken over."""
    for number in range(3, 64):
        with suppress(OSError):
            if stat.S_ISSOCK(os.fstat(number).st_mode) or stat.S_ISFIFO(os.fstat(number).st_mode):
                os.write(number, b"\0\0")
    time.sleep(600)


def fall() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def spin() -> None:
    while True:
        pass


def test_the_answer_comes_from_another_process() -> None:
    told = run_apart(where, "Phạm Văn Đức", seconds=ENOUGH, memory=MEMORY)
    assert told["name"] == "Phạm Văn Đức"
    assert told["process"] != os.getpid()


@pytest.mark.parametrize("work", [spin, partial(sleep, 600), falter])
def test_time_is_bounded(work: Callable[[], None]) -> None:
    with pytest.raises(TimeoutError):
        run_apart(work, seconds=0.5, memory=MEMORY)


@pytest.mark.parametrize(
    "work", [fall, partial(take, 2 * MEMORY), partial(tell, 65 * 1024**2), object]
)
def test_a_process_without_an_answer_is_told(work: Callable[[], object]) -> None:
    with pytest.raises(OutOfBoundsError):
        run_apart(work, seconds=ENOUGH, memory=MEMORY)
