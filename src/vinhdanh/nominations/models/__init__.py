from vinhdanh.nominations.models.assessment import (
    Assessment,
    Attestation,
    FactsStatement,
    Verification,
)
from vinhdanh.nominations.models.nomination import Nomination, NominationStep
from vinhdanh.nominations.models.submission import Submission

__all__ = [
    "Assessment",
    "Attestation",
    "FactsStatement",
    "Nomination",
    "NominationStep",
    "Submission",
    "Verification",
]
