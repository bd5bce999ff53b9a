"""Which fulfilment a task most likely has, read from its words; the clerk may choose another."""

from __future__ import annotations

from vinhdanh.kernel.text import fold
from vinhdanh.planning.enums import FulfilmentKind

_RULES: tuple[tuple[tuple[str, ...], FulfilmentKind], ...] = (
    (("cong van",), FulfilmentKind.DOCUMENT_ISSUED),
    (("huong dan",), FulfilmentKind.DOCUMENT_ISSUED),
    (("bao cao", "so ket"), FulfilmentKind.SIX_MONTH_REPORT),
    (("bao cao", "6 thang"), FulfilmentKind.SIX_MONTH_REPORT),
    (("bao cao", "tong ket"), FulfilmentKind.YEAR_REPORT),
    (("dang ky", "thi dua"), FulfilmentKind.REGISTRATIONS_COMPLETE),
    (("ke hoach", "hoat dong", "hoi dong"), FulfilmentKind.DOCUMENT_ISSUED),
    (("phat dong", "chuyen de"), FulfilmentKind.THEMATIC_LAUNCHED),
    (("phat dong", "theo dot"), FulfilmentKind.THEMATIC_LAUNCHED),
    (("phat dong",), FulfilmentKind.MOVEMENT_LAUNCHED),
    (("ky", "giao uoc"), FulfilmentKind.MOVEMENT_LAUNCHED),
    (("ke hoach", "cong tac thi dua"), FulfilmentKind.PLAN_ISSUED),
)


def suggest_fulfilment(content: str) -> FulfilmentKind:
    """Return the kind whose key words the task's content has; evidence where none fits."""
    text = fold(content)
    for words, kind in _RULES:
        if all(word in text for word in words):
            return kind
    return FulfilmentKind.EVIDENCE
