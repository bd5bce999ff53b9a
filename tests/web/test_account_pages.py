from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.cache import cache
from django.urls import reverse
from tests.factories.organizations import make_person
from tests.factories.planning import make_plan
from tests.scenarios.commune import registered, sent
from tests.web.reading import told, words

from vinhdanh.accounts.models import Membership, User
from vinhdanh.accounts.services.sign_in import ATTEMPTS
from vinhdanh.kernel.models import AuditEvent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client
    from tests.scenarios.commune import Commune

PASSWORD = "mat-khau-dai-2024"
WRONG = (
    "Tên đăng nhập hoặc mật khẩu chưa đúng: hãy gõ lại, chú ý chữ hoa, chữ thường và bộ gõ"
    " tiếng Việt."
)
ELSEWHERE = (
    "https://example.com/",
    "//example.com/",
    "http:///example.com/",
    "javascript:alert(1)",
    "\\\\example.com",
    "",
)


@pytest.fixture(autouse=True)
def no_failures() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def hanh(commune: Commune) -> User:
    user = commune.clerk.user
    user.set_password(PASSWORD)
    user.save()
    return user


def sign_in(client: Client, **changes: str) -> str:
    """Sign in and return where it leads."""
    data = {"username": "hanh", "password": PASSWORD} | changes
    response = client.post(reverse("sign_in"), data)
    assert response.status_code == 302
    return str(response["Location"])


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["today", "board", "submissions", "register", "reports"])
def test_strangers_are_asked_to_sign_in(client: Client, name: str) -> None:
    url = reverse(name)
    response = client.get(url)
    assert (response.status_code, response["Location"]) == (302, f"/dang-nhap/?next={url}")


@pytest.mark.django_db
def test_the_page_needs_no_session(client: Client) -> None:
    response = client.get(reverse("sign_in"), {"next": "/ke-hoach/"})
    text = response.content.decode()
    assert '<input type="hidden" name="next" value="/ke-hoach/">' in text
    assert "Quên mật khẩu?" in text
    assert "rail" not in text
    assert set(response.cookies) == {"csrftoken"}


def test_signing_in_goes_on_to_where_one_wanted(hanh: User, client: Client) -> None:
    assert sign_in(client, next="/de-nghi/") == "/de-nghi/"
    event = AuditEvent.objects.get(action="account.signed_in")
    assert (event.actor, event.sentence) == ("Nguyễn Thị Hạnh", "đăng nhập")


@pytest.mark.parametrize("elsewhere", [*ELSEWHERE, "khong-co-trang-nay"])
def test_signing_in_never_leads_elsewhere(hanh: User, client: Client, elsewhere: str) -> None:
    assert sign_in(client, next=elsewhere) == "/"


@pytest.mark.parametrize(
    "changes", [{"password": "sai"}, {"username": "khong-ai"}, {"username": "HANH"}]
)
def test_a_wrong_password_is_told_and_the_wish_kept(
    hanh: User, client: Client, changes: dict[str, str]
) -> None:
    data = {"username": "hanh", "password": PASSWORD, "next": "/de-nghi/"} | changes
    response = client.post(reverse("sign_in"), data)
    assert told(response) == [WRONG]
    text = response.content.decode()
    assert 'name="next" value="/de-nghi/"' in text
    assert PASSWORD not in text
    assert "_auth_user_id" not in client.session


def test_after_too_many_failures_the_right_password_waits_too(hanh: User, client: Client) -> None:
    url = reverse("sign_in")
    for _ in range(ATTEMPTS):
        response = client.post(url, {"username": "hanh", "password": "sai"})
        assert response.status_code == 200
    response = client.post(url, {"username": "hanh", "password": PASSWORD})
    assert response.status_code == 429
    assert told(response)[0].startswith("Đã gõ sai mật khẩu quá nhiều lần: hãy chờ 15 phút")
    assert "_auth_user_id" not in client.session


def test_a_locked_account_stays_out(hanh: User, client: Client) -> None:
    User.objects.filter(pk=hanh.pk).update(is_active=False)
    response = client.post(reverse("sign_in"), {"username": "hanh", "password": PASSWORD})
    assert told(response) == [WRONG]


def test_who_is_signed_in_goes_to_today(commune: Commune, client: Client) -> None:
    client.force_login(commune.chair.user)
    assert client.get(reverse("sign_in"))["Location"] == "/"


def test_signing_out_ends_the_session(commune: Commune, client: Client) -> None:
    client.force_login(commune.chair.user)
    assert client.get(reverse("sign_out")).status_code == 405
    assert "_auth_user_id" in client.session
    assert client.post(reverse("sign_out"))["Location"] == "/dang-nhap/"
    assert "_auth_user_id" not in client.session


def test_a_password_is_changed_and_the_session_goes_on(hanh: User, client: Client) -> None:
    client.force_login(hanh)
    url, new = reverse("password"), "mat-khau-moi-2025"
    form = {"old_password": PASSWORD, "new_password1": new, "new_password2": new}
    response = client.post(url, form, follow=True)
    assert told(response) == ["Đã đổi mật khẩu."]
    assert response.redirect_chain == [("/", 302)]
    hanh.refresh_from_db()
    assert hanh.check_password(new)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"old_password": "sai"}, "Mật khẩu hiện nay: Mật khẩu hiện nay chưa đúng: hãy gõ lại."),
        (
            {"new_password2": "mat-khau-khac-2025"},
            "Gõ lại mật khẩu mới: Hai lần gõ mật khẩu mới chưa giống nhau: hãy gõ lại.",
        ),
        ({"new_password1": "ngan", "new_password2": "ngan"}, "Gõ lại mật khẩu mới: "),
    ],
)
def test_a_refused_password_stays_the_old_one(
    hanh: User, client: Client, changes: dict[str, str], sentence: str
) -> None:
    client.force_login(hanh)
    new = "mat-khau-moi-2025"
    form = {"old_password": PASSWORD, "new_password1": new, "new_password2": new} | changes
    response = client.post(reverse("password"), form)
    assert told(response)[0].startswith(sentence)
    assert new not in response.content.decode()
    hanh.refresh_from_db()
    assert hanh.check_password(PASSWORD)


