"""Certificates of invented people, to look at a layout before anybody is honoured."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from vinhdanh.documents.certificates import CertificateContext
from vinhdanh.documents.facts import read_list

EXAMPLE: Final = Path(__file__).parent / "data" / "certificates.json"


@cache
def example_certificates() -> tuple[CertificateContext, ...]:
    """Return the certificates of the shipped example list."""
    return tuple(read_list(EXAMPLE.read_text(encoding="utf-8"), CertificateContext))
