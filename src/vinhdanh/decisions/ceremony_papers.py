"""The list by which honours are handed over: in which turn who comes up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.utils import timezone

from vinhdanh.documents import Paper, Signature
from vinhdanh.documents.kinds.award_ceremony_list import (
    AwardCeremonyListContext,
    CeremonyRecipient,
    CeremonyTurn,
    award_ceremony_list,
)
from vinhdanh.organizations.enums import RecipientKind
from vinhdanh.records.papers import files_of, office_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vinhdanh.decisions.models import Ceremony, Honour
    from vinhdanh.records.content import FileContent

KINDS: Final = (RecipientKind.COLLECTIVE, RecipientKind.HOUSEHOLD, RecipientKind.INDIVIDUAL)
"""Collectives come up first, then households, then individuals."""
REPRESENTED: Final = {
    RecipientKind.COLLECTIVE: "Đại diện tập thể",
    RecipientKind.HOUSEHOLD: "Đại diện gia đình",
}


def called_up(honours: Iterable[Honour]) -> list[Honour]:
    """Return those who come up, in the order they are called; what was taken back is left out."""
    standing = [each for each in honours if each.revoked_on is None]
    return sorted(standing, key=lambda one: (_rank(one), one.honour_name, one.order))


def ceremony_files(ceremony: Ceremony, honours: Sequence[Honour]) -> list[FileContent]:
    """Return the list as PDF and Word; honours taken back are not handed over.

    Raises:
        DocumentError: nobody is left to come up.
    """
    turns: dict[tuple[int, str], int] = {}
    rows: list[tuple[int, Honour]] = []
    for each in called_up(honours):
        turn = turns.setdefault((_rank(each), each.honour_name), len(turns) + 1)
        rows.append((turn, each))
    context = AwardCeremonyListContext(
        paper=Paper(
            office=office_of(ceremony.decision.body),
            signature=Signature(("NGƯỜI LẬP DANH SÁCH",), ""),
            recipients=(),
            year=ceremony.held_at.year,
        ),
        ceremony=ceremony.name,
        held_at=timezone.localtime(ceremony.held_at).replace(tzinfo=None),
        venue=ceremony.venue,
        turns=tuple(
            CeremonyTurn(title=f"{name}, {KINDS[rank].label.lower()}", presenter=ceremony.presenter)
            for rank, name in turns
        ),
        recipients=tuple(
            CeremonyRecipient(
                turn=turn,
                name=each.recipient_name,
                place=each.recipient_detail,
                honour=each.honour_name,
                taker=_taker(each),
                is_absent=_is_absent(each),
            )
            for turn, each in rows
        ),
    )
    return files_of(
        award_ceremony_list(context),
        kind="award_ceremony_list",
        context=context,
        title=f"Danh sách trao thưởng kèm {ceremony.decision}".replace("/", "-"),
    )


def _taker(honour: Honour) -> str:
    """Return who comes up: the person named, else somebody for a collective or household."""
    named = getattr(honour, "taker", None)
    if named and (named.name or named.is_absent):
        return str(named.name)
    return REPRESENTED.get(RecipientKind(honour.recipient_kind), "")


def _is_absent(honour: Honour) -> bool:
    named = getattr(honour, "taker", None)
    return bool(named and named.is_absent)


def _rank(honour: Honour) -> int:
    return KINDS.index(RecipientKind(honour.recipient_kind))
