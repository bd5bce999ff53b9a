from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from tests.scenarios.aftermath import awarded, revoked, without_papers
from tests.scenarios.commune import decided, drafted, one_row, opened, voted
from tests.scenarios.refusal import content, refused

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.decisions.check_codes import honour_id
from vinhdanh.decisions.enums import BatchState
from vinhdanh.decisions.models import CertificateBatch, Decision, Honour
from vinhdanh.decisions.papers import certificate_context
from vinhdanh.decisions.services import certificates as service
from vinhdanh.decisions.services import issuing
from vinhdanh.decisions.services.certificates import make_certificates, order_certificates
from vinhdanh.documents import DocumentError
from vinhdanh.kernel import clock, files
from vinhdanh.kernel.queries.audit import history_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import NoReturn

    from tests.scenarios.commune import Commune

    from vinhdanh.documents import CertificateContext


@pytest.fixture
def decision(commune: Commune, monkeypatch: pytest.MonkeyPatch) -> Decision:
    monkeypatch.setattr(issuing, "decision_files", lambda _: [])
    return decided(commune, drafted(commune, voted(commune, opened(commune, one_row(commune)))))


def order(commune: Commune, decision: Decision) -> CertificateBatch:
    return order_certificates(actor=commune.clerk, decision=decision)


def test_a_draft_has_no_certificates(commune: Commune) -> None:
    decision = drafted(commune, voted(commune, opened(commune, one_row(commune))))
    with refused("Quyết định chưa ký nên chưa in giấy khen được: hãy chờ Chủ tịch ký."):
        order(commune, decision)


def test_certificates_are_the_clerks_of_the_commune(commune: Commune, decision: Decision) -> None:
    with refused(
        "Anh/chị chưa có quyền in giấy khen: việc này của Công chức phụ trách thi đua.",
        error=NotAllowedError,
    ):
        order_certificates(actor=commune.chair, decision=decision)
    with refused("Việc này thuộc cơ quan khác.", error=NotAllowedError):
        order_certificates(actor=commune.outsider, decision=decision)


def test_ordered_twice_they_are_made_once(commune: Commune, decision: Decision) -> None:
    batch = order(commune, decision)
    assert (batch.count, batch.state, str(batch)) == (
        1,
        "waiting",
        "1 bản của Quyết định 01/QĐ-UBND",
    )
    assert order(commune, decision) == batch
    assert history_of(decision)[0].sentence == "in 1 giấy khen, giấy chứng nhận"
    made = make_certificates(batch_id=batch.pk)
    assert (made.state, made.problem) == ("done", "")
    assert files.load(made.path).startswith(b"%PDF")
    after = content()
    assert make_certificates(batch_id=batch.pk).sha256 == made.sha256
    assert order(commune, decision).sha256 == made.sha256
    assert content() == after


