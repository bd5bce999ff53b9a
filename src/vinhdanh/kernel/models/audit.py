"""The log of acts: one row per act, each sealed with the hash of the row before."""

from __future__ import annotations

from typing import Any

from django.db import models

APPEND_ONLY = "An audit event is append-only."


class AuditChain(models.Model):
    """Head of one chain; locking its row puts the acts of a body in one order."""

    scope = models.CharField("phạm vi", max_length=100, unique=True)
    last_sequence = models.PositiveBigIntegerField("số thứ tự cuối", default=0)
    last_seal = models.CharField("dấu niêm cuối", max_length=64, blank=True)

    class Meta:
        verbose_name = "chuỗi nhật ký"

    def __str__(self) -> str:
        return self.scope


class AuditEvent(models.Model):
    """Who did what, when, to what, with what before and after."""

    chain = models.ForeignKey(AuditChain, models.PROTECT, related_name="events")
    sequence = models.PositiveBigIntegerField("số thứ tự")
    at = models.DateTimeField("lúc")
    actor = models.CharField("người làm", max_length=200)
    action = models.CharField("việc", max_length=60)
    object_type = models.CharField("loại", max_length=60)
    object_id = models.BigIntegerField("khóa")
    sentence = models.TextField("kể lại")
    details = models.JSONField("chi tiết", default=dict)
    seal = models.CharField("dấu niêm", max_length=64)

    class Meta:
        verbose_name = "nhật ký"
        ordering = ["chain", "sequence"]
        constraints = [
            models.UniqueConstraint(fields=["chain", "sequence"], name="audit_sequence_once")
        ]
        indexes = [models.Index(fields=["object_type", "object_id"])]

    def __str__(self) -> str:
        return self.sentence

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Insert; a written event is never changed."""
        if not self._state.adding:
            raise TypeError(APPEND_ONLY)
        super().save(*args, **kwargs)

    def delete(self, *_args: Any, **_kwargs: Any) -> tuple[int, dict[str, int]]:
        """Refuse: the log only grows."""
        raise TypeError(APPEND_ONLY)
