"""What a stored file was made of: template, facts, result."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from vinhdanh.documents.typesetting import TEMPLATES

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


_SOURCES: Final = ("*.py", "*.typ", "*.toml")


@dataclass(frozen=True, slots=True)
class Manifest:
    """Kept beside an issued file, so that its making can be shown later."""

    template: str
    template_sha256: str
    context_json: str
    output_sha256: str


def manifest(template: str, context: DataclassInstance, output: bytes) -> Manifest:
    """Return the manifest of a file made from a context.

    template is the name of a builder or layout, such as "award_decision". The hash covers
    every source that shapes the paper: Typst templates, layouts and tables, and the Python code
    of this package.
    """
    return Manifest(
        template=template,
        template_sha256=_sources_hash(),
        context_json=context_json(context),
        output_sha256=sha256(output).hexdigest(),
    )


def context_json(context: DataclassInstance) -> str:
    """Return a context as JSON: sorted keys, dates in ISO form, bytes by their hash."""
    return json.dumps(
        dataclasses.asdict(context), default=_plain, ensure_ascii=False, sort_keys=True
    )


def _plain(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return f"sha256:{sha256(value).hexdigest()}"
    raise TypeError(type(value).__name__)


def _sources_hash() -> str:
    package = TEMPLATES.parent
    digest = sha256()
    for path in sorted(one for ending in _SOURCES for one in package.rglob(ending)):
        digest.update(path.relative_to(package).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
