"""Copied text: which sentences of a report stand in another one, by their runs of words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

from vinhdanh.kernel.text import fold, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable

RUN = 5
"""Words in one run: names and set phrases of two or three words are no copy."""
SAMPLED = 4
"""One run in so many is kept as a fingerprint, chosen by its hash, the same in every text."""
MOST_FINGERPRINTS = 400
COPIED_SENTENCE = 0.8
"""Share of a sentence's runs that stand in the other text for it to count as copied."""
SHORTEST = 8
"""Words a sentence must have: shorter ones are alike in every report."""
MUCH = 0.3
"""Share of a report's runs that stand in another one from which it is shown."""
FEW_SENTENCES = 2
"""Copied sentences from which it is shown whatever the share is."""
_WORD = re.compile(r"\w+")
_END = re.compile(r"(?<=[.!?;:])\s+|\n+")


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much of one text stands in another."""

    share: float
    """Of the first text's runs of words, 0 to 1 (containment)."""
    sentences: tuple[str, ...]
    """Sentences of the first text that stand in the other one, as typed."""

    @property
    def is_much(self) -> bool:
        """Tell whether a reader should look at both."""
        return self.share >= MUCH or len(self.sentences) >= FEW_SENTENCES


def fingerprints(text: str) -> set[int]:
    """Return the sample of a text by which others that share its words are found."""
    every = {_hashed(run) for run in _runs(text)}
    kept = sorted(each for each in every if each % SAMPLED == 0)
    return set(kept[:MOST_FINGERPRINTS])


def likeness(text: str, other: str) -> Likeness:
    """Hold one text against another."""
    own, theirs = set(_runs(text)), set(_runs(other))
    if not own or not theirs:
        return Likeness(0.0, ())
    copied = tuple(each for each in _sentences(text) if _is_copied(each, theirs))
    return Likeness(len(own & theirs) / len(own), copied)


def _is_copied(sentence: str, theirs: set[tuple[str, ...]]) -> bool:
    if len(_words(sentence)) < SHORTEST:
        return False
    own = set(_runs(sentence))
    return len(own & theirs) >= COPIED_SENTENCE * len(own)


def _sentences(text: str) -> Iterable[str]:
    return (squeeze(each) for each in _END.split(text) if each.strip())


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _runs(text: str) -> list[tuple[str, ...]]:
    words = _words(text)
    return [tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)]


def _hashed(run: tuple[str, ...]) -> int:
    data = blake2b(" ".join(run).encode(), digest_size=8).digest()
    return int.from_bytes(data, signed=True)
