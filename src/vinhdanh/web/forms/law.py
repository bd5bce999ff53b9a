"""What the pages of the law ask: plain questions by address, so that an answer can be shared."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django import forms

from vinhdanh.kernel import clock
from vinhdanh.kernel.wording import day as day_words
from vinhdanh.lawbook import LawbookError, default_corpus
from vinhdanh.lawbook.rules.procedure import Unit
from vinhdanh.web.forms.fields import DayField
from vinhdanh.web.forms.provinces import province_choices

if TYPE_CHECKING:
    from django.http import QueryDict

MOST = 100_000
"""No count of people or days that somebody means is larger."""
NOT_THAT_DAY = "Quy định ngày này không có danh hiệu, hình thức đã chọn: hãy chọn lại."
COUNTED = {
    "invalid": "Hãy ghi một số nguyên, ví dụ 12.",
    "required": "Chưa ghi số.",
    "max_value": "Số này quá lớn: hãy kiểm tra lại.",
    "min_value": "Số này phải từ %(limit_value)s trở lên.",
}


class LawDayField(DayField):
    """A day that the corpus speaks of."""

    def clean(self, value: Any) -> Any:
        """Refuse a day before the corpus begins."""
        day = super().clean(value)
        if day is not None:
            try:
                default_corpus().regime(day)
            except LawbookError as problem:
                raise forms.ValidationError(str(problem)) from problem
        return day


class AddressForm(forms.Form):
    """A form whose answers stand in an address; days are shown as they are written here."""

    data: dict[str, Any]

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        for field in self.fields.values():
            vars(field)["needed_later"] = True  # a question may be half asked: nothing to mark

    def full_clean(self) -> None:
        """Show a day in the address as it is written here."""
        super().full_clean()
        for name, value in getattr(self, "cleaned_data", {}).items():
            if isinstance(value, dt.date):
                self.data[name] = day_words(value)


class DayForm(AddressForm):
    """The day whose law is asked for, and a province; today and one's own where nothing is said."""

    ngay = LawDayField(label="Theo quy định ngày", help_text="", required=False)
    tinh = forms.ChoiceField(
        label="Quy định của tỉnh",
        required=False,
        error_messages={"invalid_choice": "Chưa có quy định của tỉnh này: hãy chọn lại."},
    )

    def __init__(self, asked: QueryDict, *, home: str = "") -> None:
        data = asked.copy()
        if not data.get("ngay"):
            data["ngay"] = day_words(clock.today())
        data.setdefault("tinh", home)
        super().__init__(data)
        field = self.fields["tinh"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "Chỉ quy định chung"), *province_choices()]

    def offer(self, name: str, choices: list[Any]) -> None:
        """Set the choices of a field."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices


class ChangesForm(AddressForm):
    """Two days to compare."""

    tu = LawDayField(label="Từ quy định ngày", help_text="")
    den = LawDayField(label="đến quy định ngày", help_text="")

    def clean(self) -> dict[str, Any]:
        """Refuse days in the wrong order."""
        found = super().clean() or {}
        if found.get("tu") and found.get("den") and found["den"] < found["tu"]:
            raise forms.ValidationError("Ngày sau phải từ ngày trước trở đi: hãy đổi chỗ hai ngày.")
        return found


class PrizeForm(DayForm):
    """Honours of one recipient for one period."""

    danh_hieu = forms.ChoiceField(label="Danh hiệu, hình thức", required=False)
    them = forms.ChoiceField(label="Thêm danh hiệu, hình thức của cùng thời gian", required=False)
    them_nua = forms.ChoiceField(label="Thêm nữa", required=False)

    def __init__(self, asked: QueryDict, *, honours: list[Any], home: str = "") -> None:
        super().__init__(asked, home=home)
        self.fields["ngay"].label = "Ngày ký quyết định"
        for name in ("danh_hieu", "them", "them_nua"):
            self.offer(name, [("", "Chưa chọn"), *honours])
            self.fields[name].error_messages["invalid_choice"] = NOT_THAT_DAY

    def chosen(self) -> list[str]:
        """Return what was chosen, each once."""
        found = (self.cleaned_data[name] for name in ("danh_hieu", "them", "them_nua"))
        return list(dict.fromkeys(each for each in found if each))

    def clean(self) -> dict[str, Any]:
        """Refuse honours of different kinds of recipient: they cannot be one recipient's."""
        found = super().clean() or {}
        if "danh_hieu" in found and len({each.partition(":")[2] for each in self.chosen()}) > 1:
            raise forms.ValidationError(
                "Các danh hiệu, hình thức đã chọn dành cho đối tượng khác nhau: hãy chọn của một"
                " cá nhân, một tập thể hoặc một hộ gia đình."
            )
        return found


class DeadlineForm(DayForm):
    """A day, and a time limit of the law or a number of days."""

    han = forms.ChoiceField(label="Thời hạn theo quy định", required=False)
    truong_hop = forms.ChoiceField(
        label="Trường hợp",
        required=False,
        choices=[
            ("", "Bình thường"),
            ("complex_value", "Phức tạp"),
            ("remote_value", "Vùng sâu, vùng xa"),
            ("remote_complex_value", "Vùng sâu, vùng xa, phức tạp"),
        ],
    )
    so_ngay = forms.IntegerField(
        label="Hoặc số ngày tự ghi",
        required=False,
        min_value=0,
        max_value=1000,
        error_messages=COUNTED,
    )
    don_vi = forms.ChoiceField(
        label="Đơn vị của số ngày tự ghi",
        required=False,
        choices=[
            (Unit.WORKING_DAYS.value, "ngày làm việc"),
            (Unit.DAYS.value, "ngày theo lịch"),
        ],
    )

    def __init__(self, asked: QueryDict, *, limits: list[Any], home: str = "") -> None:
        super().__init__(asked, home=home)
        self.fields["ngay"].label = "Ngày bắt đầu"
        self.fields[
            "ngay"
        ].help_text = "Ngày nhận đủ hồ sơ, ngày niêm yết…; đếm từ ngày sau ngày này."
        self.offer("han", [("", "Chưa chọn"), *limits])
        self.fields["han"].error_messages["invalid_choice"] = (
            "Quy định ngày này không có thời hạn đã chọn: hãy chọn lại."
        )


class RatioForm(DayForm):
    """A ratio of the law, and two numbers."""

    ty_le = forms.ChoiceField(
        label="Tỷ lệ theo quy định",
        error_messages={
            "required": "Chưa chọn tỷ lệ.",
            "invalid_choice": "Quy định ngày này không có tỷ lệ đã chọn: hãy chọn lại.",
        },
    )
    tong = forms.IntegerField(
        label="Tổng số",
        help_text="Thành viên của tập thể, của Hội đồng, hoặc số người làm gốc để tính.",
        min_value=1,
        max_value=MOST,
        error_messages=COUNTED,
    )
    dat = forms.IntegerField(
        label="Số đạt", min_value=0, max_value=MOST, error_messages=COUNTED, help_text="Trong đó."
    )

    def __init__(self, asked: QueryDict, *, ratios: list[Any], home: str = "") -> None:
        super().__init__(asked, home=home)
        self.offer("ty_le", [("", "Chưa chọn"), *ratios])

    def clean(self) -> dict[str, Any]:
        """Refuse more than all."""
        found = super().clean() or {}
        whole, part = found.get("tong"), found.get("dat")
        if whole is not None and part is not None and part > whole:
            self.add_error("dat", f"Số đạt {part} nhiều hơn tổng số {whole}: hãy kiểm tra lại.")
        return found
