"""Law as data: which honours a commune's chair gives, under which text, with which money.

Pure Python. Every answer takes the day it is asked for; nothing falls back to another text.
"""

from vinhdanh.lawbook.bases import decision_bases
from vinhdanh.lawbook.honours import Citation, Honour, LawbookError, honour, honours
from vinhdanh.lawbook.prizes import Prize, base_salary, prize
from vinhdanh.lawbook.votes import VoteRule, vote_rule

__all__ = [
    "Citation",
    "Honour",
    "LawbookError",
    "Prize",
    "VoteRule",
    "base_salary",
    "decision_bases",
    "honour",
    "honours",
    "prize",
    "vote_rule",
]
