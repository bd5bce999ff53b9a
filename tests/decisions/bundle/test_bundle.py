from __future__ import annotations

import base64
import datetime as dt
import json
from dataclasses import replace
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from vinhdanh.decisions.bundle import (
    Answer,
    AnswerRow,
    BundleError,
    Case,
    Content,
    Office,
    Piece,
    Proposal,
    Verdict,
    fingerprint,
    read_bundle,
    write_bundle,
)
from vinhdanh.decisions.bundle import reading as module
from vinhdanh.decisions.bundle.keys import new_key, public_key, sign

KEY = bytes(range(32))
CASE = Case(
    key="4b1e",
    recipient_kind="individual",
    recipient="Nguyễn Thị Hạnh",
    detail="Công chức Văn phòng – Thống kê",
    honour="bang-khen-tinh-ca-nhan",
    honour_name="Bằng khen của Chủ tịch UBND tỉnh",
    achievement="Hoàn thành xuất sắc nhiệm vụ hai năm liên tục",
    period="2023–2024",
    year=2024,
    kind="merit",
    birth_date=dt.date(1975, 3, 12),
    votes="7/7",
)
CONTENT = Content(
    id="9b2f3c1e-0000-4000-8000-000000000001",
    made_at=dt.datetime(2024, 12, 20, 3, 0, tzinfo=dt.UTC),
    sender=Office("Ủy ban nhân dân xã Minh Tiến", "Minh Tiến", "hai-duong"),
    receiver=Office("Ủy ban nhân dân huyện Phù Cừ"),
    proposal=Proposal("12/TTr-UBND", dt.date(2024, 12, 20), (CASE,)),
)
PIECES = (
    Piece("02-bien-ban.pdf", "Biên bản họp Hội đồng", b"%PDF-2", ""),
    Piece("01-to-trinh.pdf", "Tờ trình", b"%PDF-1", CASE.key),
)


