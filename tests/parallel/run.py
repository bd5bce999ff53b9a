"""Let many act at once on a SQLite file of its own; print what was found as JSON.

VINHDANH_DATA=… DJANGO_SETTINGS_MODULE=vinhdanh.config.settings python -m tests.parallel.run pairs
"""

from __future__ import annotations

import json
import sys


def main(name: str) -> None:
    """Make the tables, do what the name says."""
    import django  # noqa: PLC0415

    django.setup()

    from django.apps import apps  # noqa: PLC0415
    from django.conf import settings  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415
    from tests.parallel.pairs import two_at_once  # noqa: PLC0415
    from tests.parallel.votes import vote_together  # noqa: PLC0415

    settings.TODAY = "2024-06-24T08:30"
    with connection.schema_editor() as editor:  # ten times faster than every migration
        for model in apps.get_models():
            editor.create_model(model)
    found = {"votes": vote_together, "pairs": two_at_once}[name]()
    print(json.dumps(found))  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1])
