"""Units that a list writes without their kind ("Đông Hạ"), or a letter or two off."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vinhdanh.kernel.text import fold, has_marks, one_spelling, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vinhdanh.organizations.models import Unit

MOST_OFF = 2
LETTERS_EACH = 3
"""A name may be one letter off for so many of its own."""
_KIND = re.compile(
    r"^(?:thôn|xóm|làng|ấp|bản|khu phố|khu|tổ dân phố|hội|trường|trạm|ban)\s+(?=\D{2})"
)


def without_kind(name: str) -> str:
    """Return a name in small letters, the kind of unit before it left out.

    >>> without_kind("Thôn  Đông Hạ"), without_kind("Thôn 1")
    ('đông hạ', 'thôn 1')
    """
    return _KIND.sub("", one_spelling(squeeze(name)))


def unit_by_bare_name(text: str, *, among: Iterable[Unit], place: str) -> Unit | None:
    """Return the unit whose name without its kind is the text; None where two are, or the commune.

    Args:
        text: as written.
        among: the units that may be meant.
        place: the name of the commune, which no unit is meant by.
    """
    alike = one_spelling if has_marks(text) else fold
    wanted = alike(squeeze(text))
    if not wanted or wanted == alike(place):
        return None
    hits = [unit for unit in among if alike(without_kind(unit.name)) == wanted]
    return hits[0] if len(hits) == 1 else None


def near_names(text: str, names: Iterable[str]) -> list[str]:
    """Return the names that differ from a text by few letters; marks and kinds do not count.

    >>> near_names("Phù Oan", ["Thôn Phù Oanh", "Thôn Đông Hạ"]), near_names("Thôn 1", ["Thôn 2"])
    (['Thôn Phù Oanh'], [])
    """
    wanted = fold(without_kind(text))
    return [name for name in names if _is_near(wanted, fold(without_kind(name)))]


def _is_near(one: str, other: str) -> bool:
    if re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return False
    most = min(MOST_OFF, min(len(one), len(other)) // LETTERS_EACH)
    return abs(len(one) - len(other)) <= most and _apart(one, other) <= most


def _apart(one: str, other: str) -> int:
    """Return how many letters must be added, dropped or changed."""
    before = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        now = [row]
        for at, its in enumerate(other, start=1):
            now.append(min(before[at] + 1, now[-1] + 1, before[at - 1] + (letter != its)))
        before = now
    return before[-1]
