"""Who may take a step on an outgoing document, and why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.accounts.enums import Act
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.verdict import YES, Verdict, no
from vinhdanh.records.enums import DocumentState
from vinhdanh.records.hooks import change_asked

if TYPE_CHECKING:
    from vinhdanh.accounts.actor import Actor
    from vinhdanh.records.models import OfficialDocument
    from vinhdanh.records.workflow import Transition


def may_take(
    step: Transition, document: OfficialDocument, actor: Actor, *, by_keeper: bool = False
) -> Verdict:
    """Tell whether the actor may take a step on a document as it now stands.

    `by_keeper`: the module that keeps what the document says takes it, and changes that too.
    """
    if document.body_id != actor.body.pk:
        return no("Văn bản này thuộc cơ quan khác.")
    if not (right := actor.may(step.act)):
        return right
    if document.state not in step.sources:
        now = DocumentState(document.state).label.lower()
        return no(f"{document} {now} nên không {step.told} được: hãy tải lại trang.")
    return YES if by_keeper else _kept(step, document)


def _kept(step: Transition, document: OfficialDocument) -> Verdict:
    if step.asks_keeper:
        try:
            change_asked(document)
        except DomainError as problem:
            return no(problem.message)
    return YES


def may_write(document: OfficialDocument, actor: Actor) -> Verdict:
    """Tell whether the actor may rewrite a document: only while it is a draft."""
    if not (right := actor.may(Act.ISSUE_DOCUMENT)):
        return right
    if document.state != DocumentState.DRAFT:
        now = DocumentState(document.state).label.lower()
        return no(f"{document} {now} nên không sửa được: hãy trả lại để sửa trước.")
    return YES
