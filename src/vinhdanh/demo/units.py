"""The commune's units; villages but one are invented."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from vinhdanh.organizations.enums import UnitKind
from vinhdanh.organizations.models import Supervision
from vinhdanh.organizations.services.units import found_unit

if TYPE_CHECKING:
    from vinhdanh.organizations.models import Unit

NAME = "Ủy ban nhân dân xã Minh Tiến"
DISTRICT_NAME = "Ủy ban nhân dân huyện Phù Cừ"
DISTRICTS_END = dt.date(2025, 7, 1)

COUNCIL = "hdtdkt"
UNITS: tuple[tuple[str, UnitKind, str, str], ...] = (
    (COUNCIL, UnitKind.COUNCIL, "Hội đồng Thi đua - Khen thưởng xã", "Hội đồng TĐKT xã"),
    ("vanphong", UnitKind.SECTOR, "Văn phòng – Thống kê", ""),
    ("ketoan", UnitKind.SECTOR, "Tài chính – Kế toán", ""),
    ("diachinh", UnitKind.SECTOR, "Địa chính – Nông nghiệp", ""),
    ("tuphap", UnitKind.SECTOR, "Tư pháp – Hộ tịch", ""),
    ("vanhoa", UnitKind.SECTOR, "Văn hóa – Xã hội", ""),
    ("congan", UnitKind.SECTOR, "Công an xã", ""),
    ("quansu", UnitKind.SECTOR, "Ban Chỉ huy Quân sự xã", "BCH Quân sự xã"),
    (
        "mattran",
        UnitKind.ASSOCIATION,
        "Ủy ban Mặt trận Tổ quốc Việt Nam xã",
        "Mặt trận Tổ quốc xã",
    ),
    ("phunu", UnitKind.ASSOCIATION, "Hội Liên hiệp Phụ nữ xã", "Hội Phụ nữ xã"),
    ("nongdan", UnitKind.ASSOCIATION, "Hội Nông dân xã", ""),
    (
        "thanhnien",
        UnitKind.ASSOCIATION,
        "Đoàn Thanh niên Cộng sản Hồ Chí Minh xã",
        "Đoàn Thanh niên xã",
    ),
    ("cuuchienbinh", UnitKind.ASSOCIATION, "Hội Cựu chiến binh xã", ""),
    ("truyenthanh", UnitKind.RADIO, "Đài truyền thanh xã", ""),
    ("tramyte", UnitKind.HEALTH, "Trạm Y tế xã", ""),
    ("mamnon", UnitKind.SCHOOL, "Trường Mầm non Minh Tiến", ""),
    ("tieuhoc", UnitKind.SCHOOL, "Trường Tiểu học Minh Tiến", ""),
    ("thcs", UnitKind.SCHOOL, "Trường Trung học cơ sở Minh Tiến", "Trường THCS Minh Tiến"),
    ("thon1", UnitKind.VILLAGE, "Thôn Phù Oanh", ""),
    ("thon2", UnitKind.VILLAGE, "Thôn Đông Hạ", ""),
    ("thon3", UnitKind.VILLAGE, "Thôn Đoài Thượng", ""),
    ("thon4", UnitKind.VILLAGE, "Thôn Nam Trạch", ""),
    ("thon5", UnitKind.VILLAGE, "Thôn Bắc Cầu", ""),
)
"""Key, kind, name and short name; a unit's key is also the sign-in name of its head."""

TAKING_PART = tuple(key for key, *_ in UNITS if key != COUNCIL)


def found_commune(district: Unit) -> tuple[Unit, dict[str, Unit]]:
    """Found the commune with its units below its superior; return it and its units by key."""
    body = found_unit(name=NAME, kind=UnitKind.COMMITTEE, short_name="UBND xã", place="Minh Tiến")
    units = {
        key: found_unit(
            name=name,
            kind=kind,
            parent=body,
            short_name=short_name,
            takes_part=key != COUNCIL,
            order=order,
        )
        for order, (key, kind, name, short_name) in enumerate(UNITS, start=1)
    }
    Supervision.objects.create(
        body=body,
        superior=district,
        superior_name=DISTRICT_NAME,
        office_name="Phòng Nội vụ huyện Phù Cừ",
        valid_from=dt.date(1997, 1, 1),
        valid_to=DISTRICTS_END,
    )
    return body, units


def found_district() -> Unit:
    """Found the superior body, which works with this system; it ended with the districts."""
    district = found_unit(
        name=DISTRICT_NAME, kind=UnitKind.COMMITTEE, short_name="UBND huyện", place="Phù Cừ"
    )
    district.valid_to = DISTRICTS_END
    district.save(update_fields=["valid_to"])
    return district
