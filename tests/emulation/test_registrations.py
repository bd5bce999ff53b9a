from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, transaction
from django.utils.timezone import localdate
from tests.scenarios.commune import CERTIFICATE, FAMILY, TODAY, UNIT_CERTIFICATE, YEAR, registered
from tests.scenarios.refusal import refused

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.emulation.enums import RegistrationState
from vinhdanh.emulation.models import Registration
from vinhdanh.emulation.queries.registrations import year_registrations
from vinhdanh.emulation.services.registrations import (
    Aim,
    accept_registration,
    reopen_registration,
    send_registration,
)
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.organizations.enums import RecipientKind

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries
    from tests.scenarios.commune import Commune

    from vinhdanh.accounts.actor import Actor

PEOPLE = Aim(CERTIFICATE, RecipientKind.INDIVIDUAL, 3)
VILLAGE = Aim(UNIT_CERTIFICATE, RecipientKind.COLLECTIVE, 1)
NOBODY = Aim(FAMILY, RecipientKind.HOUSEHOLD, 0)


def send(commune: Commune, *aims: Aim, actor: Actor | None = None) -> Registration:
    return send_registration(
        actor=actor or commune.village_head, unit=commune.village, year=YEAR, aims=aims
    )


def accept(commune: Commune, registration: Registration) -> Registration:
    return accept_registration(actor=commune.clerk, registration=registration)


def lines(registration: Registration) -> list[tuple[str, str, int]]:
    return list(registration.lines.values_list("honour", "recipient_kind", "quantity"))


def test_only_heads_register(commune: Commune) -> None:
    with refused(
        "Anh/chị chưa có quyền đăng ký thi đua: việc này của Phụ trách đơn vị.",
        error=NotAllowedError,
    ):
        send(commune, PEOPLE, actor=commune.clerk)


def test_a_head_does_not_register_another_unit(commune: Commune) -> None:
    for head in (commune.other_head, commune.outsider):
        with refused(
            "Anh/chị không phụ trách Thôn Phạm Xá nên không đăng ký thay được.",
            error=NotAllowedError,
        ):
            send(commune, PEOPLE, actor=head)


@pytest.mark.parametrize("aims", [(), (NOBODY,)])
def test_an_empty_registration_says_what_to_fill_in(
    commune: Commune, aims: tuple[Aim, ...]
) -> None:
    with refused(
        "Bản đăng ký còn trống: hãy ghi số lượng cho ít nhất một danh hiệu hoặc hình thức."
    ):
        send(commune, *aims)


def test_an_accepted_registration_is_closed(commune: Commune) -> None:
    accept(commune, send(commune, PEOPLE))
    with refused(
        "Đăng ký năm 2024 của Thôn Phạm Xá đã được tiếp nhận: muốn đổi, hãy báo công chức"
        " phụ trách thi đua mở lại."
    ):
        send(commune, VILLAGE)


def test_only_what_is_sent_is_accepted_and_once(commune: Commune) -> None:
    registration = accept(commune, send(commune, PEOPLE))
    draft = Registration.objects.create(body=commune.body, unit=commune.women, year=YEAR)
    for each, name in ((registration, "Thôn Phạm Xá"), (draft, "Hội Liên hiệp Phụ nữ xã")):
        with refused(
            f"Đăng ký của {name} không ở trạng thái chờ tiếp nhận: hãy tải lại"
            " trang để xem tình trạng mới."
        ):
            accept(commune, each)


def test_only_the_clerk_accepts(commune: Commune) -> None:
    registration = send(commune, PEOPLE)
    with refused(
        "Anh/chị chưa có quyền tiếp nhận đăng ký thi đua: việc này của Công chức phụ trách"
        " thi đua.",
        error=NotAllowedError,
    ):
        accept_registration(actor=commune.chair, registration=registration)
    with refused("Việc này thuộc cơ quan khác.", error=NotAllowedError):
        accept_registration(actor=commune.outsider, registration=registration)


