from __future__ import annotations

from django.db import models


class NominationState(models.TextChoices):
    """Where a nomination stands; the words are for everybody who may see it."""

    DRAFT = "draft", "Đang soạn"
    SENT = "sent", "Đã gửi, chờ thẩm định"
    RETURNED = "returned", "Trả lại để bổ sung"
    WITHDRAWN = "withdrawn", "Đã rút"
    APPRAISED = "appraised", "Đã thẩm định, chờ họp"
    BEFORE_COUNCIL = "before_council", "Đang trình Hội đồng"
    DEFERRED = "deferred", "Hội đồng hoãn xét"
    APPROVED = "approved", "Hội đồng thông qua"
    NOT_APPROVED = "not_approved", "Hội đồng không thông qua"
    DECIDED = "decided", "Đã có quyết định"


class CommendationKind(models.TextChoices):
    """Kinds of commendation (Law 06/2022/QH15, Article 8) that a commune meets in its year."""

    MERIT = "merit", "Theo công trạng và thành tích"
    SUDDEN = "sudden", "Đột xuất"
    THEMATIC = "thematic", "Phong trào thi đua, chuyên đề"
