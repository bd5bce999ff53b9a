"""Revoked certificates: by lists in files, by a responder on this machine, kept inside a paper."""

from __future__ import annotations

import threading
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING, Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp
from tests.documents.signing.conftest import AT, BODY, CHECKED
from tests.documents.signing.flipping import flipped

from vinhdanh.documents import DocumentError
from vinhdanh.documents.signing.acts import sign_body, sign_person
from vinhdanh.documents.signing.examining import examine
from vinhdanh.documents.signing.report import Later, Report, Trust, Verdict
from vinhdanh.documents.signing.responders import fetch_list
from vinhdanh.documents.signing.roots import list_files
from vinhdanh.documents.signing.specimens import specimen_seal, specimen_signature
from vinhdanh.documents.signing.testing_ca import Issuer, new_root
from vinhdanh.documents.signing.verifying import verify

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.documents.signing.conftest import World

BEFORE, SINCE = AT - timedelta(days=2), AT + timedelta(days=20)


def serial(world: World) -> int:
    certificate: Any = world.person.signer.signing_cert
    return int(certificate.serial_number)


def list_of(world: World, revoked_on: datetime | None, *, by: Issuer | None = None) -> bytes:
    entries = {serial(world): revoked_on} if revoked_on else {}
    return (by or world.root).revoke(entries, said_on=CHECKED - timedelta(days=1))


def look(world: World, *lists: bytes, **facts: Any) -> Report:
    return examine(world.one, world.roots, at=CHECKED, lists=lists, **facts)


@pytest.mark.parametrize(
    ("moment", "trust", "told"),
    [
        (BEFORE, Trust.REVOKED, "đã bị thu hồi ngày 18/12/2024, trước lúc ký."),
        (SINCE, Trust.REVOKED_SINCE, "đã bị thu hồi ngày 09/01/2025, và không có dấu thời gian"),
    ],
)
def test_a_revoked_signer_is_reported_with_the_day(
    world: World, moment: datetime, trust: Trust, told: str
) -> None:
    report = look(world, list_of(world, moment))
    assert report.verdict is Verdict.UNTRUSTED
    assert report.signatures[0].trust is trust
    assert told in report.signatures[0].sentence


def test_a_list_of_somebody_else_says_nothing(world: World) -> None:
    stranger = list_of(world, BEFORE, by=new_root())
    broken = flipped(list_of(world, BEFORE), 300, 1)
    (one,) = look(world, stranger, broken, b"", b"no list").signatures
    assert one.trust is Trust.TRUSTED
    assert one.sentence.endswith("Chưa kiểm tra được chứng thư có bị thu hồi hay không.")


def test_a_list_without_the_signer_is_told(world: World) -> None:
    (one,) = look(world, list_of(world, None)).signatures
    assert one.verdict is Verdict.GENUINE
    assert one.sentence.endswith("không bị thu hồi theo thông tin ngày 31/05/2025.")


def test_the_latest_word_counts(world: World) -> None:
    held = world.root.revoke({serial(world): BEFORE}, said_on=AT)
    assert look(world, held).verdict is Verdict.UNTRUSTED
    assert look(world, held, list_of(world, None)).verdict is Verdict.GENUINE


def test_the_process_asks_too(world: World) -> None:
    facts: dict[str, Any] = {"at": CHECKED, "lists": [list_of(world, BEFORE)]}
    report = verify(world.one, world.roots, **facts)
    assert report == examine(world.one, world.roots, **facts)
    assert report.signatures[0].revoked_on == BEFORE


@pytest.fixture
def responder(world: World) -> Iterator[str]:
    """A responder on this machine: /revoked, /good, /forged, /no."""

    class Responder(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = ocsp.load_der_ocsp_request(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(_answered(world, asked, self.path))

        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(list_of(world, BEFORE))

        def log_message(self, *_words: Any) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Responder)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def _answered(world: World, asked: ocsp.OCSPRequest, path: str) -> bytes:
    if path == "/no" or asked.serial_number != serial(world):
        return b"no"
    certificate = x509.load_der_x509_certificate(world.person.signer.signing_cert.dump())  # type: ignore[union-attr]
    revoked = path != "/good"
    answer = (
        ocsp.OCSPResponseBuilder()
        .add_response(
            cert=certificate, issuer=world.root.certificate, algorithm=hashes.SHA256(),
            cert_status=ocsp.OCSPCertStatus.REVOKED if revoked else ocsp.OCSPCertStatus.GOOD,
            this_update=CHECKED - timedelta(hours=1), next_update=None,
            revocation_time=BEFORE if revoked else None, revocation_reason=None,
        )
        .responder_id(ocsp.OCSPResponderEncoding.NAME, world.root.certificate)
    )  # fmt: skip
    key = new_root().key if path == "/forged" else world.root.key
    return answer.sign(key, hashes.SHA256()).public_bytes(Encoding.DER)


def test_a_responder_is_asked(world: World, responder: str) -> None:
    revoked = look(world, responders=[f"{responder}/revoked"])
    assert revoked.signatures[0].trust is Trust.REVOKED
    good = look(world, responders=[f"{responder}/good"]).signatures[0]
    assert good.sentence.endswith("không bị thu hồi theo thông tin ngày 31/05/2025.")


def test_responders_that_prove_nothing(world: World, responder: str) -> None:
    bad = [f"{responder}/no", f"{responder}/forged", "http://127.0.0.1:9/", "file:///etc/passwd"]
    (one,) = look(world, responders=bad).signatures
    assert (one.trust, one.revoked_on, one.not_revoked_on) == (Trust.TRUSTED, None, None)


def test_lists_are_fetched_from_addresses(world: World, responder: str) -> None:
    assert look(world, fetch_list(responder)).signatures[0].trust is Trust.REVOKED
    for bad in ("file:///etc/passwd", "http://127.0.0.1:9/"):
        with pytest.raises((OSError, ValueError)):
            fetch_list(bad)


def test_lists_kept_in_a_folder(world: World, tmp_path: Path) -> None:
    assert list_files(tmp_path / "none") == ()
    (tmp_path / "a.crl").write_bytes(list_of(world, BEFORE))
    assert len(list_files(tmp_path)) == 1
    (tmp_path / "b.crl").write_bytes(b"no")
    with pytest.raises(DocumentError, match=r"Danh sách thu hồi .* không đọc được"):
        list_files(tmp_path)


def test_evidence_is_kept_inside_under_the_signatures(world: World) -> None:
    good = world.root.revoke({}, said_on=AT)
    one = sign_person(
        world.pdf, key=world.person, image=specimen_signature(), place=world.place, at=AT,
        evidence=[good],
    )  # fmt: skip
    two = sign_body(one, key=world.body, image=specimen_seal(), at=AT, evidence=[good])
    report = examine(two, world.roots, at=CHECKED)
    assert report.verdict is Verdict.GENUINE
    assert [each.later for each in report.signatures] == [Later.ALLOWED, Later.NOTHING]
    assert all(
        each.sentence.endswith("không bị thu hồi theo thông tin ngày 20/12/2024.")
        for each in report.signatures
    )
    assert BODY in report.signatures[1].sentence
    for at in range(len(one), len(two), 701):
        assert examine(flipped(two, at, 4), world.roots, at=CHECKED).verdict is Verdict.CHANGED
