from __future__ import annotations

import pytest

from vinhdanh.lawbook.reasons import lower


@pytest.mark.parametrize(
    "text",
    [
        "Luật 06/2026/QH16 chưa đọc",
        "Luật Thi đua, khen thưởng",
        "Nghị định số 98/2023/NĐ-CP",
        "Thông tư 01/2024/TT-BNV",
        "Ủy ban Trung ương Mặt trận Tổ quốc",
        "Mặt trận Tổ quốc công nhận",
        "Bộ Quốc phòng",
        "UBND cấp xã",
    ],
)
def test_a_name_keeps_its_capital(text: str) -> None:
    assert lower(f"{text}.") == text


@pytest.mark.parametrize(
    "text", ["Có sáng kiến", "Luật không đặt mức", "Hội đồng họp", "Đạt hai năm"]
)
def test_another_beginning_does_not(text: str) -> None:
    assert lower(f"{text}.") == text[0].lower() + text[1:]
