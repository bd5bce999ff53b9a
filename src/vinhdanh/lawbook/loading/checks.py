"""What a corpus must hold to be law: one version at a time, no hole, nothing dangling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.lawbook.loading.check_overlays import check_overlays
from vinhdanh.lawbook.loading.check_references import check_references
from vinhdanh.lawbook.loading.check_standards import check_standards
from vinhdanh.lawbook.loading.check_values import check_values
from vinhdanh.lawbook.loading.check_versions import check_versions

if TYPE_CHECKING:
    from vinhdanh.lawbook.library import Corpus


def check_corpus(corpus: Corpus) -> None:
    """Raise CorpusError for the first thing wrong."""
    check_values(corpus)
    check_references(corpus)
    check_standards(corpus)
    check_versions(corpus)
    check_overlays(corpus)
