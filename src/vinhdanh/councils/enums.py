from __future__ import annotations

from django.db import models


class CouncilRole(models.TextChoices):
    CHAIR = "chair", "Chủ tịch Hội đồng"
    DEPUTY = "deputy", "Phó Chủ tịch Hội đồng"
    SECRETARY = "secretary", "Ủy viên, Thư ký"
    MEMBER = "member", "Ủy viên"


class MeetingState(models.TextChoices):
    PLANNED = "planned", "Sắp họp"
    OPEN = "open", "Đang họp"
    CLOSED = "closed", "Đã kết thúc"
    CANCELLED = "cancelled", "Đã hủy"


class Outcome(models.TextChoices):
    PENDING = "pending", "Chưa biểu quyết xong"
    APPROVED = "approved", "Thông qua"
    NOT_APPROVED = "not_approved", "Không thông qua"
    DEFERRED = "deferred", "Hoãn xét"
    TAKEN_OFF = "taken_off", "Rút khỏi phiên họp"


class Choice(models.TextChoices):
    FOR = "for", "Đồng ý"
    AGAINST = "against", "Không đồng ý"
    ABSTAIN = "abstain", "Không có ý kiến"
