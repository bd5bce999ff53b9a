"""The command itself: what it refuses, and one start from nothing to the sign-in page."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from vinhdanh.cli import main

COMMAND = (sys.executable, "-m", "vinhdanh")
PROCESSES = Path("/proc")


def environment(data: Path, **more: str) -> dict[str, str]:
    """The environment of a new installation, with nothing of the tests' own settings."""
    ours = ("VINHDANH_", "DJANGO_", "DATABASE_URL")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return kept | {"VINHDANH_DATA": str(data)} | more


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def first_page(port: int) -> str:
    """Ask until the server answers."""
    for _ in range(100):
        try:
            with urlopen(f"http://127.0.0.1:{port}/dang-nhap/", timeout=120) as answer:
                body: bytes = answer.read()
            return body.decode()
        except URLError:
            time.sleep(0.1)
    raise AssertionError("No page came.")


def children_of(process: int) -> list[int]:
    """Processes started by a process, in whichever of its threads."""
    found = (PROCESSES / str(process) / "task").glob("*/children")
    return [int(word) for path in found for word in path.read_text().split()]


def test_a_port_in_use_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        assert main(["serve", "--port", str(port)]) == 2

    assert capsys.readouterr().err.startswith(f"Cổng {port} đang được một chương trình khác dùng:")


def test_an_impossible_port_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo", "--serve", "--port", "80000"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize(
    ("variable", "value", "sentence"),
    [
        ("DATABASE_URL", "nope://a/b", "DATABASE_URL chưa đúng"),
        ("VINHDANH_TODAY", "hôm qua", "VINHDANH_TODAY là “hôm qua”"),
        ("VINHDANH_DEBUG", "maybe", "VINHDANH_DEBUG"),
    ],
)
def test_a_wrong_setting_is_one_sentence(
    tmp_path: Path, variable: str, value: str, sentence: str
) -> None:
    done = subprocess.run(
        [*COMMAND, "demo"],
        env=environment(tmp_path, **{variable: value}),
        capture_output=True,
        check=False,
    )

    told = done.stderr.decode()
    assert (done.returncode, told.count("\n")) == (2, 1)
    assert told.startswith(sentence)


@pytest.mark.skipif(not PROCESSES.is_dir(), reason="asks Linux who started whom")
def test_demo_serves_the_sign_in_page_and_leaves_nothing_behind(tmp_path: Path) -> None:
    port = free_port()
    with subprocess.Popen(
        [*COMMAND, "demo", "--serve", "--port", str(port)],
        env=environment(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as server:
        page = first_page(port)
        workers = children_of(server.pid)
        server.send_signal(signal.SIGTERM)
        told = server.communicate(timeout=20)[0].decode()

    assert '<input type="password" name="password"' in page
    assert "Đã nạp dữ liệu trình diễn" in told
    assert "“Hôm nay” được đặt là 24/06/2024." in told
    assert "vanphong" in told
    assert server.returncode == 0
    assert len(workers) == 1
    assert not (PROCESSES / str(workers[0])).exists()
