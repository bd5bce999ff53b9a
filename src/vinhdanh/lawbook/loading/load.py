"""The corpus out of the package, read once."""

from __future__ import annotations

import gc
import hashlib
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from vinhdanh.lawbook.errors import CorpusError
from vinhdanh.lawbook.library import Corpus, Regime
from vinhdanh.lawbook.loading.checks import check_corpus
from vinhdanh.lawbook.loading.instruments import Article, Instrument, read_article, read_header
from vinhdanh.lawbook.loading.rules import read_rules
from vinhdanh.lawbook.loading.tree import Mapping, read_tree
from vinhdanh.lawbook.loading.typed import DAYS, build

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

    from vinhdanh.lawbook.rules import Content, Rule

HEADER = "instrument.yaml"
REGIMES = "regimes.yaml"
SCENARIOS = "scenarios"
"""Folders of examples, which are tested and not loaded."""


@cache
def default_corpus() -> Corpus:
    """Return the corpus that ships with the program."""
    return load_corpus(files("vinhdanh.lawbook").joinpath("corpus"))


def load_corpus(root: Traversable) -> Corpus:
    """Read and check a corpus.

    Args:
        root: folder with regimes.yaml, national/ and provinces/; each instrument is a folder,
            each version of it a folder named for its first day, with instrument.yaml and files
            of articles.

    Raises:
        CorpusError: something in it is wrong; the message names file, line, key and the fix.
    """
    with _no_garbage():
        corpus = _Reading(root).corpus()
        check_corpus(corpus)
    return corpus


@contextmanager
def _no_garbage() -> Iterator[None]:
    """Let the collector rest: nearly everything that is read stays."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Reading:
    """One reading of the files, with the hash of what was read."""

    def __init__(self, root: Traversable) -> None:
        self.root = root
        self.digest = hashlib.sha256()
        self.instruments: list[Instrument] = []
        self.articles: list[Article] = []
        self.rules: list[Rule[Content]] = []

    def corpus(self) -> Corpus:
        regimes = tuple(
            build(Regime, each, names={**DAYS, "needs_confirmation": "unconfirmed"})
            for each in self._mappings(self.root.joinpath(REGIMES), REGIMES)
        )
        for path, folder in _versions(self.root):
            self._version(path, folder)
        return Corpus(
            tuple(self.instruments),
            tuple(self.articles),
            tuple(self.rules),
            regimes,
            self.digest.hexdigest(),
        )

    def _version(self, path: str, folder: Traversable) -> None:
        header = f"{path}/{HEADER}"
        text = read_header(self._read(folder.joinpath(HEADER), header), path=path, file=header)
        self.instruments.append(text)
        for file in _sorted(folder):
            if file.name == HEADER or not file.name.endswith(".yaml"):
                continue
            name = f"{path}/{file.name}"
            for item in self._mappings(file, name):
                article, rules = read_article(item, text)
                self.articles.append(article)
                self.rules.extend(rule for each in rules for rule in read_rules(each, article))

    def _mappings(self, file: Traversable, name: str) -> list[Mapping]:
        items = self._read(file, name)
        if isinstance(items, list) and all(isinstance(each, Mapping) for each in items):
            return items
        fix = "begin each item with a dash and a key, such as `- article: 1`."
        raise CorpusError("this is no list of mappings.", file=name, line=1, key="", fix=fix)

    def _read(self, file: Traversable, name: str) -> Any:
        if not file.is_file():
            raise CorpusError(
                "this file is missing.", file=name, line=1, key="", fix="add the file."
            )
        data = file.read_bytes()
        self.digest.update(name.encode() + b"\0" + hashlib.sha256(data).digest())
        try:
            return read_tree(data.decode("utf-8"), file=name)
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            raise CorpusError(
                "this is no UTF-8.", file=name, line=line, key="", fix="save the file as UTF-8."
            ) from error


def _versions(root: Traversable) -> Iterator[tuple[str, Traversable]]:
    for layer in ("national", "provinces"):
        top = root.joinpath(layer)
        for name, folder in _folders(top, layer) if top.is_dir() else ():
            if any(each.name.endswith(".yaml") for each in folder.iterdir()):
                yield name, folder


def _folders(folder: Traversable, name: str) -> Iterator[tuple[str, Traversable]]:
    for each in _sorted(folder):
        if each.is_dir() and each.name != SCENARIOS:
            yield f"{name}/{each.name}", each
            yield from _folders(each, f"{name}/{each.name}")


def _sorted(folder: Traversable) -> list[Traversable]:
    return sorted(folder.iterdir(), key=lambda each: each.name)
