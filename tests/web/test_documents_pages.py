from __future__ import annotations

import datetime as dt
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.scenarios.commune import called, one_row
from tests.web.reading import words

from vinhdanh.councils.enums import MeetingPaperKind
from vinhdanh.councils.services.papers import issue_meeting_paper
from vinhdanh.planning.enums import FulfilmentKind, PlanState
from vinhdanh.planning.models import Plan, Task
from vinhdanh.records.enums import DocumentKind, FileFormat
from vinhdanh.records.models import OfficialDocument
from vinhdanh.records.services.documents import issue_document
from vinhdanh.web.forms.documents import suggested_abstract, suggested_series

if TYPE_CHECKING:
    from typing import Any

    from django.test import Client
    from tests.scenarios.commune import Commune

MOST_QUERIES = 12


def queries(client: Client, url: str) -> int:
    with CaptureQueriesContext(connection) as seen:
        assert client.get(url).status_code == 200
    return len(seen)


def issue(
    commune: Commune, abstract: str = "Hướng dẫn bình xét", *, kind: DocumentKind | None = None
) -> OfficialDocument:
    return issue_document(
        actor=commune.clerk,
        kind=kind or DocumentKind.LETTER,
        symbol="UBND-VP",
        abstract=abstract,
        issued_on=dt.date(2024, 3, 1),
        addressees=commune.units,
    )


@pytest.fixture
def task(commune: Commune) -> Task:
    plan = Plan.objects.create(
        body=commune.body,
        year=2024,
        title="Công tác thi đua",
        issuing_body=commune.body.name,
        state=PlanState.CONFIRMED,
        document=issue(commune, "Công tác thi đua", kind=DocumentKind.PLAN),
    )
    return Task.objects.create(
        plan=plan,
        order=1,
        no="2",
        content="Công văn chỉ đạo đẩy mạnh phong trào",
        fulfilment=FulfilmentKind.DOCUMENT_ISSUED,
    )


def written(task: Task, commune: Commune, /, **changes: Any) -> dict[str, Any]:
    return {
        "task": task.pk,
        "series": "UBND-VP",
        "symbol": "",
        "signer_authority": "head",
        "signer_name": "Ngô Văn Quyên",
        "abstract": "Đẩy mạnh phong trào",
        "issued_on": "24/06/2024",
        "addressees": [unit.pk for unit in commune.units],
        **changes,
    }


def word_file() -> bytes:
    data = BytesIO()
    with ZipFile(data, "w") as parts:
        parts.writestr("word/document.xml", "<w:document/>")
    return data.getvalue()


def test_the_register_shows_the_year(commune: Commune, client: Client) -> None:
    issue(commune)
    client.force_login(commune.clerk.user)

    text = client.get(reverse("documents")).content.decode()

    assert "1 văn bản đã cấp số." in text
    assert "01/UBND-VP" in text
    assert "0/4" in text


def test_an_empty_year_says_what_fills_it(commune: Commune, client: Client) -> None:
    client.force_login(commune.clerk.user)

    text = client.get(reverse("documents")).content.decode()

    assert "Năm 2024 chưa có văn bản đi nào" in text
    assert reverse("document_new") in text


def test_a_head_sees_what_is_unread_and_no_act_of_the_office(
    commune: Commune, client: Client
) -> None:
    issue(commune)
    client.force_login(commune.village_head.user)

    text = client.get(reverse("documents")).content.decode()

    assert "1 văn bản gửi đơn vị anh/chị chưa đọc" in text
    assert reverse("document_new") not in text


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"tu": "huong dan"}, ["Hướng dẫn bình xét"]),
        ({"tu": "hướng"}, ["Hướng dẫn bình xét"]),
        ({"tu": "hương"}, []),
        ({"tu": "02/ubnd"}, ["Đẩy mạnh phong trào"]),
        ({"loai": "notice"}, ["Đẩy mạnh phong trào"]),
        ({"loai": "x"}, ["Đẩy mạnh phong trào", "Hướng dẫn bình xét"]),
    ],
)
def test_the_register_is_searched(
    commune: Commune, client: Client, query: dict[str, str], found: list[str]
) -> None:
    issue(commune)
    issue(commune, "Đẩy mạnh phong trào", kind=DocumentKind.NOTICE)
    client.force_login(commune.chair.user)

    page = client.get(reverse("documents"), query).context["page"]

    assert [document.abstract for document in page] == found


def test_only_the_unread_can_be_asked_for(commune: Commune, client: Client) -> None:
    read, unread = issue(commune), issue(commune, "Đẩy mạnh phong trào")
    client.force_login(commune.village_head.user)
    client.post(reverse("document_read", args=[read.pk]))

    page = client.get(reverse("documents"), {"doc": "chua-doc"}).context["page"]

    assert list(page) == [unread]


