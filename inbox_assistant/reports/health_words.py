"""The words of the contact response report, and its numbers as people read them."""

from datetime import UTC, date, datetime, timedelta

from inbox_assistant.domain.response import COUNTED, Bucket
from inbox_assistant.reports.chart import Column
from inbox_assistant.reports.response_times import UNKNOWN, Dimension, Figures

NOTHING = "—"

WEEKDAYS = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)
TITLES = {
    Dimension.MARKETPLACE: "Marketplace",
    Dimension.ACCOUNT: "Account",
    Dimension.AGENT: "Agent",
    Dimension.TOPIC: "Topic",
    Dimension.HOUR: "Hour of receipt",
    Dimension.WEEKDAY: "Weekday of receipt",
    Dimension.DAY: "Day of receipt",
}
_NOBODY = {Dimension.AGENT: "nobody here"}


def value_words(dimension: Dimension, value: str) -> str:
    """Return how a *value* of *dimension* is shown."""
    if dimension is Dimension.HOUR:
        return f"{value}:00"
    if dimension is Dimension.WEEKDAY:
        return WEEKDAYS[int(value) - 1]
    if value == UNKNOWN:
        return _NOBODY.get(dimension, "not known")
    return value


def short_words(dimension: Dimension, value: str) -> str:
    """Return the label of a *value* in a chart."""
    if dimension is Dimension.HOUR:
        return value
    if dimension is Dimension.WEEKDAY:
        return WEEKDAYS[int(value) - 1][:3]
    if dimension is Dimension.DAY:
        day = date.fromisoformat(value)
        return f"{day.day}.{day.month}."
    return value_words(dimension, value)


def percent(share: float | None) -> str:
    """Return a *share* from 0 to 1 in per cent; a dash where there is none."""
    return NOTHING if share is None else f"{share * 100:.1f}%"


def span_words(span: timedelta | None) -> str:
    """Return *span* in hours and minutes; a dash where there is none."""
    if span is None:
        return NOTHING
    minutes = round(span.total_seconds() / 60)
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest:02} min" if hours else f"{rest} min"


def moment_words(moment: datetime) -> str:
    """Return *moment* to the minute, in UTC."""
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def column_of(label: str, figures: Figures) -> Column:
    """Return the bar of *figures*: the three buckets that count."""
    return Column(label, tuple(figures.count(bucket) for bucket in COUNTED))


HEADS = {
    Bucket.IN_TIME: "Within 24\u00a0h",
    Bucket.LATE: "Late",
    Bucket.NO_RESPONSE: "No response",
    Bucket.OPEN: "Still in time",
    Bucket.DISMISSED: "No response necessary",
    Bucket.SET_ASIDE: "Settled with the older ones",
}
