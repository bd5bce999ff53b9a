"""`vinhdanh law …`: answers as text and as JSON, refusals in one sentence with exit code 2."""

from __future__ import annotations

import datetime as dt
import io
import json
import sys
from typing import TYPE_CHECKING, Any

import pytest

from vinhdanh.cli import main
from vinhdanh.lawbook import CorpusError, assess, read_facts, receipt, receipt_text
from vinhdanh.lawbook.loading import load

if TYPE_CHECKING:
    from pathlib import Path

PERSON: dict[str, Any] = {
    "recipient": "individual",
    "group": "official",
    "years": [{"year": 2025, "completion": "hoan-thanh-xuat-sac", "absent_months": 0}],
    "honours": [
        {"honour": "chien-si-thi-dua-co-so", "year": 2023},
        {"honour": "chien-si-thi-dua-co-so", "year": 2024},
    ],
    "initiatives": [],
    "discipline": [],
    "holds": [],
    "attested": True,
}
HONOUR = "chien-si-thi-dua-co-so"


@pytest.fixture
def person(tmp_path: Path) -> str:
    path = tmp_path / "facts.json"
    path.write_text(json.dumps(PERSON), "utf-8")
    return str(path)


def said(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["law", *words]) == 0
    told = capsys.readouterr()
    assert told.err == ""
    return told.out


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["law", *words]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    return told.err


Capsys = pytest.CaptureFixture[str]


class TestHonours:
    def test_text(self, capsys: Capsys) -> None:
        told = said(capsys, "honours", "--as-of", "2025-12-20")
        assert (
            "chien-si-thi-dua-co-so\n  Chiến sĩ thi đua cơ sở; cá nhân; Chủ tịch UBND cấp xã"
            in (told)
        )

    def test_json(self, capsys: Capsys) -> None:
        told = json.loads(said(capsys, "honours", "--as-of", "2025-06-30", "--json"))
        (one,) = [each for each in told if each["honour"] == HONOUR]
        assert one["name"] == "Chiến sĩ thi đua cơ sở"
        assert one["authority"]["level"] == "district_chair"
        assert one["recipients"] == ["individual"]
        assert one["citation"]["article"] == 23

    def test_an_unread_law_is_said_to_be_unsure(self, capsys: Capsys) -> None:
        assert "cần xác minh" in said(capsys, "honours", "--as-of", "2026-10-15")


class TestShow:
    def test_text(self, capsys: Capsys) -> None:
        told = said(capsys, "show", HONOUR, "--as-of", "2025-12-20")
        for part in (
            "Chiến sĩ thi đua cơ sở (CSTĐCS)",
            "Thẩm quyền: Chủ tịch UBND cấp xã [Điều 59 Nghị định 129/2025/NĐ-CP]",
            "Tiền thưởng cho cá nhân: 1 lần mức lương cơ sở, là 2.340.000 đồng",
            "  - Hoàn thành xuất sắc nhiệm vụ, hoặc có sáng kiến",
            "(một trong các điều sau)",
            "    - Có sáng kiến được cơ sở công nhận [Khoản 2 Điều 23",
            "Biểu quyết:",
            "Hồ sơ:",
            "Thời hạn:",
        ):
            assert part in told

    def test_groups_and_additions_of_a_province(self, capsys: Capsys) -> None:
        told = said(
            capsys, "show", "lao-dong-tien-tien", "--as-of", "2025-12-20", "--province", "bac-ninh"
        )
        assert "Công nhân, nông dân, người lao động khác:" in told
        assert "Tỉnh quy định thêm:" in told

    def test_a_law_not_read(self, capsys: Capsys) -> None:
        told = said(capsys, "show", HONOUR, "--as-of", "2026-10-15")
        assert "Cần xác minh: Luật 06/2026/QH16" in told

    def test_an_honour_without_standard(self, capsys: Capsys) -> None:
        told = said(capsys, "show", "giay-khen-ca-nhan", "--as-of", "2025-12-20")
        assert "không đặt tiêu chuẩn; cần xác minh" in told

    def test_json(self, capsys: Capsys) -> None:
        told = json.loads(said(capsys, "show", HONOUR, "--as-of", "2026-02-01", "--json"))
        assert told["honour"] == HONOUR
        assert told["authority"]["level"] == "commune_chair"
        second = told["standards"][0]["conditions"][1]
        assert second["operator"] == "any"
        assert second["citation"] == {
            "instrument": "06/2022/QH15",
            "article": 23,
            "clause": 2,
            "point": None,
        }
        assert len(second["conditions"]) == 4
        assert told["prizes"][0]["amount"] == 2340000
        assert told["before_every_honour"][0]["conditions"]
        assert told["certificate"]
        assert told["dossier"]

    @pytest.mark.parametrize("day", ["2023-06-01", "2024-06-01", "2025-12-20", "2026-10-15"])
    def test_every_honour_can_be_shown(self, capsys: Capsys, day: str) -> None:
        for each in json.loads(said(capsys, "honours", "--as-of", day, "--json")):
            assert each["name"] in said(capsys, "show", each["honour"], "--as-of", day)


