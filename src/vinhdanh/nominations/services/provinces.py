"""Which province's own rules a body's nominations are held against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.enums import Act
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.services.audit import record
from vinhdanh.lawbook import default_corpus
from vinhdanh.nominations.enums import FINAL_STATES
from vinhdanh.nominations.models import Nomination
from vinhdanh.nominations.services.assessments import assess_nominations
from vinhdanh.nominations.services.clocks import set_clocks
from vinhdanh.organizations.models import Unit

if TYPE_CHECKING:
    from vinhdanh.accounts.actor import Actor


@transaction.atomic
def choose_province(*, actor: Actor, province: str) -> Unit:
    """Name the province of the actor's body; the law is asked anew of every open nomination.

    Args:
        actor: a clerk or the chair.
        province: slug of a province with rules in the corpus; empty for national rules only.

    Raises:
        DomainError: the corpus has no rules of such a province.
    """
    actor.require(Act.CHOOSE_PROVINCE)
    if province and province not in default_corpus().provinces:
        raise DomainError(
            "Chưa có quy định của tỉnh này: hãy chọn lại trong danh sách.", field="province"
        )
    body = Unit.objects.select_for_update(of=("self",)).get(pk=actor.body.pk)
    before, body.province = body.province, province
    body.save(update_fields=["province"])
    record(
        scope=actor.scope,
        actor=actor.name,
        action="body.province",
        target=body,
        sentence="chọn quy định của tỉnh để xét khen thưởng"
        if province
        else "chọn chỉ xét khen thưởng theo quy định chung",
        details={"province": [before, province]},
    )
    pending = Nomination.objects.filter(body=body).exclude(state__in=FINAL_STATES)
    assess_nominations(pending, as_of=clock.today())
    set_clocks(pending, as_of=clock.today())
    return body
