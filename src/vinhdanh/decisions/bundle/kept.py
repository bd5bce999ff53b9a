"""Reading a kept bundle: it was verified when it came in, and kept files never change.

What a page shows is read from the manifest; of the files, only the one that is asked for.
"""

from __future__ import annotations

import json
from typing import IO
from zipfile import ZipFile

from vinhdanh.decisions.bundle.facts import Piece
from vinhdanh.decisions.bundle.writing import FOLDER, MANIFEST


def names_in(file: IO[bytes]) -> list[str]:
    """Return the titles of a kept bundle's files with their endings, in their order."""
    with ZipFile(file) as archive:
        listed = json.loads(archive.read(MANIFEST))["files"]
    return [f"{each['title']}.{each['path'].rpartition('.')[2]}" for each in listed]


def piece_in(file: IO[bytes], number: int) -> Piece | None:
    """Return a file of a kept bundle by its place, from 1; None where there is none."""
    with ZipFile(file) as archive:
        listed = json.loads(archive.read(MANIFEST))["files"]
        if not 1 <= number <= len(listed):
            return None
        one = listed[number - 1]
        return Piece(one["path"], one["title"], archive.read(FOLDER + one["path"]), one["case"])
