"""The import contracts hold, and each one catches what it is there for."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.project.repository import ROOT, pyproject

PACKAGE = "vinhdanh"
CONTRACTS = {
    contract["id"]: contract for contract in pyproject()["tool"]["importlinter"]["contracts"]
}
MODULES = re.findall(r"\w+", " ".join(CONTRACTS["order"]["layers"]))
PARTS = re.findall(r"\w+", " ".join(CONTRACTS["inside"]["layers"]))
PURE = {"documents", "intake", "lawbook"}

CONFIG = ROOT / "pyproject.toml"
LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def lint_imports(source: Path) -> tuple[int, str]:
    """Run the project's contracts over the package in `source`: exit code and report."""
    done = subprocess.run(
        [sys.executable, "-c", LINT, "--no-cache", "--no-logo", f"--config={CONFIG}"],
        cwd=source,
        env={**os.environ, "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def toy(tmp_path: Path) -> Path:
    """Every module of the contracts, with its usual parts, all of them empty."""
    for module in MODULES:
        package = tmp_path / PACKAGE / module
        package.mkdir(parents=True)
        (package / "__init__.py").touch()
        for part in PARTS:
            (package / f"{part}.py").touch()
    (tmp_path / PACKAGE / "__init__.py").touch()
    return tmp_path


def plant(toy: Path, planted: dict[str, str]) -> None:
    for name, text in planted.items():
        (toy / PACKAGE / name).write_text(text + "\n")


def test_the_project_keeps_its_contracts() -> None:
    code, report = lint_imports(ROOT / "src")

    assert code == 0, report


def test_what_flows_downwards_is_fine(toy: Path) -> None:
    plant(
        toy,
        {
            "web/pages.py": f"import {PACKAGE}.planning.services",
            "planning/services.py": f"import {PACKAGE}.planning.models, {PACKAGE}.lawbook",
            "planning/models.py": "import django.db.models",
        },
    )

    code, report = lint_imports(toy)

    assert code == 0, report


@pytest.mark.parametrize(
    ("contract", "planted", "expected"),
    [
        pytest.param(
            "order",
            {"kernel/queries.py": f"import {PACKAGE}.web"},
            ["vinhdanh.kernel.queries -> vinhdanh.web (l.1)"],
            id="a lower module imports an upper one",
        ),
        pytest.param(
            "order",
            {"training/models.py": f"import {PACKAGE}.petitions.models"},
            ["vinhdanh.training.models -> vinhdanh.petitions.models (l.1)"],
            id="a module imports its neighbour",
        ),
        pytest.param(
            "order",
            {"helpers.py": ""},
            ["not listed as layers", "- vinhdanh.helpers"],
            id="a module has no place in the order",
        ),
        pytest.param(
            "inside",
            {"planning/models.py": f"import {PACKAGE}.planning.services"},
            ["vinhdanh.planning.models -> vinhdanh.planning.services (l.1)"],
            id="a model calls a service",
        ),
        pytest.param(
            "pure",
            {
                "intake/queries.py": f"import {PACKAGE}.kernel.models",
                "kernel/models.py": "import django.db.models",
            },
            [
                "vinhdanh.intake.queries -> vinhdanh.kernel.models (l.1)",
                "vinhdanh.kernel.models -> django (l.1)",
            ],
            id="a pure module reaches Django through another",
        ),
        pytest.param(
            "cycles",
            {
                "web/tables.py": f"import {PACKAGE}.web.filters",
                "web/filters.py": f"import {PACKAGE}.web.tables",
            },
            ["No cycles are allowed in vinhdanh.web."],
            id="two files import each other",
        ),
    ],
)
def test_a_violation_is_caught(
    toy: Path, contract: str, planted: dict[str, str], expected: list[str]
) -> None:
    plant(toy, planted)

    code, report = lint_imports(toy)

    assert code == 1
    assert f"{CONTRACTS[contract]['name']} BROKEN" in report
    assert [line for line in expected if line not in report] == [], report


def test_the_pure_modules_are_all_listed() -> None:
    present = {module for module in PURE if (ROOT / "src" / PACKAGE / module).is_dir()}

    assert {f"{PACKAGE}.{module}" for module in present} <= set(CONTRACTS["pure"]["source_modules"])


def test_the_guide_shows_the_same_order() -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text()
    shown = re.search(r"```\n(__main__ >.*?)```", guide, re.DOTALL)

    assert shown
    assert [re.findall(r"\w+", layer) for layer in shown[1].split(">")] == [
        re.findall(r"\w+", layer) for layer in CONTRACTS["order"]["layers"]
    ]
