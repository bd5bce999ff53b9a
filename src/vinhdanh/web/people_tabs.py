"""The parts of the area "units and people", as tabs over its lists."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

PARTS = (
    ("units", "Đơn vị"),
    ("people", "Con người"),
    ("households", "Hộ gia đình"),
    ("years", "Số liệu năm"),
    ("initiatives", "Sáng kiến"),
)


def tabs(current: str) -> list[dict[str, Any]]:
    """Return the tabs, with the one that is open."""
    return [
        {"label": label, "url": reverse(route), "current": route == current}
        for route, label in PARTS
    ]
