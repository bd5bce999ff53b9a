"""What a browser or a busy author would not tell us about our templates and sheets."""

from __future__ import annotations

import gzip
import importlib
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.forms import FileField, Form

import vinhdanh

if TYPE_CHECKING:
    from collections.abc import Iterator

WEB = Path(vinhdanh.__file__).parent / "web"
STATIC = WEB / "static" / "vinhdanh"
COMPONENTS = WEB / "templates" / "cotton"
TEMPLATES = sorted(Path(vinhdanh.__file__).parent.rglob("templates/**/*.html"))
PASSED_ON = ("hx-", "data-", "aria-")
"""What a component that prints its attrs hands on to its element."""

DJANGO = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)
USE = re.compile(
    r"<c-(?!vars\b|slot\b)([\w.-]+)((?:\s+[^\s/>=]+(?:=(?:\"[^\"]*\"|'[^']*'))?)*)\s*/?>"
)
ATTRIBUTE = re.compile(r"([^\s=/>\"']+)(?:=(?:\"[^\"]*\"|'[^']*'))?")


def name_of(path: Path) -> str:
    return str(path.relative_to(WEB.parent))


def blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", "_", match[0])


def read(path: Path) -> str:
    """Return a template with its tags blanked, so that only what is HTML is left."""
    return DJANGO.sub(blank, path.read_text(encoding="utf-8"))


def declared(component: str) -> tuple[set[str], bool]:
    path = COMPONENTS / f"{component.replace('-', '_').replace('.', '/')}.html"
    assert path.is_file(), f"no component {component!r}"
    source = path.read_text(encoding="utf-8")
    variables = re.search(r"<c-vars\s(.*?)/>", source, re.DOTALL)
    assert variables, f"{component} declares no variables"
    names = {match[1].lstrip(":") for match in ATTRIBUTE.finditer(variables[1])}
    return names, "{{ attrs }}" in source


def uses(path: Path) -> Iterator[tuple[str, set[str], str]]:
    text = read(path)
    for match in USE.finditer(text):
        inner = text[match.end() : text.find(f"</c-{match[1]}>", match.end())]
        yield match[1], {found[1].lstrip(":") for found in ATTRIBUTE.finditer(match[2])}, inner


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_components_get_only_what_they_declare(path: Path) -> None:
    for component, given, inner in uses(path):
        names, hands_on = declared(component)
        unknown = {
            name
            for name in given - names
            if not (hands_on and name.startswith(PASSED_ON)) and name != "only"
        }
        assert not unknown, f"<c-{component}> does not know {unknown}"
        depth = re.sub(
            r"<c-(?!slot\b|vars\b)([\w.-]+)[^>]*[^/]>.*?</c-\1>", "", inner, flags=re.DOTALL
        )
        slots = set(re.findall(r'<c-slot name="(\w+)"', depth))
        assert slots <= names, f"<c-{component}> has no slot {slots - names}"


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_every_component_tag_is_understood(path: Path) -> None:
    """A tag that our pattern misses would be missed by the check above as well."""
    text = read(path)
    opened = len(re.findall(r"<c-(?!vars\b|slot\b)[\w.-]+", text))
    assert opened == len(list(uses(path)))


@pytest.mark.parametrize("path", sorted(COMPONENTS.rglob("*.html")), ids=lambda path: path.stem)
def test_every_variable_has_a_default(path: Path) -> None:
    """A variable without a default takes its value from the page around it."""
    source = path.read_text(encoding="utf-8")
    variables = re.search(r"<c-vars\s(.*?)/>", source, re.DOTALL)
    assert variables
    assert not re.sub(r"[:\w-]+=\"[^\"]*\"", "", variables[1]).strip()


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_nothing_is_inline(path: Path) -> None:
    text = read(path)
    assert not re.search(r"<style\b", text), "style sheets are files"
    assert not re.search(r"\sstyle\s*=", text), "no style attributes"
    assert not re.search(r"\son[a-z]+\s*=", text), "no handlers in attributes"
    assert not re.search(r"\shx-on|javascript:", text), "no scripts in attributes"
    assert not re.search(r"<script(?![^>]*\bsrc=)", text), "scripts are files"
    assert not re.search(r"(?:src|href)=\"(?:https?:)?//", text), "nothing from other machines"


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_no_component_inside_a_row_loop(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    for row in re.findall(r"<tr\b.*?</tr>", source, re.DOTALL):
        assert "<c-" not in row, "rows use plain classes and the tags of ui.py"


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_icons_and_states_exist(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    icons = set(re.findall(r"\{% icon \"([^\"]+)\"", source))
    icons |= set(re.findall(r"<c-[^>]*?\sicon=\"([^\"{]+)\"", source))
    missing = {name for name in icons if not (WEB / "icons" / f"{name}.svg").is_file()}
    assert not missing
    states = set(re.findall(r"\{% pill \"([^\"]+)\"", source))
    assert states <= {"neutral", "waiting", "good", "care", "stop", "info"}


def test_files_are_chosen_in_vietnamese() -> None:
    """Only the component draws a file's control: the browser's own speaks its own language."""
    fields = {
        name
        for module in sorted(p.stem for p in (WEB / "forms").glob("*.py") if p.stem != "__init__")
        for each in vars(importlib.import_module(f"vinhdanh.web.forms.{module}")).values()
        if isinstance(each, type) and issubclass(each, Form)
        for name, field in each.base_fields.items()
        if isinstance(field, FileField)
    }
    assert fields >= {"file", "photo", "scan", "key_file"}
    bare = re.compile(rf"type=.file|\{{\{{\s*\w+\.({'|'.join(sorted(fields))}|image)\s*[|}}]")
    drawn = [name_of(path) for path in TEMPLATES if bare.search(path.read_text(encoding="utf-8"))]
    assert drawn == []
    drawing = [name_of(path) for path in TEMPLATES if "{% control " in path.read_text("utf-8")]
    assert drawing == ["web/templates/cotton/field.html", "web/templates/frame/file_control.html"]


def test_style_sheets_stay_light() -> None:
    sheets = [path for path in STATIC.glob("css/*.css") if path.name != "gallery.css"]
    size = sum(len(gzip.compress(path.read_bytes(), 9)) for path in sheets)
    assert size < 16_000, f"{size} bytes of style sheets"


def test_fonts_stay_light() -> None:
    size = sum(path.stat().st_size for path in STATIC.glob("fonts/*.woff2"))
    assert size < 110_000, f"{size} bytes of fonts"
    assert (STATIC / "fonts" / "OFL.txt").is_file()


def test_every_class_in_the_components_is_drawn() -> None:
    """A misspelt class is as silent as a misspelt attribute."""
    css = "".join(path.read_text(encoding="utf-8") for path in STATIC.glob("css/*.css"))
    drawn = set(re.findall(r"\.([a-z][\w-]*)", css)) | PLAIN_LOOK
    for path in [*COMPONENTS.rglob("*.html"), *(WEB / "templates" / "gallery").glob("*.html")]:
        html = DJANGO.sub(" ", path.read_text(encoding="utf-8"))
        for value in re.findall(r"\sclass=\"([^\"]*)\"", html):
            words = [word for word in value.split() if not word.endswith("-")]
            assert set(words) <= drawn, f"{path.name}: {set(words) - drawn}"


PLAIN_LOOK = {"button-secondary"}
"""Names for what looks as it does without them."""
