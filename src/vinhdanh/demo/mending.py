"""A word of the May decision that was written wrongly, corrected by a decision of its own."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from vinhdanh.decisions.enums import CorrectedField
from vinhdanh.decisions.models import Honour
from vinhdanh.decisions.services.corrections import draft_correction, issue_correction
from vinhdanh.demo.may import print_certificates
from vinhdanh.demo.moments import moment

if TYPE_CHECKING:
    from vinhdanh.demo.commune import Commune

WRONGLY_WRITTEN = "Bùi Văn Thắng"
RIGHT = "Trung đội trưởng dân quân xã"


def correct_may_decision(commune: Commune) -> None:
    """The clerk drafts it, the chair signs it the day after, and all certificates are made anew."""
    honour = Honour.objects.get(body=commune.body, recipient_name=WRONGLY_WRITTEN)
    with moment("2024-05-30T09:00"):
        decision = draft_correction(
            actor=commune.actor("vanphong"),
            honour=honour,
            words={CorrectedField.DETAIL: RIGHT},
            reason="sai sót khi lập danh sách",
        )
    with moment("2024-05-31T08:20"):
        issue_correction(
            actor=commune.actor("chutich"), decision=decision, decided_on=dt.date(2024, 5, 31)
        )
    with moment("2024-05-31T09:10"):
        print_certificates(commune, honour.decision)
