"""How fast the list of nominations is among many: 50 rows, filtered and searched.

    python benchmarks/nominations.py            # 100,000 nominations on SQLite in a new folder
    python tests/postgres.py python benchmarks/nominations.py                     on PostgreSQL

Target on the 2-core reference machine: 150 ms and 12 queries a page, the filter and the search
alike. The processor's own time stands beside it, for a machine that is busy with other things
(on PostgreSQL without the server's).
Rows are written past the services, pages are asked for through Django's test client, so that
middleware, queries and templates all count.
"""

from __future__ import annotations

import datetime as dt
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

MANY, LISTS, PEOPLE, ROUNDS = 100_000, 2_000, 5_000, 9
MOST_MS, MOST_QUERIES = 150, 12
PAGES = {
    "first page": "",
    "last page counted": "?page=20",
    "one state": "?state=appraised",
    "one kind and honour": "?kind=merit&honour=giay-khen-ca-nhan",
    "late": "?late=1",
    "search without diacritics": "?q=nguyen+van+712",
    "search with diacritics": "?q=nguyễn+đức",
    "search of nobody": "?q=khongcoai",
}


def main() -> int:
    """Fill a database, ask for each page, print the figures; 1 where a target is missed."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "vinhdanh.config.settings_test"
    with tempfile.TemporaryDirectory() as folder:
        import django  # noqa: PLC0415

        django.setup()
        from django.conf import settings  # noqa: PLC0415
        from django.db import connection  # noqa: PLC0415

        if connection.vendor == "sqlite":
            settings.DATABASES["default"]["TEST"]["NAME"] = f"{folder}/bench.sqlite3"
        settings.ALLOWED_HOSTS = ["*"]
        settings.TODAY = "2024-06-24T08:00"
        connection.creation.create_test_db(verbosity=0)
        clerk = fill()
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        print(f"{connection.vendor}, load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
        missed = measure(clerk)
        connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)
        return missed


def fill() -> object:
    """Write a commune with its nominations; return the clerk."""
    from tests.scenarios.commune import YEAR, build_commune  # noqa: PLC0415

    from vinhdanh.kernel.text import fold, one_spelling  # noqa: PLC0415
    from vinhdanh.nominations.enums import CommendationKind, NominationState  # noqa: PLC0415
    from vinhdanh.nominations.models import Nomination, Submission  # noqa: PLC0415
    from vinhdanh.organizations.models import Person, Recipient  # noqa: PLC0415

    commune = build_commune()
    body, user = commune.body, commune.village_head.user
    now = dt.datetime.now(dt.UTC)
    names = [f"{'Nguyễn Văn' if n % 3 else 'Nguyễn Đức'} {n}" for n in range(PEOPLE)]
    people = Person.objects.bulk_create(
        Person(body=body, full_name=name, folded_name=fold(name)) for name in names
    )
    recipients = Recipient.objects.bulk_create(
        Recipient(body=body, kind="individual", person=each, name=each.full_name) for each in people
    )
    kinds, states = list(CommendationKind), list(NominationState)
    lists = Submission.objects.bulk_create(
        Submission(
            body=body, unit=commune.units[n % 4], year=YEAR, kind=kinds[n % len(kinds)],
            title=f"Danh sách {n}", created_by=user, created_at=now, sent_on=dt.date(2024, 3, 1),
        )
        for n in range(LISTS)
    )  # fmt: skip
    rows = []
    for n in range(MANY):
        recipient = recipients[n % PEOPLE]
        words = f" {recipient.name} Nông dân Giấy khen"
        state = states[n % len(states)]
        rows.append(
            Nomination(
                submission=lists[n % LISTS], body=body, order=n // LISTS + 1, year=YEAR,
                recipient=recipient, recipient_detail="Nông dân", honour="giay-khen-ca-nhan",
                honour_name="Giấy khen", achievement="Hiến đất", period=f"kỳ {n}",
                period_key=f"ky {n}", state=state, state_since=dt.date(2024, 6, 1),
                is_decided_above=state in ("forwarded", "returned_above", "refused_above"),
                due_on=dt.date(2024, 6, 1 + n % 28),
                folded=f" {fold(words)}", exact=one_spelling(words),
            )
        )  # fmt: skip
    Nomination.objects.bulk_create(rows, batch_size=2_000)
    return commune.clerk


def measure(clerk: object) -> int:
    """Ask for every page some times; print the median, the queries, and whether they hold."""
    from django.db import connection  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415
    from django.urls import reverse  # noqa: PLC0415

    client, url, missed = Client(), reverse("nominations"), 0
    client.force_login(clerk.user)  # type: ignore[attr-defined]
    client.get(url)
    print(f"{MANY:,} nominations; target {MOST_MS} ms, {MOST_QUERIES} queries")
    for name, query in PAGES.items():
        with CaptureQueriesContext(connection) as queries:
            response = client.get(url + query)
        asked = len(queries)
        assert response.status_code == 200
        spent, worked = [], []
        for _ in range(ROUNDS):
            start, begun = time.perf_counter(), time.process_time()
            client.get(url + query)
            spent.append((time.perf_counter() - start) * 1000)
            worked.append((time.process_time() - begun) * 1000)
        middle, own = statistics.median(spent), statistics.median(worked)
        holds = middle <= MOST_MS and asked <= MOST_QUERIES
        missed += not holds
        rows, mark = response.content.count(b'<th scope="row">'), "" if holds else "  MISSED"
        print(
            f"{name:28} {middle:6.0f} ms (processor {own:.0f} ms) {asked:3} queries"
            f" {rows:3} rows{mark}"
        )
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
