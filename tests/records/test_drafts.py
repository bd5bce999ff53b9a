from __future__ import annotations

import datetime as dt
from contextlib import nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, transaction
from tests.records.test_documents import DAY, letter
from tests.scenarios.refusal import refused

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.documents import document_text
from vinhdanh.kernel.errors import DomainError, StaleError
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.records.draft_papers import written_context, written_paper
from vinhdanh.records.enums import Authority, DocumentKind, DocumentState, FileRole
from vinhdanh.records.models import NumberSeries, OfficialDocument
from vinhdanh.records.queries.documents import documents_for, drafts_for
from vinhdanh.records.services.drafts import (
    DraftText,
    discard_draft,
    issue_draft,
    rewrite_draft,
    write_draft,
)
from vinhdanh.records.services.steps import take_step
from vinhdanh.records.workflow import TRANSITIONS, WITH_THEIR_OWN_SERVICE, transition

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune

TEXT = DraftText(
    kind=DocumentKind.LETTER,
    symbol="UBND-VP",
    abstract=" Tham gia  hội thi ",
    content="Thực hiện kế hoạch năm 2024.\nĐề nghị các thôn cử người dự",
    signer_name="Ngô Văn Quyên",
    other_recipients="Các thôn; Trường THCS",
)

OWN_POST = (
    "Ngô Văn Quyên ký thay hoặc thừa lệnh nên cần ghi chức vụ của chính người ký, ví dụ Phó Chủ"
    " tịch."
)


def signed(commune: Commune, text: DraftText = TEXT) -> OfficialDocument:
    document = write_draft(actor=commune.clerk, text=text)
    document = take_step(actor=commune.clerk, document=document, name="submit")
    return take_step(actor=commune.chair, document=document, name="sign")


def issue(commune: Commune, document: OfficialDocument) -> OfficialDocument:
    return issue_draft(
        actor=commune.clerk,
        document=document,
        issued_on=DAY,
        expected_version=document.version,
        addressees=[commune.village],
    )


@pytest.mark.parametrize(
    ("text", "sentence", "field"),
    [
        (
            replace(TEXT, abstract=" "),
            "Văn bản chưa có trích yếu: hãy ghi nội dung chính của văn bản.",
            "abstract",
        ),
        (
            replace(TEXT, abstract="a" * 501),
            "Trích yếu dài 501 ký tự, quá mức 500 ký tự: hãy viết ngắn lại.",
            "abstract",
        ),
        (replace(TEXT, signer_name=""), "Chưa ghi người ký: hãy ghi họ và tên người ký.",
         "signer_name"),
        (
            replace(TEXT, signer_authority=Authority.DEPUTY),
            OWN_POST,
            "signer_position",
        ),
        (
            replace(TEXT, signer_authority=Authority.DELEGATED, signer_position="Công chức"),
            "Ký thừa ủy quyền cần có văn bản ủy quyền: hãy ghi số, ngày của giấy ủy quyền.",
            "delegation",
        ),
    ],
)  # fmt: skip
def test_a_draft_that_says_too_little(
    commune: Commune, text: DraftText, sentence: str, field: str
) -> None:
    with refused(sentence, field=field):
        write_draft(actor=commune.clerk, text=text)


def test_a_draft_has_no_number_and_is_the_offices(commune: Commune) -> None:
    draft = write_draft(actor=commune.clerk, text=TEXT)
    assert (draft.number, draft.issued_on, draft.code) == (None, None, "…/UBND-VP")
    assert str(draft) == "Dự thảo công văn “Tham gia hội thi”"
    assert list(drafts_for(commune.chair)) == [draft]
    assert not documents_for(commune.village_head).exists()
    assert not NumberSeries.objects.exists()
    with pytest.raises(NotAllowedError):
        write_draft(actor=commune.village_head, text=TEXT)


