"""Measures of signatures on paper, in millimetres (Decree 30/2020/NĐ-CP, Annex I, II.7, II.8)."""

from __future__ import annotations

from datetime import timedelta, timezone
from typing import Final

POINTS_PER_MM: Final = 72 / 25.4
VIETNAM_TIME: Final = timezone(timedelta(hours=7))

SEAL_WIDTH: Final = 36.0
"""Diameter of the seal of a commune's People's Committee."""
SEAL_OVERLAP: Final = 1 / 3
"""Share of the person's picture under the seal, counted from its left edge."""

PICTURE_MAX_WIDTH: Final = 50.0
PICTURE_AIR: Final = 1.0
"""Free height over and under a signature picture."""
USUAL_RATIO: Final = 1.8
"""Width to height of a signature whose picture is not known."""
LEAST_SPACE: Final = 8.0
"""Height between position and name below which nobody can sign."""
MOST_SPACE: Final = 80.0
MOST_SLANT: Final = 20.0
"""How far the middles of position and name may lie apart."""
COLUMN: Final = 30.0
"""Half the width beside the name's middle that belongs to its column."""

MARK_WIDTH: Final = 70.0
MARK_HEIGHT: Final = 9.5
MARK_TOP: Final = 8.0
MARK_RIGHT: Final = 15.0
"""Least right margin of the Decree: the mark ends there."""
