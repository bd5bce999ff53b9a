from __future__ import annotations

import pytest

from vinhdanh.accounts.models import User
from vinhdanh.demo import year
from vinhdanh.kernel.errors import DomainError
from vinhdanh.organizations.models import Unit


@pytest.mark.django_db
def test_a_load_that_breaks_off_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def break_off(*_: object) -> None:
        raise DomainError("Hỏng giữa chừng.")

    monkeypatch.setattr(year, "establish_council", break_off)

    with pytest.raises(DomainError):
        year.load_demo()

    assert (Unit.objects.count(), User.objects.count()) == (0, 0)
