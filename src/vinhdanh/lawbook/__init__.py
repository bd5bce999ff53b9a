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
from vinhdanh.lawbook.diff import Change, Diff, diff
from vinhdanh.lawbook.enums import Level, RecipientKind, Verdict
from vinhdanh.lawbook.errors import CorpusError, FactsError, LawbookError
from vinhdanh.lawbook.facts import Collective, Facts, Household, Individual, read_facts
from vinhdanh.lawbook.facts.writing import write_facts
from vinhdanh.lawbook.findings import Finding
from vinhdanh.lawbook.library import Corpus
from vinhdanh.lawbook.lists import Entry, ListFinding, check_list
from vinhdanh.lawbook.loading.load import default_corpus, load_corpus
from vinhdanh.lawbook.outlook import outlook
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
from vinhdanh.lawbook.receipts import (
    CorpusChangedError,
    ReceiptError,
    receipt,
    receipt_text,
    replay,
)

__all__ = [
    "Assessment",
    "AuthorityAnswer",
    "CalendarError",
    "Change",
    "Citation",
    "Collective",
    "Corpus",
    "CorpusChangedError",
    "CorpusError",
    "Diff",
    "Entry",
    "Facts",
    "FactsError",
    "Finding",
    "HonourOnDay",
    "Household",
    "Individual",
    "LawbookError",
    "Level",
    "ListFinding",
    "PrizeAnswer",
    "ReceiptError",
    "RecipientKind",
    "Verdict",
    "VoteRule",
    "add_days",
    "add_working_days",
    "assess",
    "ballot_required",
    "check_list",
    "day_note",
    "deadline",
    "deadlines",
    "decision_bases",
    "default_corpus",
    "diff",
    "dossier",
    "honour",
    "honours",
    "is_working_day",
    "load_corpus",
    "outlook",
    "prize",
    "quorum",
    "read_facts",
    "receipt",
    "receipt_text",
    "replay",
    "simplified_cases",
    "vote_rule",
    "working_days_between",
    "working_days_left",
    "write_facts",
]
