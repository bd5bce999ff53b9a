"""The background worker as a child: started again when it dies, ended when its parent ends."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import threading

COMMAND = (sys.executable, "-m", "vinhdanh", "worker", "--attached")
INTERVAL = 0.5
"""Seconds between two looks for work."""
PAUSE = 1.0
"""Seconds before a dead worker is started again."""
PATIENCE = 10.0
"""Seconds a worker has to finish what it is doing."""


class WorkerKeeper:
    """Keeps one worker running.

    The worker reads a pipe that only its parent holds: when the parent closes it, or dies in
    whatever way, the worker sees the end of it and stops. That works alike on every system.
    """

    def __init__(self) -> None:
        self._stopping = threading.Event()
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._thread = threading.Thread(target=self._keep, name="worker-keeper", daemon=True)

    def start(self) -> None:
        """Start the worker."""
        self._thread.start()

    def stop(self) -> None:
        """Let the worker finish its task, and wait for it."""
        with self._lock:
            self._stopping.set()
            child = self._child
        if child is not None:
            assert child.stdin is not None
            child.stdin.close()
            try:
                child.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                child.kill()
        self._thread.join(PATIENCE)

    def _keep(self) -> None:
        while not self._stopping.is_set():
            with self._lock:
                if self._stopping.is_set():
                    return
                self._child = _start_child()
            with self._child as child:  # closes its pipe whatever ended it
                child.wait()
            self._stopping.wait(PAUSE)


def run_worker(*, attached: bool) -> None:
    """Take tasks from the database until told to stop.

    Args:
        attached: stop as well when standard input ends.
    """
    from django.core.management import call_command  # noqa: PLC0415 - after the settings

    if attached:
        threading.Thread(target=_stop_with_parent, daemon=True).start()
    only_errors = logging.StreamHandler()
    only_errors.setLevel(logging.ERROR)
    logging.getLogger().addHandler(only_errors)
    call_command("db_worker", interval=INTERVAL, startup_delay=False, reload=False)


def _start_child() -> subprocess.Popen[bytes]:
    """Start a worker in a group of its own, which Ctrl+C does not reach."""
    if sys.platform == "win32":
        return subprocess.Popen(  # noqa: S603 - our own program
            COMMAND, stdin=subprocess.PIPE, creationflags=subprocess.CREATE_NEW_PROCESS_GROUP
        )
    return subprocess.Popen(COMMAND, stdin=subprocess.PIPE, start_new_session=True)  # noqa: S603


def _stop_with_parent() -> None:
    os.read(0, 1)  # returns when the pipe ends
    os.kill(os.getpid(), signal.SIGTERM)
