from __future__ import annotations

from django.db import models


class NominationState(models.TextChoices):
    """Where a nomination stands; the words are for everybody who may see it."""

    DRAFT = "draft", "Đang soạn"
    SENT = "sent", "Đã gửi, chờ thẩm định"
    RECEIVED = "received", "Đã tiếp nhận, chờ thẩm định"
    IN_APPRAISAL = "in_appraisal", "Đang thẩm định"
    RETURNED = "returned", "Trả lại để bổ sung"
    WITHDRAWN = "withdrawn", "Đã rút"
    APPRAISED = "appraised", "Đã thẩm định"
    BEFORE_COUNCIL = "before_council", "Đang trình Hội đồng"
    DEFERRED = "deferred", "Hội đồng hoãn xét"
    APPROVED = "approved", "Được thông qua"
    NOT_APPROVED = "not_approved", "Không được thông qua"
    FORWARDED = "forwarded", "Đã trình cấp trên"
    RETURNED_ABOVE = "returned_above", "Cấp trên trả lại"
    REFUSED_ABOVE = "refused_above", "Cấp trên không khen thưởng"
    DECIDED = "decided", "Đã có quyết định"


FINAL_STATES = frozenset(
    {
        NominationState.WITHDRAWN,
        NominationState.NOT_APPROVED,
        NominationState.REFUSED_ABOVE,
        NominationState.DECIDED,
    }
)
OPEN_TO_UNIT = frozenset({NominationState.DRAFT, NominationState.RETURNED})
"""With the proposing unit, which may still rewrite it."""
WITH_CLERK = frozenset(
    {NominationState.SENT, NominationState.RECEIVED, NominationState.IN_APPRAISAL}
)
"""With the office, which has not said yet whether it is ready."""
MAY_BE_PROPOSED_ANEW = frozenset(
    {NominationState.WITHDRAWN, NominationState.NOT_APPROVED, NominationState.REFUSED_ABOVE}
)
"""Ended without the honour: the same proposal may be made again."""


class Procedure(models.TextChoices):
    """How a nomination is judged: by the Council, or by the chair where the law allows it."""

    REGULAR = "regular", "Xét qua Hội đồng"
    SIMPLIFIED = "simplified", "Thủ tục đơn giản"


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


class EvidenceFormat(models.TextChoices):
    """What evidence may be; told from the bytes, never from the name."""

    PDF = "pdf", "PDF"
    DOCX = "docx", "Word"
    XLSX = "xlsx", "Excel"
    JPG = "jpg", "Ảnh chụp"
    PNG = "png", "Ảnh"


class CommendationKind(models.TextChoices):
    """Kinds of commendation (Law 06/2022/QH15, Article 8)."""

    MERIT = "merit", "Theo công trạng và thành tích"
    SUDDEN = "sudden", "Đột xuất"
    THEMATIC = "thematic", "Phong trào thi đua, chuyên đề"
    DEDICATION = "dedication", "Quá trình cống hiến"
    LONG_SERVICE = "long_service", "Theo niên hạn"
    FOREIGN = "foreign", "Đối ngoại"
