"""Roles, and the table of what each may do."""

from __future__ import annotations

from enum import Enum

from django.db import models


class Role(models.TextChoices):
    """What a person is in this work; one person can be several."""

    CLERK = "clerk", "Công chức phụ trách thi đua"
    CHAIR = "chair", "Chủ tịch"
    COUNCIL_MEMBER = "council_member", "Thành viên Hội đồng"
    UNIT_HEAD = "unit_head", "Phụ trách đơn vị"
    OUTREACH = "outreach_officer", "Cán bộ tuyên truyền"
    ACCOUNTANT = "accountant", "Kế toán"
    SUPERIOR = "superior", "Cấp trên"
    MEMBER = "member", "Thành viên đơn vị"


class Act(Enum):
    """Every act that needs a right: who may do it, and how a refusal names them."""

    IMPORT_PLAN = ("nhập và sửa kế hoạch", frozenset({Role.CLERK}))
    CONFIRM_PLAN = ("xác nhận kế hoạch", frozenset({Role.CLERK, Role.CHAIR}))
    SHOW_EVIDENCE = ("đính kèm minh chứng", frozenset({Role.CLERK, Role.UNIT_HEAD, Role.OUTREACH}))
    ISSUE_DOCUMENT = ("ban hành văn bản", frozenset({Role.CLERK, Role.CHAIR}))
    CHOOSE_PROVINCE = ("chọn quy định của tỉnh", frozenset({Role.CLERK, Role.CHAIR}))
    KEEP_UNITS = (
        "lập, đổi tên, sáp nhập, chia tách đơn vị",
        frozenset({Role.CLERK, Role.CHAIR}),
    )
    KEEP_PEOPLE = (
        "ghi người, chức vụ, hộ gia đình",
        frozenset({Role.CLERK, Role.UNIT_HEAD}),
    )
    REGISTER_TITLES = ("đăng ký thi đua", frozenset({Role.UNIT_HEAD}))
    ACCEPT_REGISTRATION = ("tiếp nhận đăng ký thi đua", frozenset({Role.CLERK}))
    LAUNCH_MOVEMENT = ("phát động phong trào", frozenset({Role.CLERK, Role.CHAIR}))
    SIGN_PLEDGE = ("ký giao ước thi đua", frozenset({Role.UNIT_HEAD}))
    NOMINATE = ("lập và gửi đề nghị khen thưởng", frozenset({Role.UNIT_HEAD, Role.CLERK}))
    KEEP_FACTS = (
        "ghi số liệu để xét khen thưởng",
        frozenset({Role.UNIT_HEAD, Role.CLERK}),
    )
    KEEP_STANDING = ("ghi kỷ luật, việc đang xem xét", frozenset({Role.CLERK}))
    VERIFY = ("xác minh điều kiện", frozenset({Role.CLERK, Role.CHAIR}))
    APPRAISE = ("thẩm định đề nghị", frozenset({Role.CLERK}))
    APPROVE_DIRECTLY = ("xét duyệt theo thủ tục đơn giản", frozenset({Role.CHAIR}))
    POST_PUBLICLY = ("công khai danh sách, ghi và trả lời ý kiến", frozenset({Role.CLERK}))
    FORWARD = ("trình cấp trên và ghi kết quả của cấp trên", frozenset({Role.CLERK, Role.CHAIR}))
    RECEIVE_PROPOSAL = (
        "nhận và trả lời hồ sơ cấp dưới trình",
        frozenset({Role.CLERK, Role.CHAIR}),
    )
    FOUND_COUNCIL = (
        "thành lập, kiện toàn Hội đồng",
        frozenset({Role.CLERK, Role.CHAIR}),
    )
    CONVENE = ("lập phiên họp Hội đồng", frozenset({Role.CLERK, Role.CHAIR}))
    OPEN_MEETING = ("điều hành phiên họp", frozenset({Role.CHAIR}))
    RECUSE = ("ghi nhận người không tham gia biểu quyết", frozenset({Role.CLERK, Role.CHAIR}))
    RECORD_VOTE = ("ghi biểu quyết giơ tay", frozenset({Role.CLERK}))
    VOTE = ("biểu quyết", frozenset({Role.COUNCIL_MEMBER, Role.CHAIR}))
    DRAFT_DECISION = ("soạn quyết định", frozenset({Role.CLERK}))
    SIGN_DECISION = ("ký quyết định khen thưởng", frozenset({Role.CHAIR}))
    RECOVER = ("ghi bằng, hiện vật nhận lại", frozenset({Role.CLERK}))
    PRINT_CERTIFICATES = ("in giấy khen", frozenset({Role.CLERK}))
    LIST_PRIZES = ("lập danh sách chi tiền thưởng", frozenset({Role.CLERK, Role.ACCOUNTANT}))
    SETTLE_PRIZE = ("xác định mức tiền thưởng", frozenset({Role.CLERK, Role.CHAIR}))
    PAY_PRIZES = ("chi, thu hồi tiền thưởng", frozenset({Role.ACCOUNTANT}))
    KEEP_FUND = ("ghi thu, chi của quỹ", frozenset({Role.ACCOUNTANT}))
    WRITE_REPORT = ("soạn báo cáo", frozenset({Role.CLERK}))
    ISSUE_REPORT = ("ký ban hành báo cáo", frozenset({Role.CHAIR}))

    def __init__(self, words: str, roles: frozenset[Role]) -> None:
        self.words = words
        self.roles = roles
