"""A bare row of everything `fullest` leaves empty, so that no address is tried in vain.

How such rows come about is tested elsewhere; here they only have to be there.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from django.apps import apps
from tests.factories.planning import make_document
from tests.scenarios.commune import TODAY
from tests.scenarios.kept import kept

from vinhdanh.councils.models import Meeting
from vinhdanh.decisions.models import Decision, Honour
from vinhdanh.kernel import clock
from vinhdanh.nominations.models import Nomination
from vinhdanh.organizations.services.recipients import recipient_for_person
from vinhdanh.planning.models import Task

if TYPE_CHECKING:
    from django.db.models import Model
    from tests.scenarios.commune import Commune

FILE = {"format": "pdf", "path": "2024/a.pdf", "sha256": "0" * 64, "size": 1}
OFFICE = 900
"""Numbers of documents that no stage uses."""


def add(label: str, **facts: Any) -> Any:
    """Write a row of a table."""
    model: type[Model] = apps.get_model(label)
    return model._default_manager.create(**facts)


@kept
def remains(commune: Commune) -> None:
    """Fill every table that `fullest` leaves empty."""
    _of_council(commune)
    _of_nominations(commune)
    _of_decisions(commune)
    _of_people(commune)
    _of_papers(commune)


def _of_council(commune: Commune) -> None:
    meeting = Meeting.objects.filter(state="planned").latest("pk")
    item, member = meeting.items.all()[0], commune.seat(commune.culture_head)
    add("councils.Recusal", item=item, member=member, reason="là anh ruột")
    add("councils.Kinship", member=member, person=commune.farmer, relation="anh ruột",
        declared_by="Đỗ Minh Châu")  # fmt: skip
    add("councils.Teller", meeting=meeting, member=member, is_head=True)
    add("councils.Ceiling", meeting=meeting, honour="x", limit=1, source="Công văn 12")
    add("councils.PaperTally", item=item, issued=0, returned=0, invalid=0, entered_by="Châu")
    add("councils.TallyFile", meeting=meeting, title="Biên bản kiểm phiếu", **FILE)
    letter = make_document(commune.body, OFFICE, symbol="GM-UBND")
    add("councils.MeetingPaper", meeting=meeting, kind="invitation", document=letter)
    plan = add("councils.WorkPlan", council=commune.council, year=2024)
    add("councils.PlannedMeeting", plan=plan, quarter=1, content="Xét khen quý I")


def _of_nominations(commune: Commune) -> None:
    nomination, clerk = Nomination.objects.earliest("pk"), commune.clerk
    add("nominations.EvidenceFile", nomination=nomination, name="ảnh.pdf", added_by=clerk.user,
        added_by_name=clerk.name, added_at=clock.now(), **FILE)  # fmt: skip
    report = add("nominations.AchievementReport", nomination=nomination, updated_by=clerk.user,
                 updated_by_name=clerk.name, updated_at=clock.now())  # fmt: skip
    add("nominations.ReportFingerprint", report=report, body_id=commune.body.pk, value=1)
    said = {"nomination": nomination, "by": clerk.user, "by_name": clerk.name, "at": clock.now()}
    add("nominations.Attestation", conditions=[], **said)
    add("nominations.Verification", condition="x", text="x", answer=True, reason="đúng", **said)
    add("nominations.FactsStatement", about="honours", **said)
    posting = add("nominations.Posting", body=commune.body, posted_on=TODAY, closes_on=TODAY,
                  created_by=clerk.user, created_at=clock.now())  # fmt: skip
    posting.nominations.add(nomination)
    add("nominations.Opinion", posting=posting, given_by="Ông Thịnh", content="Đồng tình",
        received_on=TODAY, recorded_by_name=clerk.name)  # fmt: skip


def _of_decisions(commune: Commune) -> None:
    decision = Decision.objects.filter(state="issued", kind="award").earliest("pk")
    ceremony = add("decisions.Ceremony", decision=decision, name="Lễ trao", held_at=clock.now(),
                   venue="Hội trường")  # fmt: skip
    honour = Honour.objects.filter(decision=decision).earliest("pk")
    add("decisions.CeremonyTaker", ceremony=ceremony, honour=honour)
    add("decisions.TrustedSender", body=commune.body, name="Xã bên", public_key="0" * 64,
        confirmed_by_name="Hạnh", confirmed_on=TODAY)  # fmt: skip
    proposal = add("decisions.ReceivedProposal", body=commune.body, bundle_id=uuid.uuid4(),
                   sender_name="Xã bên", sender_key="0" * 64, letter="01/TTr", letter_on=TODAY,
                   path="a.zip", sha256="0" * 64, received_on=TODAY,
                   received_by_name="Hạnh")  # fmt: skip
    add("decisions.ReceivedCase", proposal=proposal, key="1", order=1, recipient="Lê Văn Năm",
        honour_name="Giấy khen", achievement="Đã cứu người", period="2024")  # fmt: skip
    fund = add("decisions.Fund", body=commune.body, year=2024)
    add("decisions.FundEntry", fund=fund, kind="planned", purpose="supply", source="budget",
        amount=1, entered_on=TODAY, content="Dự toán", entered_by_name="Ngân")  # fmt: skip
    add("decisions.PaymentList", body=commune.body, year=2024, number=1, title="Đợt 1",
        made_on=TODAY, made_by_name="Ngân")  # fmt: skip


def _of_people(commune: Commune) -> None:
    farmer = recipient_for_person(commune.farmer)
    add("organizations.Hold", recipient=farmer, kind="inspection", since=TODAY)
    add("organizations.Discipline", person=commune.farmer, level="khien-trach", since=TODAY)
    add("organizations.YearRecord", recipient=farmer, year=2023)
    work = add("organizations.Initiative", body=commune.body, title="Máy tuốt lúa",
               recognised_by="12/QĐ-UBND", recognised_on=TODAY)  # fmt: skip
    add("organizations.InitiativeAuthor", initiative=work, person=commune.farmer,
        share_percent=100)  # fmt: skip
    add("organizations.UnitSuccession", predecessor=commune.other_village,
        successor=commune.village, kind="merged", on=TODAY, basis="Nghị quyết 12")  # fmt: skip
    add("reports.FairnessTarget", body=commune.body, year=2024, percent=60, source="Kế hoạch",
        set_by_name="Quyên")  # fmt: skip


def _of_papers(commune: Commune) -> None:
    came = add("records.IncomingDocument", body=commune.body, arrival_number=OFFICE, year=2024,
               arrived_on=TODAY, author="Huyện", kind_name="Công văn",
               abstract="Báo cáo")  # fmt: skip
    series = add("records.NumberSeries", body=commune.body, symbol="BC-UBND", year=2024)
    add("records.KeptNumber", series=series, number=1, note="Khen đột xuất", kept_on=TODAY)
    add("records.IncomingFile", document=came, title="Công văn", **FILE)
    letter = make_document(commune.body, OFFICE + 1)
    task = Task.objects.filter(plan__body=commune.body).earliest("pk")
    add("planning.TaskDocument", task=task, document=letter)
