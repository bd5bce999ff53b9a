"""What every test may ask for: a set day, the commune of the scenarios, a browser."""

from __future__ import annotations

import os
import shutil
from contextlib import nullcontext
from importlib import import_module
from typing import TYPE_CHECKING

import pytest
from django.apps import apps
from django.db import connection
from hypothesis import settings as hypothesis_settings
from tests.scenarios.commune import TODAY, Commune, build_commune
from tests.scenarios.kept import watch

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser
    from pytest_django import DjangoDbBlocker, Settings


# A busy machine is no failure: benchmarks measure time, tests do not.
hypothesis_settings.register_profile("untimed", deadline=None)
hypothesis_settings.load_profile("untimed")

CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
OPENS_DATABASE = {"db", "transactional_db", "live_server"}
NOT_KEPT = {"transactional_db", "live_server", "monkeypatch", "low_keys"}
"""With these a stage is walked to: its rows are committed, or what it does or gets is changed."""
APPEND_ONLY = import_module("vinhdanh.kernel.migrations.0002_audit_is_append_only")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out, on PostgreSQL, what asks for no database: it ran on SQLite and says the same."""
    if connection.vendor == "sqlite":
        return
    asking = [each for each in items if asks_for_database(each)]
    config.hook.pytest_deselected(items=[each for each in items if not asks_for_database(each)])
    items[:] = asking


def asks_for_database(item: pytest.Item) -> bool:
    """Tell whether a test may touch the database; pytest-django keeps every other from it."""
    by_fixture = OPENS_DATABASE & {*getattr(item, "fixturenames", ())}
    return bool(by_fixture) or any(map(item.get_closest_marker, ("django_db", "own_processes")))


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
def low_keys(db: None) -> None:
    """Let keys begin at 1, for who tries each; PostgreSQL gives none twice in all tests.

    Ask for it before the commune. The end of the test takes it back like a row.
    """
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        for model in apps.get_models():
            if model.__module__.startswith("vinhdanh."):
                for each in connection.introspection.get_sequences(cursor, model._meta.db_table):
                    cursor.execute(f'ALTER SEQUENCE "{each["name"]}" RESTART')


@pytest.fixture
def commune(
    db: None, set_today: Callable[[dt.date], None], request: pytest.FixtureRequest
) -> Iterator[Commune]:
    """The commune on 24 June 2024, a Monday, with nothing done yet."""
    set_today(TODAY)
    must_walk = NOT_KEPT & {*request.fixturenames}
    with nullcontext() if must_walk else watch():
        yield build_commune()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, started once; without one the test is skipped, in CI it fails.

    Playwright runs an event loop in the test's thread, beside which the ORM is still not async.
    """
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - few tests need it

    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        missing = "No Chromium here: apt-get install chromium"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM_FLAGS))
        yield chromium
        chromium.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]