def test_an_account_without_a_role_is_told_whom_to_ask(commune: Commune, client: Client) -> None:
    person = make_person(commune.body, "Lê Văn Mới")
    client.force_login(User.objects.create(username="moi", person=person))
    for name in ("today", "board", "register"):
        response = client.get(reverse(name))
        assert response.status_code == 403
        assert "Hãy báo công chức phụ trách thi đua, khen thưởng của xã" in words(response)
        assert "Các phần việc" not in words(response)
    assert client.post(reverse("sign_out"))["Location"] == "/dang-nhap/"


def test_a_role_that_is_taken_away_ends_at_once(commune: Commune, client: Client) -> None:
    client.force_login(commune.accountant.user)
    assert client.get(reverse("register")).status_code == 200
    Membership.objects.filter(user=commune.accountant.user).delete()
    assert client.get(reverse("register")).status_code == 403


@pytest.mark.parametrize("elsewhere", [*ELSEWHERE, "https://testserver.example.com/de-nghi/"])
def test_choosing_a_year_never_leads_elsewhere(
    commune: Commune, client: Client, elsewhere: str
) -> None:
    client.force_login(commune.clerk.user)
    url = reverse("year", args=[2023])
    for response in (
        client.post(url, headers={"referer": elsewhere}),
        client.post(url, {"next": elsewhere}),
    ):
        assert (response.status_code, response["Location"]) == (302, "/")


def test_choosing_a_year_stays_on_the_page(commune: Commune, client: Client) -> None:
    client.force_login(commune.clerk.user)
    url, page = reverse("year", args=[2023]), "http://testserver/de-nghi/"
    assert client.post(url, headers={"referer": page})["Location"] == page
    assert client.post(url, {"next": "/ke-hoach/"})["Location"] == "/ke-hoach/"


def test_a_year_is_chosen_by_an_act(commune: Commune, client: Client) -> None:
    client.force_login(commune.clerk.user)
    assert client.get(reverse("year", args=[2023])).status_code == 405
    assert client.get(reverse("today")).context["year"] == 2024


def test_the_chosen_year_holds_on_every_page(commune: Commune, client: Client) -> None:
    make_plan(commune.body)
    registered(commune)
    sent(commune)
    client.force_login(commune.clerk.user)
    client.post(reverse("year", args=[2023]))
    for name, sentence in (
        ("board", "Năm 2023 chưa có kế hoạch"),
        ("submissions", "Chưa có đơn vị nào gửi đề nghị trong năm 2023"),
        ("meetings", "Năm 2023 Hội đồng chưa họp phiên nào"),
        ("reports", "Năm 2023 chưa có báo cáo nào"),
    ):
        text = words(client.get(reverse(name)))
        assert sentence in text
        assert "Năm 2023" in text
    client.post(reverse("year", args=[2024]))
    text = words(client.get(reverse("submissions")))
    assert "Đề nghị khen thưởng 6 tháng đầu năm" in text


def test_the_years_are_those_of_plans_the_chosen_and_this(commune: Commune, client: Client) -> None:
    make_plan(commune.body, year=2022)
    make_plan(commune.outsider.body, year=2019)
    client.force_login(commune.clerk.user)
    client.post(reverse("year", args=[2021]))
    years = [year for year, _ in client.get(reverse("today")).context["years"]]
    assert years == [2024, 2022, 2021]


@pytest.mark.parametrize("year", [0, 1999, 2101, 99999999999])
def test_years_out_of_reach_are_not_chosen(commune: Commune, client: Client, year: int) -> None:
    client.force_login(commune.clerk.user)
    assert client.post(reverse("year", args=[year])).status_code == 302
    assert client.get(reverse("today")).context["year"] == 2024


def test_a_new_session_begins_in_this_year(commune: Commune, client: Client) -> None:
    client.force_login(commune.clerk.user)
    client.post(reverse("year", args=[2023]))
    client.post(reverse("sign_out"))
    client.force_login(commune.clerk.user)
    assert client.get(reverse("today")).context["year"] == 2024


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("page", "back"),
    [
        ("http://testserver/ho-so/17/?tab=2", "/ho-so/17/?tab=2"),
        ("https://evil.example/ho-so/17/", "/"),
        ("", "/"),
    ],
)
def test_whose_session_ended_while_typing_goes_back_to_the_page(
    client: Client, page: str, back: str
) -> None:
    response = client.post(
        reverse("nomination_step", args=[17]), {"reason": "Thiếu"}, headers={"referer": page}
    )
    assert response.status_code == 302
    wanted = parse_qs(urlsplit(response["Location"]).query)["next"]
    assert wanted == [f"{back}#gui-lai"]
    text = client.get(response["Location"]).content.decode()
    assert "Phiên làm việc đã hết" in text


def test_an_address_that_only_takes_forms_says_so(commune: Commune, client: Client) -> None:
    client.force_login(commune.clerk.user)
    response = client.get(reverse("nomination_step", args=[17]))
    assert (response.status_code, response["Allow"]) == (405, "POST")
    assert "chỉ nhận nội dung gửi từ một trang" in response.content.decode()
