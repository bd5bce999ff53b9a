"""The register rests on the documents of decisions: only decisions take their worth from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.kernel.errors import DomainError
from vinhdanh.records.hooks import worth_asked

if TYPE_CHECKING:
    from vinhdanh.records.models import OfficialDocument


@worth_asked.enter
def refuse_behind_the_register(document: OfficialDocument) -> None:
    """Refuse to change the force of a decision while its honours stay as they are."""
    if hasattr(document, "decision"):
        raise DomainError(
            f"Sổ khen thưởng ghi theo {document}: hãy soạn quyết định hủy bỏ, đính chính hoặc phục"
            " hồi ở trang của quyết định đó, tình trạng của văn bản sẽ đổi theo."
        )
