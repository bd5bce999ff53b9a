"""The order of Vietnamese names as text that every database sorts alike."""

from __future__ import annotations

from vinhdanh.kernel.text import name_sort_key

_BASE = 1000
"""Ranks of letters begin here (`kernel.text`); what is no letter comes before them."""
_LETTER = 10
_OTHER = "09"
_END = "00"


def name_order(name: str) -> str:
    """Return digits that sort as names do: given name, then the others; letters before tones.

    >>> name_order("Trần Thị Ân") < name_order("Lê Văn Bình")
    True
    """
    return "".join(_word(letters, tones) for letters, tones in name_sort_key(name))


def _word(letters: tuple[int, ...], tones: tuple[int, ...]) -> str:
    spelt = "".join(_OTHER if rank < _BASE else str(rank - _BASE + _LETTER) for rank in letters)
    return spelt + _END + "".join(str(tone + 1) for tone in tones) + _END
