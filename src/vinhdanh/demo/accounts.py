"""The sign-in names of the demonstration; the sign-in page and the command print them."""

from __future__ import annotations

from dataclasses import dataclass

PASSWORD = "minhtien2024"  # noqa: S105 - printed for everybody who looks around


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """One account, and whose work it shows."""

    username: str
    role: str
    name: str
    what_to_see: str


DEMO_ACCOUNTS = (
    DemoAccount(
        "vanphong",
        "Công chức phụ trách thi đua",
        "Nguyễn Thị Thanh Huyền",
        "kế hoạch, thẩm định đề nghị, nhập danh sách, trình cấp trên",
    ),
    DemoAccount(
        "chutich",
        "Chủ tịch",
        "Lê Đức Thuận",
        "điều hành phiên họp, duyệt khen thưởng đột xuất, ký quyết định",
    ),
    DemoAccount(
        "hoidong", "Thành viên Hội đồng", "Trịnh Quốc Việt", "biểu quyết tại phiên họp đang mở"
    ),
    DemoAccount(
        "thon1", "Phụ trách đơn vị: Thôn Phù Oanh", "Nguyễn Văn Bách", "đăng ký, lập đề nghị"
    ),
    DemoAccount(
        "phunu", "Phụ trách đơn vị: Hội Phụ nữ xã", "Đào Thị Kim Oanh", "giao ước, đề nghị"
    ),
    DemoAccount(
        "truyenthanh", "Cán bộ tuyên truyền", "Phạm Thị Ngân Hà", "văn bản, phong trào, minh chứng"
    ),
    DemoAccount("ketoan", "Kế toán", "Đỗ Thị Lan Phương", "chi tiền thưởng, quỹ"),
    DemoAccount(
        "captren",
        "Công chức phụ trách thi đua: huyện Phù Cừ",
        "Đặng Thị Hải Vân",
        "nhận, ghi kết quả, trả lời hồ sơ cấp dưới trình",
    ),
    DemoAccount("phongnoivu", "Cấp trên: huyện Phù Cừ", "Doãn Minh Khôi", "kế hoạch, báo cáo"),
)
"""One account for each role, and the district's clerk; every unit has its own besides."""

OTHER_ACCOUNTS = (
    "phochutich", "diachinh", "tuphap", "vanhoa", "congan", "quansu", "mattran", "nongdan",
    "thanhnien", "cuuchienbinh", "tramyte", "mamnon", "tieuhoc", "thcs",
    "thon2", "thon3", "thon4", "thon5",
)  # fmt: skip
"""Heads of the other units and the deputy chair; the password is the same."""
