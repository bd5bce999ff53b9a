"""The parser of all `vinhdanh` commands: it refuses in one Vietnamese sentence, exit code 2."""

from __future__ import annotations

import argparse
import re
from typing import Any, Final, NoReturn

_REFUSALS: Final = tuple(
    (re.compile(pattern), sentence)
    for pattern, sentence in (
        (r"the following arguments are required: (.+)", r"Thiếu \1"),
        (r"one of the arguments (.+) is required", r"Cần một trong các mục: \1"),
        (r"argument (.+?): invalid choice: (.+?) \(choose from (.+)\)",
         r"\1 không nhận \2; hãy chọn một trong: \3"),
        (r"argument (.+?): not allowed with argument (.+)", r"\1 không đi cùng \2"),
        (r"argument (.+?): invalid (?:int|float) value: (.+)", r"\1 phải là số, đang là \2"),
        (r"argument (.+?): expected .+", r"\1 còn thiếu giá trị"),
        (r"argument (.+?): ignored explicit argument (.+)", r"\1 không đi kèm giá trị \2"),
        (r"unrecognized arguments: (.+)", r"Không có mục “\1” trong lệnh này"),
        (r"ambiguous option: (.+?) could match (.+)", r"\1 chưa rõ là mục nào trong: \2"),
    )
)  # fmt: skip
"""What argparse says, and the sentence for it."""


class CommandParser(argparse.ArgumentParser):
    """A parser that speaks Vietnamese; subparsers made from it do too."""

    def __init__(self, *words: Any, **options: Any) -> None:
        """Take what argparse takes."""
        super().__init__(*words, **{**options, "add_help": False})
        self._positionals.title = "lệnh và tham số"
        self._optionals.title = "tùy chọn"
        self.add_argument("-h", "--help", action="help", help="xem cách dùng")

    def format_usage(self) -> str:
        """Return how the command is typed."""
        return _renamed(super().format_usage())

    def format_help(self) -> str:
        """Return how the command is typed and what its parts mean."""
        return _renamed(super().format_help())

    def error(self, message: str) -> NoReturn:
        """Refuse what was typed; SystemExit with code 2."""
        self.exit(2, f"{refusal(message)}; xem cách dùng: {self.prog} --help\n")


def refusal(message: str) -> str:
    """Return the sentence for what argparse says."""
    told = message.replace("\n", " ")
    for pattern, sentence in _REFUSALS:
        found = pattern.fullmatch(told)
        if found:
            return found.expand(sentence)
    return "Lệnh ghi chưa đúng"


def _renamed(text: str) -> str:
    return re.sub(r"\Ausage: ", "cách dùng: ", text)
