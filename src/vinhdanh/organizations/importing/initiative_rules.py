"""What must hold of an initiative in a list, and what it is told to become."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.kernel.text import one_spelling
from vinhdanh.kernel.wording import joined
from vinhdanh.organizations.enums import InitiativeKind, Reach
from vinhdanh.organizations.importing.judging import RowError
from vinhdanh.organizations.models import Initiative
from vinhdanh.organizations.models.initiative import WHOLE

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Sequence

    from vinhdanh.organizations.importing.author_rows import Facts, Part
    from vinhdanh.organizations.imports import Importer


def known_alike(
    importer: Importer, keys: Collection[tuple[str, dt.date]]
) -> dict[tuple[str, dt.date], Initiative]:
    """Return the initiatives of the records by title and day; two queries."""
    found = Initiative.objects.filter(
        body=importer.body, recognised_on__in={day for _, day in keys}
    ).prefetch_related("shares")
    return {(one_spelling(each.title), each.recognised_on): each for each in found}


def require_whole(parts: Sequence[Part]) -> None:
    """Refuse parts that cannot be: only of an only author it may be left out.

    Raises:
        RowError: somebody stands twice, a part is not said, or they make more than the whole.
    """
    seen: set[tuple[object, ...]] = set()
    for part in parts:
        name = part.meant.values["name"]
        if part.meant.key in seen:
            raise RowError(f"{name} đứng tên hai lần trong sáng kiến này: hãy ghi một lần.")
        if part.percent is None and len(parts) > 1:
            raise RowError(f"Chưa ghi tỷ lệ đóng góp của {name}: hãy sửa dòng này.")
        seen.add(part.meant.key)
    if (total := _total(parts)) > WHOLE:
        raise RowError(f"Tổng tỷ lệ đóng góp là {total}%, quá 100%: hãy sửa cho khớp.")


def told_of(facts: Facts, parts: Sequence[Part], known: Initiative | None) -> tuple[str, bool]:
    """Return what confirming will do, and whether it should be looked at again.

    Raises:
        RowError: the records know the initiative otherwise.
    """
    if known:
        _require_same(facts, parts, known)
        return "Đã có trong sổ, không có gì mới.", False
    kind = InitiativeKind(facts.kind or InitiativeKind.INITIATIVE).label.lower()
    scope = Reach(facts.scope or Reach.GRASSROOTS).label.lower()
    shares = joined([f"{part.meant.values['name']} {part.share}%" for part in parts])
    told = f"Thêm {kind}, phạm vi {scope}: {shares}"
    if fresh := dict.fromkeys(p.meant.values["name"] for p in parts if p.meant.is_new):
        told += f"; thêm {joined(list(fresh))} vào sổ"
    total = _total(parts)
    if total < WHOLE:
        told += f"; tỷ lệ mới cộng lại {total}%"
    doubts = dict.fromkeys(
        f"{p.meant.values['name']}: {p.meant.warning}" for p in parts if p.meant.warning
    )
    return " ".join((f"{told}.", *doubts)), bool(fresh) or total < WHOLE


def _require_same(facts: Facts, parts: Sequence[Part], known: Initiative) -> None:
    there = {each.person_id: each.share_percent for each in known.shares.all()}
    here = {part.meant.known.pk if part.meant.known else 0: part.share for part in parts}
    told = [
        label
        for label, is_same in (
            ("văn bản công nhận", facts.recognised_by == known.recognised_by),
            ("loại", facts.kind in {"", known.kind}),
            ("phạm vi", facts.scope in {"", known.scope}),
            ("tác giả hoặc tỷ lệ", here == there),
        )
        if not is_same
    ]
    if told:
        raise RowError(
            f"Sổ đã có sáng kiến này nhưng khác {joined(told)}: hãy sửa dòng này cho khớp, hoặc sửa"
            " ở trang sáng kiến.",
            target=known.pk,
        )


def _total(parts: Sequence[Part]) -> int:
    return sum(part.share for part in parts)
