"""Incoming documents that wait: to be passed on by the clerk, to be dealt with by a unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from vinhdanh.accounts.enums import Role
from vinhdanh.kernel import clock
from vinhdanh.records.enums import IncomingState
from vinhdanh.records.queries.incoming import incoming_for, open_incoming
from vinhdanh.web.lines import Line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.records.models import IncomingDocument

MOST = 5
"""Lines of one person; the nearest deadlines first, the rest is in the register."""
SOON = 3
"""Days before a deadline from which the clerk is reminded of what a unit deals with."""


def incoming_lines(actor: Actor) -> Iterator[Line]:
    """Tell the clerk what to pass on and what is nearly due, a unit's head what to deal with."""
    is_clerk = Role.CLERK in actor.roles
    if not (is_clerk or actor.units):
        return
    found = open_incoming(incoming_for(actor))
    shown = [each for each in found if _concerns(each, actor, is_clerk=is_clerk)]
    for each in shown[:MOST]:
        yield _line(each, actor)


def _concerns(document: IncomingDocument, actor: Actor, *, is_clerk: bool) -> bool:
    if document.state == IncomingState.WAITING:
        return is_clerk
    own = document.handler is not None and actor.heads(document.handler)
    days = _days_left(document)
    return own or (is_clerk and days is not None and days <= SOON)


def _line(document: IncomingDocument, actor: Actor) -> Line:
    url = reverse("incoming_document", args=[document.pk])
    state, days = "waiting", _days_left(document)
    if days is not None and days <= SOON:
        state = "stop" if days < 0 else "care"
    told = f"{document} của {document.author}"
    if document.state == IncomingState.WAITING:
        sentence, verb = f"{told} chờ chuyển xử lý", "Chuyển"
    elif document.handler and actor.heads(document.handler):
        sentence, verb = f"{told} chờ {document.handler.called} xử lý", "Xử lý"
    else:
        sentence, verb = f"{told} đang xử lý ở {document.handled_by}", "Xem"
    return Line(sentence, url, verb, "inbox", state, document.abstract, document.due_on)


def _days_left(document: IncomingDocument) -> int | None:
    return (document.due_on - clock.today()).days if document.due_on else None
