"""Rows become facts: what is not recorded stays unknown, what is called whole may be none."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, transaction
from tests.scenarios.commune import TODAY, YEAR, decided, person_of, village_rows, written
from tests.scenarios.law import ADVANCED, proposed, recorded, verdict_of
from tests.scenarios.refusal import refused

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.kernel import clock
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.lawbook import Collective, Facts, Household, Individual
from vinhdanh.lawbook.enums import DisciplineLevel, Grade, Group, Scope
from vinhdanh.lawbook.facts import UNKNOWN, HeldHonour
from vinhdanh.nominations.enums import FactList, LawVerdict, NominationState
from vinhdanh.nominations.facts import facts_of
from vinhdanh.nominations.models import FactsStatement, Nomination
from vinhdanh.nominations.queries.facts import with_records
from vinhdanh.nominations.services.facts import (
    YearFacts,
    add_discipline,
    add_hold,
    add_initiative,
    end_hold,
    keep_year,
)
from vinhdanh.nominations.sources import honours_held
from vinhdanh.organizations.enums import (
    Completion,
    DisciplineForm,
    HoldKind,
    InitiativeKind,
    PersonGroup,
    Reach,
)
from vinhdanh.organizations.models import Hold, YearRecord

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune

    from vinhdanh.organizations.models import Initiative

SINCE = dt.date(2024, 3, 1)
TO_COME = dt.date(2024, 6, 25)


def read(nomination: Nomination, *honours: HeldHonour) -> Facts:
    (row,) = with_records([nomination])
    return facts_of(row, as_of=TODAY, honours=honours)


def person(nomination: Nomination, *honours: HeldHonour) -> Individual:
    found = read(nomination, *honours)
    assert isinstance(found, Individual)
    return found


def whole(commune: Commune, nomination: Nomination, *lists: FactList) -> None:
    """Call lists whole, saved without the services."""
    for about in lists:
        FactsStatement.objects.create(
            nomination=nomination, about=about, by=commune.clerk.user, by_name="A", at=clock.now()
        )


def an_initiative(commune: Commune, nomination: Nomination, **changes: Any) -> Initiative:
    given: dict[str, Any] = {
        "title": "Máy tuốt lúa",
        "kind": InitiativeKind.INITIATIVE,
        "scope": Reach.GRASSROOTS,
        "recognised_by": "12/QĐ-UBND",
        "recognised_on": SINCE,
    }
    return add_initiative(actor=commune.village_head, nomination=nomination, **(given | changes))


# --- what is not recorded --------------------------------------------------------------------


def test_nothing_recorded_is_nothing_known(commune: Commune) -> None:
    found = person(proposed(commune))
    assert (found.for_year, found.years, found.direct_worker, found.female) == (
        YEAR, (), True, False
    )  # fmt: skip
    unknown = (found.group, found.honours, found.initiatives, found.discipline, found.holds)
    assert unknown == (None,) * 5


def test_a_list_called_whole_may_be_empty(commune: Commune) -> None:
    nomination = proposed(commune)
    whole(commune, nomination, *FactList)
    found = person(nomination)
    assert (found.honours, found.initiatives, found.discipline, found.holds) == ((),) * 4


def test_the_word_for_one_nomination_is_no_word_for_another(commune: Commune) -> None:
    first = proposed(commune)
    whole(commune, first, *FactList)
    second = written(commune, rows=village_rows(commune)[:1]).nominations.get()
    assert second.recipient == first.recipient
    assert person(second).holds is None


# --- a year -----------------------------------------------------------------------------------


def test_a_year_is_told_by_the_head(commune: Commune) -> None:
    nomination = proposed(commune)
    keep_year(
        actor=commune.village_head,
        nomination=nomination,
        year=YEAR,
        found=YearFacts(completion=Completion.GOOD, absent_months=4, maternity_months=2),
        group=PersonGroup.OFFICIAL,
    )
    found = person(nomination)
    (year,) = found.years or ()
    assert (year.year, year.completion, year.absent_months, year.maternity_months) == (
        YEAR, Grade.GOOD, 4.0, 2.0
    )  # fmt: skip
    assert found.group is Group.OFFICIAL
    told = history_of(nomination)[0]
    assert told.sentence == "ghi số liệu năm 2024 của Phạm Văn Đức"
    assert told.details["completion"] == "hoan-thanh-tot"


def test_a_year_is_corrected_in_place(commune: Commune) -> None:
    nomination = proposed(commune)
    for grade in (Completion.GOOD, Completion.FAILED):
        keep_year(
            actor=commune.clerk,
            nomination=nomination,
            year=YEAR,
            found=YearFacts(completion=grade, absent_months=0),
            group=PersonGroup.OFFICIAL,
        )
    assert YearRecord.objects.get().completion == Completion.FAILED
    assert verdict_of(nomination) == LawVerdict.NOT_MET


@pytest.mark.parametrize(
    ("found", "year", "sentence", "field"),
    [
        ({}, 2025, "Năm 2025 chưa tới: hãy ghi năm nay hoặc năm trước.", "year"),
        ({"absent_months": 13}, YEAR, "Số tháng nghỉ phải từ 0 đến 12.", "absent_months"),
        (
            {"absent_months": 2, "maternity_months": 6},
            YEAR,
            (
                "Số tháng nghỉ thai sản nhiều hơn tổng số tháng nghỉ: hãy ghi cả thai sản vào số"
                " tháng nghỉ."
            ),
            "maternity_months",
        ),
        (
            {"members": 10, "members_advanced": 11},
            YEAR,
            "Ghi 11 người, nhiều hơn tổng số 10 thành viên: hãy kiểm tra lại.",
            "members_advanced",
        ),
    ],
)
def test_a_year_that_cannot_be(
    commune: Commune, found: dict[str, Any], year: int, sentence: str, field: str
) -> None:
    nomination = proposed(commune)
    with refused(sentence, field=field):
        keep_year(actor=commune.clerk, nomination=nomination, year=year, found=YearFacts(**found))


@pytest.mark.parametrize(
    "values",
    [
        {"absent_months": 13},
        {"absent_months": 1, "maternity_months": 2},
        {"maternity_months": 2},
        {"members": 10, "members_completing": 11},
        {"members": 0},
    ],
)
def test_the_database_knows_it_too(commune: Commune, values: dict[str, int]) -> None:
    recipient = proposed(commune).recipient
    with pytest.raises(IntegrityError), transaction.atomic():
        YearRecord.objects.create(recipient=recipient, year=YEAR, **values)


@pytest.mark.parametrize("who", ["other_head", "chair", "accountant"])
def test_others_write_no_facts(commune: Commune, who: str) -> None:
    nomination = proposed(commune)
    with pytest.raises(NotAllowedError):
        keep_year(actor=getattr(commune, who), nomination=nomination, year=YEAR, found=YearFacts())


def test_a_decided_nomination_is_closed(commune: Commune) -> None:
    nomination = proposed(commune)
    nomination.state = NominationState.DECIDED
    nomination.save()
    with refused(
        "Hồ sơ của Phạm Văn Đức đã có quyết định nên không ghi thêm được.", error=NotAllowedError
    ):
        keep_year(actor=commune.village_head, nomination=nomination, year=YEAR, found=YearFacts())


# --- a collective and a household -----------------------------------------------------------


def test_a_unit_has_members_and_a_worst_discipline(commune: Commune) -> None:
    nomination = written(commune, rows=village_rows(commune)[1:2]).nominations.get()
    bare = read(nomination)
    assert isinstance(bare, Collective)
    assert (bare.members, bare.member_titles, bare.worst_discipline) == (None, None, UNKNOWN)
    counts = {"members": 20, "members_completing": 20, "members_advanced": 15}
    for more, titles, worst in (
        ({}, None, UNKNOWN),
        (
            {"members_exemplary": 1, "worst_discipline": "none"},
            {ADVANCED: 15, "chien-si-thi-dua-co-so": 1},
            None,
        ),
        (
            {"members_exemplary": 0, "worst_discipline": DisciplineForm.WARNING},
            {ADVANCED: 15, "chien-si-thi-dua-co-so": 0},
            DisciplineLevel.WARNING,
        ),
    ):
        keep_year(
            actor=commune.village_head,
            nomination=nomination,
            year=YEAR,
            found=YearFacts(**counts, **more, completion=Completion.GOOD),  # type: ignore[arg-type]
        )
        found = read(nomination)
        assert isinstance(found, Collective)
        assert (found.members, found.members_completing) == (20, 20)
        assert (found.completion, found.member_titles) == (Grade.GOOD, titles)
        assert found.worst_discipline is worst


def test_a_household_has_what_everybody_has(commune: Commune) -> None:
    nomination = written(commune, rows=village_rows(commune)[2:]).nominations.get()
    assert isinstance(read(nomination), Household)
    with refused("Mục này chỉ ghi cho cá nhân, không ghi cho tập thể, hộ gia đình."):
        an_initiative(commune, nomination)


# --- initiatives ------------------------------------------------------------------------------


def test_an_initiative_serves_once(commune: Commune) -> None:
    first = proposed(commune)
    kept = an_initiative(commune, first)
    assert str(kept) == "Máy tuốt lúa"
    assert list(first.initiatives.all()) == [kept]
    second = written(commune, rows=village_rows(commune)[:1]).nominations.get()
    whole(commune, second, FactList.INITIATIVES)
    whole(commune, first, FactList.INITIATIVES)
    (free,) = person(second).initiatives or ()
    assert (free.year, free.scope, free.used_for) == (YEAR, Scope.GRASSROOTS, None)
    Nomination.objects.filter(pk=first.pk).update(state=NominationState.DECIDED)
    (used,) = person(second).initiatives or ()
    (own,) = person(first).initiatives or ()
    assert (used.used_for, own.used_for) == (ADVANCED, None)


def test_an_initiative_may_be_written_down_only(commune: Commune) -> None:
    nomination = proposed(commune)
    an_initiative(commune, nomination, serves=False)
    assert not nomination.initiatives.exists()


@pytest.mark.parametrize(
    ("changes", "sentence", "field"),
    [
        (
            {"title": " "},
            "Chưa ghi tên sáng kiến hoặc văn bản công nhận: hãy ghi cả hai.",
            "title",
        ),
        (
            {"recognised_on": TO_COME},
            "Ngày 25/06/2024 chưa tới: hãy ghi ngày hôm nay hoặc trước đó.",
            "recognised_on",
        ),
    ],
)
def test_an_initiative_that_cannot_be(
    commune: Commune, changes: dict[str, Any], sentence: str, field: str
) -> None:
    nomination = proposed(commune)
    with refused(sentence, field=field):
        an_initiative(commune, nomination, **changes)


def test_an_initiative_is_written_once(commune: Commune) -> None:
    nomination = proposed(commune)
    an_initiative(commune, nomination)
    with refused("Sáng kiến “Máy tuốt lúa” đã có trong danh mục.", field="title"):
        an_initiative(commune, nomination)


# --- holds and discipline ---------------------------------------------------------------------


def test_an_open_hold_stands_in_the_way_until_it_ends(commune: Commune) -> None:
    nomination = recorded(commune, proposed(commune))
    hold = add_hold(
        actor=commune.clerk, nomination=nomination, kind=HoldKind.COMPLAINT, since=SINCE
    )
    assert str(hold) == "Đang xác minh khiếu nại"
    assert verdict_of(nomination) == LawVerdict.NOT_MET
    with refused(
        "Ngày kết thúc đứng trước ngày bắt đầu 01/03/2024: hãy kiểm tra lại.", field="until"
    ):
        end_hold(actor=commune.clerk, nomination=nomination, hold=hold, until=dt.date(2024, 2, 1))
    end_hold(actor=commune.clerk, nomination=nomination, hold=hold, until=dt.date(2024, 6, 1))
    assert verdict_of(nomination) == LawVerdict.MET


def test_an_open_hold_counts_though_nobody_called_the_list_whole(commune: Commune) -> None:
    nomination = proposed(commune)
    Hold.objects.create(recipient=nomination.recipient, kind=HoldKind.PRESS, since=SINCE)
    assert len(person(nomination).holds or ()) == 1
    Hold.objects.update(until=SINCE)
    assert person(nomination).holds is None


def test_a_discipline_of_the_year_counts_at_once(commune: Commune) -> None:
    nomination = proposed(commune)
    kept = add_discipline(
        actor=commune.clerk, nomination=nomination, level=DisciplineForm.WARNING, since=SINCE
    )
    (found,) = person(nomination).discipline or ()
    assert (str(kept), found.level, found.since, found.until) == (
        "Cảnh cáo", DisciplineLevel.WARNING, SINCE, None
    )  # fmt: skip
    kept.since = dt.date(2020, 1, 1)
    kept.until = dt.date(2021, 1, 1)
    kept.save()
    assert person(nomination).discipline is None


def test_only_the_office_writes_what_stands_in_the_way(commune: Commune) -> None:
    nomination = proposed(commune)
    with pytest.raises(NotAllowedError):
        add_hold(
            actor=commune.village_head, nomination=nomination, kind=HoldKind.PRESS, since=SINCE
        )


# --- the register -----------------------------------------------------------------------------


def test_the_register_tells_what_was_given(commune: Commune) -> None:
    decision = decided(commune)
    recipient = decision.honours.get(order=1).recipient
    assert honours_held([recipient.pk]) == {
        recipient.pk: (HeldHonour("giay-khen-ca-nhan", YEAR, "cong-trang"),)
    }
    assert honours_held([]) == {}
    assert recipient.person != person_of(commune.clerk)


def test_honours_of_later_years_do_not_count(commune: Commune) -> None:
    nomination = proposed(commune)
    whole(commune, nomination, FactList.HONOURS)
    held = [HeldHonour(ADVANCED, 2023), HeldHonour(ADVANCED, 2025)]
    assert person(nomination, *held).honours == (held[0],)
