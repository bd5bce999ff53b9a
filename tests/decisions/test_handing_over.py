"""Certificates are given anew after an answer; a ceremony has its list."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from django.utils import timezone
from tests.scenarios.commune import TODAY, decided, drafted, one_row, opened, voted
from tests.scenarios.refusal import refused

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.decisions.enums import ReissueKind, ReissueState
from vinhdanh.decisions.models import Ceremony, CeremonyTaker, Decision, Honour, Reissue
from vinhdanh.decisions.services import issuing
from vinhdanh.decisions.services.ceremonies import Taker, name_takers, plan_ceremony
from vinhdanh.decisions.services.reissues import answer_reissue, request_reissue
from vinhdanh.kernel import files
from vinhdanh.kernel.errors import StaleError
from vinhdanh.kernel.queries.audit import history_of

if TYPE_CHECKING:
    from django.test import Client
    from tests.scenarios.commune import Commune


@pytest.fixture
def decision(commune: Commune, monkeypatch: pytest.MonkeyPatch) -> Decision:
    monkeypatch.setattr(issuing, "decision_files", lambda _: [])
    return decided(commune, drafted(commune, voted(commune, opened(commune, one_row(commune)))))


def ask(
    commune: Commune, decision: Decision, *, reason: str = "mối xông", on: dt.date = TODAY
) -> Reissue:
    return request_reissue(
        actor=commune.clerk,
        honour=decision.honours.get(),
        kind=ReissueKind.EXCHANGE,
        reason=reason,
        applicant="Phạm Văn Đức",
        requested_on=on,
    )


def test_a_request_is_whole_and_one_at_a_time(commune: Commune, decision: Decision) -> None:
    with refused("Chưa ghi lý do: hãy ghi bằng bị hư hỏng hay mất thế nào.", field="reason"):
        ask(commune, decision, reason=" ")
    with refused(
        "Ngày đề nghị phải từ 24/06/2024 đến hôm nay: hãy sửa lại ngày.", field="requested_on"
    ):
        ask(commune, decision, on=TODAY + dt.timedelta(days=1))
    ask(commune, decision)
    with refused("Đã có một đề nghị đang chờ Chủ tịch trả lời: hãy chờ trả lời đó."):
        ask(commune, decision)


def test_a_revoked_honour_gets_no_certificate(commune: Commune, decision: Decision) -> None:
    Honour.objects.update(revoked_on=TODAY, revoked_by=decision)
    with refused("Khen thưởng này đã bị hủy bỏ ngày 24/06/2024 nên không cấp bằng nữa."):
        ask(commune, decision)


def test_the_chair_answers_once_and_the_print_is_kept(commune: Commune, decision: Decision) -> None:
    first = ask(commune, decision)
    with refused(
        "Anh/chị chưa có quyền ký quyết định khen thưởng: việc này của Chủ tịch.",
        error=NotAllowedError,
    ):
        answer_reissue(actor=commune.clerk, reissue=first)
    first = answer_reissue(actor=commune.chair, reissue=first, refusal="Chưa nộp bằng cũ")
    assert (first.state, first.order, first.path) == (ReissueState.REFUSED, None, "")
    with refused(
        "Ngô Văn Quyên đã trả lời đề nghị này ngày 24/06/2024: hãy tải lại trang.",
        error=StaleError,
    ):
        answer_reissue(actor=commune.chair, reissue=first)
    second = answer_reissue(actor=commune.chair, reissue=ask(commune, decision))
    assert second.order == 1
    assert files.load(second.path).startswith(b"%PDF")
    assert history_of(second.honour)[0].sentence == "cấp đổi bằng: đồng ý, lần 1"
    assert Reissue.objects.count() == 2


def test_a_certificate_is_given_anew_on_the_honour_s_page(
    commune: Commune, decision: Decision, client: Client
) -> None:
    honour = decision.honours.get()
    page = reverse("honour", args=[honour.pk])
    client.force_login(commune.clerk.user)
    form = {
        "kind": "replacement", "reason": "cháy nhà", "applicant": "Ông Đức",
        "requested_on": "24/06/2024",
    }  # fmt: skip
    client.post(reverse("reissue_request", args=[honour.pk]), form)
    reissue = Reissue.objects.get()
    assert "cháy nhà" in client.get(page).content.decode()
    client.force_login(commune.chair.user)
    url = reverse("reissue_answer", args=[reissue.pk])
    client.post(url, {"act": "refuse", "refusal": " "})
    reissue.refresh_from_db()
    assert reissue.state == ReissueState.ASKED
    client.post(url, {"act": "agree"})
    assert "Xem bằng mới" in client.get(page).content.decode()
    paper = client.get(reverse("reissue_file", args=[reissue.pk]))
    assert paper.content.startswith(b"%PDF")
    client.force_login(commune.outsider.user)
    assert client.get(reverse("reissue_file", args=[reissue.pk])).status_code == 404
    assert client.post(url, {"act": "agree"}).status_code == 404


def test_a_ceremony_follows_a_signed_decision(commune: Commune, decision: Decision) -> None:
    before = timezone.make_aware(dt.datetime(2024, 6, 23, 8))  # noqa: DTZ001 - made aware
    with refused("Buổi lễ đứng trước ngày ký 24/06/2024: hãy sửa lại thời gian.", field="held_on"):
        plan_ceremony(actor=commune.clerk, decision=decision, name="Lễ", held_at=before, venue="Xã")
    draft = Decision.objects.create(body=commune.body, merit="đã làm tốt")
    with refused("Chỉ trao thưởng theo quyết định khen thưởng đã ký: hãy chờ ký."):
        plan_ceremony(actor=commune.clerk, decision=draft, name="Lễ", held_at=before, venue="Xã")


def test_a_ceremony_and_its_list_on_their_pages(
    commune: Commune, decision: Decision, client: Client
) -> None:
    url = reverse("ceremony", args=[decision.pk])
    client.force_login(commune.clerk.user)
    form = {
        "name": "Hội nghị sơ kết", "held_on": "30/06/2024", "at": "8:00", "venue": " ",
        "presenter": "",
    }  # fmt: skip
    answer = client.post(url, form)
    assert answer.status_code == 422
    assert "Chưa ghi địa điểm: hãy ghi nơi trao thưởng." in answer.content.decode()
    assert client.post(url, form | {"venue": "Hội trường"}).status_code == 302
    assert Ceremony.objects.get().venue == "Hội trường"
    honour = decision.honours.get()
    takers = reverse("ceremony_takers", args=[decision.pk])
    long = {f"taker_{honour.pk}": "a" * 201}
    assert client.post(takers, long, follow=True).status_code == 200
    assert not CeremonyTaker.objects.exists()
    said = {f"taker_{honour.pk}": "Lê Thị Mai", f"absent_{honour.pk}": "on"}
    client.post(takers, said)
    assert 'value="Lê Thị Mai"' in client.get(url).content.decode()
    for ending, start in (("pdf", b"%PDF"), ("docx", b"PK")):
        paper = client.get(reverse("ceremony_list", args=[decision.pk, ending]))
        assert paper.content.startswith(start)
    client.force_login(commune.outsider.user)
    assert client.get(url).status_code == 404
    assert client.post(takers, said).status_code == 404


def test_who_comes_up_is_of_the_decision(commune: Commune, decision: Decision) -> None:
    ceremony = Ceremony.objects.create(
        decision=decision, name="Lễ", held_at=timezone.now(), venue="Xã"
    )
    with refused("Có trường hợp không thuộc quyết định này: hãy tải lại trang."):
        name_takers(actor=commune.clerk, ceremony=ceremony, takers={0: Taker("Lê Thị Mai")})
    honour = decision.honours.get()
    name_takers(actor=commune.clerk, ceremony=ceremony, takers={honour.pk: Taker("", True)})
    assert honour.taker.is_absent
    name_takers(actor=commune.clerk, ceremony=ceremony, takers={honour.pk: Taker()})
    assert not CeremonyTaker.objects.exists()
