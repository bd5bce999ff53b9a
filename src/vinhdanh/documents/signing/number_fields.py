"""Number, day and month as form fields: empty while a person signs, filled by the office after.

Decree 30/2020/NĐ-CP has the person sign before the number is given. A certifying signature
allows form fields to be filled and nothing else to change, so both signatures stay right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from vinhdanh.documents import dates
from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.numbers import two_digits
from vinhdanh.documents.signing import fields
from vinhdanh.documents.signing.blanks import find_blanks
from vinhdanh.documents.signing.text_fields import add_text_field, fill_text_field, text_values
from vinhdanh.documents.signing.writing import opened, written

if TYPE_CHECKING:
    from datetime import date

    from pyhanko.pdf_utils.reader import PdfFileReader

NUMBER: Final = "So"
DAY: Final = "Ngay"
MONTH: Final = "Thang"
NAMES: Final = (NUMBER, DAY, MONTH)
_TITLES: Final = {NUMBER: "Số văn bản", DAY: "Ngày ban hành", MONTH: "Tháng ban hành"}


def open_fields(pdf: bytes) -> bytes:
    """Return a paper without number with empty fields in the blanks for it.

    Raises:
        DocumentError: it has its number, no room for one, or is signed.
    """
    blanks = find_blanks(pdf)
    with opened(pdf) as (writer, reader):
        if fields.signed_names(reader):
            raise DocumentError(
                "Tệp đã có chữ ký số nên không thêm ô ghi số được; hãy dùng bản dự thảo chưa ký."
            )
        for name, blank in ((NUMBER, blanks.number), (DAY, blanks.day), (MONTH, blanks.month)):
            add_text_field(writer, name, blank, title=_TITLES[name])
        return written(writer)


def fill_fields(pdf: bytes, *, number: int, on: date) -> bytes:
    """Return a paper that a person has signed with number and date written into its fields.

    Raises:
        DocumentError: nobody has signed, the body has, the number is there, or the paper bears
            another year.
    """
    blanks = find_blanks(pdf)
    with opened(pdf) as (writer, reader):
        taken = fields.signed_names(reader)
        _require_waiting(reader, taken)
        fields.require_unsigned_by_body(taken)
        if blanks.year != on.year:
            raise DocumentError(
                f"Văn bản được ký với năm {blanks.year} nên không ghi ngày {dates.short_date(on)}"
                " được; hãy trả lại để sửa rồi ký lại."
            )
        words = {NUMBER: two_digits(number), DAY: f"{on.day:02d}", MONTH: dates.month(on.month)}
        places = {NUMBER: blanks.number, DAY: blanks.day, MONTH: blanks.month}
        for name, word in words.items():
            fill_text_field(writer, name, places[name], word=word)
        return written(writer)


def field_values(reader: Any) -> dict[str, str] | None:
    """Return what stands in the fields, empty words where nothing does; None without fields."""
    values = text_values(reader.root)
    return {name: values[name] for name in _TITLES} if values.keys() >= _TITLES.keys() else None


def written_since(reader: Any, signature: Any) -> str | None:
    """Return which number and date were written after a signature, in words; "" for none.

    None says that what stood there when it was signed has been changed.
    """
    now = field_values(reader)
    if now is None:
        return ""
    then = text_values(reader.get_historical_root(signature.signed_revision))
    if all(then.get(name) == value for name, value in now.items()):
        return ""
    if any(then.get(name, "") for name in now) or not all(now.values()):
        return None
    return f"số {now[NUMBER]}, ngày {now[DAY]} tháng {now[MONTH]}"


def waits_for_person(reader: Any, taken: tuple[str, ...]) -> bool:
    """Tell whether a person's signature is to hold the paper while its number is missing.

    Raises:
        DocumentError: a person has signed it so; another signature would be a change.
    """
    values = field_values(reader)
    if values is not None and taken:
        raise DocumentError(
            "Văn bản đã có chữ ký số của người có thẩm quyền và chỉ còn chờ cấp số, đóng dấu;"
            " hãy dùng bản chưa ký nếu cần ký lại."
        )
    return values is not None and not any(values.values())


def require_filled(reader: Any) -> None:
    """Refuse a body's signature on a paper whose number is still to be written.

    Raises:
        DocumentError: the fields are empty.
    """
    values = field_values(reader)
    if values is not None and not all(values.values()):
        raise DocumentError(
            "Văn bản chưa được cấp số; hãy cấp số, ngày tháng rồi mới ký số của cơ quan."
        )


def _require_waiting(reader: PdfFileReader, taken: tuple[str, ...]) -> None:
    values = field_values(reader)
    if values is None or not taken:
        raise DocumentError(
            "Tệp này chưa được người có thẩm quyền ký theo cách chờ cấp số; hãy ký trước rồi cấp"
            " số."
        )
    if any(values.values()):
        raise DocumentError(
            f"Văn bản đã được ghi số {values[NUMBER]}; số chỉ ghi một lần, hãy tải lại trang."
        )
