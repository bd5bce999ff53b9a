"""How the changes of units are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.kernel.wording import joined
from vinhdanh.organizations.enums import SuccessionKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vinhdanh.organizations.models import Unit

_WORDS = {
    SuccessionKind.RENAMED: ("đổi tên", "thành"),
    SuccessionKind.MERGED: ("hợp nhất", "thành"),
    SuccessionKind.SPLIT: ("chia", "thành"),
    SuccessionKind.DISSOLVED_INTO: ("sáp nhập", "vào"),
}


def told_change(kind: str, old: Sequence[str], new: Sequence[str]) -> str:
    """Return what became of what: "hợp nhất Thôn A và Thôn B thành Thôn C"."""
    verb, into = _WORDS[SuccessionKind(kind)]
    return f"{verb} {joined(list(old))} {into} {joined(list(new))}"


def told_kind(unit: Unit) -> str:
    """Return the unit's kind as it stands within a sentence: "thôn, tổ dân phố"."""
    label = unit.get_kind_display()
    return label[:1].lower() + label[1:]
