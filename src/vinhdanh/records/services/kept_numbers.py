"""Setting numbers apart, and cancelling them: both stay in the register with a note."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.enums import Act
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.limits import require_fits
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze
from vinhdanh.records.enums import KeptState
from vinhdanh.records.models import KeptNumber
from vinhdanh.records.services.numbers import locked_series

if TYPE_CHECKING:
    from vinhdanh.accounts.actor import Actor

MOST_AT_ONCE = 50
SYMBOL = re.compile(r"[A-ZĐ][A-Za-zĐđ]*(-[A-ZĐ0-9]+)+")
"""KH-UBND, TTr-UBND, UBND-VHXH."""


@transaction.atomic
def reserve_numbers(
    *, actor: Actor, symbol: str, year: int, count: int, note: str
) -> list[KeptNumber]:
    """Set the next numbers of a series apart, to be used later.

    Args:
        actor: a clerk or the chair.
        symbol: the symbol after the stroke, e.g. "QĐ-UBND".
        year: the year of the series; the present one or one before it.
        count: how many numbers, 1 to 50.
        note: what for.

    Raises:
        DomainError: no note, a symbol that cannot be one, too many numbers, or a year ahead.
    """
    actor.require(Act.ISSUE_DOCUMENT)
    symbol, note = squeeze(symbol).replace(" ", ""), squeeze(note)
    _require_sound(symbol=symbol, year=year, count=count, note=note)
    series = locked_series(body=actor.body, symbol=symbol, year=year)
    first, series.last_number = series.last_number + 1, series.last_number + count
    series.save(update_fields=["last_number"])
    kept = KeptNumber.objects.bulk_create(
        KeptNumber(series=series, number=number, note=note, kept_on=clock.today())
        for number in range(first, first + count)
    )
    told = str(kept[0]) if count == 1 else f"{kept[0]} đến {kept[-1]}"
    record(
        scope=actor.scope,
        actor=actor.name,
        action="number.reserved",
        target=series,
        sentence=f"để dành số {told}: {note}",
        details={"numbers": [each.number for each in kept]},
    )
    return kept


@transaction.atomic
def cancel_number(*, actor: Actor, kept: KeptNumber, reason: str) -> KeptNumber:
    """Cancel a reserved number for good; it stays in the register with the reason.

    Raises:
        DomainError: it is used or cancelled already, or there is no reason.
    """
    actor.require(Act.ISSUE_DOCUMENT)
    actor.require_own(kept.series.body_id)
    kept = (
        KeptNumber.objects.select_for_update(of=("self",)).select_related("series").get(pk=kept.pk)
    )
    if kept.state != KeptState.RESERVED:
        raise DomainError(
            f"Số {kept} {KeptState(kept.state).label.lower()} nên không hủy được: hãy tải lại"
            " trang."
        )
    reason = squeeze(reason)
    if not reason:
        raise DomainError(
            f"Chưa ghi lý do hủy số {kept}: hãy ghi một câu, câu này ở lại trong sổ.",
            field="reason",
        )
    require_fits(KeptNumber, "cancel_note", reason, form_field="reason")
    kept.state, kept.cancel_note = KeptState.CANCELLED, reason
    kept.save(update_fields=["state", "cancel_note"])
    record(
        scope=actor.scope,
        actor=actor.name,
        action="number.cancelled",
        target=kept.series,
        sentence=f"hủy số {kept} vì: {reason}",
    )
    return kept


def _require_sound(*, symbol: str, year: int, count: int, note: str) -> None:
    if not SYMBOL.fullmatch(symbol):
        raise DomainError(
            f"Ký hiệu “{symbol}” chưa đúng: hãy ghi như QĐ-UBND, không kèm số và dấu gạch chéo.",
            field="symbol",
        )
    require_fits(KeptNumber._meta.get_field("series").related_model, "symbol", symbol)  # noqa: SLF001
    if not 1 <= count <= MOST_AT_ONCE:
        raise DomainError(
            f"Mỗi lần để dành được từ 1 đến {MOST_AT_ONCE} số: hãy ghi lại số lượng.",
            field="count",
        )
    if year > clock.today().year:
        raise DomainError(
            f"Năm {year} chưa tới: số của năm nào để dành trong năm đó.", field="year"
        )
    if not note:
        raise DomainError("Chưa ghi số này để dành cho việc gì: hãy ghi một câu.", field="note")
    require_fits(KeptNumber, "note", note)
