"""Packs: all papers of a submission, a meeting or a decision, and whether they agree."""

from vinhdanh.reports.packs.archive import write_zip
from vinhdanh.reports.packs.crosscheck import Stated, disagreements
from vinhdanh.reports.packs.pack import Pack, Piece
from vinhdanh.reports.packs.packs import decision_pack, meeting_pack, submission_pack

__all__ = [
    "Pack",
    "Piece",
    "Stated",
    "decision_pack",
    "disagreements",
    "meeting_pack",
    "submission_pack",
    "write_zip",
]
