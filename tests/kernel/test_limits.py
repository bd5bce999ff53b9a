from __future__ import annotations

import pytest

from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.limits import require_fits
from vinhdanh.records.models import OfficialDocument


@pytest.mark.parametrize("value", ["", "a" * 500, "ạ" * 500])
def test_what_fits_passes(value: str) -> None:
    require_fits(OfficialDocument, "abstract", value)


def test_a_field_without_limit_takes_all() -> None:
    require_fits(OfficialDocument, "number", "1" * 5000)


@pytest.mark.parametrize(("form_field", "told_at"), [("", "abstract"), ("title", "title")])
def test_what_is_too_long_is_refused_in_words(form_field: str, told_at: str) -> None:
    with pytest.raises(DomainError) as caught:
        require_fits(OfficialDocument, "abstract", "a" * 501, form_field=form_field)
    assert (caught.value.message, caught.value.field) == (
        "Trích yếu dài 501 ký tự, quá mức 500 ký tự: hãy viết ngắn lại.",
        told_at,
    )
