from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, transaction
from tests.factories.organizations import make_body
from tests.scenarios.refusal import refused

from vinhdanh.records.models import NumberSeries, OfficialDocument
from vinhdanh.records.services.numbers import claim_number, take_number

if TYPE_CHECKING:
    from vinhdanh.organizations.models import Unit


@pytest.fixture
def body(db: None) -> Unit:
    return make_body()


def take(body: Unit, symbol: str = "QĐ-UBND", year: int = 2024) -> int:
    return take_number(body=body, symbol=symbol, year=year)


@pytest.mark.django_db(transaction=True)
def test_a_number_is_taken_only_inside_a_transaction() -> None:
    body = make_body()
    with pytest.raises(RuntimeError, match="inside the transaction"):
        take(body)
    assert NumberSeries.objects.count() == 0


def test_numbers_follow_each_other_from_one(body: Unit) -> None:
    assert [take(body) for _ in range(4)] == [1, 2, 3, 4]


def test_each_body_symbol_and_year_has_its_own_series(body: Unit) -> None:
    take(body)
    assert take(body, symbol="KH-UBND") == 1
    assert take(body, year=2025) == 1
    assert take(make_body("Ủy ban nhân dân xã Khác")) == 1
    assert take(body) == 2
    assert str(NumberSeries.objects.earliest("pk")) == "QĐ-UBND năm 2024"


def test_a_rolled_back_issue_gives_its_number_back(body: Unit) -> None:
    take(body)
    with transaction.atomic():
        assert take(body) == 2
        transaction.set_rollback(True)
    assert take(body) == 2


def entered(body: Unit, number: int) -> None:
    claim_number(body=body, symbol="KH-UBND", year=2024, number=number)
    OfficialDocument.objects.create(
        body=body, kind="plan", number=number, symbol="KH-UBND", year=2024, issued_on="2024-01-10"
    )


def test_numbers_go_on_after_the_highest_that_was_claimed(body: Unit) -> None:
    entered(body, 11)
    assert take(body, symbol="KH-UBND") == 12
    entered(body, 5)
    assert take(body, symbol="KH-UBND") == 13


def test_a_claimed_number_cannot_be_claimed_again(body: Unit) -> None:
    entered(body, 5)
    with refused(
        "Sổ văn bản đi năm 2024 đã có số 05/KH-UBND: hãy kiểm tra lại số ký hiệu.", field="number"
    ):
        claim_number(body=body, symbol="KH-UBND", year=2024, number=5)


def test_a_number_is_once_in_the_register_and_positive(body: Unit) -> None:
    entered(body, 5)
    document = OfficialDocument.objects.get()
    document.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        document.save()
    document.number = 0
    with pytest.raises(IntegrityError), transaction.atomic():
        document.save()
