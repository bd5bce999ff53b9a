"""The wall between communes: every address that names something, tried from the other side."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

import pytest
from django.apps import apps
from django.core.cache import cache
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from tests.scenarios.refusal import content
from tests.web.remains import remains
from tests.web.stages import LISTS, fullest

from vinhdanh.accounts.enums import Role
from vinhdanh.organizations.models import Unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client
    from tests.scenarios.commune import Commune

PARTS = 4
"""The walk takes minutes: its parts run side by side."""
NUMBERS = {"year": 2024, "page": 1}
"""Whole numbers in addresses that name no object; everything else is taken for one."""
WORDS = {"kind": "ca-nhan", "ending": "pdf", "shape": "index"}
REACHED = (
    "accounts", "councils", "decisions", "emulation", "nominations", "organizations", "planning",
    "records", "reports",
)  # fmt: skip
NAMELESS = {"Attendance", "Ballot", "Membership", "NominationStep", "Participation", "PlanFinding"}
"""Rows that no address names by themselves; their many keys would only cost time."""
FORM = {
    "version": "1", "step": "appraise", "reason": "Thử", "choice": "for", "member": "1",
    "present": ["1", "2"], "signed_on": "24/06/2024", "cut_off_on": "24/06/2024", "title": "Thử",
    "content": "Thử", "fulfilment": "evidence", "note": "Thử", "merit": "đã thử", "year": "2024",
    "issuing_body": "Thử", "issued_on": "10/01/2024", "achievement": "Thử", "period": "Thử",
    "full_name": "Lê Văn Thử", "honour": "giay-khen-ca-nhan", "detail": "Thử",
    "giay-khen-ca-nhan__individual": "1",
}  # fmt: skip
"""What makes most acts go through, were there no wall."""

OF_PEOPLE = {"post_end"}
"""Addresses whose first key is a person's: the outsider's own people are no breach there."""
SAID_OF_IT = ("Phạm Xá", "Phạm Văn Đức", "Minh Tiến", "Cả xã làm đường hoa", "Thiếu biên bản")


NAMES_BODIES = {"superiors"}
"""Where one chooses the body above among those of the installation; their names are public."""


@dataclass(frozen=True, slots=True)
class Route:
    """An address that names objects."""

    name: str
    objects: tuple[str, ...]
    others: tuple[str, ...]

    def urls(self, candidates: set[int], own: int) -> Iterator[str]:
        """Return the address for each candidate, and, of two, for one's own unit as the second."""
        rest = {name: NUMBERS.get(name, WORDS.get(name)) for name in self.others}
        choices = [sorted(candidates), *([own, min(candidates)] for _ in self.objects[1:])]
        for chosen in product(*choices):
            yield reverse(self.name, kwargs=rest | dict(zip(self.objects, chosen, strict=True)))


def routes() -> list[Route]:
    """Return every address of the project that names an object."""
    found = []
    for pattern in walk(get_resolver().url_patterns):
        names = list(pattern.pattern.converters)
        objects = tuple(name for name in names if name not in NUMBERS | WORDS)
        if objects:
            assert pattern.name, f"{pattern} has no name"
            others = tuple(name for name in names if name not in objects)
            found.append(Route(pattern.name, objects, others))
    return found


def keyless() -> list[str]:
    """Return every address of the project that names nothing."""
    patterns = walk(get_resolver().url_patterns)
    return [each.name for each in patterns if each.name and not each.pattern.converters]


def walk(patterns: list[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from walk(pattern.url_patterns)
        else:
            yield pattern


def keys() -> set[int]:
    """Return the smallest and the largest key of every table."""
    found: set[int] = set()
    for label in REACHED:
        for model in apps.get_app_config(label).get_models():
            if model.__name__ in NAMELESS:
                continue
            here = list(model._default_manager.order_by("pk").values_list("pk", flat=True))
            found |= {*here[:1], *here[-1:]}
    return found


def test_every_table_has_something_to_reach(commune: Commune) -> None:
    fullest(commune)
    remains(commune)
    models = [each for label in REACHED for each in apps.get_app_config(label).get_models()]
    assert [each.__name__ for each in models if not each._default_manager.exists()] == []


def test_the_routes_are_all_there() -> None:
    names = {route.name for route in routes()}
    assert names >= {
        "plan", "task", "evidence_accept", "submission", "nominee_new", "nomination_step",
        "meeting", "minutes", "vote", "decision_sign", "certificates", "honour", "report_draft",
        "revocation_new", "restoration_new", "correction_new", "recovery", "reissue_answer",
        "box_count", "import", "accept_registration", "sign_pledge", "document", "file",
        "page_image", "unit",
    }  # fmt: skip
    assert not names & {"today", "year", "register", "sign_in"}


def breaches_of(client: Client, route: Route, candidates: set[int], own: int) -> list[str]:
    """Try a route with every candidate, by each verb it knows."""
    breaches = []
    for verb, form in (("GET", {}), ("POST", FORM)):
        for url in route.urls(candidates, own=own):
            cache.clear()  # the public page counts checks: here each is the first
            response = getattr(client, verb.lower())(url, form)
            if response.status_code == 405:
                break
            if response.status_code != 404:
                breaches.append(f"{route.name}: {verb} {url} → {response.status_code}")
    return breaches


@pytest.mark.parametrize("part", range(PARTS))
def test_no_object_is_reached_from_another_commune(
    low_keys: None, commune: Commune, client: Client, part: int
) -> None:
    fullest(commune)
    remains(commune)
    outsider = commune.outsider
    own = set(Unit.objects.filter(path__startswith=outsider.body.path).values_list("pk", flat=True))
    client.force_login(outsider.user)
    client.raise_request_exception = False
    before, breaches = content(), []
    people = set(outsider.body.people.values_list("pk", flat=True))
    for route in routes()[part::PARTS]:
        theirs = own | people if route.name in OF_PEOPLE or "person" in route.name else own
        breaches += breaches_of(client, route, keys() - theirs, outsider.units[0].pk)
        if content() != before:
            breaches.append(f"{route.name}: something of the commune changed")
            before = content()
    assert breaches == []


def test_no_list_tells_of_another_commune(commune: Commune, client: Client) -> None:
    stage = fullest(commune)
    remains(commune)
    assert commune.outsider.roles == set(Role)
    client.force_login(commune.outsider.user)
    told = {}
    for name in {*LISTS, *keyless()} - NAMES_BODIES:
        response = client.get(reverse(name))
        if response.headers["Content-Type"].startswith("text/html"):
            text = response.content.decode()
            told[name] = [word for word in SAID_OF_IT if word in text]
        response.getvalue()  # a list that streams is closed where it ends
    assert {name: words for name, words in told.items() if words} == {}
    assert stage.plan.number not in client.get(reverse("board")).content.decode()
    found = client.get(reverse("register"), {"q": "Phạm"}).content.decode()
    assert "Tìm thấy 0 trường hợp." in found
