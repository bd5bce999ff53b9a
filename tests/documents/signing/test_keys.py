from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from cryptography.hazmat.primitives.serialization import NoEncryption, pkcs12
from tests.documents.signing.conftest import BODY, NAME

from vinhdanh.documents import DocumentError
from vinhdanh.documents.signing.keys import open_pkcs12
from vinhdanh.documents.signing.testing_ca import TESTING_PASSPHRASE

if TYPE_CHECKING:
    from tests.documents.signing.conftest import World


def refusal(
    data: bytes, passphrase: str = TESTING_PASSPHRASE
) -> pytest.ExceptionInfo[DocumentError]:
    with pytest.raises(DocumentError) as caught:
        open_pkcs12(data, passphrase)
    return caught


def test_a_wrong_passphrase_is_not_repeated(world: World) -> None:
    caught = refusal(world.root.certify("A", "B"), "bí-mật-sai")
    assert "sai mật khẩu" in caught.value.message
    assert caught.value.__cause__ is None
    assert "bí-mật-sai" not in str(caught.value)


def test_files_that_are_no_keys(world: World) -> None:
    for data in (b"", b"hello", world.root.pem(), world.pdf):
        assert "không phải .p12" in refusal(data).value.message
    assert "quá lớn" in refusal(b"0" * (1024 * 1024 + 1)).value.message


def test_a_certificate_without_a_key(world: World) -> None:
    empty = pkcs12.serialize_key_and_certificates(
        b"a", None, None, [world.root.certificate], NoEncryption()
    )
    assert "không có chứng thư kèm khóa riêng" in refusal(empty, "").value.message


def test_what_a_key_says_of_itself(world: World) -> None:
    assert (world.person.holder, world.person.organisation) == (NAME, BODY)
    for secret in ("SimpleSigner", TESTING_PASSPHRASE, "signer="):
        assert secret not in repr(world.person)
