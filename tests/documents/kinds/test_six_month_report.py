from __future__ import annotations

from tests.documents.reading import golden, reads
from tests.documents.samples import REPORT

from vinhdanh.documents import six_month_report


def test_it_reads_like_a_report() -> None:
    assert reads(six_month_report(REPORT)) == golden("six_month_report")
