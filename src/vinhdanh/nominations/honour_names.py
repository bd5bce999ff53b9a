"""Which honour of the law the words of a list mean."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from vinhdanh.kernel import clock
from vinhdanh.kernel.text import fold
from vinhdanh.lawbook import LawbookError, honours
from vinhdanh.lawbook.enums import HonourForm
from vinhdanh.nominations.offers import PROPOSED, fits, is_given_here
from vinhdanh.organizations.importing.judging import RowError

if TYPE_CHECKING:
    import datetime as dt
    from typing import Any

    from vinhdanh.lawbook import HonourOnDay
    from vinhdanh.organizations.enums import RecipientKind


class HonourNames:
    """The honours of one day, by what lists call them."""

    def __init__(self, *, as_of: dt.date, province: str = "") -> None:
        self.every = _on(as_of, province)
        self._names: dict[str, set[str]] = defaultdict(set)
        for law in (*self.every, *_on(clock.today(), province)):  # lists use today's names
            self._names[law.slug] |= {fold(law.name), fold(law.short_name)}
        self._found: dict[tuple[str, RecipientKind], HonourOnDay | None] = {}

    def meant(self, values: dict[str, Any], kind: RecipientKind) -> HonourOnDay:
        """Return the honour a row names.

        Raises:
            RowError: none or two are named, none is known, or it is not for such a recipient.
        """
        said = [text for key in ("title", "form") if (text := values.get(key))]
        if not said:
            raise RowError(
                "Chưa ghi danh hiệu hay hình thức khen thưởng: hãy sửa dòng này và ghi tên đầy đủ."
            )
        if len(said) > 1 or ";" in said[0]:
            raise RowError(
                f"Dòng ghi nhiều danh hiệu, hình thức ({'; '.join(said)}): hãy tách mỗi dòng một."
            )
        found = self._named(said[0], kind)
        if found is None:
            raise RowError(
                f"“{said[0]}” không có trong quy định áp dụng cho {kind.label.lower()}: hãy sửa"
                " dòng này, ghi đúng tên danh hiệu hoặc hình thức."
            )
        return found

    def doubt(self, values: dict[str, Any], law: HonourOnDay) -> str:
        """Return how the words of a row were understood where some mean nothing; mostly empty."""
        said = str(values.get("title") or values.get("form") or "")
        words = fold(said)
        if words in self._names[law.slug] or words in fold(law.name):
            return ""
        return f"“{said}” được hiểu là {law.name}: hãy đối chiếu lại."

    def _named(self, text: str, kind: RecipientKind) -> HonourOnDay | None:
        key = (text, kind)
        if key not in self._found:
            able = [law for law in self.every if fits(law, kind)]
            self._found[key] = self._among(able, fold(text))
        return self._found[key]

    def _among(self, able: list[HonourOnDay], words: str) -> HonourOnDay | None:
        exact = [law for law in able if words in self._names[law.slug]]
        return exact[0] if exact else _likeliest(words, able)


def _on(day: dt.date, province: str) -> list[HonourOnDay]:
    try:
        return honours(as_of=day, province=province)
    except LawbookError:
        return []


def _likeliest(words: str, able: list[HonourOnDay]) -> HonourOnDay | None:
    if words.startswith("giay khen"):
        forms = [law for law in able if law.form is HonourForm.GIAY_KHEN]
        return next((law for law in forms if is_given_here(law)), None)
    likely = [law for law in able if fold(law.name).startswith(words) or words in fold(law.name)]
    return next((law for law in likely if law.slug in PROPOSED), likely[0] if likely else None)
