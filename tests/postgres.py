"""Run a command on a PostgreSQL cluster that lives only as long as the command.

    python tests/postgres.py pytest -n 2

The command finds the cluster in DATABASE_URL. It listens on a Unix socket in its own
temporary folder only, so several can run side by side, and nothing survives it.
Where no PostgreSQL is installed the run is skipped, but under CI=true it fails.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

INSTALLED = Path("/usr/lib/postgresql")  # where Debian keeps one folder per version
START_SECONDS = 30
HOW_TO_INIT = (
    "--username=postgres",
    "--auth=trust",
    "--encoding=UTF8",
    "--locale=C.UTF-8",
    "--no-sync",
)
NOT_SAFE_BUT_FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


def main(command: list[str]) -> int:
    binaries = find_binaries()
    if binaries is None:
        in_ci = os.environ.get("CI") == "true"
        sys.stderr.write(
            f"{'FAILED' if in_ci else 'SKIPPED'}: no PostgreSQL programs on this machine, "
            "so nothing ran on it (apt-get install postgresql).\n"
        )
        return int(in_ci)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    with cluster(binaries) as url:
        signal.signal(signal.SIGINT, lambda *_: None)  # Ctrl-C ends the command, then we tidy up
        return subprocess.run(
            command, env={**os.environ, "DATABASE_URL": url}, check=False
        ).returncode


def find_binaries(installed: Path = INSTALLED) -> Path | None:
    """The folder of the newest PostgreSQL's programs; the one on the PATH goes first."""
    if on_path := shutil.which("initdb"):
        return Path(on_path).resolve().parent
    versions = [path.parent for path in installed.glob("*/bin/initdb")]
    return max(versions, key=lambda path: float(path.parent.name), default=None)


@contextmanager
def cluster(binaries: Path) -> Iterator[str]:
    """Yield the DATABASE_URL of a fresh cluster."""
    with tempfile.TemporaryDirectory(prefix="pg-") as name:
        folder = Path(name)
        someone = unprivileged(folder)
        subprocess.run(
            [binaries / "initdb", "--pgdata", folder / "data", *HOW_TO_INIT],
            stdout=subprocess.DEVNULL,
            check=True,
            **someone,
        )
        settings = (f"unix_socket_directories={folder}", "listen_addresses=", *NOT_SAFE_BUT_FAST)
        log = folder / "log"
        with log.open("w") as output:
            server = subprocess.Popen(
                [
                    binaries / "postgres",
                    *("-D", folder / "data"),
                    *(part for setting in settings for part in ("-c", setting)),
                ],
                stdout=output,
                stderr=output,
                start_new_session=True,  # Ctrl-C is for the command; the server goes after it
                **someone,
            )
        try:
            wait_until_ready(server, binaries / "pg_isready", folder, log)
            yield f"postgres://postgres@{quote(name, safe='')}/vinhdanh"
        finally:
            server.send_signal(signal.SIGINT)  # PostgreSQL's "fast shutdown"
            try:
                server.wait(timeout=10)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def unprivileged(folder: Path) -> dict[str, Any]:
    """How to run as someone else: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return {"cwd": folder}
    names = {entry.pw_name for entry in pwd.getpwall()}
    user = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
    os.chown(folder, user.pw_uid, user.pw_gid)
    return {"cwd": folder, "user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def wait_until_ready(
    server: subprocess.Popen[bytes], pg_isready: Path, folder: Path, log: Path
) -> None:
    give_up_at = time.monotonic() + START_SECONDS
    while subprocess.run([pg_isready, "--quiet", "--host", folder], check=False).returncode:
        if server.poll() is not None or time.monotonic() > give_up_at:
            raise RuntimeError(f"PostgreSQL did not start:\n{log.read_text()}")
        time.sleep(0.05)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
