"""What goes up: the May council's approvals, one letter answered, one answered in part."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from vinhdanh.decisions.enums import CaseVerdict
from vinhdanh.decisions.models import ReceivedCase
from vinhdanh.decisions.queries.forwarding import nominations_to_forward
from vinhdanh.decisions.services.forwarding.answers import take_answer
from vinhdanh.decisions.services.forwarding.judging import judge_case, send_answer
from vinhdanh.decisions.services.forwarding.sending import Letter, forward_nominations
from vinhdanh.demo.moments import moment
from vinhdanh.demo.proposals_above import NURSERY_KEY, TEACHER, WOMEN_KEY
from vinhdanh.demo.units import DISTRICT_NAME

if TYPE_CHECKING:
    from vinhdanh.demo.commune import Commune

PROVINCE = "Ủy ban nhân dân tỉnh Hưng Yên"
WHY_RETURNED = "Thiếu báo cáo thành tích của tập thể"


def forward_may_approvals(commune: Commune) -> None:
    """Send a letter for each who decides, district and province; they lie there at once."""
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
                answer_by=dt.date(2024, 6, 28),
            ),
        )


def hear_from_the_district(commune: Commune) -> None:
    """The teacher gets her title; her school's file comes back for a supplement."""
    with moment("2024-06-14T10:40"):
        _grant(commune, TEACHER, "2316/QĐ-UBND", dt.date(2024, 6, 12), DISTRICT_NAME)
        case = _case(commune.units[NURSERY_KEY].name)
        judge_case(
            actor=commune.actor("captren"),
            case=case,
            verdict=CaseVerdict.RETURNED,
            reason=WHY_RETURNED,
        )
        send_answer(actor=commune.actor("captren"), proposal=case.proposal)
    with moment("2024-06-14T14:20"):
        assert case.proposal.forwarding is not None
        take_answer(actor=commune.actor("vanphong"), forwarding=case.proposal.forwarding)


def hear_from_the_province(commune: Commune) -> None:
    """One of the two cases is decided; the letter waits at the district for the other."""
    with moment("2024-06-21T09:10"):
        women = commune.units[WOMEN_KEY].name
        _grant(commune, women, "1342/QĐ-UBND", dt.date(2024, 6, 19), PROVINCE)


def _grant(commune: Commune, recipient: str, code: str, on: dt.date, issuer: str) -> None:
    judge_case(
        actor=commune.actor("captren"),
        case=_case(recipient),
        verdict=CaseVerdict.GRANTED,
        decision_code=code,
        decided_on=on,
        issuer=issuer,
    )


def _case(recipient: str) -> ReceivedCase:
    return ReceivedCase.objects.select_related("proposal__forwarding").get(recipient=recipient)
