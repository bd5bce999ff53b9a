"""Trying to tell whose ballot is which, with all that somebody could have copied.

Two votes are held from the same state, on a stopped clock, in which the same members vote in the
same order and two of them change choices with each other. Whoever reads every table after every
vote must see the same twice, but for sealed bytes that no key opens.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import pytest
from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, models, transaction
from django.urls import reverse
from tests.councils.secret import CODE, NO, SILENT, YES, boxed, drop_in
from tests.scenarios.refusal import content
from tests.web.reading import words

from vinhdanh.councils.enums import Choice
from vinhdanh.councils.lockers import secret_in
from vinhdanh.councils.models import BallotBox, PaperTally, Participation, Urn
from vinhdanh.councils.sealing import RECORD, SealBrokenError, opened, records_of, unwrap
from vinhdanh.councils.services.boxes import count_box

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.test import Client
    from pytest_django import Settings
    from tests.scenarios.commune import Commune

    Snapshot = dict[str, list[tuple[Any, ...]]]

FIRST = (YES, NO, SILENT, NO, YES, YES, YES)
SECOND = (NO, YES, NO, SILENT, YES, YES, YES)
"""The same seven choices, by other people."""


def all_tables() -> list[type[models.Model]]:
    return list(apps.get_models())


def masked(found: Snapshot) -> Snapshot:
    """Return a snapshot with sealed bytes told by their length alone."""
    return {
        table: [
            tuple(
                f"{len(cell)} bytes" if isinstance(cell, bytes | memoryview) else cell
                for cell in row
            )
            for row in rows
        ]
        for table, rows in found.items()
    }


def watched(
    commune: Commune, box: BallotBox, choices: Sequence[Choice]
) -> tuple[list[Snapshot], list[Snapshot]]:
    """Hold the vote, look at everything after each ballot and after the count, then undo it."""
    raw: list[Snapshot] = []
    with transaction.atomic():
        with connection.cursor() as cursor:
            for sql in connection.ops.sequence_reset_sql(no_style(), all_tables()):
                cursor.execute(sql)
        for actor, choice in zip(commune.members, choices, strict=True):
            drop_in(actor, box, choice)
            raw.append(content())
        count_box(actor=commune.chair, box=box, code=CODE)
        raw.append(content())
        transaction.set_rollback(True)
    return raw, [masked(each) for each in raw]


@pytest.fixture
def box(commune: Commune, settings: Settings) -> BallotBox:
    settings.TODAY = "2024-06-24T09:00"
    return boxed(commune)[1]


def test_who_reads_every_table_after_every_vote_sees_the_same(
    commune: Commune, box: BallotBox
) -> None:
    _, first = watched(commune, box, FIRST)
    _, second = watched(commune, box, SECOND)
    assert first == second


def test_that_test_would_see_a_difference(commune: Commune, box: BallotBox) -> None:
    """Another result is another picture, at the count and not before."""
    _, first = watched(commune, box, FIRST)
    _, other = watched(commune, box, (NO,) * 7)
    assert first[:-1] == other[:-1]
    assert first[-1] != other[-1]


def test_ballots_lie_in_no_order_and_are_all_alike(commune: Commune, box: BallotBox) -> None:
    raw, _ = watched(commune, box, FIRST)
    seen: list[bytes] = []
    for at, snapshot in enumerate(raw[:-1], start=1):
        (row,) = snapshot["councils_urn"]
        sealed, papers = (cell for cell in row if isinstance(cell, bytes | memoryview))
        assert not bytes(papers)
        records = records_of(bytes(sealed))
        assert len(records) == at
        assert {len(each) for each in records} == {RECORD}
        assert records == sorted(records)
        (new,) = set(records) - set(seen)
        seen.append(new)
    assert len(set(seen)) == 7, "equal choices are sealed alike"
    assert seen != sorted(seen), "the order of casting shows in the sealed bytes"
    assert raw[-1]["councils_urn"] == []


def test_copies_of_the_database_open_nothing_after_the_count(
    commune: Commune, box: BallotBox, django_capture_on_commit_callbacks: Any
) -> None:
    """Not even with the chair's code: the locker is gone, and was never in a table."""
    wrapped, locker = bytes(box.wrapped_key), box.locker
    secret = secret_in(locker)
    assert secret is not None
    copies = []
    with django_capture_on_commit_callbacks(execute=True):
        for actor, choice in zip(commune.members, FIRST, strict=True):
            drop_in(actor, box, choice)
            copies.append(content())
        count_box(actor=commune.chair, box=box, code=CODE)
    assert secret_in(locker) is None
    everything = repr(copies)
    assert secret.hex() not in everything
    assert repr(secret)[2:-1] not in everything
    assert CODE not in everything
    for guess in (b"", bytes(32), wrapped[:32], bytes(box.public_key)):
        with pytest.raises(SealBrokenError):
            unwrap(wrapped, code=CODE, secret=guess)


