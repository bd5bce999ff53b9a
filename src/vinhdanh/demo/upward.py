"""What goes up: the May council's approvals, the district's answer, the province still silent."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from vinhdanh.decisions.enums import CaseVerdict
from vinhdanh.decisions.models import ForwardedCase
from vinhdanh.decisions.queries.forwarding import nominations_to_forward
from vinhdanh.decisions.services.forwarding.answers import record_answer
from vinhdanh.decisions.services.forwarding.sending import Letter, forward_nominations
from vinhdanh.demo.moments import moment
from vinhdanh.demo.proposals_above import NURSERY_KEY, TEACHER
from vinhdanh.demo.units import DISTRICT_NAME

if TYPE_CHECKING:
    from vinhdanh.demo.commune import Commune

WHY_RETURNED = "Thiếu báo cáo thành tích của tập thể"


def forward_may_approvals(commune: Commune) -> None:
    """Send the letters to the district and the province; both ask for an answer by a day."""
    clerk = commune.actor("vanphong")
    with moment("2024-05-23T15:00"):
        forward_nominations(
            actor=clerk,
            nominations=list(nominations_to_forward(clerk).order_by("pk")),
            letter=Letter(
                merit="đã có thành tích xuất sắc trong phong trào thi đua, được Hội đồng Thi đua -"
                " Khen thưởng xã thông qua",
                signer_name=commune.actor("chutich").name,
                sent_on=dt.date(2024, 5, 23),
                sent_how="nộp trực tiếp tại Phòng Nội vụ huyện",
                answer_by=dt.date(2024, 6, 28),
            ),
        )


def hear_from_the_district(commune: Commune) -> None:
    """The teacher gets her title; her school's file comes back for a supplement."""
    with moment("2024-06-14T14:20"):
        _answer(commune, TEACHER, CaseVerdict.GRANTED)
        _answer(commune, commune.units[NURSERY_KEY].name, CaseVerdict.RETURNED)


def _answer(commune: Commune, recipient: str, verdict: CaseVerdict) -> None:
    case = ForwardedCase.objects.get(nomination__recipient__name=recipient)
    if verdict == CaseVerdict.RETURNED:
        record_answer(
            actor=commune.actor("vanphong"), case=case, verdict=verdict, reason=WHY_RETURNED
        )
        return
    record_answer(
        actor=commune.actor("vanphong"),
        case=case,
        verdict=verdict,
        decision_code="2316/QĐ-UBND",
        decided_on=dt.date(2024, 6, 12),
        issuer=DISTRICT_NAME,
    )
