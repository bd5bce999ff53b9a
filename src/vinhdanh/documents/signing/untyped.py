"""asn1crypto, which ships no types, and the objects of a PDF, whose makers declare none."""

from __future__ import annotations

from importlib import import_module
from typing import Any, Final

algos: Final[Any] = import_module("asn1crypto.algos")
cms: Final[Any] = import_module("asn1crypto.cms")
core: Final[Any] = import_module("asn1crypto.core")
crl: Final[Any] = import_module("asn1crypto.crl")
ocsp: Final[Any] = import_module("asn1crypto.ocsp")
tsp: Final[Any] = import_module("asn1crypto.tsp")
generic: Final[Any] = import_module("pyhanko.pdf_utils.generic")
