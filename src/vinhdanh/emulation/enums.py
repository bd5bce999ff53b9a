from __future__ import annotations

from django.db import models


class RegistrationState(models.TextChoices):
    DRAFT = "draft", "Đang soạn"
    SENT = "sent", "Đã gửi, chờ tiếp nhận"
    ACCEPTED = "accepted", "Đã tiếp nhận"


class MovementKind(models.TextChoices):
    """How a movement is organised (Law 06/2022/QH15, Article 16)."""

    REGULAR = "regular", "Thường xuyên"
    THEMATIC = "thematic", "Theo chuyên đề, theo đợt"
