"""A signed file that carries nominations to a superior office, or its answer back.

One ZIP: `manifest.json` (what it says, with the hash of every other file), `signature.json` (an
Ed25519 signature over the manifest's bytes) and the files. docs/forwarding.md describes it.
"""

from vinhdanh.decisions.bundle.errors import BundleError
from vinhdanh.decisions.bundle.facts import (
    Answer,
    AnswerRow,
    Case,
    Content,
    Office,
    Piece,
    Proposal,
    Verdict,
)
from vinhdanh.decisions.bundle.kept import names_in, piece_in
from vinhdanh.decisions.bundle.keys import fingerprint
from vinhdanh.decisions.bundle.reading import Bundle, read_bundle
from vinhdanh.decisions.bundle.writing import write_bundle

__all__ = [
    "Answer",
    "AnswerRow",
    "Bundle",
    "BundleError",
    "Case",
    "Content",
    "Office",
    "Piece",
    "Proposal",
    "Verdict",
    "fingerprint",
    "names_in",
    "piece_in",
    "read_bundle",
    "write_bundle",
]
