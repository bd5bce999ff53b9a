"""The log of acts proves itself: every way to change it afterwards is refused or noticed."""

from __future__ import annotations

import datetime as dt
from importlib import import_module
from typing import TYPE_CHECKING

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from tests.factories.organizations import make_body

from vinhdanh.kernel.models import AuditChain, AuditEvent
from vinhdanh.kernel.queries.audit import first_broken, history_of
from vinhdanh.kernel.services.audit import record

if TYPE_CHECKING:
    from collections.abc import Callable

    from vinhdanh.organizations.models import Unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def body(set_today: Callable[[dt.date], None]) -> Unit:
    set_today(dt.date(2024, 6, 24))
    return make_body()


@pytest.fixture
def chain(body: Unit) -> AuditChain:
    for number in range(1, 6):
        act(body, f"làm việc thứ {number}")
    return AuditChain.objects.get(scope="body:1")


def act(body: Unit, sentence: str, scope: str = "body:1") -> AuditEvent:
    return record(
        scope=scope,
        actor="Nguyễn Thị Hạnh",
        action="unit.tested",
        target=body,
        sentence=sentence,
        details={"trước": None, "sau": [1, "đ"]},
    )


def run(sql: str, *values: str | int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def copy_of(event: AuditEvent, **changes: str | int) -> AuditEvent:
    kept = {field.attname: getattr(event, field.attname) for field in event._meta.concrete_fields}
    return AuditEvent(**kept | {"id": None} | changes)


def test_an_untouched_chain_proves_itself(chain: AuditChain) -> None:
    assert first_broken(chain) is None
    assert [event.sequence for event in chain.events.all()] == [1, 2, 3, 4, 5]
    assert len({event.seal for event in chain.events.all()}) == 5


def test_each_scope_has_its_own_numbers(body: Unit, chain: AuditChain) -> None:
    assert act(body, "việc của xã khác", scope="body:2").sequence == 1
    assert first_broken(AuditChain.objects.get(scope="body:2")) is None


def test_history_is_told_newest_first_and_of_one_object(body: Unit, chain: AuditChain) -> None:
    act(make_body("Ủy ban nhân dân xã Khác"), "việc của vật khác")
    assert [str(event) for event in history_of(body)] == [
        f"làm việc thứ {number}" for number in (5, 4, 3, 2, 1)
    ]


def test_a_written_event_is_neither_saved_nor_deleted_again(chain: AuditChain) -> None:
    event = chain.events.earliest("sequence")
    event.sentence = "làm việc khác"
    with pytest.raises(TypeError, match="append-only"):
        event.save()
    with pytest.raises(TypeError, match="append-only"):
        event.delete()


def test_the_database_refuses_an_update(chain: AuditChain) -> None:
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        chain.events.filter(sequence=2).update(sentence="không phải tôi")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        run("UPDATE kernel_auditevent SET actor = %s", "Ai đó")
    assert first_broken(chain) is None


@pytest.mark.parametrize("removed", [1, 3, 5])
def test_a_deleted_event_is_noticed_where_it_is_missing(chain: AuditChain, removed: int) -> None:
    run("DELETE FROM kernel_auditevent WHERE sequence = %s", removed)
    assert first_broken(chain) == removed


def test_a_rewritten_event_is_noticed(chain: AuditChain) -> None:
    run("DELETE FROM kernel_auditevent WHERE sequence = 3")
    original = chain.events.get(sequence=2)
    copy_of(original, sequence=3, sentence="không có gì").save()
    assert first_broken(chain) == 3


def test_an_event_added_past_the_head_is_noticed(chain: AuditChain) -> None:
    last = chain.events.get(sequence=5)
    copy_of(last, sequence=6).save()
    assert first_broken(chain) == 6


def test_a_moved_head_is_noticed_and_never_goes_back(chain: AuditChain) -> None:
    chain.last_sequence = 6
    chain.save()
    assert first_broken(chain) == 6
    with pytest.raises(DatabaseError, match="only grows"), transaction.atomic():
        AuditChain.objects.filter(pk=chain.pk).update(last_sequence=5)


def test_a_chain_under_another_name_is_noticed(chain: AuditChain) -> None:
    chain.scope = "body:2"
    chain.save()
    assert first_broken(chain) == 1


def test_the_database_refuses_to_remove_what_is_written(chain: AuditChain) -> None:
    migration = import_module("vinhdanh.kernel.migrations.0002_audit_is_append_only")
    for statement in migration.REFUSE_REMOVAL[connection.vendor]:
        run(statement)
    removals = ["DELETE FROM kernel_auditevent WHERE sequence = 5", "DELETE FROM kernel_auditevent"]
    if connection.vendor == "postgresql":
        run("SET CONSTRAINTS ALL IMMEDIATE")  # a table with deferred checks is not truncated
        removals.append("TRUNCATE kernel_auditevent")
    for removal in removals:
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            run(removal)
    assert first_broken(chain) is None
    for statement in migration.ALLOW_REMOVAL[connection.vendor]:
        run(statement)


def test_the_command_tells_each_chain_and_fails_where_one_is_broken(
    body: Unit, chain: AuditChain, capsys: pytest.CaptureFixture[str]
) -> None:
    act(body, "việc của xã khác", scope="body:2")
    call_command("verify_log")
    last = AuditChain.objects.get(scope="body:2").last_seal
    chain.refresh_from_db()
    assert capsys.readouterr().out.splitlines() == [
        f"Nhật ký body:1 nguyên vẹn: 5 dòng, dấu niêm cuối {chain.last_seal}.",
        f"Nhật ký body:2 nguyên vẹn: 1 dòng, dấu niêm cuối {last}.",
    ]
    run("DELETE FROM kernel_auditevent WHERE sequence = 3")
    with pytest.raises(SystemExit, match="1"):
        call_command("verify_log")
    assert capsys.readouterr().out.splitlines() == [
        (
            "Nhật ký body:1 không còn nguyên vẹn từ dòng 3: hãy giữ nguyên cơ sở dữ liệu, đối chiếu"
            " với bản sao lưu gần nhất và báo người phụ trách."
        ),
        f"Nhật ký body:2 nguyên vẹn: 1 dòng, dấu niêm cuối {last}.",
    ]


def test_a_refused_act_leaves_no_event(body: Unit, chain: AuditChain) -> None:
    with transaction.atomic():
        act(body, "việc không thành")
        transaction.set_rollback(True)
    chain.refresh_from_db()
    assert (chain.last_sequence, chain.events.count()) == (5, 5)
    assert act(body, "việc sau").sequence == 6
    chain.refresh_from_db()
    assert first_broken(chain) is None
