from vinhdanh.nominations.models.achievement import AchievementReport, ReportFingerprint
from vinhdanh.nominations.models.assessment import (
    Assessment,
    Attestation,
    FactsStatement,
    Verification,
)
from vinhdanh.nominations.models.evidence import EvidenceFile
from vinhdanh.nominations.models.nomination import Nomination, NominationStep
from vinhdanh.nominations.models.posting import Opinion, Posting
from vinhdanh.nominations.models.submission import Submission

__all__ = [
    "AchievementReport",
    "Assessment",
    "Attestation",
    "EvidenceFile",
    "FactsStatement",
    "Nomination",
    "NominationStep",
    "Opinion",
    "Posting",
    "ReportFingerprint",
    "Submission",
    "Verification",
]