def test_a_registration_keeps_what_is_aimed_at(commune: Commune) -> None:
    registration = send(commune, PEOPLE, VILLAGE, NOBODY)
    assert lines(registration) == [
        (CERTIFICATE, "individual", 3),
        (UNIT_CERTIFICATE, "collective", 1),
    ]
    assert registration.state == RegistrationState.SENT
    assert registration.sent_at is not None
    assert localdate(registration.sent_at) == TODAY
    (event,) = history_of(registration)
    assert event.sentence == "gửi đăng ký thi đua năm 2024 của Thôn Phạm Xá"
    assert event.details == {
        f"{CERTIFICATE}, individual": 3,
        f"{UNIT_CERTIFICATE}, collective": 1,
    }


def test_until_accepted_it_is_sent_anew_and_replaces_the_old(commune: Commune) -> None:
    first = send(commune, PEOPLE)
    second = send(commune, VILLAGE)
    assert first == second
    assert lines(second) == [(UNIT_CERTIFICATE, "collective", 1)]
    accepted = accept(commune, second)
    assert accepted.state == RegistrationState.ACCEPTED
    assert [event.sentence for event in history_of(second)] == [
        "tiếp nhận đăng ký thi đua năm 2024 của Thôn Phạm Xá",
        "gửi đăng ký thi đua năm 2024 của Thôn Phạm Xá",
        "gửi đăng ký thi đua năm 2024 của Thôn Phạm Xá",
    ]


def test_what_was_not_accepted_is_not_reopened_nor_by_others(commune: Commune) -> None:
    registration = send(commune, PEOPLE)
    with refused("Đăng ký của Thôn Phạm Xá chưa tiếp nhận nên không cần mở lại."):
        reopen_registration(actor=commune.clerk, registration=registration)
    accept(commune, registration)
    with refused(
        "Anh/chị chưa có quyền tiếp nhận đăng ký thi đua: việc này của Công chức phụ trách"
        " thi đua.",
        error=NotAllowedError,
    ):
        reopen_registration(actor=commune.village_head, registration=registration)
    with refused("Việc này thuộc cơ quan khác.", error=NotAllowedError):
        reopen_registration(actor=commune.outsider, registration=registration)


def test_a_reopened_registration_is_sent_anew(commune: Commune) -> None:
    registration = accept(commune, send(commune, PEOPLE))
    reopened = reopen_registration(actor=commune.clerk, registration=registration)
    assert (reopened.state, reopened.accepted_at) == ("draft", None)
    assert history_of(reopened)[0].sentence == ("mở lại đăng ký thi đua năm 2024 của Thôn Phạm Xá")
    assert accept(commune, send(commune, VILLAGE)) == registration
    assert lines(registration) == [(UNIT_CERTIFICATE, "collective", 1)]


def test_another_year_is_another_registration(commune: Commune) -> None:
    accept(commune, send(commune, PEOPLE))
    later = send_registration(
        actor=commune.village_head, unit=commune.village, year=2025, aims=[PEOPLE]
    )
    assert (later.year, Registration.objects.count()) == (2025, 2)


def test_the_year_lists_every_unit_that_must_register(
    commune: Commune, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    registration = send(commune, PEOPLE)
    with django_assert_num_queries(3):
        rows = year_registrations(commune.body, year=YEAR, as_of=TODAY)
        assert [list(row.registration.lines.all()) for row in rows if row.registration]
    assert [(row.unit, row.registration) for row in rows] == [
        (commune.village, registration),
        (commune.other_village, None),
        (commune.women, None),
        (commune.culture, None),
    ]


def test_the_scenario_registers_every_unit(commune: Commune) -> None:
    assert {each.state for each in registered(commune)} == {"accepted"}


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": "sent"},
        {"state": "accepted", "sent_at": "2024-01-01T00:00Z"},
        {"accepted_at": "2024-01-01T00:00Z"},
    ],
)
def test_the_database_ties_state_and_times(commune: Commune, wrong: dict[str, str]) -> None:
    registration = Registration(body=commune.body, unit=commune.women, year=YEAR)
    for name, value in wrong.items():
        setattr(registration, name, dt.datetime.fromisoformat(value) if "_at" in name else value)
    with pytest.raises(IntegrityError), transaction.atomic():
        registration.save()
