"""Any text at all is read or refused, in time that grows with its length and no faster."""

# ruff: noqa: E501 - plans are quoted as they stand

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.intake import worlds

from vinhdanh.intake import PlanDraft, UnreadableFileError, read_plan_bytes

_PIECES = st.sampled_from(
    [
        "KẾ HOẠCH", "STT", "Nội dung", "Đơn vị chủ trì", "Cơ quan phối hợp", "Thời gian", "|", "| a | b | c |",
        "1", "2", "I.", "II. NỘI DUNG", "a)", "- ", "Quý I/2024", "UBND xã", "Các thôn", "Nơi nhận:", "TM.", "PHỤ LỤC",
        "CHỦ TỊCH", "Căn cứ: Luật;", "TT Nội dung Chủ trì Phối hợp Thời gian", "…………", "(", ")", "**", "\f", "năm năm",
        "Số: 1/KH", "ngày 31 tháng 2 năm 2024", "III. TỔ CHỨC THỰC HIỆN", "Chủ trì: UBND xã; thời gian: Quý I", "   x   y   z",
    ]
)  # fmt: skip


def read(data: bytes) -> PlanDraft | None:
    try:
        return read_plan_bytes(data, "bat-ky.txt")
    except UnreadableFileError:
        return None


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.one_of(_PIECES, st.text(max_size=12)), max_size=40),
    st.sampled_from(["\n", "\n\n", "   ", " "]),
)
def test_any_text_is_read_or_refused(pieces: list[str], between: str) -> None:
    draft = read(between.join(pieces).encode("utf-8", "replace"))
    assert draft is None or isinstance(draft.to_json(), dict)


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=200), st.sampled_from([b"", b"PK\x03\x04", b"\xff\xfe", b"\xef\xbb\xbf"]))
def test_any_bytes_are_read_or_refused(data: bytes, start: bytes) -> None:
    read(start + data)


@pytest.mark.parametrize(
    "piece",
    [
        "1 Xây dựng kế hoạch UBND xã Các ngành Quý I ",
        "Quý I, Quý II, ",
        "(", "a, ", "và các ", "I. ", "1. A\n", "|\n", "| a | b |\n", "STT\n", "Nội dung ", "Căn cứ ", "TM. A\n",
        "- nơi nhận\n", "chủ trì: ", "theo kế hoạch ", "ngày 1 tháng 1 năm 2024 ", "KẾ HOẠCH\n", "A   B   C\n", "năm năm ",
        "1\nA\nB\n", "Hội đồng của huyện ", "Nơi nhận:\n", "STT Nội dung Chủ trì Thời gian\n", ";", "….\n", "UBND, xã ",
    ],
)  # fmt: skip
def test_time_grows_no_faster_than_length(piece: str) -> None:
    head = worlds.front_text() + "\n\nSTT Nội dung Đơn vị chủ trì Phối hợp Thời gian\n"

    def seconds(length: int) -> float:
        data = (head + piece * (length // len(piece))).encode()
        began = time.process_time()
        read(data)
        return time.process_time() - began

    short, long = seconds(2_500), seconds(10_000)
    assert long < 1 or long < 9 * short, (piece, short, long)


@pytest.mark.parametrize(
    ("piece", "count"),
    [("- a\n", 8_000), ("ngày 1 tháng 1 năm ", 10_000), ("- a\n", 47_500), ("năm năm ", 62_000)],
)
def test_long_texts_are_read_or_refused_within_seconds(piece: str, count: int) -> None:
    head = "KẾ HOẠCH\nCông tác thi đua năm 2026\n\nI. NỘI DUNG\n1. A\n"
    began = time.process_time()
    read((head + piece * count).encode())
    assert time.process_time() - began < 5
