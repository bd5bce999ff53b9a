"""Two people who do the same thing at the same moment, all along the way of a nomination."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import partial
from threading import Event
from time import sleep
from typing import TYPE_CHECKING, Any

from django.db import transaction
from tests.factories.accounts import make_actor
from tests.factories.organizations import make_person
from tests.parallel.together import together
from tests.scenarios.aftermath import awarded, revoking
from tests.scenarios.commune import TODAY, build_commune, called, drafted, sent, village_rows

from vinhdanh.accounts.enums import Role
from vinhdanh.councils.enums import VoteForm
from vinhdanh.councils.models import MinutesFile, PaperTally
from vinhdanh.councils.services.ballots import count_item
from vinhdanh.councils.services.forms import choose_form
from vinhdanh.councils.services.meetings import close_meeting, open_meeting
from vinhdanh.councils.services.tallies import Papers, enter_tally, name_tellers
from vinhdanh.decisions.enums import FundKind, FundPurpose, FundSource, PaymentState
from vinhdanh.decisions.models import FundEntry, Honour, PrizePayment
from vinhdanh.decisions.services.fund import Line, enter_line
from vinhdanh.decisions.services.issuing import issue_decision
from vinhdanh.decisions.services.payment_lists import make_list
from vinhdanh.decisions.services.payments import Receipt, pay
from vinhdanh.decisions.services.payments_opening import open_payments
from vinhdanh.decisions.services.revocations import issue_revocation
from vinhdanh.nominations.enums import NominationState
from vinhdanh.nominations.models import NominationStep
from vinhdanh.nominations.services.transitions import take_step
from vinhdanh.records.models import OfficialDocument

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.councils.models import Meeting
    from vinhdanh.nominations.models import Nomination

FIGURES = (
    Papers(issued=7, returned=7, invalid=0, votes_for=7, votes_against=0, votes_abstain=0),
    Papers(issued=7, returned=7, invalid=0, votes_for=6, votes_against=1, votes_abstain=0),
)


@dataclass(frozen=True, slots=True)
class Race:
    """What came of an act that two did at once."""

    refused: list[str]
    kept: int
    """How often the act is in the records."""


def two_at_once() -> dict[str, dict[str, Any]]:
    """Let two do each act at once; return what came of it, by the act."""
    commune = build_commune()
    nomination = sent(commune, rows=village_rows(commune)[:1]).nominations.get()
    races = {"step": _step(commune, nomination)}
    if nomination.state != NominationState.APPRAISED:
        take_step(actor=commune.clerk, nomination=nomination, name="appraise", reason="đã xem")
    meeting = _in_session(commune, nomination)
    races |= {"tally": _tally(commune, meeting), "close": _close(commune, meeting)}
    races |= {"issue": _issue(commune, meeting), "pay": _pay(commune)}
    races |= {"revoke": _revoke(commune)}
    return {act: asdict(race) for act, race in races.items()}


def _step(commune: Commune, nomination: Nomination) -> Race:
    """One clerk receives a nomination, another appraises it; both see its first version."""
    other = _another(commune, "Lương Thị Thu", Role.CLERK)
    told = together(
        partial(take_step, actor=actor, nomination=nomination, name=name, reason="đã xem",
                expected_version=nomination.version)
        for actor, name in ((commune.clerk, "receive"), (other, "appraise"))
    )  # fmt: skip
    nomination.refresh_from_db()
    return Race(told, NominationStep.objects.exclude(name="send").count())


def _tally(commune: Commune, meeting: Meeting) -> Race:
    item = meeting.items.get()
    tellers = zip((commune.women_head, commune.culture_head), FIGURES, strict=True)
    told = together(
        partial(enter_tally, actor=actor, item=item, papers=papers) for actor, papers in tellers
    )
    count_item(actor=commune.chair, item=item)
    return Race(told, PaperTally.objects.count())


def _close(commune: Commune, meeting: Meeting) -> Race:
    told = together([partial(close_meeting, actor=commune.chair, meeting=meeting)] * 2)
    meeting.refresh_from_db()
    return Race(told, MinutesFile.objects.filter(format="pdf").count())


def _issue(commune: Commune, meeting: Meeting) -> Race:
    signing = partial(
        issue_decision, actor=commune.chair, decision=drafted(commune, meeting), decided_on=TODAY
    )
    told = together([signing] * 2)
    assert Honour.objects.count() == OfficialDocument.objects.filter(symbol="QĐ-UBND").count()
    return Race(told, Honour.objects.count())


def _pay(commune: Commune) -> Race:
    budget = Line(
        kind=FundKind.PLANNED,
        purpose=FundPurpose.SUPPLY,
        source=FundSource.BUDGET,
        amount=5_000_000,
        entered_on=TODAY,
        content="Dự toán giao đầu năm",
    )
    enter_line(actor=commune.accountant, line=budget)
    make_list(actor=commune.accountant, payments=PrizePayment.objects.all())
    receipts = [Receipt(payment=each) for each in PrizePayment.objects.all()]
    told = together(
        partial(pay, actor=actor, receipts=receipts, paid_on=TODAY, source=FundSource.BUDGET)
        for actor in (commune.accountant, _another(commune, "Chu Thị Mai", Role.ACCOUNTANT))
    )
    return Race(told, FundEntry.objects.filter(kind=FundKind.EXPENSE).count())


def _revoke(commune: Commune) -> Race:
    """The accountant pays a prize while the chair, a moment earlier, takes its honour back."""
    award = awarded(commune, "Lê Văn An")
    with transaction.atomic():
        (row,) = open_payments(decision=award)
    make_list(actor=commune.accountant, payments=[row])
    draft = revoking(commune, award)
    is_signed = Event()

    def sign() -> None:
        with transaction.atomic():
            issue_revocation(actor=commune.chair, decision=draft, decided_on=TODAY)
            is_signed.set()
            sleep(0.3)  # the payer comes to the lock meanwhile

    def hand_over() -> None:
        is_signed.wait(timeout=60)
        pay(
            actor=commune.accountant,
            receipts=[Receipt(payment=row)],
            paid_on=TODAY,
            source=FundSource.BUDGET,
        )

    told = together([sign, hand_over])
    return Race(told, PrizePayment.objects.filter(pk=row.pk, state=PaymentState.DUE).count())


def _in_session(commune: Commune, nomination: Nomination) -> Meeting:
    """Open a meeting that votes on paper, with two tellers."""
    meeting = called(commune, nomination.submission)
    head, other = commune.seat(commune.women_head), commune.seat(commune.culture_head)
    items = list(meeting.items.all())
    choose_form(actor=commune.clerk, meeting=meeting, items=items, form=VoteForm.PAPER)
    name_tellers(actor=commune.clerk, meeting=meeting, head=head, others=[other])
    return open_meeting(actor=commune.chair, meeting=meeting)


def _another(commune: Commune, name: str, role: Role) -> Actor:
    return make_actor(role.value, make_person(commune.body, name), (commune.body, role))
