"""Working days: what is refused, then how the Code counts, then the data of each year."""

from __future__ import annotations

import datetime as dt
import math
import time
from itertools import pairwise
from math import sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vinhdanh.lawbook.calendar import (
    CalendarError,
    add_days,
    add_working_days,
    calendar_covers,
    day_note,
    is_working_day,
    unconfirmed,
    working_days_between,
    working_days_left,
)
from vinhdanh.lawbook.calendar_data import CalendarRow, DayKind, read_year, year_days
from vinhdanh.lawbook.errors import CorpusError, LawbookError

YEARS = range(2020, 2028)
DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2027, 10, 31))
COUNTS = st.integers(0, 30)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


# What must be refused


@pytest.mark.parametrize("year", [2019, 2028])
def test_a_year_without_data_says_which_year_and_which_file_to_add(year: int) -> None:
    with pytest.raises(CalendarError) as refusal:
        is_working_day(dt.date(year, 3, 2))
    assert str(refusal.value) == (
        f"Chưa có lịch nghỉ lễ, tết năm {year}: hãy thêm tệp"
        f" lawbook/corpus/calendar/{year}.yaml theo thông báo nghỉ của năm đó."
    )
    assert isinstance(refusal.value, LawbookError)
    assert not calendar_covers(year)


def test_no_question_passes_silently_into_a_year_without_data() -> None:
    last = day("2027-12-31")
    for ask in (
        lambda: add_working_days(last, 1),
        lambda: add_days(last, 1),
        lambda: working_days_between(last, day("2028-01-01")),
        lambda: working_days_left(day("2028-01-01"), last),
        lambda: unconfirmed(last, day("2028-01-01")),
        lambda: day_note(day("2028-01-01")),
    ):
        with pytest.raises(CalendarError, match="năm 2028"):
            ask()


def test_a_period_is_neither_negative_nor_backwards() -> None:
    one, two = day("2026-03-02"), day("2026-03-03")
    for ask in (
        lambda: add_working_days(one, -1),
        lambda: add_days(one, -1),
        lambda: working_days_between(two, one),
        lambda: unconfirmed(two, one),
    ):
        with pytest.raises(ValueError, match=r"no last day|comes before"):
            ask()


def test_a_moment_is_no_day() -> None:
    """A datetime equals no date: 2 September would count as a working day."""
    moment = dt.datetime(2026, 9, 2, tzinfo=dt.UTC)
    for ask in (is_working_day, day_note):
        with pytest.raises(TypeError, match="take the date"):
            ask(moment)


ROW = "- {date: 2026-09-02, name: Quốc khánh, kind: holiday, citation: Điều 112}\n"


@pytest.mark.parametrize(
    ("text", "line", "key", "message"),
    [
        ("- a: [\n", 2, "", "not YAML"),
        ("days: 1", 1, "", "no list"),
        ("", 1, "", "no list"),
        (f"{ROW}- 2026-01-01", 2, "", "no row"),
        (ROW.replace("kind", "sort"), 1, "sort", "unknown or repeated"),
        (ROW.replace("name:", "date: 2026-09-01, name:"), 1, "date", "unknown or repeated"),
        (ROW.replace("Quốc khánh", "''"), 1, "name", "no text"),
        (ROW.replace("Quốc khánh", "[a]"), 1, "name", "no text"),
        (ROW.replace("name: Quốc khánh, ", ""), 1, "name", "missing"),
        (ROW.replace(", citation: Điều 112", ""), 1, "citation", "missing"),
        (ROW.replace("date: 2026-09-02, ", ""), 1, "date", "missing"),
        (ROW.replace("date:", "from:"), 1, "to", "missing"),
        (ROW.replace("date:", "to:"), 1, "from", "missing"),
        (ROW.replace("name:", "to: 2026-09-03, name:"), 1, "date", "date or a range"),
        (ROW.replace("2026-09-02", "02/9/2026"), 1, "date", "no date"),
        (ROW.replace("2026-09-02", "2026-02-30"), 1, "date", "no date"),
        (ROW.replace("2026-09-02", "2025-09-02"), 1, "date", "not in 2026"),
        (ROW.replace("date: 2026-09-02", "from: 2026-09-02, to: 2026-09-01"), 1, "to", "before"),
        (ROW.replace("holiday", "feast"), 1, "kind", "unknown"),
        (ROW.replace("holiday", "swapped_working"), 1, "kind", "only a Saturday"),
        (ROW.replace("09-02", "09-05").replace("holiday", "swapped_off"), 1, "kind", "off already"),
        (ROW.replace("09-02", "09-06").replace("holiday", "compensation"), 1, "kind", "off alr"),
        (ROW.replace("holiday", "undecided"), 1, "kind", "says why"),
        (ROW + ROW, 2, "date", "2026-09-02 has a row already"),
        (
            ROW + ROW.replace("date: 2026-09-02", "from: 2026-09-01, to: 2026-09-02"),
            2,
            "date",
            "has a row already",
        ),
    ],
)
def test_a_wrong_file_is_refused_by_line_and_key(
    text: str, line: int, key: str, message: str
) -> None:
    with pytest.raises(CorpusError, match=message) as refusal:
        read_year(2026, text)
    found = refusal.value
    assert (found.file, found.line, found.key) == ("calendar/2026.yaml", line, key)
    assert found.fix


