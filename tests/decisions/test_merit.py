"""Why a decision honours: proposed from its rows, worded so that it follows the recipients."""

from __future__ import annotations

import pytest

from vinhdanh.decisions.merit import proposed_merit, worded_merit
from vinhdanh.nominations.enums import CommendationKind
from vinhdanh.nominations.models import Nomination, Submission


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        (" . ", ""),
        ("Có thành tích  6 tháng.", "đã có thành tích 6 tháng"),
        ("Thành tích xuất sắc", "đã có thành tích xuất sắc"),
        ("Đã hiến đất làm đường", "đã hiến đất làm đường"),
        ("Vì đã cứu người", "vì đã cứu người"),
    ],
)
def test_a_reason_follows_the_recipients(typed: str, printed: str) -> None:
    assert worded_merit(typed) == printed
    assert worded_merit(printed) == printed


def row(period: str, kind: CommendationKind = CommendationKind.MERIT) -> Nomination:
    return Nomination(submission=Submission(kind=kind), period=period)


def test_it_is_proposed_from_period_kind_and_title() -> None:
    merit = "đã có thành tích xuất sắc trong phong trào thi đua yêu nước"
    assert proposed_merit([]) == merit
    rows = [row("6 tháng đầu năm 2024"), row("6 tháng  đầu năm 2024")]
    assert proposed_merit(rows) == f"{merit} 6 tháng đầu năm 2024"
    rows.append(row("năm 2023"))
    assert proposed_merit(rows, title="Sơ kết Năm học 2023-2024") == f"{merit} năm học 2023-2024"
    assert proposed_merit(rows, title="Phiên họp") == merit
    sudden = row("ngày 12/6/2024", CommendationKind.SUDDEN)
    assert proposed_merit([sudden]) == "đã lập thành tích đột xuất"
