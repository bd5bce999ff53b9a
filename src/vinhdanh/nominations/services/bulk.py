"""One step for many nominations: what cannot be done is told and blocks nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.kernel.errors import DomainError
from vinhdanh.nominations.queries.appraisal import STEP
from vinhdanh.nominations.services.transitions import take_step

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.nominations.models import Nomination

IN_BULK = ("receive", "appraise")
"""Steps that need nothing of each nomination but itself."""


@dataclass(frozen=True, slots=True)
class Done:
    """What became of each."""

    taken: tuple[Nomination, ...]
    refused: tuple[str, ...]
    """One sentence each."""


def take_step_with_each(
    *, actor: Actor, nominations: Iterable[Nomination], name: str, reason: str = ""
) -> Done:
    """Take one step with each nomination that it fits, each in a transaction of its own.

    A reason goes with each appraisal; other steps take none.

    Raises:
        DomainError: the step is not one for many.
    """
    if name not in IN_BULK:
        raise DomainError("Việc này làm riêng cho từng hồ sơ: hãy mở hồ sơ.")
    why = reason if name == STEP else ""
    taken, refused = [], []
    for each in nominations:
        try:
            with transaction.atomic():
                taken.append(take_step(actor=actor, nomination=each, name=name, reason=why))
        except DomainError as problem:
            refused.append(problem.message)
    return Done(tuple(taken), tuple(refused))
