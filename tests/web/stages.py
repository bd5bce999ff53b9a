"""The commune at its fullest: something of everything a page can show, and in every state."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.urls import reverse
from tests.factories.planning import make_plan, make_task
from tests.scenarios.aftermath import (
    BASIS,
    awarded_above,
    correcting,
    other_paper,
    revoked_above,
    revoking,
)
from tests.scenarios.commune import (
    TODAY,
    appraised,
    called,
    decided,
    drafted,
    opened,
    registered,
    sent,
    village_rows,
    voted,
    written,
)
from tests.scenarios.forwarding import approved_above, forwarded
from tests.scenarios.kept import kept
from tests.scenarios.plans import confirmed

from vinhdanh.councils.enums import VoteForm
from vinhdanh.councils.services.boxes import open_box
from vinhdanh.councils.services.forms import choose_form
from vinhdanh.decisions.enums import ReissueKind
from vinhdanh.decisions.services.certificates import make_certificates, order_certificates
from vinhdanh.decisions.services.layouts import copy_layout
from vinhdanh.decisions.services.reissues import request_reissue
from vinhdanh.decisions.services.restorations import record_restoration
from vinhdanh.emulation.enums import MovementKind
from vinhdanh.emulation.services.movements import launch_movement
from vinhdanh.intake.lists import PEOPLE, write_list
from vinhdanh.nominations.services.transitions import take_step
from vinhdanh.organizations.enums import ImportKind
from vinhdanh.organizations.services.imports import upload_list
from vinhdanh.planning.services.evidence import add_evidence
from vinhdanh.reports.enums import ReportKind
from vinhdanh.reports.services.reports import open_report

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune

    from vinhdanh.councils.models import Meeting
    from vinhdanh.decisions.models import CertificateLayout, Decision, Forwarding
    from vinhdanh.emulation.models import Movement
    from vinhdanh.nominations.models import Submission
    from vinhdanh.nominations.services.submissions import Proposal
    from vinhdanh.planning.models import Evidence, Plan
    from vinhdanh.reports.models import Report


@dataclass(frozen=True, slots=True)
class Fullest:
    """What the stage is made of."""

    plan: Plan
    draft_plan: Plan
    evidence: Evidence
    movement: Movement
    lists: tuple[Submission, ...]
    """Decided, drafted, closed, open, called, sent and returned, unsent."""
    meetings: tuple[Meeting, ...]
    """Closed without a decision, open, planned."""
    decision: Decision
    draft_decision: Decision
    layout: CertificateLayout
    forwarding: Forwarding
    report: Report
    later: tuple[Decision, ...]
    """Drafts of a revocation and a correction; the superior's revocation and restoration."""

    def pages(self) -> list[str]:
        """Return the addresses of the main pages with something on each."""
        one = self.lists[0].nominations.order_by("order")[0]
        returned = self.lists[5].nominations.order_by("order")[0]
        document = self.plan.document
        assert document is not None
        return [
            *(reverse(name) for name in LISTS),
            *(reverse("plan", args=[plan.pk]) for plan in (self.plan, self.draft_plan)),
            *(reverse("task", args=[task.pk]) for task in self.plan.tasks.all()[1:3]),
            reverse("task", args=[self.evidence.task_id]),
            reverse("movement", args=[self.movement.pk]),
            *(reverse("submission", args=[each.pk]) for each in (self.lists[0], *self.lists[5:])),
            *(reverse("nomination", args=[each.pk]) for each in (one, returned)),
            reverse("nomination_facts", args=[returned.pk]),
            *(reverse("meeting", args=[each.pk]) for each in self.meetings),
            reverse("decision", args=[self.decision.pk]),
            reverse("decision", args=[self.draft_decision.pk]),
            reverse("forwarding", args=[self.forwarding.pk]),
            reverse("case_answer", args=[self.forwarding.cases.get().pk]),
            reverse("proposals"),
            reverse("layouts"),
            reverse("layout", args=[self.layout.pk]),
            *(reverse("honour", args=[each.pk]) for each in self.decision.honours.all()[:2]),
            *(reverse("decision", args=[each.pk]) for each in self.later),
            reverse("revocation_new", args=[self.decision.pk]),
            reverse("correction_new", args=[self.decision.honours.all()[0].pk]),
            reverse("restoration_new", args=[self.later[2].pk]),
            reverse("report", args=[self.report.pk]),
            reverse("document", args=[document.pk]),
            reverse("unit", args=[one.submission.unit_id]),
        ]


