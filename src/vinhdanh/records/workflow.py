"""The steps of an outgoing document: one table that feeds buttons, history, pages and tests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vinhdanh.accounts.enums import Act
from vinhdanh.records.enums import IN_FORCE
from vinhdanh.records.enums import DocumentState as State

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Transition:
    """One step: from which states to which, by whose right, and how it is told."""

    name: str
    label: str
    """The button."""
    told: str
    """The act in the history."""
    sources: frozenset[State]
    target: State
    act: Act = Act.ISSUE_DOCUMENT
    needs_reason: bool = False
    needs_successor: bool = False
    """Names the issued document that brings the change about."""
    asks_keeper: bool = False
    """After it an issued document says something else, or nothing, or counts again."""


def _step(
    name: str, label: str, told: str, sources: Iterable[State], target: State, *marks: str
) -> Transition:
    unknown = set(marks) - {"needs_reason", "needs_successor", "asks_keeper"}
    if unknown:
        raise ValueError(f"Unknown marks of a transition: {unknown}.")
    return Transition(
        name,
        label,
        told,
        frozenset(sources),
        target,
        **dict.fromkeys(marks, True),  # type: ignore[arg-type]
    )


TRANSITIONS: tuple[Transition, ...] = (
    _step("submit", "Trình ký", "trình ký", {State.DRAFT}, State.FOR_SIGNATURE),
    _step("return", "Trả lại để sửa", "trả lại", {State.FOR_SIGNATURE, State.SIGNED}, State.DRAFT,
          "needs_reason"),
    _step("sign", "Xác nhận đã ký", "ghi nhận đã ký", {State.FOR_SIGNATURE}, State.SIGNED),
    _step("issue", "Cấp số, ban hành", "cấp số, ban hành", {State.SIGNED}, State.ISSUED),
    _step("number", "Cấp số, chờ đóng dấu", "cấp số", {State.SIGNED}, State.NUMBERED),
    _step("seal", "Ký số của cơ quan, ban hành", "đóng dấu, ban hành", {State.NUMBERED},
          State.ISSUED),
    _step("amend", "Đã được sửa đổi, bổ sung", "ghi nhận sửa đổi", IN_FORCE, State.AMENDED,
          "needs_successor", "asks_keeper"),
    _step("replace", "Đã bị thay thế", "ghi nhận thay thế", IN_FORCE, State.REPLACED,
          "needs_successor", "asks_keeper"),
    _step("recall", "Thu hồi", "thu hồi", {State.NUMBERED, *IN_FORCE}, State.RECALLED,
          "needs_reason", "asks_keeper"),
    _step("reinstate", "Khôi phục hiệu lực", "khôi phục hiệu lực", {State.RECALLED}, State.AMENDED,
          "needs_successor", "asks_keeper"),
)  # fmt: skip
WITH_THEIR_OWN_SERVICE = ("issue", "number", "seal")
"""Steps that give a number or a digital signature besides the state."""


def transition(name: str) -> Transition:
    """Return a step by its name.

    Raises:
        KeyError: there is no such step.
    """
    return _BY_NAME[name]


_BY_NAME = {step.name: step for step in TRANSITIONS}
