"""Who is honoured and who is not: shares, people, villages, days. It counts and never judges."""

from vinhdanh.reports.fairness.mirror import Mirror, decision_mirror, year_mirror
from vinhdanh.reports.fairness.sentences import paragraph

__all__ = ["Mirror", "decision_mirror", "paragraph", "year_mirror"]
