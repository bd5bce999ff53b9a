from __future__ import annotations

from vinhdanh.kernel.errors import DomainError, StaleError
from vinhdanh.kernel.verdict import YES, no


def test_a_refusal_is_false_and_says_why() -> None:
    assert YES
    assert YES.reason == ""
    assert not no("Việc này của Chủ tịch.")
    assert no("Việc này của Chủ tịch.").reason == "Việc này của Chủ tịch."


def test_an_error_carries_its_sentence_and_its_field() -> None:
    error = StaleError("Hãy tải lại trang.", field="title")
    assert isinstance(error, DomainError)
    assert (str(error), error.message, error.field) == (
        "Hãy tải lại trang.",
        "Hãy tải lại trang.",
        "title",
    )
