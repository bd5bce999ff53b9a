"""Decisions of former years enter the register from their lists, once."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from django.db.models.signals import post_init
from tests.factories.honours import make_decision
from tests.scenarios.commune import decided

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.decisions import imports
from vinhdanh.decisions.enums import DecisionKind, HonourSource
from vinhdanh.decisions.exporting import honour_rows
from vinhdanh.decisions.imports import _held
from vinhdanh.decisions.models import Decision, Honour
from vinhdanh.intake.lists import HONOURS, write_list
from vinhdanh.organizations.enums import ImportKind
from vinhdanh.organizations.services.import_mending import set_details
from vinhdanh.organizations.services.imports import confirm_import, upload_list

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.organizations.models import ListImport

ROW = {
    "name": "Lê Văn Cũ",
    "kind": "individual",
    "unit": "Thôn Phạm Xá",
    "title": "Lao động tiên tiến",
    "period": "Năm 2022",
    "decision_number": "15/QĐ-UBND",
    "decided_on": dt.date(2023, 1, 10),
}


def read(actor: Actor, *rows: dict[str, object]) -> ListImport:
    return upload_list(
        importer=actor,
        kind=ImportKind.HONOURS,
        source_name="qd.xlsx",
        source=write_list(HONOURS, rows),
    )


def enter(actor: Actor, listing: ListImport) -> ListImport:
    return confirm_import(importer=actor, listing=listing, expected_version=listing.version)


def test_only_the_clerk_reads_decisions_in(commune: Commune) -> None:
    with pytest.raises(NotAllowedError):
        read(commune.village_head, ROW)


def test_a_list_without_number_asks_for_it_once(commune: Commune) -> None:
    row = {key: value for key, value in ROW.items() if not key.startswith("deci")}
    listing = read(commune.clerk, row)
    assert "Chưa biết số, ngày quyết định" in listing.rows.get().told
    set_details(
        importer=commune.clerk,
        listing=listing,
        details={"number": "07/QĐ-UBND", "issued_on": "2023-01-10", "issuer": "UBND huyện"},
        expected_version=listing.version,
    )
    assert listing.rows.get().status == "new"
    enter(commune.clerk, type(listing).objects.get(pk=listing.pk))
    found = Decision.objects.get(kind=DecisionKind.EXTERNAL)
    assert (found.external_code, found.issuer) == ("07/QĐ-UBND", "UBND huyện")


def test_a_decision_is_known_however_its_office_is_written(commune: Commune) -> None:
    for name, issuer in (
        ("Lê Văn Cũ", "UBND huyện Phù Cừ"),
        ("Lê Văn Mới", "Chủ tịch Uỷ ban nhân dân huyện Phù Cừ"),
    ):
        listing = read(commune.clerk, ROW | {"name": name})
        set_details(
            importer=commune.clerk, listing=listing, details={"issuer": issuer},
            expected_version=listing.version,
        )  # fmt: skip
        enter(commune.clerk, type(listing).objects.get(pk=listing.pk))
    assert Decision.objects.get().honours.count() == 2


def test_a_decision_of_this_system_is_not_entered_again(commune: Commune) -> None:
    own = decided(commune)
    listing = read(commune.clerk, ROW | {"decision_number": own.code, "decided_on": own.decided_on})
    row = listing.rows.get()
    assert (row.status, row.target) == ("error", own.pk)
    assert "do hệ thống này ban hành" in row.told


def test_only_what_the_rows_name_is_read_of_the_register(
    commune: Commune, monkeypatch: pytest.MonkeyPatch
) -> None:
    enter(commune.clerk, read(commune.clerk, ROW, ROW | {"name": "Lê Văn Khác"}))
    make_decision(commune.body, on=dt.date(2022, 5, 5))
    loaded, held = [], []

    def watched(*args: Any) -> set[tuple[object, ...]]:
        held.append(_held(*args))
        return held[-1]

    def counted(instance: Decision, **_: object) -> None:
        loaded.append(instance.code)

    monkeypatch.setattr(imports, "_held", watched)
    post_init.connect(counted, sender=Decision)
    try:
        listing = read(commune.clerk, ROW, ROW | {"name": "Lê Văn Mới"})
    finally:
        post_init.disconnect(counted, sender=Decision)
    assert loaded == ["15/QĐ-UBND"]
    assert [len(each) for each in held] == [1]
    assert [row.status for row in listing.rows.all()] == ["error", "new"]


def test_a_list_enters_the_register_once(commune: Commune) -> None:
    other = ROW | {"name": "Phạm Văn Đức"}
    enter(commune.clerk, read(commune.clerk, ROW, other))
    honours = list(Honour.objects.filter(source=HonourSource.OLD).order_by("order"))
    assert [(each.recipient_name, each.year, each.order) for each in honours] == [
        ("Lê Văn Cũ", 2022, 1), ("Phạm Văn Đức", 2022, 2),
    ]  # fmt: skip
    assert honours[1].recipient.person == commune.farmer
    assert honours[0].unit == commune.village
    again = read(commune.clerk, *honour_rows(Honour.objects.order_by("order")))
    assert {row.target for row in again.rows.all()} == {honours[0].decision_id}
    assert all("không nhập lại" in row.told for row in again.rows.all())


def test_rows_left_out_join_their_decision_later(commune: Commune) -> None:
    enter(commune.clerk, read(commune.clerk, ROW, ROW | {"name": "Lê Văn Sau", "title": ""}))
    enter(commune.clerk, read(commune.clerk, ROW | {"name": "Lê Văn Sau"}))
    assert Decision.objects.get().honours.count() == 2
