"""The throw-away PostgreSQL: which one is taken, and that a missing one is never silent."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests import postgres
from tests.project.repository import ROOT


def test_the_newest_version_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for version in ("9.6", "15", "17"):
        binaries = tmp_path / version / "bin"
        binaries.mkdir(parents=True)
        (binaries / "initdb").touch()

    assert postgres.find_binaries(tmp_path) == tmp_path / "17" / "bin"


@pytest.mark.parametrize(("ci", "code", "word"), [("", 0, "SKIPPED"), ("true", 1, "FAILED")])
def test_a_missing_postgresql_is_said(
    ci: str,
    code: int,
    word: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("CI", ci)
    monkeypatch.setattr(postgres, "find_binaries", lambda: None)

    assert postgres.main(["false"]) == code
    assert capsys.readouterr().err.startswith(f"{word}: no PostgreSQL")


@pytest.mark.skipif(postgres.find_binaries() is None, reason="apt-get install postgresql")
def test_the_command_gets_a_server_and_leaves_nothing_behind() -> None:
    show = "import os; print(os.environ['DATABASE_URL']); raise SystemExit(3)"
    done = subprocess.run(
        [sys.executable, ROOT / "tests/postgres.py", sys.executable, "-c", show],
        capture_output=True,
        text=True,
        check=False,
    )
    folder = done.stdout.partition("@")[2].rpartition("/")[0].replace("%2F", "/")

    assert done.returncode == 3, done.stderr
    assert folder.startswith("/")
    assert not Path(folder).exists()
