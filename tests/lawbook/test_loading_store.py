"""The kept corpus is a shortcut: never stale, never damaged, never in the way."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from tests.lawbook.tiny import law

from vinhdanh.lawbook import load_corpus
from vinhdanh.lawbook.loading import store
from vinhdanh.lawbook.loading.files import read_files
from vinhdanh.lawbook.loading.load import default_corpus

if TYPE_CHECKING:
    from pathlib import Path

    from vinhdanh.lawbook import Corpus


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    kept = tmp_path / "__pycache__"
    monkeypatch.setattr(store, "FOLDER", kept)
    return kept


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    return law(tmp_path / "law")


def test_what_is_kept_comes_back_as_it_was(folder: Path, corpus: Corpus) -> None:
    assert store.fetch("a") is None
    store.keep("a", corpus)
    found = store.fetch("a")
    assert found == corpus
    assert found is not corpus
    assert found.names == corpus.names
    assert [each.name for each in folder.iterdir()] == ["corpus.a"]


def test_a_stale_corpus_is_not_asked_for_and_goes(folder: Path, corpus: Corpus) -> None:
    store.keep("a", corpus)
    assert store.fetch("b") is None
    store.keep("b", corpus)
    assert [each.name for each in folder.iterdir()] == ["corpus.b"]


def test_the_key_follows_every_byte_of_law_and_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    law(tmp_path / "law")
    found = read_files(tmp_path / "law")
    key = store.key_of(found)
    assert store.key_of(dict(found)) == key
    name = next(iter(found))
    assert store.key_of({**found, name: found[name] + b"\n"}) != key
    assert store.key_of({**found, "calendar/2026.yaml": b"[]"}) != key
    with monkeypatch.context() as patch:
        patch.setattr(sys, "version", "2.7")
        assert store.key_of(found) != key
    monkeypatch.setattr(store, "_sources", lambda _folder: iter([b"another program"]))
    assert store.key_of(found) != key


@pytest.mark.parametrize("damage", [b"", b"x" * 10, b"x" * 400])
def test_a_damaged_corpus_is_ignored(folder: Path, corpus: Corpus, damage: bytes) -> None:
    store.keep("a", corpus)
    (folder / "corpus.a").write_bytes(damage)
    assert store.fetch("a") is None


def test_one_bit_is_damage_enough(folder: Path, corpus: Corpus) -> None:
    store.keep("a", corpus)
    data = bytearray((folder / "corpus.a").read_bytes())
    data[-20] ^= 1
    (folder / "corpus.a").write_bytes(data)
    assert store.fetch("a") is None


def test_where_nothing_can_be_written_nothing_is_kept(
    folder: Path, corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.write_text("a file where the folder would be")
    store.keep("a", corpus)
    assert store.fetch("a") is None
    monkeypatch.setattr(store, "FOLDER", folder / "deeper")
    store.keep("a", corpus)
    assert store.fetch("a") is None


def test_the_law_that_ships_is_read_the_same_both_ways(folder: Path) -> None:
    default_corpus.cache_clear()
    first = default_corpus()
    assert [each.name.startswith("corpus.") for each in folder.iterdir()] == [True]
    default_corpus.cache_clear()
    second = default_corpus()
    assert second is not first
    assert second == first
    assert second.digest == first.digest


def test_another_law_is_never_kept(folder: Path, tmp_path: Path) -> None:
    law(tmp_path / "law")
    assert load_corpus(tmp_path / "law").rules
    assert not folder.exists()
