"""Provinces whose own rules the corpus has."""

from __future__ import annotations

import re

from vinhdanh.kernel.text import initial_capital
from vinhdanh.lawbook import default_corpus

_NAME = re.compile(r"(?:tỉnh|thành phố) [^,;]+$")


def province_choices() -> list[tuple[str, str]]:
    """Return slug and name of every province with an overlay."""
    titles = {each.province: each.title for each in default_corpus().instruments}
    return [(slug, province_name(titles[slug]) or slug) for slug in default_corpus().provinces]


def province_name(title: str) -> str:
    """Return the province that the title of its regulation ends with, with a capital."""
    found = _NAME.search(title)
    return initial_capital(found[0]) if found else ""
