"""The number between two signatures: filled once, and nothing else may change."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import dataclass, field, replace
from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader
from tests.documents.signing.conftest import AT, BODY, CHECKED, NAME, POSITION
from tests.documents.signing.flipping import flipped, updated

from vinhdanh.documents import DocumentError, kind_named, render_pdf
from vinhdanh.documents.signing.acts import sign_body, sign_person
from vinhdanh.documents.signing.examining import examine
from vinhdanh.documents.signing.number_fields import field_values, fill_fields, open_fields
from vinhdanh.documents.signing.places import find_signature_space
from vinhdanh.documents.signing.report import Later, Report, Verdict
from vinhdanh.documents.signing.specimens import specimen_seal, specimen_signature
from vinhdanh.documents.signing.untyped import generic as pdf

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.documents.signing.conftest import World

DAY = dt.date(2024, 12, 20)


@dataclass(frozen=True)
class Path:
    """One decision on its way: blank, signed, numbered, sealed."""

    blank: bytes = field(repr=False)
    signed: bytes = field(repr=False)
    numbered: bytes = field(repr=False)
    sealed: bytes = field(repr=False)


def draft(year: int | None = 2024) -> bytes:
    kind = kind_named("award_decision")
    paper = kind.build(kind.read(kind.example_json()))
    return render_pdf(replace(paper, number=None, date=None, year=year))


def by_person(world: World, blank: bytes) -> bytes:
    place = find_signature_space(blank, position=POSITION, name=NAME)
    return sign_person(blank, key=world.person, image=specimen_signature(), place=place, at=AT)


def sealed(world: World, numbered: bytes) -> bytes:
    later = AT + timedelta(minutes=5)
    return sign_body(numbered, key=world.body, image=specimen_seal(), at=later)


@pytest.fixture(scope="module")
def path(world: World) -> Path:
    blank = open_fields(draft())
    signed = by_person(world, blank)
    numbered = fill_fields(signed, number=7, on=DAY)
    return Path(blank, signed, numbered, sealed(world, numbered))


def look(world: World, data: bytes) -> Report:
    return examine(data, world.roots, at=CHECKED)


def refused(act: Callable[[], bytes]) -> str:
    with pytest.raises(DocumentError) as caught:
        act()
    return str(caught.value.message)


def widget(writer: Any, name: str) -> Any:
    return next(
        one.get_object() for one in writer.root["/AcroForm"]["/Fields"]
        if one.get_object()["/T"] == name
    )  # fmt: skip


def another_paragraph(writer: Any) -> None:
    first, second = (one.get_object() for one in writer.root["/Pages"]["/Kids"])
    second["/Contents"] = first.raw_get("/Contents")
    writer.update_container(second)


def a_larger_field(writer: Any) -> None:
    found = widget(writer, "So")
    found["/Rect"][2] = pdf.FloatObject("500")
    writer.update_container(found)


def another_word(writer: Any) -> None:
    found = widget(writer, "Ngay")
    found["/V"] = pdf.TextStringObject("19")
    writer.update_container(found)


def a_note(writer: Any) -> None:
    page = writer.find_page_for_modification(0)[0]
    note = {"/Type": "/Annot", "/Subtype": "/FreeText", "/Contents": "Sửa: 10.000.000 đồng"}
    made = pdf.DictionaryObject(
        {
            pdf.NameObject(key): (
                pdf.NameObject(value) if value.startswith("/") else pdf.TextStringObject(value)
            )
            for key, value in note.items()
        }
    )
    made["/Rect"] = pdf.ArrayObject(map(pdf.NumberObject, (50, 50, 300, 90)))
    writer.register_annotation(page, writer.add_object(made))


def one_more_field(writer: Any) -> None:
    copy = pdf.DictionaryObject(widget(writer, "So"))
    copy["/T"] = pdf.TextStringObject("SoKhac")
    fields = writer.root["/AcroForm"]["/Fields"]
    fields.append(writer.add_object(copy))
    writer.update_container(fields)


CHANGES = (another_paragraph, a_larger_field, a_note, one_more_field)


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("before", ["signed", "numbered"])
def test_nothing_but_the_number_may_be_written_between(
    world: World, path: Path, change: Callable[[Any], None], before: str
) -> None:
    changed = updated(getattr(path, before), change)
    numbered = fill_fields(changed, number=7, on=DAY) if before == "signed" else changed
    report = look(world, sealed(world, numbered))
    assert report.verdict is Verdict.CHANGED
    assert report.signatures[0].later is Later.FORBIDDEN
    assert f"sau khi {NAME} ký" in report.signatures[0].sentence


@pytest.mark.parametrize("change", [*CHANGES, another_word])
def test_after_the_seal_nothing_may_change(
    world: World, path: Path, change: Callable[[Any], None]
) -> None:
    assert look(world, updated(path.sealed, change)).verdict is Verdict.CHANGED


def test_a_number_that_was_signed_is_not_written_over(world: World, path: Path) -> None:
    signed = by_person(world, fields_filled(path.blank))
    report = look(world, sealed(world, updated(signed, another_word)))
    assert report.verdict is Verdict.CHANGED
    assert report.signatures[0].later is Later.FORBIDDEN


def test_the_order_is_kept(world: World, path: Path) -> None:
    assert "chưa được cấp số" in refused(lambda: sealed(world, path.signed))
    unsigned = fields_filled(path.blank)
    assert "chưa có chữ ký số của người" in refused(lambda: sealed(world, unsigned))
    assert "ký trước rồi cấp số" in refused(lambda: fill_fields(path.blank, number=7, on=DAY))
    assert "đã được ghi số 07" in refused(lambda: fill_fields(path.numbered, number=8, on=DAY))
    assert "chỉ còn chờ cấp số" in refused(lambda: by_person(world, path.signed))
    assert "đã được ghi số 07" in refused(lambda: fill_fields(path.sealed, number=8, on=DAY))
    assert "đã có chữ ký số" in refused(lambda: open_fields(path.signed))


def fields_filled(blank: bytes) -> bytes:
    def fill(writer: Any) -> None:
        for name in ("So", "Ngay", "Thang"):
            found = widget(writer, name)
            found[pdf.NameObject("/V")] = pdf.TextStringObject("1")
            writer.update_container(found)

    return updated(blank, fill)


def test_papers_without_room_for_a_number(world: World) -> None:
    assert "không để trống chỗ ghi số" in refused(lambda: open_fields(world.pdf))
    assert "không để trống chỗ ghi số" in refused(lambda: open_fields(draft(year=None)))
    assert "Không đọc được tệp PDF" in refused(lambda: open_fields(b"%PDF-1.7"))


def test_another_year_is_signed_anew(path: Path) -> None:
    told = refused(lambda: fill_fields(path.signed, number=1, on=dt.date(2025, 1, 2)))
    assert told == (
        "Văn bản được ký với năm 2024 nên không ghi ngày 02/01/2025 được; hãy trả lại để sửa rồi"
        " ký lại."
    )


def test_a_flipped_byte_never_passes(world: World, path: Path) -> None:
    dice = Random(3)  # noqa: S311
    for at in dice.sample(range(len(path.sealed)), 25):
        report = look(world, flipped(path.sealed, at, 1 << dice.randrange(8)))
        assert report.verdict is Verdict.CHANGED, at
    tail = range(len(path.signed), len(path.numbered))
    for at in dice.sample(tail, 25):
        report = look(world, flipped(path.numbered, at, 1 << dice.randrange(8)))
        assert report.verdict in (Verdict.CHANGED, Verdict.UNTRUSTED), at


def test_each_step_keeps_what_was_there(path: Path) -> None:
    assert path.signed.startswith(path.blank)
    assert path.numbered.startswith(path.signed)
    assert path.sealed.startswith(path.numbered)
    reader = PdfFileReader(io.BytesIO(path.sealed))
    assert field_values(reader) == {"So": "07", "Ngay": "20", "Thang": "12"}


def test_signed_then_numbered_then_sealed(world: World, path: Path) -> None:
    assert look(world, path.signed).verdict is Verdict.GENUINE
    waiting = look(world, path.numbered)
    assert waiting.verdict is Verdict.UNTRUSTED
    assert waiting.signatures[0].later is Later.NUMBER_ONLY
    assert "nhưng chưa có chữ ký số của cơ quan xác nhận" in waiting.signatures[0].sentence
    report = look(world, path.sealed)
    assert report.verdict is Verdict.GENUINE
    person, body = report.signatures
    assert (person.signer, person.later) == (NAME, Later.ALLOWED)
    assert person.sentence.endswith("Sau chữ ký này chỉ ghi thêm số 07, ngày 20 tháng 12.")
    assert (body.signer, body.covers_whole_file) == (BODY, True)
