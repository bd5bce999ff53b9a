from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, transaction
from tests.factories.planning import make_plan, make_task
from tests.scenarios.refusal import content, refused

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.kernel import files
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.planning.models import Evidence, Task, TaskDocument
from vinhdanh.planning.services.evidence import (
    accept_evidence,
    add_evidence,
    issue_for_task,
    refuse_evidence,
)
from vinhdanh.records.enums import DocumentKind

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.records.models import OfficialDocument

ELSEWHERE = "Việc này thuộc cơ quan khác."


@pytest.fixture
def task(commune: Commune) -> Task:
    return make_task(make_plan(commune.body))


def issue(
    commune: Commune,
    task: Task,
    *,
    actor: Actor | None = None,
    abstract: str = "Đẩy mạnh thi đua",
    on: dt.date = dt.date(2024, 6, 24),
) -> OfficialDocument:
    return issue_for_task(
        actor=actor or commune.clerk,
        task=task,
        kind=DocumentKind.LETTER,
        symbol="CV-UBND",
        abstract=abstract,
        issued_on=on,
        addressees=commune.units,
    )


def test_evidence_is_a_sentence_or_a_file(commune: Commune, task: Task) -> None:
    with refused("Minh chứng còn trống: hãy ghi một câu hoặc đính kèm một tệp.", field="note"):
        add_evidence(actor=commune.clerk, task=task, note="  ")


def test_evidence_is_shown_by_its_roles_in_the_commune(commune: Commune, task: Task) -> None:
    with refused(
        "Anh/chị chưa có quyền đính kèm minh chứng: việc này của Công chức phụ trách thi đua,"
        " Phụ trách đơn vị và Cán bộ tuyên truyền.",
        error=NotAllowedError,
    ):
        add_evidence(actor=commune.accountant, task=task, note="Ảnh lớp tập huấn")
    with refused(ELSEWHERE, error=NotAllowedError):
        add_evidence(actor=commune.outsider, task=task, note="Ảnh lớp tập huấn")


def test_evidence_counts_once_the_clerk_accepts_it(commune: Commune, task: Task) -> None:
    piece = add_evidence(
        actor=commune.village_head, task=task, note="", file_name="anh.jpg", data=b"jpg"
    )
    assert (str(piece), piece.accepted_at, files.load(piece.path)) == ("anh.jpg", None, b"jpg")
    for actor, sentence in (
        (
            commune.village_head,
            "Anh/chị chưa có quyền nhập và sửa kế hoạch: việc này của Công chức phụ trách thi đua.",
        ),
        (commune.outsider, ELSEWHERE),
    ):
        with refused(sentence, error=NotAllowedError):
            accept_evidence(actor=actor, evidence=piece)
    piece = accept_evidence(actor=commune.clerk, evidence=piece)
    assert piece.accepted_by == commune.clerk.user
    after = content()
    accept_evidence(actor=commune.clerk, evidence=piece)
    assert content() == after
    assert [event.sentence for event in history_of(task)] == [
        "chấp nhận minh chứng: anh.jpg",
        "gửi minh chứng: anh.jpg",
    ]


def test_evidence_has_room_for_a_sentence(commune: Commune, task: Task) -> None:
    with refused("Minh chứng dài 501 ký tự, quá mức 500 ký tự: hãy viết ngắn lại.", field="note"):
        add_evidence(actor=commune.clerk, task=task, note="a" * 501)
    with refused("Tên tệp dài 204 ký tự, quá mức 200 ký tự: hãy viết ngắn lại.", field="file"):
        add_evidence(
            actor=commune.clerk, task=task, note="Ảnh", file_name="a" * 200 + ".jpg", data=b"jpg"
        )


