"""The register rests on the documents of decisions: only decisions change those."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.kernel.errors import DomainError
from vinhdanh.records.hooks import change_asked

if TYPE_CHECKING:
    from vinhdanh.records.models import OfficialDocument


@change_asked.enter
def refuse_behind_the_register(document: OfficialDocument) -> None:
    """Refuse to change what a decision says while its honours stay as they are."""
    if hasattr(document, "decision"):
        raise DomainError(
            f"Sổ khen thưởng ghi theo {document}: hãy soạn quyết định hủy bỏ, đính chính hoặc"
            " khôi phục ở trang của quyết định đó, tình trạng của văn bản sẽ đổi theo."
        )
