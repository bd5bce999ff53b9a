"""Migrations that write constraints and indexes where their table is created."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.operations import AddConstraint, AddField, AddIndex, CreateModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.migrations import Migration
    from django.db.migrations.operations.base import Operation


class FoldingAutodetector(MigrationAutodetector):
    """Folds what Django's optimizer leaves apart as soon as another table points to the first.

    Each operation left apart makes Django build all models anew, and SQLite copy the table: the
    first start of a new installation took half a minute of processor time for it.
    """

    migrations: dict[str, list[Migration]]

    def _optimize_migrations(self) -> None:
        super()._optimize_migrations()  # type: ignore[misc]  # unknown to the stubs
        for app_label, migrations in self.migrations.items():
            for migration in migrations:
                migration.operations = folded(  # type: ignore[misc]  # the stubs know the class only
                    migration.operations, app_label
                )


def folded(operations: Sequence[Operation], app_label: str) -> list[Operation]:
    """Return the operations with constraints and indexes in the tables they belong to.

    A table that gets columns later keeps its own apart: they may name those columns.
    """
    growing = {each.model_name_lower for each in operations if isinstance(each, AddField)}
    kept: list[Operation] = []
    created: dict[str, int] = {}
    for operation in operations:
        if isinstance(operation, AddConstraint | AddIndex):
            place = created.get(operation.model_name_lower)
            if place is not None:
                reduced = kept[place].reduce(operation, app_label)
                assert isinstance(reduced, list), "a table takes its own constraints"
                [kept[place]] = reduced
                continue
        if isinstance(operation, CreateModel) and operation.name_lower not in growing:
            created[operation.name_lower] = len(kept)
        kept.append(operation)
    return kept
