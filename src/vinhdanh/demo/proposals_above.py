"""What units ask others for: lists that the commune's council passes and its superior decides."""

from __future__ import annotations

from vinhdanh.demo.proposals import PERSON, UNIT, ListOfNominees, Nominee
from vinhdanh.nominations.enums import CommendationKind

TEACHER = "Đoàn Thị Mỹ Linh"
NURSERY_KEY = "mamnon"
NURSERY = ListOfNominees(
    NURSERY_KEY,
    "Đề nghị danh hiệu thi đua năm học 2023 - 2024",
    "Năm học 2023 - 2024",
    "2024-05-10T09:20",
    "2024-05-10T10:40",
    (
        Nominee(
            PERSON, TEACHER, "Giáo viên Trường Mầm non Minh Tiến",
            "Đã hoàn thành xuất sắc nhiệm vụ, có sáng kiến được áp dụng trong toàn trường",
            "chien-si-thi-dua-co-so",
            (
                ("duties", "Chủ nhiệm lớp 4 tuổi A, tổ trưởng tổ chuyên môn mẫu giáo."),
                ("results", ("100% trẻ của lớp chuyên cần, tăng cân đều. Sáng kiến làm góc chơi từ"
                 " vật liệu sẵn có được bốn lớp của trường áp dụng, tiết kiệm 6 triệu đồng.")),
            ),
        ),
        Nominee(
            UNIT, NURSERY_KEY, "xã Minh Tiến, huyện Phù Cừ",
            "Đã hoàn thành tốt nhiệm vụ năm học, 100% trẻ được bảo đảm an toàn",
            "tap-the-lao-dong-tien-tien",
        ),
    ),
)  # fmt: skip
WOMEN_KEY = "phunu"
WOMEN = ListOfNominees(
    WOMEN_KEY,
    "Đề nghị Bằng khen về xây dựng nông thôn mới giai đoạn 2021 - 2024",
    "Giai đoạn 2021 - 2024",
    "2024-05-10T08:40",
    "2024-05-10T09:05",
    (
        Nominee(
            UNIT, WOMEN_KEY, "xã Minh Tiến, huyện Phù Cừ, tỉnh Hưng Yên",
            "Đã có thành tích xuất sắc trong phong trào chung sức xây dựng nông thôn mới",
            "bang-khen-tinh-tap-the",
            (
                ("profile", "Hội có 05 chi hội, 812 hội viên."),
                ("functions", "Tuyên truyền, vận động phụ nữ xây dựng gia đình và quê hương."),
                ("results", ("Trồng và chăm sóc 7,4 km đường hoa; 96% hộ hội viên phân loại rác tại"
                 " nhà, năm 2021 là 41%.")),
                ("measures", "Mỗi chi hội nhận một đoạn đường; thu gom phế liệu gây quỹ."),
                ("compliance", "Chi hội không có hội viên vi phạm pháp luật."),
                ("organisations", "Ba năm liền hoàn thành tốt nhiệm vụ."),
            ),
        ),
    ),
    CommendationKind.THEMATIC,
)  # fmt: skip
FARMERS_KEY = "nongdan"
FARMERS = ListOfNominees(
    FARMERS_KEY,
    WOMEN.title,
    WOMEN.period,
    "2024-05-10T09:08",
    "2024-05-10T09:15",
    (
        Nominee(
            UNIT, FARMERS_KEY, "xã Minh Tiến, huyện Phù Cừ, tỉnh Hưng Yên",
            "Đã có thành tích xuất sắc trong phong trào chung sức xây dựng nông thôn mới",
            "bang-khen-tinh-tap-the",
            (
                ("profile", "Hội có 05 chi hội, 934 hội viên."),
                ("results", ("Vận động hội viên hiến 3.150 m2 đất, góp 1.240 ngày công làm đường"
                 " ra đồng; 28 hộ thoát nghèo từ năm 2021.")),
            ),
        ),
    ),
    CommendationKind.THEMATIC,
)  # fmt: skip
LISTS_ABOVE = (WOMEN, FARMERS, NURSERY)
