"""What surrounds every page: the rail by role, the year, the person."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from vinhdanh.accounts.enums import Role
from vinhdanh.decisions.queries.payments import MONEY_ROLES
from vinhdanh.kernel import clock
from vinhdanh.planning.models import Plan

if TYPE_CHECKING:
    from django.http import HttpRequest

    from vinhdanh.accounts.actor import Actor

ALL = frozenset(Role)
OFFICE = frozenset({Role.CLERK, Role.CHAIR})


@dataclass(frozen=True, slots=True)
class RailItem:
    """One entry of the rail."""

    label: str
    route: str
    icon: str
    roles: frozenset[Role] = ALL
    is_primary: bool = False
    short: str = ""
    url: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True)
class RailGroup:
    """A group of entries under one word."""

    label: str
    items: list[RailItem]


COUNCIL = OFFICE | {Role.COUNCIL_MEMBER}
NOMINATING = COUNCIL | {Role.UNIT_HEAD}
RAIL = (
    RailGroup(
        "Việc",
        [
            RailItem("Hôm nay", "today", "sun", is_primary=True),
            RailItem("Kế hoạch", "board", "calendar-range", is_primary=True),
            RailItem("Văn bản", "documents", "file-text"),
        ],
    ),
    RailGroup("Thi đua", [RailItem("Thi đua", "emulation", "flag", is_primary=True)]),
    RailGroup(
        "Khen thưởng",
        [
            RailItem("Đề nghị", "submissions", "file-pen-line", NOMINATING, is_primary=True),
            RailItem("Hội đồng", "meetings", "users", COUNCIL),
            RailItem("Quyết định", "decisions", "stamp"),
            RailItem("Trình cấp trên", "forwardings", "send", OFFICE),
            RailItem("Tiền thưởng", "prizes", "banknote", MONEY_ROLES),
            RailItem("Sổ khen thưởng", "register", "award", is_primary=True, short="Sổ khen"),
        ],
    ),
    RailGroup(
        "Thông tin",
        [
            RailItem("Báo cáo", "reports", "chart-column", OFFICE | {Role.SUPERIOR}),
            RailItem("Đơn vị, con người", "units", "building-2"),
            RailItem("Quy định", "law", "scale"),
        ],
    ),
)


def frame(request: HttpRequest) -> dict[str, Any]:
    """Return the frame's context; nothing for those who are not signed in."""
    actor: Actor | None = getattr(request, "actor", None)
    if actor is None:
        return {}
    year: int = request.year  # type: ignore[attr-defined]
    return {
        "rail": rail_for(actor, current=request.path),
        "unit_name": actor.body.name.replace("Ủy ban nhân dân", "UBND"),
        "home_url": reverse("today"),
        "search_url": reverse("register"),
        "person_url": reverse("password"),
        "sign_out_url": reverse("sign_out"),
        "year": year,
        "years": [(each, reverse("year", args=[each])) for each in _years(actor, year)],
        "person_name": actor.name,
        "role_label": role_label(actor),
        "actor": actor,
        "today": clock.today(),
    }


def rail_for(actor: Actor, *, current: str) -> list[RailGroup]:
    """Return the groups with the entries a person's roles have, the present page marked."""
    groups = []
    for group in RAIL:
        items = [
            replace(item, url=(url := reverse(item.route)), current=_is_here(url, current))
            for item in group.items
            if item.roles & actor.roles
        ]
        if items:
            groups.append(RailGroup(group.label, items))
    return groups


def role_label(actor: Actor) -> str:
    """Return what the person is, in words: the office's own role, or else unit and roles."""
    for role in (Role.CHAIR, Role.CLERK):
        if role in actor.roles:
            return role.label
    words = [actor.units[0].called] if actor.units else []
    words += [role.label for role in Role if role in actor.roles and role != Role.UNIT_HEAD]
    return ", ".join(words)


def _is_here(url: str, path: str) -> bool:
    return path == url if url == "/" else path.startswith(url)


def _years(actor: Actor, year: int) -> list[int]:
    planned = Plan.objects.filter(body=actor.body).values_list("year", flat=True)
    return sorted({*(each for each in planned if each), year, clock.today().year}, reverse=True)
