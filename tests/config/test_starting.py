from __future__ import annotations

from typing import TYPE_CHECKING

from django.core import management

from vinhdanh.config.starting import prepare_static_files

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytest_django import Settings


def test_static_files_are_collected_once(
    tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.STATIC_ROOT = tmp_path / "static"
    calls: list[str] = []

    def collect(name: str, **_: object) -> None:
        calls.append(name)
        settings.STATIC_ROOT.mkdir(exist_ok=True)

    monkeypatch.setattr(management, "call_command", collect)
    prepare_static_files()
    prepare_static_files()

    assert calls == ["collectstatic"]
