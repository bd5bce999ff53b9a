"""The plan read from its real text, the documents that follow it, and who has read them."""

from __future__ import annotations

import datetime as dt
from importlib.resources import files
from typing import TYPE_CHECKING

from vinhdanh.councils.enums import CouncilRole
from vinhdanh.councils.models import Council, CouncilMember
from vinhdanh.demo.moments import moment
from vinhdanh.demo.people import COUNCIL_SEATS
from vinhdanh.demo.units import TAKING_PART
from vinhdanh.intake import read_plan_bytes
from vinhdanh.planning.services.evidence import issue_for_task
from vinhdanh.planning.services.plans import confirm_plan, import_plan
from vinhdanh.records.enums import DocumentKind
from vinhdanh.records.services.documents import issue_document, mark_read

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vinhdanh.demo.commune import Commune
    from vinhdanh.planning.models import Plan, Task
    from vinhdanh.records.models import OfficialDocument

PLAN_FILE = "ke-hoach-11-KH-UBND-minh-tien-2024.txt"
ROLES_OF_SEATS = {each.value: each for each in CouncilRole}


def establish_council(commune: Commune) -> Council:
    """Establish the council by a decision that was numbered on paper."""
    with moment("2024-01-03T14:00"):
        decision = issue_document(
            actor=commune.actor("vanphong"),
            kind=DocumentKind.DECISION,
            symbol="QĐ-UBND",
            number=7,
            abstract="Kiện toàn Hội đồng Thi đua - Khen thưởng xã Minh Tiến",
            issued_on=dt.date(2024, 1, 3),
            signer_position="CHỦ TỊCH",
            signer_name=commune.actor("chutich").name,
        )
    source = f"Quyết định số {decision.code} ngày 03/01/2024"
    council = Council.objects.create(
        body=commune.body,
        name="Hội đồng Thi đua - Khen thưởng xã Minh Tiến",
        established_on=dt.date(2024, 1, 3),
        establishing_decision=source,
        rule_source=f"Quy chế hoạt động của Hội đồng, {source}",
    )
    for order, (account, role) in enumerate(COUNCIL_SEATS, start=1):
        person = commune.users[account].person
        assert person is not None
        CouncilMember.objects.create(
            council=council,
            person=person,
            role=ROLES_OF_SEATS[role],
            post=person.positions.get().title,
            order=order,
        )
    return council


def issue_plan(commune: Commune) -> Plan:
    """Read the plan's text, keep it, confirm it under the number it has on paper."""
    source = files("vinhdanh.demo").joinpath("data", PLAN_FILE).read_bytes()
    with moment("2024-01-10T09:15"):
        plan = import_plan(
            actor=commune.actor("vanphong"),
            draft=read_plan_bytes(source, PLAN_FILE),
            source_name=PLAN_FILE,
            source=source,
        )
    with moment("2024-01-10T15:40"):
        plan = confirm_plan(
            actor=commune.actor("chutich"), plan=plan, expected_version=plan.version
        )
    assert plan.document is not None
    _read(commune, plan.document, on="2024-01-12", unread={"thon4"})
    return plan


def issue_letter(commune: Commune, plan: Plan) -> None:
    """Task 2: the directive letter, read by all."""
    with moment("2024-01-15T10:05"):
        letter = issue_for_task(
            actor=commune.actor("vanphong"),
            task=task(plan, "2"),
            kind=DocumentKind.LETTER,
            symbol="UBND-VP",
            abstract="Đẩy mạnh các phong trào thi đua yêu nước năm 2024",
            issued_on=dt.date(2024, 1, 15),
            addressees=[commune.units[key] for key in TAKING_PART],
        )
    _read(commune, letter, on="2024-01-17")


def issue_council_plan(commune: Commune, plan: Plan) -> None:
    """Task 5: the council's own plan of work, read by most."""
    with moment("2024-02-20T14:30"):
        document = issue_for_task(
            actor=commune.actor("vanphong"),
            task=task(plan, "5"),
            kind=DocumentKind.PLAN,
            symbol="KH-HĐTĐKT",
            abstract="Hoạt động của Hội đồng Thi đua - Khen thưởng xã năm 2024",
            issued_on=dt.date(2024, 2, 20),
            addressees=[commune.units[key] for key in TAKING_PART],
        )
    _read(commune, document, on="2024-02-22", unread={"cuuchienbinh", "phunu", "thon1", "thon4"})


def task(plan: Plan, no: str) -> Task:
    """Return a row of the plan by its printed number."""
    return plan.tasks.get(no=no)


def _read(
    commune: Commune, document: OfficialDocument, *, on: str, unread: Iterable[str] = ()
) -> None:
    late = set(unread)
    for at, key in enumerate(key for key in TAKING_PART if key not in late):
        with moment(f"{on}T{8 + at // 6:02d}:{at % 6 * 10 + 5:02d}"):
            mark_read(actor=commune.actor(key), document=document)
