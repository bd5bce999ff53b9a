"""What the office knew before the year began: old decisions, gradings, an initiative."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from vinhdanh.demo.moments import moment
from vinhdanh.demo.sheets import sheet
from vinhdanh.organizations.enums import ImportKind
from vinhdanh.organizations.services.imports import confirm_import, upload_list
from vinhdanh.organizations.services.initiatives import (
    InitiativeFacts,
    Share,
    register_initiative,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vinhdanh.demo.commune import Commune

HONOUR_HEADINGS = (
    "Tên cá nhân, tập thể, hộ gia đình", "Loại đối tượng", "Đơn vị", "Danh hiệu, hình thức",
    "Thành tích", "Thời gian lập thành tích",
)  # fmt: skip
PERSON, UNIT, HOUSEHOLD = "Cá nhân", "Tập thể", "Hộ gia đình"
TITLE, MERIT, TOP, FAMILY = (
    "Lao động tiên tiến", "Giấy khen", "Chiến sĩ thi đua cơ sở", "Gia đình văn hóa",
)  # fmt: skip
OFFICE, HEALTH, NURSERY = "Văn phòng – Thống kê", "Trạm Y tế xã", "Trường Mầm non Minh Tiến"
WELL = "Đã hoàn thành tốt nhiệm vụ năm {}"
ROADS = "Đã có thành tích trong phong trào xây dựng nông thôn mới năm {}"
BODY, DISTRICT = "Ủy ban nhân dân xã Minh Tiến", "Ủy ban nhân dân huyện Phù Cừ"

Row = tuple[str, ...]
OLD_DECISIONS: tuple[tuple[str, str, str, tuple[Row, ...]], ...] = (
    ("164/QĐ-UBND", "2021-12-28", BODY, (
        ("Nguyễn Thị Thanh Huyền", PERSON, OFFICE, TITLE, WELL, "Năm 2021"),
        ("Trần Đình Phúc", PERSON, HEALTH, TITLE, WELL, "Năm 2021"),
        ("Trần Thị Hợi", PERSON, "Hội Liên hiệp Phụ nữ xã", MERIT, ROADS, "Năm 2021"),
        ("Thôn Đông Hạ", UNIT, "", MERIT, ROADS, "Năm 2021"),
    )),
    ("171/QĐ-UBND", "2022-12-27", BODY, (
        ("Nguyễn Thị Thanh Huyền", PERSON, OFFICE, TITLE, WELL, "Năm 2022"),
        ("Hoàng Thị Bích Ngọc", PERSON, "Tư pháp – Hộ tịch", TITLE, WELL, "Năm 2022"),
        ("Trần Đình Phúc", PERSON, HEALTH, TITLE, WELL, "Năm 2022"),
        ("Mai Văn Đoàn", PERSON, "Hội Nông dân xã", MERIT,
         "Đã vận động nông dân chuyển đổi 6 ha lúa sang trồng nhãn", "Năm 2022"),
        ("Trần Thị Hợi", PERSON, "Hội Liên hiệp Phụ nữ xã", MERIT, ROADS, "Năm 2022"),
        ("Vũ Văn Nghiệp", HOUSEHOLD, "Thôn Bắc Cầu", FAMILY,
         "Đã ba năm liền là gia đình văn hóa", "Năm 2022"),
    )),
    ("412/QĐ-UBND", "2023-02-14", DISTRICT, (
        ("Nguyễn Thị Thanh Huyền", PERSON, OFFICE, TOP,
         "Đã hoàn thành xuất sắc nhiệm vụ năm 2022", "Năm 2022"),
    )),
    ("158/QĐ-UBND", "2023-12-26", BODY, (
        ("Nguyễn Thị Thanh Huyền", PERSON, OFFICE, TITLE, WELL, "Năm 2023"),
        ("Hoàng Thị Bích Ngọc", PERSON, "Tư pháp – Hộ tịch", TITLE, WELL, "Năm 2023"),
        ("Trần Đình Phúc", PERSON, HEALTH, TITLE, WELL, "Năm 2023"),
        ("Đoàn Thị Mỹ Linh", PERSON, NURSERY, TITLE, WELL, "Năm 2023"),
        ("Trần Thị Hợi", PERSON, "Hội Liên hiệp Phụ nữ xã", MERIT, ROADS, "Năm 2023"),
        ("Lê Văn Toản", PERSON, "Hội Nông dân xã", MERIT,
         "Đã giúp 04 hộ trong thôn vươn lên thoát nghèo", "Năm 2023"),
        ("Hội Liên hiệp Phụ nữ xã", UNIT, "", MERIT, ROADS, "Năm 2023"),
        ("Thôn Phù Oanh", UNIT, "", MERIT, ROADS, "Năm 2023"),
        ("Lê Văn Dũng", HOUSEHOLD, "Thôn Phù Oanh", FAMILY,
         "Đã ba năm liền là gia đình văn hóa", "Năm 2023"),
    )),
)  # fmt: skip
"""Number, day and office of each decision, and its list."""

YEAR_HEADINGS = ("Họ và tên", "Đơn vị", "Năm", "Mức độ hoàn thành nhiệm vụ")
EXCELLENT, GOOD = "Hoàn thành xuất sắc nhiệm vụ", "Hoàn thành tốt nhiệm vụ"
GRADED: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("Nguyễn Thị Thanh Huyền", OFFICE, (GOOD, EXCELLENT, EXCELLENT)),
    ("Hoàng Thị Bích Ngọc", "Tư pháp – Hộ tịch", (GOOD, GOOD, GOOD)),
    ("Bùi Tuấn Kiệt", "Địa chính – Nông nghiệp", (GOOD, GOOD, "Hoàn thành nhiệm vụ")),
    ("Trần Đình Phúc", HEALTH, (GOOD, GOOD, EXCELLENT)),
    ("Đoàn Thị Mỹ Linh", NURSERY, (GOOD, GOOD, EXCELLENT)),
)
GRADED_YEARS = (2021, 2022, 2023)
INITIATIVE = "Góc chơi từ vật liệu sẵn có cho trẻ 4 - 5 tuổi"


def enter_history(commune: Commune) -> None:
    """Read the old decisions and gradings in, and write the initiative down."""
    for at, decision in enumerate(OLD_DECISIONS):
        with moment(f"2024-01-04T08:{at * 10:02d}"):
            _enter_decision(commune, *decision)
    with moment("2024-01-04T09:30"):
        graded = sheet("KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI", YEAR_HEADINGS, _grades())
        _enter(commune, ImportKind.YEAR_RECORDS, graded, "xep-loai-2021-2023.xlsx")
    with moment("2024-01-04T10:05"):
        _register_initiative(commune)


def _enter_decision(
    commune: Commune, number: str, day: str, issuer: str, rows: Sequence[Row]
) -> None:
    filled = [tuple(cell.format(rows[0][-1][-4:]) for cell in row) for row in rows]
    _enter(
        commune,
        ImportKind.HONOURS,
        sheet(f"DANH SÁCH KHEN THƯỞNG KÈM QUYẾT ĐỊNH {number}", HONOUR_HEADINGS, filled),
        f"khen-thuong-{day}.xlsx",
        {"number": number, "issued_on": day, "issuer": issuer},
    )


def _grades() -> list[Row]:
    return [
        (name, unit, str(year), grade)
        for name, unit, grades in GRADED
        for year, grade in zip(GRADED_YEARS, grades, strict=True)
    ]


def _enter(
    commune: Commune,
    kind: ImportKind,
    source: bytes,
    source_name: str,
    details: dict[str, str] | None = None,
) -> None:
    clerk = commune.actor("vanphong")
    listing = upload_list(
        importer=clerk, kind=kind, source_name=source_name, source=source, details=details
    )
    confirm_import(
        importer=clerk,
        listing=listing,
        expected_version=listing.version,
        is_all_or_nothing=True,
    )


def _register_initiative(commune: Commune) -> None:
    """Two thirds are the teacher's who is proposed in May, one third her headmistress's."""
    people = commune.people
    register_initiative(
        keeper=commune.actor("vanphong"),
        facts=InitiativeFacts(
            title=INITIATIVE,
            recognised_by="Quyết định số 1874/QĐ-UBND của Chủ tịch UBND huyện Phù Cừ",
            recognised_on=dt.date(2023, 6, 15),
            shares=[
                Share(people["Đoàn Thị Mỹ Linh"], 70),
                Share(people["Nguyễn Thị Mai Chi"], 30),
            ],
        ),
    )
