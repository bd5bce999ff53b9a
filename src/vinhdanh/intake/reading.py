"""The door of the package: a file in, a draft with findings out."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from vinhdanh.intake.blocks import Line
from vinhdanh.intake.checks import check_plan
from vinhdanh.intake.errors import UnreadableFileError
from vinhdanh.intake.interpret import interpret
from vinhdanh.intake.sniffing import kind_of, refuse_size
from vinhdanh.intake.sources.docx import read_docx
from vinhdanh.intake.sources.encodings import refuse_legacy_font
from vinhdanh.intake.sources.pdf import read_pdf
from vinhdanh.intake.sources.txt import read_txt

if TYPE_CHECKING:
    from vinhdanh.intake.blocks import Block
    from vinhdanh.intake.draft import PlanDraft

_MAX_CHARS = 1_000_000
_MAX_PIECES = 20_000
"""Lines and cells; the longest plans known have some thousands."""
_READERS = {"txt": read_txt, "docx": read_docx, "pdf": read_pdf}


def read_plan(path: Path) -> PlanDraft:
    """Read a plan file into a draft with findings, or raise UnreadableFileError."""
    name = path.name or str(path)
    try:
        if path.is_dir():
            raise UnreadableFileError(f"“{name}” là một thư mục; hãy chọn một tệp kế hoạch.")
        refuse_size(path.stat().st_size, name)
        data = path.read_bytes()
    except FileNotFoundError:
        raise UnreadableFileError(
            f"Không tìm thấy tệp “{path}”; hãy kiểm tra lại tên tệp và thư mục."
        ) from None
    except OSError:
        raise UnreadableFileError(
            f"Không mở được tệp “{name}”; hãy đóng tệp ở chương trình khác, kiểm tra quyền đọc "
            f"rồi thử lại."
        ) from None
    return read_plan_bytes(data, name)


def read_plan_bytes(data: bytes, name: str) -> PlanDraft:
    """Read an uploaded plan; `name` is what messages call the file."""
    name = PurePath(name).name or "tải lên"
    refuse_size(len(data), name)
    blocks = _READERS[kind_of(data, name)](data, name)
    _refuse_length(blocks, name)
    refuse_legacy_font("\n".join(map(_text_of, blocks)), name)
    draft = interpret(blocks)
    return draft.with_findings(check_plan(draft))


def _refuse_length(blocks: list[Block], name: str) -> None:
    """Refuse what is far longer than any plan, so that reading is always quick."""
    pieces = [piece for block in blocks for piece in _pieces_of(block)]
    if len(pieces) > _MAX_PIECES or sum(map(len, pieces)) > _MAX_CHARS:
        raise UnreadableFileError(
            f"Tệp “{name}” dài quá mức của một kế hoạch; hãy tách riêng phần kế hoạch rồi tải lên "
            f"lại."
        )


def _pieces_of(block: Block) -> list[str]:
    if isinstance(block, Line):
        return [block.text] if block.text.strip() else []
    return [cell or "" for row in block.rows for cell in row]


def _text_of(block: Block) -> str:
    text = getattr(block, "text", None)
    if isinstance(text, str):
        return text
    return " ".join(cell for row in getattr(block, "rows", ()) for cell in row if cell)
