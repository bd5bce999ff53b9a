"""What units propose: lists of recipients in the words that will stand on the certificates."""

from __future__ import annotations

from dataclasses import dataclass

from vinhdanh.nominations.enums import CommendationKind
from vinhdanh.organizations.enums import RecipientKind

PERSON, UNIT, HOUSEHOLD = (
    RecipientKind.INDIVIDUAL,
    RecipientKind.COLLECTIVE,
    RecipientKind.HOUSEHOLD,
)


@dataclass(frozen=True, slots=True)
class Nominee:
    """One row: a person by name, a unit by key or a household by its head."""

    kind: RecipientKind
    who: str
    detail: str
    achievement: str
    honour: str = ""
    """Empty: what a commune's chair gives."""
    report: tuple[tuple[str, str], ...] = ()
    """The report of achievement, section by section; empty: none was written."""


@dataclass(frozen=True, slots=True)
class ListOfNominees:
    """One unit's list, opened and sent on its days; without a second day it is being written."""

    account: str
    title: str
    period: str
    opened_at: str
    sent_at: str
    nominees: tuple[Nominee, ...]
    kind: CommendationKind = CommendationKind.MERIT


RECRUITS = ListOfNominees(
    "quansu",
    "Đề nghị khen thưởng thành tích trong công tác tuyển quân năm 2024",
    "Đợt tuyển quân năm 2024",
    "2024-05-06T08:40",
    "2024-05-07T10:15",
    (
        Nominee(
            UNIT, "thon1", "xã Minh Tiến, huyện Phù Cừ",
            "Đã hoàn thành xuất sắc nhiệm vụ tuyển chọn, gọi công dân nhập ngũ năm 2024",
        ),
        Nominee(
            PERSON, "Nguyễn Thành Trung", "Chỉ huy phó Ban Chỉ huy Quân sự xã",
            "Đã có thành tích xuất sắc trong công tác tuyển quân năm 2024",
        ),
        Nominee(
            PERSON, "Bùi Văn Thắng", "Tiểu đội trưởng dân quân xã",
            "Đã có thành tích xuất sắc trong huấn luyện dân quân và đón nhận tân binh năm 2024",
        ),
    ),
)  # fmt: skip
ROADS = ListOfNominees(
    "phunu",
    "Đề nghị khen thưởng thành tích xây dựng nông thôn mới nâng cao",
    "5 tháng đầu năm 2024",
    "2024-05-08T14:20",
    "2024-05-09T09:05",
    (
        Nominee(
            PERSON, "Trần Thị Hợi", "Chi hội trưởng Chi hội Phụ nữ thôn Đông Hạ",
            "Đã vận động 42 hội viên trồng và chăm sóc 1,8 km đường hoa nông thôn mới",
        ),
        Nominee(
            HOUSEHOLD, "Đặng Văn Hiếu", "Thôn Đông Hạ, xã Minh Tiến",
            "Đã hiến 65 m² đất thổ cư để mở rộng đường trục thôn Đông Hạ",
        ),
    ),
)  # fmt: skip
FARMERS = ListOfNominees(
    "nongdan",
    "Đề nghị khen thưởng phong trào nông dân thi đua sản xuất, kinh doanh giỏi",
    "5 tháng đầu năm 2024",
    "2024-05-09T15:30",
    "2024-05-10T08:25",
    (
        Nominee(
            PERSON, "Mai Văn Đoàn", "Chủ tịch Hội Nông dân xã",
            "Đã chỉ đạo thành lập 02 tổ hợp tác trồng nhãn theo tiêu chuẩn VietGAP",
        ),
        Nominee(
            PERSON, "Lê Văn Toản", "Hội viên nông dân thôn Đoài Thượng",
            "Đã giúp 11 hộ trong thôn vốn và kỹ thuật nuôi cá, thoát nghèo bền vững",
        ),
        Nominee(
            HOUSEHOLD, "Trần Văn Ước", "Thôn Đoài Thượng, xã Minh Tiến",
            "Đã đạt danh hiệu sản xuất, kinh doanh giỏi, tạo việc làm cho 14 lao động",
        ),
        Nominee(
            PERSON, "Đỗ Văn Sáng", "Hội viên nông dân thôn Nam Trạch",
            "Đã tham gia tích cực phong trào nông dân sản xuất, kinh doanh giỏi",
        ),
    ),
)  # fmt: skip
MAY_LISTS = (RECRUITS, ROADS, FARMERS)
DEFERRED = "Trần Văn Ước"
NOT_APPROVED = "Đỗ Văn Sáng"