def test_a_right_file_is_read() -> None:
    assert read_year(2026, ROW) == {
        day("2026-09-02"): CalendarRow(
            day("2026-09-02"), day("2026-09-02"), "Quốc khánh", DayKind.HOLIDAY, "Điều 112", ""
        )
    }


# Days


@pytest.mark.parametrize(
    ("text", "works", "note"),
    [
        ("2026-03-06", True, None),  # a Friday
        ("2026-03-07", False, None),
        ("2026-03-08", False, None),
        ("2026-09-02", False, "Quốc khánh"),
        ("2026-04-26", False, "Giỗ Tổ Hùng Vương"),  # a Sunday, and a holiday all the same
        ("2026-04-27", False, "Nghỉ bù Giỗ Tổ Hùng Vương"),
        ("2025-05-02", False, "Nghỉ hoán đổi, làm bù ngày 26/04/2025"),
        ("2025-04-26", True, "Làm bù cho ngày 02/05/2025"),
        ("2024-05-04", True, "Làm bù cho ngày 29/04/2024"),
        ("2026-01-10", True, "Làm bù cho ngày 02/01/2026"),
        ("2026-08-22", True, "Làm bù cho ngày 31/08/2026"),
        ("2026-11-24", False, "Ngày Văn hóa Việt Nam"),
        ("2025-11-24", True, None),  # the resolution is of 2026
        ("2026-11-23", True, None),  # proposed as a swap, not decided
        ("2026-11-28", False, None),
        ("2020-09-03", True, None),  # one day only under the Code of 2012
        ("2021-09-03", False, "Quốc khánh"),
    ],
)
def test_a_day(text: str, works: bool, note: str | None) -> None:  # noqa: FBT001
    assert (is_working_day(day(text)), day_note(day(text))) == (works, note)


# Periods: Civil Code, Articles 147 and 148


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        ("2026-03-02", 1, "2026-03-03"),  # the day of the event is not counted
        ("2026-03-02", 5, "2026-03-09"),  # over a weekend
        ("2026-03-07", 1, "2026-03-09"),  # from a Saturday, day 1 is Monday
        ("2026-02-13", 1, "2026-02-23"),  # over Tết
        ("2025-04-25", 1, "2025-04-26"),  # a Saturday worked in exchange counts
        ("2025-04-29", 2, "2025-05-06"),  # and the Friday off for it does not
        ("2025-12-31", 3, "2026-01-07"),  # into another year
        ("2026-03-02", 0, "2026-03-02"),
        ("2026-03-07", 0, "2026-03-09"),
    ],
)
def test_working_days_are_added(start: str, count: int, end: str) -> None:
    assert add_working_days(day(start), count) == day(end)


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        ("2026-03-02", 10, "2026-03-12"),  # a Thursday
        ("2026-03-02", 5, "2026-03-09"),  # Saturday moves to Monday
        ("2026-08-28", 1, "2026-09-03"),  # Saturday, swapped Monday, National Day
        ("2026-02-04", 10, "2026-02-23"),  # 14 February, and the whole of Tết
        ("2025-04-16", 10, "2025-04-26"),  # a Saturday worked in exchange is a working day
        ("2025-12-02", 30, "2026-01-05"),  # New Year, its swapped Friday, the weekend
        ("2026-03-07", 0, "2026-03-09"),
    ],
)
def test_calendar_days_end_on_a_working_day(start: str, count: int, end: str) -> None:
    assert add_days(day(start), count) == day(end)


