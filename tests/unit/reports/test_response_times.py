"""Figures add up, and their divisions stand in an order that people expect."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from inbox_assistant.domain.response import Bucket
from inbox_assistant.reports.response_times import (
    Dimension,
    Division,
    Figures,
    calendar_values,
    main_topic,
    window_start,
)

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def test_the_rate_is_taken_of_what_is_answered_or_overdue() -> None:
    figures = Figures()
    for bucket, count in zip(Bucket, (6, 1, 1, 50, 50, 50), strict=True):
        figures.add(bucket, count, 0)
    assert figures.counted == 8
    assert figures.late_rate == 0.25


def test_the_average_is_that_of_the_answers_given() -> None:
    figures = Figures()
    figures.add(Bucket.IN_TIME, 2, 100)
    figures.add(Bucket.LATE, 1, 101)
    figures.add(Bucket.NO_RESPONSE, 7, 0)
    assert figures.average == timedelta(seconds=67)


def test_calendars_stand_in_their_order_and_the_rest_by_size() -> None:
    division = Division()
    division.prepare(NOON - timedelta(days=1), NOON, UTC)
    for value, count in (("DE", 1), ("UK", 5), ("FR", 1)):
        values = ((Dimension.MARKETPLACE, value),)
        division.add(values, Bucket.LATE, count, 0)
    result = division.result()
    assert list(result[Dimension.MARKETPLACE]) == ["UK", "DE", "FR"]
    assert list(result[Dimension.HOUR])[:3] == ["00", "01", "02"]
    assert list(result[Dimension.WEEKDAY]) == list("1234567")
    assert list(result[Dimension.DAY]) == ["2026-03-01", "2026-03-02"]


def test_a_receipt_belongs_to_the_hour_of_the_office() -> None:
    values = dict(
        calendar_values(
            datetime(2026, 3, 29, 22, 30, tzinfo=UTC), ZoneInfo("Europe/Berlin")
        )
    )
    assert values == {
        Dimension.HOUR: "00",
        Dimension.WEEKDAY: "1",
        Dimension.DAY: "2026-03-30",
    }


def test_a_window_is_counted_in_hours_whatever_the_clocks_do() -> None:
    assert NOON - window_start(7, NOON) == timedelta(hours=168)


def test_the_main_topic_is_the_first() -> None:
    assert main_topic("delivery,invoice") == "delivery"
    assert main_topic("") == ""
