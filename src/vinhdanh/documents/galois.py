"""Arithmetic of the field GF(256) and the check bytes of Reed and Solomon, as QR codes use them."""

from __future__ import annotations

from functools import cache
from typing import Final

_POLYNOMIAL: Final = 0x11D
_ORDER: Final = 255


def _tables() -> tuple[list[int], list[int]]:
    powers, logs = [0] * (2 * _ORDER), [0] * (_ORDER + 1)
    value = 1
    for at in range(_ORDER):
        powers[at] = powers[at + _ORDER] = value
        logs[value] = at
        value <<= 1
        if value > _ORDER:
            value ^= _POLYNOMIAL
    return powers, logs


_POWERS, _LOGS = _tables()


def check_bytes(data: bytes, count: int) -> bytes:
    """Return the remainder of data divided by the generator of the given degree."""
    generator = _generator(count)
    rest = [*data, *([0] * count)]
    for at in range(len(data)):
        lead = rest[at]
        if lead:
            log = _LOGS[lead]
            for step, factor in enumerate(generator, start=at):
                rest[step] ^= _POWERS[log + factor]
    return bytes(rest[-count:])


@cache
def _generator(degree: int) -> tuple[int, ...]:
    """Return the logarithms of the factors of (x - 1)(x - 2)(x - 4)…, the highest first."""
    factors = [1]
    for at in range(degree):
        root = _POWERS[at]
        shifted = [*factors, 0]
        for step, factor in enumerate(factors, start=1):
            shifted[step] ^= _POWERS[_LOGS[factor] + _LOGS[root]]
        factors = shifted
    return tuple(_LOGS[one] for one in factors)
