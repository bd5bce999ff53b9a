"""Kill an act at random moments and look at what is left.

    python -m tests.crash.run counting --times 50 [--seed 1]

Works in a temporary folder on SQLite, or on the cluster of DATABASE_URL (tests/postgres.py).
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile


def main() -> int:
    """Run and print the score; 1 where a crash left something half-done."""
    parser = argparse.ArgumentParser()
    parser.add_argument("world")
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))  # noqa: S311
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="crash-") as folder:
        os.environ["VINHDANH_DATA"] = folder
        os.environ["VINHDANH_TODAY"] = "2024-06-24"
        os.environ["DJANGO_SETTINGS_MODULE"] = "vinhdanh.config.settings"
        return _run(asked.world, asked.times, asked.seed)


def _run(name: str, times: int, seed: int) -> int:
    import django  # noqa: PLC0415 - the settings read the folder above

    django.setup()
    from tests.crash.databases import make_base  # noqa: PLC0415
    from tests.crash.killing import prepared, tried  # noqa: PLC0415
    from tests.crash.world import CrashError  # noqa: PLC0415
    from tests.crash.worlds import WORLDS  # noqa: PLC0415

    world = WORLDS[name]
    make_base()
    try:
        prepared(world)
        score = tried(world, times, seed=seed)
    except CrashError as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    sys.stdout.write(
        f"{name}: killed {times} times; {score.nothing} left nothing, {score.part} some whole"
        f" steps, {score.whole} all of it; {score.acknowledged} steps had been acknowledged;"
        f" seed {seed}\n"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
