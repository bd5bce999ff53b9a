"""Lockers: files outside the database, each with one half of what opens a ballot box.

They lie in the folder of the data, not among the files of the office, and belong in no backup.
Nodes that share a database must share this folder too.
"""

from __future__ import annotations

import os
import secrets
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from django.conf import settings

if TYPE_CHECKING:
    from collections.abc import Collection

FOLDER: Final = "hom-phieu"
SIZE: Final = 32
YOUNG: Final = 3600
"""Seconds; no transaction that opens a box takes so long."""


def new_locker() -> tuple[str, bytes]:
    """Write a new secret to the disk and return its name and itself.

    Called before the row that names it is written: a crash in between leaves a locker of no box.
    """
    name, secret = secrets.token_hex(16), secrets.token_bytes(SIZE)
    folder = _folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(secret)
        file.flush()
        os.fsync(file.fileno())
    return name, secret


def secret_in(name: str) -> bytes | None:
    """Return the secret of a locker, None where the file is gone."""
    try:
        return (_folder() / name).read_bytes()
    except FileNotFoundError:
        return None


def destroy_locker(name: str) -> None:
    """Overwrite a locker and delete it; what it opened stays shut for ever."""
    path = _folder() / name
    try:
        with path.open("r+b") as file:
            file.write(secrets.token_bytes(SIZE))
            file.flush()
            os.fsync(file.fileno())
        path.unlink()
    except FileNotFoundError:
        return


def destroy_forgotten(in_use: Collection[str]) -> None:
    """Destroy lockers that no box names, left by a crash; young ones may be of a box in the making.

    Args:
        in_use: names of the lockers of all open boxes.
    """
    folder = _folder()
    if not folder.is_dir():
        return
    for path in folder.iterdir():
        if path.name not in in_use and time.time() - path.stat().st_mtime > YOUNG:
            destroy_locker(path.name)


def _folder() -> Path:
    return Path(settings.DATA) / FOLDER
