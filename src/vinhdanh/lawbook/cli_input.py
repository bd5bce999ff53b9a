"""What is typed after `vinhdanh law`: days and files of facts, or a refusal in one sentence."""

from __future__ import annotations

import datetime as dt
import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from vinhdanh.lawbook.facts.model import Facts

_STDIN: Final = "-"
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class RefusedError(ValueError):
    """What was typed cannot be used; the message is one Vietnamese sentence."""


def day_of(text: str | None, name: str) -> dt.date:
    """Return the day typed.

    Args:
        text: what was typed, None where nothing was.
        name: what it is, for the refusal.

    Raises:
        RefusedError: it is no day.
    """
    if not text:
        raise RefusedError(f"Thiếu {name}: ghi ngày dạng 2025-12-31.")
    try:
        if _DAY.fullmatch(text):
            return dt.date.fromisoformat(text)
    except ValueError:
        pass
    raise RefusedError(f"{name} “{text}” không phải một ngày: ghi dạng 2025-12-31.")


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object of JSON; a key that stands twice would silently lose its first value."""
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise RefusedError(f"Mục “{twice}” ghi hai lần trong một đối tượng: hãy giữ một.")
    return found


def facts_of(name: str | None, day: dt.date) -> Facts:
    """Return the facts of a file, or of the standard input for "-".

    Raises:
        RefusedError: the file cannot be read or is no JSON.
        FactsError: it says what cannot be.
    """
    from vinhdanh.lawbook.facts.reading import read_facts  # noqa: PLC0415 - keeps start-up light

    return read_facts(json_of(name, "--facts"), as_of=day)


def json_of(name: str | None, option: str) -> Any:
    """Return what a file of JSON holds, or the standard input for "-".

    Args:
        name: what was typed, None where nothing was.
        option: where it was to be typed, for the refusal.

    Raises:
        RefusedError: the file cannot be read or is no JSON.
    """
    if not name:
        raise RefusedError(f"Thiếu {option}: ghi tên tệp JSON, hoặc - để đọc từ đầu vào.")
    try:
        data = sys.stdin.buffer.read() if name == _STDIN else Path(name).read_bytes()
        return json.loads(data.decode("utf-8-sig"), object_pairs_hook=_without_doubles)
    except OSError as error:
        raise RefusedError(f"Không đọc được tệp “{name}”: kiểm tra lại tên tệp.") from error
    except UnicodeDecodeError as error:
        raise RefusedError("Dữ liệu phải là chữ UTF-8: hãy lưu tệp lại dạng UTF-8.") from error
    except json.JSONDecodeError as error:
        where = f"dòng {error.lineno}, cột {error.colno}"
        raise RefusedError(f"Dữ liệu không phải JSON ({where}): kiểm tra dấu phẩy, ngoặc.") from (
            error
        )
    except RecursionError as error:
        raise RefusedError("Dữ liệu JSON lồng nhau quá sâu.") from error
    except RefusedError:
        raise
    except ValueError as error:
        raise RefusedError(
            "Dữ liệu có con số dài hàng nghìn chữ số: hãy ghi lại con số đó."
        ) from error
