"""Nominations of a commune that the superior decides, approved by the council."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.scenarios.commune import Commune, appraised, opened, sent, village_rows, voted

from vinhdanh.decisions.services.forwarding.sending import forward_nominations
from vinhdanh.kernel import clock
from vinhdanh.organizations.models import Supervision

if TYPE_CHECKING:
    from vinhdanh.decisions.models import Forwarding
    from vinhdanh.nominations.models import Nomination

ABOVE = "bang-khen-tinh-ca-nhan"
MERIT = "đã có thành tích xuất sắc trong hai năm 2023 và 2024"


@pytest.fixture
def supervised(commune: Commune) -> Supervision:
    """Return the commune's superior, which is not in the system."""
    return Supervision.objects.get(body=commune.body)


@pytest.fixture
def approved(commune: Commune) -> list[Nomination]:
    """Return the village's farmer and village, proposed for what the superior decides."""
    rows = [replace(village_rows(commune)[0], honour=ABOVE)]
    submission = appraised(commune, sent(commune, rows=rows))
    voted(commune, opened(commune, submission))
    return list(submission.nominations.all())


@pytest.fixture
def forwarding(commune: Commune, supervised: Supervision, approved: list[Nomination]) -> Forwarding:
    """Return them on their way."""
    assert supervised.body == commune.body
    return forward_nominations(
        actor=commune.clerk,
        nominations=approved,
        merit=MERIT,
        signer_name="Ngô Văn Quyên",
        sent_on=clock.today(),
        sent_how="Thư điện tử",
    )
