from __future__ import annotations

from django.db import models


class CouncilRole(models.TextChoices):
    CHAIR = "chair", "Chủ tịch Hội đồng"
    DEPUTY = "deputy", "Phó Chủ tịch Hội đồng"
    SECRETARY = "secretary", "Ủy viên, Thư ký"
    MEMBER = "member", "Ủy viên"


class CouncilTier(models.TextChoices):
    """Whose council it is; the values are the lawbook's."""

    COMMUNE = "commune", "Cấp xã"
    PROVINCE = "province", "Cấp tỉnh"
    MINISTRY = "ministry", "Bộ, ngành"
    CENTRAL = "central", "Trung ương"


class MeetingState(models.TextChoices):
    PLANNED = "planned", "Sắp họp"
    OPEN = "open", "Đang họp"
    CLOSED = "closed", "Đã kết thúc"
    CANCELLED = "cancelled", "Đã hủy"


UNFINISHED = (MeetingState.PLANNED, MeetingState.OPEN)


class Presence(models.TextChoices):
    """How a member takes part in a meeting."""

    PRESENT = "present", "Có mặt"
    REMOTE = "remote", "Dự trực tuyến"
    SUBSTITUTE = "substitute", "Cử người dự thay"
    WRITTEN = "written", "Vắng, cho ý kiến bằng văn bản"
    ABSENT = "absent", "Vắng"


class VoteForm(models.TextChoices):
    """How a vote on an item is held."""

    OPEN = "open", "Biểu quyết công khai"
    SECRET = "secret", "Bỏ phiếu kín trên máy"
    PAPER = "paper", "Bỏ phiếu kín bằng giấy"
    WRITTEN = "written", "Lấy ý kiến bằng văn bản"


class VoteWay(models.TextChoices):
    """By which way a member's vote came."""

    SCREEN = "screen", "Tự bỏ phiếu trên máy"
    HAND = "hand", "Giơ tay, do công chức ghi"
    WRITING = "writing", "Ý kiến bằng văn bản"
    PAPER = "paper", "Phiếu giấy"


class Outcome(models.TextChoices):
    PENDING = "pending", "Chưa biểu quyết xong"
    RUNOFF = "runoff", "Chưa đạt, chờ bỏ phiếu lại"
    RANKING = "ranking", "Đạt tỷ lệ, chờ xếp theo chỉ tiêu"
    APPROVED = "approved", "Thông qua"
    NOT_APPROVED = "not_approved", "Không thông qua"
    DEFERRED = "deferred", "Hoãn xét"
    TAKEN_OFF = "taken_off", "Rút khỏi phiên họp"


UNDECIDED = (Outcome.PENDING, Outcome.RUNOFF, Outcome.RANKING)


class Choice(models.TextChoices):
    FOR = "for", "Đồng ý"
    AGAINST = "against", "Không đồng ý"
    ABSTAIN = "abstain", "Không có ý kiến"


class VoteBase(models.TextChoices):
    """Of whom the share of votes is taken."""

    MEMBERS = "members", "thành viên Hội đồng"
    ENTITLED = "entitled", "thành viên được biểu quyết"


class BoxState(models.TextChoices):
    """How far an electronic ballot box is."""

    OPEN = "open", "Đang nhận phiếu"
    COUNTED = "counted", "Đã kiểm phiếu"
    DISCARDED = "discarded", "Đã bỏ, không kiểm"


class RecusalSource(models.TextChoices):
    """Who said that a member stays out of a vote."""

    SYSTEM = "system", "Đối chiếu từ dữ liệu"
    OFFICE = "office", "Hội đồng ghi nhận"
    DECLARED = "declared", "Thành viên tự khai"


class MeetingPaperKind(models.TextChoices):
    """Official papers of a meeting; each has its number in the register."""

    INVITATION = "invitation", "Giấy mời"
    CONCLUSION = "conclusion", "Thông báo kết luận"
