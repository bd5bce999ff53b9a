"""The steps of a nomination: one table that feeds buttons, history, documents and tests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vinhdanh.accounts.enums import Act
from vinhdanh.nominations.enums import NominationState as State

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Transition:
    """One step: from which states to which, by whose right, and how it is told."""

    name: str
    label: str
    """The button."""
    told: str
    """The act in the history: "… {told} hồ sơ của …"."""
    sources: frozenset[State]
    target: State
    act: Act
    needs_reason: bool = False
    by_own_unit: bool = False
    """Only the head of the proposing unit does it."""
    by_system: bool = False
    """Follows from another act (a vote, a decision); never a button."""


def _step(  # noqa: PLR0917 - a row of a table is read by place
    name: str, label: str, told: str, sources: Iterable[State], target: State, act: Act, *marks: str
) -> Transition:
    unknown = set(marks) - {"needs_reason", "by_own_unit", "by_system"}
    if unknown:
        raise ValueError(f"Unknown marks of a transition: {unknown}.")
    return Transition(
        name, label, told, frozenset(sources), target, act, **dict.fromkeys(marks, True)
    )


TRANSITIONS: tuple[Transition, ...] = (
    _step("send", "Gửi đề nghị", "gửi", {State.DRAFT, State.RETURNED}, State.SENT,
          Act.NOMINATE, "by_own_unit"),
    _step("withdraw", "Rút đề nghị", "rút", {State.DRAFT, State.SENT, State.RETURNED},
          State.WITHDRAWN, Act.NOMINATE, "by_own_unit", "needs_reason"),
    _step("return", "Trả lại để bổ sung", "trả lại", {State.SENT, State.APPRAISED},
          State.RETURNED, Act.APPRAISE, "needs_reason"),
    _step("appraise", "Đủ điều kiện trình Hội đồng", "thẩm định xong", {State.SENT},
          State.APPRAISED, Act.APPRAISE),
    _step("put_before_council", "Đưa vào phiên họp", "đưa ra Hội đồng",
          {State.APPRAISED, State.DEFERRED}, State.BEFORE_COUNCIL, Act.CONVENE, "by_system"),
    _step("take_off_agenda", "Rút khỏi phiên họp", "rút khỏi phiên họp",
          {State.BEFORE_COUNCIL}, State.APPRAISED, Act.CONVENE, "by_system"),
    _step("approve", "Thông qua", "thông qua", {State.BEFORE_COUNCIL}, State.APPROVED,
          Act.OPEN_MEETING, "by_system"),
    _step("refuse", "Không thông qua", "không thông qua", {State.BEFORE_COUNCIL},
          State.NOT_APPROVED, Act.OPEN_MEETING, "by_system"),
    _step("defer", "Hoãn xét", "hoãn xét", {State.BEFORE_COUNCIL}, State.DEFERRED,
          Act.OPEN_MEETING, "by_system", "needs_reason"),
    _step("decide", "Ban hành quyết định", "ban hành quyết định cho", {State.APPROVED},
          State.DECIDED, Act.SIGN_DECISION, "by_system"),
)  # fmt: skip


def transition(name: str) -> Transition:
    """Return a step by its name."""
    return next(step for step in TRANSITIONS if step.name == name)
