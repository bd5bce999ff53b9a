"""Certificates to look at while a layout is made: invented ones, or people already honoured."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from vinhdanh.decisions.papers import certificate_context
from vinhdanh.decisions.queries.honours import honours_for
from vinhdanh.documents import example_certificates, preview_png, render_certificates
from vinhdanh.web.pages import number_in

if TYPE_CHECKING:
    from vinhdanh.accounts.actor import Actor
    from vinhdanh.documents import CertificateContext, CertificateLayout

NEWEST: Final = 30
WIDE, NARROW = 1400, 480
"""Pixels across: a picture to work on, and one in a list."""
_MM_PER_INCH: Final = 25.4
_EXAMPLE: Final = "vd"


def specimens(actor: Actor) -> list[tuple[str, str]]:
    """Return the key and name of everybody whose certificate can be looked at."""
    invented = [
        (f"{_EXAMPLE}{at}", f"Ví dụ: {one.recipient}")
        for at, one in enumerate(example_certificates())
    ]
    honours = honours_for(actor)[:NEWEST]
    return invented + [(str(one.pk), f"{one.recipient_name}, {one.honour_name}") for one in honours]


def specimen(actor: Actor, key: str) -> CertificateContext:
    """Return somebody's certificate; an unknown key is the first example."""
    found = honours_for(actor).select_related("decision__body")
    honour = found.filter(pk=number_in(key)).first()
    if honour:
        return certificate_context(honour)
    examples = {f"{_EXAMPLE}{at}": one for at, one in enumerate(example_certificates())}
    return examples.get(key, examples[f"{_EXAMPLE}0"])


@lru_cache(maxsize=32)
def picture(layout: CertificateLayout, one: CertificateContext, across: int = WIDE) -> bytes:
    """Return the printed certificate as PNG, so many pixels across.

    Raises:
        DocumentError: a text does not fit its box.
    """
    pdf = render_certificates([one], layout)
    return preview_png(pdf, dpi=round(across / layout.width * _MM_PER_INCH))
