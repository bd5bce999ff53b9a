from vinhdanh.decisions.models.ceremony import Ceremony, CeremonyTaker
from vinhdanh.decisions.models.certificate import CertificateBatch
from vinhdanh.decisions.models.correction import Correction, CorrectionLine
from vinhdanh.decisions.models.decision import Decision, DecisionLine
from vinhdanh.decisions.models.forwarding import (
    ForwardedCase,
    Forwarding,
    ReceivedCase,
    ReceivedProposal,
    TrustedSender,
)
from vinhdanh.decisions.models.fund import Fund, FundEntry
from vinhdanh.decisions.models.honour import Honour
from vinhdanh.decisions.models.layout import CertificateLayout
from vinhdanh.decisions.models.money import PaymentList, PrizePayment
from vinhdanh.decisions.models.reissue import Reissue
from vinhdanh.decisions.models.revocation import Restoration, Revocation, RevocationLine

__all__ = [
    "Ceremony",
    "CeremonyTaker",
    "CertificateBatch",
    "CertificateLayout",
    "Correction",
    "CorrectionLine",
    "Decision",
    "DecisionLine",
    "ForwardedCase",
    "Forwarding",
    "Fund",
    "FundEntry",
    "Honour",
    "PaymentList",
    "PrizePayment",
    "ReceivedCase",
    "ReceivedProposal",
    "Reissue",
    "Restoration",
    "Revocation",
    "RevocationLine",
    "TrustedSender",
]
