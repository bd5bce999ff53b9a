"""Incoming documents, their handling and their files."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from vinhdanh.organizations.models import Unit
from vinhdanh.records.enums import FileFormat, IncomingState
from vinhdanh.records.models.document import OfficialDocument
from vinhdanh.records.models.searched import Searched


class IncomingDocument(Searched):
    """One line of the register of incoming documents, with what is done about it.

    Field lengths follow Decree 30/2020/NĐ-CP, Annex VI.
    """

    body = models.ForeignKey(Unit, models.PROTECT, related_name="incoming_documents")
    year = models.PositiveSmallIntegerField("năm")
    arrival_number = models.PositiveIntegerField("số đến")
    arrived_on = models.DateField("ngày đến")
    author = models.CharField("tác giả", max_length=200)
    code = models.CharField("số, ký hiệu", max_length=42, blank=True)
    """Number (11), stroke and symbol (30) of the sender."""
    issued_on = models.DateField("ngày tháng của văn bản", null=True, blank=True)
    kind_name = models.CharField("tên loại", max_length=100)
    abstract = models.CharField("trích yếu", max_length=500)
    pages = models.PositiveSmallIntegerField("số trang", null=True, blank=True)
    note = models.CharField("ghi chú", max_length=500, blank=True)
    state = models.CharField(
        "tình trạng", max_length=10, choices=IncomingState, default=IncomingState.WAITING
    )
    handler = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="incoming_to_handle"
    )
    handler_name = models.CharField("người xử lý", max_length=50, blank=True)
    forwarded_on = models.DateField("ngày chuyển", null=True, blank=True)
    due_on = models.DateField("thời hạn", null=True, blank=True)
    finished_on = models.DateField("ngày xử lý xong", null=True, blank=True)
    outcome = models.CharField("kết quả xử lý", max_length=500, blank=True)
    answer = models.ForeignKey(
        OfficialDocument, models.PROTECT, null=True, blank=True, related_name="answers"
    )

    class Meta:
        verbose_name = "văn bản đến"
        verbose_name_plural = "văn bản đến"
        ordering = ["-year", "-arrival_number"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "year", "arrival_number"], name="arrival_number_once"
            ),
            models.CheckConstraint(
                condition=Q(arrival_number__gt=0), name="arrival_number_positive"
            ),
            models.CheckConstraint(
                condition=Q(state="waiting", forwarded_on__isnull=True)
                | (~Q(state="waiting") & Q(forwarded_on__isnull=False)),
                name="incoming_forwarded_exactly_when_not_waiting",
            ),
            models.CheckConstraint(
                condition=Q(state="done", finished_on__isnull=False)
                | (~Q(state="done") & Q(finished_on__isnull=True, answer__isnull=True)),
                name="incoming_finished_exactly_when_done",
            ),
        ]

    def __str__(self) -> str:
        return f"Văn bản đến số {self.arrival_number:02d}"

    @property
    def handled_by(self) -> str:
        """Who handles it: the unit and the person."""
        unit = self.handler.name if self.handler else ""
        return ", ".join(part for part in (self.handler_name, unit) if part)

    def words(self) -> str:
        """Return number of arrival, author, number, kind and abstract."""
        number = f"{self.arrival_number:02d}"
        return f"{number} {self.author} {self.code} {self.kind_name} {self.abstract}"


class IncomingFile(models.Model):
    """A scan or an electronic file of an incoming document; its bytes never change."""

    document = models.ForeignKey(IncomingDocument, models.CASCADE, related_name="files")
    format = models.CharField("dạng tệp", max_length=10, choices=FileFormat)
    title = models.CharField("tên tệp", max_length=200)
    path = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField("cỡ")

    class Meta:
        verbose_name = "tệp văn bản đến"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.title
