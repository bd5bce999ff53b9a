"""What a world is: what comes before an act, its steps, and what must hold after each."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vinhdanh.accounts.models import User
from vinhdanh.accounts.queries.actors import actor_of
from vinhdanh.kernel.files import load
from vinhdanh.kernel.models import AuditChain
from vinhdanh.kernel.queries.audit import first_broken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from vinhdanh.accounts.actor import Actor


class CrashError(AssertionError):
    """A crash left something half-done, or lost what was acknowledged."""


@dataclass(frozen=True, slots=True)
class Step:
    """One act, which its author is told of when it is done."""

    act: Callable[[], None]
    is_whole: Callable[[str], bool]
    """Tell whether all of the act is there; raise CrashError where only some of it is."""


@dataclass(frozen=True, slots=True)
class World:
    """Acts that follow one another, with what comes before them."""

    name: str
    prepare: Callable[[], None]
    steps: tuple[Step, ...]


def acting(username: str) -> Actor:
    """Return who acts for an account."""
    actor = actor_of(User.objects.get(username=username))
    assert actor is not None
    return actor


def all_or_nothing(facts: dict[str, bool], where: str) -> bool:
    """Return whether every fact holds; they hold together or not at all."""
    for chain in AuditChain.objects.all():
        if at := first_broken(chain):
            raise CrashError(f"{where}: the log of {chain.scope} breaks at {at}.")
    if len(set(facts.values())) > 1:
        raise CrashError(f"{where}: half-done, {facts}.")
    return all(facts.values())


def require_bytes(files: Iterable[tuple[str, str]], where: str) -> None:
    """Refuse a row that names a file (path, SHA-256) whose bytes are not there whole."""
    for path, sha256 in files:
        if hashlib.sha256(load(path)).hexdigest() != sha256:
            raise CrashError(f"{where}: the file {path} is not whole.")
