"""The times that mails state are believed only where they are times."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.mail.dates import dated_at, read_date, stamped_at
from inbox_assistant.mail.headers import split_headers

EIGHT = datetime(2026, 11, 23, 8, 0, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    "value",
    [
        "Mon, 23 Nov 2026 08:00:05 +0000",
        "23 Nov 2026 08:00:05 -0000",
        "Mon, 23 Nov 2026 09:00:05 +0100 (CET)",
        "Mon, 23 Nov 2026 00:00:05 PST",
        "Mon, 23 Nov 2026 08:00:05",
    ],
)
def test_a_date_is_read_in_utc(value: str) -> None:
    assert read_date(value) == EIGHT


@pytest.mark.parametrize(
    "value",
    [
        "",
        "yesterday",
        "Mo., 23. Nov. 2026",
        "Fri, 31 Feb 2026 10:00:00 +0000",
        "Mon, 23 Nov 99999 10:00:00 +0000",
        "Mon, 23 Nov 2026 10:00:00 +9999",
        "Mon, 23 Nov 2026 99:00:00 +0000",
        "Fri, 31 Dec 9999 23:59:59 -2300",
    ],
)
def test_what_is_no_date_gives_none(value: str) -> None:
    assert read_date(value) is None


def test_the_topmost_stamp_with_a_time_counts() -> None:
    headers, _ = split_headers(
        b"Received: by a; nonsense\n"
        b"Received: by b; Mon, 23 Nov 2026 08:00:05 +0000\n"
        b"Received: by c; Mon, 23 Nov 2026 07:00:00 +0000\n\n"
    )
    assert stamped_at(headers) == EIGHT
    assert dated_at(headers) is None


@given(st.text(max_size=120))
def test_no_text_makes_the_reader_fail(value: str) -> None:
    read_date(value)


@given(
    day=st.integers(0, 35),
    year=st.sampled_from(["0000", "0001", "0069", "1969", "2026", "9999"]),
    time=st.sampled_from(["00:00:00", "23:59:60", "24:00:00", "08:61:09", "12:30:99"]),
    zone=st.sampled_from(
        ["+0000", "-0000", "+0530", "-1959", "+1959", "+2359", "+0075"]
    ),
)
def test_the_usual_form_says_the_same_as_any_other(
    day: int, year: str, time: str, zone: str
) -> None:
    for usual in (
        f"{day} Mar {year} {time} {zone}",
        f"Sun, {day} Mar {year} {time} {zone}",
    ):
        assert read_date(usual) == read_date(f" {usual} (as written)")
