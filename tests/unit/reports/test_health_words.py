"""Numbers and values are written as people read them."""

from datetime import UTC, datetime, timedelta

import pytest

from inbox_assistant.reports.health_words import (
    moment_words,
    percent,
    short_words,
    span_words,
    value_words,
)
from inbox_assistant.reports.response_times import Dimension


@pytest.mark.parametrize(
    ("share", "words"), [(None, "—"), (0.0, "0.0%"), (0.0425, "4.2%"), (1.0, "100.0%")]
)
def test_shares_are_written_in_per_cent(share: float | None, words: str) -> None:
    assert percent(share) == words


@pytest.mark.parametrize(
    ("minutes", "words"), [(0, "0 min"), (59.6, "1 h 00 min"), (1445, "24 h 05 min")]
)
def test_spans_are_written_in_hours_and_minutes(minutes: float, words: str) -> None:
    assert span_words(timedelta(minutes=minutes)) == words
    assert span_words(None) == "—"


def test_values_are_written_by_their_dimension() -> None:
    assert value_words(Dimension.HOUR, "07") == "07:00"
    assert value_words(Dimension.WEEKDAY, "7") == "Sunday"
    assert value_words(Dimension.AGENT, "") == "nobody here"
    assert value_words(Dimension.TOPIC, "") == "not known"
    assert value_words(Dimension.ACCOUNT, "shop") == "shop"


def test_labels_of_a_chart_are_short() -> None:
    assert short_words(Dimension.HOUR, "07") == "07"
    assert short_words(Dimension.WEEKDAY, "3") == "Wed"
    assert short_words(Dimension.DAY, "2026-03-02") == "2.3."
    assert short_words(Dimension.TOPIC, "delivery") == "delivery"


def test_a_moment_is_written_in_utc() -> None:
    assert (
        moment_words(datetime(2026, 3, 2, 9, 5, tzinfo=UTC)) == "2026-03-02 09:05 UTC"
    )
