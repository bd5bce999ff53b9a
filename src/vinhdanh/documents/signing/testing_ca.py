"""A certification authority for demonstration and tests, made on demand; without legal value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    pkcs12,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

ROOT_NAME: Final = "CA thử nghiệm Vinh Danh – không có giá trị pháp lý"
TESTING_PASSPHRASE: Final = "thu-nghiem"  # noqa: S105 - opens keys that are worth nothing
_BITS: Final = 2048
_FROM: Final = datetime(2020, 1, 1, tzinfo=UTC)
_TO: Final = datetime(2049, 12, 31, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Authority:
    """Files of the authority: its root, and the keys it certified."""

    folder: Path

    @property
    def roots(self) -> Path:
        """The folder of trusted roots: only this authority's."""
        return self.folder / "roots"

    @property
    def person(self) -> Path:
        return self.folder / "person.p12"

    @property
    def body(self) -> Path:
        return self.folder / "body.p12"


@dataclass(frozen=True, slots=True)
class Issuer:
    """A name with its key and certificate, able to certify others."""

    certificate: x509.Certificate
    key: rsa.RSAPrivateKey

    def certify(
        self,
        name: str,
        organisation: str,
        *,
        valid_from: datetime = _FROM,
        valid_to: datetime = _TO,
        stamps_time: bool = False,
    ) -> bytes:
        """Return a PKCS#12 file of a new key with its certificate."""
        key = _new_key()
        subject = _name(name, organisation)
        draft = (
            _certificate(subject, self.certificate.subject, key, valid_from, valid_to)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(_usage(signs=True), critical=True)
        )
        if stamps_time:
            purposes = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
            draft = draft.add_extension(purposes, critical=True)
        certificate = draft.sign(self.key, hashes.SHA256())
        return pkcs12.serialize_key_and_certificates(
            name.encode(),
            key,
            certificate,
            [self.certificate],
            BestAvailableEncryption(TESTING_PASSPHRASE.encode()),
        )

    def revoke(self, serials: Mapping[int, datetime], *, said_on: datetime) -> bytes:
        """Return the list of revoked certificates (CRL, DER): serial number and moment."""
        draft = (
            x509.CertificateRevocationListBuilder()
            .issuer_name(self.certificate.subject)
            .last_update(said_on)
            .next_update(said_on + timedelta(days=30))
        )
        for serial, moment in serials.items():
            entry = x509.RevokedCertificateBuilder().serial_number(serial).revocation_date(moment)
            draft = draft.add_revoked_certificate(entry.build())
        return draft.sign(self.key, hashes.SHA256()).public_bytes(Encoding.DER)

    def pem(self) -> bytes:
        """Return the certificate as PEM."""
        return self.certificate.public_bytes(Encoding.PEM)


def new_root(name: str = ROOT_NAME) -> Issuer:
    """Return a new self-signed root."""
    key = _new_key()
    subject = _name(name, "Vinh Danh")
    certificate = (
        _certificate(subject, subject, key, _FROM, _TO)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs=False), critical=True)
        .sign(key, hashes.SHA256())
    )
    return Issuer(certificate, key)


def authority_in(folder: Path, *, person: str, body: str) -> Authority:
    """Return the authority of a folder; what is there already is kept.

    person and body are the names on the two certificates. Keys are readable by their owner
    only and must never be committed.
    """
    authority = Authority(folder)
    files = (authority.person, authority.body, authority.roots / "testing.pem")
    if not all(path.exists() for path in files):
        authority.roots.mkdir(parents=True, exist_ok=True)
        root = new_root()
        _write(authority.person, root.certify(person, body))
        _write(authority.body, root.certify(body, body))
        _write(authority.roots / "testing.pem", root.pem())
    return authority


def _write(path: Path, data: bytes) -> None:
    path.touch(mode=0o600)
    path.write_bytes(data)


def _new_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=_BITS)


def _name(name: str, organisation: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "VN"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation),
            x509.NameAttribute(NameOID.COMMON_NAME, name),
        ]
    )


def _certificate(
    subject: x509.Name,
    issuer: x509.Name,
    key: rsa.RSAPrivateKey,
    valid_from: datetime,
    valid_to: datetime,
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(valid_from)
        .not_valid_after(valid_to)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def _usage(*, signs: bool) -> x509.KeyUsage:
    """Return the usage of a signer's key, or of an authority's."""
    return x509.KeyUsage(
        digital_signature=signs,
        content_commitment=signs,
        key_cert_sign=not signs,
        crl_sign=not signs,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )
