"""Taking hold of a nomination, and telling the second of two people what the first one did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.kernel.errors import StaleError
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.kernel.wording import joined
from vinhdanh.nominations.models import Nomination

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vinhdanh.kernel.models import AuditEvent

TELLING = 5
"""Acts told to the second person; what lies further back is in the history."""


def locked(nomination: Nomination, expected_version: int | None = None) -> Nomination:
    """Return the nomination as it is now, its row locked until the transaction ends.

    Args:
        nomination: whose row to lock.
        expected_version: the version its author read; None inside a larger act that holds it.

    Raises:
        StaleError: somebody changed it since; the sentence says who, when, and what.
    """
    found: Nomination = (
        Nomination.objects.select_for_update(of=("self",))
        .select_related("recipient", "submission__unit", "body")
        .get(pk=nomination.pk)
    )
    if expected_version is not None and found.version != expected_version:
        raise StaleError(_who_was_faster(found, expected_version))
    return found


def hold(nominations: Iterable[Nomination]) -> None:
    """Lock the rows of an act on many, in one order, before the first of them is logged.

    Each logged act holds the chain of its body: who took the rows one by one between could wait
    for somebody who waits for that chain.
    """
    keys = [each.pk for each in nominations]
    list(Nomination.objects.select_for_update().filter(pk__in=keys).order_by("pk").values("pk"))


def _who_was_faster(nomination: Nomination, seen: int) -> str:
    since = [
        event
        for event in history_of(nomination)[: TELLING * 2]
        if event.details.get("version", 0) > seen
    ][: TELLING if seen else 1]
    if not since:
        return "Người khác vừa sửa hồ sơ này: hãy tải lại trang rồi làm tiếp."
    told = joined([_told(event) for event in reversed(since)])
    return f"{told}: hãy xem bản mới rồi làm tiếp."


def _told(event: AuditEvent) -> str:
    return f"{event.actor} vừa {event.sentence} lúc {event.at.astimezone():%H:%M ngày %d/%m/%Y}"
