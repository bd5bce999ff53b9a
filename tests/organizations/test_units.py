from __future__ import annotations

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from tests.factories.organizations import make_body, make_unit

from vinhdanh.organizations.enums import UnitKind
from vinhdanh.organizations.models import Supervision, Unit
from vinhdanh.organizations.queries.units import (
    place_of,
    supervision_on,
    unit_named,
    units_of,
    units_taking_part,
)
from vinhdanh.organizations.services.units import found_unit

MERGER = dt.date(2025, 7, 1)
EVE = dt.date(2025, 6, 30)


@pytest.fixture
def body(db: None) -> Unit:
    return make_body("Ủy ban nhân dân xã Minh Tiến", place="Minh Tiến")


def test_a_path_holds_the_paths_of_all_above(body: Unit) -> None:
    village = make_unit(body, "Thôn Phạm Xá")
    group = found_unit(name="Tổ 3", kind=UnitKind.VILLAGE, parent=village)
    assert village.path.startswith(body.path)
    assert group.path.startswith(village.path)
    assert group.path.count("/") == 3
    assert (village.body, group.body) == (body, body)
    other = make_body()
    assert not other.path.startswith(body.path)


def test_a_body_belongs_to_itself_and_a_unit_to_its_body(body: Unit) -> None:
    assert body.office == body
    assert make_unit(body, "Thôn Phạm Xá").office == body


def test_names_are_squeezed_and_the_short_one_is_what_a_unit_is_called(body: Unit) -> None:
    unit = found_unit(name="  Thôn   Phạm Xá ", kind=UnitKind.VILLAGE, parent=body)
    assert unit.name == unit.called == "Thôn Phạm Xá"
    assert body.called == "UBND xã"


def test_a_unit_without_a_parent_has_no_body(body: Unit) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Unit.objects.create(name="Thôn", kind=UnitKind.VILLAGE, body=body, path="x")


def test_a_unit_does_not_end_before_it_begins(body: Unit) -> None:
    unit = make_unit(body, "Thôn Phạm Xá")
    unit.valid_from, unit.valid_to = MERGER, MERGER
    with pytest.raises(IntegrityError), transaction.atomic():
        unit.save()


def test_successors_take_over_on_the_day(body: Unit) -> None:
    old = make_unit(body, "Thôn Phạm Xá", order=1)
    new = make_unit(body, "Thôn Tiến Xá", order=2)
    Unit.objects.filter(pk=old.pk).update(valid_to=MERGER)
    Unit.objects.filter(pk=new.pk).update(valid_from=MERGER)
    assert list(units_of(body, as_of=EVE)) == [old]
    assert list(units_of(body, as_of=MERGER)) == [new]
    old.refresh_from_db()
    new.refresh_from_db()
    assert [old.is_valid_on(day) for day in (EVE, MERGER)] == [True, False]
    assert [new.is_valid_on(day) for day in (EVE, MERGER)] == [False, True]


def test_units_come_in_the_bodys_own_order_and_only_those_that_take_part(body: Unit) -> None:
    late = make_unit(body, "Thôn A", order=2)
    early = make_unit(body, "Thôn B", order=1)
    council = make_unit(body, "Hội đồng", UnitKind.COUNCIL, takes_part=False, order=3)
    make_unit(make_body(), "Thôn của xã khác")
    assert list(units_of(body, as_of=EVE)) == [early, late, council]
    assert list(units_taking_part(body, as_of=EVE)) == [early, late]


def test_the_superior_changes_with_the_law_and_may_be_unknown(body: Unit) -> None:
    district = Supervision.objects.create(
        body=body,
        superior_name="Ủy ban nhân dân huyện Phù Cừ",
        office_name="Phòng Nội vụ huyện",
        valid_from=dt.date(1997, 1, 1),
        valid_to=MERGER,
    )
    province = Supervision.objects.create(
        body=body,
        superior_name="Ủy ban nhân dân tỉnh Hưng Yên",
        office_name="Sở Nội vụ",
        valid_from=MERGER,
    )
    assert supervision_on(body, as_of=dt.date(1996, 12, 31)) is None
    assert supervision_on(body, as_of=EVE) == district
    assert supervision_on(body, as_of=MERGER) == province


def test_a_body_has_one_open_superior(body: Unit) -> None:
    first = {"superior_name": "Huyện", "office_name": "Phòng", "valid_from": EVE}
    Supervision.objects.create(body=body, **first)
    with pytest.raises(IntegrityError), transaction.atomic():
        Supervision.objects.create(body=body, **first)


