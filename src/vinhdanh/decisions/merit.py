"""Why a decision honours: proposed from its rows, and put so that it follows the recipients."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from vinhdanh.kernel.text import squeeze
from vinhdanh.nominations.enums import CommendationKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vinhdanh.nominations.models import Nomination

PERIOD: Final = re.compile(
    r"(?:\d{1,2} tháng (?:đầu |cuối )?|quý [IV]+ )?năm (?:học )?\d{4}(?:\s?[-–]\s?\d{4})?",
    re.IGNORECASE,
)
DEEDS: Final = {
    CommendationKind.SUDDEN: "đã lập thành tích đột xuất",
    CommendationKind.DEDICATION: "đã có quá trình cống hiến",
    CommendationKind.LONG_SERVICE: "đã có quá trình cống hiến",
}
DEED: Final = "đã có thành tích xuất sắc trong phong trào thi đua yêu nước"


def proposed_merit(nominations: Iterable[Nomination], *, title: str = "") -> str:
    """Return why these are honoured, for the clerk to correct.

    The period is the one they all name, or the one in the title of the meeting.
    """
    rows = list(nominations)
    kinds = {each.submission.kind for each in rows}
    if len(kinds) == 1 and (deed := DEEDS.get(CommendationKind(kinds.pop()))):
        return deed
    periods = {squeeze(each.period) for each in rows}
    said = PERIOD.search(periods.pop() if len(periods) == 1 else title)
    return f"{DEED} {said[0][:1].lower()}{said[0][1:]}" if said else DEED


def worded_merit(text: str) -> str:
    """Return a reason as it follows the recipients: "đã có thành tích …", no stop at the end.

    >>> worded_merit("Có thành tích 6 tháng.")
    'đã có thành tích 6 tháng'
    """
    text = squeeze(text).rstrip(". ")
    if text[1:2] != text[1:2].upper() or text[1:2] == " ":
        text = text[:1].lower() + text[1:]
    if not text or text.startswith(("đã ", "vì ", "do ")):
        return text
    return f"đã có {text}" if text.startswith("thành tích") else f"đã {text}"
