"""What changed between two sets of conditions, as a clerk would tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vinhdanh.lawbook.operators.people import Judged
from vinhdanh.lawbook.rules import walk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from vinhdanh.lawbook.rules import Condition

    Likeness = Callable[[Condition], Any]
    Couples = list[tuple[Condition, Condition]]

REWORDED = "chỉ khác cách viết, đối tượng hoặc ghi chú"


def steps(before: Iterable[Condition], after: Iterable[Condition]) -> list[str]:
    """Return conditions added, dropped, eased, tightened and reworded."""
    old, new = list(criteria(before)), list(criteria(after))
    couples = _couples(old, new)
    told = [*_choices(old, new)]
    told += [f"thêm điều kiện “{each.text}”" for each in new]
    told += [f"bỏ điều kiện “{each.text}”" for each in old]
    told += [sentence for was, now in couples for sentence in _between(was, now)]
    return told or [REWORDED]


def criteria(conditions: Iterable[Condition]) -> Iterator[Condition]:
    """Yield what must be met; what only holds several together is none by itself."""
    for each in conditions:
        if each.operator == "all":
            yield from criteria(each.children)
        else:
            yield each


def _couples(old: list[Condition], new: list[Condition]) -> Couples:
    """Take out of both lists what speaks of one matter, and return it."""
    found: Couples = []
    order = list(new)
    for alike in (_asked, _text, _name):
        for now in list(new):
            was = next((each for each in old if alike(each) == alike(now)), None)
            if was is not None and (was.operator == "any") == (now.operator == "any"):
                found.append((was, now))
                old.remove(was)
                new.remove(now)
    return sorted(found, key=lambda couple: order.index(couple[1]))


def _choices(old: list[Condition], new: list[Condition]) -> Iterator[str]:
    """Yield what became one of several ways, or was one and is now asked of everyone."""
    for now in [each for each in new if each.operator == "any"]:
        if forced := [each for each in old if _is_way(each, now)]:
            yield f"có một trong: {_texts(now.children)}; trước đây bắt buộc {_quoted(forced)}"
            _take(forced, old)
            new.remove(now)
    for was in [each for each in old if each.operator == "any"]:
        if forced := [each for each in new if _is_way(each, was)]:
            yield f"nay bắt buộc {_quoted(forced)}; trước đây có một trong: {_texts(was.children)}"
            _take(forced, new)
            old.remove(was)


def _between(was: Condition, now: Condition) -> Iterator[str]:
    """Yield how one condition differs; words alone matter only where people judge."""
    if _asked(was) == _asked(now):
        return
    if now.operator == "any":
        yield from _ways(was, now)
    elif was.text != now.text:
        yield f"điều kiện “{now.text}”: trước đó “{was.text}”"
    elif not (isinstance(was.test, Judged) and isinstance(now.test, Judged)):
        yield f"điều kiện “{now.text}”: cách tính thay đổi"


def _ways(was: Condition, now: Condition) -> Iterator[str]:
    """Yield how the ways to meet one condition differ."""
    old, new = list(was.children), list(now.children)
    changed = [each for one in _couples(old, new) for each in _between(*one)]
    more = [f"thêm một cách “{each.text}”" for each in new]
    less = [f"bỏ một cách “{each.text}”" for each in old]
    if told := [*more, *less, *changed]:
        yield f"điều kiện “{now.text}”: {', '.join(told)}"


def _is_way(one: Condition, choice: Condition) -> bool:
    """Tell whether a condition is one of the ways to meet a choice."""
    return any(
        _asked(each) == _asked(one) or _name(each) == _name(one) for each in walk(choice.children)
    )


def _take(some: list[Condition], out_of: list[Condition]) -> None:
    for each in some:
        out_of.remove(each)


def _asked(one: Condition) -> Any:
    """Return what a condition asks: its words where people judge, else its test."""
    judged = one.test is None or isinstance(one.test, Judged)
    words = one.text if judged and not one.children and not one.refers_to else ""
    inner = tuple(_asked(each) for each in one.children)
    return words, one.operator, None if judged else one.test, one.refers_to, inner


def _text(one: Condition) -> str:
    return one.text


def _name(one: Condition) -> str:
    return one.id.rpartition("/")[2]


def _texts(some: Iterable[Condition]) -> str:
    return "; ".join(f"“{each.text}”" for each in some)


def _quoted(some: Iterable[Condition]) -> str:
    return ", ".join(f"“{each.text}”" for each in some)
