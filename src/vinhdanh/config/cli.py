"""`vinhdanh serve`, `demo`, `worker` and `manage`: running the program."""

from __future__ import annotations

import argparse
import os
import sys
import webbrowser
from contextlib import closing, nullcontext
from typing import TYPE_CHECKING

from vinhdanh.config.env import ConfigurationError
from vinhdanh.config.server import AddressError, listen, serve
from vinhdanh.config.starting import (
    SETTINGS,
    alone,
    prepare_static_files,
    prepare_tables,
    set_up,
)
from vinhdanh.config.worker import run_worker

if TYPE_CHECKING:
    import socket
    from collections.abc import Sequence

    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]

HOST, PORT = "127.0.0.1", 8000
FAILED = 2
