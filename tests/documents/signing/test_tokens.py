from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from vinhdanh.documents import DocumentError
from vinhdanh.documents.signing import tokens
from vinhdanh.documents.signing.tokens import open_token

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.documents.signing.conftest import World

LIBRARY = Path("driver.so")


def test_without_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pkcs11", None)
    with (
        pytest.raises(DocumentError, match="python-pkcs11"),
        open_token(LIBRARY, pin="1234", certificate="ky"),
    ):
        pass


def test_a_token_that_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_words: Any, **facts: Any) -> None:
        raise RuntimeError(facts["user_pin"])

    monkeypatch.setattr(tokens, "_pkcs11", lambda: SimpleNamespace(open_pkcs11_session=failing))
    with pytest.raises(DocumentError) as caught, open_token(LIBRARY, pin="1234", certificate="ky"):
        pass
    assert "kiểm tra thiết bị đã cắm" in caught.value.message
    assert caught.value.__cause__ is None
    assert "1234" not in caught.value.message


def test_the_key_of_a_token(monkeypatch: pytest.MonkeyPatch, world: World) -> None:
    closed = []

    @contextmanager
    def session(*_words: Any, **_facts: Any) -> Iterator[str]:
        yield "session"
        closed.append(True)

    double = SimpleNamespace(
        open_pkcs11_session=session, PKCS11Signer=lambda *_words, **_facts: world.person.signer
    )
    monkeypatch.setattr(tokens, "_pkcs11", lambda: double)
    with open_token(LIBRARY, pin="1234", certificate="ky") as key:
        assert key.holder == world.person.holder
        assert not closed
    assert closed
