"""How long the pack of a decision on 100 people takes, as one ZIP file.

    python benchmarks/pack.py

Needs no database: the papers are built from frozen facts, as they are after the queries.
Budget: 3 seconds on two cores.
"""

from __future__ import annotations

import datetime as dt
import os
import time
from dataclasses import replace
from zipfile import ZipFile

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vinhdanh.config.settings_test")
django.setup()

from vinhdanh.documents import (  # noqa: E402
    CertificateContext,
    award_decision,
    kind_named,
    render_certificates,
)
from vinhdanh.documents.kinds.achievement_summary import SummaryCase  # noqa: E402
from vinhdanh.reports.packs.archive import write_zip  # noqa: E402
from vinhdanh.reports.packs.crosscheck import Entry, Stated, disagreements  # noqa: E402
from vinhdanh.reports.packs.pack import Pack, Piece, rendered  # noqa: E402
from vinhdanh.reports.packs.papers import PaymentContext, payments  # noqa: E402

PEOPLE = 100
BUDGET = 3.0


def main() -> None:

    decision, letter, minutes, summary = (
        kind_named(name).example()
        for name in ("award_decision", "award_submission", "meeting_minutes", "achievement_summary")
    )
    names = [f"Nguyễn Văn Người {at}" for at in range(1, PEOPLE + 1)]
    person = decision.individuals[0]
    people = tuple(replace(person, name=name) for name in names)
    nominees = tuple(replace(letter.individuals[0], name=name) for name in names)
    votes = tuple(replace(minutes.results[0], name=name) for name in names)
    cases = tuple(
        SummaryCase(name=name, place=person.place, summary=person.achievement, honour=person.honour)
        for name in names
    )
    paid = PaymentContext(
        office=decision.paper.office,
        decision="Quyết định 08/QĐ-UBND",
        rows=tuple(Entry(name, person.honour, 540_000) for name in names),
        day=None,
        year=2024,
    )
    decided = replace(decision, individuals=people, collectives=(), households=())
    certificates = [
        CertificateContext(
            honour="Giấy khen",
            authority="Chủ tịch Ủy ban nhân dân xã Minh Tiến",
            recipient=name,
            recipient_place="Thôn Phạm Xá",
            citation="Đã có thành tích xuất sắc trong phong trào thi đua năm 2024",
            decision_symbol="QĐ-UBND",
            decision_number=8,
            date=dt.date(2024, 12, 20),
            place="Minh Tiến",
            position=("CHỦ TỊCH",),
            signer="Ngô Văn Quyên",
        )
        for name in names
    ]
    started = time.perf_counter()
    stated = [
        Stated("Biên bản họp", tuple(Entry(each.name, each.honour) for each in votes)),
        Stated("Quyết định", tuple(Entry(each.name, each.honour) for each in people)),
    ]
    pack = Pack(
        "Giấy tờ",
        (
            *rendered("Tờ trình", lambda: kind_named("award_submission").build(
                replace(letter, individuals=nominees, collectives=(), households=()))),
            *rendered("Báo cáo tóm tắt thành tích", lambda: kind_named("achievement_summary").build(
                replace(summary, cases=cases))),
            *rendered("Biên bản họp", lambda: kind_named("meeting_minutes").build(
                replace(minutes, results=votes))),
            *rendered("Quyết định", lambda: award_decision(decided)),
            *rendered("Danh sách nhận tiền thưởng", lambda: payments(paid)),
            Piece("Giấy khen", "pdf", lambda: render_certificates(certificates)),
        ),
        tuple(disagreements(stated)),
    )  # fmt: skip
    with write_zip(pack) as file:
        size = file.seek(0, 2)
        taken = time.perf_counter() - started
        count = len(ZipFile(file).namelist())
    verdict = "ok" if taken <= BUDGET else "TOO SLOW"
    print(f"{count} files of {PEOPLE} people, {size / 1e6:.1f} MB: {taken:.2f} s ({verdict})")


if __name__ == "__main__":
    main()
