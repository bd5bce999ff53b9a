"""Numbers of documents: taken at issue, inside the transaction that issues."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.kernel.errors import DomainError
from vinhdanh.records.enums import KeptState
from vinhdanh.records.models import KeptNumber, NumberSeries, OfficialDocument

if TYPE_CHECKING:
    from vinhdanh.organizations.models import Unit


def take_number(*, body: Unit, symbol: str, year: int) -> int:
    """Return the next number of a series; must run inside the issuing transaction.

    The series row is locked, so two issuers wait for each other, and a rolled back issue gives
    its number back: the series has neither gap nor double.
    """
    series = locked_series(body=body, symbol=symbol, year=year)
    series.last_number += 1
    series.save(update_fields=["last_number"])
    return series.last_number


def claim_number(*, body: Unit, symbol: str, year: int, number: int) -> None:
    """Enter a number that was given on paper before; later numbers follow the highest one.

    Raises:
        DomainError: the register already has that number, or it is set apart.
    """
    series = locked_series(body=body, symbol=symbol, year=year)
    taken = OfficialDocument.objects.filter(body=body, symbol=symbol, year=year, number=number)
    if taken.exists():
        raise DomainError(
            f"Sổ văn bản đi năm {year} đã có số {number:02d}/{symbol}: hãy kiểm tra lại số ký"
            " hiệu.",
            field="number",
        )
    if kept := series.kept.filter(number=number).first():
        raise DomainError(
            f"Số {kept} {KeptState(kept.state).label.lower()} ({kept.note}): hãy chọn số khác, hoặc"
            " dùng số để dành khi ban hành.",
            field="number",
        )
    if number > series.last_number:
        series.last_number = number
        series.save(update_fields=["last_number"])


def use_kept_number(*, kept: KeptNumber, document: OfficialDocument) -> None:
    """Write down which document uses a reserved number; runs inside the issuing transaction."""
    kept.state = KeptState.USED
    kept.document = document
    kept.save(update_fields=["state", "document"])


def held_number(*, body: Unit, kept: KeptNumber, symbol: str, year: int) -> KeptNumber:
    """Return a reserved number that a document of this symbol and year may use, its row locked.

    Raises:
        DomainError: it belongs to another series, is used or is cancelled.
    """
    series = locked_series(body=body, symbol=symbol, year=year)
    kept = KeptNumber.objects.select_related("series").get(pk=kept.pk)
    if kept.series_id != series.pk:
        raise DomainError(
            f"Số {kept} năm {kept.series.year} không thuộc sổ {symbol} năm {year}: hãy chọn số khác"
            " hoặc sửa ngày ban hành.",
            field="kept",
        )
    if kept.state != KeptState.RESERVED:
        raise DomainError(
            f"Số {kept} {KeptState(kept.state).label.lower()}: hãy chọn số khác.", field="kept"
        )
    return kept


def locked_series(*, body: Unit, symbol: str, year: int) -> NumberSeries:
    """Return the row of a series, locked until the transaction ends."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("A number is taken inside the transaction that issues the document.")
    NumberSeries.objects.get_or_create(body=body, symbol=symbol, year=year)
    return NumberSeries.objects.select_for_update().get(body=body, symbol=symbol, year=year)
