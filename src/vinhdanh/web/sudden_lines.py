"""Sudden deeds on the page of today: on top, because the law asks for the same day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from vinhdanh.accounts.enums import Act
from vinhdanh.nominations.enums import WITH_CLERK, CommendationKind, NominationState, Procedure
from vinhdanh.nominations.queries.nominations import nominations_for
from vinhdanh.web.lines import Line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vinhdanh.accounts.actor import Actor

SHOWN = 10


def sudden_lines(actor: Actor) -> Iterator[Line]:
    """Yield what waits for the clerk to appraise and for the chair to decide."""
    if actor.may(Act.APPRAISE):
        sent = nominations_for(actor).filter(
            state__in=WITH_CLERK, submission__kind=CommendationKind.SUDDEN
        )
        for each in sent.order_by("arrived_on", "pk")[:SHOWN]:
            yield Line(
                f"Khen đột xuất {each.recipient.name}: {each.achievement}",
                reverse("nomination", args=[each.pk]), "Thẩm định ngay", "star", "care",
                each.submission.unit.name,
            )  # fmt: skip
    if actor.may(Act.APPROVE_DIRECTLY):
        ready = nominations_for(actor).filter(
            state=NominationState.APPRAISED, procedure=Procedure.SIMPLIFIED
        )
        for each in ready.order_by("arrived_on", "pk")[:SHOWN]:
            yield Line(
                f"{each.honour_name} cho {each.recipient.name} theo thủ tục đơn giản:"
                f" {each.achievement}",
                reverse("nomination", args=[each.pk]), "Xem và duyệt", "star", "care",
                each.submission.unit.name,
            )  # fmt: skip
