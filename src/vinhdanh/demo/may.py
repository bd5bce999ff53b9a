"""The award round of May: five lists, one meeting, one decision, its certificates."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from vinhdanh.councils.enums import Choice, VoteForm
from vinhdanh.councils.services.ballots import count_item, defer_item
from vinhdanh.councils.services.meetings import call_meeting, close_meeting
from vinhdanh.decisions.services.certificates import make_certificates, order_certificates
from vinhdanh.decisions.services.drafts import draft_decision
from vinhdanh.decisions.services.issuing import issue_decision
from vinhdanh.demo.awards import appraise, item_of, open_with, propose, standing, vote
from vinhdanh.demo.ballot_box import vote_in_secret
from vinhdanh.demo.moments import moment
from vinhdanh.demo.people import COUNCIL_SEATS
from vinhdanh.demo.proofs import show_teachers_year
from vinhdanh.demo.proposals import DEFERRED, MAY_LISTS, NOT_APPROVED
from vinhdanh.demo.proposals_above import LISTS_ABOVE
from vinhdanh.records.services.documents import mark_read

if TYPE_CHECKING:
    from vinhdanh.councils.models import Meeting
    from vinhdanh.decisions.models import Decision
    from vinhdanh.demo.commune import Commune

ABSENT = "ketoan"
PRESENT = tuple(account for account, _ in COUNCIL_SEATS if account != ABSENT)
REFUSED_BY = {
    **dict.fromkeys(("chutich", "vanphong", "hoidong", "congan"), Choice.AGAINST),
    "mattran": Choice.ABSTAIN,
}
WHY_DEFERRED = "cần xác nhận của cơ quan thuế và bảo hiểm về số lao động của hộ"


def hold_may_round(commune: Commune) -> None:
    """Take the lists of May to their honours."""
    submissions = [propose(commune, wanted) for wanted in (*MAY_LISTS, *LISTS_ABOVE)]
    show_teachers_year(commune)
    with moment("2024-05-14T09:30"):
        nominations = [row for each in submissions for row in appraise(commune, each)]
        nominations.sort(key=lambda row: not row.is_decided_above)  # what goes up comes first
    with moment("2024-05-15T10:00"):
        meeting = call_meeting(
            actor=commune.actor("vanphong"),
            council=standing(commune),
            title="Xét khen thưởng thành tích 5 tháng đầu năm 2024",
            held_on=dt.date(2024, 5, 20),
            place="Phòng họp Ủy ban nhân dân xã",
            nominations=nominations,
        )
    _hold(commune, meeting)
    _decide(commune, meeting)


def _hold(commune: Commune, meeting: Meeting) -> None:
    with moment("2024-05-20T08:00"):
        meeting = open_with(commune, meeting, absent=ABSENT)
    deferred = _item_about(meeting, DEFERRED)
    for at, item in enumerate(meeting.items.select_related("nomination__recipient")):
        with moment(f"2024-05-20T08:{10 + at * 4:02d}"):
            if item.pk == deferred:
                defer_item(actor=commune.actor("chutich"), item=item, reason=WHY_DEFERRED)
                continue
            if item.form == VoteForm.SECRET:
                vote_in_secret(commune, item, PRESENT)
                continue
            refused = item.nomination.recipient.name == NOT_APPROVED
            vote(
                commune,
                item,
                PRESENT,
                other=REFUSED_BY if refused else None,
                raised_hands=("mattran",),
            )
            count_item(actor=commune.actor("chutich"), item=item)
    with moment("2024-05-20T09:15"):
        close_meeting(actor=commune.actor("chutich"), meeting=meeting)


def _decide(commune: Commune, meeting: Meeting) -> None:
    meeting.refresh_from_db()
    with moment("2024-05-21T14:10"):
        decision = draft_decision(
            actor=commune.actor("vanphong"),
            meeting=meeting,
            merit="đã có thành tích xuất sắc trong các phong trào thi đua 5 tháng đầu năm 2024",
        )
    with moment("2024-05-22T08:30"):
        decision = issue_decision(
            actor=commune.actor("chutich"), decision=decision, decided_on=dt.date(2024, 5, 22)
        )
    with moment("2024-05-22T10:00"):
        print_certificates(commune, decision)
    _read_by_proposers(commune, decision)


def print_certificates(commune: Commune, decision: Decision) -> None:
    """Order the certificates of a decision, and make them without waiting for a worker."""
    batch = order_certificates(actor=commune.actor("vanphong"), decision=decision)
    make_certificates(batch_id=batch.pk)


def _read_by_proposers(commune: Commune, decision: Decision) -> None:
    """Two of the three; the third has it waiting."""
    assert decision.document is not None
    for account in ("quansu", "nongdan"):
        with moment("2024-05-23T07:50"):
            mark_read(actor=commune.actor(account), document=decision.document)


def _item_about(meeting: Meeting, head: str) -> int:
    """A household's recipient is called after its head."""
    return item_of(meeting, f"Gia đình ông (bà) {head}").pk
