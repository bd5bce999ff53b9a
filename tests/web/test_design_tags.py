from __future__ import annotations

import pytest
from django import forms

from vinhdanh.web.templatetags import ui


class Sample(forms.Form):
    name = forms.CharField(help_text="Ghi đủ họ và tên.")
    scope = forms.ChoiceField(widget=forms.RadioSelect, choices=[("a", "Trong xã")])
    pledged = forms.BooleanField()


@pytest.mark.parametrize(
    ("days", "words", "state"),
    [
        (-3, "quá hạn 3 ngày", "stop"),
        (0, "hạn hôm nay", "care"),
        (4, "còn 4 ngày", "care"),
        (12, "còn 12 ngày", "neutral"),
    ],
)
def test_a_deadline_is_said_in_words(days: int, words: str, state: str) -> None:
    drawn = ui.clock(days, "24/11/2026")
    assert words in drawn
    assert f"clock-{state}" in drawn
    assert "24/11/2026" in drawn


def test_a_deadline_may_count_working_days_or_bring_its_own_words() -> None:
    assert "còn 4 ngày làm việc" in ui.clock("4", unit="ngày làm việc")
    assert "đã xong" in ui.clock(0, words="đã xong")


def test_a_measured_bar_never_passes_its_end() -> None:
    drawn = ui.measure(15, 14)
    assert 'value="14" max="14"' in drawn
    assert "is-full" in drawn


def test_nothing_to_measure_is_not_drawn_as_done() -> None:
    drawn = ui.measure(0, 0)
    assert "is-full" not in drawn
    assert "Chưa có gì để đo" in drawn


def test_words_from_people_are_escaped() -> None:
    for drawn in (
        ui.pill("good", "<b>"),
        ui.clock(1, "<b>", words="<b>"),
        ui.measure(1, 2, '"><b>'),
    ):
        assert "<b>" not in drawn


def test_an_icon_is_hidden_from_those_who_listen() -> None:
    assert 'aria-hidden="true"' in ui.icon("medal")
    assert 'width="16"' in ui.icon("medal", 16)


def test_an_unknown_icon_or_state_stops_the_page() -> None:
    with pytest.raises(ui.UnknownMarkError):
        ui.icon("no-such-icon")
    with pytest.raises(ui.UnknownMarkError):
        ui.pill("perfect", "Rất tốt")


def test_a_person_is_called_by_the_last_name() -> None:
    assert ui.initials("Nguyễn Thị Hoa") == "H"
    assert ui.initials("đỗ đức anh") == "A"
    assert ui.initials("") == "?"


def test_a_control_names_its_help_and_its_errors() -> None:
    form = Sample({})
    drawn = ui.control(form["name"])
    assert 'aria-describedby="id_name_helptext id_name_error"' in drawn
    assert 'aria-invalid="true"' in drawn
    assert "aria-describedby" not in ui.control(Sample()["pledged"])
    assert "id_pledged_helptext" in ui.control(Sample()["pledged"], "Đánh dấu khi đã ký.")


def test_choices_take_a_legend_and_a_tick_its_label_beside_it() -> None:
    form = Sample()
    assert ui.is_group(form["scope"])
    assert not ui.is_group(form["name"])
    assert ui.is_tick(form["pledged"])
    assert not ui.is_tick(form["name"])
