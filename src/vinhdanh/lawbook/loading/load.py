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
from vinhdanh.lawbook.loading import store
from vinhdanh.lawbook.loading.check_calendar import check_calendar
from vinhdanh.lawbook.loading.check_lookups import check_lookups
from vinhdanh.lawbook.loading.checks import check_corpus
from vinhdanh.lawbook.loading.faults import FaultError
from vinhdanh.lawbook.loading.files import HEADER, LAYERS, REGIMES, read_files
from vinhdanh.lawbook.loading.instruments import Article, Instrument, read_article, read_header
from vinhdanh.lawbook.loading.rules import read_rules
from vinhdanh.lawbook.loading.tree import Mapping, read_tree
from vinhdanh.lawbook.loading.typed import DAYS, build

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

    from vinhdanh.lawbook.loading.files import Files
    from vinhdanh.lawbook.rules import Content, Rule


@cache
def default_corpus() -> Corpus:
    """Return the corpus that ships with the program, checked once and kept beside it.

    Raises:
        CorpusError: something in it is wrong.
    """
    found = read_files(files("vinhdanh.lawbook").joinpath("corpus"))
    key = store.key_of(found)
    with _no_garbage():
        corpus = store.fetch(key)
        if corpus is None:
            corpus = _checked(found)
            check_lookups(corpus)
            store.keep(key, corpus)
    return corpus


def load_corpus(root: Traversable) -> Corpus:
    """Read and check a corpus.

    Args:
        root: folder with regimes.yaml, national/, provinces/ and calendar/; each instrument is a
            folder, each version of it a folder named for its first day, with instrument.yaml and
            files of articles.

    Raises:
        CorpusError: something in it is wrong; the message names file, line, key and the fix.
    """
    found = read_files(root)
    with _no_garbage():
        return _checked(found)


def _checked(found: Files) -> Corpus:
    reading = _Reading(found)
    check_calendar(found)
    try:
        corpus = reading.corpus()
        check_corpus(corpus)
    except FaultError as fault:
        raise fault.placed(_tree(found, fault.file)) from None
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

    def __init__(self, found: Files) -> None:
        self.files = found
        self.digest = hashlib.sha256()
        self.instruments: list[Instrument] = []
        self.articles: list[Article] = []
        self.rules: list[Rule[Content]] = []

    def corpus(self) -> Corpus:
        regimes = tuple(
            build(Regime, each, names={**DAYS, "needs_confirmation": "unconfirmed"})
            for each in self._mappings(REGIMES)
        )
        for folder, names in self._versions().items():
            self._version(folder, names)
        return Corpus(
            tuple(self.instruments),
            tuple(self.articles),
            tuple(self.rules),
            regimes,
            self.digest.hexdigest(),
        )

    def _versions(self) -> dict[str, list[str]]:
        """Return the folders of instruments, in order, with the files of articles in each."""
        found: dict[str, list[str]] = {}
        for name in self.files:
            folder, _, last = name.rpartition("/")
            if folder.startswith(LAYERS):
                names = found.setdefault(folder, [])
                if last != HEADER:
                    names.append(name)
        return found

    def _version(self, folder: str, names: list[str]) -> None:
        header = f"{folder}/{HEADER}"
        text = read_header(self._read(header), path=folder, file=header)
        self.instruments.append(text)
        for name in names:
            for item in self._mappings(name):
                article, rules = read_article(item, text)
                self.articles.append(article)
                self.rules.extend(rule for each in rules for rule in read_rules(each, article))

    def _mappings(self, name: str) -> list[Mapping]:
        items = self._read(name)
        if isinstance(items, list) and all(isinstance(each, Mapping) for each in items):
            return items
        fix = "begin each item with a dash and a key, such as `- article: 1`."
        raise CorpusError("this is no list of mappings.", file=name, line=1, key="", fix=fix)

    def _read(self, name: str) -> Any:
        data = self.files[name]
        self.digest.update(name.encode() + b"\0" + hashlib.sha256(data).digest())
        return _tree(self.files, name)


def _tree(found: Files, name: str) -> Any:
    """Return the content of a file; none is held for long, there are many."""
    data = found[name]
    try:
        return read_tree(data.decode("utf-8"), file=name)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CorpusError(
            "this is no UTF-8.", file=name, line=line, key="", fix="save the file as UTF-8."
        ) from error
