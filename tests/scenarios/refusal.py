"""A refusal as it must be: the sentence to the letter, its field, and not one row changed."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from django.apps import apps

from vinhdanh.kernel.errors import DomainError

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def refused(
    sentence: str, *, field: str = "", error: type[DomainError] = DomainError
) -> Iterator[None]:
    """Expect the block to be refused with this sentence and to leave every table as it was."""
    before = content()
    with pytest.raises(error) as caught:
        yield
    assert caught.value.message == sentence
    assert caught.value.field == field
    assert content() == before


def content() -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of every table of the project."""
    return {
        model._meta.label: list(model._default_manager.order_by("pk").values_list())
        for model in apps.get_models()
        if model.__module__.startswith("vinhdanh.")
    }
