"""Smells of files: too long, too big, left over, or tied to one machine."""

import re

from tests.project.repository import ROOT, tracked_files

SOURCE_LINES, TEST_LINES = 400, 500
BYTES = 3_000_000
GENERATED = re.compile(r"__pycache__|\.pyc$|\.egg-info|^var/|^\.venv/|\.sqlite3")
# A home or work folder at the start of a path: nothing a second machine would have.
MACHINE_PATH = re.compile(r"(?<![\w.:/}-])/(?:work|root|home/\w+)/")


def test_no_python_file_is_long() -> None:
    lengths = sorted(
        (
            (path.read_text().count("\n"), path.relative_to(ROOT).as_posix())
            for path in tracked_files()
            if path.suffix == ".py" and "migrations" not in path.parts
        ),
        reverse=True,
    )
    longest = "\n".join(f"{lines:5} {name}" for lines, name in lengths[:10])
    over = [name for lines, name in lengths if lines > _allowed(name)]

    assert over == [], f"Split {', '.join(over)}; the longest are:\n{longest}"


def _allowed(name: str) -> int:
    return TEST_LINES if name.startswith("tests/") else SOURCE_LINES


def test_no_file_is_big() -> None:
    big = [path for path in tracked_files() if path.stat().st_size > BYTES]

    assert big == []


def test_nothing_generated_is_tracked() -> None:
    names = [path.relative_to(ROOT).as_posix() for path in tracked_files()]

    assert [name for name in names if GENERATED.search(name)] == []


def test_no_path_of_one_machine() -> None:
    found = []
    for path in tracked_files():
        try:
            text = path.read_text()
        except UnicodeDecodeError:
            continue  # a font, a picture, a PDF
        for number, line in enumerate(text.splitlines(), start=1):
            if MACHINE_PATH.search(line):
                found.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}")

    assert found == []
