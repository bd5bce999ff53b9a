"""On which grounds the law takes honours back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vinhdanh.lawbook import default_corpus
from vinhdanh.lawbook.rules import RevocationGround

if TYPE_CHECKING:
    import datetime as dt


@dataclass(frozen=True, slots=True)
class Ground:
    """A ground of the law (Law 06/2022/QH15, Article 93, clause 2)."""

    id: str
    text: str
    """A sentence with its full stop."""
    citation: str


def grounds(*, as_of: dt.date, province: str = "") -> list[Ground]:
    """Return the grounds of a day, in the order of the law; none where no text read has any."""
    corpus = default_corpus()
    if as_of < corpus.begins:
        return []
    rules = corpus.on(as_of, province).all(RevocationGround)
    return [Ground(rule.content.id, rule.content.text, str(rule.citation)) for rule in rules]
