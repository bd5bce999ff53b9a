from __future__ import annotations

import pytest
from tests.scenarios.plans import SEED_ROWS

from vinhdanh.planning.enums import FulfilmentKind
from vinhdanh.planning.suggestions import suggest_fulfilment


@pytest.mark.parametrize(
    ("content", "kind"), [(content, kind) for content, _, _, kind in SEED_ROWS]
)
def test_the_eleven_rows_of_the_seed(content: str, kind: FulfilmentKind) -> None:
    assert suggest_fulfilment(content) == kind


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("Tổ chức ký giao ước thi đua giữa các thôn", FulfilmentKind.MOVEMENT_LAUNCHED),
        ("BÁO CÁO 6 THÁNG công tác khen thưởng", FulfilmentKind.SIX_MONTH_REPORT),
        ("Phát động đợt thi đua cao điểm, theo đợt", FulfilmentKind.THEMATIC_LAUNCHED),
        ("Kiểm tra việc thực hiện", FulfilmentKind.EVIDENCE),
        ("", FulfilmentKind.EVIDENCE),
    ],
)
def test_other_wordings(content: str, kind: FulfilmentKind) -> None:
    assert suggest_fulfilment(content) == kind