class TestDiff:
    def test_text_names_what_the_commune_chair_now_decides(self, capsys: Capsys) -> None:
        told = said(capsys, "diff", "2025-06-30", "2025-07-01")
        for name in (
            "Chiến sĩ thi đua cơ sở",
            "Tập thể lao động tiên tiến",
            "Thôn, tổ dân phố văn hóa",
        ):
            assert (
                f"- Chủ tịch UBND cấp xã nay quyết định tặng “{name}”; trước đó là Chủ tịch UBND"
                " cấp huyện. [Điều 59 Nghị định 129/2025/NĐ-CP]"
            ) in told
        assert "(R1 → R2)" in told
        assert "(ngoài cấp xã)" in told

    def test_json(self, capsys: Capsys) -> None:
        told = json.loads(said(capsys, "diff", "2025-06-30", "2025-07-01", "--json"))
        assert told["changes"][0]["commune"] is True

    def test_nothing(self, capsys: Capsys) -> None:
        assert "không có thay đổi nào" in said(capsys, "diff", "2025-07-01", "2025-07-01")

    def test_days_the_wrong_way_round(self, capsys: Capsys) -> None:
        assert "hãy đổi chỗ hai ngày" in refused(capsys, "diff", "2025-07-01", "2025-06-30")


class TestAssess:
    def test_json_has_the_keys_agreed(self, capsys: Capsys, person: str) -> None:
        asked = ("--honour", HONOUR, "--as-of", "2025-12-20", "--facts", person, "--json")
        told = json.loads(said(capsys, "assess", *asked))
        assert told["verdict"] == "met"
        assert told["regime"] == "R2"
        assert told["authority"]["level"] == "commune_chair"
        assert told["authority"]["citation"]["instrument"] == "129/2025/NĐ-CP"
        prize = told["prize"]
        assert (prize["multiple"], prize["base_salary"], prize["amount"]) == (1, 2340000, 2340000)
        assert prize["citation"]["article"] == 50
        for each in told["conditions"]:
            assert {"id", "verdict", "text", "citation", "evidence", "missing"} <= each.keys()

    def test_marks_evidence_and_who_to_ask(self, capsys: Capsys, tmp_path: Path) -> None:
        found = {**PERSON, "attested": False}
        found["years"] = [{"year": 2025, "completion": "hoan-thanh-tot", "absent_months": 0}]
        path = tmp_path / "facts.json"
        path.write_text(json.dumps(found), "utf-8")
        asked = ("--honour", HONOUR, "--as-of", "2025-12-20", "--facts", str(path))
        told = said(capsys, "assess", *asked)
        assert told.startswith("Chiến sĩ thi đua cơ sở: Chưa đủ\n")
        assert "✗ Hoàn thành xuất sắc nhiệm vụ" in told
        assert "✓ Hoàn thành tốt nhiệm vụ trở lên" in told
        assert "? " in told
        assert "Hỏi: đơn vị đề nghị." in told
        assert "Năm 2025: Hoàn thành tốt nhiệm vụ" in told

    def test_a_file_received_earlier_follows_the_earlier_text(
        self, capsys: Capsys, person: str
    ) -> None:
        asked = ("assess", "--honour", HONOUR, "--as-of", "2026-10-15", "--facts", person)
        assert "Cần xác minh" in said(capsys, *asked).splitlines()[0]
        told = said(capsys, *asked, "--received", "2026-09-20")
        assert told.startswith("Chiến sĩ thi đua cơ sở: Đủ\n")
        assert "Lưu ý: Hồ sơ đã nhận" in told

    def test_facts_from_the_standard_input(
        self, capsys: Capsys, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        data = io.BytesIO(b"\xef\xbb\xbf" + json.dumps(PERSON).encode())
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(data))
        asked = ("--honour", HONOUR, "--as-of", "2025-12-20", "--facts", "-")
        assert "Đủ" in said(capsys, "assess", *asked)


