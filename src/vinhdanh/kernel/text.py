"""Vietnamese text: normal form, folding for search, sorting of names."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SPACES = re.compile(r"\s+")
_D_BAR = str.maketrans({"đ": "d", "Đ": "D"})

# Order of the Vietnamese alphabet, then of the five tone marks (ngang huyền hỏi ngã sắc nặng).
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTERS = 1000  # ranks of letters begin here, after everything that is no letter
_TONES = "\u0300\u0309\u0303\u0301\u0323"
_OLD = ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"]
_NEW = ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"]
_MOVED = dict(zip(_OLD, _NEW, strict=True))
_OPEN_RHYME = re.compile(rf"(?<!q)(?:{'|'.join(_OLD)})\b", re.IGNORECASE)
_LETTER_MARKS = "\u0306\u0302\u031b"
_SHORT = 100
"""Names and words up to so many characters are folded once: a list says them again and again."""


def nfc(text: str) -> str:
    """Return text in composed form, the only form that is stored."""
    return unicodedata.normalize("NFC", text)


def squeeze(text: str) -> str:
    """Return composed text with every run of white space as one space, ends trimmed."""
    return _SPACES.sub(" ", nfc(text)).strip()


def fold(text: str) -> str:
    """Return the search form: no marks, đ as d, lower case, single spaces.

    >>> fold("Đặng  Thị ƯỚC")
    'dang thi uoc'
    """
    return _folded(text) if len(text) <= _SHORT else _fold(text)


@lru_cache(maxsize=16_384)
def _folded(text: str) -> str:
    return _fold(text)


def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", squeeze(text).translate(_D_BAR))
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return squeeze(bare.lower())  # a mark that stood alone leaves its spaces behind


def has_marks(text: str) -> bool:
    """Tell whether text holds anything that fold would take away (marks or đ)."""
    return fold(text) != squeeze(text).lower()


def one_spelling(text: str) -> str:
    """Return text with the tone mark where the newer habit puts it: hoà, thuý as hòa, thúy.

    Both are everyday spellings of one word, so search compares this form.
    """
    return _OPEN_RHYME.sub(lambda found: _MOVED[found[0].lower()], nfc(text).lower())


def initial_capital(text: str) -> str:
    """Return text with its first letter in upper case and the rest as it is."""
    return text[:1].upper() + text[1:]


def sort_key(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return a key that sorts by Vietnamese letters first and by tone marks second."""
    letters: list[int] = []
    tones: list[int] = []
    for char in unicodedata.normalize("NFD", squeeze(text).lower()):
        if char in _TONES:
            if tones:
                tones[-1] = _TONES.index(char) + 1
        elif char in _LETTER_MARKS and letters:
            marked = unicodedata.normalize("NFC", _letter_of(letters[-1]) + char)
            letters[-1] = _rank(marked)
        else:
            letters.append(_rank(char))
            tones.append(0)
    return tuple(letters), tuple(tones)


def name_sort_key(name: str) -> tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]:
    """Return a key that sorts people as lists do: given name (last word), then the others."""
    words = squeeze(name).split(" ")
    return (_word_key(words[-1]), *(_word_key(word) for word in words[:-1]))


@lru_cache(maxsize=4096)
def _word_key(word: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return sort_key(word)


def _rank(char: str) -> int:
    at = _ALPHABET.find(char)
    return at + _LETTERS if at >= 0 else ord(char) % _LETTERS


def _letter_of(rank: int) -> str:
    return _ALPHABET[rank - _LETTERS] if rank >= _LETTERS else ""
