from __future__ import annotations

from vinhdanh.kernel.errors import DomainError


class BundleError(DomainError):
    """A file is no bundle, or not the one that was signed; the sentence says which."""
