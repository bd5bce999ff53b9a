"""Constraints and indexes are written where their table is created."""

from __future__ import annotations

from django.apps import apps
from django.db import models
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import AddConstraint, AddField, AddIndex, CreateModel

from vinhdanh.kernel.management.autodetector import folded

ONCE = models.UniqueConstraint(fields=["name"], name="once")
QUICK = models.Index(fields=["name"], name="quick")


def table(name: str) -> CreateModel:
    return CreateModel(name, [("name", models.CharField(max_length=9))])


def test_they_go_into_their_table_though_others_stand_between() -> None:
    first, second = folded(
        [table("Unit"), table("Person"), AddConstraint("unit", ONCE), AddIndex("unit", QUICK)],
        "organizations",
    )
    assert isinstance(first, CreateModel)
    assert first.options == {"constraints": [ONCE], "indexes": [QUICK]}
    assert isinstance(second, CreateModel)
    assert second.options == {}


def test_a_table_that_grows_keeps_them_apart() -> None:
    operations = [
        table("Unit"),
        AddField("unit", "code", models.CharField(max_length=9)),
        AddConstraint("unit", models.UniqueConstraint(fields=["code"], name="once")),
    ]
    assert folded(operations, "organizations") == operations


def test_one_for_a_table_of_an_earlier_migration_stays() -> None:
    operations = [AddConstraint("unit", ONCE)]
    assert folded(operations, "organizations") == operations


def test_our_migrations_are_written_so() -> None:
    ours = {each.label for each in apps.get_app_configs() if each.name.startswith("vinhdanh.")}
    for (label, name), migration in MigrationLoader(None).disk_migrations.items():
        if label in ours:
            assert folded(migration.operations, label) == migration.operations, (
                f"{label}/{name}: write it anew with `vinhdanh manage makemigrations`"
            )
