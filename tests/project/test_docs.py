"""The documentation keeps step with the code: words, settings, commands, steps, links, recipes."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest
from django.apps import apps
from django.db.models import Choices
from tests.project.repository import ROOT, tracked_files

from vinhdanh.accounts.enums import Role
from vinhdanh.accounts.models import User
from vinhdanh.accounts.queries.actors import actor_of
from vinhdanh.cli import COMMANDS
from vinhdanh.nominations.workflow import TRANSITIONS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from django.db.models import Model

GLOSSARY = (ROOT / "docs/glossary.md").read_text()
RUNNING = (ROOT / "docs/running.md").read_text()
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)|<img src=\"([^\"]+)\"")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
CODE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def our_models() -> list[type[Model]]:
    return [
        model
        for config in apps.get_app_configs()
        if config.name.startswith("vinhdanh.")
        for model in config.get_models()
    ]


def our_choices() -> list[type[Choices]]:
    """Every list of choices that a field of ours uses."""
    found = {
        type(value)
        for subclass in _subclasses(Choices)
        if subclass.__module__.startswith("vinhdanh.")
        for value in subclass
    }
    return sorted(found, key=lambda each: each.__name__)


def _subclasses(parent: type[Choices]) -> Iterator[type[Choices]]:
    for child in parent.__subclasses__():
        yield child
        yield from _subclasses(child)


@pytest.mark.parametrize("model", our_models(), ids=lambda model: model.__name__)
def test_a_model_stands_in_the_glossary(model: type[Model]) -> None:
    row = f"| {model._meta.verbose_name} | `{model.__name__}` |"

    assert row in GLOSSARY, f"docs/glossary.md lacks a row that begins: {row}"


@pytest.mark.parametrize("choices", our_choices(), ids=lambda choices: choices.__name__)
def test_choices_stand_in_the_glossary(choices: type[Choices]) -> None:
    values = " · ".join(f"`{value}` {label}" for value, label in choices.choices)
    row = f"| `{choices.__name__}` | {values} |"

    assert row in GLOSSARY, f"docs/glossary.md lacks the row: {row}"


def test_the_glossary_names_no_model_that_is_gone() -> None:
    known = {model.__name__ for model in our_models()} | {one.__name__ for one in our_choices()}
    known |= {"Act", "Progress", "PlanDraft", "TaskDraft", "Citation", "Prize"}
    named = set(re.findall(r"`([A-Z]\w+)`", GLOSSARY))

    assert named - known == set()


def test_every_setting_is_explained() -> None:
    source = (ROOT / "src/vinhdanh/config/settings.py").read_text()
    read = {
        call.args[0].value
        for call in ast.walk(ast.parse(source))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and isinstance(call.func.value, ast.Name)
        and call.func.value.id == "env"
        and isinstance(call.args[0], ast.Constant)
    }
    explained = set(re.findall(r"^\| `([A-Z_]+)` \|", RUNNING, re.MULTILINE))

    assert explained == read


def test_every_command_is_explained() -> None:
    explained = set(re.findall(r"^\| `vinhdanh (\w+)` \|", RUNNING, re.MULTILINE))

    assert explained == set(COMMANDS)


def test_every_step_of_a_nomination_is_explained() -> None:
    page = (ROOT / "docs/workflows/nomination.md").read_text()

    assert [step.name for step in TRANSITIONS if f"| {step.name} |" not in page] == []


def test_links_lead_somewhere() -> None:
    pages = [path for path in tracked_files() if path.suffix == ".md"]
    dead = [
        f"{page.relative_to(ROOT)}: {link}"
        for page in pages
        for link in _links(page)
        if not _leads_somewhere(page, link)
    ]

    assert dead == []


def test_every_picture_is_shown_and_small() -> None:
    pictures = set((ROOT / "docs/images").glob("*.png"))
    readme = {ROOT / link for link in _links(ROOT / "README.md") if link.startswith("docs/images/")}
    pages = (ROOT / "docs").glob("*.md")
    inside = {ROOT / "docs" / link for page in pages for link in _links(page)}

    assert pictures == readme | {path for path in inside if path.suffix == ".png"}
    assert [path.name for path in pictures if path.stat().st_size > 250_000] == []


def test_both_readmes_show_and_link_the_same() -> None:
    english, vietnamese = (
        [link for link in _links(ROOT / name) if not link.startswith("README")]
        for name in ("README.md", "README.vi.md")
    )

    assert set(english) == set(vietnamese)


def test_the_recipe_for_a_first_body_works(db: None) -> None:
    exec(_recipe("found_unit("), {})  # noqa: S102 - our own page

    actors = {user.username: actor_of(user) for user in User.objects.all()}
    assert {name: set(actor.roles) for name, actor in actors.items() if actor} == {
        "chutich": {Role.CHAIR},
        "vanphong": {Role.CLERK, Role.COUNCIL_MEMBER},
        "thondong": {Role.UNIT_HEAD},
    }
    head, clerk = actors["thondong"], actors["vanphong"]
    assert head is not None
    assert clerk is not None
    assert [unit.name for unit in head.units] == ["Thôn Đông"]
    assert clerk.body.councils.get().members.count() == 2


def _recipe(holding: str) -> str:
    blocks: list[str] = re.findall(r"^```python\n(.*?)^```$", RUNNING, re.MULTILINE | re.DOTALL)
    (recipe,) = [block for block in blocks if holding in block]
    return recipe


def _links(page: Path) -> list[str]:
    text = CODE.sub("", page.read_text())
    return [first or second for first, second in LINK.findall(text)]


def _leads_somewhere(page: Path, link: str) -> bool:
    if link.startswith(("http://", "https://", "mailto:")):
        return True
    name, _, anchor = link.partition("#")
    target = page.parent / name if name else page
    return target.exists() and (not anchor or anchor in _anchors(target))


def _anchors(page: Path) -> set[str]:
    """The anchors GitHub gives to headings."""
    return {
        re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        for heading in HEADING.findall(CODE.sub("", page.read_text()))
    }
