"""What every test of the domain may ask for: a set day, and the commune of the scenarios."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.scenarios.commune import TODAY, Commune, build_commune

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from pytest_django import Settings


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
