"""The kinds of rule an article can hold: a small closed vocabulary, one dataclass each."""

from __future__ import annotations

from vinhdanh.lawbook.rules.authority import Authority, Delegation, OtherAuthority
from vinhdanh.lawbook.rules.base import Content, Rule
from vinhdanh.lawbook.rules.councils import CouncilRule, Vote, VoteForm
from vinhdanh.lawbook.rules.honours import CommendationKind, Honour
from vinhdanh.lawbook.rules.money import BaseSalary, FundRule, Prize, PrizeRule
from vinhdanh.lawbook.rules.papers import Basis, CertificateRule, DossierItem, Retention
from vinhdanh.lawbook.rules.procedure import Deadline, SimplifiedCase, Transition
from vinhdanh.lawbook.rules.standards import Bar, Condition, Limit, Standard, walk
from vinhdanh.lawbook.rules.texts import Gap, Principle, RevocationGround, Untranslatable

KINDS: dict[str, type[Content]] = {
    "authority": Authority,
    "bar": Bar,
    "base_salary": BaseSalary,
    "basis": Basis,
    "certificate": CertificateRule,
    "commendation_kind": CommendationKind,
    "council": CouncilRule,
    "deadline": Deadline,
    "delegation": Delegation,
    "dossier": DossierItem,
    "fund": FundRule,
    "gap": Gap,
    "honour": Honour,
    "limit": Limit,
    "other_authority": OtherAuthority,
    "principle": Principle,
    "prize": Prize,
    "prize_rule": PrizeRule,
    "retention": Retention,
    "revocation": RevocationGround,
    "simplified": SimplifiedCase,
    "standard": Standard,
    "transition": Transition,
    "untranslatable": Untranslatable,
    "vote": Vote,
    "vote_form": VoteForm,
}
"""Name in the files → what it holds. A new kind needs a law that needs it."""

__all__ = [
    "KINDS",
    "Authority",
    "Bar",
    "BaseSalary",
    "Basis",
    "CertificateRule",
    "CommendationKind",
    "Condition",
    "Content",
    "CouncilRule",
    "Deadline",
    "Delegation",
    "DossierItem",
    "FundRule",
    "Gap",
    "Honour",
    "Limit",
    "OtherAuthority",
    "Principle",
    "Prize",
    "PrizeRule",
    "Retention",
    "RevocationGround",
    "Rule",
    "SimplifiedCase",
    "Standard",
    "Transition",
    "Untranslatable",
    "Vote",
    "VoteForm",
    "walk",
]
