from __future__ import annotations

from dataclasses import replace

from tests.documents.reading import golden, reads
from tests.documents.samples import MINUTES

from vinhdanh.documents import SignatureGrid, document_text, meeting_minutes


def test_it_reads_like_minutes() -> None:
    assert reads(meeting_minutes(MINUTES)) == golden("meeting_minutes")


def test_both_sign_and_nobody_signs_for_a_collective() -> None:
    document = meeting_minutes(MINUTES)
    assert isinstance(document.blocks[-1], SignatureGrid)
    assert document.signature is None
    assert not [line for line in document_text(document) if line.startswith("TM.")]


def test_a_meeting_that_goes_on_has_room_for_its_end_and_nobody_absent() -> None:
    lines = document_text(meeting_minutes(replace(MINUTES, ended=None, absent=())))
    assert "4. Vắng mặt: Không." in lines
    assert any(line.startswith("Cuộc họp kết thúc vào \u00a0") for line in lines)
