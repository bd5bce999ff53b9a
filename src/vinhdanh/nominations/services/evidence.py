"""Files and photos of a nomination."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.files import store
from vinhdanh.kernel.limits import require_fits
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze
from vinhdanh.nominations.models import EvidenceFile
from vinhdanh.nominations.photos import proof_of
from vinhdanh.nominations.policies import may_rewrite
from vinhdanh.nominations.services.locking import locked

if TYPE_CHECKING:
    from vinhdanh.accounts.actor import Actor
    from vinhdanh.nominations.models import Nomination

MOST_FILES = 20
MOST_BYTES = 20 * 1024 * 1024


@transaction.atomic
def add_evidence(
    *, actor: Actor, nomination: Nomination, name: str, data: bytes, note: str = ""
) -> EvidenceFile:
    """Keep a file as proof of a draft or returned nomination.

    Args:
        actor: head of the proposing unit.
        nomination: whose dossier it belongs to.
        name: the file's name as sent.
        data: its bytes, at most 20 MiB.
        note: what it proves.

    Raises:
        DomainError: the nomination was sent, the file is no proof that can be kept, is there
            already, or the dossier is full.
    """
    name, note = squeeze(name), squeeze(note)
    if len(data) > MOST_BYTES:
        raise DomainError(
            f"Tệp {name} nặng hơn 20 MB: hãy gửi từng phần hoặc chụp lại ở cỡ nhỏ hơn.",
            field="file",
        )
    proof = proof_of(data, name=name)
    require_fits(EvidenceFile, "name", name, form_field="file")
    require_fits(EvidenceFile, "note", note)
    nomination = _open(actor, nomination)
    kept = store(proof.data, suffix=f".{proof.format}")
    if nomination.evidence.filter(sha256=kept.sha256).exists():
        raise DomainError(f"Tệp {name} đã có trong hồ sơ: không cần gửi lại.", field="file")
    if nomination.evidence.count() >= MOST_FILES:
        raise DomainError(
            f"Hồ sơ đã có {MOST_FILES} tệp: hãy gộp các trang vào một tệp rồi gửi.", field="file"
        )
    evidence = EvidenceFile.objects.create(
        nomination=nomination,
        name=name,
        note=note,
        format=proof.format,
        path=kept.path,
        sha256=kept.sha256,
        size=kept.size,
        added_by=actor.user,
        added_by_name=actor.name,
        added_at=clock.now(),
    )
    record(
        scope=actor.scope,
        actor=actor.name,
        action="nomination.evidence_added",
        target=nomination,
        sentence=f"gửi minh chứng “{note or name}”",
        details={"sha256": kept.sha256},
    )
    return evidence


@transaction.atomic
def remove_evidence(*, actor: Actor, evidence: EvidenceFile) -> None:
    """Take a file out of a draft or returned nomination; the log keeps its hash.

    Raises:
        DomainError: the nomination was sent: what others have read stays.
    """
    nomination = _open(actor, evidence.nomination)
    record(
        scope=actor.scope,
        actor=actor.name,
        action="nomination.evidence_removed",
        target=nomination,
        sentence=f"bỏ minh chứng “{evidence.note or evidence.name}”",
        details={"sha256": evidence.sha256},
    )
    evidence.delete()


def _open(actor: Actor, nomination: Nomination) -> Nomination:
    nomination = locked(nomination)
    if not (verdict := may_rewrite(nomination, actor)):
        raise NotAllowedError(verdict.reason)
    return nomination
