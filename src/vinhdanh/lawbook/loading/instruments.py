"""One version of one instrument: its header and its articles."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vinhdanh.lawbook.citations import Citation
from vinhdanh.lawbook.enums import InstrumentKind
from vinhdanh.lawbook.errors import CorpusError
from vinhdanh.lawbook.loading.tree import Mapping
from vinhdanh.lawbook.loading.typed import DAYS, build, perhaps, text

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Instrument:
    """A law, decree, circular or decision, in the version in force from a day on."""

    number: str
    name: str
    title: str
    kind: InstrumentKind
    since: dt.date
    until: dt.date | None = None
    issued: dt.date | None = None
    province: str = ""
    known_from: str = ""
    """How the text is known: read whole, quoted by others, recalled."""
    unconfirmed_since: dt.date | None = None
    unconfirmed_reason: str = ""
    """From that day a person must confirm every rule of this text, and why."""
    ends_because: str = ""
    """Declares the hole after `until`, where nothing replaces the rules."""
    folder: str = ""
    """Where it lies: the instrument, then the first day of the version."""

    @property
    def citation(self) -> Citation:
        """Return the instrument as papers cite it."""
        return Citation(self.number, name=self.name)


@dataclass(frozen=True, slots=True)
class Article:
    """One article in our own words."""

    id: str
    instrument: Instrument
    number: str
    heading: str
    summary: str
    file: str
    line: int

    @property
    def citation(self) -> Citation:
        """Return where it stands."""
        article = self.number or None
        return Citation(self.instrument.number, article, name=self.instrument.name)


def read_header(found: Any, *, path: str, file: str) -> Instrument:
    """Return the header of an instrument's version.

    Args:
        found: the content of instrument.yaml.
        path: its folder, such as national/06-2022-qh15/2024-01-01.
        file: its name, for errors.

    Raises:
        CorpusError: a key is wrong, or contradicts the folder.
    """
    if not isinstance(found, Mapping):
        raise CorpusError(
            "this is no header.", file=file, line=1, key="", fix="begin with `number:` and `name:`."
        )
    layer, *folders = path.split("/")
    one = build(Instrument, found, names=DAYS, folder="/".join(folders))
    if folders[-1] != one.since.isoformat():
        fix = f"name the folder {one.since}, or write `from: {folders[-1]}`."
        raise found.error("from", f"the folder is called {folders[-1]}.", fix)
    province = folders[0] if layer == "provinces" else ""
    if one.province != province:
        fix = f"write `province: {province}`." if province else "leave the key out."
        raise found.error("province", f"the folder lies under {layer}.", fix)
    if one.until is not None and one.until < one.since:
        raise found.error("to", "the text ends before it begins.", "exchange `from` and `to`.")
    if (one.unconfirmed_since is None) != (not one.unconfirmed_reason):
        fix = "write both `unconfirmed_since` and `unconfirmed_reason`."
        raise found.error("unconfirmed_since", "a day and its reason go together.", fix)
    return one


def read_article(found: Mapping, instrument: Instrument) -> tuple[Article, list[Mapping]]:
    """Return an article and its rules as they were written.

    Raises:
        CorpusError: a key is unknown or of the wrong type.
    """
    _refuse_others(found, ("article", "heading", "summary", "rules"))
    number: str | None = perhaps(found, "article", text)
    article = Article(
        id=f"{instrument.folder}/{number or 'toan-van'}",
        instrument=instrument,
        number=number or "",
        heading=perhaps(found, "heading", text) or "",
        summary=perhaps(found, "summary", text) or "",
        file=found.file,
        line=found.line,
    )
    return article, _rules(found)


def _rules(found: Mapping) -> list[Mapping]:
    items = found.get("rules", [])
    if isinstance(items, list) and all(isinstance(each, Mapping) for each in items):
        return items
    raise found.error("rules", "rules are a list of mappings.", "begin each with `- rule:`.")


def _refuse_others(found: Mapping, known: Iterable[str]) -> None:
    for key in found:
        if key not in known:
            raise found.error(key, "this key is unknown here.", f"use one of: {', '.join(known)}.")
