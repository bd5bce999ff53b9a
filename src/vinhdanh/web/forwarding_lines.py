"""What waits between this office and the ones above and below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q
from django.urls import reverse

from vinhdanh.accounts.enums import Act
from vinhdanh.decisions.queries.forwarding import (
    forwardings_for,
    nominations_to_forward,
    overdue_above,
    received_for,
)
from vinhdanh.kernel import clock
from vinhdanh.kernel.wording import count, day
from vinhdanh.web.lines import Line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vinhdanh.accounts.actor import Actor


def forwarding_lines(actor: Actor) -> Iterator[Line]:
    """Yield what is to be sent up, what came back, and what lower offices ask."""
    if not actor.may(Act.FORWARD):
        return
    if number := nominations_to_forward(actor).count():
        yield Line(
            f"{count(number).capitalize()} hồ sơ chờ trình cấp trên quyết định",
            reverse("forwardings"), "Trình", "send",
        )  # fmt: skip
    for late in overdue_above(actor, as_of=clock.today()):
        sent = late.forwarding
        yield Line(
            f"{sent.superior_name} chưa trả lời {sent.letter}",
            reverse("forwarding", args=[sent.pk]), "Nhắc", "octagon-alert", "stop",
            f"Đã nhắc ngày {day(sent.reminded_on)}" if sent.reminded_on else "", late.due_on,
        )  # fmt: skip
    answered = forwardings_for(actor).filter(
        Q(received__answered_on__isnull=False), cases__verdict=""
    )
    for forwarding in answered.distinct():
        yield Line(
            f"{forwarding.superior_name} đã trả lời {forwarding.letter}",
            reverse("forwarding", args=[forwarding.pk]), "Ghi vào sổ", "mail-open", "care",
        )  # fmt: skip
    for proposal in received_for(actor).filter(answered_on=None):
        yield Line(
            f"{proposal} chờ xét", reverse("proposal", args=[proposal.pk]), "Xem", "inbox",
            "waiting", due_on=proposal.answer_by,
        )  # fmt: skip
