"""The law on a nomination's pages: verdict, sentences, sources, what is missing, who answers."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse
from tests.scenarios.commune import (
    TODAY,
    YEAR,
    appraised,
    called,
    person_of,
    sent,
    village_rows,
    written,
)
from tests.scenarios.law import WHOLE, proposed, received, recorded, verdict_of
from tests.web.reading import acts, queries, told, words

from vinhdanh.nominations.enums import LawVerdict
from vinhdanh.nominations.models import Assessment, Attestation, Nomination, Verification
from vinhdanh.nominations.queries.assessments import last_assessment
from vinhdanh.nominations.services.answers import call_whole
from vinhdanh.nominations.services.assessments import assess_nominations
from vinhdanh.nominations.services.facts import add_hold, add_initiative
from vinhdanh.organizations.enums import HoldKind, InitiativeKind, Reach
from vinhdanh.organizations.models import Discipline, Hold, Initiative, Person, YearRecord
from vinhdanh.web.law_lines import PARTS, citation_words, law_check, parts_of
from vinhdanh.web.waiting import lines_for

if TYPE_CHECKING:
    from django.test import Client
    from tests.scenarios.commune import Commune

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.web.law_lines import LawCheck

STANDARD = "giay-khen-ca-nhan/tieu-chuan"


def page_of(nomination: Nomination) -> str:
    return reverse("nomination", args=[nomination.pk])


def facts_page(nomination: Nomination) -> str:
    return reverse("nomination_facts", args=[nomination.pk])


def certificate(commune: Commune) -> Nomination:
    return sent(commune, rows=village_rows(commune)[:1]).nominations.get()


def check(nomination: Nomination, actor: Actor) -> LawCheck:
    found = law_check(last_assessment(nomination), nomination, actor)
    assert found
    return found


def write(client: Client, nomination: Nomination, part: str, **values: Any) -> Any:
    """Send one part of the page of facts."""
    form = {"part": part} | {f"{part}-{name}": value for name, value in values.items()}
    return client.post(facts_page(nomination), form, follow=True)


# --- the dossier ------------------------------------------------------------------------------


def test_a_dossier_says_why_it_could_not_be_judged(commune: Commune, client: Client) -> None:
    nomination = proposed(commune)
    Nomination.objects.update(honour="khong-co")
    assess_nominations([nomination], as_of=TODAY)
    Nomination.objects.update(honour=nomination.honour)
    client.force_login(commune.village_head.user)
    text = words(client.get(page_of(nomination)))
    assert "Điều kiện theo quy định Cần xác minh Chưa xét được: " in text
    assert parts_of(last_assessment(nomination), is_person=True) == parts_of(None, is_person=True)
    assert client.get(facts_page(nomination)).status_code == 200


def test_a_dossier_tells_each_condition_with_its_source(commune: Commune, client: Client) -> None:
    nomination = proposed(commune)
    client.force_login(commune.village_head.user)
    text = words(client.get(page_of(nomination)))
    assert "Điều kiện theo quy định Cần xác minh" in text
    assert "Khoản 3 Điều 24 Luật Thi đua, khen thưởng 2022" in text
    assert "Xét theo quy định ngày 24/06/2024" in text
    assert "Thẩm quyền quyết định: Chủ tịch UBND cấp xã (khoản 3 Điều 80" in text
    assert "Anh/chị bổ sung được:" in text


def test_once_everything_is_recorded_nothing_is_missing(commune: Commune, client: Client) -> None:
    nomination = recorded(commune, proposed(commune))
    client.force_login(commune.village_head.user)
    text = words(client.get(page_of(nomination)))
    assert "Đủ các điều kiện theo quy định." in text
    assert "Nghỉ 0 tháng trong năm 2024 · xem số liệu" in text
    assert "Anh/chị bổ sung được:" not in text


def test_what_was_never_asked_is_said_so(commune: Commune, client: Client) -> None:
    nomination = proposed(commune)
    Assessment.objects.all().delete()
    client.force_login(commune.village_head.user)
    assert "Hồ sơ này chưa được kiểm tra theo quy định." in words(client.get(page_of(nomination)))
    submission = client.get(reverse("submission", args=[nomination.submission_id]))
    assert "Chưa kiểm tra" in words(submission)
    assert client.get(facts_page(nomination)).status_code == 200


def test_each_person_is_led_to_what_they_can_write(commune: Commune) -> None:
    nomination = proposed(commune)

    def own(actor: Actor) -> set[str]:
        return {todo.url.rpartition("#")[2] for todo in check(nomination, actor).own_todos}

    assert own(commune.village_head) == {"nam", "xac-nhan"}
    assert own(commune.clerk) == {"nam", "viec-xem-xet", "ky-luat"}
    assert own(commune.chair) == set()
    assert len(check(nomination, commune.chair).todos) == 8


def test_who_must_answer_is_named_with_what_is_missing(commune: Commune) -> None:
    found = [todo.sentence for todo in check(proposed(commune), commune.village_head).todos]
    assert "Cần: Mức độ hoàn thành nhiệm vụ năm 2024 — người phụ trách tổ chức, cán bộ" in found
    law = check(certificate(commune), commune.clerk)
    assert law.todos[0].sentence.startswith("Cần xác minh: Luật không đặt tiêu chuẩn giấy khen")
    assert law.todos[0].sentence.endswith(" — người có thẩm quyền xác minh")


def test_the_units_word_may_answer_for_a_unit(commune: Commune) -> None:
    nomination = written(commune, rows=village_rows(commune)[1:2]).nominations.get()
    head = [todo.url for todo in check(nomination, commune.village_head).own_todos]
    clerk = [todo.url for todo in check(nomination, commune.clerk).own_todos]
    assert head == [f"{facts_page(nomination)}#xac-nhan"]
    assert clerk == [f"{facts_page(nomination)}#viec-xem-xet"]


def test_an_authority_that_is_not_certain_says_so(commune: Commune) -> None:
    nomination = proposed(commune)
    found = last_assessment(nomination)
    assert found
    found.receipt = found.receipt.replace('"level":"commune_chair"', '"level":null')
    law = law_check(found, nomination, commune.clerk)
    assert law
    assert law.authority == "cần xác minh"
    reason = '"needs_confirmation":"chưa rõ"}'
    told = last_assessment(nomination)
    assert told
    told.receipt = told.receipt.replace('"level":"commune_chair","needs_confirmation":null}',
                                        f'"level":"commune_chair",{reason}')  # fmt: skip
    law = law_check(told, nomination, commune.clerk)
    assert law
    assert law.authority == "Chủ tịch UBND cấp xã, cần xác minh: chưa rõ"


def test_a_citation_is_told_as_papers_do() -> None:
    found = {"instrument": "06/2022/QH15", "article": 23, "clause": 2, "point": "a"}
    assert citation_words(found) == "Điểm a khoản 2 Điều 23 Luật Thi đua, khen thưởng 2022"
    bare = {"instrument": "1/NĐ", "article": None, "clause": None, "point": None}
    assert citation_words(bare) == "1/NĐ"
    assert citation_words(None) == ""


def test_without_an_answer_every_part_of_the_records_is_shown(commune: Commune) -> None:
    nomination = proposed(commune)
    assert law_check(None, nomination, commune.clerk) is None
    every = {part for parts in PARTS.values() for part in parts}
    assert parts_of(None, is_person=True) == every


# --- verifying --------------------------------------------------------------------------------


def test_a_clerk_verifies_on_the_page(commune: Commune, client: Client) -> None:
    nomination = certificate(commune)
    client.force_login(commune.clerk.user)
    url = reverse("nomination_verify", args=[nomination.pk])
    assert url in acts(client.get(page_of(nomination)))
    form = {"condition": STANDARD, "answer": "dat", "reason": "Quy chế của xã"}
    response = client.post(url, form, follow=True)
    assert told(response) == ["Đã ghi kết quả xác minh."]
    text = words(response)
    assert f"{commune.clerk.name} xác minh: Quy chế của xã" in text
    assert Verification.objects.get().answer is True


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"reason": " "}, "Chưa ghi căn cứ: hãy ghi văn bản hoặc người đã xác minh."),
        ({"answer": ""}, "Chưa chọn đạt hay không đạt."),
        ({"condition": "la"}, "Điều kiện này không còn chờ xác minh: hãy tải lại trang."),
    ],
)
def test_an_answer_that_is_not_whole_is_refused(
    commune: Commune, client: Client, changes: dict[str, str], sentence: str
) -> None:
    nomination = certificate(commune)
    client.force_login(commune.clerk.user)
    form = {"condition": STANDARD, "answer": "khong-dat", "reason": "Đã hỏi"} | changes
    response = client.post(reverse("nomination_verify", args=[nomination.pk]), form, follow=True)
    assert told(response) == [sentence]


def test_a_head_is_offered_no_verification(commune: Commune, client: Client) -> None:
    nomination = certificate(commune)
    client.force_login(commune.village_head.user)
    url = reverse("nomination_verify", args=[nomination.pk])
    assert url not in acts(client.get(page_of(nomination)))


# --- the list ---------------------------------------------------------------------------------


def test_a_head_sees_the_check_before_sending(commune: Commune, client: Client) -> None:
    submission = written(commune)
    client.force_login(commune.village_head.user)
    response = client.get(reverse("submission", args=[submission.pk]))
    text = words(response)
    assert text.count("Cần xác minh") == 3
    assert "Trong danh sách có 3 đề nghị cần xác minh. Anh/chị vẫn gửi được" in text
    sent_response = client.post(reverse("submission_send", args=[submission.pk]), follow=True)
    assert told(sent_response) == ["Đã gửi đề nghị tới công chức phụ trách thi đua, khen thưởng."]


def test_what_is_not_met_is_counted_apart(commune: Commune, client: Client) -> None:
    nomination = recorded(commune, proposed(commune))
    client.force_login(commune.village_head.user)
    url = reverse("submission", args=[nomination.submission_id])
    assert "Vẫn gửi đề nghị" not in words(client.get(url))
    add_hold(
        actor=commune.clerk,
        nomination=nomination,
        kind=HoldKind.PRESS,
        since=TODAY,
    )
    text = words(client.get(url))
    assert "Trong danh sách có 1 đề nghị chưa đủ điều kiện. Anh/chị vẫn gửi được" in text


# --- today ------------------------------------------------------------------------------------


def today_of(actor: Actor) -> list[str]:
    return [line.sentence for line in lines_for(actor, [], year=YEAR)]


def test_missing_facts_wait_for_the_head_who_has_them(commune: Commune) -> None:
    nomination = proposed(commune)
    waits = "Một đề nghị còn thiếu số liệu để kiểm tra điều kiện"
    assert waits in today_of(commune.village_head)
    assert waits not in today_of(commune.other_head)
    recorded(commune, nomination)
    assert waits not in today_of(commune.village_head)


def test_a_head_is_not_asked_for_what_the_office_has(commune: Commune) -> None:
    written(commune, rows=village_rows(commune)[:1])
    assert not [each for each in today_of(commune.village_head) if "thiếu số liệu" in each]


def test_open_conditions_wait_for_the_clerk(commune: Commune) -> None:
    certificate(commune)
    waits = "Một hồ sơ cần xác minh điều kiện theo quy định"
    assert waits in today_of(commune.clerk)
    assert waits not in today_of(commune.chair)


# --- the council ------------------------------------------------------------------------------


def test_a_council_sees_the_verdict(commune: Commune, client: Client) -> None:
    meeting = called(commune, appraised(commune, sent(commune, rows=village_rows(commune)[:1])))
    client.force_login(commune.women_head.user)
    text = words(client.get(reverse("meeting", args=[meeting.pk])))
    assert "Cần xác minh Điều kiện theo quy định của Phạm Văn Đức" in text


# --- the page of facts ------------------------------------------------------------------------


def test_a_head_writes_the_year(commune: Commune, client: Client) -> None:
    nomination = proposed(commune)
    client.force_login(commune.village_head.user)
    response = write(
        client, nomination, "nam", year="2024", group="worker", completion="", absent_months="0"
    )
    assert told(response) == ["Đã ghi số liệu năm."]
    kept = YearRecord.objects.get()
    assert (kept.year, kept.completion) == (2024, "")
    assert (kept.absent_months, kept.maternity_months) == (Decimal(0), Decimal(0))
    assert Person.objects.get(full_name="Phạm Văn Đức").group == "worker"
    again = client.get(f"{facts_page(nomination)}?nam=2024").context["forms"]["nam"]
    assert again["absent_months"].value() == kept.absent_months
    assert again["group"].value() == "worker"


def test_a_year_that_cannot_be_is_refused_at_its_field(commune: Commune, client: Client) -> None:
    nomination = proposed(commune)
    client.force_login(commune.village_head.user)
    response = write(
        client, nomination, "nam", year="2024", absent_months="1", maternity_months="2"
    )
    assert response.status_code == 422
    assert "nhiều hơn tổng số tháng nghỉ" in words(response)
    assert not YearRecord.objects.exists()


def test_a_unit_is_asked_of_its_members(commune: Commune, client: Client) -> None:
    nomination = written(commune, rows=village_rows(commune)[1:2]).nominations.get()
    Assessment.objects.all().delete()
    client.force_login(commune.village_head.user)
    response = write(client, nomination, "nam", year="2024", members="20", worst_discipline="none")
    assert told(response) == ["Đã ghi số liệu năm."]
    kept = YearRecord.objects.get()
    assert (kept.members, kept.worst_discipline) == (20, "none")
    assert "20 thành viên" in words(response) or last_assessment(nomination)


def test_an_initiative_is_written(commune: Commune, client: Client) -> None:
    nomination = proposed(commune)
    Assessment.objects.all().delete()
    client.force_login(commune.village_head.user)
    given = {
        "title": "Máy tuốt lúa", "kind": InitiativeKind.INITIATIVE.value,
        "scope": Reach.GRASSROOTS.value, "recognised_by": "12/QĐ-UBND",
        "recognised_on": "01/03/2024", "serves": "on",
    }  # fmt: skip
    assert told(write(client, nomination, "sang-kien", **given)) == ["Đã ghi sáng kiến."]
    assert Initiative.objects.get().nominations.get() == nomination


def test_the_office_writes_what_stands_in_the_way(commune: Commune, client: Client) -> None:
    nomination = recorded(commune, received(commune))
    client.force_login(commune.clerk.user)
    told_hold = told(write(client, nomination, "viec", kind="complaint", since="01/03/2024"))
    assert told_hold == ["Đã ghi việc đang xem xét."]
    given = {"level": "canh-cao", "since": "01/03/2024"}
    assert told(write(client, nomination, "ky-luat", **given)) == ["Đã ghi kỷ luật."]
    assert Discipline.objects.get().person == nomination.recipient.person
    assert verdict_of(nomination) == LawVerdict.NOT_MET


def test_a_hold_ends_on_the_page(commune: Commune, client: Client) -> None:
    nomination = recorded(commune, received(commune))
    day = TODAY
    hold = add_hold(actor=commune.clerk, nomination=nomination, kind=HoldKind.PRESS, since=day)
    client.force_login(commune.clerk.user)
    url = reverse("hold_end", args=[nomination.pk, hold.pk])
    assert url in acts(client.get(facts_page(nomination)))
    wrong = told(client.post(url, {"until": "hôm qua"}, follow=True))
    assert wrong == ["Ngày chưa đúng: hãy ghi ngày/tháng/năm, ví dụ 24/06/2024."]
    assert told(client.post(url, {"until": "24/06/2024"}, follow=True)) == ["Đã ghi ngày kết thúc."]
    assert Hold.objects.get().until == day


def test_none_is_ticked_in_the_words_of_the_moment(commune: Commune, client: Client) -> None:
    nomination = received(commune)
    client.force_login(commune.clerk.user)
    text = words(client.get(facts_page(nomination)))
    assert "Không bị kỷ luật" in text
    assert "Không có việc nào đang xem xét, thanh tra, khiếu nại, tố cáo" in text
    response = write(client, nomination, "day-du", discipline="on", holds="on")
    assert told(response) == ["Đã ghi xác nhận về các danh mục."]
    assert set(nomination.statements.values_list("about", flat=True)) == set(WHOLE)


def test_lists_with_something_in_them_are_called_whole(commune: Commune, client: Client) -> None:
    nomination = received(commune)
    Assessment.objects.all().delete()
    day = TODAY
    add_hold(actor=commune.clerk, nomination=nomination, kind=HoldKind.PRESS, since=day)
    add_initiative(
        actor=commune.village_head, nomination=nomination, title="Máy tuốt lúa",
        kind=InitiativeKind.INITIATIVE, scope=Reach.GRASSROOTS, recognised_by="1/QĐ",
        recognised_on=day,
    )  # fmt: skip
    Discipline.objects.create(person=person_of_recipient(nomination), level="canh-cao", since=day)
    Assessment.objects.all().delete()
    client.force_login(commune.clerk.user)
    text = words(client.get(facts_page(nomination)))
    assert "Đã ghi đủ các hình thức kỷ luật" in text
    assert "Đã ghi đủ các việc đang xem xét" in text
    assert "Đã ghi đủ sáng kiến, đề tài được công nhận" in text
    assert "Sổ khen thưởng đã có đủ danh hiệu" in text


def person_of_recipient(nomination: Nomination) -> Person:
    person = nomination.recipient.person
    assert person
    return person


def test_the_unit_attests_on_the_page(commune: Commune, client: Client) -> None:
    nomination = received(commune)
    client.force_login(commune.village_head.user)
    text = words(client.get(facts_page(nomination)))
    assert "Thôn Phạm Xá xác nhận các điều kiện trên" in text
    response = write(client, nomination, "xac-nhan", together="on")
    assert told(response) == ["Đã ghi xác nhận của đơn vị."]
    assert len(Attestation.objects.get().conditions) == 3
    form = client.get(facts_page(nomination)).context["forms"]["xac_nhan"]
    assert form["together"].value() is True
    client.force_login(commune.clerk.user)
    assert "xác nhận 3 điều kiện lúc" in words(client.get(facts_page(nomination)))


@pytest.mark.parametrize("who", ["women_head", "other_head", "accountant", "outsider"])
def test_records_are_for_those_who_answer_by_them(
    commune: Commune, client: Client, who: str
) -> None:
    nomination = certificate(commune)
    client.force_login(getattr(commune, who).user)
    assert client.get(facts_page(nomination)).status_code in {403, 404}


def test_the_chair_reads_and_writes_nothing_there(commune: Commune, client: Client) -> None:
    nomination = certificate(commune)
    client.force_login(commune.chair.user)
    response = client.get(facts_page(nomination))
    assert response.context["forms"] == {}
    assert person_of(commune.chair).full_name in response.content.decode()


def test_a_part_that_is_not_there_changes_nothing(commune: Commune, client: Client) -> None:
    nomination = proposed(commune)
    client.force_login(commune.village_head.user)
    assert client.post(facts_page(nomination), {"part": "viec"}).status_code == 200
    assert not Hold.objects.exists()


def test_pages_cost_the_same_for_any_record(commune: Commune, client: Client) -> None:
    nomination = received(commune)
    client.force_login(commune.clerk.user)
    few = queries(client, facts_page(nomination)), queries(client, page_of(nomination))
    YearRecord.objects.bulk_create(
        YearRecord(recipient=nomination.recipient, year=year) for year in range(1990, 2024)
    )
    call_whole(actor=commune.clerk, nomination=nomination, lists=WHOLE, among=WHOLE)
    many = queries(client, facts_page(nomination)), queries(client, page_of(nomination))
    assert many == few
