from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from tests.documents.signing.conftest import AT, BODY, CHECKED, NAME
from tests.documents.signing.flipping import container, flipped, updated

from vinhdanh.documents.signing.acts import sign_body, sign_person
from vinhdanh.documents.signing.examining import examine
from vinhdanh.documents.signing.keys import open_pkcs12
from vinhdanh.documents.signing.report import Later, Report, Trust, Verdict
from vinhdanh.documents.signing.specimens import specimen_seal, specimen_signature
from vinhdanh.documents.signing.testing_ca import TESTING_PASSPHRASE, new_root

if TYPE_CHECKING:
    from datetime import datetime

    from tests.documents.signing.conftest import World


def look(world: World, pdf: bytes, at: datetime = CHECKED) -> Report:
    return examine(pdf, world.roots, at=at)


@pytest.mark.parametrize("file", ["one", "two"])
def test_one_flipped_byte_anywhere_is_a_change(world: World, file: str) -> None:
    pdf: bytes = getattr(world, file)
    dice = Random(file)  # noqa: S311
    places = [dice.randrange(len(pdf)) for _ in range(50 if file == "one" else 25)]
    tail = range(len(pdf) - 20, len(pdf))
    for at in (*range(12), *places, *tail):
        report = look(world, flipped(pdf, at, 1 << dice.randrange(8)))
        assert report.verdict is Verdict.CHANGED, at


def test_a_flipped_byte_in_the_container_is_a_change(world: World) -> None:
    gap = container(world.one)
    dice = Random(5)  # noqa: S311
    for at in (gap.start, gap.stop - 1, *dice.sample(gap, 80)):
        for mask in (0x20, 1 << dice.randrange(8)):
            assert look(world, flipped(world.one, at, mask)).verdict is Verdict.CHANGED, at


def test_a_flipped_blank_is_a_change(world: World) -> None:
    blanks = [at for at, byte in enumerate(world.one) if byte in b" \n"]
    for at in Random(1).sample(blanks, 40):  # noqa: S311
        assert look(world, flipped(world.one, at, ord(" ") ^ ord("\t"))).verdict is Verdict.CHANGED


@pytest.mark.parametrize("tail", [b"\n", b" ", b"\0", b"%", b"%%EOF\n", b"x" * 2000])
def test_anything_after_the_end_is_a_change(world: World, tail: bytes) -> None:
    report = look(world, world.two + tail)
    assert report.verdict is Verdict.CHANGED


def test_a_cut_file_never_passes(world: World) -> None:
    for length in range(len(world.two) - 1, len(world.one), -997):
        assert look(world, world.two[:length]).verdict is Verdict.CHANGED
    assert look(world, world.two[: len(world.one)]).verdict is Verdict.GENUINE  # it was, then


def test_a_page_changed_by_an_update_is_named_with_its_signers(world: World) -> None:
    def show_page_two_first(writer: Any) -> None:
        first, second = (one.get_object() for one in writer.root["/Pages"]["/Kids"])
        first["/Contents"] = second.raw_get("/Contents")
        writer.update_container(first)

    report = look(world, updated(world.two, show_page_two_first))
    assert report.verdict is Verdict.CHANGED
    assert [one.later for one in report.signatures] == [Later.FORBIDDEN, Later.FORBIDDEN]
    assert f"sau khi {NAME} ký" in report.signatures[0].sentence


def test_signatures_taken_out_by_an_update_leave_traces(world: World) -> None:
    def take_out(writer: Any) -> None:
        del writer.root["/AcroForm"]
        writer.update_root()

    report = look(world, updated(world.two, take_out))
    assert report.verdict is Verdict.CHANGED
    assert "dấu vết chữ ký số" in report.sentence


def test_another_root_of_the_same_name_is_not_trusted(world: World) -> None:
    report = examine(world.two, [new_root().pem()], at=CHECKED)
    assert report.verdict is Verdict.UNTRUSTED
    assert {one.trust for one in report.signatures} == {Trust.UNKNOWN_ISSUER}
    assert examine(world.two, [], at=CHECKED).verdict is Verdict.UNTRUSTED


def test_one_unknown_signer_among_two_makes_the_file_untrusted(world: World) -> None:
    stranger = open_pkcs12(new_root().certify(BODY, BODY), TESTING_PASSPHRASE)
    sealed = sign_body(world.one, key=stranger, image=specimen_seal(), at=AT)
    report = look(world, sealed)
    assert report.verdict is Verdict.UNTRUSTED
    assert [one.verdict for one in report.signatures] == [Verdict.GENUINE, Verdict.UNTRUSTED]


def test_certificates_outside_their_time(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    short = open_pkcs12(
        world.root.certify(
            NAME, BODY, valid_from=AT - timedelta(days=9), valid_to=AT + timedelta(days=9)
        ),
        TESTING_PASSPHRASE,
    )
    monkeypatch.setattr("vinhdanh.documents.signing.keys.SigningKey.require_valid", print)

    def signed(at: datetime) -> Report:
        pdf = sign_person(
            world.pdf, key=short, image=specimen_signature(), place=world.place, at=at
        )
        return look(world, pdf)

    trusts = [signed(AT + timedelta(days=days)).signatures[0].trust for days in (-30, 0, 30, 3000)]
    assert trusts == [
        Trust.NOT_YET_VALID, Trust.TRUSTED, Trust.EXPIRED, Trust.SIGNED_IN_FUTURE,
    ]  # fmt: skip
    valid_then = signed(AT)
    assert valid_then.verdict is Verdict.GENUINE
    assert "nay đã hết hạn nhưng còn hạn lúc ký" in valid_then.signatures[0].sentence


def test_a_paper_nobody_signed(world: World) -> None:
    report = look(world, world.pdf)
    assert (report.verdict, report.signatures) == (Verdict.UNSIGNED, ())


def test_a_genuine_paper_tells_who_and_when(world: World) -> None:
    report = look(world, world.two)
    assert report.verdict is Verdict.GENUINE
    person, body = report.signatures
    assert (person.signer, person.organisation, person.signed_at) == (NAME, BODY, AT)
    assert (person.covers_whole_file, person.later) == (False, Later.ALLOWED)
    assert (body.covers_whole_file, body.later) == (True, Later.NOTHING)
    assert person.sentence == (
        f"{NAME} ({BODY}) ký số lúc 09:30:00 ngày 20/12/2024 (theo máy của người ký). "
        "Chữ ký hợp lệ, chứng thư được tin cậy. "
        "Chưa kiểm tra được chứng thư có bị thu hồi hay không."
    )
    assert body.sentence.startswith(f"{BODY} ký số lúc 09:35:00")
