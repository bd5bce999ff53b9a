"""Honours are taken back by a decision on a ground of the law; what was is never rubbed out."""

from __future__ import annotations

import datetime as dt
import re
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.factories.honours import make_honour
from tests.scenarios.aftermath import ABOVE, awarded_above, other_paper, revoked_above
from tests.scenarios.commune import TODAY, decided, drafted, one_row, opened, voted
from tests.scenarios.refusal import content
from tests.web.reading import words

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.decisions.check_codes import check_code
from vinhdanh.decisions.models import Decision, Honour, RevocationLine
from vinhdanh.decisions.queries.grounds import grounds
from vinhdanh.decisions.queries.honours import found_for
from vinhdanh.decisions.queries.search import Asked
from vinhdanh.decisions.services import issuing, revocations
from vinhdanh.decisions.services.drafts import discard_decision
from vinhdanh.decisions.services.recoveries import record_return
from vinhdanh.decisions.services.revocations import (
    Case,
    draft_revocation,
    issue_revocation,
    record_revocation,
)
from vinhdanh.documents import DocumentError
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.nominations.sources import honours_held
from vinhdanh.records.enums import DocumentState

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import NoReturn

    from django.test import Client
    from tests.scenarios.commune import Commune

    from vinhdanh.accounts.actor import Actor

CASE = Case(ground="gian-doi-ke-khai", reason="vì kê khai không trung thực thành tích.")


@contextmanager
def stopped(
    start: str, *, field: str | None = None, error: type[DomainError] = DomainError
) -> Iterator[None]:
    """Expect a refusal that begins with these words, and not one row changed."""
    before = content()
    with pytest.raises(error, match=f"^{re.escape(start)}") as caught:
        yield
    assert field in (None, caught.value.field)
    assert content() == before


@pytest.fixture
def award(commune: Commune, monkeypatch: pytest.MonkeyPatch) -> Decision:
    monkeypatch.setattr(issuing, "decision_files", lambda _: [])
    monkeypatch.setattr(revocations, "revocation_files", lambda _: [])
    return decided(commune, drafted(commune, voted(commune, opened(commune, one_row(commune)))))


def draft(
    commune: Commune,
    award: Decision,
    *,
    actor: Actor | None = None,
    case: Case = CASE,
    honours: list[int] | None = None,
) -> Decision:
    chosen = [each.pk for each in award.honours.all()] if honours is None else honours
    return draft_revocation(actor=actor or commune.clerk, award=award, honours=chosen, case=case)


def test_a_revocation_needs_a_right_an_honour_a_ground_and_a_reason(
    commune: Commune, award: Decision
) -> None:
    with stopped("Anh/chị chưa có quyền soạn quyết định", error=NotAllowedError):
        draft(commune, award, actor=commune.chair)
    with stopped("Việc này thuộc cơ quan khác.", error=NotAllowedError):
        draft(commune, award, actor=commune.outsider)
    with stopped("Chưa chọn trường hợp nào của Quyết định 01/QĐ-UBND"):
        draft(commune, award, honours=[])
    for case, field in (
        (Case(ground="khong-co", reason="vì"), "ground"),
        (Case(ground=CASE.ground, reason=" . "), "reason"),
        (Case(ground=CASE.ground, reason="gian dối", within_days=0), "within_days"),
        (Case(ground=CASE.ground, reason="gian dối", money_to=" "), "money_to"),
    ):
        with stopped("", field=field):
            draft(commune, award, case=case)


def test_only_what_was_decided_here_is_revoked_here(commune: Commune) -> None:
    bare = Decision.objects.create(body=commune.body, merit="đã có thành tích")
    with stopped("Quyết định chưa ban hành: hãy sửa hoặc bỏ dự thảo."):
        draft(commune, bare, honours=[1])
    above = awarded_above(commune)
    with stopped(f"Quyết định 1234/QĐ-UBND do {ABOVE} ký nên chỉ nơi đó"):
        draft(commune, above)


def test_what_the_body_decided_before_this_register_is_its_own(commune: Commune) -> None:
    old = awarded_above(commune)
    Decision.objects.filter(pk=old.pk).update(issuer=commune.body.name)
    old.refresh_from_db()
    assert draft(commune, old).revocation.lines.count() == 1


