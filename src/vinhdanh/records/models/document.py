"""Outgoing documents and their files."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from vinhdanh.organizations.models import Unit
from vinhdanh.records.enums import (
    WITHOUT_NUMBER,
    Authority,
    DocumentKind,
    DocumentState,
    FileFormat,
    FileRole,
)
from vinhdanh.records.models.searched import Searched


class OfficialDocument(Searched):
    """One outgoing document: a draft, and from its issue on a line of the register.

    Field lengths follow Decree 30/2020/NĐ-CP, Annex VI.
    """

    body = models.ForeignKey(Unit, models.PROTECT, related_name="documents")
    kind = models.CharField("loại", max_length=20, choices=DocumentKind)
    state = models.CharField(
        "tình trạng", max_length=20, choices=DocumentState, default=DocumentState.ISSUED
    )
    number = models.PositiveIntegerField("số", null=True, blank=True)
    symbol = models.CharField("ký hiệu", max_length=30)
    year = models.PositiveSmallIntegerField("năm")
    """Of the series; of a draft, the year it was begun."""
    issued_on = models.DateField("ngày ban hành", null=True, blank=True)
    abstract = models.CharField("trích yếu", max_length=500)
    content = models.TextField("nội dung", blank=True, max_length=20_000)
    """The text of a paper that is written here, a paragraph a line."""
    signer_authority = models.CharField(
        "quyền hạn ký", max_length=20, choices=Authority, default=Authority.HEAD
    )
    signer_position = models.CharField("chức vụ người ký", max_length=100, blank=True)
    signer_name = models.CharField("người ký", max_length=50, blank=True)
    delegation = models.CharField("văn bản ủy quyền", max_length=200, blank=True)
    other_recipients = models.CharField("nơi nhận khác", max_length=500, blank=True)
    """Who is written to and has no unit here, as the paper names them, parted by semicolons."""
    archive_holder = models.CharField("đơn vị, người nhận bản lưu", max_length=100, blank=True)
    copies = models.PositiveSmallIntegerField("số lượng bản", null=True, blank=True)
    pages = models.PositiveSmallIntegerField("số trang", null=True, blank=True)
    sent_on = models.DateField("ngày chuyển", null=True, blank=True)
    note = models.CharField("ghi chú", max_length=500, blank=True)
    numbered_outside = models.BooleanField("số cấp trước khi vào hệ thống", default=False)
    changed_by = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="changes",
        verbose_name="văn bản sửa đổi, thay thế, thu hồi",
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "văn bản"
        verbose_name_plural = "văn bản"
        ordering = ["-issued_on", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "symbol", "year", "number"], name="document_number_once"
            ),
            models.CheckConstraint(condition=Q(number__gt=0), name="document_number_positive"),
            models.CheckConstraint(
                condition=Q(state__in=WITHOUT_NUMBER, number__isnull=True, issued_on__isnull=True)
                | (~Q(state__in=WITHOUT_NUMBER) & Q(number__isnull=False, issued_on__isnull=False)),
                name="document_number_exactly_when_issued",
            ),
            models.CheckConstraint(
                condition=Q(changed_by__isnull=False)
                | ~Q(state__in=(DocumentState.AMENDED, DocumentState.REPLACED)),
                name="changed_document_names_its_successor",
            ),
        ]
        indexes = [models.Index(fields=["body", "year", "-issued_on"])]

    def __str__(self) -> str:
        if self.number is None:
            return f"Dự thảo {self.get_kind_display().lower()} “{self.abstract}”"
        return f"{self.get_kind_display()} số {self.code}"

    @property
    def code(self) -> str:
        """Number and symbol; numbers below ten take a zero (Decree 30/2020, Annex I)."""
        return f"{self.number:02d}/{self.symbol}" if self.number else f"…/{self.symbol}"

    def words(self) -> str:
        """Return number, kind, abstract, signer and other recipients."""
        parts = (self.get_kind_display(), self.code, self.abstract, self.signer_name)
        return f"{' '.join(parts)} {self.other_recipients}"


class DocumentFile(models.Model):
    """A file of an issued document; its bytes never change, its hash says so."""

    document = models.ForeignKey(OfficialDocument, models.CASCADE, related_name="files")
    role = models.CharField("nguồn", max_length=10, choices=FileRole, default=FileRole.GENERATED)
    format = models.CharField("dạng tệp", max_length=10, choices=FileFormat)
    title = models.CharField("tên tệp", max_length=200)
    path = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64, db_index=True)
    mark = models.CharField("dấu nhận dạng", max_length=80, blank=True, db_index=True)
    """The identity inside a PDF, by which a changed copy is known."""
    size = models.PositiveBigIntegerField("cỡ")
    manifest = models.JSONField(default=dict)
    """Template, context and output hash of a generated file; empty for an uploaded one."""

    class Meta:
        verbose_name = "tệp văn bản"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.title
