"""Kill an act at random moments and look at what is left.

    python -m tests.crash.run counting closing --times 50 [--seed 1]

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
    parser.add_argument("worlds", nargs="+")
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))  # noqa: S311
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="crash-") as folder:
        os.environ["VINHDANH_DATA"] = folder
        os.environ["VINHDANH_TODAY"] = "2024-06-24"
        os.environ["DJANGO_SETTINGS_MODULE"] = "vinhdanh.config.settings"
        return _run(asked.worlds, asked.times, asked.seed)


def _run(names: list[str], times: int, seed: int) -> int:
    import django  # noqa: PLC0415 - the settings read the folder above

    django.setup()
    from tests.crash.killing import make_tables, prepared, tried  # noqa: PLC0415
    from tests.crash.world import CrashError  # noqa: PLC0415
    from tests.crash.worlds import WORLDS  # noqa: PLC0415

    try:
        make_tables()
        for name in names:
            prepared(WORLDS[name])
            score = tried(WORLDS[name], times, seed=seed)
            sys.stdout.write(
                f"{name}: killed {times} times; {score.nothing} left nothing, {score.part} some"
                f" whole steps, {score.whole} all of it; {score.acknowledged} steps had been"
                f" acknowledged; seed {seed}\n"
            )
    except CrashError as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
