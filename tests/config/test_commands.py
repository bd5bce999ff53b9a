"""The list of subcommands: short to print, and each one is there when it is asked for."""

from __future__ import annotations

import subprocess
import sys
from pkgutil import resolve_name

import pytest

from vinhdanh.cli import COMMANDS, main

HEAVY = ("django", "lxml", "typst", "yaml", "vinhdanh.lawbook", "vinhdanh.documents")
HELP = f"""
import sys
from vinhdanh.cli import main
try:
    main(["--help"])
except SystemExit:
    print(sorted(set(sys.modules) & set({HEAVY})))
"""


def test_an_unknown_command_is_answered_with_those_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["lw"])

    told = capsys.readouterr().err
    assert all(name in told for name in COMMANDS)


def test_the_list_is_printed_without_loading_what_it_lists() -> None:
    told = subprocess.run(
        (sys.executable, "-c", HELP), check=True, capture_output=True, encoding="utf-8"
    ).stdout

    assert all(name in told for name in COMMANDS)
    assert told.splitlines()[-1] == "[]"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_can_be_found(name: str) -> None:
    assert callable(resolve_name(COMMANDS[name][1]))


@pytest.mark.parametrize("name", [name for name in COMMANDS if name != "manage"])
def test_every_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main([name, "--help"])

    assert f"cách dùng: vinhdanh {name}" in capsys.readouterr().out
