"""Lists read from files, looked over before they enter the records."""

from __future__ import annotations

from pathlib import PurePath

from django.db import models
from django.db.models import Q

from vinhdanh.organizations.enums import ImportKind, ImportState, RowStatus
from vinhdanh.organizations.models.unit import Unit


class ListImport(models.Model):
    """One file with a list: what was read, and whether it was entered."""

    body = models.ForeignKey(Unit, models.PROTECT, related_name="imports")
    kind = models.CharField("loại danh sách", max_length=20, choices=ImportKind)
    subject = models.PositiveBigIntegerField(null=True, blank=True)
    """What the rows are entered into, where the kind asks for it: the id of a submission."""
    by = models.PositiveBigIntegerField()
    """Id of the account that reads it in; accounts lie above this module."""
    by_name = models.CharField("người nhập", max_length=100)
    at = models.DateTimeField("lúc")
    source_name = models.CharField("tên tệp", max_length=200)
    source_path = models.CharField(max_length=100)
    source_sha256 = models.CharField(max_length=64)
    mapping = models.JSONField("các cột", default=dict)
    """Heading of the file -> key of the reader; empty where a column is not read."""
    places = models.JSONField("trang tính, bảng đã đọc", default=list)
    other_places = models.JSONField("trang tính, bảng không đọc", default=list)
    findings = models.JSONField("ghi chú về tệp", default=list)
    """[severity, sentence] about the file as a whole."""
    details = models.JSONField("chi tiết", default=dict)
    """What is said of the whole list: its year; number, day, issuer, signer, scan of a decision."""
    state = models.CharField(
        "tình trạng", max_length=20, choices=ImportState, default=ImportState.PREVIEWED
    )
    version = models.PositiveIntegerField(default=1)
    counts = models.JSONField("kết quả", default=dict)
    """Once done: how many rows were new, matched, left out."""
    finished_by_name = models.CharField("người xác nhận", max_length=100, blank=True)
    finished_at = models.DateTimeField("xác nhận lúc", null=True, blank=True)

    class Meta:
        verbose_name = "danh sách nhập từ tệp"
        ordering = ["-id"]
        indexes = [models.Index(fields=["body", "-id"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="previewed", finished_at__isnull=True)
                | Q(state__in=["done", "discarded"], finished_at__isnull=False),
                name="list_import_finished_exactly_when_over",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} từ tệp {self.source_name}"

    @property
    def title(self) -> str:
        """The name of its file as people say it, without the ending."""
        return PurePath(self.source_name).stem

    @property
    def is_open(self) -> bool:
        """Tell whether it still waits to be confirmed."""
        return self.state == ImportState.PREVIEWED


class ImportRow(models.Model):
    """One row of a list: what it says and what confirming will do."""

    list_import = models.ForeignKey(ListImport, models.CASCADE, related_name="rows")
    order = models.PositiveIntegerField("thứ tự")
    number = models.PositiveIntegerField("dòng")
    place = models.CharField("trang tính, bảng", max_length=200)
    values = models.JSONField("nội dung")
    remarks = models.JSONField("ghi chú", default=list)
    """[severity, sentence, column key, code, text of the cell] of the reader."""
    status = models.CharField("tình trạng", max_length=10, choices=RowStatus)
    told = models.CharField("sẽ làm gì", max_length=1000, blank=True)
    """One sentence: what confirming will do, or what is to be mended."""
    keys = models.TextField(blank=True)
    """What it shares with rows it can stand or fall with, one a line: names, titles."""
    chosen = models.JSONField("đã chọn", default=dict)
    """Whom a person chose, by the name the row writes: the id of somebody known, or NEW_ONE."""
    target = models.PositiveBigIntegerField(null=True, blank=True)
    """Id of the record that is meant, or of the decision that names it already."""
    asked = models.CharField("cần chọn người", max_length=100, blank=True)
    """The name by which several people may be meant: a person chooses."""
    is_skipped = models.BooleanField("để lại", default=False)
    is_entered = models.BooleanField("đã nhập", default=False)

    class Meta:
        verbose_name = "dòng của danh sách nhập"
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["list_import", "order"], name="import_row_order_once"),
            models.CheckConstraint(
                condition=~Q(is_skipped=True, is_entered=True),
                name="row_left_out_is_not_entered",
            ),
        ]
        indexes = [models.Index(fields=["list_import", "status", "order"])]

    def __str__(self) -> str:
        return f"Dòng {self.number}"
