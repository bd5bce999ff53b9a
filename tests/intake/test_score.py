"""The reader against real plans with keys, kept beside the repository; the seed is copied here."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from vinhdanh.intake import read_plan
from vinhdanh.kernel.text import squeeze

_SHARED = Path(__file__).resolve().parents[2].parent / "shared"
_CASES = (
    ("seed/ke-hoach-11-KH-UBND-minh-tien-2024.txt", "seed/expected.json", 0.98),
    (
        "plans/001-hcmc-172-luat-viec-lam.txt",
        "plans/001-hcmc-172-luat-viec-lam.expected.json",
        0.80,
    ),
    (
        "plans/005-dongthap-617-cds-doanh-nghiep.txt",
        "plans/005-dongthap-617-cds-doanh-nghiep.expected.json",
        0.90,
    ),
    (
        "plans/007-nghean-980-phong-thu-dan-su.txt",
        "plans/007-nghean-980-phong-thu-dan-su.expected.json",
        0.90,
    ),
)


def fields_of(plan: dict[str, Any]) -> dict[str, Any]:
    """Return every scored fact of a plan under its own name."""
    facts = {key: plan[key] for key in ("issuing_body", "number", "date", "title", "year")}
    facts |= {f"signer.{key}": value for key, value in plan["signer"].items()}
    for key in ("legal_bases", "recipients"):
        facts |= {f"{key}.{at}": text for at, text in enumerate(plan[key])}
    for at, task in enumerate(plan["tasks"]):
        facts |= {
            f"task {at}.{key}": task.get(key)
            for key in ("no", "content", "lead", "partners", "period", "product")
        }
    return facts


def same(value: Any) -> Any:
    """Return a value in the form in which it is compared: squeezed, without a final full stop."""
    if isinstance(value, str):
        return squeeze(value).rstrip(" .;")
    if isinstance(value, list):
        return [same(item) for item in value]
    return value


@pytest.mark.parametrize(("plan", "key", "floor"), _CASES, ids=[case[0] for case in _CASES])
def test_reader_scores_against_its_key(plan: str, key: str, floor: float) -> None:
    if not (_SHARED / plan).exists():
        pytest.skip(f"no {plan} beside the repository")
    wanted = fields_of(json.loads((_SHARED / key).read_text("utf-8")))
    got = fields_of(read_plan(_SHARED / plan).to_json())
    names = wanted.keys() | got.keys()
    wrong = sorted(name for name in names if same(wanted.get(name)) != same(got.get(name)))
    share = 1 - len(wrong) / len(names)
    print(f"\n{plan}: {len(names) - len(wrong)} / {len(names)} = {share:.1%}; wrong: {wrong}")  # noqa: T201
    assert share >= floor


def test_missing_rows_are_told() -> None:
    path = _SHARED / _CASES[3][0]
    if not path.exists():
        pytest.skip("no such plan beside the repository")
    codes = [finding.code for finding in read_plan(path).findings]
    assert "MISSING_ROWS" in codes
