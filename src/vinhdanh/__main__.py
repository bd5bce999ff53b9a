"""`python -m vinhdanh` is the `vinhdanh` command."""

from __future__ import annotations

from vinhdanh.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
