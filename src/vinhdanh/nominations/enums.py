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


FINAL_STATES = frozenset(
    {NominationState.WITHDRAWN, NominationState.NOT_APPROVED, NominationState.DECIDED}
)


class Moment(models.TextChoices):
    """When a nomination was held against the law."""

    DRAFTED = "drafted", "Khi soạn"
    RECEIVED = "received", "Khi tiếp nhận"
    BEFORE_VOTE = "before_vote", "Trước khi biểu quyết"


class LawVerdict(models.TextChoices):
    """What the law says of a nomination; the values are the lawbook's."""

    MET = "met", "Đủ"
    NOT_MET = "not_met", "Chưa đủ"
    UNDETERMINED = "undetermined", "Cần xác minh"


class FactList(models.TextChoices):
    """Lists about a recipient of which somebody may say that nothing is missing."""

    HONOURS = "honours", "Danh hiệu, hình thức khen thưởng đã được tặng"
    INITIATIVES = "initiatives", "Sáng kiến, đề tài đã được công nhận"
    DISCIPLINE = "discipline", "Kỷ luật"
    HOLDS = "holds", "Việc đang xem xét, thanh tra, khiếu nại, tố cáo"


class CommendationKind(models.TextChoices):
    """Kinds of commendation (Law 06/2022/QH15, Article 8) that a commune meets in its year."""

    MERIT = "merit", "Theo công trạng và thành tích"
    SUDDEN = "sudden", "Đột xuất"
    THEMATIC = "thematic", "Phong trào thi đua, chuyên đề"
