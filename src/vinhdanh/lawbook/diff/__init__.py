"""What changed for a commune between two days, computed from the rules in force on both."""

from __future__ import annotations

from vinhdanh.lawbook.diff.change import Change, Diff, Happened
from vinhdanh.lawbook.diff.compute import diff

__all__ = ["Change", "Diff", "Happened", "diff"]
