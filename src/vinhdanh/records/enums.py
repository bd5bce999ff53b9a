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


TYPE_CODES = {
    DocumentKind.PLAN: "KH",
    DocumentKind.LETTER: "",
    DocumentKind.GUIDANCE: "HD",
    DocumentKind.NOTICE: "TB",
    DocumentKind.DECISION: "QĐ",
    DocumentKind.REPORT: "BC",
}
"""The abbreviation in the symbol; a letter (công văn) has none and names the drafting unit."""


class FileFormat(models.TextChoices):
    PDF = "pdf", "PDF"
    DOCX = "docx", "Word (DOCX)"
    TXT = "txt", "Văn bản thuần"
    OTHER = "other", "Tệp khác"
