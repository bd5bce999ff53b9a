"""What people say: the unit's word, a list that is whole, a condition verified by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.scenarios.commune import TODAY, village_rows, written
from tests.scenarios.law import WHOLE, proposed, recorded, verdict_of
from tests.scenarios.refusal import refused

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.lawbook import Individual, Verdict
from vinhdanh.nominations.enums import FactList, LawVerdict
from vinhdanh.nominations.law_check import Case, answer, asked_of_the_unit, flat
from vinhdanh.nominations.models import Attestation, FactsStatement, Verification
from vinhdanh.nominations.queries.assessments import findings_of, last_assessment
from vinhdanh.nominations.services.answers import attest, call_whole, verify
from vinhdanh.nominations.services.assessments import asked_about

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune

    from vinhdanh.nominations.models import Nomination

SPIRIT = "lao-dong-tien-tien/tinh-than"
STANDARD = "giay-khen-ca-nhan/tieu-chuan"


def verdicts(nomination: Nomination) -> dict[str, str]:
    return {each["id"]: each["verdict"] for each in findings_of(last_assessment(nomination))}


def certificate(commune: Commune) -> Nomination:
    return written(commune, rows=village_rows(commune)[:1]).nominations.get()


# --- the unit's word ------------------------------------------------------------------------


def test_the_unit_is_asked_what_only_people_judge(commune: Commune) -> None:
    asked = asked_about(proposed(commune), as_of=TODAY)
    assert SPIRIT in asked.together
    assert not any(key.startswith(("hold", "ky-luat", "thoi-gian")) for key in asked.together)
    assert asked.singly == {}


def test_the_unit_attests_what_it_was_shown(commune: Commune) -> None:
    nomination = proposed(commune)
    asked = asked_about(nomination, as_of=TODAY)
    kept = attest(
        actor=commune.village_head, nomination=nomination, conditions=list(asked.together)
    )
    assert kept.conditions == dict(asked.together)
    assert verdicts(nomination)[SPIRIT] == LawVerdict.MET
    assert history_of(nomination)[0].sentence == "xác nhận 3 điều kiện của Phạm Văn Đức"
    assert str(kept) == f"{commune.village_head.name}: {nomination}"


def test_a_word_is_taken_back_by_a_new_one(commune: Commune) -> None:
    nomination = proposed(commune)
    for conditions in (list(asked_about(nomination, as_of=TODAY).together), []):
        attest(actor=commune.village_head, nomination=nomination, conditions=conditions)
    assert Attestation.objects.count() == 2
    assert verdicts(nomination)[SPIRIT] == LawVerdict.UNDETERMINED


def test_a_part_of_the_word_counts_for_its_part(commune: Commune) -> None:
    nomination = proposed(commune)
    attest(actor=commune.village_head, nomination=nomination, conditions=[SPIRIT])
    found = verdicts(nomination)
    assert found[SPIRIT] == LawVerdict.MET
    assert found["lao-dong-tien-tien/guong-mau"] == LawVerdict.UNDETERMINED


def test_the_unit_attests_nothing_else(commune: Commune) -> None:
    nomination = proposed(commune)
    with refused(
        "Quy định áp dụng cho hồ sơ vừa thay đổi: hãy tải lại trang rồi xác nhận.",
        field="hold/khong-dang-xem-xet",
    ):
        attest(
            actor=commune.village_head,
            nomination=nomination,
            conditions=["hold/khong-dang-xem-xet"],
        )


@pytest.mark.parametrize("who", ["clerk", "other_head", "chair"])
def test_nobody_else_speaks_for_the_unit(commune: Commune, who: str) -> None:
    nomination = proposed(commune)
    with pytest.raises(NotAllowedError):
        attest(actor=getattr(commune, who), nomination=nomination, conditions=[])


# --- lists that are whole ---------------------------------------------------------------------


def test_none_is_said_and_taken_back(commune: Commune) -> None:
    nomination = proposed(commune)
    call_whole(actor=commune.clerk, nomination=nomination, lists=WHOLE, among=WHOLE)
    assert verdicts(nomination)["hold/khong-dang-xem-xet"] == LawVerdict.MET
    said = FactsStatement.objects.get(about=FactList.HOLDS)
    assert (said.by_name, str(said)) == (
        commune.clerk.name,
        f"Việc đang xem xét, thanh tra, khiếu nại, tố cáo: {commune.clerk.name}",
    )
    call_whole(actor=commune.clerk, nomination=nomination, lists=WHOLE[:1], among=WHOLE)
    assert verdicts(nomination)["hold/khong-dang-xem-xet"] == LawVerdict.UNDETERMINED
    assert history_of(nomination)[0].action == "facts.not_whole"
    before = FactsStatement.objects.get()
    call_whole(actor=commune.clerk, nomination=nomination, lists=WHOLE[:1], among=WHOLE)
    assert FactsStatement.objects.get() == before


def test_a_head_speaks_of_initiatives_only(commune: Commune) -> None:
    nomination = proposed(commune)
    own = [FactList.INITIATIVES]
    call_whole(actor=commune.village_head, nomination=nomination, lists=own, among=own)
    assert FactsStatement.objects.get().about == FactList.INITIATIVES
    with pytest.raises(NotAllowedError):
        call_whole(actor=commune.village_head, nomination=nomination, lists=WHOLE, among=WHOLE)


# --- verification -----------------------------------------------------------------------------


def test_a_named_person_answers_with_a_reason(commune: Commune) -> None:
    nomination = certificate(commune)
    kept = verify(
        actor=commune.clerk,
        nomination=nomination,
        condition=STANDARD,
        answer=True,
        reason=" Quy chế  khen thưởng của xã ",
    )
    assert (kept.by_name, kept.reason) == (commune.clerk.name, "Quy chế khen thưởng của xã")
    assert str(kept).endswith(": đạt")
    assert verdicts(nomination)[STANDARD] == LawVerdict.MET
    call_whole(actor=commune.clerk, nomination=nomination, lists=WHOLE, among=WHOLE)
    assert verdict_of(nomination) == LawVerdict.MET
    told = [each.sentence for each in history_of(nomination) if "xác minh" in each.sentence]
    assert told == [f"xác minh “{kept.text}”: đạt, căn cứ: Quy chế khen thưởng của xã"]


def test_the_last_answer_counts(commune: Commune) -> None:
    nomination = certificate(commune)
    for actor, said in ((commune.clerk, True), (commune.chair, False)):
        verify(actor=actor, nomination=nomination, condition=STANDARD, answer=said, reason="Đã hỏi")
    assert Verification.objects.count() == 2
    assert verdict_of(nomination) == LawVerdict.NOT_MET


def test_an_answer_has_its_reason(commune: Commune) -> None:
    nomination = certificate(commune)
    with refused("Chưa ghi căn cứ: hãy ghi văn bản hoặc người đã xác minh.", field="reason"):
        verify(
            actor=commune.clerk, nomination=nomination, condition=STANDARD, answer=True, reason=" "
        )


@pytest.mark.parametrize("condition", ["khong-co", SPIRIT])
def test_only_an_open_condition_is_verified(commune: Commune, condition: str) -> None:
    nomination = recorded(commune, proposed(commune))
    with refused("Điều kiện này không còn chờ xác minh: hãy tải lại trang."):
        verify(
            actor=commune.clerk,
            nomination=nomination,
            condition=condition,
            answer=True,
            reason="Đã hỏi",
        )


def test_a_head_verifies_nothing(commune: Commune) -> None:
    nomination = certificate(commune)
    with pytest.raises(NotAllowedError):
        verify(
            actor=commune.village_head,
            nomination=nomination,
            condition=STANDARD,
            answer=True,
            reason="Đã hỏi",
        )


def test_a_case_names_its_province(commune: Commune) -> None:
    nomination = certificate(commune)
    case = Case(nomination.honour, TODAY, None, "khong-co")
    with pytest.raises(LookupError, match="Chưa có quy định của tỉnh"):
        answer(case, Individual(), ())


def test_a_merit_among_others_is_named_by_itself() -> None:
    case = Case("bang-khen-tinh-ca-nhan", TODAY, None)
    asked = asked_of_the_unit(case, Individual())
    assert asked.singly
    assert not set(asked.singly) & set(asked.together)
    merit = min(asked.singly)
    for attested, verdict in (
        (asked.together, Verdict.UNDETERMINED),
        ([*asked.together, merit], Verdict.MET),
    ):
        found, _ = answer(case, Individual(), attested)
        (one,) = [each for each in flat(found.conditions) if each.id == merit]
        assert one.verdict is verdict
