from __future__ import annotations

from django.db import models


class ReportKind(models.TextChoices):
    SIX_MONTH = "six_month", "Sơ kết 6 tháng đầu năm"


class ReportState(models.TextChoices):
    DRAFT = "draft", "Đang soạn"
    ISSUED = "issued", "Đã ban hành"
