"""Columns that a model derives from another one whenever a row is saved, one or many."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models

from vinhdanh.organizations.names import name_order

if TYPE_CHECKING:
    from django.db.models import Model

ORDER_LENGTH = 160


class NameOrderField(models.CharField[str, str]):
    """By which a list of people is sorted in the database: given name first."""

    def __init__(self, *, of: str, **kwargs: Any) -> None:
        self.of = of
        super().__init__(**({"max_length": ORDER_LENGTH, "editable": False} | kwargs))

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Name the column it follows in migrations too."""
        name, path, args, kwargs = super().deconstruct()
        return name, path, list(args), {**kwargs, "of": self.of}

    def pre_save(self, model_instance: Model, add: bool) -> str:  # noqa: ARG002, FBT001
        """Derive the value; called for rows saved in bulk as well."""
        value = name_order(getattr(model_instance, self.of))[:ORDER_LENGTH]
        setattr(model_instance, self.attname, value)
        return value