def test_a_superior_takes_its_own_back_by_its_own_paper(
    commune: Commune, award: Decision, client: Client
) -> None:
    with stopped("Quyết định 01/QĐ-UBND do Chủ tịch Ủy ban nhân dân xã Minh Tiến ký: hãy soạn"):
        revoked_above(commune, award)
    above = awarded_above(commune)
    client.force_login(commune.clerk.user)
    page = client.get(reverse("decision", args=[above.pk])).content.decode()
    assert "Ký ban hành" not in page
    url = reverse("revocation_new", args=[above.pk])
    assert url in page
    honour = above.honours.get()
    form = {
        "ground": CASE.ground, "reason": "gian dối", "within_days": "15", "money_to": "Quỹ",
        f"honour_{honour.pk}": "on", "issuer": ABOVE, "decided_on": "24/06/2024",
    }  # fmt: skip
    assert client.post(url, form).status_code == 422
    scan = SimpleUploadedFile("qd.pdf", b"anh")
    text = client.post(url, form | {"external_code": "9/QĐ", "scan": scan}).content.decode()
    assert "Tệp qd.pdf không phải PDF" in text
    scan = SimpleUploadedFile("qd.pdf", b"%PDF-1.4")
    posted = client.post(url, form | {"external_code": "2000/QĐ-UBND", "scan": scan})
    honour.refresh_from_db()
    taken = Decision.objects.get(external_code="2000/QĐ-UBND")
    assert (honour.revoked_on, honour.revoked_by) == (TODAY, taken)
    assert RevocationLine.objects.get().honour == honour
    text = client.get(posted["Location"]).content.decode()
    assert f"{ABOVE} ký ngày 24/06/2024" in text
    assert client.get(reverse("decision_scan", args=[taken.pk])).content == b"%PDF-1.4"
    assert (
        "Xã không chi khoản này."
        in client.get(reverse("honour", args=[honour.pk])).content.decode()
    )


def test_the_ground_of_another_office_is_of_the_law_of_its_day(
    commune: Commune, client: Client
) -> None:
    signed, award = dt.date(2023, 5, 4), awarded_above(commune)
    Decision.objects.filter(pk=award.pk).update(decided_on=dt.date(2022, 12, 1))
    award.honours.update(decided_on=dt.date(2022, 12, 1))
    award.refresh_from_db()
    chosen = [each.pk for each in award.honours.all()]
    with stopped(
        "Kho quy định chưa có các trường hợp hủy bỏ theo luật ngày 04/05/2023", field="cited"
    ):
        record_revocation(
            actor=commune.clerk, award=award, honours=chosen, case=CASE,
            paper=other_paper(on=signed),
        )  # fmt: skip
    client.force_login(commune.clerk.user)
    url = reverse("revocation_new", args=[award.pk])
    assert "Điểm a khoản 2 Điều 93" in client.get(url).content.decode()
    form = {
        "ground": CASE.ground, "reason": "gian dối", "within_days": "15", "money_to": "Quỹ",
        f"honour_{chosen[0]}": "on", "issuer": ABOVE, "decided_on": "04/05/2023",
        "external_code": "9/QĐ-UBND",
    }  # fmt: skip
    page = client.post(url, form)
    assert (page.status_code, list(page.context["form"].errors)) == (422, ["cited"])
    assert "Điều 93" not in page.content.decode()
    cited = "Điều 96 Luật Thi đua, khen thưởng 2003."
    page = client.post(url, form | {"cited": cited}, follow=True)
    assert f"<dd>{cited}</dd>" in page.content.decode()
    taken = Decision.objects.get(external_code="9/QĐ-UBND").revocation
    assert (taken.ground, taken.citation) == ("", cited.rstrip("."))


