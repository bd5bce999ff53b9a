"""Law as data: who is eligible for what, under which text, and why.

Pure Python. Every answer takes the day it is asked for; nothing falls back to another text, and
what was not read is answered with *cần xác minh*.
"""

from vinhdanh.lawbook.assess import assess
from vinhdanh.lawbook.assessment import Assessment, AuthorityAnswer, PrizeAnswer
from vinhdanh.lawbook.calendar import (
    CalendarError,
    add_days,
    add_working_days,
    day_note,
    is_working_day,
    working_days_between,
    working_days_left,
)
from vinhdanh.lawbook.citations import Citation
from vinhdanh.lawbook.enums import Level, RecipientKind, Verdict
from vinhdanh.lawbook.errors import CorpusError, FactsError, LawbookError
from vinhdanh.lawbook.facts import Collective, Facts, Household, Individual, read_facts
from vinhdanh.lawbook.findings import Finding
from vinhdanh.lawbook.library import Corpus
from vinhdanh.lawbook.loading.load import default_corpus, load_corpus
from vinhdanh.lawbook.questions import (
    HonourOnDay,
    VoteRule,
    ballot_required,
    deadline,
    deadlines,
    decision_bases,
    dossier,
    honour,
    honours,
    prize,
    quorum,
    simplified_cases,
    vote_rule,
)

__all__ = [
    "Assessment",
    "AuthorityAnswer",
    "CalendarError",
    "Citation",
    "Collective",
    "Corpus",
    "CorpusError",
    "Facts",
    "FactsError",
    "Finding",
    "HonourOnDay",
    "Household",
    "Individual",
    "LawbookError",
    "Level",
    "PrizeAnswer",
    "RecipientKind",
    "Verdict",
    "VoteRule",
    "add_days",
    "add_working_days",
    "assess",
    "ballot_required",
    "day_note",
    "deadline",
    "deadlines",
    "decision_bases",
    "default_corpus",
    "dossier",
    "honour",
    "honours",
    "is_working_day",
    "load_corpus",
    "prize",
    "quorum",
    "read_facts",
    "simplified_cases",
    "vote_rule",
    "working_days_between",
    "working_days_left",
]
