"""How fast papers are signed and verified, and whether any flipped byte slips through.

    python benchmarks/signing.py            # times
    python benchmarks/signing.py --flips    # every byte of a signature's container, minutes

Times are of this process alone, in milliseconds of processor time, median of ten; `verify`
is the whole child process on the clock. The flips change each byte of the container of a signed
decision twice (the bit that turns a letter's case, and another), and 2,000 bytes elsewhere.
"""

from __future__ import annotations

import re
import statistics
import sys
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from vinhdanh.documents import kind_named, render_pdf
from vinhdanh.documents.signing.acts import sign_attachment, sign_body, sign_person
from vinhdanh.documents.signing.examining import examine
from vinhdanh.documents.signing.keys import open_pkcs12
from vinhdanh.documents.signing.places import find_signature_space
from vinhdanh.documents.signing.specimens import specimen_seal, specimen_signature
from vinhdanh.documents.signing.testing_ca import TESTING_PASSPHRASE, new_root
from vinhdanh.documents.signing.verifying import verify

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS, FLIPS = 10, 2000
POSITION, NAME = "CHỦ TỊCH", "Hoàng Đức Thịnh"
AT, CHECKED = datetime(2024, 12, 20, tzinfo=UTC), datetime(2025, 6, 1, tzinfo=UTC)


def main() -> int:
    """Print the times, or flip bytes."""
    root = new_root()
    person = open_pkcs12(root.certify(NAME, "Xã"), TESTING_PASSPHRASE)
    body = open_pkcs12(root.certify("Xã", "Xã"), TESTING_PASSPHRASE)
    kind = kind_named("award_decision")
    paper = render_pdf(kind.build(kind.read(kind.example_json())))
    place = find_signature_space(paper, position=POSITION, name=NAME)
    scribble, seal, roots = specimen_signature(), specimen_seal(), [root.pem()]
    one = sign_person(paper, key=person, image=scribble, place=place, at=AT)
    two = sign_body(one, key=body, image=seal, at=AT)
    if "--flips" in sys.argv[1:]:
        return flips(one, roots)
    jobs: dict[str, Callable[[], object]] = {
        "find the place": lambda: find_signature_space(paper, position=POSITION, name=NAME),
        "sign, person": lambda: sign_person(paper, key=person, image=scribble, place=place, at=AT),
        "sign, body": lambda: sign_body(one, key=body, image=seal, at=AT),
        "sign, attachment": lambda: sign_attachment(paper, key=body, number="1/QĐ", at=AT),
        "examine two signatures": lambda: examine(two, roots, at=CHECKED),
    }
    for name, job in jobs.items():
        print(f"{name:26} {median_ms(job, time.process_time):6.0f} ms")
    print(f"{'verify, own process':26} {median_ms(lambda: verify(two, roots), time.time):6.0f} ms")
    return 0


def median_ms(job: Callable[[], object], clock: Callable[[], float]) -> float:
    """Return the median time of a job."""
    times = []
    for _ in range(ROUNDS):
        begin = clock()
        job()
        times.append((clock() - begin) * 1000)
    return statistics.median(times)


def flips(pdf: bytes, roots: list[bytes]) -> int:
    """Flip bytes, print the verdicts, and fail when one is not "changed"."""
    numbers = re.findall(rb"/ByteRange \[(\d+) (\d+) (\d+) (\d+)", pdf)[-1]
    dice = Random(1)  # noqa: S311
    gap = range(int(numbers[1]), int(numbers[2]))
    jobs = [(at, mask) for at in gap for mask in (0x20, 1 << dice.choice((0, 1, 2, 3, 4, 6, 7)))]
    jobs += [(dice.randrange(len(pdf)), 1 << dice.randrange(8)) for _ in range(FLIPS)]
    found: Counter[str] = Counter()
    for at, mask in jobs:
        damaged = bytearray(pdf)
        damaged[at] ^= mask
        found[examine(bytes(damaged), roots, at=CHECKED).verdict] += 1
    print(dict(found))
    return 0 if set(found) == {"changed"} else 1


if __name__ == "__main__":
    raise SystemExit(main())
