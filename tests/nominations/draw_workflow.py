"""Draw the diagram of docs/workflows/nomination.md anew from its table.

DJANGO_SETTINGS_MODULE=vinhdanh.config.settings_test PYTHONPATH=src:. \
    python tests/nominations/draw_workflow.py
"""

from __future__ import annotations

import django

if __name__ == "__main__":
    django.setup()

    from tests.nominations.reviewed import FENCE, PAGE, diagram

    before = PAGE.read_text("utf-8").split(f"{FENCE}mermaid\n")[0]
    PAGE.write_text(f"{before}{FENCE}mermaid\n{diagram()}{FENCE}\n", "utf-8")
