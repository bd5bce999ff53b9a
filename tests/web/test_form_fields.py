"""Fields that read what people write."""

from __future__ import annotations

import datetime as dt
from unicodedata import normalize

import pytest
from django.core.exceptions import ValidationError

from vinhdanh.web.forms.fields import HourField


@pytest.mark.parametrize("said", ["24:00", "8h60", "14h30h", "giờ", "tám giờ", "-8", "123"])
def test_what_is_no_hour_is_refused_with_an_example(said: str) -> None:
    with pytest.raises(ValidationError, match="ví dụ 08:00 hoặc 14h30"):
        HourField().clean(said)


@pytest.mark.parametrize(
    ("said", "hour"),
    [
        ("14:30", dt.time(14, 30)),
        ("14h30", dt.time(14, 30)),
        ("14 giờ 30", dt.time(14, 30)),
        (normalize("NFD", "14 Giờ 30 phút"), dt.time(14, 30)),
        ("8h", dt.time(8)),
        (" 8 giờ ", dt.time(8)),
        ("08.00", dt.time(8)),
        ("8", dt.time(8)),
        ("", None),
    ],
)
def test_an_hour_is_read_as_people_write_it(said: str, hour: dt.time | None) -> None:
    assert HourField(required=False).clean(said) == hour
