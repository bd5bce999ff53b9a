"""The register is searched as people type: with marks it means them, without it does not."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from tests.factories.organizations import make_person
from tests.scenarios.commune import (
    CERTIFICATE,
    PERIOD,
    appraised,
    decided,
    drafted,
    opened,
    sent,
    voted,
)

from vinhdanh.decisions.enums import HonourSource
from vinhdanh.decisions.models import Honour, PrizePayment
from vinhdanh.decisions.queries import search, search_postgresql
from vinhdanh.decisions.queries.honours import found_for, honours_for, names_in, years_in
from vinhdanh.decisions.queries.search import Asked
from vinhdanh.decisions.search_words import index_words
from vinhdanh.decisions.services import issuing
from vinhdanh.nominations.services.submissions import Proposal
from vinhdanh.organizations.services.recipients import recipient_for_person

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune

    from vinhdanh.accounts.actor import Actor

NAMES = ("Phạm Văn Đức", "Lê Thị Đúc", "Nguyễn Văn Dục", "Đặng Thị Ước", "Trần Dũng 100%")


FOUND: dict[str, tuple[str, ...]] = {
    "": NAMES,
    "duc": ("Phạm Văn Đức", "Lê Thị Đúc", "Nguyễn Văn Dục"),
    "DUC": ("Phạm Văn Đức", "Lê Thị Đúc", "Nguyễn Văn Dục"),
    "đức": ("Phạm Văn Đức",),
    "ĐỨC": ("Phạm Văn Đức",),
    "Đức": ("Phạm Văn Đức",),
    "dục": ("Nguyễn Văn Dục",),
    "đúc": ("Lê Thị Đúc",),
    "đuc": (),
    "van đức": ("Phạm Văn Đức",),
    "duc van": ("Phạm Văn Đức", "Nguyễn Văn Dục"),
    "  uoc   dang ": ("Đặng Thị Ước",),
    "pham xa duc le": ("Lê Thị Đúc",),
    "100%": ("Trần Dũng 100%",),
    "100": ("Trần Dũng 100%",),
    "%": (),
    "_b1": (),
    '"': (),
    "' OR": (),
    "an": (),
    "tran": ("Trần Dũng 100%",),
    "_": (),
    "không có ai": (),
}


@pytest.fixture
def register(commune: Commune, monkeypatch: pytest.MonkeyPatch) -> Commune:
    monkeypatch.setattr(issuing, "decision_files", lambda _: [])
    rows = [
        Proposal(
            recipient_for_person(make_person(commune.body, name)),
            "Thôn Phạm Xá",
            CERTIFICATE,
            "Có thành tích",
            PERIOD,
        )
        for name in NAMES
    ]
    submission = appraised(commune, sent(commune, rows=rows))
    decided(commune, drafted(commune, voted(commune, opened(commune, submission))))
    return commune


def names(actor: Actor, asked: Asked) -> list[str]:
    return [each.recipient_name for each in found_for(actor, asked)[:50]]


def test_a_search_finds_every_word(register: Commune) -> None:
    found = {words: set(names(register.clerk, Asked(words=words))) for words in FOUND}
    assert found == {words: set(expected) for words, expected in FOUND.items()}


def test_another_commune_finds_nothing(register: Commune) -> None:
    assert not names(register.outsider, Asked())
    assert not names(register.outsider, Asked(words="duc"))
    assert names_in(register.outsider) == {}
    assert years_in(register.outsider) == []


def test_the_newest_come_first(register: Commune) -> None:
    oldest = Honour.objects.get(recipient_name="Lê Thị Đúc")
    Honour.objects.filter(pk=oldest.pk).update(decided_on=dt.date(2019, 5, 1))
    expected = ["Trần Dũng 100%", "Đặng Thị Ước", "Nguyễn Văn Dục", "Phạm Văn Đức", "Lê Thị Đúc"]
    assert names(register.clerk, Asked()) == expected
    assert names(register.clerk, Asked(words="duc")) == expected[2:]
    found = found_for(register.clerk, Asked())
    assert [each.recipient_name for each in found[1:3]] == expected[1:3]
    assert found[3].recipient_name == expected[3]
    assert [each.recipient_name for each in found.every(most=2)] == expected[:2]


def test_filters_narrow(register: Commune) -> None:
    honour = Honour.objects.get(recipient_name="Phạm Văn Đức")
    Honour.objects.filter(pk=honour.pk).update(
        year=2019, source=HonourSource.OLD, honour="bang-khen", honour_name="Bằng khen",
        recipient_kind="household", unit=register.other_village,
    )  # fmt: skip
    only = ["Phạm Văn Đức"]
    clerk = register.clerk
    for asked in (
        Asked(years=(2019, 2018)),
        Asked(source="old"),
        Asked(honours=("bang-khen",)),
        Asked(kind="household"),
        Asked(units=(register.other_village.pk,)),
        Asked(words="duc", years=(2019,), is_revoked=False),
    ):
        assert names(clerk, asked) == only, asked
    assert len(names(clerk, Asked(is_revoked=False))) == 5
    assert not names(clerk, Asked(is_revoked=True))
    assert not names(clerk, Asked(years=(2019,), source="nominated"))
    assert names_in(clerk) == {"Bằng khen": ("bang-khen",), "Giấy khen": (CERTIFICATE,)}
    assert years_in(clerk) == [2024, 2023, 2022, 2021, 2020, 2019]


def test_a_row_is_found_by_what_it_says_now(register: Commune) -> None:
    honour = Honour.objects.get(recipient_name="Phạm Văn Đức")
    honour.recipient_name = "Phạm Hoà"
    honour.save()
    assert names(register.clerk, Asked(words="hòa")) == ["Phạm Hoà"]
    assert names(register.clerk, Asked(words="hoa pham")) == ["Phạm Hoà"]
    assert not names(register.clerk, Asked(words="đức"))
    PrizePayment.objects.filter(honour=honour).delete()
    honour.delete()
    assert not names(register.clerk, Asked(words="hoa"))


def test_many_are_counted_so_far_only(register: Commune, monkeypatch: pytest.MonkeyPatch) -> None:
    found = found_for(register.clerk, Asked(words="thon"))
    assert (len(found), found.is_more) == (5, False)
    monkeypatch.setattr(search, "MOST_COUNTED", 4)
    found = found_for(register.clerk, Asked(words="thon"))
    assert (len(found), found.is_more) == (4, True)


def test_words_written_in_bulk_are_found(register: Commune) -> None:
    first = honours_for(register.clerk)[0]
    first.pk, first.order, first.nomination, first.source = None, 99, None, HonourSource.OLD
    first.recipient_name = "Vũ Thị Ngà"
    Honour.objects.bulk_create([first])
    assert names(register.clerk, Asked(words="ngà")) == ["Vũ Thị Ngà"]


def test_words_are_kept_once_as_written_and_folded() -> None:
    assert index_words("Thuý, ĐỨC _b1 (đức)") == "thuy duc b1 thúy đức"


def test_only_the_last_word_may_be_a_beginning(register: Commune) -> None:
    assert names(register.clerk, Asked(words="van du")) == ["Nguyễn Văn Dục", "Phạm Văn Đức"]
    assert not names(register.clerk, Asked(words="va duc"))


@pytest.mark.parametrize("few", [0, 100])
def test_what_lies_past_the_newest_is_found_too(
    register: Commune, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(search, "FEW", few)
    monkeypatch.setattr(search_postgresql, "STRETCH", 2)
    for asked in (Asked(words="thon"), Asked(source="nominated", years=(2023, 2024))):
        found = found_for(register.clerk, asked)
        assert (len(found), found.is_more) == (5, False)
        assert [each.pk for each in found[:5]] == [each.pk for each in honours_for(register.clerk)]
        assert found[0] == honours_for(register.clerk)[0]
