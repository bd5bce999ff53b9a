"""How the sentence that says what is honoured is written."""

from __future__ import annotations

from vinhdanh.kernel.text import initial_capital, squeeze

HELP = "Một câu bắt đầu bằng “Đã…”; câu này in trên quyết định và giấy khen."
_LEAST_WORDS = 4


def as_printed(achievement: str) -> str:
    """Return the sentence as decision and certificate print it: a capital first, no full stop."""
    return initial_capital(squeeze(achievement).rstrip("."))


def doubt(achievement: str) -> str:
    """Return what is odd about a printed sentence; empty where nothing is.

    >>> doubt("Đã vớt rác ở kênh"), doubt("Hiến đất").endswith(HELP[1:])
    ('', True)
    """
    words = achievement.split()
    if len(words) >= _LEAST_WORDS and words[0] == "Đã":
        return ""
    return f"Thành tích “{achievement}” chưa đúng cách ghi: hãy viết m{HELP[1:]}"
