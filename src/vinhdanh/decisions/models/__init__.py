from vinhdanh.decisions.models.certificate import CertificateBatch
from vinhdanh.decisions.models.decision import Decision
from vinhdanh.decisions.models.honour import Honour

__all__ = ["CertificateBatch", "Decision", "Honour"]
