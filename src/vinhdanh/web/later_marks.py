"""What later decisions did to the honours of an award, as its page marks it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vinhdanh.decisions.queries.corrections import corrected_in
from vinhdanh.decisions.queries.revocations import revoked_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vinhdanh.decisions.models import Decision, Honour


@dataclass(frozen=True, slots=True)
class LaterMark:
    """One later decision, and what it did."""

    tone: str
    word: str
    decision: Decision


Marks = dict[int, list[LaterMark]]


def marks_of(award: Decision) -> Marks:
    """Return the marks of each honour of an award, by its key, the oldest first."""
    found: Marks = defaultdict(list)
    for honour, mark in sorted(_marks(award), key=lambda each: _age(each[1])):
        if mark not in found[honour.pk]:
            found[honour.pk].append(mark)
    return found


def marks_by_nomination(award: Decision, marks: Marks) -> Marks:
    """Return the same by the keys of the nominations."""
    rows = award.honours.filter(pk__in=marks).exclude(nomination=None)
    return {nomination: marks[pk] for pk, nomination in rows.values_list("pk", "nomination_id")}


def said_once(marks: Marks) -> list[LaterMark]:
    """Return each mark once, whomever it concerns, the oldest first."""
    return sorted(dict.fromkeys(mark for each in marks.values() for mark in each), key=_age)


def _marks(award: Decision) -> Iterator[tuple[Honour, LaterMark]]:
    for word in corrected_in(award):
        yield word.honour, LaterMark("info", "Đã đính chính", word.correction.decision)
    for line in revoked_in(award):
        if line.restored_on and line.restoration:
            yield line.honour, LaterMark("good", "Đã khôi phục", line.restoration.decision)
        else:
            yield line.honour, LaterMark("stop", "Đã hủy bỏ", line.revocation.decision)


def _age(mark: LaterMark) -> tuple[object, ...]:
    return (mark.decision.decided_on, mark.decision.pk)