def test_evidence_is_refused_by_the_clerk_for_a_reason(commune: Commune, task: Task) -> None:
    piece = add_evidence(actor=commune.village_head, task=task, note="Ảnh")
    for actor, sentence in (
        (
            commune.village_head,
            "Anh/chị chưa có quyền nhập và sửa kế hoạch: việc này của Công chức phụ trách thi đua.",
        ),
        (commune.outsider, ELSEWHERE),
    ):
        with refused(sentence, error=NotAllowedError):
            refuse_evidence(actor=actor, evidence=piece, reason="Ảnh mờ")
    with refused(
        "Chưa ghi lý do không chấp nhận minh chứng: hãy ghi một câu, người gửi sẽ đọc câu này.",
        field="reason",
    ):
        refuse_evidence(actor=commune.clerk, evidence=piece, reason=" ")
    with refused("Lý do dài 501 ký tự, quá mức 500 ký tự: hãy viết ngắn lại.", field="reason"):
        refuse_evidence(actor=commune.clerk, evidence=piece, reason="a" * 501)
    piece = refuse_evidence(actor=commune.clerk, evidence=piece, reason=" Ảnh mờ. ")
    assert (piece.refused_by, piece.refusal_reason, piece.is_waiting) == (
        commune.clerk.user,
        "Ảnh mờ.",
        False,
    )
    assert history_of(task)[0].sentence == "không chấp nhận minh chứng: Ảnh, vì: Ảnh mờ."
    after = content()
    refuse_evidence(actor=commune.clerk, evidence=piece, reason="Khác")
    assert content() == after
    with refused(
        "Minh chứng “Ảnh” đã không được chấp nhận vì: Ảnh mờ. Hãy nhờ đơn vị gửi minh chứng khác."
    ):
        accept_evidence(actor=commune.clerk, evidence=piece)


def test_accepted_evidence_is_not_refused_after_all(commune: Commune, task: Task) -> None:
    piece = add_evidence(actor=commune.clerk, task=task, note="Ảnh")
    accept_evidence(actor=commune.clerk, evidence=piece)
    with refused("Minh chứng “Ảnh” đã được chấp nhận: hãy tải lại trang để xem tình trạng mới."):
        refuse_evidence(actor=commune.clerk, evidence=piece, reason="Ảnh mờ")


@pytest.mark.parametrize("lost", ["refused_by", "refused_at", "refusal_reason"])
def test_a_refusal_has_its_day_its_author_and_its_reason(
    commune: Commune, task: Task, lost: str
) -> None:
    piece = add_evidence(actor=commune.clerk, task=task, note="Ảnh")
    refuse_evidence(actor=commune.clerk, evidence=piece, reason="Ảnh mờ")
    with pytest.raises(IntegrityError), transaction.atomic():
        Evidence.objects.update(**{lost: "" if lost == "refusal_reason" else None})


def test_evidence_is_accepted_by_somebody(commune: Commune, task: Task) -> None:
    add_evidence(actor=commune.clerk, task=task, note="Ảnh")
    with pytest.raises(IntegrityError), transaction.atomic():
        Evidence.objects.update(accepted_by=commune.clerk.user)


def test_a_document_for_a_task_is_about_something_and_not_of_tomorrow(
    commune: Commune, task: Task
) -> None:
    with refused(
        "Văn bản chưa có trích yếu: hãy ghi nội dung chính của văn bản.", field="abstract"
    ):
        issue(commune, task, abstract=" ")
    with refused(
        "Ngày ban hành 25/06/2024 chưa tới: hãy ghi ngày hôm nay hoặc trước đó.",
        field="issued_on",
    ):
        issue(commune, task, on=dt.date(2024, 6, 25))


def test_a_document_for_a_task_is_the_offices_to_issue(commune: Commune, task: Task) -> None:
    with refused(
        "Anh/chị chưa có quyền ban hành văn bản: việc này của Công chức phụ trách thi đua và"
        " Chủ tịch.",
        error=NotAllowedError,
    ):
        issue(commune, task, actor=commune.village_head)
    with refused(ELSEWHERE, error=NotAllowedError):
        issue(commune, task, actor=commune.outsider)


def test_a_button_pressed_twice_takes_one_number(commune: Commune, task: Task) -> None:
    issue(commune, task)
    with refused(
        "Văn bản này vừa được cấp số 01/CV-UBND: hãy xem trong sổ văn bản đi. Nếu đây là văn bản"
        " khác, hãy ghi trích yếu cho khác.",
        field="abstract",
    ):
        issue(commune, task, abstract=" Đẩy mạnh  thi đua")


def test_a_document_for_a_task_takes_the_next_number(commune: Commune, task: Task) -> None:
    documents = [issue(commune, task), issue(commune, task, abstract="Chấn chỉnh thi đua")]
    assert [each.code for each in documents] == ["01/CV-UBND", "02/CV-UBND"]
    links = TaskDocument.objects.filter(task=task).order_by("pk")
    assert [link.document for link in links] == documents
    assert documents[0].receipts.count() == 4