def test_a_paper_of_another_office_takes_back_of_two_awards(
    commune: Commune, client: Client
) -> None:
    award = awarded_above(commune, "Đỗ Thị Hạnh", "Lê Văn An")
    other = Decision.objects.create(
        body=commune.body, kind="external", state="issued", merit="có thành tích",
        decided_on=award.decided_on, issuer=ABOVE, external_code="1300/QĐ-UBND",
    )  # fmt: skip
    make_honour(other, "Vũ Thị Mơ")

    def record(chosen: Honour, case: Case = CASE) -> Decision:
        return record_revocation(
            actor=commune.clerk, award=chosen.decision, honours=[chosen.pk], case=case,
            paper=other_paper(),
        )  # fmt: skip

    first, second, third = Honour.objects.order_by("pk")
    taken = record(first)
    with stopped("Đỗ Thị Hạnh đã bị hủy bỏ", field="honours"):
        record(first)
    ground = next(each.id for each in grounds(as_of=TODAY) if each.id != CASE.ground)
    with stopped("Quyết định 2000/QĐ-UBND đã ghi hủy bỏ theo ", field="ground"):
        record(second, replace(CASE, ground=ground))
    assert record(third, replace(CASE, reason="lý do khác")) == record(second) == taken
    assert Honour.objects.filter(revoked_by=taken).count() == 3
    assert list(taken.revocation.lines.values_list("honour", "order")) == [
        (first.pk, 1), (third.pk, 2), (second.pk, 3),
    ]  # fmt: skip
    assert history_of(taken)[1].sentence == (
        "ghi Quyết định 2000/QĐ-UBND, hủy bỏ 1 trường hợp tại Quyết định 1300/QĐ-UBND"
    )
    client.force_login(commune.clerk.user)
    text = client.get(reverse("decision", args=[taken.pk])).content.decode()
    told = "Hủy bỏ ba trường hợp tại Quyết định 1234/QĐ-UBND, Quyết định 1300/QĐ-UBND"
    assert f"{told}, vì kê khai không trung thực thành tích" in text


def test_an_honour_is_in_one_revocation(commune: Commune, award: Decision) -> None:
    first = draft(commune, award)
    with stopped("Phạm Văn Đức đã bị hủy bỏ hoặc đã có trong một dự thảo"):
        draft(commune, award)
    discard_decision(actor=commune.clerk, decision=first)
    assert draft(commune, award).revocation.lines.count() == 1


def test_signing_takes_worth_and_keeps_history(commune: Commune, award: Decision) -> None:
    honour = award.honours.get()
    decision = draft(commune, award)
    assert honours_held([honour.recipient_id])
    with stopped("Anh/chị chưa có quyền ký quyết định", error=NotAllowedError):
        issue_revocation(actor=commune.clerk, decision=decision, decided_on=TODAY)
    for day in (TODAY + dt.timedelta(days=1), TODAY - dt.timedelta(days=1)):
        with stopped("Ngày ký", field="decided_on"):
            issue_revocation(actor=commune.chair, decision=decision, decided_on=day)
    decision = issue_revocation(actor=commune.chair, decision=decision, decided_on=TODAY)
    with stopped("Ngô Văn Quyên đã ký Quyết định 02/QĐ-UBND lúc "):
        issue_revocation(actor=commune.chair, decision=decision, decided_on=TODAY)

    honour.refresh_from_db()
    assert (honour.revoked_on, honour.revoked_by, str(decision)) == (
        TODAY,
        decision,
        "Quyết định 02/QĐ-UBND",
    )
    assert not honours_held([honour.recipient_id])
    assert list(found_for(commune.clerk, Asked(words="duc", is_revoked=True))[:5]) == [honour]
    line = RevocationLine.objects.get()
    assert (line.money_due, line.due_on) == (0, dt.date(2024, 7, 15))
    award.refresh_from_db()
    assert award.document is not None
    assert award.document.state == DocumentState.RECALLED
    assert award.document.changed_by == decision.document
    assert history_of(honour)[0].sentence == (
        "hủy bỏ theo Quyết định 02/QĐ-UBND, vì kê khai không trung thực thành tích"
    )
    assert decision.document is not None
    assert [each.unit for each in decision.document.receipts.all()] == [commune.village]


