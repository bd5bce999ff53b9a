from __future__ import annotations

from django.db import models


class PlanState(models.TextChoices):
    DRAFT = "draft", "Đang xem lại"
    CONFIRMED = "confirmed", "Đang thực hiện"


class Severity(models.TextChoices):
    ERROR = "error", "Cần sửa"
    WARNING = "warning", "Nên xem lại"
    INFO = "info", "Lưu ý"


class FulfilmentKind(models.TextChoices):
    """What in the records proves that a task is done."""

    PLAN_ISSUED = "plan_issued", "Kế hoạch được ban hành"
    DOCUMENT_ISSUED = "document_issued", "Văn bản được ban hành và được đọc"
    REGISTRATIONS_COMPLETE = "registrations_complete", "Các đơn vị đăng ký thi đua đủ"
    MOVEMENT_LAUNCHED = "movement_launched", "Phong trào được phát động, giao ước được ký"
    THEMATIC_LAUNCHED = "thematic_launched", "Phong trào chuyên đề được phát động"
    SIX_MONTH_REPORT = "six_month_report", "Báo cáo sơ kết 6 tháng được ban hành"
    YEAR_REPORT = "year_report", "Báo cáo tổng kết năm được ban hành"
    EVIDENCE = "evidence", "Minh chứng được chấp nhận"


MOVEMENT_KINDS = frozenset({FulfilmentKind.MOVEMENT_LAUNCHED, FulfilmentKind.THEMATIC_LAUNCHED})
"""Kinds that a launched movement proves."""