RESCUE = ListOfNominees(
    "thanhnien",
    "Đề nghị khen thưởng đột xuất hành động dũng cảm cứu người",
    "Ngày 02/6/2024",
    "2024-06-03T09:10",
    "2024-06-03T09:45",
    (
        Nominee(
            PERSON, "Nguyễn Đức Mạnh", "Đoàn viên thôn Bắc Cầu",
            "Đã dũng cảm cứu 02 cháu nhỏ đuối nước tại sông Bắc Cầu ngày 02/6/2024",
        ),
    ),
    CommendationKind.SUDDEN,
)  # fmt: skip
SECURITY = ListOfNominees(
    "congan",
    "Đề nghị khen thưởng phong trào toàn dân bảo vệ an ninh Tổ quốc",
    "6 tháng đầu năm 2024",
    "2024-06-10T10:30",
    "2024-06-11T08:20",
    (
        Nominee(
            PERSON, "Hoàng Văn Nhật", "Công an viên thôn Bắc Cầu",
            "Đã có thành tích xuất sắc trong phong trào toàn dân bảo vệ an ninh Tổ quốc",
        ),
        Nominee(
            PERSON, "Đinh Văn Lực", "Trưởng Công an xã",
            "Đã chỉ đạo xây dựng 05 tổ liên gia an toàn phòng cháy, chữa cháy",
        ),
    ),
)  # fmt: skip
HEALTH = ListOfNominees(
    "tramyte",
    "Đề nghị khen thưởng công tác phòng, chống dịch bệnh",
    "6 tháng đầu năm 2024",
    "2024-06-12T08:00",
    "2024-06-12T08:35",
    (
        Nominee(
            PERSON, "Lương Thị Quỳnh Trang", "Điều dưỡng Trạm Y tế xã",
            "Đã trực tiếp tiêm chủng đầy đủ cho 98,6% trẻ em trong xã",
        ),
        Nominee(
            UNIT, "mamnon", "xã Minh Tiến, huyện Phù Cừ",
            "Đã phối hợp xuất sắc trong phòng, chống dịch bệnh tay chân miệng",
        ),
    ),
)  # fmt: skip
SCHOOL = ListOfNominees(
    "thcs",
    "Đề nghị khen thưởng giáo viên bồi dưỡng học sinh giỏi năm học 2023 - 2024",
    "Năm học 2023 - 2024",
    "2024-06-20T16:10",
    "2024-06-21T09:00",
    (
        Nominee(
            PERSON, "Vũ Thị Hồng Nhung", "Giáo viên Trường THCS Minh Tiến",
            "Đã bồi dưỡng 06 học sinh đạt giải cấp huyện môn Ngữ văn",
        ),
        Nominee(
            PERSON, "Ngô Trọng Nghĩa", "Giáo viên Trường THCS Minh Tiến",
            "Đã bồi dưỡng 04 học sinh đạt giải cấp huyện môn Toán",
        ),
    ),
)  # fmt: skip
HAMLET = ListOfNominees(
    "thon3",
    "Đề nghị khen thưởng gương người tốt, việc tốt thôn Đoài Thượng",
    "6 tháng đầu năm 2024",
    "2024-06-13T20:05",
    "2024-06-13T20:30",
    (
        Nominee(
            PERSON, "Phan Thị Thơm", "Nông dân thôn Đoài Thượng",
            "Đã nhận đỡ đầu 02 cháu mồ côi trong thôn",
        ),
        Nominee(
            PERSON, "Trần Văn Quý", "Nông dân thôn Đoài Thượng",
            "Có nhiều đóng góp cho thôn",
        ),
    ),
)  # fmt: skip
RETURNED = "Trần Văn Quý"
BEING_WRITTEN = ListOfNominees(
    "thon1",
    "Đề nghị khen thưởng tổ tự quản giữ gìn vệ sinh môi trường thôn Phù Oanh",
    "6 tháng đầu năm 2024",
    "2024-06-22T19:30",
    "",
    (
        Nominee(
            PERSON, "Đinh Văn Hòa", "Tổ trưởng Tổ tự quản thôn Phù Oanh",
            "Đã duy trì thu gom, phân loại rác thải tại 96 hộ trong thôn",
        ),
    ),
)  # fmt: skip
