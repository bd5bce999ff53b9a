"""A unit ends without another; a mistake of the day is reopened with its posts."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from tests.factories.organizations import make_person, make_unit
from tests.scenarios.refusal import refused

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.kernel import clock
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.organizations.models import Position
from vinhdanh.organizations.services.ending import end_unit, reopen_unit
from vinhdanh.organizations.services.successions import Change, rename_unit

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune

    from vinhdanh.organizations.models import Unit

DAY = dt.date(2024, 6, 1)


def end(commune: Commune, unit: Unit | None = None) -> Unit:
    return end_unit(
        keeper=commune.clerk, unit=unit or commune.village, on=DAY, basis="Quyết định 3/QĐ-UBND"
    )


def posts(unit: Unit) -> list[tuple[object, ...]]:
    return sorted(unit.positions.values_list("person", "title", "valid_from", "valid_to"), key=str)


def test_only_the_office_reopens_a_unit(commune: Commune) -> None:
    ended = end(commune)
    for actor in (commune.village_head, commune.accountant, commune.outsider):
        with pytest.raises(NotAllowedError):
            reopen_unit(keeper=actor, unit=ended)


def test_an_open_unit_is_not_reopened(commune: Commune) -> None:
    ended = end(commune)
    reopen_unit(keeper=commune.chair, unit=ended)
    with refused("Thôn Phạm Xá đang hoạt động: hãy tải lại trang."):
        reopen_unit(keeper=commune.clerk, unit=ended)


def test_an_ending_of_another_day_or_with_a_successor_stays(
    commune: Commune, monkeypatch: pytest.MonkeyPatch
) -> None:
    sentence = (
        "Chỉ lấy lại được việc thôi hoạt động ghi trong ngày: hãy ghi thay đổi mới theo văn bản."
    )
    rename_unit(
        keeper=commune.clerk,
        unit=commune.other_village,
        name="Thôn Xanh",
        change=Change(DAY, "Nghị quyết"),
    )
    with refused(sentence):
        reopen_unit(keeper=commune.clerk, unit=commune.other_village)
    ended = end(commune)
    tomorrow = clock.today() + dt.timedelta(days=1)
    monkeypatch.setattr(clock, "today", lambda: tomorrow)
    with refused(sentence):
        reopen_unit(keeper=commune.clerk, unit=ended)


def test_a_name_given_away_stands_in_the_way(commune: Commune) -> None:
    ended = end(commune)
    make_unit(commune.body, ended.name)
    with refused(
        "Nay đã có đơn vị khác tên Thôn Phạm Xá đang hoạt động: hãy sửa tên đơn vị đó trước."
    ):
        reopen_unit(keeper=commune.clerk, unit=ended)


def test_what_it_belongs_to_is_reopened_first(commune: Commune) -> None:
    team = end(commune, make_unit(commune.village, "Tổ 1"))
    end(commune)
    with refused(
        "Thôn Phạm Xá, đơn vị cấp trên, đã thôi hoạt động từ ngày 01/06/2024: hãy lấy lại thay đổi"
        " đó trước."
    ):
        reopen_unit(keeper=commune.clerk, unit=team)


def test_every_post_ends_and_goes_on_as_it_was(commune: Commune) -> None:
    later, until, past = (
        make_person(commune.body, name) for name in ("Lê Văn Muộn", "Lê Văn Hạn", "Lê Văn Cũ")
    )
    for person, begun, over in (
        (later, dt.date(2024, 6, 10), None),
        (until, dt.date(2024, 1, 1), dt.date(2024, 12, 31)),
        (past, dt.date(2020, 1, 1), dt.date(2024, 6, 1)),
    ):
        Position.objects.create(
            person=person, unit=commune.village, title="Tổ viên", valid_from=begun, valid_to=over
        )
    before = posts(commune.village)
    ended = end(commune)
    assert {over for *_, over in posts(ended)} == {DAY}
    assert not later.positions.exists()
    assert reopen_unit(keeper=commune.clerk, unit=ended).valid_to is None
    assert posts(ended) == before
    assert history_of(ended)[0].sentence == (
        "lấy lại việc ghi Thôn Phạm Xá thôi hoạt động: ghi nhầm"
    )


def test_who_was_removed_meanwhile_does_not_come_back(commune: Commune) -> None:
    later = make_person(commune.body, "Lê Văn Muộn")
    Position.objects.create(person=later, unit=commune.village, valid_from=dt.date(2024, 6, 10))
    ended = end(commune)
    later.delete()
    commune.farmer.positions.update(valid_to=dt.date(2024, 5, 1))
    reopen_unit(keeper=commune.clerk, unit=ended)
    assert commune.farmer.positions.get().valid_to == dt.date(2024, 5, 1)
    assert commune.village.positions.count() == 2
