"""The secret vote: the chair opens a box, members put ballots in, the chair counts it once.

Why nobody can tell whose ballot is which: docs/workflows/secret-ballot.md.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.enums import Act
from vinhdanh.councils.enums import BoxState, VoteForm, VoteWay
from vinhdanh.councils.lockers import destroy_forgotten, destroy_locker, new_locker, secret_in
from vinhdanh.councils.models import BallotBox, PaperTally, Participation, Urn
from vinhdanh.councils.sealing import SealBrokenError, new_keys, opened, records_of, unwrap
from vinhdanh.councils.services.counting import require_quorum, settle
from vinhdanh.councils.services.entitled import entitled_rows
from vinhdanh.councils.services.fewest import require_hidden
from vinhdanh.councils.services.locks import held_items, held_open_meeting, require_pending
from vinhdanh.councils.services.missing import missing_in_box
from vinhdanh.councils.services.secret_votes import LETTERS, about
from vinhdanh.kernel.errors import DomainError, StaleError
from vinhdanh.kernel.queries.audit import who_did
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze
from vinhdanh.kernel.wording import joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.councils.models import AgendaItem, Meeting

SHORTEST_CODE = 8
CHOICE_OF = {letter: choice for choice, letter in LETTERS.items()}


@transaction.atomic
def open_box(
    *, actor: Actor, meeting: Meeting, items: Sequence[AgendaItem], code: str
) -> BallotBox:
    """Open a ballot box over some items; everybody entitled may now vote on them in secret.

    Args:
        actor: the chair.
        meeting: an open meeting.
        items: items to be voted on in secret that have no box yet.
        code: what the chair will need to count; kept nowhere.

    Raises:
        DomainError: the code is short, too few are present, or an item is not for this box.
    """
    actor.require(Act.OPEN_MEETING)
    if len(code) < SHORTEST_CODE:
        raise DomainError(
            f"Mã hòm phiếu cần ít nhất {SHORTEST_CODE} ký tự: hãy đặt mã dài hơn và giữ kín.",
            field="code",
        )
    meeting = held_open_meeting(actor, meeting)
    held = held_items(meeting, items)
    if not held:
        raise DomainError("Chưa chọn hồ sơ nào để bỏ phiếu kín: hãy đánh dấu ít nhất một hồ sơ.")
    for item in held:
        _require_boxable(item)
    require_quorum(meeting)
    locker, secret = new_locker()
    keys = new_keys(code=code, secret=secret)
    transaction.on_commit(_sweep)
    box = BallotBox.objects.create(
        meeting=meeting, public_key=keys.public, wrapped_key=keys.wrapped, locker=locker
    )
    for item in held:
        item.box = box
        item.save(update_fields=["box"])
        Urn.objects.create(box=box, item=item)
        Participation.objects.bulk_create(
            Participation(item=item, member=row.member, round=item.round, has_voted=False)
            for row in entitled_rows(item)
        )
    _tell(actor, meeting, "opened", f"mở hòm phiếu kín cho hồ sơ của {_names(held)}")
    return box


@transaction.atomic
def count_box(
    *, actor: Actor, box: BallotBox, code: str, despite_missing: bool = False
) -> list[AgendaItem]:
    """Count a box, all its items at once and once for ever; then its key is destroyed.

    Args:
        actor: the chair.
        box: an open box.
        code: the code set at its opening.
        despite_missing: count although somebody has not voted; they then have not agreed.

    Raises:
        StaleError: it is counted or given up; a count says by whom and when.
        DomainError: the code is wrong, the key is lost, somebody has not voted, papers are not
            tallied, the box does not hold as many ballots as voters, or so few that the sums
            would tell who voted how.
    """
    actor.require(Act.OPEN_MEETING)
    meeting = held_open_meeting(actor, box.meeting)
    box = _held_open_box(box)
    items = held_items(meeting, box.items.all())
    require_quorum(meeting)
    private = _key_of(box, code)
    counted = []
    for item in items:
        require_pending(item)
        missing = _require_all_voted(item, despite_missing=despite_missing)
        counted.append((item, _letters_in(box, item, private), missing))
    _close(box, BoxState.COUNTED)
    results = [
        settle(actor, item, Counter(CHOICE_OF[each] for each in letters), missing=missing)
        for item, letters, missing in counted
    ]
    _tell(actor, meeting, "counted", f"kiểm phiếu hòm phiếu kín của {_names(items)}")
    return results


@transaction.atomic
def discard_box(*, actor: Actor, box: BallotBox, reason: str) -> BallotBox:
    """Give a box up uncounted, with the reason; its items are voted on anew, in a new round.

    Raises:
        DomainError: no reason, or the box is no longer open.
    """
    actor.require(Act.OPEN_MEETING)
    reason = squeeze(reason).rstrip(".")
    if not reason:
        raise DomainError("Chưa ghi vì sao bỏ hòm phiếu: hãy ghi một câu.", field="reason")
    meeting = held_open_meeting(actor, box.meeting)
    box = _held_open_box(box)
    items = held_items(meeting, box.items.all())
    give_up(box, reason)
    for item in items:
        item.box, item.round = None, item.round + 1
        item.save(update_fields=["box", "round"])
    _tell(actor, meeting, "discarded", f"bỏ hòm phiếu kín của {_names(items)} vì: {reason}")
    return box


def give_up(box: BallotBox, reason: str) -> None:
    """Destroy an open box with all that is in it; part of a larger act."""
    box.discard_reason = reason
    _close(box, BoxState.DISCARDED)


def _close(box: BallotBox, state: BoxState) -> None:
    locker = box.locker
    box.urns.all().delete()
    box.state, box.locker, box.wrapped_key = state, "", b""
    box.save()
    transaction.on_commit(lambda: destroy_locker(locker))
    transaction.on_commit(_sweep)


def _sweep() -> None:
    """Destroy what a crash left: a locker whose box was never kept, or was counted already."""
    boxes = BallotBox.objects.filter(state=BoxState.OPEN)
    destroy_forgotten(set(boxes.values_list("locker", flat=True)))


def _held_open_box(box: BallotBox) -> BallotBox:
    box = BallotBox.objects.select_for_update().get(pk=box.pk)
    if box.state != BoxState.OPEN:
        counted = box.items.first()
        if counted is None:
            raise StaleError("Hòm phiếu này đã bỏ, không kiểm: hãy tải lại trang.")
        did = who_did(counted, "vote.counted", "kiểm phiếu hòm phiếu này")
        raise StaleError(f"{did}: hãy tải lại trang.")
    return box


def _key_of(box: BallotBox, code: str) -> bytes:
    secret = secret_in(box.locker)
    if secret is None:
        raise DomainError(
            "Chìa khóa của hòm phiếu không còn trên máy nên không ai mở được hòm phiếu này: hãy bỏ"
            " hòm phiếu và cho bỏ phiếu lại."
        )
    try:
        return unwrap(bytes(box.wrapped_key), code=code, secret=secret)
    except SealBrokenError as problem:
        raise DomainError(
            "Mã hòm phiếu chưa đúng: hãy nhập lại mã đã đặt khi mở hòm phiếu. Nếu đã quên mã, hãy"
            " bỏ hòm phiếu và cho bỏ phiếu lại.",
            field="code",
        ) from problem


def _letters_in(box: BallotBox, item: AgendaItem, private: bytes) -> list[str]:
    urn = box.urns.get(item=item)
    sealed = [*records_of(bytes(urn.sealed)), *records_of(bytes(urn.papers))]
    came = item.participations.filter(round=item.round, has_voted=True)
    expected = came.exclude(way=VoteWay.PAPER).count() + _valid_papers(item)
    try:
        letters = [opened(each, private=private, about=about(item)) for each in sealed]
    except SealBrokenError as problem:
        raise DomainError(_touched(item)) from problem
    if len(letters) != expected:
        raise DomainError(_touched(item))
    require_hidden(item, ballots=len(letters))
    return letters


def _valid_papers(item: AgendaItem) -> int:
    given = item.participations.filter(round=item.round, way=VoteWay.PAPER).exists()
    tally = PaperTally.objects.filter(item=item, round=item.round).first()
    if given and tally is None:
        raise DomainError(
            f"Có phiếu giấy về hồ sơ của {item.nomination.recipient.name} chưa kiểm: hãy nhập kết"
            " quả kiểm phiếu giấy trước."
        )
    return tally.valid if tally else 0


def _touched(item: AgendaItem) -> str:
    return (
        f"Số phiếu trong hòm về hồ sơ của {item.nomination.recipient.name} không khớp số người đã"
        " bỏ phiếu: hòm phiếu đã bị can thiệp. Hãy bỏ hòm phiếu, cho bỏ phiếu lại và báo người"
        " quản trị."
    )


def _require_boxable(item: AgendaItem) -> None:
    require_pending(item)
    name = item.nomination.recipient.name
    if item.form != VoteForm.SECRET:
        raise DomainError(f"Hồ sơ của {name} không bỏ phiếu kín trên máy: hãy chọn lại hồ sơ.")
    if item.box_id:
        raise DomainError(f"Hồ sơ của {name} đang được bỏ phiếu trong một hòm phiếu khác.")


def _require_all_voted(item: AgendaItem, *, despite_missing: bool) -> str:
    """Say how many are missing, never who; return it for the minutes."""
    missing, waited = missing_in_box(item)
    if waited and not despite_missing:
        raise DomainError(
            f"Còn {waited} người chưa bỏ phiếu về hồ sơ của {item.nomination.recipient.name}: hãy"
            " chờ, hoặc chọn kiểm phiếu khi chưa đủ phiếu; người không bỏ phiếu không được tính là"
            " đồng ý."
        )
    return f"còn {missing:02d} người chưa bỏ phiếu" if missing else ""


def _names(items: Sequence[AgendaItem]) -> str:
    return joined([item.nomination.recipient.name for item in items])


def _tell(actor: Actor, meeting: Meeting, action: str, sentence: str) -> None:
    record(
        scope=actor.scope,
        actor=actor.name,
        action=f"box.{action}",
        target=meeting,
        sentence=sentence,
    )
