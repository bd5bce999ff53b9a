"""Lengths of the rules under lines of text (Decree 30/2020, Annex I, II.1, II.2, II.5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.documents.layout import MOTTO
from vinhdanh.documents.typeface import face

if TYPE_CHECKING:
    from vinhdanh.documents.layout import Layout
    from vinhdanh.documents.printed import Sheet


def motto_rule(layout: Layout) -> float:
    """Return the rule under Tiêu ngữ: as long as the text."""
    return face("Bold").width_mm(MOTTO, layout.motto)


def issuer_rule(sheet: Sheet, layout: Layout) -> float:
    """Return the rule under the issuing body: a share of its longest line."""
    longest = max(face("Bold").width_mm(line, layout.body_name) for line in sheet.issuer)
    return min(longest, layout.header_left) * layout.rule_share


def abstract_rule(sheet: Sheet, layout: Layout) -> float:
    """Return the rule under the trích yếu, a share of its line."""
    width = face("Bold").width_mm(sheet.abstract, layout.title)
    return min(width, layout.text_width) * layout.rule_share


def reference_rule(reference: str, layout: Layout, available: float) -> float:
    """Return the rule under an appendix's line of reference."""
    width = face("Italic").width_mm(reference, layout.text)
    return min(width, available) * layout.rule_share