@pytest.mark.parametrize(
    ("today", "due", "left"),
    [
        ("2026-03-02", "2026-03-02", 0),
        ("2026-03-02", "2026-03-09", 5),
        ("2026-03-06", "2026-03-08", 0),  # no working day is left
        ("2026-03-09", "2026-03-06", -1),
        ("2026-02-23", "2026-02-13", -1),  # Tết makes nobody late
    ],
)
def test_working_days_left_are_negative_when_late(today: str, due: str, left: int) -> None:
    assert working_days_left(day(today), day(due)) == left


@given(DAYS, COUNTS)
def test_adding_and_counting_undo_each_other(start: dt.date, count: int) -> None:
    end = add_working_days(start, count)
    assert is_working_day(end)
    first = start if count or is_working_day(start) else end
    assert working_days_between(first, end) == count


@given(DAYS, DAYS, COUNTS)
def test_a_later_start_never_ends_earlier(one: dt.date, two: dt.date, count: int) -> None:
    early, late = sorted((one, two))
    assert add_working_days(early, count) <= add_working_days(late, count)
    assert add_days(early, count) <= add_days(late, count)


@given(DAYS, COUNTS)
def test_one_day_more_never_ends_earlier(start: dt.date, count: int) -> None:
    assert add_working_days(start, count + 2) > add_working_days(start, count + 1)
    assert add_working_days(start, 1) >= add_working_days(start, 0)
    assert start + dt.timedelta(count) <= add_days(start, count) <= add_days(start, count + 1)
    assert is_working_day(add_days(start, count))


@given(st.tuples(DAYS, DAYS, DAYS).map(sorted))
def test_counts_add_up(three: list[dt.date]) -> None:
    one, two, last = three
    whole = working_days_between(one, last)
    assert working_days_between(one, two) + working_days_between(two, last) == whole
    assert working_days_left(last, one) == -whole


# What is not verified


def test_a_verified_range_has_nothing_to_say() -> None:
    assert unconfirmed(day("2020-01-01"), day("2026-11-22")) == []
    assert unconfirmed(day("2026-11-24"), day("2026-11-24")) == []


def test_an_unverified_day_is_told_once_with_its_reason() -> None:
    (note,) = unconfirmed(day("2027-09-03"), day("2027-09-03"))
    assert note == (
        "Quốc khánh (03/09/2027): chưa có thông báo nghỉ Quốc khánh năm 2027;"
        " ngày liền kề có thể là 01/9 hoặc 03/9/2027."
    )
    beginnings = [note.split(":")[0] for note in unconfirmed(day("2026-11-25"), day("2027-02-11"))]
    assert beginnings == [
        "Đề xuất làm bù cho ngày 23/11/2026 (28/11/2026)",
        "Tết Nguyên đán Đinh Mùi (04/02/2027 – 08/02/2027)",
        "Nghỉ bù Tết Nguyên đán Đinh Mùi (09/02/2027 – 10/02/2027)",
        "Có thể nghỉ Tết Nguyên đán Đinh Mùi (11/02/2027 – 12/02/2027)",
    ]


# The data of each year


def test_all_years_load_in_fifteen_milliseconds() -> None:
    def cost() -> float:
        year_days.cache_clear()
        start = time.process_time()
        for year in YEARS:
            year_days(year)
        return time.process_time() - start

    assert min(cost() for _ in range(5)) < 0.015


def rows(year: int, *kinds: DayKind) -> list[dt.date]:
    return [day for day, row in year_days(year).items() if row.kind in kinds]


