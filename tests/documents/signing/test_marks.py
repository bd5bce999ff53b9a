from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.documents.signing.marks import mark_of, marks_in

if TYPE_CHECKING:
    from tests.documents.signing.conftest import World


def test_files_without_an_identity() -> None:
    for data in (b"", b"%PDF-1.7", b"/ID [<00><00>]", b"<xmpMM:InstanceID>short<"):
        assert mark_of(data) == ""
        assert marks_in(data) == set()


def test_signatures_keep_the_identity(world: World) -> None:
    mark = mark_of(world.pdf)
    assert len(mark) > 16
    assert marks_in(world.pdf) == {mark}
    assert mark_of(world.two) == mark
    assert mark in marks_in(world.two)
