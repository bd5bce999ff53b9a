"""The one door to Typst: our fonts only, data as JSON, never text pasted into a template."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import typst

from vinhdanh.documents.typeface import FAMILY, FONT_DIR

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

TEMPLATES: Final = Path(__file__).parent / "templates"
_UNKNOWN_YEAR: Final = 2000


def typeset(template: str, data: Mapping[str, Any], *, made_at: datetime) -> bytes:
    """Run a template over data and return a PDF/A-2a that is PDF/UA-1 as well.

    made_at becomes the creation time inside the file, so the same data gives the same bytes.
    """
    source = TEMPLATES / f"{template}.typ"
    text = json.dumps({**data, "font": FAMILY}, ensure_ascii=False, separators=(",", ":"))
    return typst.compile(
        str(source),
        root=str(TEMPLATES),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"data": text},
        pdf_standards=["a-2a", "ua-1"],
        timestamp=int(made_at.timestamp()),
    )


def drawing(template: str, data: Mapping[str, Any]) -> str:
    """Run a template over data and return its one page as SVG."""
    made = typst.compile(
        str(TEMPLATES / f"{template}.typ"),
        root=str(TEMPLATES),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        format="svg",
        sys_inputs={"data": json.dumps(data)},
    )
    return bytes(made).decode()


def file_time(day: date | None, year: int | None) -> datetime:
    """Return the time written inside a file: the date of issue, never the clock."""
    if day:
        return datetime(day.year, day.month, day.day, tzinfo=UTC)
    return datetime(year or _UNKNOWN_YEAR, 1, 1, tzinfo=UTC)


@cache
def _fonts() -> Any:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONT_DIR)]
    )
