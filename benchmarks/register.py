"""How long a search of the register takes among a million honours, as query and as page.

    python benchmarks/register.py [--honours 1000000]                     SQLite, in a file
    python tests/postgres.py python benchmarks/register.py                PostgreSQL

Makes a throw-away database: one body with most of the honours, so that the filter by body does
not help, and a hundred small ones. Budget: 200 ms for every search and every page, median, warm;
12 queries a page. Beside the time stands the processor's own, of this process alone: on SQLite
all the work, on PostgreSQL without the server's.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import random
import sys
import tempfile
import time
from http import HTTPStatus
from itertools import islice
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

os.environ["VINHDANH_DATA"] = tempfile.mkdtemp(prefix="vinhdanh-register-")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vinhdanh.config.settings_test")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.urls import reverse  # noqa: E402
from tests.factories.accounts import make_actor  # noqa: E402
from tests.factories.organizations import make_body, make_person, make_unit  # noqa: E402

from vinhdanh.accounts.enums import Role  # noqa: E402
from vinhdanh.decisions.enums import DecisionKind, DecisionState  # noqa: E402
from vinhdanh.decisions.models import Decision, Honour  # noqa: E402
from vinhdanh.decisions.queries.honours import found_for  # noqa: E402
from vinhdanh.decisions.queries.search import Asked  # noqa: E402
from vinhdanh.decisions.search_index import install, remove  # noqa: E402
from vinhdanh.decisions.search_words import index_words  # noqa: E402
from vinhdanh.organizations.services.recipients import recipient_for_person  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.organizations.models import Unit

BUDGET = 200.0
MOST_QUERIES = 12
TIMES = 9
PAGE = 50
FAMILY = "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đào Đoàn".split()  # noqa: SIM905
SHARES = [38, 12, 10, 7, 5, 3, 4, 3, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1]
MIDDLE = "Văn Thị Hữu Đức Thanh Minh Quang Ngọc Thu Xuân Đình Công Bá Kim Hồng Tuấn".split()  # noqa: SIM905
GIVEN = (  # noqa: SIM905
    "An Anh Bình Châu Chi Cường Dung Dũng Duy Đạt Đức Giang Hà Hải Hạnh Hiền Hiếu Hoa Hòa Hoàng"
    " Hùng Hương Huy Khánh Lan Liên Linh Loan Long Mai Mạnh Nam Nga Ngân Nhung Oanh Phúc Phương"
    " Quân Quyên Sơn Tâm Thắng Thảo Thu Thủy Tín Toàn Trang Trung Tú Tuấn Uyên Vân Việt Vinh Yến"
).split()
KINDS = ("giay-khen-ca-nhan", "lao-dong-tien-tien", "chien-si-thi-dua-co-so", "bang-khen-tinh")
HONOURS = tuple(zip(KINDS, ("Giấy khen", "Lao động tiên tiến", "Chiến sĩ thi đua cơ sở",
                            "Bằng khen"), strict=True))  # fmt: skip
RARE = "Đinh Trọng Khuê"
TOGETHER = 40
"""Honours of one decision that are written at once; decisions come in any order of days."""


def main() -> int:
    """Fill the database, measure, print; return 1 where a search is over the budget."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--honours", type=int, default=1_000_000)
    number = parser.parse_args().honours
    if connection.vendor == "sqlite":
        place = Path(os.environ["VINHDANH_DATA"]) / "register.sqlite3"
        settings.DATABASES["default"]["TEST"]["NAME"] = str(place)
    connection.creation.create_test_db(verbosity=0)
    began = time.perf_counter()
    actor, unit = fill(number)
    print(f"{connection.vendor}, {number:,} honours, made in {time.perf_counter() - began:.0f} s")
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors; page 1, 2, 20; found")
    slow = [name for name, asked in searches(unit).items() if not measured(actor, name, asked)]
    fits = paged(actor, unit)
    connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)
    return int(bool(slow) or not fits)


def searches(unit: Unit) -> dict[str, Asked]:
    """Return what is asked, each with the name it is printed under."""
    return {
        "nothing": Asked(),
        "rare name": Asked(words="dinh trong khue"),
        "rare name, diacritics": Asked(words="Đinh Trọng Khuê"),
        "common word": Asked(words="nguyen"),
        "common word, diacritics": Asked(words="Nguyễn"),
        "three words": Asked(words="nguyen van duc"),
        "three words, diacritics": Asked(words="Nguyễn Văn Đức"),
        "three words, seldom together": Asked(words="ly ba uyen"),
        "prefix": Asked(words="tran th"),
        "one letter": Asked(words="n"),
        "unit": Asked(units=(unit.pk,)),
        "unit and word": Asked(words="nguyen", units=(unit.pk,)),
        "unit and three words": Asked(words="nguyen van duc", units=(unit.pk,)),
        "honour": Asked(honours=("bang-khen-tinh",)),
        "two honours and word": Asked(words="nguyen", honours=KINDS[:2]),
        "source nothing has": Asked(source="above"),
        "revoked, none is": Asked(is_revoked=True),
        "word, year, kind, standing": Asked(
            words="hoa", years=(2010,), kind="individual", is_revoked=False
        ),
        "old year": Asked(years=(1996,)),
        "old year and three words": Asked(words="nguyen van duc", years=(1996,)),
        "two old years": Asked(years=(1996, 1999)),
        "nobody": Asked(words="khong co ai ca"),
    }


PAGES = (
    "", "?q=nguyen", "?q=nguyen&page=2", "?q=nguyen+van+duc", "?q=Nguyễn+Văn+Đức",
    "?q=Nguyễn+Văn+Đức&page=2", "?q=dinh+trong+khue", "?q=tran+th", "?q=khong+co+ai+ca",
    "?q=nguyen&year=2010", "?year=1996", "?honour=Giấy+khen", "?kind=individual&q=hoa",
)  # fmt: skip
"""What pages of the register are asked for, beside one of a unit."""


