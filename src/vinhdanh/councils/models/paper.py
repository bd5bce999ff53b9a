"""Papers of meetings and of the council's year."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from vinhdanh.councils.enums import MeetingPaperKind
from vinhdanh.councils.models.council import Council
from vinhdanh.councils.models.meeting import Meeting
from vinhdanh.records.enums import FileFormat
from vinhdanh.records.models import OfficialDocument


class KeptPaper(models.Model):
    """A file made once; its bytes never change, its hash says so."""

    format = models.CharField("dạng tệp", max_length=10, choices=FileFormat)
    title = models.CharField("tên tệp", max_length=200)
    path = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField("cỡ")
    manifest = models.JSONField(default=dict)
    """Template, context and output hash."""

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.title


class MinutesFile(KeptPaper):
    """A file of a meeting's minutes, rendered once when the meeting closes."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="minutes")

    class Meta:
        verbose_name = "tệp biên bản"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "format"], name="minutes_once_a_format")
        ]


class TallyFile(KeptPaper):
    """A file of the minutes of the count, rendered once when the meeting closes."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="tally_files")
    part = models.PositiveSmallIntegerField("phần", default=1)
    """Items with other numbers of ballots have minutes of their own."""

    class Meta:
        verbose_name = "tệp biên bản kiểm phiếu"
        ordering = ["part", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "part", "format"], name="tally_once_a_part_and_format"
            )
        ]


class MeetingPaper(models.Model):
    """An official paper of a meeting, with its number in the register."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="papers")
    kind = models.CharField("loại giấy tờ", max_length=20, choices=MeetingPaperKind)
    document = models.OneToOneField(
        OfficialDocument, models.PROTECT, related_name="meeting_paper", verbose_name="văn bản"
    )
    is_in_force = models.BooleanField("còn hiệu lực", default=True)
    """False once another paper of the kind took its place, as where the meeting is moved."""

    class Meta:
        verbose_name = "giấy tờ phiên họp"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "kind"],
                condition=Q(is_in_force=True),
                name="one_meeting_paper_in_force",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.meeting}"


class WorkPlan(models.Model):
    """What the council means to do in a year; its paper is a KH-HĐTĐKT of the register."""

    council = models.ForeignKey(Council, models.CASCADE, related_name="work_plans")
    year = models.PositiveSmallIntegerField("năm")
    document = models.OneToOneField(
        OfficialDocument, models.SET_NULL, null=True, blank=True, related_name="council_plan",
        verbose_name="văn bản",
    )  # fmt: skip

    class Meta:
        verbose_name = "kế hoạch công tác của hội đồng"
        constraints = [
            models.UniqueConstraint(fields=["council", "year"], name="one_work_plan_a_year")
        ]

    def __str__(self) -> str:
        return f"Kế hoạch công tác năm {self.year} của {self.council}"


class PlannedMeeting(models.Model):
    """A meeting foreseen in a quarter."""

    plan = models.ForeignKey(WorkPlan, models.CASCADE, related_name="meetings")
    quarter = models.PositiveSmallIntegerField("quý")
    content = models.CharField("nội dung", max_length=300)

    class Meta:
        verbose_name = "phiên họp dự kiến"
        ordering = ["quarter", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(quarter__gte=1, quarter__lte=4), name="planned_meeting_quarter"
            )
        ]

    def __str__(self) -> str:
        return f"Quý {self.quarter}: {self.content}"
