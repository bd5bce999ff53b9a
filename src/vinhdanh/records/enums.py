from __future__ import annotations

from django.db import models


class DocumentKind(models.TextChoices):
    """Kinds of official document in use here (Decree 30/2020/NĐ-CP, Annex III)."""

    PLAN = "plan", "Kế hoạch"
    LETTER = "letter", "Công văn"
    GUIDANCE = "guidance", "Hướng dẫn"
    NOTICE = "notice", "Thông báo"
    DECISION = "decision", "Quyết định"
    REPORT = "report", "Báo cáo"
    SUBMISSION = "submission", "Tờ trình"
    INVITATION = "invitation", "Giấy mời"
    MINUTES = "minutes", "Biên bản"


TYPE_CODES = {
    DocumentKind.PLAN: "KH",
    DocumentKind.LETTER: "",
    DocumentKind.GUIDANCE: "HD",
    DocumentKind.NOTICE: "TB",
    DocumentKind.DECISION: "QĐ",
    DocumentKind.REPORT: "BC",
    DocumentKind.SUBMISSION: "TTr",
    DocumentKind.INVITATION: "GM",
    DocumentKind.MINUTES: "BB",
}
"""The abbreviation in the symbol; a letter (công văn) has none and names the drafting unit."""


class DocumentState(models.TextChoices):
    """How far a document is; it has a number from `NUMBERED` on, and is sent from `ISSUED` on."""

    DRAFT = "draft", "Đang soạn"
    FOR_SIGNATURE = "for_signature", "Trình ký"
    SIGNED = "signed", "Đã ký"
    NUMBERED = "numbered", "Chờ đóng dấu"
    ISSUED = "issued", "Đã ban hành"
    AMENDED = "amended", "Đã được sửa đổi"
    REPLACED = "replaced", "Đã bị thay thế"
    RECALLED = "recalled", "Đã thu hồi"


WITHOUT_NUMBER = (DocumentState.DRAFT, DocumentState.FOR_SIGNATURE, DocumentState.SIGNED)
NOT_ISSUED = (*WITHOUT_NUMBER, DocumentState.NUMBERED)
IN_FORCE = (DocumentState.ISSUED, DocumentState.AMENDED)


class Authority(models.TextChoices):
    """In whose power a document is signed (Decree 30/2020/NĐ-CP, Article 13)."""

    HEAD = "head", "Chủ tịch ký trong thẩm quyền của mình"
    COLLECTIVE = "collective", "Thay mặt tập thể (TM.), Chủ tịch ký"
    ACTING = "acting", "Quyền Chủ tịch ký (Q.)"
    DEPUTY = "deputy", "Ký thay Chủ tịch (KT.)"
    COLLECTIVE_DEPUTY = "collective_deputy", "Thay mặt tập thể (TM.), cấp phó ký thay (KT.)"
    BY_ORDER = "by_order", "Thừa lệnh Chủ tịch (TL.)"
    DELEGATED = "delegated", "Thừa ủy quyền Chủ tịch (TUQ.)"


class KeptState(models.TextChoices):
    """What became of a number that was set apart."""

    RESERVED = "reserved", "Để dành"
    USED = "used", "Đã dùng"
    CANCELLED = "cancelled", "Đã hủy"


class IncomingState(models.TextChoices):
    """How far the handling of an incoming document is."""

    WAITING = "waiting", "Chờ chuyển"
    HANDLING = "handling", "Đang xử lý"
    DONE = "done", "Đã xử lý"


class FileFormat(models.TextChoices):
    PDF = "pdf", "PDF"
    DOCX = "docx", "Word (DOCX)"
    TXT = "txt", "Văn bản thuần"
    OTHER = "other", "Tệp khác"


class FileRole(models.TextChoices):
    """Where a file of a document comes from."""

    GENERATED = "generated", "Bản tạo từ số liệu"
    DRAFT = "draft", "Bản thảo"
    SIGNED = "signed", "Bản đã ký"


class Hand(models.TextChoices):
    """Who signs, in the order of Decree 30/2020/NĐ-CP, Annex I: the person, then the body."""

    PERSON = "person", "người ký"
    BODY = "body", "cơ quan"
