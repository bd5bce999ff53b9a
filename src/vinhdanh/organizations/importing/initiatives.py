"""Lists of initiatives: a row for each, or one for each of its authors."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from vinhdanh.kernel.batches import BATCH
from vinhdanh.organizations.enums import ImportKind
from vinhdanh.organizations.hooks import facts_changed
from vinhdanh.organizations.importing.author_rows import Facts, facts_in, parts_in
from vinhdanh.organizations.importing.initiative_rules import known_alike, require_whole, told_of
from vinhdanh.organizations.importing.judging import RowError, accept, refuse, require_read
from vinhdanh.organizations.importing.recipients import Recipients
from vinhdanh.organizations.keeping import Kept
from vinhdanh.organizations.models import Initiative, InitiativeAuthor
from vinhdanh.organizations.row_values import unpacked

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from vinhdanh.organizations.importing.author_rows import Part
    from vinhdanh.organizations.imports import Importer
    from vinhdanh.organizations.models import ImportRow, ListImport


@dataclass(slots=True)
class Group:
    """The rows of one initiative, which enter together or not at all."""

    facts: Facts
    rows: list[ImportRow] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    wrong: int | None = None
    """The number of a row that cannot be entered."""


Groups: TypeAlias = tuple[Recipients, list[Group]]


class InitiativeLists:
    """Reads initiatives in with their authors; a unit's head, those of the own unit."""

    kind = ImportKind.INITIATIVES

    def require(self, importer: Importer, listing: ListImport) -> None:  # noqa: ARG002
        """Refuse who may not write about initiatives."""
        importer.require_keeping(Kept.FACTS)

    def review(self, importer: Importer, listing: ListImport, rows: Sequence[ImportRow]) -> Groups:
        """Say which initiatives are new and whose they are; a fixed number of queries."""
        return _read_all(importer, listing, rows)

    def enter(self, importer: Importer, listing: ListImport, read: Groups) -> None:  # noqa: ARG002
        """Add the new ones with their authors; nothing is changed of the others."""
        recipients, groups = read
        added = Initiative.objects.bulk_create(
            [Initiative(body=importer.body, **one.facts.values()) for one in groups],
            batch_size=BATCH,
        )
        shares = [
            (made, part) for made, one in zip(added, groups, strict=True) for part in one.parts
        ]
        people = recipients.made([part.meant for _, part in shares])
        InitiativeAuthor.objects.bulk_create(
            [
                InitiativeAuthor(
                    initiative=made, person_id=who.person_id or 0, share_percent=part.share
                )
                for (made, part), who in zip(shares, people, strict=True)
            ],
            batch_size=BATCH,
        )
        if people:
            facts_changed([who.pk for who in people])


def _read_all(importer: Importer, listing: ListImport, rows: Sequence[ImportRow]) -> Groups:
    """Judge every row; return the initiatives that are new."""
    values = [unpacked(row.values) for row in rows]
    names = [{"name": each.name} for said in values for each in said.get("authors", ())]
    recipients = Recipients(importer, names, has_ended=True)
    groups: dict[tuple[str, dt.date], Group] = {}
    for row, said in zip(rows, values, strict=True):
        try:
            facts = _facts(row, said, listing)
        except RowError as problem:
            refuse(row, problem)
            continue
        group = groups.setdefault(facts.key, Group(facts))
        try:
            require_read(row)
            group.facts = _with(group, facts)
            group.parts += parts_in(row, said, recipients)
            group.rows.append(row)
        except RowError as problem:
            refuse(row, problem)
            group.wrong = row.number
    known = known_alike(importer, groups)
    return recipients, [one for one in groups.values() if _is_new(one, known.get(one.facts.key))]


def _facts(row: ImportRow, said: dict[str, Any], listing: ListImport) -> Facts:
    try:
        return facts_in(said, listing)
    except RowError:
        require_read(row)  # what the reader says of the cell tells more
        raise


def _with(group: Group, facts: Facts) -> Facts:
    """Return what rows of one initiative say together."""
    there = group.facts
    for name, label in (("recognised_by", "văn bản"), ("kind", "loại"), ("scope", "phạm vi")):
        old, new = getattr(there, name), getattr(facts, name)
        if old and new and old != new:
            raise RowError(f"Cùng một sáng kiến mà dòng khác ghi {label} khác: hãy sửa cho khớp.")
    return Facts(
        there.title,
        there.recognised_on,
        there.recognised_by,
        there.kind or facts.kind,
        there.scope or facts.scope,
    )


def _require_right(group: Group) -> None:
    if group.wrong is not None:
        raise RowError(
            f"Dòng {group.wrong} cùng sáng kiến này chưa nhập được: hãy sửa dòng đó trước."
        )


def _is_new(group: Group, known: Initiative | None) -> bool:
    """Say of each row of an initiative what will be done; tell whether it is to be added."""
    try:
        _require_right(group)
        require_whole(group.parts)
        told, is_warned = told_of(group.facts, group.parts, known)
    except RowError as problem:
        for row in group.rows:
            refuse(row, problem)
        return False
    for row in group.rows:
        accept(row, told, target=known.pk if known else None, is_warned=is_warned)
    return known is None
