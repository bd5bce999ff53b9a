"""What happens to a request whose act the database would not do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from django.http import HttpResponse
from django.urls import ResolverMatch

from vinhdanh.kernel.errors import DomainError
from vinhdanh.web.middleware import BUSY, DEADLOCK, ActorMiddleware

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.core.files.uploadedfile import UploadedFile
    from django.http import HttpRequest
    from django.test import RequestFactory


class CauseError(Exception):
    """What the driver raises."""

    def __init__(self, sqlstate: str) -> None:
        self.sqlstate = sqlstate


def ended(sqlstate: str = DEADLOCK) -> OperationalError:
    """Return an error of the database as Django hands it on."""
    problem = OperationalError("ended")
    problem.__cause__ = CauseError(sqlstate)
    return problem


def scan(request: HttpRequest) -> UploadedFile[bytes]:
    (file,) = request.FILES.getlist("scan")
    return file


def after(
    view: Callable[[HttpRequest], HttpResponse], rf: RequestFactory, problem: Exception
) -> HttpResponse | None:
    """Return what the middleware answers to a problem of a view."""
    request = rf.post("/", {"scan": SimpleUploadedFile("a.pdf", b"whole")})
    scan(request).read()  # as the first try did
    request.resolver_match = ResolverMatch(view, (), {})
    return ActorMiddleware(view).process_exception(request, problem)


def test_two_who_waited_for_each_other_are_tried_again_with_the_whole_file(
    rf: RequestFactory,
) -> None:
    def view(request: HttpRequest) -> HttpResponse:
        return HttpResponse(scan(request).read())

    response = after(view, rf, ended())
    assert response is not None
    assert response.content == b"whole"


def test_who_fails_again_is_told(rf: RequestFactory) -> None:
    def view(request: HttpRequest) -> HttpResponse:
        raise ended()

    response = after(view, rf, ended())
    assert response is not None
    assert response.status_code == 409
    assert BUSY in response.content.decode()


def test_a_refusal_at_the_second_try_is_said(rf: RequestFactory) -> None:
    def view(request: HttpRequest) -> HttpResponse:
        raise DomainError("Hồ sơ đã gửi.")

    response = after(view, rf, ended())
    assert response is not None
    assert "Hồ sơ đã gửi." in response.content.decode()


def test_a_fault_of_ours_at_the_second_try_is_not_hidden(rf: RequestFactory) -> None:
    def view(request: HttpRequest) -> HttpResponse:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        after(view, rf, ended())


def test_nothing_else_is_tried_again(rf: RequestFactory) -> None:
    def view(request: HttpRequest) -> HttpResponse:
        raise AssertionError("tried again")

    assert after(view, rf, ended("57014")) is None
    assert after(view, rf, OperationalError("database is locked")) is None
    assert after(view, rf, ValueError()) is None
