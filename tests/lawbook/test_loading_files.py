"""Files a corpus refuses: no YAML, odd YAML, headers that contradict their folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.lawbook.tiny import HEADER, LAW, OVERLAY, PROVINCE, REGIMES, TITLE, article, law, write

from vinhdanh.lawbook import CorpusError, load_corpus
from vinhdanh.lawbook.loading.tree import read_tree

if TYPE_CHECKING:
    from pathlib import Path

ODD = [
    ("a: [", 2, "", "not YAML"),
    ("a: 1\nb: \x00", 2, "", "not YAML"),
    ("a: 1\nb: 2\na: 3", 3, "a", "stands twice"),
    ("a: &x 1", 1, "a", "anchors"),
    ("a:\n- *x", 2, "a", "anchors"),
    ("a: !!str 1", 1, "a", "the tag"),
    ("--- 1\n--- 2", 2, "", "second document"),
    ("? [a]\n: 1", 1, "", "a key is one word"),
    ("a: 010", 1, "a", "another number"),
    ("a: 1:30", 1, "a", "another number"),
    ("b: 1\na: 2025-02-30", 2, "a", "is no day"),
]


@pytest.mark.parametrize(("text", "line", "key", "told"), ODD)
def test_odd_yaml_is_refused_where_it_stands(text: str, line: int, key: str, told: str) -> None:
    with pytest.raises(CorpusError) as caught:
        read_tree(text, file="luat.yaml")
    error = caught.value
    assert (error.file, error.line, error.key) == ("luat.yaml", line, key)
    assert told in str(error)
    assert str(error).startswith(f"luat.yaml, line {line}, key {key!r}: ")
    assert f"Fix: {error.fix}" in str(error)


def test_plain_values_are_read_as_they_look() -> None:
    found = read_tree(
        'a: 1_000\nb: no\nc: "010"\nd: 0.5\ne:\nf: chữ\ng: [1, {h: -0}]\n', file="luat.yaml"
    )
    assert dict(found) == {
        "a": 1000,
        "b": False,
        "c": "010",
        "d": 0.5,
        "e": None,
        "f": "chữ",
        "g": [1, {"h": 0}],
    }
    assert read_tree("", file="luat.yaml") is None


FILES = [
    ({"regimes.yaml": ""}, "regimes.yaml", "no list of mappings"),
    ({"regimes.yaml": "[]"}, "regimes.yaml", "there is no regime"),
    ({"regimes.yaml": "- R1"}, "regimes.yaml", "no list of mappings"),
    ({f"{LAW}/dieu.yaml": ""}, f"{LAW}/dieu.yaml", "no list of mappings"),
    ({f"{LAW}/dieu.yaml": "article: 1"}, f"{LAW}/dieu.yaml", "no list of mappings"),
    ({f"{LAW}/dieu.yaml": "- Điều 1"}, f"{LAW}/dieu.yaml", "no list of mappings"),
    ({f"{LAW}/instrument.yaml": ""}, f"{LAW}/instrument.yaml", "no header"),
    ({"national/khac/2024-01-01/dieu.yaml": "[]"}, "instrument.yaml", "file is missing"),
]


@pytest.mark.parametrize(("files", "file", "told"), FILES)
def test_files_that_hold_nothing_are_refused(
    tmp_path: Path, files: dict[str, str], file: str, told: str
) -> None:
    with pytest.raises(CorpusError, match=told) as caught:
        load_corpus(write(tmp_path, files))
    assert caught.value.file.endswith(file)


def test_regimes_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"regimes.yaml.*missing"):
        load_corpus(tmp_path)


def test_regimes_of_no_law_are_refused(tmp_path: Path) -> None:
    (tmp_path / "regimes.yaml").write_text("- {id: R, name: R, from: 2024-01-01, texts: luat}")
    with pytest.raises(CorpusError, match="cites 'luat', which is not in the corpus"):
        load_corpus(tmp_path)


def test_other_letters_than_utf8_are_refused(tmp_path: Path) -> None:
    write(tmp_path, {})
    (tmp_path / LAW / "dieu.yaml").write_bytes(b"- article: 1\n  heading: \xff\n")
    with pytest.raises(CorpusError, match="no UTF-8") as caught:
        load_corpus(tmp_path)
    assert caught.value.line == 2


HEADERS = [
    (HEADER.replace("number: 01/2024/QH\n", ""), "number", "missing"),
    (HEADER.replace("from: 2024-01-01\n", ""), "from", "missing"),
    (HEADER.replace("kind: law", "kind: luật"), "kind", "no known value"),
    (HEADER + "since: 2024-01-01\n", "since", "unknown"),
    (HEADER + "colour: red\n", "colour", "unknown"),
    (HEADER + "folder: luat\n", "folder", "unknown"),
    (HEADER.replace("2024-01-01", "2024-02-01"), "from", "the folder is called 2024-01-01"),
    (HEADER.replace("2024-01-01", "sớm"), "from", "no day such as 2025-07-01"),
    (HEADER + "province: bac-ninh\n", "province", "under national"),
    (HEADER + "to: 2023-12-31\n", "to", "ends before it begins"),
    (HEADER + "unconfirmed_since: 2026-10-01\n", "unconfirmed_since", "go together"),
    (HEADER + "unconfirmed_reason: Chưa đọc.\n", "unconfirmed_since", "go together"),
]


@pytest.mark.parametrize(("header", "key", "told"), HEADERS)
def test_headers_are_refused(tmp_path: Path, header: str, key: str, told: str) -> None:
    with pytest.raises(CorpusError, match=told) as caught:
        load_corpus(write(tmp_path, {f"{LAW}/instrument.yaml": header}))
    assert caught.value.key == key
    assert caught.value.file == f"{LAW}/instrument.yaml"


def test_an_overlay_names_the_province_of_its_folder(tmp_path: Path) -> None:
    header = OVERLAY.replace("bac-ninh", "ha-noi")
    with pytest.raises(CorpusError, match="province: bac-ninh"):
        load_corpus(write(tmp_path, {f"{PROVINCE}/instrument.yaml": header}))


ORDERS = [
    (REGIMES.replace("to: 2025-06-30", "to: 2025-05-30"), "does not follow"),
    (REGIMES.replace(", to: 2025-06-30", ""), "does not follow"),
    (REGIMES.replace("from: 2025-07-01", "from: 2025-07-01, to: 2026-01-01"), "last regime"),
    (REGIMES.replace("[01/2024/QH]", "[99/2024/QH]"), "'99/2024/QH', which is not"),
]


@pytest.mark.parametrize(("regimes", "told"), ORDERS)
def test_regimes_follow_each_other_and_cite_texts_there_are(
    tmp_path: Path, regimes: str, told: str
) -> None:
    with pytest.raises(CorpusError, match=told) as caught:
        load_corpus(write(tmp_path, {"regimes.yaml": regimes}))
    assert caught.value.file == "regimes.yaml"


def test_other_files_and_scenarios_are_left_alone(tmp_path: Path) -> None:
    files = {f"{LAW}/doc.txt": "x", f"{LAW}/scenarios/dieu-1.yaml": "- {name: x}"}
    corpus = load_corpus(write(tmp_path, files))
    assert [each.number for each in corpus.articles] == ["1"]


def test_an_article_keeps_its_words_and_place(tmp_path: Path) -> None:
    text = "- article: 12a\n  heading: Tên\n  summary: >-\n    Một\n    hai.\n"
    one = load_corpus(write(tmp_path, {f"{LAW}/them.yaml": text})).article("luat/2024-01-01/12a")
    assert (one.heading, one.summary, one.line) == ("Tên", "Một hai.", 1)
    assert str(one.citation) == "Điều 12a Luật 2024"
    assert one.instrument.citation.as_json()["article"] is None


def test_the_whole_text_is_an_article_without_number(tmp_path: Path) -> None:
    text = "- heading: Toàn văn\n"
    corpus = load_corpus(write(tmp_path, {f"{LAW}/them.yaml": text}))
    assert str(corpus.article("luat/2024-01-01/toan-van").citation) == "Luật 2024"


def test_the_digest_follows_every_byte(tmp_path: Path) -> None:
    one = law(tmp_path / "one").digest
    assert law(tmp_path / "same").digest == one
    changed = {f"{LAW}/dieu.yaml": article(TITLE) + "# một dấu\n"}
    assert load_corpus(write(tmp_path / "other", changed)).digest != one
