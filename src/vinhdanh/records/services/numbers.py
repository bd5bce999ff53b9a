"""Numbers of documents: taken at issue, inside the transaction that issues."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.kernel.errors import DomainError
from vinhdanh.records.models import NumberSeries, OfficialDocument

if TYPE_CHECKING:
    from vinhdanh.organizations.models import Unit


def take_number(*, body: Unit, symbol: str, year: int) -> int:
    """Return the next number of a series; must run inside the issuing transaction.

    The series row is locked, so two issuers wait for each other, and a rolled back issue gives
    its number back: the series has neither gap nor double.
    """
    series = _locked(body=body, symbol=symbol, year=year)
    series.last_number += 1
    series.save(update_fields=["last_number"])
    return series.last_number


def claim_number(*, body: Unit, symbol: str, year: int, number: int) -> None:
    """Enter a number that was given on paper before; later numbers follow the highest one.

    Raises:
        DomainError: the register already has that number.
    """
    series = _locked(body=body, symbol=symbol, year=year)
    taken = OfficialDocument.objects.filter(body=body, symbol=symbol, year=year, number=number)
    if taken.exists():
        raise DomainError(
            f"Sổ văn bản đi năm {year} đã có số {number:02d}/{symbol}: hãy kiểm tra lại số ký"
            " hiệu.",
            field="number",
        )
    if number > series.last_number:
        series.last_number = number
        series.save(update_fields=["last_number"])


def _locked(*, body: Unit, symbol: str, year: int) -> NumberSeries:
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("A number is taken inside the transaction that issues the document.")
    NumberSeries.objects.get_or_create(body=body, symbol=symbol, year=year)
    return NumberSeries.objects.select_for_update().get(body=body, symbol=symbol, year=year)
