from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.conf import settings

from vinhdanh.councils.lockers import (
    FOLDER,
    YOUNG,
    destroy_forgotten,
    destroy_locker,
    new_locker,
    secret_in,
)

if TYPE_CHECKING:
    from pytest_django import Settings


@pytest.fixture(autouse=True)
def _own_folder(settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path


def file_of(name: str) -> Path:
    return Path(settings.DATA) / FOLDER / name


def test_a_locker_is_its_owners_alone() -> None:
    name, secret = new_locker()
    assert secret_in(name) == secret
    assert file_of(name).stat().st_mode & 0o777 == 0o600
    assert file_of(name).parent.stat().st_mode & 0o777 == 0o700


def test_a_destroyed_locker_is_empty_for_ever() -> None:
    name, _ = new_locker()
    destroy_locker(name)
    destroy_locker(name)
    assert secret_in(name) is None
    assert not file_of(name).exists()


def test_what_a_crash_left_goes_and_what_is_used_or_young_stays() -> None:
    old, used, young = (new_locker()[0] for _ in range(3))
    before = time.time() - YOUNG - 60
    for name in (old, used):
        os.utime(file_of(name), (before, before))
    destroy_forgotten({used})
    assert [name for name in (old, used, young) if file_of(name).exists()] == [used, young]


def test_without_a_folder_there_is_nothing_to_destroy() -> None:
    destroy_forgotten(set())
