"""Acts that are done at the same moment, each in a thread with a connection of its own."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TYPE_CHECKING

from django.db import connections

from vinhdanh.kernel.errors import DomainError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


def together(each: Iterable[Callable[[], object]]) -> list[str]:
    """Do acts at once; return what those who were refused were told."""
    acts = list(each)
    start = Barrier(len(acts))

    def run(act: Callable[[], object]) -> str:
        try:
            start.wait(timeout=60)
            act()
        except DomainError as problem:
            return problem.message
        finally:
            connections.close_all()
        return ""

    with ThreadPoolExecutor(len(acts)) as pool:
        return [said for said in pool.map(run, acts) if said]
