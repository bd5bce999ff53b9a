"""Tiny corpora for tests of the engine: a law of a few lines, written where the test wants it."""

from __future__ import annotations

import datetime as dt
import textwrap
from typing import TYPE_CHECKING, Any

from vinhdanh.lawbook import Assessment, Corpus, Facts, assess, load_corpus, read_facts

if TYPE_CHECKING:
    from pathlib import Path

LAW = "national/luat/2024-01-01"
PROVINCE = "provinces/bac-ninh/qd/2024-01-01"
DAY = dt.date(2025, 12, 20)
REGIMES = """
- {id: R1, name: Luật cũ, from: 2024-01-01, to: 2025-06-30, texts: [01/2024/QH]}
- {id: R2, name: Luật mới, from: 2025-07-01, texts: [01/2024/QH]}
"""
HEADER = """
number: 01/2024/QH
name: Luật 2024
title: Luật
kind: law
from: 2024-01-01
"""
OVERLAY = """
number: 86/2024/QĐ
name: Quyết định 86
title: Quyết định
kind: decision
from: 2024-01-01
province: bac-ninh
"""
TITLE = """
- rule: honour
  slug: khen
  name: Danh hiệu khen
  form: title
  recipients: [individual, collective, household]
  period: yearly
  rank: 1
"""
STANDARD = """
- rule: standard
  honour: khen
  recipients: [individual]
  conditions:
    - {id: tot, text: Hoàn thành tốt, grade_at_least: hoan-thanh-tot}
"""


def article(*rules: str, number: str = "1") -> str:
    """Return a file of one article with these rules."""
    told = textwrap.indent("".join(textwrap.dedent(each) for each in rules), "    ")
    return f"- article: {number}\n  rules:\n{told}"


def standard(conditions: str, *, more: str = "recipients: [individual]") -> str:
    """Return a standard of `khen`; further keys by lines."""
    keys = textwrap.indent(textwrap.dedent(more).strip(), "  ")
    listed = textwrap.indent(textwrap.dedent(conditions).strip(), "    ")
    return f"- rule: standard\n  honour: khen\n{keys}\n  conditions:\n{listed}\n"


def write(root: Path, files: dict[str, str]) -> Path:
    """Write a corpus; what is not given is a law with one title and one standard."""
    every = {
        "regimes.yaml": REGIMES,
        f"{LAW}/instrument.yaml": HEADER,
        f"{LAW}/dieu.yaml": article(TITLE, STANDARD),
        **files,
    }
    for name, text in every.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root


def law(root: Path, *rules: str, **files: str) -> Corpus:
    """Return a corpus whose law holds these rules in Article 1."""
    told = {f"{LAW}/dieu.yaml": article(*rules)} if rules else {}
    return load_corpus(write(root, told | files))


def overlaid(root: Path, national: str, own: str) -> Corpus:
    """Return a corpus with the rules of a law and of one province."""
    files = {
        f"{LAW}/dieu.yaml": article(TITLE, national),
        f"{PROVINCE}/instrument.yaml": OVERLAY,
        f"{PROVINCE}/dieu.yaml": article(own),
    }
    return load_corpus(write(root, files))


def facts(recipient: str = "individual", **known: Any) -> Facts:
    """Return facts read as of the day of the tests."""
    return read_facts({"recipient": recipient, **known}, as_of=DAY)


def judged(corpus: Corpus, known: Facts, **asked: Any) -> Assessment:
    """Return the assessment for `khen` on the day of the tests."""
    return assess("khen", known, **{"as_of": DAY, "corpus": corpus, **asked})
