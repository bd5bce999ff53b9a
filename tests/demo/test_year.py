"""The demonstration as a whole: loaded once here, from the real plan by the real reader."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from django.conf import settings as project_settings
from django.contrib.auth import authenticate
from django.db import transaction
from django.test import override_settings

from vinhdanh.accounts.enums import Role
from vinhdanh.accounts.models import User
from vinhdanh.accounts.queries.actors import actor_of
from vinhdanh.councils.models import AgendaItem
from vinhdanh.councils.queries.meetings import items_awaiting
from vinhdanh.decisions.enums import HonourSource
from vinhdanh.decisions.models import (
    CertificateBatch,
    Correction,
    ForwardedCase,
    Honour,
    PrizePayment,
)
from vinhdanh.decisions.queries.forwarding import received_for
from vinhdanh.decisions.queries.fund import fund_figures
from vinhdanh.decisions.queries.honours import honours_for
from vinhdanh.demo.accounts import DEMO_ACCOUNTS, OTHER_ACCOUNTS, PASSWORD
from vinhdanh.demo.moments import TODAY, moment
from vinhdanh.demo.year import load_demo
from vinhdanh.emulation.enums import RegistrationState
from vinhdanh.emulation.queries.registrations import registrations_for
from vinhdanh.kernel import clock
from vinhdanh.kernel.models import AuditChain, AuditEvent
from vinhdanh.kernel.queries.audit import first_broken
from vinhdanh.nominations.enums import NominationState
from vinhdanh.nominations.models import Nomination
from vinhdanh.nominations.queries.nominations import nominations_for
from vinhdanh.organizations.enums import ImportState, RowStatus
from vinhdanh.organizations.models import Household, ListImport, Person
from vinhdanh.planning.models import Plan
from vinhdanh.planning.queries.plans import plans_for, statuses, tasks_for
from vinhdanh.records.models import OfficialDocument, Receipt
from vinhdanh.records.queries.documents import unread_by
from vinhdanh.reports.queries.reports import reports_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_django import DjangoDbBlocker

    from vinhdanh.accounts.actor import Actor

Content = list[tuple[object, ...]]
ACCOUNTS = [each.username for each in DEMO_ACCOUNTS] + list(OTHER_ACCOUNTS)


@pytest.fixture(scope="module")
def loaded_before(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Content]:
    """Load the year twice, undoing the first time; give what the first one held."""
    with django_db_blocker.unblock(), override_settings(TODAY=TODAY), transaction.atomic():
        with transaction.atomic():
            load_demo()
            first = content()
            transaction.set_rollback(True)
        load_demo()
        yield first
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _year(loaded_before: Content) -> None:
    """Every test here reads the loaded year."""


def content() -> Content:
    """Everything that was done and stands, without the keys of the database."""
    return [
        *AuditEvent.objects.order_by("chain", "sequence")
        .values_list("at", "actor", "action", "sentence"),
        *OfficialDocument.objects.order_by("issued_on", "symbol").values_list(
            "number", "symbol", "issued_on", "abstract"
        ),
        *Receipt.objects.order_by("document__issued_on", "document__symbol", "unit__order")
        .values_list("unit__name", "read_at", "read_by__username"),
        *Honour.objects.order_by("order").values_list(
            "recipient_name", "recipient_detail", "achievement", "prize_amount", "book_number"
        ),
        *Person.objects.order_by("full_name").values_list("full_name", "birth_date", "sex"),
        *Household.objects.order_by("head_name").values_list("head_name", "address"),
    ]  # fmt: skip


def actor(account: str) -> Actor:
    found = actor_of(User.objects.get(username=account))
    assert found is not None
    return found


def test_two_loads_hold_the_same(loaded_before: Content) -> None:
    assert content() == loaded_before


def test_a_second_load_changes_nothing(loaded_before: Content) -> None:
    assert load_demo() is False
    assert content() == loaded_before


def test_the_plan_is_read_from_its_real_text() -> None:
    plan = Plan.objects.get()

    assert (plan.number, plan.issued_on, plan.tasks.count()) == (
        "11/KH-UBND",
        dt.date(2024, 1, 10),
        11,
    )
    assert plan.tasks.get(no="11").content == (
        "Xây dựng Báo cáo tổng kết công tác thi đua, khen thưởng năm 2024; phướng nhiệm vụ năm 2025"
    )
    assert {"DUPLICATE_TASK", "LEVEL_MISMATCH", "UNCOVERED_CLAUSE", "TYPO"} <= set(
        plan.findings.values_list("code", flat=True)
    )


def test_the_year_is_at_every_stage() -> None:
    found = {
        each.task.no: (each.is_done, each.is_overdue)
        for each in statuses(Plan.objects.get().tasks.all(), as_of=clock.today())
    }

    done, overdue, ahead = (True, False), (False, True), (False, False)
    assert found == {
        "1": done, "2": done, "3": overdue, "4": overdue, "5": overdue, "6": overdue,
        "7": ahead, "8": ahead, "9": ahead, "10": ahead, "11": ahead,
    }  # fmt: skip


def test_nominations_stand_at_every_step() -> None:
    states = set(Nomination.objects.values_list("state", flat=True))

    assert states == set(NominationState) - {
        NominationState.WITHDRAWN,
        NominationState.RECEIVED,
        NominationState.IN_APPRAISAL,
        NominationState.DEFERRED,
        NominationState.APPROVED,
        NominationState.REFUSED_ABOVE,
    }


def test_honours_of_all_kinds_have_their_certificates() -> None:
    own = Honour.objects.filter(source=HonourSource.NOMINATED)
    kinds = list(own.values_list("recipient_kind", flat=True))
    batch = CertificateBatch.objects.get()

    assert sorted(kinds) == ["collective", "household", *["individual"] * 5]
    assert (batch.state, batch.count) == ("done", 7)


def test_a_person_has_a_road_of_several_years() -> None:
    found = Honour.objects.filter(recipient_name="Trần Thị Hợi").order_by("decided_on")

    assert list(found.values_list("year", "source")) == [
        (2021, HonourSource.OLD),
        (2022, HonourSource.OLD),
        (2023, HonourSource.OLD),
        (2024, HonourSource.NOMINATED),
    ]


def test_a_title_was_voted_on_in_secret_and_given_above() -> None:
    item = AgendaItem.objects.get(nomination__honour="chien-si-thi-dua-co-so")

    assert (item.form, item.outcome, item.votes_for) == ("secret", "approved", 8)
    assert item.box is not None
    assert item.box.state == "counted"
    assert not item.box.urns.exists()
    assert Honour.objects.get(source=HonourSource.ABOVE).honour == "chien-si-thi-dua-co-so"


def test_the_superior_answered_one_letter_and_half_of_another() -> None:
    found = ForwardedCase.objects.order_by("verdict").values_list(
        "verdict", "forwarding__answer_by"
    )

    by = dt.date(2024, 6, 28)
    assert list(found) == [("", by), ("", by), ("granted", by), ("returned", by)]
    waiting = received_for(actor("captren")).get(answered_on=None)
    assert sorted(waiting.cases.values_list("verdict", flat=True)) == ["", "granted"]


def test_prizes_are_partly_paid_from_a_fund_that_suffices() -> None:
    states = PrizePayment.objects.order_by("state").values_list("state", flat=True)
    figures = fund_figures(actor("ketoan").body, year=2024, as_of=clock.today())

    assert list(states) == ["asked", "listed", "listed", "paid", "paid", "paid", "paid"]
    assert (figures.total, figures.promised) == (35_000_000, 540_000)
    assert figures.left > figures.promised


def test_a_list_waits_in_preview_with_rows_of_every_kind() -> None:
    waiting = ListImport.objects.get(state=ImportState.PREVIEWED)

    assert set(waiting.rows.values_list("status", flat=True)) == set(RowStatus)


def test_a_sudden_deed_waits_for_the_chair() -> None:
    waiting = Nomination.objects.get(procedure="simplified")

    assert waiting.state == NominationState.APPRAISED


def test_a_word_of_the_decision_was_corrected() -> None:
    line = Correction.objects.get().lines.get()

    assert (line.honour.recipient_detail, line.before) == (
        line.after,
        "Tiểu đội trưởng dân quân xã",
    )


@pytest.mark.parametrize("account", ACCOUNTS)
def test_every_account_signs_in(account: str) -> None:
    user = authenticate(username=account, password=PASSWORD)

    assert isinstance(user, User)
    assert actor_of(user) is not None


def test_the_printed_names_and_roles_are_the_accounts() -> None:
    for each in DEMO_ACCOUNTS:
        who = actor(each.username)
        assert who.name == each.name
        assert each.role.split(":")[0] in {role.label for role in who.roles}
    assert {role for each in DEMO_ACCOUNTS for role in actor(each.username).roles} == {*Role} - {
        Role.MEMBER
    }
    assert sorted(User.objects.values_list("username", flat=True)) == sorted(ACCOUNTS)


@pytest.mark.parametrize("account", [each for each in ACCOUNTS if each != "captren"])
def test_every_role_sees_the_plan_and_the_honours(account: str) -> None:
    who = actor(account)

    assert plans_for(who).count() == 1
    assert tasks_for(who).count() == 11
    assert honours_for(who).count() == 28


def test_every_role_finds_its_work() -> None:
    clerk, chair, member = actor("vanphong"), actor("chutich"), actor("hoidong")

    assert registrations_for(clerk).filter(state=RegistrationState.SENT).count() == 2
    assert nominations_for(clerk).filter(state=NominationState.SENT).count() == 2
    assert reports_for(clerk).count() == reports_for(chair).count() == 1
    assert items_awaiting(chair).count() == items_awaiting(member).count() == 4
    assert unread_by(actor("phunu")).count() == 2
    assert unread_by(actor("thon1")).count() == 1
    assert nominations_for(actor("thon3")).filter(state=NominationState.RETURNED).count() == 1


def test_a_nominee_on_the_council_stays_out_of_the_vote() -> None:
    own = "Đinh Văn Lực"

    awaited = items_awaiting(actor("congan"))
    assert own not in {item.nomination.recipient.name for item in awaited}


def test_the_log_runs_forward_and_proves_itself() -> None:
    for chain in AuditChain.objects.all():
        times = list(chain.events.order_by("sequence").values_list("at", flat=True))

        assert times == sorted(times)
        assert times[-1].astimezone().date() <= dt.date.fromisoformat(TODAY)
    assert [first_broken(chain) for chain in AuditChain.objects.all()] == [None, None]


def test_the_clock_is_set_for_an_act_and_set_back() -> None:
    with moment("2024-01-10T08:30"):
        assert clock.today() == dt.date(2024, 1, 10)
        assert f"{clock.now():%H:%M}" == "08:30"

    assert project_settings.TODAY == TODAY
