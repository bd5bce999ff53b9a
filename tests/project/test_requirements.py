"""pip must be able to install what uv installs (`make lock` writes both; `make check` compares)."""

import re

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version
from tests.project.repository import ROOT, pyproject

PINNED = re.compile(r"^([\w.-]+)(?:\[[\w,-]+\])?==([\w.]+)(?: ; [^\\]+)?(.*)$")

RUN = pyproject()["project"]["dependencies"]
DEV = pyproject()["dependency-groups"]["dev"]


def pins(name: str) -> dict[str, set[Version]]:
    found: dict[str, set[Version]] = {}
    for line in (ROOT / name).read_text().splitlines():
        if line and not line.startswith((" ", "#")):
            match = PINNED.match(line)
            assert match, f"{name}: not a pinned package: {line}"
            found.setdefault(canonicalize_name(match[1]), set()).add(Version(match[2]))
    return found


@pytest.mark.parametrize(
    ("file", "wanted"), [("requirements.txt", RUN), ("requirements-dev.txt", RUN + DEV)]
)
def test_every_dependency_is_pinned(file: str, wanted: list[str]) -> None:
    pinned = pins(file)
    missing = [
        text
        for text in wanted
        for requirement in [Requirement(text)]
        if not any(
            requirement.specifier.contains(version)
            for version in pinned.get(canonicalize_name(requirement.name), ())
        )
    ]

    assert missing == [], f"{file} is behind pyproject.toml: make lock"


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-dev.txt"])
def test_every_pin_has_a_hash_and_no_address(file: str) -> None:
    text = (ROOT / file).read_text()
    entries = re.split(r"\n(?=\w)", text.partition("\n\n")[2] or text)

    assert [entry for entry in entries if entry[0] != "#" and "--hash=sha256:" not in entry] == []
    assert re.findall(r"https?://\S+|file:\S+|^-.*", text, re.MULTILINE) == []


def test_run_time_has_no_development_package() -> None:
    names = {canonicalize_name(Requirement(text).name) for text in DEV}

    assert names & pins("requirements.txt").keys() == set()


def test_every_run_time_dependency_has_a_reason() -> None:
    record = next((ROOT / "docs/adr").glob("*-dependencies.md")).read_text()
    names = [Requirement(text).name for text in RUN]

    assert [name for name in names if f"| {name} |" not in record] == []
