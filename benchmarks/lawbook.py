"""How long the law takes: reading the corpus, and judging ten thousand nominations.

    python benchmarks/lawbook.py

Prints milliseconds to load the corpus in fresh processes (target 150), cold (the first load after a
change: every file is read and checked) and kept (from the checked corpus), and seconds to assess
10,000 nominations of a commune with full explanations, on one core and on two (target 2).
"""

from __future__ import annotations

import datetime as dt
import multiprocessing
import random
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from vinhdanh.lawbook import Facts, assess, read_facts

RUNS = 10
NOMINATIONS = 10_000
CORES = 2
DAYS = (dt.date(2025, 12, 20), dt.date(2024, 12, 10), dt.date(2026, 3, 2), dt.date(2026, 10, 15))
LOAD = """
import sys, time
from pathlib import Path
from vinhdanh.lawbook import default_corpus
from vinhdanh.lawbook.loading import store
store.FOLDER = Path(sys.argv[1])
began, used = time.perf_counter(), time.process_time()
default_corpus()
print(1000 * (time.perf_counter() - began), 1000 * (time.process_time() - used))
"""
PERSONAL = {
    "lao-dong-tien-tien": 50,
    "chien-si-thi-dua-co-so": 15,
    "chien-si-thi-dua-tinh": 2,
    "giay-khen-ca-nhan": 12,
    "bang-khen-tinh-ca-nhan": 3,
}
COLLECTIVE = {
    "tap-the-lao-dong-tien-tien": 6,
    "tap-the-lao-dong-xuat-sac": 3,
    "giay-khen-tap-the": 3,
}
HOUSEHOLD = {"gia-dinh-van-hoa": 5, "giay-khen-ho-gia-dinh": 1}
GRADES = ("hoan-thanh-xuat-sac", "hoan-thanh-tot", "hoan-thanh-tot", "hoan-thanh")

Nomination = tuple[str, Facts, dt.date, str]


def main() -> int:
    """Print the figures."""
    with TemporaryDirectory() as folder:
        _tell("cold load", [_load(Path(folder, str(run))) for run in range(RUNS)])
        _tell("kept load", [_load(Path(folder, "0")) for _ in range(RUNS)])
    nominations = _nominations(NOMINATIONS, seed=2025)
    began, used = time.perf_counter(), time.process_time()
    met = _judge(nominations)
    seconds, used = time.perf_counter() - began, time.process_time() - used
    print(f"one core: {seconds:.2f} s, {NOMINATIONS / seconds:,.0f} a second; {met} met")
    print(f"      processor alone: {used:.2f} s")
    seconds = _together(nominations)
    print(f"{CORES} cores: {seconds:.2f} s, {NOMINATIONS / seconds:,.0f} a second")
    return 0


def _tell(what: str, loads: list[tuple[float, float]]) -> None:
    waits, works = zip(*loads, strict=True)
    print(f"{what}: median {statistics.median(waits):.0f} ms, best {min(waits):.0f} of {RUNS} runs")
    print(f"      processor alone: median {statistics.median(works):.0f} ms, best {min(works):.0f}")


def _load(kept: Path) -> tuple[float, float]:
    """Return the milliseconds on the clock and of the processor; others may be busy as well.

    Args:
        kept: the folder where the checked corpus is kept.
    """
    command = [sys.executable, "-c", LOAD, str(kept)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return float(told[0]), float(told[1])


def _together(nominations: list[Nomination]) -> float:
    """Return the seconds several processes take, each with its part in hand and the law read."""
    context = multiprocessing.get_context("fork")
    start = context.Barrier(CORES + 1)
    parts = [nominations[at::CORES] for at in range(CORES)]
    workers = [context.Process(target=_work, args=(start, part)) for part in parts]
    for each in workers:
        each.start()
    start.wait()
    began = time.perf_counter()
    for each in workers:
        each.join()
    return time.perf_counter() - began


def _work(start: Any, part: list[Nomination]) -> None:
    start.wait()
    _judge(part)


def _judge(nominations: list[Nomination]) -> int:
    met = 0
    for honour, facts, day, province in nominations:
        found = assess(honour, facts, as_of=day, province=province)
        met += found.verdict.value == "met"
    return met


def _nominations(count: int, *, seed: int) -> list[Nomination]:
    rng = random.Random(seed)  # noqa: S311 - no secret
    weights = {**PERSONAL, **COLLECTIVE, **HOUSEHOLD}
    chosen = rng.choices(list(weights), list(weights.values()), k=count)
    return [_nomination(honour, rng) for honour in chosen]


def _nomination(honour: str, rng: random.Random) -> Nomination:
    day = rng.choices(DAYS, (6, 2, 2, 1))[0]
    year = day.year if day.month == 12 else day.year - 1
    if honour in PERSONAL:
        found = _person(year, rng)
    else:
        found = _collective(rng) if honour in COLLECTIVE else {"recipient": "household"}
    found |= {"holds": [] if rng.random() < 0.97 else ["complaint"], "attested": True}
    province = "bac-ninh" if day >= dt.date(2025, 12, 15) and rng.random() < 0.3 else ""
    return honour, read_facts(found, as_of=day), day, province


def _person(year: int, rng: random.Random) -> dict[str, Any]:
    years = range(year - rng.randrange(5), year + 1)
    return {
        "recipient": "individual",
        "group": rng.choice(("official", "official", "worker")),
        "years": [
            {"year": each, "completion": rng.choice(GRADES), "absent_months": rng.choice((0, 0, 4))}
            for each in years
        ],
        "honours": [
            {"honour": honour, "year": each}
            for each in years
            if each < year
            for honour in ("lao-dong-tien-tien", "chien-si-thi-dua-co-so")
            if rng.random() < 0.6
        ],
        "initiatives": [
            {"year": each, "scope": "grassroots", "used_for": None}
            for each in years
            if rng.random() < 0.3
        ],
        "discipline": [],
    }


def _collective(rng: random.Random) -> dict[str, Any]:
    members = rng.randrange(3, 40)
    advanced = rng.randrange(members // 2, members + 1)
    return {
        "recipient": "collective",
        "members": members,
        "members_completing": members - (rng.random() < 0.1),
        "member_titles": {"lao-dong-tien-tien": advanced, "chien-si-thi-dua-co-so": advanced // 5},
        "completion": rng.choice(GRADES),
        "worst_discipline": rng.choice((None, None, "khien-trach", "canh-cao")),
        "honours": [],
    }


if __name__ == "__main__":
    raise SystemExit(main())
