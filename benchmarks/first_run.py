"""How long a newcomer waits: from a fresh clone to the sign-in page, and the second time.

    python benchmarks/first_run.py [--pip]

Clones this repository into a temporary folder and runs `make run` there twice, on port 8000,
with an environment of its own. --pip hides uv, as on a machine that has only Python.
Prints seconds; the targets are 60 for the first run and 5 for later ones.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = "http://127.0.0.1:8000/dang-nhap/"
PATIENCE = 300


def main() -> int:
    """Run both and print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        clone = Path(folder) / "vinhdanh"
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
        environment = _environment(hide_uv="--pip" in sys.argv)
        print(f"installer: {'uv' if shutil.which('uv', path=environment['PATH']) else 'pip'}")
        for name in ("first run", "second run"):
            print(f"{name}: {_seconds_to_page(clone, environment):.1f} s")
    return 0


def _environment(*, hide_uv: bool) -> dict[str, str]:
    environment = {key: value for key, value in os.environ.items() if key != "VIRTUAL_ENV"}
    uv = shutil.which("uv")
    if hide_uv and uv:
        hidden = str(Path(uv).parent)
        parts = environment["PATH"].split(os.pathsep)
        environment["PATH"] = os.pathsep.join(part for part in parts if part != hidden)
    return environment


def _seconds_to_page(clone: Path, environment: dict[str, str]) -> float:
    began = time.perf_counter()
    server = subprocess.Popen(
        ["make", "run"],
        cwd=clone,
        env=environment,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        while time.perf_counter() - began < PATIENCE:
            if server.poll() is not None:
                raise SystemExit(f"make run ended with {server.returncode}")
            if _answers():
                return time.perf_counter() - began
            time.sleep(0.1)
        raise SystemExit(f"no page after {PATIENCE} s")
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait()
        while _answers():  # the last of its processes may still be going
            time.sleep(0.1)


def _answers() -> bool:
    try:
        with urllib.request.urlopen(PAGE, timeout=2) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, TimeoutError, ConnectionError):
        return False


if __name__ == "__main__":
    raise SystemExit(main())