def test_database_and_locker_open_nothing_without_the_code(
    commune: Commune, box: BallotBox
) -> None:
    drop_in(commune.chair, box)
    secret = secret_in(box.locker)
    assert secret is not None
    for guess in ("", "matkhau1", CODE.upper(), commune.chair.user.password):
        with pytest.raises(SealBrokenError):
            unwrap(bytes(box.wrapped_key), code=guess, secret=secret)
    record = records_of(bytes(Urn.objects.get().sealed))[0]
    with pytest.raises(SealBrokenError):
        opened(record, private=bytes(range(32)), about=f"{box.items.get().pk}/1")


def test_nothing_about_a_secret_vote_has_a_time(commune: Commune, box: BallotBox) -> None:
    timed = (models.DateField, models.TimeField, models.DateTimeField, models.DurationField)
    for model in (Participation, Urn, BallotBox, PaperTally):
        assert [f.name for f in model._meta.get_fields() if isinstance(f, timed)] == []


def test_voters_are_listed_before_anybody_votes(commune: Commune, box: BallotBox) -> None:
    """Their rows tell no order: they are all there, by seat, when the box opens."""
    before = list(Participation.objects.order_by("pk").values_list("pk", "member"))
    seats = [commune.seat(actor).pk for actor in commune.members]
    assert [member for _, member in before] == seats
    for actor in reversed(commune.members):
        drop_in(actor, box)
    after = list(Participation.objects.order_by("pk").values_list("pk", "member"))
    assert after == before


def test_pages_sessions_and_logs_say_nothing(
    commune: Commune, box: BallotBox, client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    item, said = box.items.get(), []
    for actor, choice in ((commune.women_head, NO), (commune.culture_head, SILENT)):
        client.force_login(actor.user)
        form = {f"item-{item.pk}": choice}
        answer = client.post(reverse("secret_vote", args=[box.pk]), form)
        assert answer.status_code == 302
        traces = [answer["Location"], str(answer.cookies), repr(dict(client.session))]
        page = words(client.get(answer["Location"]))
        said.append(page)
        for word in (choice.value, f"“{choice.label}”"):
            assert word not in " ".join(traces)
        assert f"Đã ghi: {choice.label.lower()}" not in page
    assert "2/7 đã bỏ phiếu" in said[1]
    assert "Anh/chị đã bỏ phiếu" in said[1]
    written = [each.getMessage() for each in caplog.records if "backends" not in each.name]
    assert [each for each in written if "against" in each or "abstain" in each] == []


def test_the_log_of_acts_names_no_choice(commune: Commune, box: BallotBox) -> None:
    raw, _ = watched(commune, box, FIRST)
    before_count = repr(raw[-2]["kernel_auditevent"])
    assert before_count.count("bỏ phiếu kín vào hòm phiếu") == 7
    for choice in Choice:
        assert choice.label not in before_count
