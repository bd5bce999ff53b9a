"""`vinhdanh law …`: ask the lawbook from the command line, without a database."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING, Any, Final

from vinhdanh.lawbook.cli_input import RefusedError, day_of, facts_of, json_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

_REFUSED: Final = 2


def fill_law_parser(parser: argparse.ArgumentParser) -> None:
    """Add the questions of `law`, and `check`, which asks the corpus itself."""
    actions = parser.add_subparsers(dest="action", required=True)
    honours = _action(actions, "honours", "danh hiệu, hình thức của một ngày", _honours)
    _addday_of(honours)
    show = _action(actions, "show", "một danh hiệu, hình thức theo quy định của một ngày", _show)
    show.add_argument("honour", help="như chien-si-thi-dua-co-so; xem vinhdanh law honours")
    _addday_of(show)
    diff = _action(actions, "diff", "quy định thay đổi gì giữa hai ngày, với cấp xã trước", _diff)
    diff.add_argument("before", help="ngày trước, dạng 2025-06-30")
    diff.add_argument("after", help="ngày sau, dạng 2025-07-01")
    assess = _action(actions, "assess", "một hồ sơ đủ hay chưa đủ, theo điều nào", _assess)
    assess.add_argument("--honour", help="danh hiệu, hình thức, như chien-si-thi-dua-co-so")
    _addday_of(assess)
    assess.add_argument("--facts", help="tệp JSON về đối tượng, hoặc - để đọc từ đầu vào")
    assess.add_argument("--received", help="ngày nhận hồ sơ thẩm định, dạng 2025-12-31")
    outlook = _action(actions, "outlook", "có thể đề nghị gì năm nay và năm sau", _outlook)
    _addday_of(outlook)
    outlook.add_argument("--facts", help="tệp JSON về đối tượng, hoặc - để đọc từ đầu vào")
    listed = _action(actions, "check-list", "cả danh sách đề nghị có gì cần xem lại", _check_list)
    _addday_of(listed)
    listed.add_argument("--list", help="tệp JSON của danh sách, hoặc - để đọc từ đầu vào")
    listed.add_argument("--received", help="ngày nhận hồ sơ thẩm định, dạng 2025-12-31")
    again = actions.add_parser("replay", help="tính lại một phiếu đánh giá, so từng chữ")
    again.add_argument("receipt", help="tệp phiếu đánh giá, hoặc - để đọc từ đầu vào")
    again.set_defaults(run=_guarded(_replay))
    check = actions.add_parser("check", help="kiểm tra kho quy định có nhất quán không")
    check.set_defaults(run=_guarded(_check))


def _action(
    actions: Any, name: str, words: str, run: Callable[[argparse.Namespace], None]
) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = actions.add_parser(name, help=words)
    parser.add_argument("--province", default="", help="tỉnh có quy định riêng, như bac-ninh")
    parser.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    parser.set_defaults(run=_guarded(run))
    return parser


def _addday_of(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--as-of", help="ngày quyết định, dạng 2025-12-31")


def _guarded(
    action: Callable[[argparse.Namespace], None],
) -> Callable[[argparse.Namespace], int]:
    """Return an action that answers a refusal with its sentence and exit code 2."""

    def run(arguments: argparse.Namespace) -> int:
        from vinhdanh.lawbook.errors import (  # noqa: PLC0415 - keeps start-up light
            CorpusError,
            FactsError,
            LawbookError,
        )

        try:
            action(arguments)
        except CorpusError as error:
            print(f"Kho quy định chưa dùng được: {error}", file=sys.stderr)
            return _REFUSED
        except (LawbookError, FactsError, RefusedError) as error:
            print(error, file=sys.stderr)
            return _REFUSED
        return 0

    return run


def _honours(arguments: argparse.Namespace) -> None:
    from vinhdanh.lawbook.cli_words import honours_text  # noqa: PLC0415
    from vinhdanh.lawbook.questions import honours  # noqa: PLC0415
    from vinhdanh.lawbook.sheet import honour_json  # noqa: PLC0415

    day = day_of(arguments.as_of, "--as-of")
    found = honours(as_of=day, province=arguments.province)
    told = [honour_json(each) for each in found]
    _print(arguments, told, lambda: honours_text(found))


def _show(arguments: argparse.Namespace) -> None:
    from vinhdanh.lawbook.cli_words import sheet_text  # noqa: PLC0415
    from vinhdanh.lawbook.sheet import sheet  # noqa: PLC0415

    day = day_of(arguments.as_of, "--as-of")
    one = sheet(arguments.honour, as_of=day, province=arguments.province)
    _print(arguments, one.as_json(), lambda: sheet_text(one))


def _diff(arguments: argparse.Namespace) -> None:
    from vinhdanh.lawbook.cli_words import diff_text  # noqa: PLC0415
    from vinhdanh.lawbook.diff import diff  # noqa: PLC0415

    before, after = day_of(arguments.before, "Ngày trước"), day_of(arguments.after, "Ngày sau")
    if after < before:
        raise RefusedError("Ngày sau phải từ ngày trước trở đi: hãy đổi chỗ hai ngày.")
    one = diff(before, after, arguments.province)
    _print(arguments, one.as_json(), lambda: diff_text(one))


def _assess(arguments: argparse.Namespace) -> None:
    from vinhdanh.lawbook.assess import assess  # noqa: PLC0415
    from vinhdanh.lawbook.cli_words import assessment_text  # noqa: PLC0415

    day = day_of(arguments.as_of, "--as-of")
    received = day_of(arguments.received, "--received") if arguments.received else None
    if not arguments.honour:
        raise RefusedError("Thiếu --honour: ghi danh hiệu, như --honour chien-si-thi-dua-co-so.")
    facts = facts_of(arguments.facts, day)
    one = assess(arguments.honour, facts, as_of=day, received=received, province=arguments.province)
    _print(arguments, one.as_json(), lambda: assessment_text(one))


def _outlook(arguments: argparse.Namespace) -> None:
    from vinhdanh.lawbook.cli_words import outlook_text  # noqa: PLC0415
    from vinhdanh.lawbook.outlook import outlook  # noqa: PLC0415

    day = day_of(arguments.as_of, "--as-of")
    found = outlook(facts_of(arguments.facts, day), day, arguments.province)
    _print(arguments, [each.as_json() for each in found], lambda: outlook_text(found))


def _check_list(arguments: argparse.Namespace) -> None:
    from vinhdanh.lawbook.cli_words import list_text  # noqa: PLC0415
    from vinhdanh.lawbook.lists import check_list, read_list  # noqa: PLC0415

    day = day_of(arguments.as_of, "--as-of")
    received = day_of(arguments.received, "--received") if arguments.received else None
    told = read_list(json_of(arguments.list, "--list"), as_of=day)
    found = check_list(
        told.entries, day, arguments.province, received=received, members=told.members
    )
    _print(arguments, [each.as_json() for each in found], lambda: list_text(found))


def _replay(arguments: argparse.Namespace) -> None:
    from vinhdanh.lawbook.receipts import ReceiptError, receipt_text, replay  # noqa: PLC0415

    told = json_of(arguments.receipt, "phiếu đánh giá")
    try:
        again = replay(told)
    except ReceiptError as error:
        raise RefusedError(str(error)) from error
    if again != receipt_text(told):
        raise RefusedError("Tính lại ra kết quả khác: phiếu đã bị sửa sau khi lập.")
    print("Tính lại ra đúng phiếu đánh giá này.")


def _check(_arguments: argparse.Namespace) -> None:
    from vinhdanh.lawbook.loading.load import default_corpus  # noqa: PLC0415

    law = default_corpus()
    print(
        f"Kho quy định nhất quán: {len(law.instruments)} văn bản, {len(law.articles)} điều,"
        f" {len(law.rules)} quy tắc; tỉnh: {', '.join(law.provinces) or 'chưa có'}."
    )


def _print(arguments: argparse.Namespace, told: Any, text: Callable[[], str]) -> None:
    shown = json.dumps(told, ensure_ascii=False, indent=1) if arguments.json else text()
    try:
        print(shown, flush=True)
    except BrokenPipeError:  # the reader, such as head, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
