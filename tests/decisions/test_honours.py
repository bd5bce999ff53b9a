"""The register is searched as people type: with marks it means them, without it does not."""

from __future__ import annotations

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

from vinhdanh.decisions.queries.honours import honours_for, matching
from vinhdanh.decisions.services import decisions
from vinhdanh.nominations.services.submissions import Proposal
from vinhdanh.organizations.services.recipients import recipient_for_person

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune

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
    "%": (),
    "an": (),
    "tran": ("Trần Dũng 100%",),
    "_": (),
    "không có ai": (),
}


@pytest.fixture
def register(commune: Commune, monkeypatch: pytest.MonkeyPatch) -> Commune:
    monkeypatch.setattr(decisions, "decision_files", lambda _: [])
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


def test_a_search_finds_every_word(register: Commune) -> None:
    found = {
        words: {each.recipient_name for each in matching(honours_for(register.clerk), words)}
        for words in FOUND
    }
    assert found == {words: set(names) for words, names in FOUND.items()}


def test_another_commune_finds_nothing(register: Commune) -> None:
    assert not matching(honours_for(register.outsider), "").exists()
