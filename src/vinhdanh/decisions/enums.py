from __future__ import annotations

from django.db import models


class DecisionState(models.TextChoices):
    DRAFT = "draft", "Chờ ký"
    ISSUED = "issued", "Đã ban hành"


class DecisionKind(models.TextChoices):
    """What a decision does."""

    AWARD = "award", "Khen thưởng"
    REVOCATION = "revocation", "Hủy bỏ quyết định tặng, thu hồi hiện vật và tiền thưởng"
    EXTERNAL = "external", "Quyết định của cơ quan khác"


class HonourSource(models.TextChoices):
    """How an honour came into the register."""

    NOMINATED = "nominated", "Do xã xét tặng"
    ABOVE = "above", "Cấp trên tặng"
    OLD = "old", "Nhập từ quyết định cũ"


class BatchState(models.TextChoices):
    WAITING = "waiting", "Chờ in"
    RUNNING = "running", "Đang tạo tệp"
    DONE = "done", "Đã xong"
    FAILED = "failed", "Không tạo được"