def test_the_way_to_the_number(commune: Commune) -> None:
    document = issue(commune, signed(commune))
    assert (document.code, document.state) == ("01/UBND-VP", DocumentState.ISSUED)
    assert [file.role for file in document.files.all()] == [FileRole.GENERATED] * 2
    assert document.receipts.get().unit == commune.village
    assert [event.sentence for event in history_of(document)][::-1] == [
        "soạn dự thảo công văn “Tham gia hội thi”",
        "trình ký Dự thảo công văn “Tham gia hội thi”",
        "ghi nhận đã ký Dự thảo công văn “Tham gia hội thi”",
        "ban hành Công văn số 01/UBND-VP",
    ]


def test_what_is_not_signed_gets_no_number(commune: Commune) -> None:
    draft = write_draft(actor=commune.clerk, text=TEXT)
    with refused(
        "Dự thảo công văn “Tham gia hội thi” đang soạn nên không cấp số, ban hành được: hãy tải lại"
        " trang."
    ):
        issue(commune, draft)


def test_the_day_of_issue_has_come(commune: Commune) -> None:
    document = signed(commune)
    with refused(
        "Ngày ban hành 25/06/2024 chưa tới: hãy ghi ngày hôm nay hoặc trước đó.",
        field="issued_on",
    ):
        issue_draft(
            actor=commune.clerk,
            document=document,
            issued_on=dt.date(2024, 6, 25),
            expected_version=document.version,
        )


def test_two_people_do_not_write_over_each_other(commune: Commune) -> None:
    draft = write_draft(actor=commune.clerk, text=TEXT)
    rewrite_draft(
        actor=commune.chair, document=draft, text=replace(TEXT, abstract="Khác"), expected_version=1
    )
    with refused(
        "Dự thảo công văn “Khác” vừa được người khác sửa: hãy tải lại trang để xem bản mới rồi làm"
        " tiếp.",
        error=StaleError,
    ):
        rewrite_draft(actor=commune.clerk, document=draft, text=TEXT, expected_version=1)


def test_only_a_draft_is_rewritten_or_discarded(commune: Commune) -> None:
    document = signed(commune)
    told = "Dự thảo công văn “Tham gia hội thi” đã ký nên không sửa được: hãy trả lại để sửa trước."
    with refused(told):
        discard_draft(actor=commune.clerk, document=document)
    with refused(told):
        rewrite_draft(actor=commune.clerk, document=document, text=TEXT, expected_version=3)
    back = take_step(actor=commune.chair, document=document, name="return", reason="Sai tên thôn")
    discard_draft(actor=commune.clerk, document=back)
    assert not OfficialDocument.objects.exists()


@pytest.mark.parametrize("state", DocumentState)
@pytest.mark.parametrize(
    "name", [step.name for step in TRANSITIONS if step.name not in WITH_THEIR_OWN_SERVICE]
)
def test_every_step_from_every_state(commune: Commune, name: str, state: DocumentState) -> None:
    successor = letter(commune)
    document = letter(commune)
    numbered = state not in (
        DocumentState.DRAFT,
        DocumentState.FOR_SIGNATURE,
        DocumentState.SIGNED,
    )
    OfficialDocument.objects.filter(pk=document.pk).update(
        state=state,
        number=2 if numbered else None,
        issued_on=DAY if numbered else None,
        changed_by=successor,
    )
    fits = state in transition(name).sources
    with nullcontext() if fits else pytest.raises(DomainError, match="hãy tải lại trang"):
        take_step(
            actor=commune.clerk,
            document=document,
            name=name,
            reason="Có sai sót",
            successor=successor if transition(name).needs_successor else None,
        )
    document.refresh_from_db()
    assert document.state == (transition(name).target if fits else state)


