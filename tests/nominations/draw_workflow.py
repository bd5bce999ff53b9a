"""Draw the diagrams of docs/workflows/nomination.md anew from its tables.

DJANGO_SETTINGS_MODULE=vinhdanh.config.settings_test PYTHONPATH=src:. \
    python tests/nominations/draw_workflow.py
"""

from __future__ import annotations

import django

if __name__ == "__main__":
    django.setup()

    from tests.nominations.reviewed import PAGE, drawn_page

    PAGE.write_text(drawn_page(), "utf-8")
