"""What every test of the domain may ask for: a set day, and the commune of the scenarios."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from tests.scenarios.commune import TODAY, Commune, build_commune

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from pytest_django import DjangoDbBlocker, Settings


APPEND_ONLY = import_module("vinhdanh.kernel.migrations.0002_audit_is_append_only")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """Let tests that commit empty the log behind them, which the database else refuses.

    `tests/kernel/test_audit.py` puts these triggers back and proves that they refuse.
    """
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        for statement in APPEND_ONLY.ALLOW_REMOVAL[connection.vendor]:
            cursor.execute(statement)


@pytest.fixture
def set_today(settings: Settings) -> Callable[[dt.date], None]:
    """Return a function that sets the day the project believes it is."""

    def to(day: dt.date) -> None:
        settings.TODAY = day.isoformat()

    return to


@pytest.fixture
def commune(db: None, set_today: Callable[[dt.date], None]) -> Commune:
    """The commune on 24 June 2024, a Monday, with nothing done yet."""
    set_today(TODAY)
    return build_commune()