def test_the_register_costs_the_same_for_any_size(commune: Commune, client: Client) -> None:
    client.force_login(commune.village_head.user)
    url = reverse("documents") + "?tu=van+ban"
    counts = []
    for numbers in (range(3), range(3, 50)):
        for number in numbers:
            issue(commune, f"Văn bản {number}")
        counts.append(queries(client, url))

    assert counts[0] == counts[1] <= MOST_QUERIES
    assert len(client.get(url).context["page"]) == 50


def test_looking_at_a_document_does_not_mark_it_read(commune: Commune, client: Client) -> None:
    found = issue(commune)
    client.force_login(commune.village_head.user)

    text = client.get(reverse("document", args=[found.pk])).content.decode()

    assert "Thôn Phạm Xá chưa xác nhận đã đọc" in text
    assert not found.receipts.filter(read_at__isnull=False).exists()


def test_a_paper_of_the_council_is_signed_in_its_name(commune: Commune, client: Client) -> None:
    paper = issue_meeting_paper(
        actor=commune.clerk,
        meeting=called(commune, one_row(commune)),
        kind=MeetingPaperKind.INVITATION,
    )
    client.force_login(commune.clerk.user)
    text = words(client.get(reverse("document", args=[paper.document.pk])))
    assert "TM. HỘI ĐỒNG – CHỦ TỊCH" in text
    assert "ỦY BAN NHÂN DÂN – " not in text


def test_a_head_confirms_the_reading_once(commune: Commune, client: Client) -> None:
    found = issue(commune)
    client.force_login(commune.village_head.user)
    url = reverse("document_read", args=[found.pk])

    first = client.post(url, follow=True).content.decode()
    second = client.post(url, follow=True).content.decode()

    assert [r.unit for r in found.receipts.filter(read_at__isnull=False)] == [commune.village]
    assert "Đã ghi nhận anh/chị đọc Công văn số 01/UBND-VP." in first
    assert "Phạm Văn Tín đã xác nhận đọc" in first
    assert "Không có đơn vị nào của anh/chị còn phải đọc" in second


def test_the_office_cannot_read_for_others(commune: Commune, client: Client) -> None:
    found = issue(commune)
    client.force_login(commune.clerk.user)

    client.post(reverse("document_read", args=[found.pk]))

    assert not found.receipts.filter(read_at__isnull=False).exists()
    assert (
        "Xác nhận đã đọc" not in client.get(reverse("document", args=[found.pk])).content.decode()
    )


def test_the_form_is_filled_from_the_task(commune: Commune, client: Client, task: Task) -> None:
    client.force_login(commune.clerk.user)

    form = client.get(reverse("document_new"), {"nhiem-vu": task.pk}).context["form"]

    assert form["series"].value() == "UBND-VP"
    assert form["abstract"].value() == "Chỉ đạo đẩy mạnh phong trào"
    assert form["issued_on"].value() == dt.date(2024, 6, 24)
    assert form["addressees"].value() == [unit.pk for unit in commune.units]


def test_the_clerk_issues_a_document_with_its_file(
    commune: Commune, client: Client, task: Task
) -> None:
    client.force_login(commune.clerk.user)
    file = SimpleUploadedFile("Công văn đã ký.PDF", b"%PDF-1.7 ...")

    response = client.post(reverse("document_new"), written(task, commune, file=file), follow=True)

    found = OfficialDocument.objects.get(task_links__task=task)
    (kept,) = found.files.all()
    assert "Đã cấp số 02/UBND-VP." in response.content.decode()
    assert found.receipts.count() == 4
    assert (kept.format, kept.title) == (FileFormat.PDF, "Công văn đã ký.pdf")


def test_another_symbol_starts_its_own_series(commune: Commune, client: Client, task: Task) -> None:
    client.force_login(commune.clerk.user)

    client.post(reverse("document_new"), written(task, commune, symbol="ubnd-vhxh"))

    assert OfficialDocument.objects.get(task_links__task=task).code == "01/UBND-VHXH"


def test_a_second_press_takes_no_second_number(
    commune: Commune, client: Client, task: Task
) -> None:
    client.force_login(commune.clerk.user)
    client.post(reverse("document_new"), written(task, commune))

    response = client.post(reverse("document_new"), written(task, commune))

    assert task.document_links.count() == 1
    assert "vừa được cấp số 02/UBND-VP" in response.context["form"].errors["abstract"][0]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("hình.pdf", b"\x89PNG\r\n"),
        ("bảng.docx", b"PK\x03\x04 broken"),
        ("trống.pdf", b" %PDF"),
    ],
)
def test_a_file_is_known_by_its_content(
    commune: Commune, client: Client, task: Task, name: str, data: bytes
) -> None:
    client.force_login(commune.clerk.user)

    response = client.post(
        reverse("document_new"), written(task, commune, file=SimpleUploadedFile(name, data))
    )

    (error,) = response.context["form"].errors["file"]
    assert error.startswith(f"Tệp {name} không phải PDF hay Word")
    assert not task.document_links.exists()


