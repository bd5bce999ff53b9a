"""A token in software (SoftHSM 2), where it and python-pkcs11 are installed."""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import tempfile
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)

from vinhdanh.documents.signing.testing_ca import TESTING_PASSPHRASE

PIN: Final = "1234-ký"
_DRIVERS: Final = (
    "/usr/lib/softhsm/libsofthsm2.so",
    "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
    "/usr/lib64/pkcs11/libsofthsm2.so",
)
DRIVER: Final = next((Path(one) for one in _DRIVERS if Path(one).exists()), Path("none"))
MISSING: Final = " and ".join(
    name
    for name, is_there in (
        ("softhsm2", DRIVER.exists() and shutil.which("softhsm2-util") is not None),
        ("python-pkcs11", find_spec("pkcs11") is not None),
    )
    if not is_there
)


@cache
def make_token() -> None:
    """Make an empty token, once: a driver reads SOFTHSM2_CONF when it is loaded."""
    folder = Path(tempfile.mkdtemp(prefix="softhsm-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    (folder / "tokens").mkdir()
    conf = folder / "softhsm2.conf"
    conf.write_text(f"directories.tokendir = {folder / 'tokens'}\nlog.level = ERROR\n")
    os.environ["SOFTHSM2_CONF"] = str(conf)
    subprocess.run(
        ["softhsm2-util", "--init-token", "--free", "--label", "thử", "--pin", PIN, "--so-pin",
         "12345678"],
        check=True, capture_output=True,
    )  # fmt: skip


def put_key(key_file: bytes, *, label: str) -> None:
    """Put the key of a PKCS#12 file and its certificate on the token."""
    make_token()
    private, held, _ = pkcs12.load_key_and_certificates(key_file, TESTING_PASSPHRASE.encode())
    if private is None or held is None:
        raise ValueError("a key file without its key")
    der = private.private_bytes(Encoding.DER, PrivateFormat.TraditionalOpenSSL, NoEncryption())
    pkcs11: Any = import_module("pkcs11")
    decode_key = import_module("pkcs11.util.rsa").decode_rsa_private_key
    decode_certificate = import_module("pkcs11.util.x509").decode_x509_certificate

    token = next(
        token for slot in pkcs11.lib(str(DRIVER)).get_slots(token_present=True)
        if (token := slot.get_token()).label
    )  # fmt: skip
    same = {pkcs11.Attribute.LABEL: label, pkcs11.Attribute.ID: os.urandom(8)}
    with token.open(user_pin=PIN, rw=True) as session:
        key = decode_key(der)
        session.create_object({**key, **same, pkcs11.Attribute.TOKEN: True})
        certificate = decode_certificate(held.public_bytes(Encoding.DER))
        session.create_object({**certificate, **same, pkcs11.Attribute.TOKEN: True})
