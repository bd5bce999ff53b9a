"""How long a list of 10,000 rows takes to read: `python benchmarks/lists.py`."""

from __future__ import annotations

import datetime as dt
import time
import tracemalloc

from vinhdanh.intake.lists import NOMINATIONS, PEOPLE, ListSchema, read_list, write_list

ROWS = 10_000
_FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Vũ", "Đặng", "Bùi", "Đỗ", "Hoàng", "Ngô")
_GIVEN = ("An", "Bình", "Cường", "Dung", "Giang", "Hạnh", "Khánh", "Liên", "Minh", "Nga")


def people() -> list[dict[str, object]]:
    return [
        {
            "name": f"{_FAMILY[at % 10]} Văn {_GIVEN[at // 10 % 10]} {_GIVEN[at // 100 % 10]}",
            "birth_date": dt.date(1950, 1, 1) + dt.timedelta(days=at * 2),
            "sex": "male" if at % 2 else "female",
            "position": "Nông dân",
            "unit": f"Thôn {at % 40}",
            "group": "worker",
            "is_direct_worker": True,
        }
        for at in range(ROWS)
    ]


def nominations() -> list[dict[str, object]]:
    return [
        {
            "name": row["name"],
            "kind": "individual",
            "position": "Trưởng thôn",
            "unit": row["unit"],
            "title": "Lao động tiên tiến",
            "achievement": f"Hoàn thành tốt nhiệm vụ số {at} trong phong trào thi đua",
            "period": "2024",
        }
        for at, row in enumerate(people())
    ]


def measure(schema: ListSchema, rows: list[dict[str, object]]) -> None:
    began = time.process_time()
    data = write_list(schema, rows)
    written = time.process_time()
    draft = read_list(data, "danh-sach.xlsx", schema=schema)
    read = time.process_time()
    assert len(draft.rows) == len(rows)
    tracemalloc.start()
    read_list(data, "danh-sach.xlsx", schema=schema)
    peak = tracemalloc.get_traced_memory()[1] / 1024 / 1024
    tracemalloc.stop()
    print(
        f"{schema.key}: {len(rows)} rows, {len(data) / 1024:.0f} KB; written in "
        f"{written - began:.2f} s, read in {read - written:.2f} s, {peak:.0f} MB at most"
    )


if __name__ == "__main__":
    measure(PEOPLE, people())
    measure(NOMINATIONS, nominations())
