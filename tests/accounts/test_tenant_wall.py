"""Nothing of a commune is seen from another: every door, with every role held outside."""

from __future__ import annotations

import uuid
from importlib import import_module
from inspect import getmembers, isfunction
from pkgutil import walk_packages
from typing import TYPE_CHECKING, Any

import pytest
from tests.factories.accounts import actor_with
from tests.factories.planning import make_document, make_plan, make_task
from tests.scenarios.commune import called, decided, drafted, registered, sent, voted

import vinhdanh
from vinhdanh.accounts.enums import Role
from vinhdanh.councils.queries.meetings import councils_for, items_awaiting, meetings_for
from vinhdanh.councils.services.meetings import open_meeting
from vinhdanh.decisions.enums import FundKind, FundPurpose, FundSource
from vinhdanh.decisions.models import (
    Decision,
    Forwarding,
    Honour,
    ReceivedProposal,
    Reissue,
    Revocation,
    RevocationLine,
)
from vinhdanh.decisions.queries.decisions import decisions_for, meetings_to_decide
from vinhdanh.decisions.queries.forwarding import forwardings_for, received_for
from vinhdanh.decisions.queries.fund import fund_entries_for, funds_for
from vinhdanh.decisions.queries.honours import honours_for, reissues_for
from vinhdanh.decisions.queries.layouts import choices_for, layouts_for, shipped
from vinhdanh.decisions.queries.payments import payable, payment_lists_for, payments_for
from vinhdanh.decisions.queries.revocations import revocation_lines_for
from vinhdanh.decisions.queries.timelines import recipients_for
from vinhdanh.decisions.services import issuing
from vinhdanh.decisions.services.fund import Line, enter_line
from vinhdanh.decisions.services.layouts import copy_layout
from vinhdanh.decisions.services.payment_lists import make_list
from vinhdanh.emulation.enums import MovementKind
from vinhdanh.emulation.queries.registrations import movements_for, registrations_for
from vinhdanh.emulation.services.movements import launch_movement
from vinhdanh.intake.lists import PEOPLE, write_list
from vinhdanh.kernel import clock
from vinhdanh.nominations.models import Nomination, Posting
from vinhdanh.nominations.queries.nominations import nominations_for, submissions_for
from vinhdanh.nominations.queries.postings import postings_for
from vinhdanh.organizations.enums import ImportKind
from vinhdanh.organizations.models import Initiative, YearRecord
from vinhdanh.organizations.queries.imports import imports_for
from vinhdanh.organizations.queries.initiatives import initiatives_for
from vinhdanh.organizations.queries.people import households_for, people_for
from vinhdanh.organizations.queries.years import year_records_for
from vinhdanh.organizations.services.imports import upload_list
from vinhdanh.organizations.services.recipients import recipient_for_unit
from vinhdanh.planning.enums import FulfilmentKind
from vinhdanh.planning.queries.plans import plans_for, tasks_for
from vinhdanh.records.enums import DocumentKind
from vinhdanh.records.queries.documents import (
    documents_for,
    drafts_for,
    kept_numbers_for,
    unread_by,
)
from vinhdanh.records.queries.incoming import incoming_for
from vinhdanh.records.services.documents import issue_document
from vinhdanh.records.services.drafts import DraftText, write_draft
from vinhdanh.records.services.incoming import Arrival, register_arrival
from vinhdanh.records.services.kept_numbers import reserve_numbers
from vinhdanh.reports.enums import ReportKind
from vinhdanh.reports.queries.reports import reports_for
from vinhdanh.reports.services.reports import open_report

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    from django.db.models import QuerySet
    from tests.scenarios.commune import Commune

    from vinhdanh.accounts.actor import Actor

    Door = Callable[[Actor], QuerySet[Any]]

