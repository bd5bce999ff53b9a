"""Changes in Vietnamese sentences, one way of speaking per kind of rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.lawbook.diff.change import Happened
from vinhdanh.lawbook.diff.pairs import conditions
from vinhdanh.lawbook.lookups import honour_name
from vinhdanh.lawbook.money import prize_answer
from vinhdanh.lawbook.reasons import lower
from vinhdanh.lawbook.rules import Honour
from vinhdanh.lawbook.words import content_words, dong, prize_words

if TYPE_CHECKING:
    from vinhdanh.lawbook.citations import Citation
    from vinhdanh.lawbook.diff.pairs import Pair
    from vinhdanh.lawbook.library import View
    from vinhdanh.lawbook.rules import Condition

FEW = 2
"""So many matters are still told one by one."""


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
        why = pair.after.unconfirmed if pair.after else None
        return f"{told} Cần xác minh: {why}" if why else told

    def many(self, pairs: list[Pair], honours: tuple[str, ...]) -> str:
        """Return what befell several matters alike: a new basis, or need to be verified."""
        first = pairs[0]
        about = ", ".join(dict.fromkeys(self.quoted(slug) for slug in honours)) or _listed(pairs)
        assert first.after is not None
        assert first.before is not None
        if first.happened is Happened.UNCONFIRMED:
            return f"Nay cần xác minh trước khi áp dụng: {about}. {first.after.unconfirmed}"
        was, now = first.before.citation, first.after.citation
        return f"Nội dung không đổi, nay theo {_inside(now)} (trước đó {_inside(was)}): {about}."

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
        return f"{name}: thay đổi về đối tượng, thời gian xét hoặc hình thức khen."

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
            parts = _steps(pair.before.content.conditions, pair.after.content.conditions)
            return f"{about}: {'; '.join(parts)}."
        texts = "; ".join(each.text for each in content.conditions)
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


def _listed(pairs: list[Pair]) -> str:
    """Return a few matters by what they say, many by their number."""
    if len(pairs) > FEW or pairs[0].kind == "bar":
        return f"{len(pairs)} nội dung"
    return "; ".join(lower(content_words(pair.rule.content)) for pair in pairs)


def _steps(before: tuple[Condition, ...], after: tuple[Condition, ...]) -> list[str]:
    """Return conditions added, removed, reworded."""
    old, new = conditions(before), conditions(after)
    told = [f"thêm điều kiện “{new[at][0]}”" for at in new if at not in old]
    told += [f"bỏ điều kiện “{old[at][0]}”" for at in old if at not in new]
    for at in new:
        if at in old and new[at] != old[at]:
            same = new[at][0] == old[at][0]
            was = "cách tính thay đổi" if same else f"trước đó “{old[at][0]}”"
            told.append(f"điều kiện “{new[at][0]}”: {was}")
    return told or ["thay đổi đối tượng hoặc ghi chú"]
