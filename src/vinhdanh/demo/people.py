"""Invented people, their posts, accounts and roles; no row is anybody's record."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from vinhdanh.accounts.enums import Role
from vinhdanh.organizations.enums import PersonGroup, Sex

F, M = Sex.FEMALE, Sex.MALE
HEAD, SEAT = Role.UNIT_HEAD, Role.COUNCIL_MEMBER
COMMITTEE = "ubnd"
"""Stands for the commune itself where a row names a unit."""


class PersonRow(NamedTuple):
    """One person as the demonstration writes them down."""

    name: str
    sex: Sex
    born: str
    unit: str
    title: str
    account: str = ""
    roles: tuple[Role, ...] = ()
    is_direct_worker: bool = False

    @property
    def birth_date(self) -> dt.date:
        """The day of birth."""
        return dt.date.fromisoformat(self.born)

    @property
    def is_leader(self) -> bool:
        """Heads a unit or the commune; the civil servants head an office of one and lead nobody."""
        return bool({HEAD, Role.CHAIR} & set(self.roles)) and not self.title.startswith("Công chức")

    @property
    def group(self) -> PersonGroup:
        """People of villages and members of associations are no officials."""
        is_worker = self.unit.startswith("thon") or self.title.startswith(("Hội viên", "Đoàn viên"))
        return PersonGroup.WORKER if is_worker else PersonGroup.OFFICIAL


def _worker(name: str, sex: Sex, born: str, unit: str, title: str) -> PersonRow:
    return PersonRow(name, sex, born, unit, title, is_direct_worker=True)


DISTRICT: tuple[PersonRow, ...] = (
    PersonRow("Đặng Thị Hải Vân", F, "1985-11-19", "", "Chuyên viên Phòng Nội vụ", "captren",
              (Role.CLERK,)),
    PersonRow("Doãn Minh Khôi", M, "1976-06-02", "", "Phó Trưởng phòng Nội vụ", "phongnoivu",
              (Role.SUPERIOR,)),
)  # fmt: skip
"""Of the district: one receives and answers what the commune sends, one looks into the commune."""

PEOPLE: tuple[PersonRow, ...] = (
    PersonRow("Lê Đức Thuận", M, "1972-03-14", COMMITTEE, "Chủ tịch Ủy ban nhân dân xã",
              "chutich", (Role.CHAIR,)),
    PersonRow("Vũ Thị Minh Nguyệt", F, "1979-08-02", COMMITTEE,
              "Phó Chủ tịch Ủy ban nhân dân xã", "phochutich", (SEAT,)),
    PersonRow("Trịnh Quốc Việt", M, "1970-12-05", COMMITTEE,
              "Phó Chủ tịch Hội đồng nhân dân xã", "hoidong", (SEAT,)),
    PersonRow("Nguyễn Thị Thanh Huyền", F, "1983-05-21", "vanphong",
              "Công chức Văn phòng – Thống kê", "vanphong", (Role.CLERK, SEAT, HEAD)),
    PersonRow("Đỗ Thị Lan Phương", F, "1986-01-30", "ketoan",
              "Công chức Tài chính – Kế toán", "ketoan", (Role.ACCOUNTANT, SEAT, HEAD)),
    PersonRow("Bùi Tuấn Kiệt", M, "1988-09-12", "diachinh",
              "Công chức Địa chính – Nông nghiệp", "diachinh", (HEAD,)),
    PersonRow("Hoàng Thị Bích Ngọc", F, "1984-04-07", "tuphap",
              "Công chức Tư pháp – Hộ tịch", "tuphap", (HEAD,)),
    PersonRow("Trần Thị Thu Hà", F, "1987-10-25", "vanhoa",
              "Công chức Văn hóa – Xã hội", "vanhoa", (HEAD, Role.OUTREACH)),
    PersonRow("Đinh Văn Lực", M, "1981-02-16", "congan", "Trưởng Công an xã", "congan",
              (SEAT, HEAD)),
    PersonRow("Phan Mạnh Cường", M, "1985-06-09", "quansu",
              "Chỉ huy trưởng Ban Chỉ huy Quân sự xã", "quansu", (HEAD,)),
    PersonRow("Lương Văn Khải", M, "1968-07-18", "mattran",
              "Chủ tịch Ủy ban Mặt trận Tổ quốc xã", "mattran", (SEAT, HEAD)),
    PersonRow("Đào Thị Kim Oanh", F, "1980-03-03", "phunu",
              "Chủ tịch Hội Liên hiệp Phụ nữ xã", "phunu", (SEAT, HEAD)),
    PersonRow("Mai Văn Đoàn", M, "1974-11-11", "nongdan", "Chủ tịch Hội Nông dân xã",
              "nongdan", (SEAT, HEAD)),
    PersonRow("Nguyễn Hải Đăng", M, "1994-12-28", "thanhnien", "Bí thư Đoàn Thanh niên xã",
              "thanhnien", (HEAD,)),
    PersonRow("Vũ Đình Chiến", M, "1962-05-07", "cuuchienbinh",
              "Chủ tịch Hội Cựu chiến binh xã", "cuuchienbinh", (HEAD,)),
    PersonRow("Phạm Thị Ngân Hà", F, "1990-02-14", "truyenthanh",
              "Cán bộ Đài truyền thanh xã", "truyenthanh", (Role.OUTREACH, HEAD)),
    PersonRow("Trần Đình Phúc", M, "1978-08-23", "tramyte", "Trạm trưởng Trạm Y tế xã",
              "tramyte", (HEAD,)),
    PersonRow("Nguyễn Thị Mai Chi", F, "1982-09-05", "mamnon",
              "Hiệu trưởng Trường Mầm non Minh Tiến", "mamnon", (HEAD,)),
    PersonRow("Lê Thị Tuyết Nhung", F, "1977-01-17", "tieuhoc",
              "Hiệu trưởng Trường Tiểu học Minh Tiến", "tieuhoc", (HEAD,)),
    PersonRow("Hoàng Đức Trọng", M, "1975-10-10", "thcs",
              "Hiệu trưởng Trường THCS Minh Tiến", "thcs", (HEAD,)),
    PersonRow("Nguyễn Văn Bách", M, "1966-04-26", "thon1", "Trưởng thôn Phù Oanh", "thon1",
              (HEAD,)),
    PersonRow("Đặng Thị Xuyến", F, "1971-06-30", "thon2", "Trưởng thôn Đông Hạ", "thon2",
              (HEAD,)),
    PersonRow("Phạm Văn Thịnh", M, "1969-02-08", "thon3", "Trưởng thôn Đoài Thượng", "thon3",
              (HEAD,)),
    PersonRow("Trần Văn Bính", M, "1964-12-12", "thon4", "Trưởng thôn Nam Trạch", "thon4",
              (HEAD,)),
    PersonRow("Vũ Thị Lụa", F, "1973-07-15", "thon5", "Trưởng thôn Bắc Cầu", "thon5", (HEAD,)),
    PersonRow("Nguyễn Thành Trung", M, "1989-03-29", "quansu",
              "Chỉ huy phó Ban Chỉ huy Quân sự xã"),
    _worker("Bùi Văn Thắng", M, "1996-05-19", "quansu", "Tiểu đội trưởng dân quân"),
    _worker("Trần Thị Hợi", F, "1971-01-24", "phunu", "Chi hội trưởng Chi hội Phụ nữ thôn Đông Hạ"),
    _worker("Lê Văn Toản", M, "1976-09-16", "nongdan", "Hội viên nông dân thôn Đoài Thượng"),
    _worker("Đỗ Văn Sáng", M, "1969-11-02", "nongdan", "Hội viên nông dân thôn Nam Trạch"),
    _worker("Nguyễn Đức Mạnh", M, "1998-08-08", "thanhnien", "Đoàn viên thôn Bắc Cầu"),
    _worker("Lương Thị Quỳnh Trang", F, "1991-04-13", "tramyte", "Điều dưỡng Trạm Y tế xã"),
    _worker("Đoàn Thị Mỹ Linh", F, "1993-10-01", "mamnon", "Giáo viên Trường Mầm non Minh Tiến"),
    _worker("Phạm Thị Yến", F, "1985-12-20", "tieuhoc", "Giáo viên Trường Tiểu học Minh Tiến"),
    _worker("Vũ Thị Hồng Nhung", F, "1992-06-06", "thcs", "Giáo viên Trường THCS Minh Tiến"),
    _worker("Ngô Trọng Nghĩa", M, "1986-02-27", "thcs", "Giáo viên Trường THCS Minh Tiến"),
    _worker("Hoàng Văn Nhật", M, "1990-07-04", "congan", "Công an viên thôn Bắc Cầu"),
    _worker("Trần Văn Quý", M, "1973-03-08", "thon3", "Nông dân thôn Đoài Thượng"),
    _worker("Phan Thị Thơm", F, "1981-09-27", "thon3", "Nông dân thôn Đoài Thượng"),
    _worker("Bùi Thị Hạnh", F, "1988-11-15", "vanphong", "Văn thư – Lưu trữ"),
    _worker("Đinh Văn Hòa", M, "1967-05-30", "thon1", "Tổ trưởng Tổ tự quản thôn Phù Oanh"),
    _worker("Nguyễn Thị Dịu", F, "1979-04-18", "thon1", "Nông dân thôn Phù Oanh"),
)  # fmt: skip

HOUSEHOLDS: dict[str, tuple[str, ...]] = {
    "thon1": ("Nguyễn Văn Chín", "Đinh Thị Mơ", "Lê Văn Dũng", "Phạm Thị Sen", "Vũ Văn Tạo",
              "Trần Thị Tám"),
    "thon2": ("Đặng Văn Hiếu", "Nguyễn Thị Nụ", "Bùi Văn Khoát", "Hoàng Thị Dung",
              "Lương Văn Tiệp", "Mai Thị Thoa"),
    "thon3": ("Phạm Văn Đạt", "Trần Văn Ước", "Đỗ Thị Ngát", "Vũ Văn Lương", "Lê Thị Miến",
              "Phan Văn Tuyển"),
    "thon4": ("Trần Văn Hưởng", "Nguyễn Thị Gấm", "Đào Văn Thủy", "Hoàng Văn Roãn",
              "Phạm Thị Vui", "Bùi Thị Là"),
    "thon5": ("Vũ Văn Nghiệp", "Đoàn Thị Lý", "Nguyễn Văn Thoại", "Lê Văn Khuyến",
              "Đinh Thị Xoan", "Trần Thị Nhài"),
}  # fmt: skip
"""Heads of households by village."""

COUNCIL_SEATS: tuple[tuple[str, str], ...] = (
    ("chutich", "chair"),
    ("phochutich", "deputy"),
    ("vanphong", "secretary"),
    ("hoidong", "member"),
    ("mattran", "member"),
    ("phunu", "member"),
    ("nongdan", "member"),
    ("congan", "member"),
    ("ketoan", "member"),
)
"""Accounts of the council's members and the role of each."""