def test_a_failure_leaves_its_sentence_and_can_be_tried_again(
    commune: Commune, decision: Decision, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> NoReturn:
        raise DocumentError("Tên dài quá khổ giấy: hãy rút gọn.")

    batch = order(commune, decision)
    with monkeypatch.context() as broken:
        broken.setattr(service, "render_certificates", fail)
        batch = make_certificates(batch_id=batch.pk)
    assert (batch.state, batch.problem, batch.path) == (
        "failed",
        "Tên dài quá khổ giấy: hãy rút gọn.",
        "",
    )
    batch = order(commune, decision)
    assert (batch.state, batch.problem) == ("waiting", "")
    monkeypatch.setattr(service, "render_certificates", lambda *_: b"%PDF")
    assert make_certificates(batch_id=batch.pk).state == "done"


def test_an_unforeseen_failure_can_be_tried_again_too(
    commune: Commune, decision: Decision, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> NoReturn:
        raise MemoryError

    batch = order(commune, decision)
    with monkeypatch.context() as broken:
        broken.setattr(service, "render_certificates", fail)
        with pytest.raises(MemoryError):
            make_certificates(batch_id=batch.pk)
    batch.refresh_from_db()
    assert (batch.state, batch.problem) == (
        "failed",
        "Máy gặp trục trặc khi tạo tệp: hãy in lại, nếu vẫn không được hãy báo người quản trị.",
    )
    assert order(commune, decision).state == "waiting"


def test_the_batch_tells_how_many_are_set(
    commune: Commune, decision: Decision, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[str, int, str]] = []

    def render(given: list[object], _layout: object, told: Callable[[int], None]) -> bytes:
        for done in range(1, 201):
            told(done)
            row = CertificateBatch.objects.get()
            seen.append((row.state, row.made, row.progress))
        return b"%PDF"

    batch = order(commune, decision)
    monkeypatch.setattr(service, "render_certificates", render)
    monkeypatch.setattr(QuerySet, "count", lambda _: 200)
    made = make_certificates(batch_id=batch.pk)
    assert seen[2] == ("running", 0, "Đã dựng 0/200 bản (0%)")
    assert seen[99] == ("running", 100, "Đã dựng 100/200 bản (50%)")
    assert seen[199] == ("running", 200, "Đã dựng đủ 200 bản, đang ghi tệp")
    assert len({row[1] for row in seen}) <= service.TOLD_TIMES + 1
    assert (made.state, made.made) == ("done", 200)


def test_a_batch_never_counts_more_than_it_has(commune: Commune, decision: Decision) -> None:
    order(commune, decision)
    with pytest.raises(IntegrityError), transaction.atomic():
        CertificateBatch.objects.update(made=2)


def test_a_finished_batch_has_its_file(commune: Commune, decision: Decision) -> None:
    order(commune, decision)
    with pytest.raises(IntegrityError), transaction.atomic():
        CertificateBatch.objects.update(state="done")


def test_a_certificate_repeats_the_decision(decision: Decision) -> None:
    certificate = certificate_context(decision.honours.get())
    assert (certificate.grant, certificate.honour) == ("TẶNG", "Giấy khen")
    assert certificate.authority == "Chủ tịch Ủy ban nhân dân xã Minh Tiến"
    assert (certificate.recipient, certificate.recipient_place) == (
        "Phạm Văn Đức",
        "Nông dân, thôn Phạm Xá",
    )
    assert certificate.citation == "Hiến 120 m2 đất làm đường thôn"
    assert (certificate.decision_number, certificate.decision_symbol) == (1, "QĐ-UBND")
    assert (certificate.book_number, certificate.signer) == ("0001", "Ngô Văn Quyên")
    assert honour_id(certificate.check_code) == decision.honours.get().pk


def test_a_title_is_granted_as_a_title(decision: Decision) -> None:
    honour = decision.honours.get()
    honour.honour, honour.honour_name = "gia-dinh-van-hoa", "Gia đình văn hóa"
    certificate = certificate_context(honour)
    assert (certificate.grant, certificate.honour) == ("TẶNG DANH HIỆU", "Gia đình văn hóa")


def test_a_certificate_belongs_to_an_issued_decision(commune: Commune) -> None:
    decision = drafted(commune, voted(commune, opened(commune, one_row(commune))))
    with pytest.raises(ValueError, match="issued"):
        certificate_context(Honour(decision=decision))


@pytest.mark.parametrize("state", ["waiting", "running"])
def test_a_batch_that_got_stuck_is_ordered_again(
    commune: Commune, decision: Decision, state: str
) -> None:
    batch = order(commune, decision)
    before = clock.now() - dt.timedelta(minutes=9)
    CertificateBatch.objects.update(state=state, ordered_at=before)
    assert order(commune, decision).ordered_at == before
    CertificateBatch.objects.update(ordered_at=clock.now() - dt.timedelta(minutes=11))
    again = order(commune, decision)
    assert (again, again.state) == (batch, "waiting")
    assert clock.now() - again.ordered_at < dt.timedelta(minutes=1)


def test_the_revoked_are_not_printed_and_what_was_printed_is_made_anew(
    commune: Commune, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[str] = []

    def render(contexts: Sequence[CertificateContext], *_: object) -> bytes:
        printed[:] = [each.recipient for each in contexts]
        return b"%PDF-"

    without_papers(monkeypatch)
    monkeypatch.setattr(service, "render_certificates", render)
    award = awarded(commune, "Lê Văn An", "Lê Văn Bình", "Lê Văn Cư")
    first, second, third = award.honours.order_by("order")
    batch = make_certificates(batch_id=order(commune, award).pk)
    assert len(printed) == 3
    revoked(commune, award, first)
    batch.refresh_from_db()
    assert (batch.state, batch.problem, batch.path) == (BatchState.FAILED, service.OUTDATED, "")
    assert order(commune, award).count == 2

    def render_while_another_is_revoked(*_: object) -> bytes:
        revoked(commune, award, second)
        return b"%PDF-"

    monkeypatch.setattr(service, "render_certificates", render_while_another_is_revoked)
    assert make_certificates(batch_id=batch.pk).state == BatchState.FAILED
    monkeypatch.setattr(service, "render_certificates", render)
    make_certificates(batch_id=order(commune, award).pk)
    assert printed == ["Lê Văn Cư"]
    revoked(commune, award, third)
    with refused("Mọi khen thưởng của quyết định đã bị hủy bỏ nên không còn giấy để in."):
        order(commune, award)
