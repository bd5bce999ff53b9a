"""Doing an act in a process of its own and killing it at a random moment.

Nothing is rendered in the process that forks: the typesetter's threads would not survive the fork.
"""

from __future__ import annotations

import os
import random
import select
import signal
import sys
import time
import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.crash.databases import BASE, COPY, copy_base, use

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.crash.worlds import World

DONE = b"done"
LONGER = 1.15
"""How far past its usual time an act may be killed, so that some are over by then."""
PATIENCE = 120.0


@dataclass(slots=True)
class Score:
    """What came of all tries."""

    nothing: int = 0
    whole: int = 0
    acknowledged: int = 0


class CrashError(AssertionError):
    """A crash left something half-done, or lost what was acknowledged."""


def prepared(world: World) -> None:
    """Build the world's database in a process of its own."""
    use(BASE)
    _must(world.prepare, "preparing")


def tried(world: World, times: int, *, seed: int) -> Score:
    """Kill the act so many times; after each, ask what is there, then do the act to its end.

    Raises:
        CrashError: see its sentence; it names the seed and the moment.
    """
    usual = _usual_time(world)
    chance, score = random.Random(seed), Score()  # noqa: S311 - chance, no secret
    for one in range(times):
        copy_base()
        moment = chance.uniform(0, LONGER * usual)
        told = _killed(world.act, moment)
        where = f"{world.name}, seed {seed}, try {one + 1}, killed after {moment:.4f} s"
        use(COPY)
        is_whole = world.is_whole(where)
        use(COPY)
        if told and not is_whole:
            raise CrashError(f"{where}: acknowledged and lost.")
        score.acknowledged += told
        score.whole += is_whole
        score.nothing += not is_whole
        if not is_whole:
            _must(world.act, f"{where}, done again")
            use(COPY)
            if not world.is_whole(f"{where}, done again"):
                raise CrashError(f"{where}: cannot be done any more.")
            use(COPY)
    return score


def _usual_time(world: World) -> float:
    copy_base()
    use(COPY)
    began = time.perf_counter()
    _must(world.act, "the first time")
    return time.perf_counter() - began


def _killed(act: Callable[[], None], moment: float) -> bool:
    """Do the act in a child, kill it at a moment; tell whether it had said that it was done."""
    use(COPY)
    child, pipe = _started(act)
    ready, _, _ = select.select([pipe], [], [], moment)
    told = bool(ready) and os.read(pipe, 16) == DONE
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    told = told or os.read(pipe, 16) == DONE
    os.close(pipe)
    return told


def _must(act: Callable[[], None], what: str) -> None:
    child, pipe = _started(act)
    ready, _, _ = select.select([pipe], [], [], PATIENCE)
    told = bool(ready) and os.read(pipe, 16) == DONE
    os.close(pipe)
    if not told:
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    if not told:
        raise CrashError(f"The act failed, {what}: see above.")


def _started(act: Callable[[], None]) -> tuple[int, int]:
    """Fork a child that does the act, then says so on the pipe."""
    reader, writer = os.pipe()
    child = os.fork()
    if child:
        os.close(writer)
        return child, reader
    code = 1
    try:
        os.close(reader)
        act()
        os.write(writer, DONE)
        code = 0
    except BaseException:  # noqa: BLE001 - whatever it is, the parent must hear of it
        traceback.print_exc(file=sys.stderr)
    finally:
        os._exit(code)
