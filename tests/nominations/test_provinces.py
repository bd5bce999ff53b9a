"""A body names its province; its open nominations are held against those rules at once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.scenarios.commune import village_rows, written
from tests.scenarios.law import proposed
from tests.scenarios.refusal import refused

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.nominations.enums import NominationState
from vinhdanh.nominations.models import Nomination
from vinhdanh.nominations.queries.assessments import last_assessment
from vinhdanh.nominations.services.provinces import choose_province

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune

    from vinhdanh.accounts.actor import Actor

PROVINCE = "bac-ninh"


def judged_in(nomination: Nomination) -> str | None:
    found = last_assessment(nomination)
    assert found
    return json.loads(found.receipt)["inputs"]["province"]  # type: ignore[no-any-return]


@pytest.mark.parametrize("who", ["clerk", "chair"])
def test_open_nominations_are_held_against_the_province_s_rules(commune: Commune, who: str) -> None:
    nomination = proposed(commune)
    over = written(commune, rows=village_rows(commune)[1:2]).nominations.get()
    Nomination.objects.filter(pk=over.pk).update(state=NominationState.WITHDRAWN)
    actor: Actor = getattr(commune, who)
    assert choose_province(actor=actor, province=PROVINCE).province == PROVINCE
    assert (judged_in(nomination), judged_in(over)) == (PROVINCE, None)
    assert history_of(commune.body)[0].details == {"province": ["", PROVINCE]}
    assert choose_province(actor=actor, province="").province == ""
    assert judged_in(nomination) is None


def test_only_a_province_with_rules_is_chosen(commune: Commune) -> None:
    with refused("Chưa có quy định của tỉnh này: hãy chọn lại trong danh sách.", field="province"):
        choose_province(actor=commune.clerk, province="khong-co")


@pytest.mark.parametrize("who", ["village_head", "accountant", "superior"])
def test_others_choose_no_province(commune: Commune, who: str) -> None:
    with pytest.raises(NotAllowedError):
        choose_province(actor=getattr(commune, who), province=PROVINCE)
