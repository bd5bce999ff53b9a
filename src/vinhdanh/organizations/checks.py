"""Refusals that several services of this module share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.limits import require_fits
from vinhdanh.kernel.text import squeeze

if TYPE_CHECKING:
    import datetime as dt

    from django.db.models import Model


def written(model: type[Model], field: str, value: str, *, what: str) -> str:
    """Return a required text as it is stored.

    Raises:
        DomainError: nothing is written, or more than there is room for.
    """
    text = squeeze(value)
    if not text:
        raise DomainError(f"Chưa ghi {what}.", field=field)
    require_fits(model, field, text)
    return text


def require_past(day: dt.date, *, field: str) -> None:
    """Refuse a day that is still to come."""
    if day > clock.today():
        raise DomainError(
            f"Ngày {day:%d/%m/%Y} chưa tới: hãy ghi ngày hôm nay hoặc trước đó.", field=field
        )


def require_after(day: dt.date, begun: dt.date | None, *, field: str, what: str) -> None:
    """Refuse a day that is not after the one on which something began."""
    if begun is not None and day <= begun:
        raise DomainError(
            f"Ngày {day:%d/%m/%Y} không sau ngày {what} ({begun:%d/%m/%Y}): hãy kiểm tra lại.",
            field=field,
        )
