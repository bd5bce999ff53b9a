"""Checking a file by its bytes and signatures, an honour by its code."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from vinhdanh.decisions.check_codes import honour_id
from vinhdanh.decisions.models import Honour
from vinhdanh.decisions.queries.corrections import corrections_of
from vinhdanh.decisions.queries.revocations import trail_of
from vinhdanh.documents.signing.marks import marks_in
from vinhdanh.documents.signing.report import Verdict
from vinhdanh.kernel.wording import day
from vinhdanh.portal.answers import Answer, Standing
from vinhdanh.records.enums import NOT_ISSUED, DocumentState
from vinhdanh.records.models import DocumentFile
from vinhdanh.records.signed_papers import checked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vinhdanh.documents.signing.report import Report
    from vinhdanh.records.models import OfficialDocument

END = b"%%EOF"
MOST_REVISIONS = 20
UNKNOWN_CODE = (
    "Mã này không có trong sổ khen thưởng: hãy quét lại hình vuông trên giấy, hoặc hỏi nơi đã ban"
    " hành quyết định."
)
UNKNOWN_FILE = (
    "Tệp này không có trong sổ văn bản và không có chữ ký số được tin cậy. Tệp có thể đã bị sửa, dù"
    " chỉ một chữ, hoặc do nơi khác ban hành: hãy hỏi cơ quan ghi trên văn bản."
)
SIGNED_ELSEWHERE = (
    "Tệp không có trong sổ của hệ thống này, nhưng còn nguyên vẹn và mọi chữ ký số đều được tin"
    " cậy."
)


UNKNOWN = Answer(standing=Standing.UNKNOWN, sentence=UNKNOWN_FILE)


def check_code(code: str) -> Answer:
    """Return what the register of honours says of a code."""
    pk = honour_id(code)
    honour = (
        Honour.objects.filter(pk=pk)
        .select_related("decision__document__changed_by", "revoked_by__document", "body")
        .first()
        if pk is not None
        else None
    )
    document = honour.decision.document if honour else None
    if honour is None or document is None:
        return Answer(standing=Standing.UNKNOWN, sentence=UNKNOWN_CODE)
    facts: tuple[tuple[str, str], ...] = (
        ("Danh hiệu, hình thức khen thưởng", honour.honour_name),
        ("Người, tập thể, hộ gia đình được khen", honour.recipient_name),
        ("Quyết định", f"{document.code} ngày {day(honour.decided_on)}"),
        ("Nơi quyết định", f"Chủ tịch {honour.body.name}"),
    )
    facts += tuple(("Đính chính", told) for told in _corrected(honour))
    if lost := _revoked(honour) or _lost(document):
        return Answer(standing=Standing.REVOKED, sentence=lost, facts=facts)
    told = "Giấy này có trong sổ khen thưởng. Hãy so các dòng dưới đây với giấy đang cầm."
    return Answer(
        standing=Standing.GENUINE,
        sentence=" ".join((told, *_restored(honour))),
        facts=facts,
    )


def _corrected(honour: Honour) -> list[str]:
    """Return what was corrected since, each with its decision; the register reads as corrected."""
    return [
        f"{line}, theo {line.correction.decision} ngày {day(line.correction.decision.decided_on)}"
        for line in corrections_of(honour)
        if line.correction.decision.decided_on
    ]


def _restored(honour: Honour) -> list[str]:
    """Return by which decisions an honour was taken back wrongly and given back."""
    return [
        f"Khen thưởng từng bị hủy bỏ bằng {line.revocation.decision}, đã được khôi phục bằng"
        f" {line.restoration.decision} ngày {day(line.restored_on)}."
        for line in trail_of(honour)
        if line.restored_on and line.restoration
    ]


def _revoked(honour: Honour) -> str:
    """Return by which decision an honour was taken back; empty while it stands."""
    if honour.revoked_by is None or honour.revoked_on is None:
        return ""
    return (
        f"Khen thưởng này đã bị hủy bỏ bằng {honour.revoked_by} ngày {day(honour.revoked_on)}; giấy"
        " không còn giá trị."
    )


def check_file(data: bytes) -> Answer:
    """Return what the register of documents and the signatures say of a PDF file."""
    digest = hashlib.sha256(data).hexdigest()
    if file := _file(sha256__in=[digest]):
        return _of_document(file.document, "Tệp giống từng ký tự với bản đã lưu khi ban hành.")
    report = checked(data) if END in data else None
    if report and (file := _file(sha256__in=_earlier_revisions(data))):
        return _of_report(report, file)
    if source := _file(mark__in=marks_in(data)):
        return _of_copy(source.document, report)
    return _of_report(report) if report else UNKNOWN


def _of_copy(document: OfficialDocument, report: Report | None) -> Answer:
    """Return the answer for a file that was once a paper of the register, and is not it now."""
    return Answer(
        standing=Standing.CHANGED,
        sentence=f"Tệp mang dấu nhận dạng của {document} nhưng không phải bản đã lưu khi ban hành:"
        " tệp đã bị sửa, dù chỉ một chữ, hoặc là bản chưa đủ số và chữ ký. Hãy xin lại tệp từ nơi"
        " ban hành.",
        signatures=tuple(each.sentence for each in report.signatures) if report else (),
    )


def _of_report(report: Report, file: DocumentFile | None = None) -> Answer:
    """Return the answer for a file that is not in the register as it is.

    Args:
        report: what its signatures are worth.
        file: the registered file that it begins with, to which something was added.
    """
    signatures = tuple(each.sentence for each in report.signatures)
    if report.verdict is Verdict.CHANGED:
        return Answer(standing=Standing.CHANGED, sentence=report.sentence, signatures=signatures)
    if report.verdict is Verdict.GENUINE:
        if file:
            told = "Tệp là bản đã ban hành, được ký số thêm; mọi chữ ký số đều được tin cậy."
            return _of_document(file.document, told, signatures)
        return Answer(standing=Standing.GENUINE, sentence=SIGNED_ELSEWHERE, signatures=signatures)
    if file:
        return Answer(
            standing=Standing.CHANGED,
            sentence=f"Tệp bắt đầu bằng bản đã ban hành của {file.document} nhưng đã bị thêm nội"
            " dung sau khi ban hành.",
            signatures=signatures,
        )
    return Answer(standing=Standing.UNKNOWN, sentence=UNKNOWN_FILE, signatures=signatures)


def _of_document(document: OfficialDocument, told: str, signatures: tuple[str, ...] = ()) -> Answer:
    facts: tuple[tuple[str, str], ...] = (
        ("Văn bản", str(document)),
        ("Ngày ban hành", day(document.issued_on) if document.issued_on else ""),
        ("Nơi ban hành", document.body.name),
        ("Người ký", document.signer_name),
    )
    lost = _lost(document)
    amended = " Văn bản đã được sửa đổi, bổ sung sau đó." * (
        document.state == DocumentState.AMENDED
    )
    return Answer(
        standing=Standing.REVOKED if lost else Standing.GENUINE,
        sentence=lost or f"{told}{amended}",
        facts=tuple(each for each in facts if each[1]),
        signatures=signatures,
    )


def _lost(document: OfficialDocument) -> str:
    """Return why a document holds no more, with the document that ended it; empty if it holds."""
    words = {
        DocumentState.RECALLED: "đã bị thu hồi, hủy bỏ",
        DocumentState.REPLACED: "đã bị thay thế",
    }
    state = DocumentState(document.state)
    if state not in words:
        return ""
    by = document.changed_by
    ended = f" bằng {by} ngày {day(by.issued_on)}" if by and by.issued_on else ""
    return f"{document} {words[state]}{ended}."


def _file(**facts: Iterable[str]) -> DocumentFile | None:
    """Return a file of a document that was issued."""
    return (
        DocumentFile.objects.filter(**facts)
        .exclude(document__state__in=NOT_ISSUED)
        .select_related("document__body", "document__changed_by")
        .first()
    )


def _earlier_revisions(data: bytes) -> list[str]:
    """Return the hashes of what a PDF was before something was appended to it."""
    digests: list[str] = []
    at = data.find(END)
    while at >= 0 and len(digests) < MOST_REVISIONS:
        stop = at + len(END)
        digests += [
            hashlib.sha256(data[: stop + more]).hexdigest()
            for more in (0, 1, 2)
            if stop + more < len(data)
        ]
        at = data.find(END, stop)
    return digests
