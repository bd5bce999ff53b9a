"""Changes that leave the cryptography whole: each must be seen all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.documents.signing.conftest import CHECKED
from tests.documents.signing.flipping import container, der_of, rewritten

from vinhdanh.documents.signing.examining import examine
from vinhdanh.documents.signing.report import Verdict
from vinhdanh.documents.signing.untyped import cms, core

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.documents.signing.conftest import World


def verdict(world: World, pdf: bytes) -> Verdict:
    return examine(pdf, world.roots, at=CHECKED).verdict


def other_version(loaded: Any) -> None:
    loaded["content"]["version"] = "v3" if loaded["content"]["version"].native == "v1" else "v1"


def other_digest_list(loaded: Any) -> None:
    loaded["content"]["digest_algorithms"] = cms.DigestAlgorithms([{"algorithm": "sha512"}])


def a_stranger(loaded: Any) -> None:
    first = loaded["content"]["certificates"][0].chosen.copy()
    first["signature_value"] = b"\0" * 256
    loaded["content"]["certificates"].append(cms.CertificateChoices("certificate", first))


def an_unsigned_remark(loaded: Any) -> None:
    loaded["content"]["signer_infos"][0]["unsigned_attrs"] = cms.CMSAttributes(
        [{"type": "1.2.3.4", "values": [core.Integer(1)]}]
    )


@pytest.mark.parametrize(
    "change",
    [
        other_version, other_digest_list, a_stranger,
        an_unsigned_remark,
    ],
)  # fmt: skip
def test_unsigned_parts_of_the_structure(world: World, change: Callable[[Any], None]) -> None:
    loaded = cms.ContentInfo.load(der_of(world.one))
    change(loaded)
    assert verdict(world, rewritten(world.one, loaded.dump(force=True))) is Verdict.CHANGED


def test_the_issuer_spelt_otherwise(world: World) -> None:
    der = der_of(world.one)
    content = cms.ContentInfo.load(der)["content"]
    certificate = content["certificates"][0].chosen.dump()
    at = der.index(b"Vinh Danh", der.index(certificate) + len(certificate))
    spelt = der[:at] + b"VINH DANH" + der[at + 9 :]
    assert verdict(world, rewritten(world.one, spelt)) is Verdict.CHANGED


def test_padding_that_is_not_empty(world: World) -> None:
    der = bytearray(der_of(world.one))
    der[-1] = 1
    assert verdict(world, rewritten(world.one, bytes(der))) is Verdict.CHANGED


def test_hexadecimal_digits_in_two_cases(world: World) -> None:
    gap = container(world.one)
    digits = world.one[gap.start : gap.stop]
    small = world.one[: gap.start] + digits.lower() + world.one[gap.stop :]
    assert verdict(world, small) is Verdict.GENUINE  # other programs write small letters
    mixed = world.one[: gap.start] + digits.replace(b"A", b"a", 1) + world.one[gap.stop :]
    assert verdict(world, mixed) is Verdict.CHANGED


def test_the_same_container_written_again(world: World) -> None:
    loaded = cms.ContentInfo.load(der_of(world.one))
    assert rewritten(world.one, loaded.dump()) == world.one