@pytest.mark.parametrize("year", YEARS)
def test_each_year_has_the_days_of_the_code(year: int) -> None:
    assert calendar_covers(year)
    code = 10 if year == 2020 else 11
    assert len(rows(year, DayKind.HOLIDAY)) == code + (year >= 2026)
    fixed = {(1, 1), (4, 30), (5, 1), (9, 2)} | ({(11, 24)} if year >= 2026 else set())
    assert fixed <= {(one.month, one.day) for one in rows(year, DayKind.HOLIDAY)}


@pytest.mark.parametrize("year", YEARS)
def test_each_holiday_on_a_weekend_is_compensated_on_the_working_day_that_follows(
    year: int,
) -> None:
    """Labour Code 2019, Article 111, clause 3; 2012, Article 115, clause 3."""
    off = set(rows(year, DayKind.HOLIDAY, DayKind.SWAPPED_OFF))
    expected: set[dt.date] = set()
    for holiday in rows(year, DayKind.HOLIDAY):
        if holiday.weekday() >= 5:
            owed = holiday
            while owed.weekday() >= 5 or owed in off | expected:
                owed += dt.timedelta(1)
            expected.add(owed)
    assert set(rows(year, DayKind.COMPENSATION)) == expected


@pytest.mark.parametrize("year", YEARS)
def test_each_swapped_day_off_is_worked_and_both_rows_name_the_other(year: int) -> None:
    def pairs(kind: DayKind) -> list[tuple[str, str]]:
        return [(f"{one:%d/%m/%Y}", year_days(year)[one].name[-10:]) for one in rows(year, kind)]

    off, worked = pairs(DayKind.SWAPPED_OFF), pairs(DayKind.SWAPPED_WORKING)
    assert sorted(off) == sorted((named, one) for one, named in worked)


@pytest.mark.parametrize("year", YEARS)
def test_every_row_cites_a_source_and_the_file_is_in_order(year: int) -> None:
    found = year_days(year)
    assert all(one < two for one, two in pairwise(found))
    assert [row.name for row in found.values() if "Điều" not in row.citation] == [
        row.name
        for row in found.values()
        if row.kind in {DayKind.SWAPPED_OFF, DayKind.SWAPPED_WORKING}
        or (row.kind is DayKind.UNDECIDED and year == 2026)
    ]


# The breaks as the notices gave them: first and last day off in a row, weekends included.
BREAKS = [
    ("2020-01-23", "2020-01-29"),
    ("2021-02-10", "2021-02-16"),
    ("2021-09-02", "2021-09-05"),
    ("2022-01-29", "2022-02-06"),
    ("2022-04-30", "2022-05-03"),
    ("2022-09-01", "2022-09-04"),
    ("2023-01-20", "2023-01-26"),
    ("2023-04-29", "2023-05-03"),
    ("2023-09-01", "2023-09-04"),
    ("2024-02-08", "2024-02-14"),
    ("2024-04-27", "2024-05-01"),
    ("2024-08-31", "2024-09-03"),
    ("2025-01-25", "2025-02-02"),
    ("2025-04-30", "2025-05-04"),
    ("2025-08-30", "2025-09-02"),
    ("2026-01-01", "2026-01-04"),
    ("2026-02-14", "2026-02-22"),
    ("2026-04-25", "2026-04-27"),
    ("2026-08-29", "2026-09-02"),
    ("2027-02-04", "2027-02-10"),  # the first of two proposals
]


@pytest.mark.parametrize(("first", "last"), BREAKS)
def test_the_breaks_are_those_of_the_notices(first: str, last: str) -> None:
    before, after = day(first) - dt.timedelta(1), day(last) + dt.timedelta(1)
    assert is_working_day(before)
    assert is_working_day(after)
    assert working_days_between(before, after) == 1


# The lunar calendar, computed: the moon and the sun after Meeus, months as Vietnam counts them
# in its time zone. Only for this test; the dates themselves are data.

HANOI = 7 / 24
ORDINAL = dt.date(1899, 12, 31).toordinal() - 2415020  # from Julian day to date


