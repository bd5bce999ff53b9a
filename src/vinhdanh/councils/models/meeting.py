"""A meeting, who attends, what is decided, who stays out of what."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from vinhdanh.councils.enums import MeetingState, Outcome
from vinhdanh.councils.models.council import Council, CouncilMember
from vinhdanh.nominations.models import Nomination


class Meeting(models.Model):
    council = models.ForeignKey(Council, models.PROTECT, related_name="meetings")
    title = models.CharField("nội dung phiên họp", max_length=300)
    held_on = models.DateField("ngày họp")
    place = models.CharField("địa điểm", max_length=200, blank=True)
    state = models.CharField(
        "tình trạng", max_length=20, choices=MeetingState, default=MeetingState.PLANNED
    )
    opened_at = models.DateTimeField("khai mạc lúc", null=True, blank=True)
    closed_at = models.DateTimeField("kết thúc lúc", null=True, blank=True)
    presided_by = models.ForeignKey(
        CouncilMember,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="presided_meetings",
        verbose_name="người chủ trì",
    )
    """Who presides, settled at the opening."""
    secretary = models.ForeignKey(
        CouncilMember,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="written_meetings",
        verbose_name="thư ký",
    )
    """The council's secretary where present at the opening."""
    secretary_name = models.CharField("người ghi biên bản", max_length=100, blank=True)
    """Who writes the minutes: the secretary, or in their absence the clerk."""
    cancel_reason = models.CharField("lý do hủy", max_length=500, blank=True)

    class Meta:
        verbose_name = "phiên họp"
        ordering = ["-held_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="planned", opened_at__isnull=True, closed_at__isnull=True)
                | Q(state="open", opened_at__isnull=False, closed_at__isnull=True)
                | Q(state="closed", opened_at__isnull=False, closed_at__isnull=False)
                | Q(state="cancelled", closed_at__isnull=True) & ~Q(cancel_reason=""),
                name="meeting_times_follow_state",
            ),
            models.CheckConstraint(
                condition=Q(opened_at__isnull=True)
                | Q(presided_by__isnull=False) & ~Q(secretary_name=""),
                name="opened_meeting_has_who_presides",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Attendance(models.Model):
    """Whether a member came."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="attendance")
    member = models.ForeignKey(CouncilMember, models.PROTECT, related_name="attendance")
    is_present = models.BooleanField("có mặt", default=False)
    absence_reason = models.CharField("lý do vắng", max_length=200, blank=True)

    class Meta:
        verbose_name = "điểm danh"
        ordering = ["member__order"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "member"], name="attendance_once")
        ]

    def __str__(self) -> str:
        return f"{self.member} – {self.meeting}"


class AgendaItem(models.Model):
    """One nomination before the council; once decided it is frozen with all it rests on."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="items")
    nomination = models.ForeignKey(Nomination, models.PROTECT, related_name="agenda_items")
    order = models.PositiveSmallIntegerField("thứ tự")
    outcome = models.CharField("kết quả", max_length=20, choices=Outcome, default=Outcome.PENDING)
    votes_for = models.PositiveSmallIntegerField("đồng ý", null=True)
    votes_against = models.PositiveSmallIntegerField("không đồng ý", null=True)
    votes_abstain = models.PositiveSmallIntegerField("không có ý kiến", null=True)
    denominator = models.PositiveSmallIntegerField("mẫu số", null=True)
    threshold = models.CharField("tỷ lệ phải đạt", max_length=200, blank=True)
    threshold_source = models.CharField("nguồn của tỷ lệ", max_length=250, blank=True)
    defer_reason = models.CharField("lý do hoãn", max_length=500, blank=True)

    class Meta:
        verbose_name = "nội dung biểu quyết"
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "order"], name="item_order_once"),
            models.UniqueConstraint(fields=["meeting", "nomination"], name="item_once_a_meeting"),
            models.UniqueConstraint(
                fields=["nomination"],
                condition=Q(outcome="pending"),
                name="nomination_on_one_open_agenda",
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=["pending", "deferred", "taken_off"])
                | Q(
                    votes_for__isnull=False,
                    votes_against__isnull=False,
                    votes_abstain__isnull=False,
                    denominator__gt=0,
                )
                & ~Q(threshold_source=""),
                name="decided_item_keeps_its_count",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.order}. {self.nomination}"


class Recusal(models.Model):
    """A member who takes no part in one vote, visibly and with the reason."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="recusals")
    member = models.ForeignKey(CouncilMember, models.PROTECT, related_name="recusals")
    reason = models.CharField("lý do", max_length=200)

    class Meta:
        verbose_name = "không tham gia biểu quyết"
        ordering = ["member__order"]
        constraints = [models.UniqueConstraint(fields=["item", "member"], name="recusal_once")]

    def __str__(self) -> str:
        return f"{self.member}: {self.reason}"
