from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from tests.factories.honours import make_decision
from tests.factories.organizations import make_unit
from tests.scenarios.commune import appraised, decided, drafted, opened, sent, village_rows, voted

from vinhdanh.decisions.models import Honour, Revocation, RevocationLine
from vinhdanh.decisions.queries.timelines import recipients_for, road_of
from vinhdanh.organizations.enums import SuccessionKind
from vinhdanh.organizations.models import UnitSuccession
from vinhdanh.organizations.services.recipients import recipient_for_person, recipient_for_unit

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune


def given(commune: Commune, row: int) -> Honour:
    """Return the honour of one of the village's rows."""
    submission = appraised(commune, sent(commune, rows=[village_rows(commune)[row]]))
    decided(commune, drafted(commune, voted(commune, opened(commune, submission))))
    return Honour.objects.get()


def test_nobody_knows_anything_of_a_newcomer(commune: Commune) -> None:
    recipient = recipient_for_person(commune.farmer)
    assert road_of(commune.clerk, recipient) == []
    assert not recipients_for(commune.outsider).filter(pk=recipient.pk).exists()


def test_a_proposal_is_for_those_who_may_see_it(commune: Commune) -> None:
    sent(commune, rows=village_rows(commune)[:1])
    recipient = recipient_for_person(commune.farmer)
    ((event,),) = [year.events for year in road_of(commune.clerk, recipient)]
    assert event.sentence == (
        "Được đề nghị Giấy khen cho 6 tháng đầu năm 2024: đã gửi, chờ thẩm định"
    )
    assert road_of(commune.other_head, recipient) == []


def test_an_honour_and_its_end(commune: Commune) -> None:
    honour = given(commune, 0)
    taken = Revocation.objects.create(
        decision=make_decision(commune.body, number=60, on=dt.date(2025, 3, 1)),
        award=honour.decision,
    )
    RevocationLine.objects.create(revocation=taken, honour=honour, order=1)
    years = road_of(commune.other_head, honour.recipient)
    assert [(year.year, [event.state for event in year.events]) for year in years] == [
        (2025, ["stop"]),
        (2024, ["good"]),
    ]
    assert years[0].events[0].sentence == "Bị hủy bỏ, thu hồi Giấy khen tặng ngày 24/06/2024"


def test_a_unit_brings_the_road_of_what_it_came_from(commune: Commune) -> None:
    given(commune, 1)
    heir = make_unit(commune.body, "Thôn Phạm Kim", order=9)
    UnitSuccession.objects.create(
        predecessor=commune.village,
        successor=heir,
        kind=SuccessionKind.MERGED,
        on=dt.date(2025, 7, 1),
        basis="Nghị quyết 12/NQ-HĐND",
    )
    merged, before = road_of(commune.clerk, recipient_for_unit(heir))
    assert merged.events[0].sentence.startswith("Thôn Phạm Xá thành Thôn Phạm Kim: ")
    assert (before.year, before.events[0].former) == (2024, "Thôn Phạm Xá")
