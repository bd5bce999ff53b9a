"""One authority, one paper and its signed files for all tests: keys are slow to make."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from vinhdanh.documents import kind_named, render_pdf
from vinhdanh.documents.signing.acts import sign_body, sign_person
from vinhdanh.documents.signing.keys import SigningKey, open_pkcs12
from vinhdanh.documents.signing.measures import VIETNAM_TIME
from vinhdanh.documents.signing.places import find_signature_space
from vinhdanh.documents.signing.specimens import specimen_seal, specimen_signature
from vinhdanh.documents.signing.testing_ca import TESTING_PASSPHRASE, Issuer, new_root

if TYPE_CHECKING:
    from vinhdanh.documents.signing.places import Box

AT = datetime(2024, 12, 20, 9, 30, tzinfo=VIETNAM_TIME)
CHECKED = datetime(2025, 6, 1, tzinfo=VIETNAM_TIME)
POSITION, NAME = "CHỦ TỊCH", "Hoàng Đức Thịnh"
BODY = "Ủy ban nhân dân xã Minh Tiến"


@dataclass(frozen=True)
class World:
    """Keys under one root, a decision, and the decision signed once and twice."""

    root: Issuer
    person: SigningKey
    body: SigningKey
    pdf: bytes = field(repr=False)
    place: Box
    one: bytes = field(repr=False)
    two: bytes = field(repr=False)

    @property
    def roots(self) -> tuple[bytes, ...]:
        return (self.root.pem(),)


@pytest.fixture(scope="session")
def world() -> World:
    root = new_root()
    person = open_pkcs12(root.certify(NAME, BODY), TESTING_PASSPHRASE)
    body = open_pkcs12(root.certify(BODY, BODY), TESTING_PASSPHRASE)
    kind = kind_named("award_decision")
    pdf = render_pdf(kind.build(kind.read(kind.example_json())))
    place = find_signature_space(pdf, position=POSITION, name=NAME)
    one = sign_person(
        pdf, key=person, image=specimen_signature(), place=place, at=AT, reason="Ký ban hành"
    )
    later = AT + timedelta(minutes=5)
    two = sign_body(one, key=body, image=specimen_seal(), at=later)
    return World(root, person, body, pdf, place, one, two)
