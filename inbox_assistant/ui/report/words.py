"""The words of the report page, in the language of the window."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale

from inbox_assistant.domain.breach import Breach, Cause
from inbox_assistant.domain.response import Bucket
from inbox_assistant.reports.health_words import NOTHING
from inbox_assistant.reports.response_times import UNKNOWN, Dimension
from inbox_assistant.ui.topic_names import topic_names

_translate = QCoreApplication.translate


def bucket_name(bucket: Bucket) -> str:
    """Return the name of *bucket*."""
    return {
        Bucket.IN_TIME: _translate("Report", "Within 24 h"),
        Bucket.LATE: _translate("Report", "Late"),
        Bucket.NO_RESPONSE: _translate("Report", "No response"),
        Bucket.OPEN: _translate("Report", "Still in time"),
        Bucket.DISMISSED: _translate("Report", "No response necessary"),
        Bucket.SET_ASIDE: _translate("Report", "Settled with the older ones"),
    }[bucket]


def dimension_name(dimension: Dimension) -> str:
    """Return by what the messages are divided."""
    return {
        Dimension.MARKETPLACE: _translate("Report", "Marketplace"),
        Dimension.ACCOUNT: _translate("Report", "Account"),
        Dimension.AGENT: _translate("Report", "Agent"),
        Dimension.TOPIC: _translate("Report", "Topic"),
        Dimension.HOUR: _translate("Report", "Hour of receipt"),
        Dimension.WEEKDAY: _translate("Report", "Weekday of receipt"),
        Dimension.DAY: _translate("Report", "Day of receipt"),
    }[dimension]


def value_name(dimension: Dimension, value: str) -> str:
    """Return how a *value* of *dimension* is shown in a table."""
    if value == UNKNOWN:
        is_agent = dimension is Dimension.AGENT
        nobody = _translate("Report", "Nobody here")
        return nobody if is_agent else _translate("Report", "Not known")
    if dimension is Dimension.TOPIC:
        return topic_names().get(value, value)
    if dimension is Dimension.HOUR:
        return f"{value}:00"
    if dimension is Dimension.DAY:
        return QLocale().toString(_day(value), _translate("Report", "ddd d MMM"))
    is_weekday = dimension is Dimension.WEEKDAY
    return QLocale().standaloneDayName(int(value)) if is_weekday else value


def value_label(dimension: Dimension, value: str) -> str:
    """Return the short label of a *value* below a chart."""
    if dimension is Dimension.HOUR:
        return value
    if dimension is Dimension.WEEKDAY:
        short = QLocale.FormatType.ShortFormat
        return QLocale().standaloneDayName(int(value), short)
    if dimension is Dimension.DAY:
        return QLocale().toString(_day(value), _translate("Report", "d MMM"))
    return value_name(dimension, value)


def breach_name(breach: Breach) -> str:
    """Return in which way a window was missed."""
    return {
        Breach.NO_RESPONSE: _translate("Report", "No response"),
        Breach.LATE: _translate("Report", "Answered late"),
        Breach.CONFIRMED_LATE: _translate("Report", "Confirmed late"),
        Breach.TOLD_LATE: _translate("Report", "Told late"),
    }[breach]


def cause_name(cause: Cause | None) -> str:
    """Return why a window was missed; ``None`` is not explained yet."""
    if cause is None:
        return _translate("Report", "Not explained yet")
    return {
        Cause.NEVER_SEEN: _translate("Report", "Never seen"),
        Cause.WAREHOUSE: _translate("Report", "Waiting for warehouse"),
        Cause.INTAKE_DELAY: _translate("Report", "Intake delay"),
        Cause.SENT_BACK: _translate("Report", "Sent back"),
        Cause.NOT_CONFIRMED: _translate("Report", "Not confirmed"),
        Cause.OTHER: _translate("Report", "Other"),
    }[cause]


def moment_name(moment: datetime) -> str:
    """Return *moment* on the clock of this computer, with its weekday."""
    there = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    return QLocale().toString(there, _translate("Report", "ddd d MMM, HH:mm"))


def share_words(share: float | None) -> str:
    """Return a *share* from 0 to 1 in per cent; a dash where there is none."""
    if share is None:
        return NOTHING
    number = QLocale().toString(share * 100, "f", 1)
    return _translate("Report", "{number}%").format(number=number)


def span_name(span: timedelta | None) -> str:
    """Return *span* in hours and minutes; a dash where there is none."""
    if span is None:
        return NOTHING
    hours, rest = divmod(round(span.total_seconds() / 60), 60)
    if not hours:
        return _translate("Report", "{minutes} min").format(minutes=rest)
    words = _translate("Report", "{hours} h {minutes} min")
    return words.format(hours=hours, minutes=f"{rest:02}")


def day_name(day: date) -> str:
    """Return *day* with its month in words, so that nobody takes it for another."""
    pattern = QCoreApplication.translate("Moments", "d MMM yyyy")
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)


def _day(value: str) -> QDate:
    day = date.fromisoformat(value)
    return QDate(day.year, day.month, day.day)