class TestOutlook:
    def test_text(self, capsys: Capsys, person: str) -> None:
        told = said(capsys, "outlook", "--as-of", "2025-12-20", "--facts", person)
        assert "Đề nghị được ngay:\n" in told
        assert "✓ Chiến sĩ thi đua cơ sở" in told
        assert "→ Chiến sĩ thi đua Bộ, ban, ngành, tỉnh" in told
        assert "được tặng “Chiến sĩ thi đua cơ sở” năm 2025" in told
        assert "Chưa đủ điều kiện: " in told
        assert "điều khác" in told

    def test_json(self, capsys: Capsys, person: str) -> None:
        asked = ("--as-of", "2025-12-20", "--facts", person, "--json")
        told = {each["honour"]: each for each in json.loads(said(capsys, "outlook", *asked))}
        assert told[HONOUR]["verdict"] == "met"
        assert told["chien-si-thi-dua-tinh"]["next_year"]["year"] == 2026

    def test_nothing_far(self, capsys: Capsys, tmp_path: Path) -> None:
        path = tmp_path / "facts.json"
        path.write_text('{"recipient": "household"}', "utf-8")
        told = said(capsys, "outlook", "--as-of", "2025-12-20", "--facts", str(path))
        assert told.endswith("Không có gì khác.\n")


def row(key: str, **more: Any) -> dict[str, Any]:
    facts = {"recipient": "individual", "for_year": 2025}
    return {"key": key, "honour": "lao-dong-tien-tien", "facts": facts, **more}


class TestCheckList:
    ASKED = ("check-list", "--as-of", "2025-12-20", "--list")

    def told(self, tmp_path: Path, found: Any) -> str:
        path = tmp_path / "list.json"
        path.write_text(json.dumps(found), "utf-8")
        return str(path)

    def test_text_and_json(self, capsys: Capsys, tmp_path: Path) -> None:
        rows = [row("1", label="An"), row("1", label="An")]
        path = self.told(tmp_path, {"entries": rows, "members": 20})
        text = said(capsys, *self.ASKED, path)
        assert text == "Trái quy định: An có tên 2 lần ở “Lao động tiên tiến”: hãy giữ một.\n"
        (one,) = json.loads(said(capsys, *self.ASKED, path, "--json"))
        assert (one["code"], one["severity"]) == ("duplicate", "error")

    def test_a_sound_list(self, capsys: Capsys, tmp_path: Path) -> None:
        rows = [row("1", year=2025, unit="a", achievements=["x"]), row("2")]
        path = self.told(tmp_path, rows)
        told = said(capsys, *self.ASKED, path, "--received", "2025-12-01")
        assert told == "Danh sách không có gì cần xem lại.\n"

    @pytest.mark.parametrize(
        ("found", "message"),
        [
            (3, "Danh sách phải là [ … ]"),
            ({"entries": [], "la": 1}, "Không có mục “la”"),
            ({"entries": [], "members": 0}, "Mục “members” phải là một số nguyên"),
            ([3], "Mục “[0]” phải là một đối tượng"),
            ([{"key": "1"}], "Thiếu mục “[0].honour”."),
            ([row("1", la=1)], "Không có mục “[0].la”"),
            ([row("1", label=3)], "Mục “[0].label” phải là chữ."),
            ([row("1", year="x")], "Mục “[0].year” phải là một số nguyên."),
            ([row("1", initiatives=[3])], "Mục “[0].initiatives” phải là một danh sách mã"),
            ([row("1", facts={"recipient": "vua"})], "Mục “[0].facts”: Mục “recipient” ghi"),
        ],
    )
    def test_refusals(self, capsys: Capsys, tmp_path: Path, found: Any, message: str) -> None:
        assert message in refused(capsys, *self.ASKED, self.told(tmp_path, found))


def test_a_receipt_is_replayed(capsys: Capsys, tmp_path: Path) -> None:
    day = dt.date(2025, 12, 20)
    told = receipt(assess(HONOUR, read_facts(PERSON, as_of=day), as_of=day))
    path = tmp_path / "receipt.json"
    path.write_text(receipt_text(told), "utf-8")
    assert said(capsys, "replay", str(path)) == "Tính lại ra đúng phiếu đánh giá này.\n"
    path.write_text(receipt_text({**told, "verdict": "not_met"}), "utf-8")
    assert "phiếu đã bị sửa" in refused(capsys, "replay", str(path))
    path.write_text("{}", "utf-8")
    assert "thiếu hoặc sai mục" in refused(capsys, "replay", str(path))


