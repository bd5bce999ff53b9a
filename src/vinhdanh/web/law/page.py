"""What surrounds every page of the law: its parts, its day, the way its links go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.shortcuts import render
from django.urls import reverse

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.web.law.asked import Asked
    from vinhdanh.web.requests import StaffRequest

PARTS = (
    ("law", "Danh hiệu, hình thức"),
    ("law_changes", "Thay đổi"),
    ("law_prize", "Tính tiền thưởng"),
    ("law_deadline", "Tính thời hạn"),
    ("law_ratio", "Tính tỷ lệ"),
    ("law_check", "Kiểm tra thử"),
    ("law_library", "Thư viện văn bản"),
)
"""Route and label of each part."""


def law_page(
    request: StaffRequest, template: str, asked: Asked, *, part: str, **context: Any
) -> HttpResponse:
    """Return one page of the law.

    Args:
        request: the request.
        template: its name under web/law.
        asked: day and province, kept by the links.
        part: route of the part it belongs to.
        context: what the template shows.
    """
    tabs = [
        {"label": label, "url": reverse(route) + asked.query, "current": route == part}
        for route, label in PARTS
    ]
    shared = {"asked": asked, "kept": asked.query, "tabs": tabs}
    return render(request, f"web/law/{template}.html", shared | context)
