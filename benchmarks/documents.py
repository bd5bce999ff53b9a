"""How fast papers are made, and in how much memory, each in a process of its own.

    python benchmarks/documents.py

500 certificates in one PDF (target: 5 seconds, 300 MB), each with a code of its own; a plan
of four pages, warm (target: 0.3 seconds); a pack of a decision with 100 names: decision and
list as PDF and Word, 100 certificates (target: 3 seconds). Beside them the plan by LibreOffice
(from our Word file) and by WeasyPrint (from plain HTML of the same text), where installed.
"""

from __future__ import annotations

import html
import multiprocessing
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from importlib import import_module, util
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from vinhdanh.documents import (
    AwardDecisionContext,
    CertificateContext,
    OfficialDocument,
    PlanContext,
    award_decision,
    document_text,
    kinds,
    page_count,
    plan,
    read_list,
    render_certificates,
    render_docx,
    render_pdf,
)
from vinhdanh.documents.kinds.common import Clause

if TYPE_CHECKING:
    from collections.abc import Callable

CERTIFICATES, NAMES, ROUNDS = 500, 100, 10
EXAMPLE = "src/vinhdanh/documents/data/certificates.json"


def main() -> int:
    """Run everything and print the figures."""
    targets = {
        "500 certificates, one PDF": (five_hundred_certificates, "≤ 5 s, ≤ 300 MB"),
        "plan of four pages, warm": (warm_plan, "≤ 0.3 s"),
        "pack of 100 names": (pack, "≤ 3 s"),
        "the plan by LibreOffice": (by_libreoffice, ""),
        "the plan by WeasyPrint": (by_weasyprint, ""),
    }
    for name, (job, target) in targets.items():
        print(f"{name:28} {measured(job):40} {target}", flush=True)
    return 0


def measured(job: Callable[[], str]) -> str:
    """Run a job in a fresh process and return what it says with its peak memory."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        said, memory = pool.apply(_with_memory, (job,))
    return f"{said}  {memory:.0f} MB" if said[0].isdigit() else said


def _with_memory(job: Callable[[], str]) -> tuple[str, float]:
    said = job()
    return said, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def certificates(count: int) -> list[CertificateContext]:
    """Return certificates of different names, each with an address to check it."""
    text = (Path(__file__).resolve().parent.parent / EXAMPLE).read_text(encoding="utf-8")
    examples = read_list(text, CertificateContext)
    return [
        replace(
            examples[at % len(examples)],
            recipient=f"{examples[at % len(examples)].recipient} {at}",
            book_number=f"{at:04d}",
            check_address=f"https://xa.example.vn/kiem-tra/{at:04d}-K7Q2M",
            check_code=f"{at:04d}-K7Q2M",
        )
        for at in range(count)
    ]


def five_hundred_certificates() -> str:
    """Make the batch, from a cold start of the library."""
    given = certificates(CERTIFICATES)
    began = time.perf_counter()
    pdf = render_certificates(given)
    return f"{time.perf_counter() - began:.2f} s, {len(pdf) / 1e6:.1f} MB"


def long_plan() -> OfficialDocument:
    """Return the example plan with text and tasks for four pages."""
    context: PlanContext = kinds()["plan"].example()
    text = "Các ngành, đoàn thể, các thôn tổ chức phong trào thi đua thiết thực, hiệu quả. " * 4
    clauses = tuple(Clause(number=f"{at}.", text=text) for at in range(1, 13))
    return plan(replace(context, clauses=clauses, tasks=context.tasks * 2))


def warm_plan() -> str:
    """Make the plan once to warm up, then the mean of ten, each with another text."""
    document = long_plan()
    pages = page_count(render_pdf(document))
    began = time.perf_counter()
    for at in range(ROUNDS):
        render_pdf(replace(document, number=at + 20))
    return f"{(time.perf_counter() - began) / ROUNDS:.3f} s, {pages} pages"


def pack() -> str:
    """Make decision and list as PDF and Word, and a certificate for each name."""
    context: AwardDecisionContext = kinds()["award_decision"].example()
    one = context.individuals[0]
    people = tuple(replace(one, name=f"{one.name} {at}") for at in range(NAMES))
    document = award_decision(replace(context, individuals=people))
    given = certificates(NAMES)
    began = time.perf_counter()
    render_pdf(document)
    render_docx(document)
    render_certificates(given)
    return f"{time.perf_counter() - began:.2f} s"


def by_libreoffice() -> str:
    """Convert our Word file of the plan."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        return "not installed"
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "plan.docx"
        source.write_bytes(render_docx(long_plan()))
        profile = f"-env:UserInstallation=file://{folder}/profile"
        began = time.perf_counter()
        command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", folder]
        subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=120)
        return f"{time.perf_counter() - began:.2f} s"


def by_weasyprint() -> str:
    """Print the same text as paragraphs of HTML."""
    if util.find_spec("weasyprint") is None:
        return "not installed"
    text = "".join(f"<p>{html.escape(line)}</p>" for line in document_text(long_plan()))
    module = import_module("weasyprint")
    began = time.perf_counter()
    module.HTML(string=f"<html lang=vi>{text}</html>").write_pdf()
    return f"{time.perf_counter() - began:.2f} s"


if __name__ == "__main__":
    raise SystemExit(main())
