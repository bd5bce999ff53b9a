"""The corpus out of the package, read once."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from vinhdanh.lawbook.library import Corpus, Regime
from vinhdanh.lawbook.loading.checks import check_corpus
from vinhdanh.lawbook.loading.instruments import Article, Instrument, read_article, read_header
from vinhdanh.lawbook.loading.tree import Mapping, read_tree
from vinhdanh.lawbook.loading.typed import build

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

    from vinhdanh.lawbook.rules import Content, Rule

HEADER = "instrument.yaml"


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
    digest = hashlib.sha256()
    instruments: list[Instrument] = []
    articles: list[Article] = []
    rules: list[Rule[Content]] = []
    regimes = tuple(_regimes(_read(root.joinpath("regimes.yaml"), "regimes.yaml", digest)))
    for path, folder in _versions(root):
        header = _read(folder.joinpath(HEADER), f"{path}/{HEADER}", digest)
        instrument = read_header(header, folder=path.split("/", 1)[1].rsplit("/", 1)[0])
        instruments.append(instrument)
        for file in _sorted(folder):
            if file.name == HEADER or not file.name.endswith(".yaml"):
                continue
            for item in _read(file, f"{path}/{file.name}", digest) or []:
                article, found = read_article(item, instrument)
                articles.append(article)
                rules.extend(found)
    corpus = Corpus(tuple(instruments), tuple(articles), tuple(rules), regimes, digest.hexdigest())
    check_corpus(corpus)
    return corpus


def _versions(root: Traversable) -> Iterator[tuple[str, Traversable]]:
    for layer in ("national", "provinces"):
        top = root.joinpath(layer)
        for name, folder in _folders(top, layer) if top.is_dir() else ():
            if folder.joinpath(HEADER).is_file():
                yield name, folder


def _folders(folder: Traversable, name: str) -> Iterator[tuple[str, Traversable]]:
    for each in _sorted(folder):
        if each.is_dir():
            yield f"{name}/{each.name}", each
            yield from _folders(each, f"{name}/{each.name}")


def _sorted(folder: Traversable) -> list[Traversable]:
    return sorted(folder.iterdir(), key=lambda each: each.name)


def _read(file: Traversable, name: str, digest: Any) -> Any:
    data = file.read_bytes()
    digest.update(name.encode() + b"\0" + hashlib.sha256(data).digest())
    return read_tree(data.decode("utf-8"), file=name)


def _regimes(found: list[Mapping]) -> Iterator[Regime]:
    for each in found:
        renamed = Mapping(each.file, each.line)
        for key, value in each.items():
            field = {"from": "since", "to": "until", "needs_confirmation": "unconfirmed"}.get(
                key, key
            )
            renamed[field] = value
            renamed.lines[field] = each.lines[key]
        yield build(Regime, renamed)
