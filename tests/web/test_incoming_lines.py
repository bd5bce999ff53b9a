"""Incoming documents on the page of today: for whom, how pressing, at what cost."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from tests.records.test_incoming import arrived, forwarded

from vinhdanh.records.services.incoming import finish
from vinhdanh.web.incoming_lines import incoming_lines

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries
    from tests.scenarios.commune import Commune


def test_what_nobody_has_waits_for_the_clerk_alone(commune: Commune) -> None:
    document = arrived(commune)
    (line,) = incoming_lines(commune.clerk)
    assert line.sentence == "Văn bản đến số 01 của Phòng Nội vụ huyện chờ chuyển xử lý"
    assert line.url == reverse("incoming_document", args=[document.pk])
    assert (line.verb, line.state) == ("Chuyển", "waiting")
    assert not list(incoming_lines(commune.village_head))
    assert not list(incoming_lines(commune.chair))


@pytest.mark.parametrize(
    ("due_on", "state"),
    [
        (dt.date(2024, 6, 21), "stop"),
        (dt.date(2024, 6, 24), "care"),
        (dt.date(2024, 7, 24), "waiting"),
        (None, "waiting"),
    ],
)
def test_the_handler_is_told_how_pressing_it_is(
    commune: Commune, due_on: dt.date | None, state: str
) -> None:
    forwarded(commune, handler=commune.village, due_on=due_on)
    (line,) = incoming_lines(commune.village_head)
    assert (line.verb, line.state, line.due_on) == ("Xử lý", state, due_on)
    reminded = [each.verb for each in incoming_lines(commune.clerk)]
    assert reminded == ([] if state == "waiting" else ["Xem"])


def test_what_is_dealt_with_is_gone(commune: Commune) -> None:
    document = forwarded(commune, handler=commune.village, due_on=dt.date(2024, 6, 24))
    day = dt.date(2024, 6, 24)
    finish(actor=commune.clerk, document=document, outcome="Đã báo cáo", finished_on=day)
    assert not list(incoming_lines(commune.village_head))
    assert not list(incoming_lines(commune.clerk))


def test_any_number_costs_one_query(
    commune: Commune, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for code in ("1/A", "2/A", "3/A"):
        arrived(commune, code=code)
    forwarded(commune, due_on=dt.date(2024, 6, 24))
    with django_assert_num_queries(1):
        assert len(list(incoming_lines(commune.clerk))) == 4
