"""The three acts of signing, in their order: the person, then (with the number) the body."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.signing import fields, looks, number_fields
from vinhdanh.documents.signing import measures as mm
from vinhdanh.documents.signing.mark import mark_box, mark_content, mark_lines
from vinhdanh.documents.signing.pictures import read_picture
from vinhdanh.documents.signing.writing import opened, write_signature

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from pyhanko.pdf_utils.reader import PdfFileReader

    from vinhdanh.documents.signing.keys import SigningKey
    from vinhdanh.documents.signing.places import Box


def sign_person(
    pdf: bytes,
    *,
    key: SigningKey,
    image: bytes,
    place: Box,
    at: datetime,
    reason: str = "",
    location: str = "",
    timestamp_address: str = "",
    seal_width: float = mm.SEAL_WIDTH,
    evidence: Sequence[bytes] = (),
) -> bytes:
    """Return the paper with the person's signature (Decree 30/2020, Annex I, II.7.c).

    image is a PNG of the signature in blue, drawn in the middle of the place that
    `find_signature_space` found. A paper with empty number fields is certified: from then on
    only its fields may be filled, and the place of a seal of `seal_width` mm is set. evidence
    are files that say which certificates are revoked (CRL, OCSP); they are kept inside.

    Raises:
        DocumentError: a bad file, picture or key; the body has signed already.
    """
    picture = read_picture(image)
    with opened(pdf) as (writer, reader):
        taken = fields.signed_names(reader)
        fields.require_unsigned_by_body(taken)
        box = looks.person_box(place, picture)
        waits = number_fields.waits_for_person(reader, taken)
        if waits:
            fields.reserve(writer, fields.PERSON, box, f"Chữ ký số của {key.holder}")
            fields.reserve(
                writer, fields.BODY, looks.round_box(box, seal_width), "Chữ ký số của cơ quan",
                locks=True,
            )  # fmt: skip
        return write_signature(
            writer,
            key=key,
            field_name=fields.next_name(fields.PERSON, taken),
            title=f"Chữ ký số của {key.holder}",
            box=None if waits else box,
            certifies=waits,
            look=looks.pictured(picture),
            at=at,
            reason=reason,
            location=location,
            timestamp_address=timestamp_address,
            evidence=evidence,
        )


def sign_body(
    pdf: bytes,
    *,
    key: SigningKey,
    image: bytes,
    at: datetime,
    width: float = mm.SEAL_WIDTH,
    place: Box | None = None,
    reason: str = "",
    location: str = "",
    timestamp_address: str = "",
    evidence: Sequence[bytes] = (),
) -> bytes:
    """Return the paper with the body's signature (Decree 30/2020, Annex I, II.8).

    image is a PNG of the seal in red, drawn `width` millimetres wide over the left third of
    the person's signature; a paper that waited for its number has kept a place of its own for
    it. place is needed when the person signed elsewhere: the space between position and name.

    Raises:
        DocumentError: a bad file, picture or key; no person has signed; the body has; the number is
            missing.
    """
    picture = read_picture(image)
    with opened(pdf) as (writer, reader):
        taken = fields.signed_names(reader)
        fields.require_unsigned_by_body(taken)
        number_fields.require_filled(reader)
        is_reserved = fields.is_reserved(reader, fields.BODY)
        return write_signature(
            writer,
            key=key,
            field_name=fields.next_name(fields.BODY, taken),
            title=f"Chữ ký số của cơ quan: {key.holder}",
            box=None
            if is_reserved
            else looks.seal_box(_person(reader, taken, place), picture, width),
            look=looks.pictured(picture),
            at=at,
            reason=reason,
            location=location,
            timestamp_address=timestamp_address,
            evidence=evidence,
        )


def sign_attachment(
    pdf: bytes,
    *,
    key: SigningKey,
    number: str,
    at: datetime,
    reason: str = "",
    timestamp_address: str = "",
) -> bytes:
    """Return an attachment in a file of its own with the body's signature.

    number is number and symbol of the main paper ("15/QĐ-UBND"); it stands with the time of
    signing at the top right of the first page, without a picture.

    Raises:
        DocumentError: a bad file or key; the body has signed already.
    """
    with opened(pdf) as (writer, reader):
        taken = fields.signed_names(reader)
        fields.require_unsigned_by_body(taken)
        return write_signature(
            writer,
            key=key,
            field_name=fields.next_name(fields.BODY, taken),
            title=f"Chữ ký số của cơ quan: {key.holder}",
            box=mark_box(*_first_page(reader)),
            look=looks.drawn(mark_content(mark_lines(number, at))),
            at=at,
            reason=reason,
            location="",
            timestamp_address=timestamp_address,
        )


def _person(reader: PdfFileReader, taken: tuple[str, ...], place: Box | None) -> Box:
    if not taken:
        raise DocumentError(
            "Văn bản chưa có chữ ký số của người có thẩm quyền; "
            "hãy ký theo thứ tự: người ký, cấp số, rồi cơ quan."
        )
    box = fields.last_box(reader, fields.PERSON)
    if box is None and place is not None:
        box = looks.usual_box(place)
    if box is None:
        raise DocumentError(
            "Không biết người có thẩm quyền đã ký ở đâu trên trang; "
            "hãy cho biết chức vụ và họ tên người ký ghi trong văn bản."
        )
    return box


def _first_page(reader: Any) -> tuple[float, float]:
    """Return width and height of the first page."""
    page = reader.find_page_for_modification(0)[0].get_object()
    while "/MediaBox" not in page:
        page = page["/Parent"]
    left, low, right, high = (float(side) / mm.POINTS_PER_MM for side in page["/MediaBox"])
    return right - left, high - low