DOORS: dict[str, Door] = {
    door.__name__: door
    for door in (
        councils_for,
        decisions_for,
        documents_for,
        drafts_for,
        forwardings_for,
        fund_entries_for,
        funds_for,
        honours_for,
        households_for,
        imports_for,
        incoming_for,
        initiatives_for,
        year_records_for,
        kept_numbers_for,
        layouts_for,
        meetings_for,
        movements_for,
        nominations_for,
        payment_lists_for,
        payments_for,
        people_for,
        plans_for,
        postings_for,
        received_for,
        recipients_for,
        registrations_for,
        reissues_for,
        reports_for,
        revocation_lines_for,
        submissions_for,
        tasks_for,
    )
}
ALSO: dict[str, Door] = {
    door.__name__: door for door in (items_awaiting, meetings_to_decide, unread_by)
}


@pytest.fixture
def busy(commune: Commune, monkeypatch: pytest.MonkeyPatch) -> Commune:
    """One thing at least behind every door."""
    monkeypatch.setattr(issuing, "decision_files", lambda _: [])
    registered(commune)
    launch_movement(
        actor=commune.clerk,
        kind=MovementKind.REGULAR,
        title="Chung sức",
        launched_on=commune.council.established_on,
    )
    make_task(make_plan(commune.body), FulfilmentKind.PLAN_ISSUED)
    open_report(actor=commune.clerk, kind=ReportKind.SIX_MONTH, year=2024)
    issue_document(
        actor=commune.clerk,
        kind=DocumentKind.LETTER,
        symbol="CV-UBND",
        abstract="Đẩy mạnh thi đua",
        issued_on=commune.council.established_on,
        addressees=commune.units,
    )
    _paperwork(commune)
    decided(commune)
    _money(commune)
    _aftermath(commune)
    return commune


def _aftermath(commune: Commune) -> None:
    """What may follow an honour, what goes up and comes from below; each as its bare row."""
    day = commune.council.established_on
    honour = Honour.objects.earliest("pk")
    Reissue.objects.create(honour=honour, kind="replacement", reason="Mất", requested_on=day)
    taking = Decision.objects.create(
        body=commune.body,
        kind="revocation",
        merit="Gian dối",
        state="issued",
        decided_on=day,
        document=make_document(commune.body, 77, DocumentKind.DECISION, symbol="QĐ-UBND"),
    )
    revocation = Revocation.objects.create(
        decision=taking, award=honour.decision, ground="gian-doi", money_to="Kho bạc"
    )
    RevocationLine.objects.create(revocation=revocation, honour=honour, order=1)
    Forwarding.objects.create(
        body=commune.body,
        superior_name="Huyện",
        letter=make_document(commune.body, 78, DocumentKind.SUBMISSION, symbol="TTr-UBND"),
        bundle_id=uuid.uuid4(),
        size=1,
        sent_on=day,
    )
    ReceivedProposal.objects.create(
        body=commune.body, bundle_id=uuid.uuid4(), letter_on=day, received_on=day
    )
    posting = Posting.objects.create(
        body=commune.body,
        posted_on=day,
        closes_on=day,
        created_by=commune.clerk.user,
        created_at=clock.now(),
    )
    posting.nominations.add(*Nomination.objects.all()[:1])


def _money(commune: Commune) -> None:
    """A line of the fund, and a list of prizes."""
    line = Line(
        kind=FundKind.PLANNED,
        purpose=FundPurpose.SUPPLY,
        source=FundSource.BUDGET,
        amount=1_000_000,
        entered_on=commune.council.established_on,
        content="Dự toán",
    )
    enter_line(actor=commune.accountant, line=line)
    due = payable(payments_for(commune.accountant))
    make_list(actor=commune.accountant, payments=due)


