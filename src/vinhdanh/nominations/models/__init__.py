from vinhdanh.nominations.models.nomination import Nomination, NominationStep
from vinhdanh.nominations.models.submission import Submission

__all__ = ["Nomination", "NominationStep", "Submission"]
