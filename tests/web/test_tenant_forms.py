"""The wall between communes inside forms: what they send, with keys of another commune.

Somebody with every role reads the pages of a commune whose twin is the other commune. Each name
that sends a key there is tried with the key of the twin: the same kind of thing in the same state,
so nothing but the wall can refuse it. A new form is found by its link and tried by itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.urls import reverse
from tests.scenarios.kept import Tables, columns, rows_of, rows_of_all
from tests.scenarios.mirror import FAR, foreign_names, mirrored, mirrored_models
from tests.web.found_forms import foreign, joined, walk
from tests.web.remains import remains
from tests.web.stages import fullest
from tests.web.test_tenants import keyless

from vinhdanh.accounts.enums import Role
from vinhdanh.accounts.models import Membership, User
from vinhdanh.organizations.models import Unit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from django.db.models import Model
    from django.test import Client
    from tests.scenarios.commune import Commune
    from tests.web.found_forms import FoundForm

WRITES = re.compile(r'(?:INSERT INTO|UPDATE|DELETE FROM) "(\w+)"')
LEAST_TAKEN = 35
LEAVING = "/thoat/"
OF_ALL = {"links Supervision.superior_id"}
"""Any body of the installation may be the superior; their names are public."""


@dataclass(slots=True)
class Wall:
    """What lies on the other side, and how it looked before anybody tried."""

    client: Client
    names: re.Pattern[str]
    before: Tables = field(default_factory=rows_of_all)
    written: set[str] = field(default_factory=set)

    def __call__(self, execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        self.written |= set(WRITES.findall(sql))
        return execute(sql, *rest)

    def breaches(self, form: FoundForm, data: dict[str, list[str]], said: str) -> set[str]:
        """Send a form, undo what it did, and return what of the other commune it touched."""
        cache.clear()
        self.written.clear()
        send = self.client.post if form.method == "post" else self.client.get
        with transaction.atomic(), connection.execute_wrapper(self):
            response = send(form.action, data, follow=True)
            text = unescape(response.getvalue().decode(errors="ignore"))
            found = {f"tells {each}" for each in self.names.findall(text) if each not in said}
            found |= self._touched()
            transaction.set_rollback(True)
        if response.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
            found.add(f"answers {response.status_code}")
        return found - OF_ALL

    def takes(self, form: FoundForm) -> bool:
        """Tell whether a form goes through as it stands; what it did is undone."""
        with transaction.atomic():
            answer = self.client.post(form.action, joined(form.sent))
            transaction.set_rollback(True)
        return answer.status_code == HTTPStatus.FOUND

    def _touched(self) -> set[str]:
        """Return what changed of the other commune's rows, what points to them or names them."""
        models = [each for each in mirrored_models() if each._meta.db_table in self.written]
        after, found = rows_of(models), set()
        for model in models:
            old, new = self.before[model._meta.label], after[model._meta.label]
            fresh = [row for key, row in new.items() if old.get(key) != row]
            if any(is_theirs(key) and new.get(key) != row for key, row in old.items()):
                found.add(f"changes {model.__name__}")
            for at, column in pointing(model):
                if any(is_theirs(row[at]) for row in fresh):
                    found.add(f"links {model.__name__}.{column}")
            said = " ".join(str(each) for row in fresh for each in row)
            found |= {f"keeps {each}" for each in self.names.findall(said)}
        return found


def is_theirs(key: Any) -> bool:
    return isinstance(key, int) and key < FAR


def pointing(model: type[Model]) -> list[tuple[int, str]]:
    """Return the columns that point to rows that have a twin, with their places."""
    there = set(mirrored_models())
    fields = model._meta.local_concrete_fields
    keys = {each.column for each in fields if each.is_relation and each.related_model in there}
    return [(at, name) for at, name in enumerate(columns(model)) if name in keys]


def everybody(commune: Commune) -> User:
    """Return the twin of the clerk, who gets every role there and heads a village."""
    user = User.objects.get(pk=commune.clerk.user.pk + FAR)
    body, village = (Unit.objects.get(pk=each.pk + FAR) for each in (commune.body, commune.village))
    for unit, role in [*((body, role) for role in Role), (village, Role.UNIT_HEAD)]:
        Membership.objects.get_or_create(user=user, unit=unit, role=role)
    return user


@pytest.fixture
def wall(commune: Commune, client: Client) -> Iterator[Wall]:
    """The commune at its fullest beside its twin, where the client has every role."""
    fullest(commune)
    remains(commune)
    with mirrored():
        client.force_login(everybody(commune))
        client.raise_request_exception = False
        yield Wall(client, re.compile("|".join(map(re.escape, sorted(foreign_names())))))


def test_no_form_takes_keys_of_another_commune(wall: Wall) -> None:
    start = [reverse(name) for name in keyless() if name != "sign_out"]
    forms, texts = walk(wall.client, start)
    tried, breaches, taken = set(), {}, 0
    for form in forms:
        if form.offered and form.method == "post":
            taken += wall.takes(form)
        for name, data in form.with_foreign():
            tried.add(name)
            breaches[f"{form.action} {name}"] = wall.breaches(form, data, texts[form.page])
    theirs = {name: foreign(value) for form in forms for name, value in form.offered}
    for form in forms:
        breaches[form.action] = unseen(wall, form, theirs, texts[form.page])
    assert {where: what for where, what in breaches.items() if what} == {}
    assert taken >= LEAST_TAKEN, "with keys of the own commune too few forms go through"
    assert tried >= {
        "unit", "person", "task", "kept", "addressees", "chosen", "member", "items", "present",
        "nominations", "nomination", "layout", "parent", "others", "successor", "author_1",
        "handler", "lead_unit", "tellers", "next", "superior",
    }  # fmt: skip


def unseen(wall: Wall, form: FoundForm, theirs: dict[str, str], said: str) -> set[str]:
    """Try names a form does not show; some come only with an answer: who of one name is meant."""
    if form.method != "post" or not form.is_typed or form.action == LEAVING:
        return set()
    more = [(name, each) for name, each in theirs.items() if name not in dict(form.sent)]
    found = wall.breaches(form, joined(form.sent, more), said)
    return {each for each in found if not each.startswith("answers")}
