from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.scenarios.forwarding import approved_above, forwarded

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune

    from vinhdanh.decisions.models import Forwarding
    from vinhdanh.nominations.models import Nomination


@pytest.fixture
def approved(commune: Commune) -> list[Nomination]:
    """Return what the superior decides, approved by the council."""
    return approved_above(commune)


@pytest.fixture
def forwarding(commune: Commune, approved: list[Nomination]) -> Forwarding:
    """Return it on its way."""
    return forwarded(commune, approved)