LISTS = (
    "today",
    "board",
    "emulation",
    "documents",
    "submissions",
    "meetings",
    "decisions",
    "forwardings",
    "prizes",
    "register",
    "reports",
    "units",
    "law",
)


@kept
def fullest(commune: Commune) -> Fullest:
    """Bring the commune to its fullest stage; four papers are rendered on the way."""
    plan = confirmed(commune)
    draft_plan = make_plan(commune.body, is_confirmed=False)
    make_task(draft_plan, content="Tập huấn")
    proven = plan.tasks.get(no="9")
    evidence = add_evidence(actor=commune.village_head, task=proven, note="Đã họp ngày 20/6")
    registered(commune)
    movement = launch_movement(
        actor=commune.chair,
        kind=MovementKind.REGULAR,
        title="Cả xã làm đường hoa",
        launched_on=dt.date(2024, 2, 2),
    )
    rows = village_rows(commune)
    decision = decided(commune)
    layout = copy_layout(actor=commune.clerk, key="a4_blank", name="Phôi Minh Tiến")
    batch = order_certificates(actor=commune.clerk, decision=decision, layout=str(layout.pk))
    make_certificates(batch_id=batch.pk)
    lists = [_another(commune, rows, at) for at in range(6)]
    draft_decision = drafted(commune, voted(commune, opened(commune, lists[0])))
    closed = voted(commune, opened(commune, lists[1]))
    forwarding = forwarded(commune, approved_above(commune, period="2 năm 2023, 2024"))
    meetings = (closed, opened(commune, lists[2]))
    returned = lists[4].nominations.order_by("order")[0]
    take_step(actor=commune.clerk, nomination=returned, name="return", reason="Thiếu biên bản")
    open_meeting = meetings[1]
    item = open_meeting.items.get(order=2)
    choose_form(actor=commune.clerk, meeting=open_meeting, items=[item], form=VoteForm.SECRET)
    open_box(actor=commune.chair, meeting=open_meeting, items=[item], code="mot-ma-du-dai")
    upload_list(
        importer=commune.clerk,
        kind=ImportKind.PEOPLE,
        source_name="ds.xlsx",
        source=write_list(PEOPLE, [{"name": "Lê Văn Mới", "unit": commune.village.name}]),
    )
    return Fullest(
        plan=plan,
        draft_plan=draft_plan,
        evidence=evidence,
        movement=movement,
        lists=(decision.lines.get(order=1).nomination.submission, *lists),
        meetings=(*meetings, called(commune, lists[3])),
        decision=decision,
        draft_decision=draft_decision,
        layout=layout,
        forwarding=forwarding,
        report=open_report(actor=commune.clerk, kind=ReportKind.SIX_MONTH, year=2024),
        later=_later(commune, decision),
    )


def _later(commune: Commune, decision: Decision) -> tuple[Decision, ...]:
    """Return decisions on earlier awards, none of which renders a paper; ask for a reissue too."""
    first, second, *_ = decision.honours.order_by("order")
    request_reissue(
        actor=commune.clerk,
        honour=first,
        kind=ReissueKind.REPLACEMENT,
        reason="mất do bão",
        applicant=first.recipient_name,
        requested_on=TODAY,
    )
    taken = revoked_above(commune, awarded_above(commune, "Đỗ Thị Hạnh", "Vũ Văn Thắng"))
    line = taken.revocation.lines.all()[0]
    given = record_restoration(
        actor=commune.clerk,
        revocation=taken.revocation,
        lines=[line.pk],
        reason="kết luận xác định thành tích là đúng",
        basis=BASIS,
        paper=other_paper("2100/QĐ-UBND"),
    )
    drafts = (revoking(commune, decision, second), correcting(commune, first))
    return (*drafts, taken, given)


def _another(commune: Commune, rows: list[Proposal], at: int) -> Submission:
    """Return the usual list for another period: the last two sent and unsent, others appraised."""
    again = [replace(row, period=f"đợt {at + 1} năm 2024") for row in rows[:2]]
    if at == 5:
        return written(commune, rows=again)
    found = sent(commune, rows=again)
    return found if at == 4 else appraised(commune, found)
