"""Reading the pages of the law: their main part, the answer of a calculator, numbers with units."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import html  # type: ignore[import-untyped]

from vinhdanh.kernel.text import squeeze

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Response

MEASURED = re.compile(
    r"(?<![\d/.,])(\d+(?:[.,]\d+)*)\s*(%|đồng|đ\b|ngày làm việc|ngày\b|tháng\b|lần\b|năm\b|mm\b)"
)
"""A number with what it counts."""


def part(response: Response, path: str = "//main") -> str:
    """Return the words of one part of a page, in one line."""
    page = html.fromstring(response.content.decode())
    return squeeze(" ".join(page.xpath(f"{path}//text()")))


def answer(response: Response) -> str:
    """Return what a calculator answers."""
    return part(response, "//*[@id='answer']")


def links(response: Response) -> set[str]:
    """Return where the main part of a page leads."""
    page = html.fromstring(response.content.decode())
    return set(page.xpath("//main//a/@href"))


def measured(text: str) -> set[tuple[str, str]]:
    """Return the numbers of a text with their units, đ for đồng."""
    found = MEASURED.findall(text)
    return {(number, "đ" if unit == "đồng" else unit) for number, unit in found}