def new_moon(number: int) -> dt.date:
    """Return the day, in Vietnam, of the new moon `number` lunations after January 1900."""
    t = number / 1236.85
    sun, moon, node = (
        math.radians(at + per * number)
        for at, per in ((359.2242, 29.10535608), (306.0253, 385.81691806), (21.2964, 390.67050646))
    )
    turns = math.radians(166.56 + 132.87 * t - 0.009173 * t**2)
    mean = 2415020.75933 + 29.53058868 * number + 0.0001178 * t**2 + 0.00033 * sin(turns)
    terms = (
        (0.1734 - 0.000393 * t, sun),
        (0.0021, 2 * sun),
        (-0.4068, moon),
        (0.0161, 2 * moon),
        (-0.0004, 3 * moon),
        (0.0104, 2 * node),
        (-0.0051, sun + moon),
        (-0.0074, sun - moon),
        (0.0004, 2 * node + sun),
        (-0.0004, 2 * node - sun),
        (-0.0006, 2 * node + moon),
        (0.0010, 2 * node - moon),
        (0.0005, 2 * moon + sun),
    )
    late = -0.000278 + 0.000265 * t + 0.000262 * t**2  # the Earth turns ever slower
    moment = mean + sum(size * sin(angle) for size, angle in terms) - late
    return dt.date.fromordinal(math.floor(moment + 0.5 + HANOI) + ORDINAL)


def sun_sector(of: dt.date) -> int:
    """Return which twelfth of its way from the spring equinox the sun is in as the day begins."""
    t = (of.toordinal() - ORDINAL - 0.5 - HANOI - 2451545) / 36525
    angle = math.radians(357.52910 + 35999.05030 * t)
    centre = 1.9146 * sin(angle) + 0.019993 * sin(2 * angle) + 0.00029 * sin(3 * angle)
    return int((280.46645 + 36000.76983 * t + centre) % 360 // 30)


def solstice_month(year: int) -> int:
    """Return the number of the new moon that begins month 11, the month of the winter solstice."""
    number = math.floor((year - 1900) * 12.3685) + 13
    while new_moon(number) > dt.date(year, 12, 31) or sun_sector(new_moon(number)) >= 9:
        number -= 1
    return number


def lunar(year: int, month: int, of_month: int) -> dt.date:
    """Return the day of a lunar date of months 1 to 10 that are no leap months."""
    begin, end = solstice_month(year - 1), solstice_month(year)
    numbers = list(range(begin, end))
    if len(numbers) == 13:  # the first month in which the sun enters no new sector is the leap one
        sectors = [sun_sector(new_moon(number)) for number in range(begin, end + 1)]
        numbers.pop(next(at for at, (one, two) in enumerate(pairwise(sectors)) if one == two))
    return new_moon(numbers[month + 1]) + dt.timedelta(of_month - 1)


def test_the_lunar_check_is_vietnams_and_no_copy_of_chinas() -> None:
    assert [lunar(1985, 1, 1), lunar(2007, 1, 1)] == [day("1985-01-21"), day("2007-02-17")]
    assert [lunar(2020, 8, 15), lunar(2025, 8, 15)] == [day("2020-10-01"), day("2025-10-06")]


NAMES = ("Canh Tý", "Tân Sửu", "Nhâm Dần", "Quý Mão", "Giáp Thìn", "Ất Tỵ", "Bính Ngọ", "Đinh Mùi")


@pytest.mark.parametrize("year", YEARS)
def test_tet_has_one_or_two_days_before_the_first_of_the_year(year: int) -> None:
    """Five days, among them the first three of the year in every notice so far."""
    tet = [one for one, row in year_days(year).items() if row.name.startswith("Tết Nguyên đán")]
    first = lunar(year, 1, 1)
    assert len(tet) == 5
    assert tet[-1] - tet[0] == dt.timedelta(4)
    assert tet.index(first) in (1, 2)
    assert day_note(first) == f"Tết Nguyên đán {NAMES[year - YEARS.start]}"


@pytest.mark.parametrize("year", YEARS)
def test_gio_to_is_the_tenth_of_the_third_month(year: int) -> None:
    assert day_note(lunar(year, 3, 10)) == "Giỗ Tổ Hùng Vương"