@pytest.fixture
def named(body: Unit) -> dict[str, Unit]:
    return {
        "body": body,
        "council": make_unit(body, "Hội đồng Thi đua - Khen thưởng xã", UnitKind.COUNCIL),
        "front": make_unit(body, "Ủy ban MTTQ xã", UnitKind.ASSOCIATION),
        "pham": make_unit(body, "Thôn Phạm Xá"),
        "kim": make_unit(body, "Thôn Kim Phương"),
    }


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("UBND xã", "body"),
        ("Uỷ ban nhân dân xã", "body"),
        ("  ubnd   XÃ ", "body"),
        ("UBND xã Minh Tiến", "body"),
        ("Ủy ban nhân dân xã Minh Tiến", "body"),
        ("Hội đồng TĐKT xã", "council"),
        ("Hội đồng TĐ-KT xã", "council"),
        ("Hội đồng Thi đua, khen thưởng xã", "council"),
        ("Hội đồng Thi đua – Khen thưởng xã", "council"),
        ("Ủy ban Mặt trận Tổ quốc xã", "front"),
        ("Thôn Phạm Xá", "pham"),
        ("thon pham xa", "pham"),
        ("Phạm Xá", None),
        ("Thôn Phạm Xá, thôn Kim Phương", None),
        ("Các ngành, đoàn thể", None),
        ("HĐND xã", None),
        ("", None),
        ("   ", None),
    ],
)
def test_a_plans_wording_finds_the_unit_it_means_or_none(
    named: dict[str, Unit], words: str, expected: str | None
) -> None:
    found = unit_named(words, among=list(named.values()))
    assert found == (named[expected] if expected else None)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Hội LHPN xã", "Hội Liên hiệp Phụ nữ"),
        ("Hội Phụ nữ xã Minh Tiến", "Hội Liên hiệp Phụ nữ"),
        ("Trạm y tế xã Minh Tiến", "Trạm Y tế"),
        ("CA xã", "Công an xã"),
        ("Công an Minh Tiến", "Công an xã"),
        ("Tập thể Thôn Đông Hạ", "Thôn Đông Hạ"),
        ("Cán bộ và nhân dân thôn Đông Hạ", "Thôn Đông Hạ"),
        ("Thôn Đông Hạ, xã Minh Tiến", "Thôn Đông Hạ"),
        ("Đoàn TNCS HCM xã", "Đoàn Thanh niên Cộng sản Hồ Chí Minh xã"),
        ("Đoàn Thanh niên xã", "Đoàn Thanh niên Cộng sản Hồ Chí Minh xã"),
        ("Đoàn xã", "Đoàn Thanh niên Cộng sản Hồ Chí Minh xã"),
        ("Trường TH&THCS Minh Tiến", "Trường Tiểu học và Trung học cơ sở"),
        ("BCHQS xã", "Ban Chỉ huy Quân sự xã"),
        ("Thôn Phạm Xá, xã Minh Tiến", "Thôn Phạm Xá"),
        ("Nhân dân thôn Phạm Xá", "Thôn Phạm Xá"),
        ("nhan dan thon pham xa", "Thôn Phạm Xá"),
        ("Thôn Phạm, xã Minh Tiến", None),
        ("Công an xã Tống Phan", None),
        ("Tập thể", None),
        ("Thôn xã Minh Tiến", None),
    ],
)
def test_a_list_writes_units_short_with_lead_ins_or_the_commune_behind(
    body: Unit, words: str, expected: str | None
) -> None:
    names = (
        "Hội Liên hiệp Phụ nữ",
        "Trạm Y tế",
        "Công an xã",
        "Thôn Đông Hạ",
        "Đoàn Thanh niên Cộng sản Hồ Chí Minh xã",
        "Trường Tiểu học và Trung học cơ sở",
        "Ban Chỉ huy Quân sự xã",
        "Thôn Minh Tiến",
        "Thôn Phạm Xá",
    )
    units = [make_unit(body, name) for name in names]
    found = unit_named(words, among=units, place=place_of(body))
    assert (found.name if found else None) == expected


def test_a_wording_that_fits_two_units_finds_none(named: dict[str, Unit], body: Unit) -> None:
    twin = make_unit(body, "Thôn Phạm Xá")
    assert unit_named("Thôn Phạm Xá", among=[*named.values(), twin]) is None