def rezipped(data: bytes, **changes: bytes | None) -> bytes:
    """Return a bundle with entries replaced, added, or (None) left out, as an attacker might."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        entries: dict[str, bytes | None] = {each: old.read(each) for each in old.namelist()}
        for name, value in (entries | changes).items():
            if value is not None:
                new.writestr(name, value)
    return out.getvalue()


def signed_anew(manifest: dict[str, object]) -> bytes:
    """Return a bundle whose manifest says whatever it says, properly signed."""
    data = json.dumps(manifest).encode()
    seal = {
        "scheme": "ed25519",
        "public_key": base64.b64encode(public_key(KEY)).decode(),
        "signature": base64.b64encode(sign(KEY, data)).decode(),
    }
    empty = write_bundle(CONTENT, (), private_key=KEY)
    return rezipped(empty, **{"manifest.json": data, "signature.json": json.dumps(seal).encode()})


def manifest() -> dict[str, object]:
    with ZipFile(BytesIO(write_bundle(CONTENT, (), private_key=KEY))) as archive:
        found: dict[str, object] = json.loads(archive.read("manifest.json"))
    return found


def test_what_is_written_is_read() -> None:
    found = read_bundle(write_bundle(CONTENT, PIECES, private_key=KEY))
    assert found.content == CONTENT
    assert found.pieces == tuple(sorted(PIECES, key=lambda piece: piece.path))
    assert found.public_key == public_key(KEY)


def test_an_answer_travels_the_same_way() -> None:
    rows = (
        AnswerRow(
            "a", Verdict.GRANTED, "", "99/QĐ-UBND", dt.date(2025, 1, 9), "Chủ tịch UBND tỉnh"
        ),
        AnswerRow("b", Verdict.REFUSED, "Chưa đủ hai năm"),
    )
    content = replace(CONTENT, proposal=None, answer=Answer(CONTENT.id, rows))
    assert read_bundle(write_bundle(content, (), private_key=KEY)).content == content


def test_the_same_content_gives_the_same_bytes() -> None:
    first = write_bundle(CONTENT, PIECES, private_key=KEY)
    assert write_bundle(CONTENT, PIECES[::-1], private_key=KEY) == first


def test_content_is_a_proposal_or_an_answer() -> None:
    with pytest.raises(ValueError, match="either a proposal or an answer"):
        replace(CONTENT, answer=Answer("x", ()))


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", b"%PDF-1.7", rezipped(b"PK\x05\x06" + bytes(18))]
)
def test_another_file_is_no_bundle(data: bytes) -> None:
    with pytest.raises(BundleError, match="không phải tệp hồ sơ"):
        read_bundle(data)


def test_a_changed_manifest_is_refused() -> None:
    data = write_bundle(CONTENT, PIECES, private_key=KEY)
    with ZipFile(BytesIO(data)) as archive:
        text = archive.read("manifest.json")
    changed = text.replace("Hạnh".encode(), b"Hanh")
    assert changed != text
    with pytest.raises(BundleError, match="đã bị sửa sau khi ký"):
        read_bundle(rezipped(data, **{"manifest.json": changed}))


def test_a_changed_file_is_named() -> None:
    data = write_bundle(CONTENT, PIECES, private_key=KEY)
    with pytest.raises(BundleError, match="“Tờ trình” trong tệp hồ sơ không còn như lúc ký"):
        read_bundle(rezipped(data, **{"files/01-to-trinh.pdf": b"%PDF-9"}))
    with pytest.raises(BundleError, match="thiếu “Tờ trình”"):
        read_bundle(rezipped(data, **{"files/01-to-trinh.pdf": None}))
    with pytest.raises(BundleError, match=r"mục lạ “files/them\.exe”"):
        read_bundle(rezipped(data, **{"files/them.exe": b"MZ"}))


@pytest.mark.parametrize(
    "signature", [b"{}", b"[]", b"\xff", b'{"scheme":"ed25519","public_key":"?","signature":""}']
)
def test_a_broken_signature_is_no_bundle(signature: bytes) -> None:
    data = write_bundle(CONTENT, PIECES, private_key=KEY)
    with pytest.raises(BundleError, match="không phải tệp hồ sơ"):
        read_bundle(rezipped(data, **{"signature.json": signature}))


def test_a_newer_format_asks_for_an_update() -> None:
    with pytest.raises(BundleError, match="hãy cập nhật phần mềm"):
        read_bundle(signed_anew(manifest() | {"version": 2}))


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"made_at": "hôm qua"}, "made_at"),
        ({"sender": None}, "sender"),
        (
            {"proposal": {"letter": "1", "letter_on": "2024-02-30", "cases": []}},
            "proposal.letter_on",
        ),
        (
            {"proposal": {"letter": "1", "letter_on": "2024-02-03", "cases": [{}]}},
            "proposal.cases.1.key",
        ),
        ({"proposal": None}, "proposal"),
        ({"files": {}}, "files"),
        ({"files": [{"path": "../x", "title": "", "case": "", "size": 0, "sha256": ""}]}, "../x"),
        (
            {"answer": {"proposal": "x", "rows": [{"key": "a", "verdict": "maybe"}]}},
            "answer.rows.1.verdict",
        ),
        ({"id": "x" * 3000}, "id"),
    ],
)
def test_a_signed_manifest_may_still_be_wrong(change: dict[str, object], named: str) -> None:
    with pytest.raises(BundleError) as told:
        read_bundle(signed_anew(manifest() | change))
    assert f"“{named}”" in told.value.message


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    data = write_bundle(CONTENT, PIECES, private_key=KEY)
    monkeypatch.setattr(module, "MOST_UNPACKED", 10)
    with pytest.raises(BundleError, match="quá nhiều hoặc quá lớn"):
        read_bundle(data)
    monkeypatch.setattr(module, "MOST_BYTES", 10)
    with pytest.raises(BundleError, match="chia danh sách"):
        read_bundle(data)


def test_a_fingerprint_is_read_in_groups() -> None:
    key = new_key()
    told = fingerprint(public_key(key))
    assert [len(group) for group in told.split()] == [4] * 6
    assert told != fingerprint(public_key(new_key()))