def measured(actor: Actor, name: str, asked: Asked) -> bool:
    """Print the medians of the first, second and twentieth page; tell whether all fit."""

    def page(number: int) -> Callable[[], int]:
        def read() -> int:
            found = found_for(actor, asked)
            start = (number - 1) * PAGE
            return len(found) and len(found[start : min(start + PAGE, len(found))])

        return read

    taken = [timed(page(number)) for number in (1, 2, 20)]
    fits = max(wall for wall, _ in taken) <= BUDGET
    figures = "  ".join(f"{wall:6.1f} ({own:5.1f})" for wall, own in taken)
    print(f"{name:28} {figures}  {len(found_for(actor, asked)):5}" + ("" if fits else "  OVER"))
    return fits


def paged(actor: Actor, unit: Unit) -> bool:
    """Print what whole pages cost; tell whether all fit."""
    client, fits = Client(), []
    client.force_login(actor.user)
    for query in (*PAGES, f"?unit={unit.pk}"):
        url = reverse("register") + query
        with CaptureQueriesContext(connection) as seen:
            answer = client.get(url)
        asked = len(seen)  # the next request empties what is seen
        assert answer.status_code == HTTPStatus.OK
        wall, own = timed(lambda url=url: client.get(url))  # type: ignore[misc]
        fits.append(wall <= BUDGET and asked <= MOST_QUERIES)
        over = "" if fits[-1] else "  OVER"
        print(f"page {query:32} {wall:6.1f} ({own:5.1f}) ms, {asked:2} queries{over}")
    return all(fits)


def timed(act: Callable[[], object]) -> tuple[float, float]:
    """Return the median milliseconds, of the clock and of this process; the first run left out."""
    act()
    walls, owns = [], []
    for _ in range(TIMES):
        began, worked = time.perf_counter(), time.process_time()
        act()
        walls.append((time.perf_counter() - began) * 1000)
        owns.append((time.process_time() - worked) * 1000)
    return median(walls), median(owns)


def fill(number: int) -> tuple[Actor, Unit]:
    """Fill the register; return who reads it and a small unit."""
    body = make_body("Ủy ban nhân dân xã Minh Tiến", place="Minh Tiến")
    others = [make_body(f"Ủy ban nhân dân xã số {at}") for at in range(100)]
    units = [make_unit(body, f"Thôn {at}") for at in range(200)]
    actor = make_actor("lan", make_person(body, "Trần Thị Lan"), (body, Role.CLERK))
    with connection.schema_editor() as editor:
        remove(None, editor)
    rows = honours(number, body, others, units)
    columns = [field.column for field in Honour._meta.concrete_fields if not field.primary_key]  # noqa: SLF001
    statement = (
        f"INSERT INTO decisions_honour ({', '.join(map(connection.ops.quote_name, columns))})"  # noqa: S608
        f" VALUES ({', '.join(['%s'] * len(columns))})"
    )
    with transaction.atomic(), connection.cursor() as cursor:
        while batch := list(islice(rows, 10_000)):
            cursor.executemany(statement, [[row[each] for each in columns] for row in batch])
    with connection.schema_editor() as editor:
        install(None, editor)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return actor, units[3]


def honours(
    number: int, body: Unit, others: list[Unit], units: list[Unit]
) -> Iterator[dict[str, object]]:
    """Yield honours of thirty years, one in ten of another body; a decision's come together."""
    luck = random.Random(7)  # noqa: S311 - the same every time
    decisions = {each.pk: _decisions(each) for each in (body, *others)}
    recipients = {
        each.pk: recipient_for_person(make_person(each, "Người nhận")) for each in (body, *others)
    }
    for at in range(number):
        if at % TOGETHER == 0:
            owner = body if luck.random() < 0.9 else luck.choice(others)
            decision = luck.choice(decisions[owner.pk])
        (family,) = luck.choices(FAMILY, SHARES)
        name = f"{family} {luck.choice(MIDDLE)} {luck.choice(GIVEN)}"
        slug, called = luck.choice(HONOURS)
        name = RARE if at % (number // 5) == 1 else name
        detail = f"Thôn {luck.randint(1, 200)}"
        yield {
            "body_id": owner.pk,
            "decision_id": decision.pk,
            "nomination_id": None,
            "source": "old",
            "kind": "merit",
            "year": decision.decided_on.year,
            "recipient_id": recipients[owner.pk].pk,
            "unit_id": units[min(int(luck.expovariate(0.02)), 199)].pk if owner == body else None,
            "recipient_kind": "individual",
            "recipient_name": name,
            "recipient_detail": detail,
            "honour": slug,
            "honour_name": called,
            "achievement": "Hoàn thành tốt nhiệm vụ",
            "period": "Năm",
            "decided_on": decision.decided_on,
            "order": at,
            "book_number": None,
            "revoked_on": None,
            "revoked_by_id": None,
            "prize_amount": None,
            "prize_source": "",
            "words": index_words(f"{name} {detail}"),
        }


def _decisions(body: Unit) -> list[Decision]:
    return Decision.objects.bulk_create(
        Decision(
            body=body,
            kind=DecisionKind.EXTERNAL,
            merit="đã có thành tích",
            state=DecisionState.ISSUED,
            decided_on=dt.date(1995, 1, 15) + dt.timedelta(days=11 * at),
            issuer="Ủy ban nhân dân tỉnh",
            external_code=f"{at}/QĐ",
        )
        for at in range(1000)
    )


if __name__ == "__main__":
    sys.exit(main())
