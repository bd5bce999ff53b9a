"""The steps of a nomination: one dated table per procedure, for buttons, history, docs, tests."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vinhdanh.accounts.enums import Act
from vinhdanh.nominations.enums import NominationState as State
from vinhdanh.nominations.enums import Procedure

if TYPE_CHECKING:
    from collections.abc import Iterable

LAW_2003 = dt.date(2004, 7, 1)
LAW_2022 = dt.date(2024, 1, 1)
LAW_2026 = dt.date(2026, 10, 1)


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
    decided_here: bool = False
    """Only for honours that the own chair decides."""
    decided_above: bool = False
    """Only for honours that others decide."""


@dataclass(frozen=True, slots=True)
class ProcedureTable:
    """The steps of one procedure from a day on, and the law they rest on."""

    procedure: Procedure
    since: dt.date
    source: str
    """Where the law has the procedure, as a sentence names it."""
    steps: tuple[Transition, ...]
    unconfirmed: str = ""
    """What a person must look up, where the text was not read."""

    def step(self, name: str) -> Transition | None:
        """Return a step by its name, None where the procedure has no such step."""
        return next((each for each in self.steps if each.name == name), None)


def _step(  # noqa: PLR0917 - a row of a table is read by place
    name: str, label: str, told: str, sources: Iterable[State], target: State, act: Act, *marks: str
) -> Transition:
    return Transition(
        name, label, told, frozenset(sources), target, act, **dict.fromkeys(marks, True)
    )


_ARRIVED = (State.SENT, State.RECEIVED, State.IN_APPRAISAL)

_SEND = (
    _step("send", "Gửi đề nghị", "gửi", {State.DRAFT, State.RETURNED}, State.SENT,
          Act.NOMINATE, "by_own_unit"),
    _step("withdraw", "Rút đề nghị", "rút",
          {State.DRAFT, *_ARRIVED, State.RETURNED, State.DEFERRED, State.RETURNED_ABOVE},
          State.WITHDRAWN, Act.NOMINATE, "by_own_unit", "needs_reason"),
)  # fmt: skip
_APPRAISE = (
    _step("receive", "Tiếp nhận hồ sơ", "tiếp nhận", {State.SENT}, State.RECEIVED, Act.APPRAISE),
    _step("begin_appraisal", "Bắt đầu thẩm định", "bắt đầu thẩm định", {State.RECEIVED},
          State.IN_APPRAISAL, Act.APPRAISE),
    _step("return", "Trả lại để bổ sung", "trả lại",
          {*_ARRIVED, State.APPRAISED, State.DEFERRED}, State.RETURNED, Act.APPRAISE,
          "needs_reason"),
    _step("appraise", "Thẩm định xong, đủ điều kiện trình", "thẩm định xong", _ARRIVED,
          State.APPRAISED, Act.APPRAISE),
)  # fmt: skip
_COUNCIL = (
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
)  # fmt: skip
_CHAIR = (
    _step("approve_directly", "Đồng ý khen thưởng", "đồng ý khen thưởng theo",
          {State.APPRAISED}, State.APPROVED, Act.APPROVE_DIRECTLY),
    _step("refuse_directly", "Không khen thưởng", "không đồng ý khen thưởng theo",
          {State.APPRAISED}, State.NOT_APPROVED, Act.APPROVE_DIRECTLY, "needs_reason"),
)  # fmt: skip
_DECIDE = (
    _step("decide", "Ban hành quyết định", "ban hành quyết định cho", {State.APPROVED},
          State.DECIDED, Act.SIGN_DECISION, "by_system", "decided_here"),
    _step("forward", "Trình cấp trên", "trình cấp trên", {State.APPROVED, State.RETURNED_ABOVE},
          State.FORWARDED, Act.FORWARD, "by_system", "decided_above"),
    _step("return_above", "Cấp trên trả lại", "ghi nhận cấp trên trả lại", {State.FORWARDED},
          State.RETURNED_ABOVE, Act.FORWARD, "by_system", "needs_reason", "decided_above"),
    _step("refuse_above", "Cấp trên không khen thưởng", "ghi nhận cấp trên không đồng ý theo",
          {State.FORWARDED}, State.REFUSED_ABOVE, Act.FORWARD, "by_system", "needs_reason",
          "decided_above"),
    _step("decide_above", "Cấp trên đã quyết định", "ghi nhận quyết định của cấp trên cho",
          {State.FORWARDED}, State.DECIDED, Act.FORWARD, "by_system", "decided_above"),
)  # fmt: skip


def _joined(*parts: tuple[Transition, ...]) -> tuple[Transition, ...]:
    """Join parts into one procedure: a step starts only where the procedure can come to."""
    steps = [step for part in parts for step in part]
    reached = {State.DRAFT, *(step.target for step in steps)}
    return tuple(replace(step, sources=step.sources & reached) for step in steps)


REGULAR_STEPS = _joined(_SEND, _APPRAISE, _COUNCIL, _DECIDE)
SIMPLIFIED_STEPS = _joined(_SEND, _APPRAISE, _CHAIR, _DECIDE)
TRANSITIONS = (*_SEND, *_APPRAISE, *_COUNCIL, *_CHAIR, *_DECIDE)
"""Every step of every procedure, once."""

_NOT_READ = (
    "Luật 06/2026/QH16 sửa đổi từ ngày 1/10/2026, chưa có toàn văn: cần người xác minh thủ tục."
)
TABLES: tuple[ProcedureTable, ...] = (
    ProcedureTable(Procedure.REGULAR, LAW_2003, "Điều 83, Điều 84 Luật Thi đua, khen thưởng 2003",
                   REGULAR_STEPS),
    ProcedureTable(Procedure.REGULAR, LAW_2022, "Điều 83, Điều 84 Luật Thi đua, khen thưởng 2022",
                   REGULAR_STEPS),
    ProcedureTable(Procedure.REGULAR, LAW_2026, "Điều 83, Điều 84 Luật Thi đua, khen thưởng 2022",
                   REGULAR_STEPS, _NOT_READ),
    ProcedureTable(Procedure.SIMPLIFIED, LAW_2022, "Điều 85 Luật Thi đua, khen thưởng 2022",
                   SIMPLIFIED_STEPS),
    ProcedureTable(Procedure.SIMPLIFIED, LAW_2026, "Điều 85 Luật Thi đua, khen thưởng 2022",
                   SIMPLIFIED_STEPS, _NOT_READ),
)  # fmt: skip
_BY_NAME = {step.name: step for step in TRANSITIONS}
_BY_DAY = {(table.procedure, table.since): table for table in TABLES}


def transition(name: str) -> Transition:
    """Return a step by its name, whichever procedure has it."""
    return _BY_NAME[name]


def table_on(procedure: Procedure, day: dt.date) -> ProcedureTable | None:
    """Return the table of a procedure in force on a day, None before its first."""
    found = [each for each in TABLES if each.procedure == procedure and each.since <= day]
    return max(found, key=lambda each: each.since, default=None)


def table_since(procedure: Procedure, since: dt.date) -> ProcedureTable:
    """Return the table that began on a day: the one a nomination keeps."""
    return _BY_DAY[procedure, since]
