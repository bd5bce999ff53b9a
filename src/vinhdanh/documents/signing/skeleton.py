"""The frame of a CMS signature written anew, to be held against the bytes of a file.

What a signature or an issuer protects (signed attributes, certificates, a time stamp's content)
is taken as it is; all around it has one right way to be written (RFC 5652, DER).
"""

from __future__ import annotations

from typing import Any, Final

from vinhdanh.documents.signing.untyped import algos, cms, core

_SEQUENCE: Final = 0x30
_SET: Final = 0x31
_ZERO: Final = 0xA0
_ONE: Final = 0xA1
_SHORT: Final = 0x80
_TIMESTAMP: Final = "signature_time_stamp_token"


def frame(container: Any) -> bytes:
    """Return the container as a signer who keeps the rules writes it.

    Raises:
        ValueError: it has more or other parts than a signature of a PDF.
    """
    signed = container["content"]
    (signer,) = signed["signer_infos"]
    certificates = b"".join(one.dump() for one in signed["certificates"])
    return _tlv(
        _SEQUENCE,
        _identifier("signed_data", cms.ContentType),
        _tlv(
            _ZERO,
            _tlv(
                _SEQUENCE,
                _version(3 if _is_by_key(signer) or _is_stamp(signed) else 1),
                _tlv(_SET, _digest(signer)),
                signed["encap_content_info"].dump(),
                _tlv(_ZERO, certificates),
                _lists(signed),
                _tlv(_SET, _signer(signer, signed)),
            ),
        ),
    )


def tokens(container: Any) -> list[Any]:
    """Return the time stamps that an unsigned attribute carries."""
    (signer,) = container["content"]["signer_infos"]
    attributes = signer["unsigned_attrs"]
    if attributes is core.VOID or not attributes.native:
        return []
    return [value for one in attributes for value in one["values"]]


def _signer(signer: Any, signed: Any) -> bytes:
    return _tlv(
        _SEQUENCE,
        _version(3 if _is_by_key(signer) else 1),
        _holder(signer, signed),
        _digest(signer),
        _tlv(_ZERO, signer["signed_attrs"].contents),
        _mechanism(signer),
        core.OctetString(signer["signature"].native).dump(),
        _unsigned(signer),
    )


def _holder(signer: Any, signed: Any) -> bytes:
    """Return the pointer to the signer's certificate, spelt as the certificate spells it."""
    wanted = signer["sid"].chosen
    if _is_by_key(signer):
        return _tlv(_SHORT, wanted.native)
    for one in signed["certificates"]:
        body = one.chosen["tbs_certificate"]
        parts = body["issuer"].dump() + body["serial_number"].dump()
        if parts == wanted["issuer"].dump() + wanted["serial_number"].dump():
            return _tlv(_SEQUENCE, parts)
    raise ValueError("no certificate of the signer")


def _digest(signer: Any) -> bytes:
    """Return the digest algorithm with its parameters absent or NULL, as found."""
    found = signer["digest_algorithm"]
    plain = {"algorithm": found["algorithm"].native}
    ways = [
        algos.DigestAlgorithm(plain).dump(),
        algos.DigestAlgorithm({**plain, "parameters": core.Null()}).dump(),
    ]
    return _one_of(ways, found.dump())


def _mechanism(signer: Any) -> bytes:
    """Return the signature algorithm; parameters of PSS are used, so they cannot be changed."""
    found = signer["signature_algorithm"]
    name = found["algorithm"].native
    if name == "rsassa_pss":
        return bytes(found.dump(force=True))
    plain = {"algorithm": name}
    ways = [
        algos.SignedDigestAlgorithm(plain).dump(),
        algos.SignedDigestAlgorithm({**plain, "parameters": core.Null()}).dump(),
    ]
    return _one_of(ways, found.dump())


def _unsigned(signer: Any) -> bytes:
    attributes = signer["unsigned_attrs"]
    if attributes is core.VOID or attributes.native is None:
        return b""
    (stamp,) = attributes
    if stamp["type"].native != _TIMESTAMP or len(stamp["values"]) != 1:
        raise ValueError("an unsigned attribute that is no time stamp")
    inner = _tlv(_SET, stamp["values"][0].dump())
    return _tlv(_ONE, _tlv(_SEQUENCE, _identifier(_TIMESTAMP, cms.CMSAttributeType), inner))


def _lists(signed: Any) -> bytes:
    if signed["crls"] is core.VOID or signed["crls"].native is None:
        return b""
    raise ValueError("lists of revoked certificates, which nothing here checks")


def _version(number: int) -> bytes:
    return bytes(core.Integer(number).dump())


def _is_by_key(signer: Any) -> bool:
    """Tell whether the signer's certificate is named by its key, not by issuer and number."""
    return bool(signer["sid"].name == "subject_key_identifier")


def _is_stamp(signed: Any) -> bool:
    return bool(signed["encap_content_info"]["content_type"].native != "data")


def _identifier(name: str, kind: Any) -> bytes:
    return bytes(kind(name).dump())


def _one_of(ways: list[bytes], found: bytes) -> bytes:
    return found if found in ways else ways[0]


def _tlv(tag: int, *parts: bytes) -> bytes:
    content = b"".join(parts)
    size = len(content)
    if size < _SHORT:
        return bytes((tag, size)) + content
    length = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes((tag, _SHORT | len(length))) + length + content