def test_a_word_file_is_taken(commune: Commune, client: Client, task: Task) -> None:
    client.force_login(commune.clerk.user)
    file = SimpleUploadedFile("nháp", word_file())

    client.post(reverse("document_new"), written(task, commune, file=file))

    (kept,) = OfficialDocument.objects.get(task_links__task=task).files.all()
    assert kept.title == "nháp.docx"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"abstract": "  "}, "abstract"),
        ({"issued_on": "25/06/2024"}, "issued_on"),
        ({"symbol": "05/UBND"}, "symbol"),
        ({"series": "X-UBND"}, "series"),
        ({"signer_name": ""}, "signer_name"),
        ({"signer_authority": "deputy"}, "signer_position"),
        ({"copies": "0"}, "copies"),
        ({"task": "0"}, "task"),
        ({"addressees": ["0"]}, "addressees"),
    ],
)
def test_a_refusal_stands_at_its_field(
    commune: Commune, client: Client, task: Task, changes: dict[str, Any], field: str
) -> None:
    client.force_login(commune.clerk.user)

    response = client.post(reverse("document_new"), written(task, commune, **changes))

    assert list(response.context["form"].errors) == [field]
    assert not task.document_links.exists()


def test_a_document_needs_no_task_and_its_signer_is_chosen(
    commune: Commune, client: Client
) -> None:
    client.force_login(commune.clerk.user)
    form = client.get(reverse("document_new")).context["form"]
    assert form["signer_name"].value() == "Ngô Văn Quyên"

    client.post(
        reverse("document_new"),
        {
            "series": "KH-UBND",
            "abstract": "Tổ chức hội nghị",
            "issued_on": "24/06/2024",
            "signer_authority": "collective_deputy",
            "signer_name": "Đỗ Văn Phó",
            "signer_position": "Phó Chủ tịch",
            "other_recipients": "Đảng ủy xã",
            "copies": "12",
        },
    )

    document = OfficialDocument.objects.get()
    assert (document.code, document.signer_position) == ("01/KH-UBND", "PHÓ CHỦ TỊCH")
    text = client.get(reverse("document", args=[document.pk])).content.decode()
    assert "TM. ỦY BAN NHÂN DÂN – KT. CHỦ TỊCH – PHÓ CHỦ TỊCH" in text
    assert "Đảng ủy xã" in text


def test_a_head_cannot_issue(commune: Commune, client: Client, task: Task) -> None:
    client.force_login(commune.village_head.user)

    response = client.post(reverse("document_new"), written(task, commune))

    assert response.status_code == 403
    assert "chưa có quyền ban hành văn bản" in response.content.decode()
    assert not task.document_links.exists()


def test_an_outsider_finds_nothing(commune: Commune, client: Client, task: Task) -> None:
    found = issue(commune)
    client.force_login(commune.outsider.user)

    statuses = {
        client.get(reverse("document", args=[found.pk])).status_code,
        client.post(reverse("document_read", args=[found.pk])).status_code,
        client.get(reverse("document_new"), {"nhiem-vu": task.pk}).status_code,
    }

    assert statuses == {404}
    assert "01/UBND-VP" not in client.get(reverse("documents")).content.decode()


def test_reading_is_posted(commune: Commune, client: Client) -> None:
    found = issue(commune)
    client.force_login(commune.village_head.user)

    assert client.get(reverse("document_read", args=[found.pk])).status_code == 405


@pytest.mark.parametrize(
    ("content", "symbol", "abstract"),
    [
        ("Kế hoạch hoạt động của Hội đồng", "KH-HĐTĐKT", "Hoạt động của Hội đồng"),
        ("Kế hoạch tuyên truyền", "KH-UBND", "Tuyên truyền"),
        ("Hướng dẫn xét khen thưởng", "HD-HĐTĐKT", "Xét khen thưởng"),
        ("Mời dự hội nghị", "TB-UBND", "Mời dự hội nghị"),
    ],
)
def test_a_task_suggests_its_document(content: str, symbol: str, abstract: str) -> None:
    assert (suggested_series(content), suggested_abstract(content)) == (symbol, abstract)


def test_the_signed_paper_is_added_once(commune: Commune, client: Client) -> None:
    document = issue(commune)
    paper = b"%PDF-1.7\nsigned"
    url = reverse("document_attach", args=[document.pk])
    client.force_login(commune.village_head.user)
    client.post(url, {"file": SimpleUploadedFile("ký.pdf", paper)})
    assert document.files.count() == 0
    client.force_login(commune.clerk.user)
    for name, content in (
        ("ảnh.png", b"\x89PNG\r\n\x1a\n"),
        ("ký.pdf", paper),
        ("khác.pdf", paper),
    ):
        client.post(url, {"file": SimpleUploadedFile(name, content)})
    assert [file.title for file in document.files.all()] == ["ký.pdf"]