def test_check_says_the_corpus_is_sound(capsys: Capsys) -> None:
    told = said(capsys, "check")
    assert told.startswith("Kho quy định nhất quán: ")
    assert "bac-ninh" in told


def test_check_tells_file_line_key_and_fix(capsys: Capsys, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise CorpusError("this is wrong.", file="a.yaml", line=3, key="from", fix="Mend it.")

    monkeypatch.setattr(load, "default_corpus", broken)
    told = refused(capsys, "check")
    assert "a.yaml, line 3, key 'from': this is wrong. Fix: Mend it." in told


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("honours", "Thiếu --as-of: ghi ngày dạng 2025-12-31."),
        ("honours --as-of 2003-01-01", "Kho quy định chỉ có từ ngày 01/07/2004"),
        ("honours --as-of 20251220", "--as-of “20251220” không phải một ngày"),
        ("honours --as-of 2025-02-30", "--as-of “2025-02-30” không phải một ngày"),
        ("honours --as-of 2025-12-20 --province atlantis", "Chưa có quy định của tỉnh “atlantis”"),
        ("show khong-co --as-of 2025-12-20", "Không có danh hiệu, hình thức “khong-co”"),
        ("diff 2025-06-30 mai", "Ngày sau “mai” không phải một ngày"),
        ("assess --as-of 2025-12-20", "Thiếu --honour"),
        (f"assess --honour {HONOUR} --as-of 2025-12-20", "Thiếu --facts"),
        (f"assess --honour {HONOUR} --as-of 2025-12-20 --facts khong-co.json", "Không đọc được"),
        (
            f"assess --honour {HONOUR} --as-of 2025-12-20 --facts x --received 20/9",
            "--received “20/9” không phải một ngày",
        ),
        ("outlook --as-of 2025-12-20", "Thiếu --facts"),
        ("check-list --as-of 2025-12-20", "Thiếu --list"),
    ],
)
def test_refusals(capsys: Capsys, words: str, message: str) -> None:
    assert message in refused(capsys, *words.split())


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"{", "Dữ liệu không phải JSON (dòng 1, cột 2)"),
        (b"\xff\xfe", "phải là chữ UTF-8"),
        (b"[" * 100_000, "lồng nhau quá sâu"),
        (b"[]", "Dữ liệu phải là một đối tượng JSON"),
        (b'{"recipient": "individual", "group": "vua"}', "“group”"),
        (b'{"recipient": "household"}', "không tặng cho hộ gia đình"),
    ],
)
def test_bad_facts(capsys: Capsys, tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "facts.json"
    path.write_bytes(data)
    asked = ("--honour", HONOUR, "--as-of", "2025-12-20", "--facts", str(path))
    assert message in refused(capsys, "assess", *asked)


def test_a_reader_who_has_seen_enough_is_no_error(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    class Closed(io.StringIO):
        def write(self, _: str) -> int:
            raise BrokenPipeError

        def fileno(self) -> int:
            return handle.fileno()

    with (tmp_path / "out").open("w") as handle:
        monkeypatch.setattr(sys, "stdout", Closed())
        assert main(["law", "honours", "--as-of", "2025-12-20"]) == 0


@pytest.mark.parametrize(
    "words",
    [
        ("assess", "--honour", HONOUR, "--as-of", "2025-12-20", "--facts"),
        ("outlook", "--as-of", "2025-12-20", "--facts"),
        ("check-list", "--as-of", "2025-12-20", "--list"),
        ("replay",),
    ],
)
@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('{"recruited_months": ' + "9" * 5_000 + "}", "con số dài hàng nghìn chữ số"),
        ("[" * 100_000, "lồng nhau quá sâu"),
        ('{"a": 1, "a": 2}', "Mục “a” ghi hai lần"),
    ],
)
def test_json_that_no_reader_can_hold(
    capsys: Capsys, tmp_path: Path, words: tuple[str, ...], text: str, sentence: str
) -> None:
    path = tmp_path / "facts.json"
    path.write_text(text, "utf-8")
    assert sentence in refused(capsys, *words, str(path))
