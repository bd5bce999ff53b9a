from __future__ import annotations

from django.db import models


class DecisionState(models.TextChoices):
    DRAFT = "draft", "Chờ ký"
    ISSUED = "issued", "Đã ban hành"


class DecisionKind(models.TextChoices):
    """What a decision does."""

    AWARD = "award", "Khen thưởng"
    REVOCATION = "revocation", "Hủy bỏ quyết định tặng, thu hồi hiện vật và tiền thưởng"
    RESTORATION = "restoration", "Hủy bỏ quyết định hủy bỏ, khôi phục khen thưởng"
    CORRECTION = "correction", "Đính chính quyết định khen thưởng"
    EXTERNAL = "external", "Quyết định của cơ quan khác"


class CorrectedField(models.TextChoices):
    """What a correction may change of an honour."""

    NAME = "recipient_name", "Tên"
    DETAIL = "recipient_detail", "Chức vụ, đơn vị, địa chỉ"
    YEAR = "year", "Năm được xét"
    PERIOD = "period", "Thời gian lập thành tích"
    ACHIEVEMENT = "achievement", "Thành tích"


class HonourSource(models.TextChoices):
    """How an honour came into the register."""

    NOMINATED = "nominated", "Do xã xét tặng"
    ABOVE = "above", "Cấp trên tặng"
    OLD = "old", "Nhập từ quyết định cũ"


class ReissueKind(models.TextChoices):
    """Why a certificate is given anew (Decision 01/2026/QĐ-TTg, Articles 71 and 72)."""

    EXCHANGE = "exchange", "Cấp đổi"
    REPLACEMENT = "replacement", "Cấp lại"


class ReissueState(models.TextChoices):
    """How far a request for another certificate is."""

    ASKED = "asked", "Chờ Chủ tịch đồng ý"
    AGREED = "agreed", "Đã đồng ý"
    REFUSED = "refused", "Không đồng ý"


class BatchState(models.TextChoices):
    WAITING = "waiting", "Chờ in"
    RUNNING = "running", "Đang tạo tệp"
    DONE = "done", "Đã xong"
    FAILED = "failed", "Không tạo được"


class PaymentState(models.TextChoices):
    """Where the money of an honour stands."""

    ASKED = "asked", "Cần xác minh"
    DUE = "due", "Chờ chi"
    LISTED = "listed", "Trong danh sách chi"
    PAID = "paid", "Đã chi"
    NOT_PAYABLE = "not_payable", "Không chi"
    RECOVERED = "recovered", "Đã thu hồi"


class FundSource(models.TextChoices):
    """Where the money of the fund comes from (Law 06/2022/QH15, Article 11)."""

    BUDGET = "budget", "Ngân sách nhà nước"
    CONTRIBUTION = "contribution", "Đóng góp của tổ chức, cá nhân"
    OTHER = "other", "Nguồn thu hợp pháp khác"


class FundKind(models.TextChoices):
    """What an entry of the fund says."""

    PLANNED = "planned", "Dự toán"
    INCOME = "income", "Thu"
    EXPENSE = "expense", "Chi"


class FundPurpose(models.TextChoices):
    """What money of the fund is spent on, or why it comes back."""

    PRIZES = "prizes", "Chi tiền thưởng"
    OBJECTS = "objects", "In, làm hiện vật khen thưởng"
    ORGANISING = "organising", "Chi tổ chức công tác thi đua, khen thưởng"
    RECOVERY = "recovery", "Thu hồi tiền thưởng"
    SUPPLY = "supply", "Cấp, huy động vào quỹ"


class CaseVerdict(models.TextChoices):
    """What the deciding level said of a forwarded case."""

    PENDING = "", "Chờ cấp trên trả lời"
    GRANTED = "granted", "Đã được tặng"
    REFUSED = "refused", "Không được tặng"
    RETURNED = "returned", "Trả lại để bổ sung"
