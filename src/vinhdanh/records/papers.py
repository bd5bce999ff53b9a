"""From records to printed papers: whose letterhead it is, and which files are kept."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from vinhdanh.documents import Header, Office, manifest, peoples_committee, render_docx, render_pdf
from vinhdanh.records.content import FileContent
from vinhdanh.records.enums import FileFormat

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from vinhdanh.documents import OfficialDocument as Paper
    from vinhdanh.organizations.models import Unit

COMMITTEE = "Ủy ban nhân dân "


def office_of(body: Unit, *, symbol: str = "") -> Office:
    """Return the letterhead of a body.

    Args:
        body: the issuing body.
        symbol: the document's symbol, whose last part is the body's code ("KH-UBND").
    """
    if body.name.startswith(COMMITTEE):
        office = peoples_committee(body.name.removeprefix(COMMITTEE), place=body.place)
    else:
        office = Office(
            name=body.name,
            code="",
            place=body.place,
            header=Header(issuer=(body.name.upper(),)),
        )
    code = symbol.partition("-")[2]
    return replace(office, code=code) if code else office


def locality_of(body: Unit) -> str:
    """Return "xã Minh Tiến" of its People's Committee."""
    return body.name.removeprefix(COMMITTEE)


def files_of(
    paper: Paper, *, kind: str, context: DataclassInstance, title: str
) -> list[FileContent]:
    """Return the PDF and the Word file of a paper, each with the manifest of its making."""
    files = []
    for ending, data in (
        (FileFormat.PDF, render_pdf(paper)),
        (FileFormat.DOCX, render_docx(paper)),
    ):
        made = manifest(kind, context, data)
        files.append(
            FileContent(
                format=ending,
                title=f"{title}.{ending}",
                data=data,
                manifest={
                    "template": made.template,
                    "template_sha256": made.template_sha256,
                    "context": json.loads(made.context_json),
                    "output_sha256": made.output_sha256,
                },
            )
        )
    return files
