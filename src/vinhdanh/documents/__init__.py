"""Official documents and certificates: one typed model, PDF by Typst, Word by python-docx.

Needs no Django. A builder of `kinds` turns the facts of one kind of paper into an
`OfficialDocument`; `render_pdf` and `render_docx` turn that into files. Certificates have
their own layout. Every refusal is a `DocumentError` with a sentence for the reader.
"""

from __future__ import annotations

from vinhdanh.documents.certificate_example import example_certificates
from vinhdanh.documents.certificate_layout import CertificateLayout, CodeBox, TextBox
from vinhdanh.documents.certificate_layouts import (
    find_layout,
    layout_from_plain,
    layout_named,
    layout_names,
    plain_layout,
)
from vinhdanh.documents.certificates import (
    A4_LANDSCAPE,
    A5_LANDSCAPE,
    CertificateContext,
    render_certificates,
    render_grid,
)
from vinhdanh.documents.docx import render_docx
from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.facts import facts_json, read_facts, read_list
from vinhdanh.documents.forms import Form
from vinhdanh.documents.kind import Kind
from vinhdanh.documents.kinds.award_decision import AwardDecisionContext, award_decision
from vinhdanh.documents.kinds.award_list import AwardRecipient
from vinhdanh.documents.kinds.common import (
    Clause,
    FigureTable,
    Office,
    Paper,
    emulation_council,
    peoples_committee,
)
from vinhdanh.documents.kinds.meeting_minutes import (
    MeetingMinutesContext,
    Recusal,
    VoteResult,
    meeting_minutes,
)
from vinhdanh.documents.kinds.passages import Passage
from vinhdanh.documents.kinds.plan import PlanContext, PlanTask, plan
from vinhdanh.documents.kinds.sessions import Absence, Attendee
from vinhdanh.documents.kinds.six_month_report import SixMonthReportContext, six_month_report
from vinhdanh.documents.manifest import Manifest, manifest
from vinhdanh.documents.marks import Circulation, Contact, Marks, Secrecy, Urgency
from vinhdanh.documents.model import (
    Appendix,
    Column,
    GroupRow,
    HeadCell,
    Header,
    Heading,
    ItemList,
    Level,
    Marker,
    OfficialDocument,
    PageBreak,
    Paragraph,
    Row,
    Run,
    Signature,
    SignatureGrid,
    Table,
    WritingLines,
    article,
    centred,
    paragraph,
)
from vinhdanh.documents.pdf import render_pdf
from vinhdanh.documents.preview import page_count, preview_png
from vinhdanh.documents.registry import kind_named, kinds
from vinhdanh.documents.texts import document_text

__all__ = [
    "A4_LANDSCAPE",
    "A5_LANDSCAPE",
    "Absence",
    "Appendix",
    "Attendee",
    "AwardDecisionContext",
    "AwardRecipient",
    "CertificateContext",
    "CertificateLayout",
    "Circulation",
    "Clause",
    "CodeBox",
    "Column",
    "Contact",
    "DocumentError",
    "FigureTable",
    "Form",
    "GroupRow",
    "HeadCell",
    "Header",
    "Heading",
    "ItemList",
    "Kind",
    "Level",
    "Manifest",
    "Marker",
    "Marks",
    "MeetingMinutesContext",
    "Office",
    "OfficialDocument",
    "PageBreak",
    "Paper",
    "Paragraph",
    "Passage",
    "PlanContext",
    "PlanTask",
    "Recusal",
    "Row",
    "Run",
    "Secrecy",
    "Signature",
    "SignatureGrid",
    "SixMonthReportContext",
    "Table",
    "TextBox",
    "Urgency",
    "VoteResult",
    "WritingLines",
    "article",
    "award_decision",
    "centred",
    "document_text",
    "emulation_council",
    "example_certificates",
    "facts_json",
    "find_layout",
    "kind_named",
    "kinds",
    "layout_from_plain",
    "layout_named",
    "layout_names",
    "manifest",
    "meeting_minutes",
    "page_count",
    "paragraph",
    "peoples_committee",
    "plain_layout",
    "plan",
    "preview_png",
    "read_facts",
    "read_list",
    "render_certificates",
    "render_docx",
    "render_grid",
    "render_pdf",
    "six_month_report",
]
