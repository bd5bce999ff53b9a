from __future__ import annotations

import pytest

from vinhdanh.nominations.similarity import (
    MOST_FINGERPRINTS,
    RUN,
    SAMPLED,
    fingerprints,
    likeness,
)

OWN = (
    "Năm 2024, tôi đã vận động 46 hộ trong thôn phân loại rác tại nguồn và trồng hai tuyến đường"
    " hoa dài 1,2 km. Cùng chi hội, tôi giúp 5 hội viên vay vốn chăn nuôi, nay 3 hộ đã thoát"
    " nghèo. Buổi tối tôi dạy lớp khiêu vũ cho các chị lớn tuổi."
)
OTHER = (
    "Trong năm qua, trường đạt chuẩn quốc gia mức độ 1, tỷ lệ học sinh lên lớp đạt 99,2%, có 12"
    " giáo viên giỏi cấp huyện. Nhà trường tiết kiệm 8% kinh phí chi thường xuyên."
)


@pytest.mark.parametrize(("text", "other"), [("", OWN), (OWN, ""), ("Ba chữ thôi", OWN)])
def test_nothing_is_like_nothing(text: str, other: str) -> None:
    found = likeness(text, other)
    assert (found.share, found.sentences, found.is_much) == (0.0, (), False)


def test_two_reports_of_their_own_are_not_alike() -> None:
    assert not likeness(OWN, OTHER).is_much


def test_set_phrases_are_no_copy() -> None:
    phrase = "Luôn chấp hành tốt chủ trương của Đảng, chính sách, pháp luật của Nhà nước."
    found = likeness(f"{phrase} {OWN}", f"{phrase} {OTHER}")
    assert (len(found.sentences), found.is_much) == (1, False)


def test_a_whole_copy_is_found_whatever_the_marks() -> None:
    found = likeness(OWN, OWN.upper().replace("hoà", "hòa"))
    assert found.share == 1
    assert len(found.sentences) == 3


def test_two_copied_sentences_in_a_long_report_are_named() -> None:
    long = OTHER + " " + " ".join(f"Việc số {n} đã làm xong theo kế hoạch {n}." for n in range(200))
    found = likeness(long + " " + OWN, OWN + " " + "Phần còn lại viết khác hẳn.")
    assert found.share < 0.3
    assert found.is_much
    assert found.sentences[0].startswith("Năm 2024, tôi đã vận động 46 hộ")


def test_a_sentence_with_one_word_changed_still_counts() -> None:
    changed = OWN.replace("46 hộ", "52 hộ")
    assert len(likeness(changed, OWN).sentences) >= 2


def test_fingerprints_are_a_sample_that_a_copy_shares() -> None:
    whole = fingerprints(OWN + " " + OTHER)
    assert whole
    assert all(each % SAMPLED == 0 for each in whole)
    assert fingerprints(OWN) <= whole
    assert fingerprints("bốn chữ là ít") == set()
    many = " ".join(f"chữ{n}" for n in range(MOST_FINGERPRINTS * SAMPLED * 2 + RUN))
    assert len(fingerprints(many)) == MOST_FINGERPRINTS
