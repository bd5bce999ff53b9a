from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING, Any

import pytest
from pyhanko.sign.timestamps import DummyTimeStamper
from tests.documents.signing.conftest import AT, CHECKED
from tests.documents.signing.flipping import container, flipped

from vinhdanh.documents import DocumentError
from vinhdanh.documents.signing.acts import sign_person
from vinhdanh.documents.signing.examining import examine
from vinhdanh.documents.signing.keys import open_pkcs12
from vinhdanh.documents.signing.report import Verdict
from vinhdanh.documents.signing.specimens import specimen_signature
from vinhdanh.documents.signing.testing_ca import TESTING_PASSPHRASE
from vinhdanh.documents.signing.untyped import tsp

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from tests.documents.signing.conftest import World


@pytest.fixture(scope="module")
def address(world: World) -> Iterator[str]:
    """A time stamping authority on this machine; its clock stands five minutes after signing."""
    key: Any = open_pkcs12(
        world.root.certify("Dấu thời gian", "Vinh Danh", stamps_time=True), TESTING_PASSPHRASE
    ).signer
    stamper: Any = DummyTimeStamper(
        key.signing_cert, key.signing_key, fixed_dt=AT.replace(minute=35)
    )

    class Authority(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = tsp.TimeStampReq.load(self.rfile.read(int(self.headers["Content-Length"])))
            body = b"no" if self.path == "/bad" else stamper.request_tsa_response(asked).dump()
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_words: Any) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Authority)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def signed(world: World, address: str, at: datetime = AT) -> bytes:
    return sign_person(
        world.pdf, key=world.person, image=specimen_signature(), place=world.place, at=at,
        timestamp_address=address,
    )  # fmt: skip


@pytest.mark.parametrize("address", ["ftp://a", "abc", "file:///etc/passwd"], indirect=False)
def test_addresses_of_no_server(world: World, address: str) -> None:
    with pytest.raises(DocumentError, match="bắt đầu bằng https://"):
        signed(world, address)


def test_servers_that_do_not_answer(world: World, address: str) -> None:
    for bad in ("http://127.0.0.1:9/", f"{address}bad"):
        with pytest.raises(DocumentError, match="không trả lời đúng"):
            signed(world, bad)


def test_a_time_stamp_is_believed_over_the_claim(world: World, address: str) -> None:
    pdf = signed(world, address)
    report = examine(pdf, world.roots, at=CHECKED)
    assert report.verdict is Verdict.GENUINE
    (one,) = report.signatures
    assert one.has_timestamp
    assert one.signed_at == AT.replace(minute=35)
    assert "(theo dấu thời gian)" in one.sentence


def test_a_flipped_byte_of_a_time_stamp_is_a_change(world: World, address: str) -> None:
    pdf = signed(world, address)
    gap = container(pdf)
    end = gap.start + len(pdf[gap.start : gap.stop].rstrip(b"0>"))
    for at in range(end - 3000, end, 97):
        report = examine(flipped(pdf, at, 1), world.roots, at=CHECKED)
        assert report.verdict is Verdict.CHANGED, at
