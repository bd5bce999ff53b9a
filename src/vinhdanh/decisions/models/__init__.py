from vinhdanh.decisions.models.certificate import CertificateBatch
from vinhdanh.decisions.models.decision import Decision, DecisionLine
from vinhdanh.decisions.models.honour import Honour
from vinhdanh.decisions.models.layout import CertificateLayout

__all__ = ["CertificateBatch", "CertificateLayout", "Decision", "DecisionLine", "Honour"]
