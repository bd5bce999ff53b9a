"""Doing acts in a process of its own and killing it at a random moment.

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

from django.core.management import call_command
from tests.crash.databases import BASE, COPY, EMPTY, copy_base, make_base, make_empty, use
from tests.crash.world import CrashError, Step

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.crash.world import World

DONE = b"."
ANY_TIME, AROUND_THE_END = (0.0, 1.15), (0.85, 1.25)
"""When acts are killed, as shares of their usual time: every other try when they are written."""
PATIENCE = 120.0


@dataclass(slots=True)
class Score:
    """What came of all tries."""

    nothing: int = 0
    part: int = 0
    whole: int = 0
    acknowledged: int = 0
    """Steps whose author had been told that they were done."""


def make_tables() -> None:
    """Make the tables of all worlds in a process of its own."""
    make_empty()
    use(EMPTY)
    _done([Step(_migrate, bool)], "making the tables")


def _migrate() -> None:
    call_command("migrate", verbosity=0)


def prepared(world: World) -> None:
    """Build the world's database in a process of its own."""
    make_base()
    use(BASE)
    _done([Step(world.prepare, bool)], "preparing")


def tried(world: World, times: int, *, seed: int) -> Score:
    """Kill the acts so many times; after each, ask what is there, then do the rest.

    Raises:
        CrashError: see its sentence; it names the seed and the moment.
    """
    copy_base()
    use(COPY)
    usual = _done(world.steps, "the first time")
    chance, score = random.Random(seed), Score()  # noqa: S311 - chance, no secret
    for one in range(times):
        copy_base()
        use(COPY)
        moment = usual * chance.uniform(*(AROUND_THE_END if one % 2 else ANY_TIME))
        told = _killed(world.steps, moment)
        where = f"{world.name}, seed {seed}, try {one + 1}, killed after {moment:.4f} s"
        there = _found(world, where)
        if there < told:
            raise CrashError(f"{where}: {told} steps acknowledged, {there} kept.")
        score.acknowledged += told
        score.nothing += there == 0
        score.whole += there == len(world.steps)
        score.part += 0 < there < len(world.steps)
        if rest := world.steps[there:]:
            took = _done(rest, f"{where}, done again")
            usual = took if there == 0 else usual
            if _found(world, f"{where}, done again") < len(world.steps):
                raise CrashError(f"{where}: cannot be done any more.")
    return score


def _found(world: World, where: str) -> int:
    """Return how many steps are there whole; none is there before the one it follows."""
    use(COPY)
    whole = [step.is_whole(f"{where}, step {at}") for at, step in enumerate(world.steps, start=1)]
    use(COPY)
    if whole != sorted(whole, reverse=True):
        raise CrashError(f"{where}: a later step is there without the one before, {whole}.")
    return sum(whole)


def _killed(steps: Sequence[Step], moment: float) -> int:
    """Do the steps in a child, kill it at a moment; return how many it had said were done."""
    child, pipe = _started([step.act for step in steps])
    time.sleep(moment)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    told = os.read(pipe, 64)
    os.close(pipe)
    return len(told)


def _done(steps: Sequence[Step], what: str) -> float:
    """Do the steps in a child to their end; return how many seconds that took."""
    began = time.perf_counter()
    child, pipe = _started([step.act for step in steps])
    told = b""
    while select.select([pipe], [], [], PATIENCE)[0] and (one := os.read(pipe, 64)):
        told += one
    took = time.perf_counter() - began
    os.close(pipe)
    if len(told) < len(steps):
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    if len(told) < len(steps):
        raise CrashError(f"The act failed, {what}: see above.")
    return took


def _started(acts: Sequence[Callable[[], None]]) -> tuple[int, int]:
    """Fork a child that does one act after the other and says so on the pipe."""
    reader, writer = os.pipe()
    child = os.fork()
    if child:
        os.close(writer)
        return child, reader
    code = 1
    try:
        os.close(reader)
        for act in acts:
            act()
            os.write(writer, DONE)
        code = 0
    except BaseException:  # noqa: BLE001 - whatever it is, the parent must hear of it
        traceback.print_exc(file=sys.stderr)
    finally:
        os._exit(code)
