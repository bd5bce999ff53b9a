"""Words that are longer than their place: refused with a sentence, not by the database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.text import initial_capital

if TYPE_CHECKING:
    from django.db.models import Model


def require_fits(model: type[Model], field: str, value: str, *, form_field: str = "") -> None:
    """Refuse a text that is longer than the field it is meant for.

    Args:
        model: whose field it is.
        field: the field's name; its Vietnamese name stands in the refusal.
        value: the text as it will be stored.
        form_field: the name the form has for it, where that is another.

    Raises:
        DomainError: the text is too long.
    """
    column = model._meta.get_field(field)  # noqa: SLF001
    limit = getattr(column, "max_length", None)
    if limit is None or len(value) <= limit:
        return
    name = initial_capital(str(getattr(column, "verbose_name", field)))
    raise DomainError(
        f"{name} dài {len(value)} ký tự, quá mức {limit} ký tự: hãy viết ngắn lại.",
        field=form_field or field,
    )
