from __future__ import annotations

from typing import TYPE_CHECKING

from tests.factories.organizations import make_body

from vinhdanh.organizations.models import Unit
from vinhdanh.records.papers import locality_of, office_of

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune


def test_the_letterhead_of_a_committee(commune: Commune) -> None:
    office = office_of(commune.body, symbol="QĐ-UBND")
    assert (office.place, office.code) == ("Minh Tiến", "UBND")
    assert locality_of(commune.body) == "xã Minh Tiến"


def test_the_code_is_the_last_part_of_the_symbol(db: None) -> None:
    body = make_body("Ban quản lý chợ Minh Tiến", place="Minh Tiến")
    office = office_of(body, symbol="KH-BQL")
    assert (office.name, office.code) == ("Ban quản lý chợ Minh Tiến", "BQL")
    assert office.header.issuer == ("BAN QUẢN LÝ CHỢ MINH TIẾN",)
    assert office_of(Unit(name=body.name)).code == ""
