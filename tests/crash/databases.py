"""One prepared database, copied anew for each try; SQLite files or PostgreSQL templates."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connections

from vinhdanh.councils.lockers import FOLDER

BASE = f"crash_base_{os.getpid()}"
COPY = f"crash_copy_{os.getpid()}"
"""Computed before any fork, so that one run keeps to its own."""


def use(name: str) -> None:
    """Let this process work on a database; nothing stays connected to the one before."""
    connections.close_all()
    target = name if _is_postgres() else str(Path(settings.DATA, f"{name}.sqlite3"))
    for place in (settings.DATABASES["default"], connections["default"].settings_dict):
        place["NAME"] = target


def make_base() -> None:
    """Make the empty database that the world is built in."""
    if _is_postgres():
        _command(f"DROP DATABASE IF EXISTS {BASE}")
        _command(f"CREATE DATABASE {BASE}")


def copy_base() -> None:
    """Replace the copy by the base as it is, lockers too; nobody may be connected to either."""
    connections.close_all()
    _copy_lockers()
    if _is_postgres():
        _command(f"DROP DATABASE IF EXISTS {COPY} WITH (FORCE)")
        _command(f"CREATE DATABASE {COPY} TEMPLATE {BASE}")
        return
    for ending in ("", "-wal", "-shm"):
        Path(settings.DATA, f"{COPY}.sqlite3{ending}").unlink(missing_ok=True)
    base = Path(settings.DATA, f"{BASE}.sqlite3")
    with closing(sqlite3.connect(base)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copyfile(base, Path(settings.DATA, f"{COPY}.sqlite3"))


def _copy_lockers() -> None:
    """Put back the keys of ballot boxes as they were when the world was built."""
    lockers, kept = Path(settings.DATA, FOLDER), Path(settings.DATA, "kept")
    if not kept.exists():
        lockers.mkdir(exist_ok=True)
        shutil.copytree(lockers, kept)
    shutil.rmtree(lockers, ignore_errors=True)
    shutil.copytree(kept, lockers)


def _is_postgres() -> bool:
    return settings.DATABASES["default"]["ENGINE"].endswith("postgresql")


def _command(sql: str) -> None:
    import psycopg  # noqa: PLC0415 - not installed everywhere SQLite is enough

    found: dict[str, Any] = {**settings.DATABASES["default"]}
    parts = {"host": found["HOST"], "port": found["PORT"], "user": found["USER"]}
    given = {name: value for name, value in parts.items() if value}
    with psycopg.connect(dbname="postgres", autocommit=True, **given) as connection:
        connection.execute(sql.encode())
