"""The contact response report: Amazon's buckets, and by what they are divided."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo
from enum import StrEnum

from inbox_assistant.domain.response import COUNTED, FAILED, Bucket


class Dimension(StrEnum):
    """By what the messages of a report are divided.

    Hours, weekdays and days are those of the office's clock at the receipt.
    """

    MARKETPLACE = "marketplace"
    ACCOUNT = "account"
    AGENT = "agent"
    """Who answered; nobody for what has no answer from here."""
    TOPIC = "topic"
    """The main topic of a message."""
    HOUR = "hour"
    WEEKDAY = "weekday"
    DAY = "day"


UNKNOWN = ""
"""The value of messages that have none of a dimension."""


@dataclass(slots=True)
class Figures:
    """How many messages count in each bucket, and what the answers took."""

    counts: dict[Bucket, int] = field(default_factory=dict)
    seconds: int = 0

    def add(self, bucket: Bucket, count: int, seconds: int) -> None:
        """Count *count* further messages, whose answers took *seconds* together."""
        self.counts[bucket] = self.counts.get(bucket, 0) + count
        self.seconds += seconds

    def count(self, *buckets: Bucket) -> int:
        """Return how many messages are in *buckets*."""
        return sum(self.counts.get(bucket, 0) for bucket in buckets)

    @property
    def counted(self) -> int:
        """Return how many messages the rates are taken of."""
        return self.count(*COUNTED)

    @property
    def late_rate(self) -> float | None:
        """Return the share that was late or without response; 0 to 1, if any."""
        return self.count(*FAILED) / self.counted if self.counted else None

    @property
    def average(self) -> timedelta | None:
        """Return the mean time of the answers given, in whole seconds."""
        answered = self.count(Bucket.IN_TIME, Bucket.LATE)
        return timedelta(seconds=round(self.seconds / answered)) if answered else None


@dataclass(frozen=True, slots=True)
class AmazonFigure:
    """What Amazon itself showed for a window, typed in by *agent*.

    ``late_percent`` is its late response rate, 0 to 100.
    """

    days: int
    late_percent: float
    noted_at: datetime
    agent: str


@dataclass(frozen=True, slots=True)
class Report:
    """One report, as of ``now``; both moments are aware UTC.

    ``windows`` holds the totals of each of Amazon's windows, by days; ``divided`` the
    figures of this report's window, by dimension and value.
    """

    days: int
    now: datetime
    total: Figures
    windows: Mapping[int, Figures]
    divided: Mapping[Dimension, Mapping[str, Figures]]
    amazon: AmazonFigure | None = None

    @property
    def since(self) -> datetime:
        """Return the moment from which on messages count."""
        return window_start(self.days, self.now)


def window_start(days: int, now: datetime) -> datetime:
    """Return when a window of *days* times 24 hours begins that ends at *now*."""
    return now - timedelta(days=days)


def main_topic(topics: str) -> str:
    """Return the first of comma separated *topics*; it is the main one."""
    return topics.partition(",")[0]


def calendar_values(
    received_at: datetime, zone: tzinfo | None
) -> tuple[tuple[Dimension, str], ...]:
    """Return the hour, weekday and day of a receipt on the office's clock.

    A *zone* of ``None`` is the system's. Hours run from 00 to 23, weekdays from 1,
    Monday, to 7; days are ISO 8601.
    """
    there = received_at.astimezone(zone)
    return (
        (Dimension.HOUR, f"{there.hour:02}"),
        (Dimension.WEEKDAY, str(there.isoweekday())),
        (Dimension.DAY, there.date().isoformat()),
    )


class Division:
    """Collects figures by dimension and value."""

    def __init__(self) -> None:
        self._figures: dict[Dimension, dict[str, Figures]] = {
            dimension: {} for dimension in Dimension
        }

    def add(
        self,
        values: Iterable[tuple[Dimension, str]],
        bucket: Bucket,
        count: int,
        seconds: int,
    ) -> None:
        """Count messages under each of *values*."""
        for dimension, value in values:
            of_dimension = self._figures[dimension]
            figures = of_dimension.get(value)
            if figures is None:
                figures = of_dimension[value] = Figures()
            figures.add(bucket, count, seconds)

    def prepare(self, since: datetime, now: datetime, zone: tzinfo | None) -> None:
        """Have every hour, weekday and day of a window in the result, also empty."""
        hours = {f"{hour:02}": Figures() for hour in range(24)}
        self._figures[Dimension.HOUR] = hours
        weekdays = {str(day): Figures() for day in range(1, 8)}
        self._figures[Dimension.WEEKDAY] = weekdays
        day, last = since.astimezone(zone).date(), now.astimezone(zone).date()
        while day <= last:
            self._figures[Dimension.DAY][day.isoformat()] = Figures()
            day += timedelta(days=1)

    def result(self) -> dict[Dimension, dict[str, Figures]]:
        """Return everything: calendars in their order, the rest by size."""
        return {
            dimension: dict(sorted(values.items(), key=_order(dimension)))
            for dimension, values in self._figures.items()
        }


_CALENDAR = frozenset({Dimension.HOUR, Dimension.WEEKDAY, Dimension.DAY})


def _order(dimension: Dimension) -> Callable[[tuple[str, Figures]], tuple[int, str]]:
    def key(item: tuple[str, Figures]) -> tuple[int, str]:
        value, figures = item
        return (0 if dimension in _CALENDAR else -figures.counted), value

    return key
