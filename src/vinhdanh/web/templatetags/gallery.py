"""What the gallery shows: one invented commune, its year and its people."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from django import forms, template
from django.core.paginator import Page, Paginator

register = template.Library()

SAMPLE = Path(__file__).resolve().parent.parent / "templates" / "gallery" / "sample.json"


@register.simple_tag
@cache
def sample() -> dict[str, Any]:
    """Return the invented commune."""
    found: dict[str, Any] = json.loads(SAMPLE.read_text(encoding="utf-8"))
    return found


@register.simple_tag(takes_context=True)
def sample_rail(context: template.Context) -> list[dict[str, Any]]:
    """Return the rail with the page that is shown marked in it."""
    page = str(context.template_name).removeprefix("gallery/").removesuffix(".html")
    return [
        {**group, "items": [{**item, "current": item["url"] == page} for item in group["items"]]}
        for group in sample()["rail"]
    ]


class RegistrationSample(forms.Form):
    """Every kind of field there is, as a registration for the year would use them."""

    collective = forms.CharField(
        label="Tên tập thể đăng ký",
        help_text="Ghi đúng như trong quyết định thành lập, ví dụ: Trường Mầm non xã Minh Tiến.",
    )
    title = forms.ChoiceField(
        label="Danh hiệu đăng ký",
        choices=[("", "Chọn một danh hiệu"), ("a", "Tập thể lao động tiên tiến")],
    )
    members = forms.IntegerField(label="Số người của tập thể", min_value=1)
    agreed_on = forms.DateField(
        label="Ngày họp bình xét",
        help_text="Ngày, tháng, năm: 24/11/2026.",
        widget=forms.DateInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    scope = forms.ChoiceField(
        label="Phạm vi áp dụng của sáng kiến",
        help_text="Nếu chưa có sáng kiến thì chọn dòng đầu.",
        widget=forms.RadioSelect,
        choices=[("n", "Chưa có sáng kiến"), ("c", "Trong xã"), ("p", "Trong tỉnh")],
    )
    achievements = forms.CharField(
        label="Thành tích nổi bật",
        help_text="Năm dòng là đủ: việc gì, kết quả bao nhiêu, ai được lợi.",
        widget=forms.Textarea(attrs={"rows": 5}),
        required=False,
    )
    photo = forms.FileField(label="Ảnh minh hoạ", required=False)
    pledged = forms.BooleanField(label="Tập thể đã ký giao ước thi đua với các thôn bạn")


@register.simple_tag
def sample_form() -> RegistrationSample:
    """Return the form as it comes back with two things to mend."""
    return RegistrationSample(
        {
            "collective": "",
            "title": "a",
            "members": "34",
            "agreed_on": "31/02/2026",
            "scope": "c",
            "achievements": "Vận động 42 hộ hiến 1.260 m² đất mở đường thôn Đồng Sen.",
            "pledged": "on",
        }
    )


@register.simple_tag
def sample_page() -> Page[int]:
    """Return the second of three pages."""
    return Paginator(range(128), 50).page(2)
