"""The lines over a signer's name: in whose power they sign."""

from __future__ import annotations

from vinhdanh.kernel.errors import DomainError
from vinhdanh.records.enums import Authority

HEAD = "CHỦ TỊCH"
COUNCIL = "HĐTĐKT"
_BEFORE = {
    Authority.HEAD: (),
    Authority.COLLECTIVE: ("TM. {body}",),
    Authority.ACTING: (),
    Authority.DEPUTY: (f"KT. {HEAD}",),
    Authority.COLLECTIVE_DEPUTY: ("TM. {body}", f"KT. {HEAD}"),
    Authority.BY_ORDER: (f"TL. {HEAD}",),
    Authority.DELEGATED: (f"TUQ. {HEAD}",),
}
BY_HEAD = (Authority.HEAD, Authority.COLLECTIVE, Authority.ACTING)
"""Where the signer's own post is the head's, and need not be asked for."""


def signature_lines(
    authority: Authority, position: str, *, body: str = "ỦY BAN NHÂN DÂN"
) -> tuple[str, ...]:
    """Return the lines over the signature, in capitals (Decree 30/2020, Annex I, II.7).

    Args:
        authority: in whose power.
        position: the signer's own post: "Phó Chủ tịch".
        body: the collective in whose name TM. is signed.

    >>> signature_lines(Authority.DEPUTY, "Phó Chủ tịch")
    ('KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH')
    """
    own = own_position(authority, position).upper()
    before = (line.format(body=body.upper()) for line in _BEFORE[authority])
    return (*before, f"Q. {own}" if authority == Authority.ACTING else own)


def is_councils(symbol: str) -> bool:
    """Tell whether papers of a symbol are the Council's own."""
    return symbol.endswith(COUNCIL)


def collective_of(symbol: str) -> str:
    """Return the collective in whose name papers of a symbol are signed (TM.).

    >>> collective_of("GM-HĐTĐKT")
    'HỘI ĐỒNG'
    """
    return "HỘI ĐỒNG" if is_councils(symbol) else "ỦY BAN NHÂN DÂN"


def own_position(authority: Authority, position: str) -> str:
    """Return the post the signer holds; the head's where the head signs."""
    return position or ("Chủ tịch" if authority in BY_HEAD else "")


def require_complete(authority: Authority, *, position: str, name: str, delegation: str) -> None:
    """Refuse a signature of which a part is missing.

    Raises:
        DomainError: no name; no post of who signs for the head; no paper that delegates.
    """
    if not name:
        raise DomainError("Chưa ghi người ký: hãy ghi họ và tên người ký.", field="signer_name")
    if not own_position(authority, position):
        raise DomainError(
            f"{name} ký thay hoặc thừa lệnh nên cần ghi chức vụ của chính người ký, ví dụ Phó Chủ"
            " tịch.",
            field="signer_position",
        )
    if authority == Authority.DELEGATED and not delegation:
        raise DomainError(
            "Ký thừa ủy quyền cần có văn bản ủy quyền: hãy ghi số, ngày của giấy ủy quyền.",
            field="delegation",
        )
