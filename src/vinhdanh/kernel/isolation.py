"""Files from anywhere are read in a process of its own, which ends when it takes too much."""

from __future__ import annotations

import json
import multiprocessing
import sys
import threading
import warnings
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkServerContext, SpawnContext
    from multiprocessing.process import BaseProcess

_READERS: Final = ("docx", "pdfplumber", "pyhanko.sign.ades.report")
"""Libraries that take a second to load: once for all processes, where processes can be copied."""

_MOST_BYTES: Final = 64 * 1024**2
"""What an answer may take."""


class OutOfBoundsError(Exception):
    """The process fell: it wanted too much memory, or the file broke it."""


def run_apart(work: Callable[..., Any], *given: object, seconds: float, memory: int) -> Any:
    """Return what a function returns, run in a process of its own.

    Args:
        work: a function of a module; what it is given must go through pickle, what it returns
            through JSON, so that a process that a file has taken over can only answer.
        given: its arguments.
        seconds: after that long the process is ended.
        memory: bytes the process may take; Windows has no such limit.

    Raises:
        TimeoutError: the time is over.
        OutOfBoundsError: the process ended without an answer.
    """
    if getattr(sys, "frozen", False):  # one file has no interpreter to start
        return work(*given)
    context = _context()
    answer, to_answer = context.Pipe(duplex=False)
    process = context.Process(
        target=_answer, args=(to_answer, work, given, seconds, memory), daemon=True
    )
    with answer:
        try:
            with to_answer:
                process.start()
        except OSError:  # it fell before it had read what it was given
            raise OutOfBoundsError from None
        try:
            return _received(answer, process, seconds)
        finally:
            process.kill()
            process.join()
            process.close()


def _received(answer: Connection, process: BaseProcess, seconds: float) -> Any:
    """Return the answer; a process that stops in the midst of it is ended like any other."""
    too_late = threading.Event()
    alarm = threading.Timer(seconds, _end, (process, too_late))
    alarm.start()
    try:
        return json.loads(answer.recv_bytes(_MOST_BYTES))
    except (EOFError, OSError, ValueError):
        raise (TimeoutError if too_late.is_set() else OutOfBoundsError) from None
    finally:
        alarm.cancel()
        alarm.join()


def _end(process: BaseProcess, too_late: threading.Event) -> None:
    too_late.set()
    process.kill()


def _context() -> ForkServerContext | SpawnContext:
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(_READERS))
    return context


def _answer(
    answer: Connection,
    work: Callable[..., Any],
    given: tuple[object, ...],
    seconds: float,
    memory: int,
) -> None:
    _bound(int(seconds) + 1, memory)
    warnings.simplefilter("ignore")
    with suppress(MemoryError):
        answer.send_bytes(json.dumps(work(*given)).encode())


def _bound(seconds: int, memory: int) -> None:
    """Give back time and memory beyond what was allowed."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
