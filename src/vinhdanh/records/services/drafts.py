"""Papers that are written here: drafted, submitted, signed, then given their number."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.enums import Act
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError, StaleError
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import nfc, squeeze
from vinhdanh.records.authority import own_position, require_complete
from vinhdanh.records.draft_papers import draft_files
from vinhdanh.records.enums import Authority, DocumentKind, DocumentState, FileFormat, FileRole
from vinhdanh.records.models import OfficialDocument
from vinhdanh.records.policies import may_take, may_write
from vinhdanh.records.services.documents import enter, require_columns_fit
from vinhdanh.records.services.hand import require_abstract, require_day
from vinhdanh.records.services.signature_copies import numbered_copy
from vinhdanh.records.signing import signed_copy
from vinhdanh.records.workflow import transition

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.organizations.models import Unit
    from vinhdanh.records.content import FileContent
    from vinhdanh.records.models import KeptNumber


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftText:
    """What a draft says; everything but its number, its day and its addressees."""

    kind: DocumentKind
    symbol: str
    abstract: str
    content: str = ""
    """The body, a paragraph a line; empty where the paper is written elsewhere."""
    signer_authority: Authority = Authority.HEAD
    signer_position: str = ""
    signer_name: str = ""
    delegation: str = ""
    other_recipients: str = ""


@transaction.atomic
def write_draft(*, actor: Actor, text: DraftText) -> OfficialDocument:
    """Begin a draft; it has no number.

    Raises:
        DomainError: abstract or signer is missing, or a text is too long.
    """
    actor.require(Act.ISSUE_DOCUMENT)
    document = OfficialDocument(
        body=actor.body, state=DocumentState.DRAFT, year=clock.today().year, **_columns(text)
    )
    require_columns_fit(document)
    document.save()
    _tell(actor, document, "drafted", f"soạn {_called(document)}")
    return document


@transaction.atomic
def rewrite_draft(
    *, actor: Actor, document: OfficialDocument, text: DraftText, expected_version: int
) -> OfficialDocument:
    """Write a draft anew.

    Raises:
        StaleError: somebody else changed it in between.
        DomainError: it is no draft any more, or the text is refused.
    """
    document = _held(actor, document, expected_version)
    if not (verdict := may_write(document, actor)):
        raise DomainError(verdict.reason)
    for name, value in _columns(text).items():
        setattr(document, name, value)
    document.version += 1
    require_columns_fit(document)
    document.save()
    _tell(actor, document, "rewritten", f"sửa {_called(document)}")
    return document


@transaction.atomic
def discard_draft(*, actor: Actor, document: OfficialDocument) -> None:
    """Throw a draft away; the log keeps that it was there.

    Raises:
        DomainError: it is no draft any more.
    """
    document = _held(actor, document, document.version)
    if not (verdict := may_write(document, actor)):
        raise DomainError(verdict.reason)
    _tell(actor, document, "discarded", f"bỏ {_called(document)}")
    document.delete()


@transaction.atomic
def issue_draft(
    *,
    actor: Actor,
    document: OfficialDocument,
    issued_on: dt.date,
    expected_version: int,
    addressees: Iterable[Unit] = (),
    kept: KeptNumber | None = None,
    files: Sequence[FileContent] = (),
) -> OfficialDocument:
    """Give a signed draft its number.

    A paper signed by hand is rendered with number and date, kept and issued. A copy signed
    digitally takes number and date into its fields and waits for the body's signature.

    Args:
        actor: who issues.
        document: a document whose signing was noted.
        issued_on: the day of issue; not before today's past, never ahead.
        expected_version: the version the actor saw.
        addressees: units that are to read it.
        kept: a reserved number.
        files: the signed paper, where there is one; kept beside the generated one.

    Raises:
        StaleError: somebody else changed it in between.
        DomainError: it is not signed, the day lies ahead, or there is neither text nor file.
    """
    document = _held(actor, document, expected_version)
    signed = signed_copy(document.files.all())
    step = transition("number" if signed else "issue")
    if not (verdict := may_take(step, document, actor)):
        raise DomainError(verdict.reason)
    require_day(issued_on)
    document.version += 1
    document.files.filter(role__in=(FileRole.DRAFT, FileRole.SIGNED)).delete()

    def render(numbered: OfficialDocument) -> list[FileContent]:
        made = draft_files(numbered)
        if signed is None:
            return [*made, *files]
        words = [each for each in made if each.format != FileFormat.PDF]
        return [*words, numbered_copy(numbered, signed)]

    return enter(
        actor=actor,
        document=document,
        issued_on=issued_on,
        kept=kept,
        addressees=addressees,
        render=render,
        state=step.target,
    )


def _columns(text: DraftText) -> dict[str, object]:
    columns: dict[str, object] = {
        name: squeeze(value) if isinstance(value, str) and name != "content" else value
        for name, value in asdict(text).items()
    }
    columns |= {"kind": text.kind, "signer_authority": text.signer_authority}
    columns["content"] = nfc(text.content).strip()
    require_abstract(str(columns["abstract"]))
    require_complete(
        text.signer_authority,
        position=str(columns["signer_position"]),
        name=str(columns["signer_name"]),
        delegation=str(columns["delegation"]),
    )
    position = own_position(text.signer_authority, str(columns["signer_position"]))
    return columns | {"signer_position": position.upper()}


def _held(actor: Actor, document: OfficialDocument, expected_version: int) -> OfficialDocument:
    actor.require_own(document.body_id)
    document = (
        OfficialDocument.objects.select_for_update(of=("self",))
        .select_related("body")
        .get(pk=document.pk)
    )
    if document.version != expected_version:
        raise StaleError(
            f"{document} vừa được người khác sửa: hãy tải lại trang để xem bản mới rồi làm tiếp."
        )
    return document


def _called(document: OfficialDocument) -> str:
    return str(document)[:1].lower() + str(document)[1:]


def _tell(actor: Actor, document: OfficialDocument, action: str, sentence: str) -> None:
    record(
        scope=actor.scope,
        actor=actor.name,
        action=f"document.{action}",
        target=document,
        sentence=sentence,
    )