def test_a_change_names_its_document_and_a_recall_its_reason(commune: Commune) -> None:
    old, draft = letter(commune), write_draft(actor=commune.clerk, text=TEXT)
    name = "Công văn số 01/CV-UBND"
    with refused(
        f"Chưa chọn văn bản đã sửa đổi hoặc thay thế {name}: hãy ban hành văn bản đó rồi chọn.",
        field="successor",
    ):
        take_step(actor=commune.clerk, document=old, name="replace")
    with refused("Văn bản được chọn chưa ban hành: hãy chọn lại.", field="successor"):
        take_step(actor=commune.clerk, document=old, name="replace", successor=draft)
    with refused(
        f"{name} không tự sửa đổi hay thay thế mình được: hãy chọn văn bản khác.",
        field="successor",
    ):
        take_step(actor=commune.clerk, document=old, name="replace", successor=old)
    with refused(
        "Chưa ghi lý do thu hồi: hãy ghi một câu, câu này ở lại trong diễn biến.", field="reason"
    ):
        take_step(actor=commune.clerk, document=old, name="recall")
    new = letter(commune)
    replaced = take_step(actor=commune.clerk, document=old, name="replace", successor=new)
    assert (replaced.state, replaced.changed_by, replaced.code) == (
        DocumentState.REPLACED,
        new,
        "01/CV-UBND",
    )


def test_the_database_holds_number_and_successor(commune: Commune) -> None:
    document = letter(commune)
    for changes in ({"state": "draft"}, {"number": None}, {"state": "replaced"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            OfficialDocument.objects.filter(pk=document.pk).update(**changes)


def test_the_paper_of_a_letter(commune: Commune) -> None:
    text = replace(TEXT, signer_authority=Authority.DEPUTY, signer_position="Phó Chủ tịch")
    paper = written_paper(written_context(write_draft(actor=commune.clerk, text=text)))
    words = document_text(paper)
    assert paper.abstract == "tham gia hội thi"
    assert paper.addressees == ("Các thôn", "Trường THCS")
    assert paper.signature
    assert paper.signature.lines == ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert "Đề nghị các thôn cử người dự./." in words


def test_the_paper_of_a_decision(commune: Commune) -> None:
    text = replace(
        TEXT,
        kind=DocumentKind.DECISION,
        symbol="QĐ-UBND",
        content="Căn cứ Luật Thi đua, khen thưởng\nĐiều 1. Thành lập tổ giúp việc.\nĐiều 2. Thi"
        " hành",
    )
    paper = written_paper(written_context(write_draft(actor=commune.clerk, text=text)))
    assert paper.bases == ("Căn cứ Luật Thi đua, khen thưởng",)
    assert paper.authority_line == "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ MINH TIẾN"
    assert len(paper.blocks) == 2


def test_a_decision_that_names_no_base_is_given_those_of_its_day(commune: Commune) -> None:
    text = replace(
        TEXT, kind=DocumentKind.DECISION, symbol="QĐ-UBND", content="Điều 1. Thành lập tổ giúp việc"
    )
    paper = written_paper(written_context(write_draft(actor=commune.clerk, text=text)))
    assert "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022" in paper.bases
    assert any("98/2023/NĐ-CP" in base for base in paper.bases)
    other = written_context(write_draft(actor=commune.clerk, text=replace(TEXT, content="Mời họp")))
    assert other.bases == ()


def test_the_paper_of_the_council(commune: Commune) -> None:
    text = replace(
        TEXT,
        kind=DocumentKind.PLAN,
        symbol="KH-HĐTĐKT",
        signer_authority=Authority.COLLECTIVE,
    )
    paper = written_paper(written_context(write_draft(actor=commune.clerk, text=text)))
    assert paper.header
    assert paper.header.issuer == ("HỘI ĐỒNG", "THI ĐUA - KHEN THƯỞNG")
    assert paper.signature
    assert paper.signature.lines == ("TM. HỘI ĐỒNG", "CHỦ TỊCH")
    assert paper.recipients == ("Các thôn", "Trường THCS", "Lưu: VT")
