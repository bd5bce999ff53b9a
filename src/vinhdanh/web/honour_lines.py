"""Honours on the page of today: what comes and goes after a revocation, reissues, good news."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.http import urlencode

from vinhdanh.accounts.enums import Act, Role
from vinhdanh.decisions.enums import ReissueState
from vinhdanh.decisions.queries.decisions import nominations_to_decide
from vinhdanh.decisions.queries.honours import honours_for, reissues_for
from vinhdanh.decisions.queries.revocations import revocation_lines_for
from vinhdanh.kernel import clock
from vinhdanh.kernel.wording import count
from vinhdanh.nominations.enums import Procedure
from vinhdanh.organizations.queries.years import year_by_unit
from vinhdanh.web.lines import Line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vinhdanh.accounts.actor import Actor

NEWS = dt.timedelta(days=30)
"""How long a unit is told of its honours."""
REVIEW_MONTH = 11
"""From here on the year's grading is asked for; the review begins."""


def honour_lines(actor: Actor, *, year: int) -> Iterator[Line]:
    """Yield what each role has to do about honours already given."""
    if actor.may(Act.SIGN_DECISION):
        yield from _to_answer(actor)
    if actor.may(Act.RECOVER):
        yield from _objects(actor)
    if Role.CLERK in actor.roles:
        yield from _simplified(actor)
        yield from _years(actor, year)
    if actor.units:
        yield from _news(actor)


def _to_answer(actor: Actor) -> Iterator[Line]:
    asked = list(reissues_for(actor).filter(state=ReissueState.ASKED).order_by("requested_on"))
    if asked:
        yield Line(
            f"{count(len(asked)).capitalize()} đề nghị cấp đổi, cấp lại bằng chờ anh/chị trả lời",
            reverse("honour", args=[asked[0].honour_id]), "Trả lời", "award", "care",
            ", ".join(each.honour.recipient_name for each in asked[:3]),
        )  # fmt: skip


def _objects(actor: Actor) -> Iterator[Line]:
    """What to get back, what to hand back, in one query."""
    rows = list(revocation_lines_for(actor).filter(handed_back_on=None).order_by("due_on", "pk"))
    back = [each for each in rows if not each.restored_on and not each.object_back_on]
    if back:
        late = bool(back[0].due_on and back[0].due_on < clock.today())
        yield Line(
            f"{count(len(back)).capitalize()} bằng, hiện vật phải thu hồi sau khi hủy bỏ khen"
            " thưởng",
            reverse("decision", args=[back[0].revocation.decision_id]), "Ghi nhận lại", "undo-2",
            "stop" if late else "care",
            ", ".join(each.honour.recipient_name for each in back[:3]),
            back[0].due_on,
        )  # fmt: skip
    forth = [each for each in rows if each.restoration and each.restored_on and each.object_back_on]
    if forth:
        first = forth[0].restoration
        assert first is not None
        yield Line(
            f"{count(len(forth)).capitalize()} bằng, hiện vật chờ trao lại sau khi khôi phục khen"
            " thưởng",
            reverse("decision", args=[first.decision_id]), "Ghi trao lại", "award", "care",
            ", ".join(each.honour.recipient_name for each in forth[:3]),
        )  # fmt: skip


def _simplified(actor: Actor) -> Iterator[Line]:
    agreed = list(nominations_to_decide(actor).filter(procedure=Procedure.SIMPLIFIED))
    if agreed:
        yield Line(
            f"{count(len(agreed)).capitalize()} hồ sơ được đồng ý theo thủ tục đơn giản, chờ soạn"
            " quyết định",
            reverse("decisions") + "#cho-soan", "Soạn quyết định", "stamp", "care",
            ", ".join(each.recipient.name for each in agreed[:3]),
        )  # fmt: skip


def _years(actor: Actor, year: int) -> Iterator[Line]:
    today = clock.today()
    if (today.year, today.month) < (year, REVIEW_MONTH):
        return
    rows = [each for each in year_by_unit(actor.body, year, as_of=today) if each.missing]
    if rows:
        missing = sum(each.missing for each in rows)
        yield Line(
            f"{count(missing).capitalize()} người ở {count(len(rows))} đơn vị chưa có xếp loại năm"
            f" {year}",
            reverse("years"), "Xem đơn vị còn thiếu", "calendar",
            detail=", ".join(each.unit.called for each in rows[:3]),
        )  # fmt: skip


def _news(actor: Actor) -> Iterator[Line]:
    given = honours_for(actor).filter(
        unit__in=actor.units, decided_on__gt=clock.today() - NEWS, revoked_on=None
    )
    rows = list(given.values_list("unit_id", "year", "recipient_name"))
    for unit in actor.units:
        here = [row for row in rows if row[0] == unit.pk]
        if not here:
            continue
        years = {row[1] for row in here}
        narrowed = {"unit": unit.pk} | ({"year": next(iter(years))} if len(years) == 1 else {})
        yield Line(
            f"{count(len(here)).capitalize()} trường hợp của {unit.called} đã được khen thưởng",
            f"{reverse('register')}?{urlencode(narrowed)}", "Xem", "award", "neutral",
            ", ".join(row[2] for row in here[:3]),
        )  # fmt: skip
