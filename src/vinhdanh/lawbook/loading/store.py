"""The checked corpus, kept as Python keeps its compiled files: beside them, and only a shortcut.

Its name carries a hash of all that the corpus is made of, so what is stale is never asked for.
Whoever may write there may write the program itself; a folder that cannot be written keeps nothing.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import pickle
import sys
from dataclasses import fields, is_dataclass
from importlib.resources import files
from io import BytesIO
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vinhdanh.lawbook.library import Corpus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from importlib.resources.abc import Traversable

    from vinhdanh.lawbook.loading.files import Files

FOLDER = Path(__file__).parent / "__pycache__"
PREFIX = "corpus."
_HASH = 32


def key_of(found: Files) -> str:
    """Return the hash of files, of the program that reads them, and of Python."""
    digest = hashlib.sha256(sys.version.encode())
    for name, data in found.items():
        digest.update(name.encode() + b"\0" + hashlib.sha256(data).digest())
    for source in _sources(files("vinhdanh.lawbook")):
        digest.update(hashlib.sha256(source).digest())
    return digest.hexdigest()


def fetch(key: str) -> Corpus | None:
    """Return the corpus kept under a key; None where there is none, or it is damaged."""
    try:
        data = _path(key).read_bytes()
    except OSError:
        return None
    if hashlib.sha256(data[_HASH:]).digest() != data[:_HASH]:
        return None
    found: Corpus = pickle.loads(data[_HASH:])  # noqa: S301 - as trusted as the code beside it
    return found


def keep(key: str, corpus: Corpus) -> None:
    """Keep a corpus under a key and drop the earlier ones, where the folder can be written."""
    data = _pickled(corpus)
    with contextlib.suppress(OSError):
        FOLDER.mkdir(exist_ok=True)
        _write(_path(key), hashlib.sha256(data).digest() + data)
        for other in FOLDER.glob(f"{PREFIX}*"):
            if other != _path(key):
                other.unlink(missing_ok=True)


def _path(key: str) -> Path:
    return FOLDER / f"{PREFIX}{key}"


def _write(path: Path, data: bytes) -> None:
    """Write a whole file or none, whoever else is writing it."""
    part = path.with_name(f"{os.getpid()}.part")
    part.write_bytes(data)
    part.replace(path)


def _sources(folder: Traversable) -> Iterator[bytes]:
    for each in sorted(folder.iterdir(), key=lambda each: each.name):
        if each.name.endswith(".py"):
            yield each.read_bytes()
        elif each.is_dir() and each.name not in ("corpus", "__pycache__"):
            yield from _sources(each)


class _Calls(dict[Any, "Callable[[Any], Any]"]):
    """Dataclass → how it is written: as a call with its fields, which reads faster than a state."""

    def __missing__(self, cls: Any) -> Callable[[Any], Any]:
        if not is_dataclass(cls):
            raise KeyError(cls)
        names = [each.name for each in fields(cls) if each.init]
        values = attrgetter("__class__", "__class__", *names)  # of two or more, it makes a tuple
        self[cls] = lambda one: (cls, values(one)[2:])
        return self[cls]


def _pickled(corpus: Corpus) -> bytes:
    out = BytesIO()
    pickler = pickle.Pickler(out, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _Calls()
    pickler.dump(corpus)
    return out.getvalue()
