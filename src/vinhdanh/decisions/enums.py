from __future__ import annotations

from django.db import models


class DecisionState(models.TextChoices):
    DRAFT = "draft", "Chờ ký"
    ISSUED = "issued", "Đã ban hành"


class BatchState(models.TextChoices):
    WAITING = "waiting", "Chờ in"
    RUNNING = "running", "Đang tạo tệp"
    DONE = "done", "Đã xong"
    FAILED = "failed", "Không tạo được"
