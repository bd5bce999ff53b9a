"""A meeting and who takes part in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.timezone import localdate

from vinhdanh.councils.enums import MeetingState, Presence
from vinhdanh.councils.models.council import Council, CouncilMember

if TYPE_CHECKING:
    import datetime as dt


class Meeting(models.Model):
    council = models.ForeignKey(Council, models.PROTECT, related_name="meetings")
    title = models.CharField("nội dung phiên họp", max_length=300)
    held_on = models.DateField("ngày họp")
    starts_at = models.TimeField("giờ họp", null=True, blank=True)
    place = models.CharField("địa điểm", max_length=200, blank=True)
    opinions_by = models.DateField("nhận ý kiến bằng văn bản đến hết ngày", null=True, blank=True)
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
            models.UniqueConstraint(
                fields=["council"], condition=Q(state="open"), name="one_open_meeting_a_council"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def stands(self) -> str:
        """Hour, day and place in words: "08:00 ngày 24/06/2024, tại Hội trường"."""
        hour = f"{self.starts_at:%H:%M} " if self.starts_at else ""
        place = f", tại {self.place}" if self.place else ""
        return f"{hour}ngày {self.held_on:%d/%m/%Y}{place}"

    @property
    def letters_until(self) -> dt.date | None:
        """The day to whose end opinions in writing are waited for; none where the chair says when.

        A last day before the opening cuts nothing off: what came by then is written down in the
        open meeting.
        """
        last = self.opinions_by
        if last and self.opened_at and last < localdate(self.opened_at):
            return None
        return last


class Attendance(models.Model):
    """Whether and how a member took part."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="attendance")
    member = models.ForeignKey(CouncilMember, models.PROTECT, related_name="attendance")
    presence = models.CharField("tham dự", max_length=10, choices=Presence, default=Presence.ABSENT)
    is_present = models.BooleanField("có mặt", default=False)
    """Counts for the quorum and votes in the room: present, remote, or by a substitute whom the
    council's rules let vote."""
    absence_reason = models.CharField("lý do vắng", max_length=200, blank=True)
    substitute = models.CharField("người dự thay", max_length=200, blank=True)
    """Name and post of who came instead."""
    awaits_word = models.BooleanField("chưa biết ngày giờ mới", default=False)
    """Was invited before the meeting was moved, and has not said that they know."""

    class Meta:
        verbose_name = "điểm danh"
        ordering = ["member__order", "id"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "member"], name="attendance_once"),
            models.CheckConstraint(
                condition=Q(is_present=True, presence__in=["present", "remote", "substitute"])
                | Q(is_present=False, presence__in=["substitute", "written", "absent"]),
                name="attendance_counts_who_takes_part",
            ),
            models.CheckConstraint(
                condition=Q(presence="substitute") & ~Q(substitute="")
                | ~Q(presence="substitute") & Q(substitute=""),
                name="attendance_names_the_substitute",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member} – {self.meeting}"

    @property
    def may_vote(self) -> bool:
        """Tell whether this member's vote is expected, in the room or in writing."""
        return self.is_present or self.presence == Presence.WRITTEN


class Teller(models.Model):
    """A member of the committee that counts paper ballots."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="tellers")
    member = models.ForeignKey(CouncilMember, models.PROTECT, related_name="counted_meetings")
    is_head = models.BooleanField("trưởng ban", default=False)

    class Meta:
        verbose_name = "người kiểm phiếu"
        ordering = ["-is_head", "member__order", "id"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "member"], name="teller_once"),
            models.UniqueConstraint(
                fields=["meeting"], condition=Q(is_head=True), name="one_head_of_tellers"
            ),
        ]

    def __str__(self) -> str:
        return str(self.member)
