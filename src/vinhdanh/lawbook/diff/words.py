"""Changes in Vietnamese sentences, one way of speaking per kind of rule."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

from vinhdanh.lawbook.diff.change import Happened
from vinhdanh.lawbook.diff.pairs import is_unread
from vinhdanh.lawbook.diff.steps import criteria, steps
from vinhdanh.lawbook.lookups import honour_name
from vinhdanh.lawbook.money import prize_answer
from vinhdanh.lawbook.reasons import lower
from vinhdanh.lawbook.rules import BaseSalary, Honour, walk
from vinhdanh.lawbook.words import content_words, dong, prize_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vinhdanh.lawbook.citations import Citation
    from vinhdanh.lawbook.diff.pairs import Pair
    from vinhdanh.lawbook.library import View
    from vinhdanh.lawbook.loading.instruments import Instrument

FEW = 6
"""So many matters are named; of more, the others are counted."""
LONG = 90
"""So many letters name a matter."""
OPEN = "nay chưa rõ còn áp dụng không; cần xác minh"


class Speaker:
    """Tells changes between two days."""

    def __init__(self, old: View, new: View) -> None:
        self.old, self.new = old, new
        self.own = {
            "authority": self._authority,
            "honour": self._honour,
            "standard": self._standard,
            "bar": self._standard,
            "prize": self._prize,
            "base_salary": self._salary,
        }

    def one(self, pair: Pair) -> str:
        """Return what changed in one matter."""
        told = self.own.get(pair.kind, self._other)(pair)
        if pair.after and pair.after.unconfirmed:
            return f"{told} Cần xác minh: {pair.after.unconfirmed}"
        if pair.before and pair.after and is_unread(pair.before) and not is_unread(pair.after):
            return f"{told} Nay đã đọc được."
        return told

    def many(self, pairs: list[Pair], honours: tuple[str, ...]) -> str:
        """Return what befell several matters alike: another basis, or need to be verified."""
        first = pairs[0]
        assert first.after is not None
        assert first.before is not None
        about = _few([self.quoted(slug) for slug in honours]) or _listed(pairs)
        was, now = first.before.citation, first.after.citation
        match first.happened:
            case Happened.UNREAD:
                items = (self._before(pair) for pair in pairs)
                return f"{_few(items)}; {OPEN}: {_why(first)}"
            case Happened.UNCONFIRMED:
                why = "" if self.whole_text(first) else f" {_why(first)}"
                return f"Nay cần xác minh trước khi áp dụng: {about}.{why}"
            case Happened.READ:
                return f"Nay đã đọc được, theo {_inside(now)}: {about}."
            case _:
                moved = f"nay theo {_inside(now)} (trước đó {_inside(was)})"
                return f"Nội dung không đổi, {moved}: {about}."

    def whole_text(self, pair: Pair) -> Instrument | None:
        """Return the text of a rule where all of it must be verified for one reason."""
        assert pair.after is not None
        number, why = pair.after.citation.instrument, pair.after.unconfirmed
        texts = self.new.corpus.instruments
        return next(
            (it for it in texts if (it.number, it.unconfirmed_reason) == (number, why)), None
        )

    def whole(self, text: Instrument) -> str:
        """Return the warning for a whole text."""
        told = f"Mọi quy định của {text.name} nay cần xác minh trước khi áp dụng"
        return f"{told}. {text.unconfirmed_reason}"

    def _before(self, pair: Pair) -> str:
        """Return what an earlier text said of a matter."""
        assert pair.before is not None
        content = pair.before.content
        match pair.kind:
            case "authority":
                return f"{content.level.words} quyết định tặng {self.quoted(pair.key)}"
            case "prize":
                slug, recipient = pair.key
                told = f"Tiền thưởng {self.quoted(slug)} cho {recipient.words}"
                return f"{told}: {content_words(content)}"
            case "honour":
                return f"{self.quoted(content.slug)} ({content.form.words})"
            case "standard":
                return f"Tiêu chuẩn {self.quoted(content.honour)}: {_told(content)}"
        name = f"{self.quoted(pair.key)}: " if self._is_honour(pair.key) else ""
        return name + _told(content)

    def quoted(self, slug: str) -> str:
        """Return the name of an honour, as the later day calls it."""
        view = self.new if self.new.one(Honour, slug) else self.old
        return f"“{honour_name(slug, view)}”"

    def _authority(self, pair: Pair) -> str:
        name = self.quoted(pair.key)
        before = pair.before.content.level.words if pair.before else None
        if pair.after is None:
            return f"{before} không còn quyết định tặng {name}; không có quy định thay thế."
        now = pair.after.content.level.words
        if before is None:
            return f"{now} quyết định tặng {name}; trước đó kho quy định không ghi ai quyết định."
        if before == now:
            return f"{now} vẫn quyết định tặng {name}; việc phân cấp, ủy quyền có thay đổi."
        return f"{now} nay quyết định tặng {name}; trước đó là {before}."

    def _honour(self, pair: Pair) -> str:
        name = f"“{pair.rule.content.name}”"
        if pair.happened is Happened.NEW:
            return f"Có thêm {name} ({pair.rule.content.form.words})."
        if pair.happened is Happened.ENDED:
            return f"Không còn {name}."
        before = pair.before.content.name if pair.before else ""
        if before != pair.rule.content.name:
            return f"“{before}” nay gọi là {name}."
        assert pair.before is not None
        assert pair.after is not None
        return f"{name}: {'; '.join(_definition(pair.before.content, pair.after.content))}."

    def _prize(self, pair: Pair) -> str:
        slug, recipient = pair.key
        told = f"Tiền thưởng {self.quoted(slug)} cho {recipient.words}"
        if pair.happened is Happened.ENDED:
            return f"{told}: không còn mức nào được quy định."
        now = prize_answer(slug, recipient, law=self.new, salary_day=self.new)
        if pair.happened is Happened.NEW:
            return f"{told}: {prize_words(now)}."
        before = prize_answer(slug, recipient, law=self.old, salary_day=self.old)
        return f"{told}: {prize_words(now)}; trước đó {prize_words(before)}."

    def _salary(self, pair: Pair) -> str:
        amounts = [dong(each.content.amount) for each in (pair.after, pair.before) if each]
        return (
            f"Lương cơ sở {amounts[0]} một tháng"
            + "".join(f"; trước đó {amount}" for amount in amounts[1:])
            + "."
        )

    def _standard(self, pair: Pair) -> str:
        content = pair.rule.content
        about = "Điều kiện trước mọi hình thức"
        if pair.kind == "standard":
            kinds = ", ".join(each.words for each in content.recipients)
            groups = "; ".join(each.words for each in content.groups)
            about = f"Tiêu chuẩn {self.quoted(content.honour)} ({groups or kinds})"
            if pair.rule.tightens:
                about = f"Tỉnh quy định thêm với {self.quoted(content.honour)}"
        if pair.happened is Happened.CHANGED and pair.before and pair.after:
            parts = steps(pair.before.content.conditions, pair.after.content.conditions)
            return f"{about}: {'; '.join(parts)}."
        texts = "; ".join(each.text for each in criteria(content.conditions))
        gone = "không còn áp dụng: " if pair.happened is Happened.ENDED else ""
        return f"{about}: {gone}{texts}."

    def _other(self, pair: Pair) -> str:
        now = content_words(pair.rule.content)
        name = self.quoted(pair.key) if self._is_honour(pair.key) else ""
        about = f"{name}: " if name else ""
        if pair.happened is Happened.NEW:
            return f"{about or 'Thêm: '}{now}."
        if pair.happened is Happened.ENDED:
            return f"{about}không còn quy định: {now}." if name else f"Không còn: {now}."
        before = content_words(pair.before.content)  # type: ignore[union-attr]
        if before == now:
            note = getattr(pair.rule.content, "note", "").rstrip(".")
            return f"{about}{now}; " + (f"nay lưu ý: {note}." if note else "có sửa đổi.")
        return f"{about}{now}; trước đó: {before}."

    def _is_honour(self, key: object) -> bool:
        return isinstance(key, str) and bool(self.new.one(Honour, key) or self.old.one(Honour, key))


def _inside(citation: Citation) -> str:
    """Return a citation to stand inside a sentence: articles and texts keep their capital."""
    told = str(citation)
    return lower(told) if told.startswith(("Khoản", "Điểm")) else told


def _why(pair: Pair) -> str:
    """Return why a rule must be verified, or the condition in it that nobody read."""
    assert pair.after is not None
    found = walk(getattr(pair.after.content, "conditions", ()))
    return pair.after.unconfirmed or next(each.unconfirmed for each in found if each.unconfirmed)


def _definition(before: Honour, after: Honour) -> list[str]:
    """Return what of the definition of an honour changed."""
    told = [
        f"{name} nay là {now}, trước đó {was}"
        for name, was, now in (
            ("đối tượng", _kinds(before), _kinds(after)),
            ("thời gian xét", before.period.words, after.period.words),
            ("hình thức", before.form.words, after.form.words),
            ("tên tắt", before.short, after.short),
        )
        if was != now
    ]
    if before.money_only != after.money_only:
        told.append(
            f"nay {'chỉ có tiền thưởng' if after.money_only else 'có bằng kèm tiền thưởng'}"
        )
    return told or ["thứ tự trong danh sách thay đổi"]


def _kinds(one: Honour) -> str:
    return ", ".join(each.words for each in one.recipients)


def _listed(pairs: list[Pair]) -> str:
    """Return matters by what they say."""
    return _few(_named(pair.rule.content) for pair in pairs)


def _named(content: Any) -> str:
    return textwrap.shorten(_told(content), LONG, placeholder=" …")


def _told(content: Any) -> str:
    """Return what a rule says: the conditions of a standard or a bar, else its words."""
    if isinstance(content, BaseSalary):
        return f"Lương cơ sở {dong(content.amount)} một tháng"
    found = criteria(getattr(content, "conditions", ()))
    return "; ".join(each.text for each in found) or content_words(content)


def _few(items: Iterable[str]) -> str:
    """Return the first matters by name, the others by their number."""
    every = list(dict.fromkeys(items))
    told = "; ".join(every[:FEW])
    return f"{told} và {len(every) - FEW} nội dung khác" if len(every) > FEW else told
