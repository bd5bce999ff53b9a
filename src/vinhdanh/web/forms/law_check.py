"""What is known of one recipient, for a check that stores nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from vinhdanh.lawbook import RecipientKind
from vinhdanh.organizations.enums import Completion, DisciplineForm, HoldKind, PersonGroup
from vinhdanh.web.forms.law import COUNTED, NOT_THAT_DAY, DayForm, LawDayField
from vinhdanh.web.forms.law_check_fields import (
    INITIATIVE_CHOICES,
    NO,
    UNKNOWN,
    choice,
    count,
    months,
    several,
    tick,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from django.forms import BoundField
    from django.http import QueryDict

    from vinhdanh.web.law.needs import Needs

FIRST_YEAR = 1945
YEARS, HELD, INITIATIVES = 5, 4, 3
"""So many rows of gradings, honours held and initiatives."""
CONTRADICTION = "Ở trên đã ghi là có: hãy bỏ một trong hai."


class CheckForm(DayForm):
    """First the honour and the days; then, once it is chosen, what it asks for."""

    danh_hieu = forms.ChoiceField(
        label="Danh hiệu, hình thức",
        required=False,
        error_messages={"invalid_choice": NOT_THAT_DAY},
    )
    nam = forms.IntegerField(
        label="Xét cho năm", required=False, min_value=FIRST_YEAR, error_messages=COUNTED
    )
    nhan = LawDayField(
        label="Ngày nhận hồ sơ để thẩm định",
        required=False,
        help_text="Hồ sơ nhận trước khi quy định thay đổi có thể theo quy định cũ.",
    )

    def __init__(
        self,
        asked: QueryDict,
        *,
        day: dt.date,
        honours: list[Any],
        needs: Needs | None,
        held: list[tuple[str, str]],
        titles: dict[str, str],
        home: str = "",
    ) -> None:
        super().__init__(asked, home=home)
        self.needs, self.day = needs, day
        self.held: list[tuple[str, ...]] = []
        self.initiatives: list[tuple[str, ...]] = []
        self.sections: list[tuple[str, str, list[str]]] = []
        self.fields["ngay"].label = "Ngày quyết định"
        self.offer("danh_hieu", [("", "Chưa chọn"), *honours])
        self.year = self._year_asked()
        self.fields["nam"].widget.attrs["placeholder"] = str(self.year)
        self.order_fields(["danh_hieu", "ngay", "nam", "nhan", "tinh"])
        if needs is not None:
            self._ask_person(needs)
            self._ask_collective(needs, titles)
            self._ask_household(needs)
            self._ask_everyone(needs, held)

    @property
    def head(self) -> list[BoundField]:
        """Return what is asked of every check."""
        return [self[name] for name in ("danh_hieu", "ngay", "nam", "nhan", "tinh")]

    @property
    def asked(self) -> list[tuple[str, str, list[BoundField]]]:
        """Return what this honour asks for: title, help and fields of each part."""
        return [
            (title, told, [self[name] for name in names]) for title, told, names in self.sections
        ]

    def clean(self) -> dict[str, Any]:
        """Refuse what cannot be, at its field."""
        found = super().clean() or {}
        whole = found.get("tong")
        for name, value in list(found.items()):  # an error takes its field away
            is_part = name == "hoan_thanh" or name.startswith("dat_")
            if is_part and None not in (whole, value) and value > whole:
                self.add_error(name, f"{value} nhiều hơn tổng số thành viên {whole}.")
        for names in (*self.held, *self.initiatives):
            values = [found.get(name) for name in names]
            if any(values) and not all(values):
                self.add_error(names[0], "Dòng này còn thiếu: hãy ghi đủ hoặc bỏ trống cả dòng.")
        if (found.get("nam") or 0) > self.day.year:
            self.add_error("nam", f"Năm này sau năm của ngày quyết định, {self.day.year}.")
        self._refuse_doubles(found)
        self._refuse_contradictions(found)
        if (found.get("thai_san") or 0) > (found.get("nghi") or 0):
            self.add_error("thai_san", "Số tháng nghỉ thai sản nhiều hơn số tháng nghỉ trong năm.")
        since, until = found.get("ky_luat_tu"), found.get("ky_luat_den")
        if since and until and until < since:
            self.add_error("ky_luat_den", "Ngày hết thời hạn trước ngày bắt đầu.")
        if found.get("nhan") and found.get("ngay") and found["nhan"] > found["ngay"]:
            self.add_error("nhan", "Ngày nhận hồ sơ sau ngày quyết định: hãy sửa một trong hai.")
        return found

    def _refuse_doubles(self, found: dict[str, Any]) -> None:
        seen = set()
        for names in self.held:
            row = tuple(found.get(name) for name in names)
            if all(row) and row in seen:
                self.add_error(names[0], "Danh hiệu này của năm này đã ghi ở trên.")
            seen.add(row)

    def _refuse_contradictions(self, found: dict[str, Any]) -> None:
        held = any(found.get(name) for row in self.held for name in row)
        initiatives = any(found.get(name) for row in self.initiatives for name in row)
        excluded = bool(found.get("vi_pham"))
        for none, some in (
            ("chua_tang", held),
            ("khong_sang_kien", initiatives),
            ("khong_vi_pham", excluded),
        ):
            if some and found.get(none):
                self.add_error(none, CONTRADICTION)

    def _year_asked(self) -> int:
        typed = str(self.data.get("nam", ""))
        december = 12
        usual = self.day.year if self.day.month == december else self.day.year - 1
        is_year = typed.isdecimal() and FIRST_YEAR <= int(typed) <= self.day.year
        return int(typed) if is_year else usual

    def _add(self, title: str, told: str, fields: Mapping[str, forms.Field]) -> None:
        for field in fields.values():
            vars(field)["needed_later"] = True
        self.fields.update(fields)
        self.sections.append((title, told, list(fields)))

    def _ask_everyone(self, needs: Needs, held: list[tuple[str, str]]) -> None:
        if needs.asks("grade_at_least", "grades_in_a_row", "after_honour"):
            count = YEARS if needs.asks("grades_in_a_row", "after_honour") else 1
            grades = {
                f"muc_{at}": choice(f"Năm {self.year - at}", [UNKNOWN, *Completion.choices])
                for at in range(count)
            }
            self._add("Mức độ hoàn thành nhiệm vụ", "", grades)
        if needs.asks("honours_in_a_row", "after_honour", "never_held"):
            fields: dict[str, forms.Field] = {}
            for at in range(HELD):
                row = (f"dh_{at}", f"dh_nam_{at}")
                self.held.append(row)
                fields[row[0]] = choice(f"Đã được tặng, lần {at + 1}", [("", "–"), *held])
                fields[row[1]] = self._year(f"Năm được xét tặng, lần {at + 1}")
            fields["chua_tang"] = tick("Chưa được tặng lần nào")
            self._add("Danh hiệu, hình thức đã được tặng", "Đã ghi thì coi là ghi đủ.", fields)
        if needs.asks("no_hold"):
            holds = [UNKNOWN, (NO, "Không có"), *HoldKind.choices]
            self._add("Việc đang xem xét", "", {"xem_xet": choice("Việc đang xem xét", holds)})
        fields = {}
        if needs.asks("judged"):
            fields["xac_nhan"] = tick(
                "Đơn vị xác nhận các điều kiện chỉ con người đánh giá được, như gương mẫu, đoàn kết"
            )
        if needs.merits:
            label = "Thành tích thuộc trường hợp nào"
            fields["rieng"] = several(label, list(needs.merits.items()))
        if fields:
            self._add("Đơn vị xác nhận", "Không đánh dấu là chưa biết.", fields)

    def _ask_person(self, needs: Needs) -> None:
        if needs.recipient is not RecipientKind.INDIVIDUAL:
            return
        fields: dict[str, forms.Field] = {}
        if needs.by_group or needs.asks("group_in", "absence_below"):
            fields["nhom"] = choice("Nhóm đối tượng", [UNKNOWN, *PersonGroup.choices])
        if needs.asks("absence_below"):
            label = f"Số tháng nghỉ trong năm {self.year} (không nghỉ ghi 0)"
            fields["nghi"] = months(label)
            fields["thai_san"] = months("Trong đó nghỉ thai sản")
        if needs.asks("recruited_at_least"):
            fields["tuyen_dung"] = count(f"Số tháng từ khi tuyển dụng đến hết năm {self.year}")
        if needs.asks("served"):
            fields["phuc_vu"] = count("Số tháng phục vụ thanh niên xung phong")
        if fields:
            self._add("Cá nhân", "", fields)
        if needs.asks("has_initiative", "grades_in_a_row"):
            self._ask_initiatives()
        if needs.asks("discipline_ended", "discipline_below"):
            levels = [UNKNOWN, (NO, "Không bị kỷ luật"), *DisciplineForm.choices]
            fields = {
                "ky_luat": choice("Hình thức kỷ luật", levels),
                "ky_luat_tu": LawDayField(label="Từ ngày", required=False, help_text=""),
                "ky_luat_den": LawDayField(label="Hết thời hạn ngày", required=False, help_text=""),
            }
            self._add("Kỷ luật", "", fields)

    def _ask_initiatives(self) -> None:
        fields: dict[str, forms.Field] = {}
        for at in range(INITIATIVES):
            row = (f"sk_{at}", f"sk_nam_{at}")
            self.initiatives.append(row)
            fields[row[0]] = choice(f"Sáng kiến, đề tài thứ {at + 1}", INITIATIVE_CHOICES)
            fields[row[1]] = self._year(f"Năm công nhận thứ {at + 1}")
        fields["khong_sang_kien"] = tick("Không có sáng kiến, đề tài nào")
        told = "Chỉ ghi sáng kiến chưa dùng cho lần khen nào. Đã ghi thì coi là ghi đủ."
        self._add("Sáng kiến, đề tài đã được công nhận", told, fields)

    def _ask_collective(self, needs: Needs, titles: dict[str, str]) -> None:
        if needs.recipient is not RecipientKind.COLLECTIVE:
            return
        fields: dict[str, forms.Field] = {}
        if needs.titles or needs.asks("members_all_complete"):
            fields["tong"] = count("Tổng số thành viên", least=1)
        if needs.asks("members_all_complete"):
            fields["hoan_thanh"] = count("Số thành viên hoàn thành nhiệm vụ")
        for slug in needs.titles:
            fields[f"dat_{slug}"] = count(f"Số người đạt {titles.get(slug, '')}")
        if needs.asks("discipline_below"):
            levels = [UNKNOWN, (NO, "Không có ai bị kỷ luật"), *DisciplineForm.choices]
            fields["nang_nhat"] = choice("Hình thức kỷ luật nặng nhất của thành viên", levels)
        if fields:
            told = "Số người đạt danh hiệu: ghi đủ các ô mới tính được, không có thì ghi 0."
            self._add("Tập thể", told if needs.titles else "", fields)

    def _ask_household(self, needs: Needs) -> None:
        if not needs.exclusions:
            return
        choices = [
            (slug, words[:1].upper() + words[1:]) for slug, words in needs.exclusions.items()
        ]
        fields: dict[str, forms.Field] = {
            "vi_pham": several("Gia đình có trường hợp nào", choices),
            "khong_vi_pham": tick("Không có trường hợp nào ở trên"),
        }
        self._add("Hộ gia đình", "", fields)

    def _year(self, label: str) -> forms.IntegerField:
        return count(label, least=FIRST_YEAR, most=self.day.year)
