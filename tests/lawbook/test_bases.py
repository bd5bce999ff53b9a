from __future__ import annotations

import datetime as dt

import pytest

from vinhdanh.lawbook import decision_bases

ORGANISATION_2015 = "Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015"
ORGANISATION_2019 = (
    "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa"
    " phương ngày 22 tháng 11 năm 2019"
)
ORGANISATION_FEBRUARY = "Luật Tổ chức chính quyền địa phương ngày 19 tháng 02 năm 2025"
ORGANISATION_JUNE = "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"
EMULATION = "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"
AMENDMENT = "Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng số 06/2026/QH16"


def shortened(day: str) -> list[str]:
    return [text.split(" ngày 31")[0] for text in decision_bases(as_of=dt.date.fromisoformat(day))]


@pytest.mark.parametrize(
    ("day", "texts"),
    [
        ("2023-12-31", [ORGANISATION_2015, ORGANISATION_2019]),
        (
            "2024-01-01",
            [ORGANISATION_2015, ORGANISATION_2019, EMULATION, "Nghị định số 98/2023/NĐ-CP"],
        ),
        (
            "2025-02-28",
            [ORGANISATION_2015, ORGANISATION_2019, EMULATION, "Nghị định số 98/2023/NĐ-CP"],
        ),
        ("2025-03-01", [ORGANISATION_FEBRUARY, EMULATION, "Nghị định số 98/2023/NĐ-CP"]),
        ("2025-06-15", [ORGANISATION_FEBRUARY, EMULATION, "Nghị định số 98/2023/NĐ-CP"]),
        ("2025-06-16", [ORGANISATION_JUNE, EMULATION, "Nghị định số 98/2023/NĐ-CP"]),
    ],
)
def test_a_decision_cites_what_is_in_force_on_its_day(day: str, texts: list[str]) -> None:
    assert shortened(day) == texts


@pytest.mark.parametrize(
    ("day", "decrees", "amended"),
    [
        ("2025-06-30", ["98/2023"], False),
        ("2025-07-01", ["152/2025", "129/2025"], False),
        ("2026-09-30", ["152/2025", "129/2025"], False),
        ("2026-10-01", ["152/2025", "129/2025"], True),
        ("2027-02-28", ["152/2025", "129/2025"], True),
        ("2027-03-01", ["129/2025"], True),
    ],
)
def test_decrees_follow_each_other_without_overlap(
    day: str,
    decrees: list[str],
    amended: bool,  # noqa: FBT001
) -> None:
    texts = decision_bases(as_of=dt.date.fromisoformat(day))
    assert [text.split(" ")[3].removesuffix("/NĐ-CP") for text in texts if "/NĐ-CP" in text] == (
        decrees
    )
    assert (AMENDMENT in texts) is amended


def test_the_decree_on_the_two_levels_has_its_own_name() -> None:
    assert decision_bases(as_of=dt.date(2025, 7, 1))[-1] == (
        "Nghị định số 129/2025/NĐ-CP ngày 11 tháng 6 năm 2025 của Chính phủ quy định về phân định"
        " thẩm quyền của chính quyền địa phương 02 cấp trong lĩnh vực quản lý nhà nước của Bộ Nội"
        " vụ"
    )