def _paperwork(commune: Commune) -> None:
    """Papers in the making, papers that came in, numbers set apart, a layout of one's own."""
    upload_list(
        importer=commune.clerk,
        kind=ImportKind.PEOPLE,
        source_name="ds.xlsx",
        source=write_list(PEOPLE, [{"name": "Lê Văn Mới", "unit": commune.village.name}]),
    )
    write_draft(
        actor=commune.clerk,
        text=DraftText(
            kind=DocumentKind.LETTER,
            symbol="CV-UBND",
            abstract="Tham gia hội thi",
            signer_name=commune.chair.name,
        ),
    )
    register_arrival(
        actor=commune.clerk,
        arrival=Arrival(
            arrived_on=commune.council.established_on,
            author="Phòng Nội vụ huyện",
            code="123/PNV-TĐKT",
            issued_on=None,
            kind_name="Công văn",
            abstract="Báo cáo sơ kết",
        ),
    )
    reserve_numbers(actor=commune.clerk, symbol="QĐ-UBND", year=2024, count=1, note="Khen đột xuất")
    copy_layout(actor=commune.clerk, key="a4_blank", name="Phôi")
    Initiative.objects.create(
        body=commune.body,
        title="Máy tuốt lúa",
        recognised_by="12/QĐ-UBND",
        recognised_on=commune.council.established_on,
    )
    YearRecord.objects.create(recipient=recipient_for_unit(commune.village), year=2023)


def query_modules() -> list[ModuleType]:
    return [
        import_module(module.name)
        for module in walk_packages(vinhdanh.__path__, "vinhdanh.")
        if ".queries." in module.name
    ]


def test_every_door_of_the_project_is_listed_here() -> None:
    found = {
        name
        for module in query_modules()
        for name, function in getmembers(module, isfunction)
        if name.endswith("_for")
        and function.__module__ == module.__name__
        and function.__annotations__["return"].startswith("QuerySet")
    }
    assert found == set(DOORS)


def test_a_door_shows_the_office_its_own_and_the_outsider_nothing(busy: Commune) -> None:
    assert [name for name, door in DOORS.items() if not door(busy.clerk).exists()] == []
    shared = {
        name: set(door(busy.clerk)) & set(door(busy.outsider)) for name, door in DOORS.items()
    }
    assert shared == {name: set() for name in DOORS}
    own = {name for name, door in DOORS.items() if door(busy.outsider).exists()}
    assert own == {"people_for"}, "the outsider's commune has its people and nothing else"


def test_what_one_prints_with_is_one_s_own_or_the_program_s(busy: Commune) -> None:
    assert len(choices_for(busy.clerk)) == len(shipped()) + 1
    assert choices_for(busy.outsider) == shipped()


def test_what_waits_here_waits_for_nobody_elsewhere(busy: Commune) -> None:
    assert [name for name, door in ALSO.items() if door(busy.outsider).exists()] == []


def test_what_waits_here_waits_for_somebody(commune: Commune) -> None:
    issue_document(
        actor=commune.clerk,
        kind=DocumentKind.LETTER,
        symbol="CV-UBND",
        abstract="Đẩy mạnh thi đua",
        issued_on=commune.council.established_on,
        addressees=commune.units,
    )
    assert unread_by(commune.village_head).exists()
    meeting = open_meeting(actor=commune.chair, meeting=called(commune))
    assert items_awaiting(commune.women_head).exists()
    meeting = voted(commune, meeting)
    assert meetings_to_decide(commune.clerk).exists()
    drafted(commune, meeting)
    assert not meetings_to_decide(commune.clerk).exists()


def test_inside_a_commune_lists_are_seen_by_those_they_concern(commune: Commune) -> None:
    unsent = sent(commune)
    type(unsent).objects.update(sent_on=None)
    everybody = {
        "head": commune.village_head,
        "other head": commune.other_head,
        "clerk": commune.clerk,
        "chair": commune.chair,
        "member": commune.members[1],
        "accountant": commune.accountant,
        "superior": actor_with(commune.superior, Role.SUPERIOR),
    }

    def who_sees() -> set[str]:
        return {who for who, actor in everybody.items() if submissions_for(actor).exists()}

    assert who_sees() == {"head"}
    type(unsent).objects.update(sent_on=commune.council.established_on)
    assert who_sees() == {"head", "clerk", "chair", "member"}
    assert not nominations_for(commune.other_head).exists()
