"""Clauses of the body that no task takes up.

A clause is taken up when the words that set it apart (not the plan's topic, not the verbs every
plan is full of) stand side by side in some task too.
"""

# ruff: noqa: SIM905 - word lists read better as words

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from vinhdanh.intake.body import heading_of, is_task_part, parts_of
from vinhdanh.intake.checks.places import quote
from vinhdanh.intake.draft import Finding

if TYPE_CHECKING:
    from vinhdanh.intake.draft import Clause, PlanDraft, TaskDraft

_ENOUGH = 0.34
_WORD = re.compile(r"\w+")
_CUT = re.compile(
    r"[;.:]|,? (?:góp phần|nhằm|để|do|lập thành tích|trên cơ sở|theo quy định|đảm bảo|bảo đảm|phù "
    r"hợp) |\(|, (?:chú trọng|đặc biệt)"
)
_LITTLE = frozenset(
    "và các của cho về trong với những một số được có là trên theo tại từ đến vào ở khi để do "
    "nhằm cũng như này đó hằng hàng năm tháng quý ngày xã phường huyện tỉnh địa bàn cấp".split()
)
_COMMON = (
    "tổ chức", "triển khai", "thực hiện", "xây dựng", "ban hành", "tiếp tục", "tăng cường",
    "đẩy mạnh", "nâng cao", "chất lượng", "hiệu quả", "đổi mới", "hoạt động", "tham gia",
    "công tác", "nội dung", "nhiệm vụ", "kế hoạch", "quy định", "kịp thời", "thường xuyên",
    "hoàn thiện", "phát triển", "tập trung", "cơ quan", "đơn vị", "liên quan", "cá nhân",
    "tập thể", "quản lý", "đảm bảo", "bảo đảm", "tiến hành", "phối hợp", "thi hành", "chi tiết",
    "duy trì",
)  # fmt: skip


def check_coverage(draft: PlanDraft) -> list[Finding]:
    """Say which numbered clauses of the content have no task."""
    if draft.task_source != "table":
        return []
    topic = _topic_pairs(draft)
    tasks = [_words(_task_text(task)) for task in draft.tasks]
    findings: list[Finding] = []
    for clauses in parts_of(draft.body).values():
        if not is_task_part(heading_of(clauses)):
            continue
        for at, clause in enumerate(clauses):
            if clause.level == 2 and not _is_covered(clause, _points(clauses, at), tasks, topic):  # noqa: PLR2004
                findings.append(_finding(clause))
    return findings


def _finding(clause: Clause) -> Finding:
    said = (clause.heading or clause.text).rstrip(".;")
    message = (
        f"Mục {clause.number} ({quote(said)}) chưa có nhiệm vụ nào tương ứng trong bảng; "
        "xin xem lại có cần bổ sung một dòng không."
    )
    return Finding("UNCOVERED_CLAUSE", "info", message, f"mục {clause.number}")


def _points(clauses: list[Clause], at: int) -> list[Clause]:
    below: list[Clause] = []
    for clause in clauses[at + 1 :]:
        if clause.level in {1, 2}:
            break
        below.append(clause)
    return below


def _is_covered(
    clause: Clause, points: list[Clause], tasks: list[list[str]], topic: set[str]
) -> bool:
    said = _main_phrase(clause.heading or clause.text)
    words = _words(said)
    matters = _telling(words, topic)
    if not any(matters):
        return True
    shares = [_share(words, matters, task) for task in tasks]
    if max(shares, default=0.0) >= _ENOUGH:
        return True
    return any(_is_point_covered(point, tasks, topic) for point in points)


def _is_point_covered(point: Clause, tasks: list[list[str]], topic: set[str]) -> bool:
    """Tell whether a point under the clause is nearly a task by itself."""
    words = _words(_main_phrase(point.heading or point.text))
    matters = _telling(words, topic)
    if sum(matters) < 3:  # noqa: PLR2004 - too little to tell by
        return False
    return max((_share(words, matters, task) for task in tasks), default=0.0) >= 2 * _ENOUGH


def _share(words: list[str], matters: list[bool], task: list[str]) -> float:
    """Return which share of the telling words stands in the task beside the same neighbour."""
    pairs = {f"{one} {two}" for one, two in itertools.pairwise(task)}
    found = [False] * len(words)
    for at in range(len(words) - 1):
        if f"{words[at]} {words[at + 1]}" in pairs:
            found[at] = found[at + 1] = True
    total = sum(matters)
    return (
        sum(one and two for one, two in zip(found, matters, strict=True)) / total if total else 0.0
    )


def _telling(words: list[str], topic: set[str]) -> list[bool]:
    tells = [word not in _LITTLE for word in words]
    for at in range(len(words) - 1):
        pair = f"{words[at]} {words[at + 1]}"
        if pair in topic or pair in _COMMON:
            tells[at] = tells[at + 1] = False
    return tells


def _topic_pairs(draft: PlanDraft) -> set[str]:
    """Return the word pairs of the title that most tasks hold: they set nothing apart."""
    title = _words(draft.title or "")
    tasks = [set(_pairs(_words(task.content))) for task in draft.tasks]
    return {
        pair
        for pair in _pairs(title)
        if pair not in _COMMON
        and (not tasks or sum(pair in task for task in tasks) >= 0.4 * len(tasks))
    } | {pair for pair in _pairs(title) if _is_in_most(pair, draft)}


def _is_in_most(pair: str, draft: PlanDraft) -> bool:
    clauses = [one for one in draft.body if one.level == 2]  # noqa: PLR2004 - numbered clauses
    holding = sum(pair in (one.heading or one.text).lower() for one in clauses)
    return bool(clauses) and holding >= 0.4 * len(clauses)


def _main_phrase(text: str) -> str:
    phrase = _CUT.split(text, maxsplit=1)[0]
    return phrase if len(phrase) > 8 else text  # noqa: PLR2004 - cut too early


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _pairs(words: list[str]) -> list[str]:
    return [f"{one} {two}" for one, two in itertools.pairwise(words)]


def _task_text(task: TaskDraft) -> str:
    return f"{task.group or ''} . {task.content}"
