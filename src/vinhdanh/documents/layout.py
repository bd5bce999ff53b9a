"""Measures of an administrative document (Decree 30/2020, Annex I), for every renderer.

Lengths are in millimetres, sizes of letters in points. Where the Decree gives a range, the
choice made here lies inside it and the range stands beside it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final


@dataclass(frozen=True, slots=True)
class Layout:
    """One set of measures; renderers read it and hold no numbers of their own."""

    page_width: float = 210
    page_height: float = 297
    margin_top: float = 20  # 20-25
    margin_bottom: float = 20  # 20-25
    margin_left: float = 30  # 30-35
    margin_right: float = 15  # 15-20
    page_number_from_top: float = 10
    page_number: float = 14  # 13-14

    header_left: float = 66
    """Column of the issuing body; the rest of the text width is for Quốc hiệu."""
    nation: float = 13  # Quốc hiệu, 12-13
    motto: float = 14  # Tiêu ngữ, 13-14
    body_name: float = 13  # 12-13
    number: float = 13
    place_date: float = 14  # 13-14
    letter_subject: float = 12  # trích yếu of a công văn, 12-13
    after_header: float = 12  # points of space
    rule_share: float = 0.4
    """Rule under a line of text, as a share of the line (a third to a half)."""
    rule_thickness: float = 0.75  # points

    kind_name: float = 14  # 13-14
    title: float = 14  # trích yếu and titles of appendices, 13-14
    text: float = 14  # 13-14
    first_line_indent: float = 12.7  # 10 or 12.7
    paragraph_space: float = 6  # points, at least 6
    table_text: float = 13
    table_line: float = 0.5  # points
    cell_padding: float = 1.5

    signature: float = 14  # 13-14
    signature_space: float = 28
    """Free height between position and name."""
    signature_note: float = 13
    writing_line: float = 8.5
    """Height of a dotted line to write on."""
    recipients_word: float = 12
    recipients: float = 11
    appendix_label: float = 14

    stamp: float = 13  # độ mật, độ khẩn, phạm vi lưu hành, 13-14
    stamp_height: float = 8
    stamp_gap: float = 2
    stamp_line: float = 1  # points
    drafter: float = 11
    contact: float = 11  # 11-12
    contact_gap: float = 3
    """Free height over the rule of the contact line."""

    @property
    def text_width(self) -> float:
        """Return the width between the margins of a portrait page."""
        return self.inner_width(landscape=False)

    def inner_width(self, *, landscape: bool) -> float:
        """Return the width between the margins of a page of either orientation."""
        across = self.page_height if landscape else self.page_width
        return across - self.margin_left - self.margin_right

    @property
    def header_right(self) -> float:
        """Return the width of the column of Quốc hiệu."""
        return self.text_width - self.header_left

    def within_frame(self) -> Layout:
        """Return the measures inside the border of a certificate."""
        return replace(
            self,
            margin_top=23,
            margin_bottom=20,
            margin_left=34,
            margin_right=34,
            kind_name=26,
            text=13,
            paragraph_space=3.5,
            signature_space=22,
        )

    def turned(self) -> Layout:
        """Return the measures of a page that lies across, its header in the same shares."""
        wider = self.inner_width(landscape=True) / self.text_width
        return replace(
            self,
            page_width=self.page_height,
            page_height=self.page_width,
            header_left=self.header_left * wider,
        )


DECREE_30: Final = Layout()

NATION: Final = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
STAMP_INK: Final = "#D0121B"
FRAME_INK: Final = "#9E1B23"
MOTTO: Final = "Độc lập - Tự do - Hạnh phúc"
RECIPIENTS_WORD: Final = "Nơi nhận:"
EMPTY_TABLE: Final = "(Không có)"
