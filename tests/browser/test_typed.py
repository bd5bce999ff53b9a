"""Nothing typed is lost when the session ends before it is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.contrib.sessions.models import Session
from tests.browser.conftest import PASSWORD

from vinhdanh.nominations.models import Submission

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.conftest import Seat
    from tests.scenarios.commune import Commune

pytestmark = pytest.mark.browser
TITLE = "Đề nghị khen thưởng đợt 2/9"


def test_what_was_typed_comes_back_after_signing_in_again(
    served_commune: Commune, sit: Callable[..., Seat]
) -> None:
    commune = served_commune
    head = sit(commune.village_head)
    head.open("/de-nghi/moi/")
    head.fill("Về việc", TITLE)
    Session.objects.all().delete()
    head.press("Tiếp tục")
    head.reads("Phiên làm việc đã hết")
    assert not Submission.objects.exists()
    head.fill("Tên đăng nhập", commune.village_head.user.username)
    head.fill("Mật khẩu", PASSWORD)
    head.press("Đăng nhập")
    assert head.page.get_by_label("Về việc").first.input_value() == TITLE
    head.press("Tiếp tục")
    assert Submission.objects.get().title == TITLE
    head.open("/de-nghi/moi/#gui-lai")
    assert head.page.get_by_label("Về việc").first.input_value() != TITLE
