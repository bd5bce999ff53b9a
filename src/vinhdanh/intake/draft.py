"""What a plan file is read into. Nothing here is stored; a person confirms it first."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    import datetime as dt

Severity = Literal["error", "warning", "info"]
TaskSource = Literal["table", "labelled", "duties", "none"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One piece of advice about the plan: never a refusal, never a silent correction."""

    code: str
    severity: Severity
    message: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Signer:
    """The signature block, as printed."""

    authority: str | None = None
    position: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class TaskDraft:
    """One task of the plan; what could not be read is None or empty."""

    no: str | None
    content: str
    lead: str | None = None
    partners: tuple[str, ...] = ()
    partners_raw: str | None = None
    period: str | None = None
    group: str | None = None
    product: str | None = None
    budget: str | None = None
    note: str | None = None

    def to_json(self) -> dict[str, Any]:
        """Return the task as plain data; optional columns only where they are filled."""
        data: dict[str, Any] = {
            "no": self.no,
            "content": self.content,
            "lead": self.lead,
            "partners": list(self.partners),
            "period": self.period,
        }
        for key in ("partners_raw", "group", "product", "budget", "note"):
            value = getattr(self, key)
            if value:
                data[key] = value
        return data


@dataclass(frozen=True, slots=True)
class Clause:
    """One paragraph of the body.

    Level 1 is a part ("I."), 2 a numbered clause ("1."), 3 a point ("a)"), 4 a dash, and 0
    plain text. `number` is the full address ("II.1.a"); `label` is what is printed.
    """

    level: int
    number: str
    label: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """A plan as read from a file."""

    issuing_body: str | None = None
    number: str | None = None
    date: dt.date | None = None
    title: str | None = None
    year: int | None = None
    tasks: tuple[TaskDraft, ...] = ()
    legal_bases: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    signer: Signer = Signer()
    body: tuple[Clause, ...] = ()
    findings: tuple[Finding, ...] = ()
    task_source: TaskSource = "none"
    superior_body: str | None = None
    """The upper line of a two-body letterhead (the People's Committee above a department)."""
    gaps: tuple[str, ...] = field(default=())
    """Places where rows of the table are missing, as seen while reading."""
    unread_tables: tuple[str, ...] = ()
    """Names of tables that are no list of tasks and were passed over."""

    def with_findings(self, findings: tuple[Finding, ...]) -> PlanDraft:
        """Return the same draft with these findings."""
        return replace(self, findings=findings)

    def to_json(self) -> dict[str, Any]:
        """Return the draft as plain data, dates as ISO text."""
        return {
            "issuing_body": self.issuing_body,
            "number": self.number,
            "date": self.date.isoformat() if self.date else None,
            "title": self.title,
            "year": self.year,
            "tasks": [task.to_json() for task in self.tasks],
            "legal_bases": list(self.legal_bases),
            "recipients": list(self.recipients),
            "signer": {
                "authority": self.signer.authority,
                "position": self.signer.position,
                "name": self.signer.name,
            },
            "body": [
                {
                    "level": clause.level,
                    "number": clause.number,
                    "label": clause.label,
                    "heading": clause.heading,
                    "text": clause.text,
                }
                for clause in self.body
            ],
            "findings": [
                {
                    "code": finding.code,
                    "severity": finding.severity,
                    "message": finding.message,
                    "where": finding.where,
                }
                for finding in self.findings
            ],
        }
