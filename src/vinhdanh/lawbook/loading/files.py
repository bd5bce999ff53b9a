"""The files of a corpus: which there are, which are read, and their bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.lawbook.errors import CorpusError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

HEADER = "instrument.yaml"
REGIMES = "regimes.yaml"
CALENDAR = "calendar"
LAYERS = ("national", "provinces")
SCENARIOS = "scenarios"
"""Folders of examples, which are tested and not loaded."""
ENDING = ".yaml"

Files = dict[str, bytes]
"""Name from the root of the corpus → content, in the order they are read."""


def read_files(root: Traversable) -> Files:
    """Return the content of every file the law and the calendar are read from.

    Raises:
        CorpusError: a file or folder lies where nothing reads it, or is missing.
    """
    _refuse_strangers(root)
    regimes = root.joinpath(REGIMES)
    found = {REGIMES: regimes.read_bytes()} if regimes.is_file() else {}
    for layer in (*LAYERS, CALENDAR):
        top = root.joinpath(layer)
        if top.is_dir():
            found.update(_read(top, layer))
    for name in (REGIMES, *dict.fromkeys(_header(each) for each in found if "/" in each)):
        if name and name not in found:
            raise CorpusError(
                "this file is missing.", file=name, line=1, key="", fix="add the file."
            )
    return found


def _header(name: str) -> str:
    folder, _ = name.rsplit("/", 1)
    return "" if folder == CALENDAR else f"{folder}/{HEADER}"


def _read(folder: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    for each in sorted(folder.iterdir(), key=lambda each: each.name):
        path = f"{name}/{each.name}"
        _refuse_ending(each.name, path)
        if each.is_dir():
            yield from _read(each, path) if each.name != SCENARIOS else _none(each, path)
        elif each.name.endswith(ENDING):
            yield path, each.read_bytes()


def _none(folder: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    """Yield nothing of a folder of scenarios, but refuse what the runner would not find."""
    for each in folder.iterdir():
        _refuse_ending(each.name, f"{name}/{each.name}")
    yield from ()


def _refuse_ending(name: str, path: str) -> None:
    if name.endswith(".yml"):
        fix = f"call it {name.removesuffix('.yml')}{ENDING}."
        raise CorpusError("nothing reads this file.", file=path, line=1, key="", fix=fix)


def _refuse_strangers(root: Traversable) -> None:
    """Refuse a folder or file at the top that nothing reads, such as a layer misspelt."""
    known = (REGIMES, CALENDAR, *LAYERS)
    for each in root.iterdir():
        _refuse_ending(each.name, each.name)
        if each.name not in known and (each.is_dir() or each.name.endswith(ENDING)):
            fix = f"call it one of: {', '.join(known)}."
            raise CorpusError("nothing reads this.", file=each.name, line=1, key="", fix=fix)
