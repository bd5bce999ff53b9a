"""Legal bases a paper may cite, by topic and by the day of the paper.

A small table until `lawbook` answers for every kind of paper; the data is in
`data/legal_bases.toml`, each text with the days between which it is in force.
"""

from __future__ import annotations

import tomllib
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import datetime as dt

_FILE: Final = Path(__file__).parent / "data" / "legal_bases.toml"


class Topic(StrEnum):
    """What a paper rests on."""

    LOCAL_GOVERNMENT = "local_government"
    EMULATION = "emulation"
    """Law, decree and amendments on emulation and commendation."""
    CIRCULAR = "circular"
    """The Ministry of Home Affairs' circular on emulation and commendation."""
    INITIATIVE = "initiative"
    COMPLAINT = "complaint"
    DENUNCIATION = "denunciation"
    RECEPTION = "reception"
    """Receiving citizens and handling their letters."""
    PAPERWORK = "paperwork"


def legal_bases(topics: tuple[Topic, ...], *, as_of: dt.date) -> tuple[str, ...]:
    """Return "Căn cứ …" for every text in force on a day, in the order of the topics."""
    texts = (
        row["text"]
        for topic in topics
        for row in _rows(topic)
        if row["from"] <= as_of and ("to" not in row or as_of < row["to"])
    )
    return tuple(f"Căn cứ {text}" for text in dict.fromkeys(texts))


def _rows(topic: Topic) -> list[dict[str, Any]]:
    return _table()[topic]


@cache
def _table() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))