def test_a_paper_that_fails_takes_nothing_back(
    commune: Commune, award: Decision, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> NoReturn:
        raise DocumentError("Không in được.")

    decision = draft(commune, award)
    monkeypatch.setattr(revocations, "revocation_files", fail)
    before = content()
    with pytest.raises(DocumentError):
        issue_revocation(actor=commune.chair, decision=decision, decided_on=TODAY)
    assert content() == before
    assert not Honour.objects.exclude(revoked_on=None).exists()


def test_what_comes_back_is_written_down(commune: Commune, award: Decision) -> None:
    decision = draft(commune, award)
    line = decision.revocation.lines.get()
    clerk = commune.clerk
    with stopped("Quyết định hủy bỏ chưa ký"):
        record_return(actor=clerk, line=line, on=TODAY)
    issue_revocation(actor=commune.chair, decision=decision, decided_on=TODAY)
    for on in (TODAY - dt.timedelta(days=1), TODAY + dt.timedelta(days=1)):
        with stopped("Ngày nhận lại phải từ 24/06/2024 đến hôm nay", field="on"):
            record_return(actor=clerk, line=line, on=on)
    with stopped("Anh/chị chưa có quyền ghi bằng, hiện vật", error=NotAllowedError):
        record_return(actor=commune.chair, line=line, on=TODAY)
    line = record_return(actor=clerk, line=line, on=TODAY)
    with stopped("Đã ghi nhận lại hiện vật ngày 24/06/2024"):
        record_return(actor=clerk, line=line, on=TODAY)
    assert line.object_back_on == TODAY
    assert history_of(line.honour)[0].sentence == (
        "nhận lại bằng, hiện vật của Phạm Văn Đức ngày 24/06/2024"
    )


def test_a_revocation_goes_through_its_pages(
    commune: Commune, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(issuing, "decision_files", lambda _: [])
    award = decided(commune, drafted(commune, voted(commune, opened(commune, one_row(commune)))))
    honour = award.honours.get()
    client.force_login(commune.clerk.user)
    url = reverse("revocation_new", args=[award.pk])
    assert url in client.get(reverse("decision", args=[award.pk])).content.decode()
    form = {"ground": CASE.ground, "reason": "gian dối", "within_days": "15", "money_to": "Quỹ"}
    assert client.post(url, form).status_code == 422
    assert "Gian dối khi kê khai công trạng" in client.get(url).content.decode()
    form |= {f"honour_{honour.pk}": "on"}
    page = client.post(url, form)
    decision = Decision.objects.get(kind="revocation")
    assert page["Location"] == reverse("decision", args=[decision.pk])
    draft = client.get(reverse("decision_draft", args=[decision.pk, "pdf"]))
    assert draft.content.startswith(b"%PDF")
    client.force_login(commune.chair.user)
    client.post(reverse("decision_sign", args=[decision.pk]), {"signed_on": "24/06/2024"})
    decision.refresh_from_db()
    assert decision.document is not None
    assert decision.document.files.count() == 2
    client.force_login(commune.clerk.user)
    line = decision.revocation.lines.get()
    client.post(reverse("recovery", args=[line.pk]), {"on": "24/06/2024"})
    text = client.get(reverse("decision", args=[decision.pk])).content.decode()
    assert "Bằng, hiện vật: 24/06/2024" in text
    assert "Đã bị hủy bỏ" in client.get(reverse("honour", args=[honour.pk])).content.decode()
    award_page = words(client.get(reverse("decision", args=[award.pk])))
    assert award_page.count("Đã hủy bỏ theo Quyết định 02/QĐ-UBND ngày 24/06/2024") == 1
    assert award_page.count("; đã hủy bỏ theo Quyết định 02/QĐ-UBND ngày 24/06/2024") == 1
    checked = client.get(reverse("check_honour", args=[check_code(honour)])).content.decode()
    assert "đã bị hủy bỏ bằng Quyết định 02/QĐ-UBND ngày 24/06/2024" in checked


def test_another_commune_finds_no_revocation(
    commune: Commune, award: Decision, client: Client
) -> None:
    decision = issue_revocation(
        actor=commune.chair, decision=draft(commune, award), decided_on=TODAY
    )
    client.force_login(commune.outsider.user)
    line = decision.revocation.lines.get()
    assert client.get(reverse("revocation_new", args=[award.pk])).status_code == 404
    assert client.post(reverse("recovery", args=[line.pk]), {"on": "x"}).status_code == 404
