"""What a verification found: a verdict, and one sentence a citizen understands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from vinhdanh.documents.signing import measures as mm

if TYPE_CHECKING:
    from datetime import datetime


class Verdict(StrEnum):
    """What a file or a signature is worth."""

    GENUINE = "genuine"
    CHANGED = "changed"
    UNTRUSTED = "untrusted"
    UNSIGNED = "unsigned"
    UNREADABLE = "unreadable"


class Trust(StrEnum):
    """Whether the certificate leads to a trusted root, at the time of signing."""

    TRUSTED = "trusted"
    UNKNOWN_ISSUER = "unknown_issuer"
    EXPIRED = "expired"
    NOT_YET_VALID = "not_yet_valid"
    SIGNED_IN_FUTURE = "signed_in_future"
    UNSUITABLE = "unsuitable"
    REVOKED = "revoked"
    REVOKED_SINCE = "revoked_since"
    """Revoked after the time the signer claims, which no authority vouches for."""


class Later(StrEnum):
    """What was appended after a signature."""

    NOTHING = "nothing"
    ALLOWED = "allowed"
    NUMBER_ONLY = "number_only"
    """Number and date in the fields for them, which nobody has signed yet."""
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureReport:
    """One signature. Times are in Vietnam's zone."""

    field_name: str
    signer: str
    organisation: str
    signed_at: datetime | None
    has_timestamp: bool
    """Whether an authority vouches for the time; if not, the signer claims it."""
    is_intact: bool
    covers_whole_file: bool
    later: Later
    trust: Trust
    has_expired_since: bool
    written: str = ""
    """Number and date that were written into the fields for them afterwards."""
    revoked_on: datetime | None = None
    """When a certificate of the path was revoked, if it was."""
    not_revoked_on: datetime | None = None
    """The day of the latest word that no certificate of the path is; None where none is known."""

    @property
    def verdict(self) -> Verdict:
        if not self.is_intact or self.later is Later.FORBIDDEN:
            return Verdict.CHANGED
        is_good = self.trust is Trust.TRUSTED and self.later is not Later.NUMBER_ONLY
        return Verdict.GENUINE if is_good else Verdict.UNTRUSTED

    @property
    def sentence(self) -> str:
        """Who signed when, and what that is worth."""
        if not self.is_intact:
            return f"Nội dung hoặc chữ ký số của {self.signer} đã bị sửa sau khi ký."
        if self.later is Later.FORBIDDEN:
            return f"Tệp bị thêm hoặc sửa nội dung sau khi {self.signer} ký."
        return f"{self._who} ký số lúc {self._when}. {self._trusted}{self._since}{self._after}"

    @property
    def _who(self) -> str:
        is_known = self.organisation and self.organisation != self.signer
        return f"{self.signer} ({self.organisation})" if is_known else self.signer

    @property
    def _when(self) -> str:
        if self.signed_at is None:
            return "không rõ"
        source = "theo dấu thời gian" if self.has_timestamp else "theo máy của người ký"
        return f"{self.signed_at.astimezone(mm.VIETNAM_TIME):%H:%M:%S ngày %d/%m/%Y} ({source})"

    @property
    def _trusted(self) -> str:
        told = _TRUST[self.trust].format(day=_day(self.revoked_on))
        if self.trust is not Trust.TRUSTED:
            return told
        if self.revoked_on:
            return f"{told} Chứng thư bị thu hồi ngày {_day(self.revoked_on)}, sau khi ký."
        if self.not_revoked_on:
            day = _day(self.not_revoked_on)
            return f"{told} Chứng thư không bị thu hồi theo thông tin ngày {day}."
        return f"{told} Chưa kiểm tra được chứng thư có bị thu hồi hay không."

    @property
    def _since(self) -> str:
        return " Chứng thư nay đã hết hạn nhưng còn hạn lúc ký." if self.has_expired_since else ""

    @property
    def _after(self) -> str:
        if not self.written:
            return ""
        if self.later is Later.NUMBER_ONLY:
            return f" Sau đó ghi {self.written}, nhưng chưa có chữ ký số của cơ quan xác nhận."
        return f" Sau chữ ký này chỉ ghi thêm {self.written}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A file's verdict: the worst of its signatures', or why there is none to judge."""

    verdict: Verdict
    sentence: str
    signatures: tuple[SignatureReport, ...] = ()


CHANGED_SENTENCE: Final = (
    "Tệp không còn nguyên vẹn: có nội dung bị sửa, bị cắt hoặc thêm sau khi ký."
)
TRACES_SENTENCE: Final = (
    "Tệp có dấu vết chữ ký số nhưng không kiểm tra được: tệp đã bị sửa, bị cắt, "
    "hoặc được ký theo cách không hỗ trợ; hãy xin lại tệp từ nơi ban hành."
)
UNSIGNED_SENTENCE: Final = "Tệp không có chữ ký số nào."
_GENUINE_SENTENCE: Final = (
    "Tệp còn nguyên vẹn và mọi chữ ký số đều hợp lệ theo các chứng thư gốc được tin cậy."
)
_UNTRUSTED_SENTENCE: Final = (
    "Tệp còn nguyên vẹn nhưng có chữ ký số chưa được tin cậy; hãy xem lý do ở từng chữ ký."
)
_TRUST: Final = {
    Trust.TRUSTED: "Chữ ký hợp lệ, chứng thư được tin cậy.",
    Trust.UNKNOWN_ISSUER: (
        "Chứng thư không dẫn tới chứng thư gốc nào được tin cậy; "
        "quản trị viên có thể thêm chứng thư gốc của nơi cấp."
    ),
    Trust.EXPIRED: "Chứng thư đã hết hạn trước lúc ký.",
    Trust.NOT_YET_VALID: "Chứng thư chưa có hiệu lực lúc ký.",
    Trust.SIGNED_IN_FUTURE: "Thời điểm ký ở sau thời điểm kiểm tra; hãy xem lại đồng hồ máy.",
    Trust.REVOKED: "Chứng thư đã bị thu hồi ngày {day}, trước lúc ký.",
    Trust.REVOKED_SINCE: (
        "Chứng thư đã bị thu hồi ngày {day}, và không có dấu thời gian nào chứng minh chữ ký có"
        " trước ngày đó."
    ),
    Trust.UNSUITABLE: "Chứng thư hoặc thuật toán ký không được dùng để ký văn bản.",
}


def report_of(signatures: tuple[SignatureReport, ...]) -> Report:
    """Return the report of a file whose signatures could all be read."""
    verdicts = {one.verdict for one in signatures}
    if Verdict.CHANGED in verdicts:
        return Report(verdict=Verdict.CHANGED, sentence=CHANGED_SENTENCE, signatures=signatures)
    if Verdict.UNTRUSTED in verdicts:
        return Report(
            verdict=Verdict.UNTRUSTED, sentence=_UNTRUSTED_SENTENCE, signatures=signatures
        )
    return Report(verdict=Verdict.GENUINE, sentence=_GENUINE_SENTENCE, signatures=signatures)


def unreadable(why: str) -> Report:
    """Return the report of a file that cannot be opened."""
    return Report(
        verdict=Verdict.UNREADABLE,
        sentence=f"Không kiểm tra được: tệp {why}; hãy chọn đúng tệp PDF đã được ký số.",
    )


def _day(moment: datetime | None) -> str:
    return f"{moment.astimezone(mm.VIETNAM_TIME):%d/%m/%Y}" if moment else ""
