"""`vinhdanh plan read FILE`: what the reader makes of a plan, for people and for programs."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from vinhdanh.intake.draft import PlanDraft

_UNKNOWN = "(không đọc được)"
_SEVERITIES = {"error": "LỖI", "warning": "Nên xem lại", "info": "Lưu ý"}
_UNREADABLE = 2


def fill_plan_parser(parser: argparse.ArgumentParser) -> None:
    """Add `plan read` to the command line."""
    actions = parser.add_subparsers(dest="action", required=True)
    read = actions.add_parser("read", help="đọc một tệp kế hoạch (.txt, .docx, .pdf)")
    read.add_argument("file", type=Path, help="tệp kế hoạch")
    read.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    read.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Read the file and print what was found; 2 when it cannot be read."""
    from vinhdanh.intake.errors import UnreadableFileError  # noqa: PLC0415 - keeps start-up light
    from vinhdanh.intake.reading import read_plan  # noqa: PLC0415

    try:
        draft = read_plan(arguments.file)
    except UnreadableFileError as error:
        print(error.message, file=sys.stderr)
        return _UNREADABLE
    if arguments.json:
        print(json.dumps(draft.to_json(), ensure_ascii=False, indent=1))
    else:
        print(summary_of(draft))
    return 0


def summary_of(draft: PlanDraft) -> str:
    """Return the draft as a text for reading."""
    date = f"{draft.date:%d/%m/%Y}" if draft.date else _UNKNOWN
    lines = [
        f"Cơ quan ban hành: {draft.issuing_body or _UNKNOWN}",
        f"Số, ký hiệu:      {draft.number or _UNKNOWN}",
        f"Ngày ban hành:    {date}",
        f"Tên kế hoạch:     {draft.title or _UNKNOWN}",
        f"Năm:              {draft.year or _UNKNOWN}",
        f"Người ký:         {_signer(draft)}",
        "",
        f"Căn cứ ({len(draft.legal_bases)}):",
        *(f"  - {base}" for base in draft.legal_bases),
        f"Nơi nhận ({len(draft.recipients)}):",
        *(f"  - {recipient}" for recipient in draft.recipients),
        "",
        f"Nhiệm vụ ({len(draft.tasks)}):",
        *_tasks(draft),
        "",
        f"Điều cần xem lại ({len(draft.findings)}):",
        *(f"  [{_SEVERITIES[one.severity]}] {one.message}" for one in draft.findings),
    ]
    return "\n".join(lines)


def _signer(draft: PlanDraft) -> str:
    parts = (draft.signer.authority, draft.signer.position, draft.signer.name)
    return " / ".join(part for part in parts if part) or _UNKNOWN


def _tasks(draft: PlanDraft) -> list[str]:
    lines: list[str] = []
    group = None
    for task in draft.tasks:
        if task.group != group:
            group = task.group
            lines.append(f"  {group or '(không rõ nhóm)'}")
        lines.append(f"  {task.no or '-'}. {task.content}")
        lines.append(
            f"     Chủ trì: {task.lead or _UNKNOWN} | Thời gian: {task.period or _UNKNOWN}"
        )
        if task.partners:
            lines.append(f"     Phối hợp: {'; '.join(task.partners)}")
        if task.product:
            lines.append(f"     Sản phẩm: {task.product}")
    return lines
