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

KEPT = "kept"
EMPTY = f"crash_empty_{os.getpid()}"
BASE = f"crash_base_{os.getpid()}"
COPY = f"crash_copy_{os.getpid()}"
"""Computed before any fork, so that one run keeps to its own."""


def use(name: str) -> None:
    """Let this process work on a database; nothing stays connected to the one before."""
    connections.close_all()
    target = name if _is_postgres() else str(Path(settings.DATA, f"{name}.sqlite3"))
    for place in (settings.DATABASES["default"], connections["default"].settings_dict):
        place["NAME"] = target


def make_empty() -> None:
    """Make the database that gets its tables once, for all worlds."""
    if _is_postgres():
        _command(f"CREATE DATABASE {EMPTY}")


def make_base() -> None:
    """Replace the base by empty tables, in which the next world is built."""
    for folder in (FOLDER, KEPT):
        shutil.rmtree(Path(settings.DATA, folder), ignore_errors=True)
    _copy(EMPTY, BASE)


def copy_base() -> None:
    """Replace the copy by the base as it is, lockers too; nobody may be connected to either."""
    _copy_lockers()
    _copy(BASE, COPY)


def _copy(source: str, target: str) -> None:
    connections.close_all()
    if _is_postgres():
        _command(f"DROP DATABASE IF EXISTS {target} WITH (FORCE)")
        _command(f"CREATE DATABASE {target} TEMPLATE {source}")
        return
    for ending in ("", "-wal", "-shm"):
        Path(settings.DATA, f"{target}.sqlite3{ending}").unlink(missing_ok=True)
    file = Path(settings.DATA, f"{source}.sqlite3")
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copyfile(file, Path(settings.DATA, f"{target}.sqlite3"))


def _copy_lockers() -> None:
    """Put back the keys of ballot boxes as they were when the world was built."""
    lockers, kept = Path(settings.DATA, FOLDER), Path(settings.DATA, KEPT)
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
