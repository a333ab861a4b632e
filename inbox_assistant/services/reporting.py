"""The contact response report over what is stored, and the list behind each number."""

from array import array
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, tzinfo

from inbox_assistant.domain.errors import InputError
from inbox_assistant.domain.journal import Action, Entry
from inbox_assistant.domain.response import DAYS, Bucket
from inbox_assistant.reports.response_times import (
    UNKNOWN,
    AmazonFigure,
    Dimension,
    Division,
    Figures,
    Report,
    calendar_values,
    main_topic,
    window_start,
)
from inbox_assistant.storage.responses import Counted, Span, Traits
from inbox_assistant.storage.store import Store

_PARTS = 10
"""Into how many spans a report is cut, so that its progress can be told."""

_MOST_PERCENT = 100


class Reporting:
    """Questions to one store about responses; *zone* is the office's clock."""

    def __init__(self, store: Store, zone: tzinfo | None) -> None:
        self._store = store
        self._zone = zone

    def report(
        self,
        days: int,
        now: datetime,
        progress: Callable[[int], None] = lambda _counted: None,
    ) -> Report:
        """Return the report of the last *days* times 24 hours before *now*.

        *progress* hears how many messages are counted so far. Raises InputError for
        a window that Amazon does not show.
        """
        refuse_window(days)
        total, division, done = Figures(), Division(), 0
        division.prepare(window_start(days, now), now, self._zone)
        for span in _parts(days, now):
            for traits, counted in self._store.responses.by_traits(span, now):
                _add(total, counted)
                division.add(trait_values(traits), *_plain(counted))
                done += counted.count
            progress(done)
        whole = Span(window_start(days, now))
        for quarter, parts in self._store.responses.by_quarter_hours(whole, now):
            values = calendar_values(quarter, self._zone)
            for counted in parts:
                division.add(values, *_plain(counted))
        return Report(
            days=days,
            now=now,
            total=total,
            windows={**{one: self.totals(one, now) for one in DAYS}, days: total},
            divided=division.result(),
            amazon=self.amazon_figure(days),
        )

    def totals(self, days: int, now: datetime) -> Figures:
        """Return the figures of a window without their division."""
        figures = Figures()
        for counted in self._store.responses.totals(Span(window_start(days, now)), now):
            _add(figures, counted)
        return figures

    def threads(
        self,
        days: int,
        now: datetime,
        buckets: frozenset[Bucket],
        at: tuple[Dimension, str] | None = None,
    ) -> "array[int]":
        """Return the numbers of the threads behind one number, oldest first.

        *at* narrows it to one value of a dimension.
        """
        found: dict[int, None] = {}
        for one in self._store.responses.listed(Span(window_start(days, now)), now):
            if one.bucket in buckets and (
                at is None or at in self._values(one.traits, one.received_at)
            ):
                found[one.thread] = None
        return array("q", found)

    def amazon_figure(self, days: int) -> AmazonFigure | None:
        """Return what was last typed in as Amazon's own figure for a window."""
        for entry in self._store.journal.of_action(Action.AMAZON_FIGURE_NOTED):
            figure = _figure(entry)
            if figure is not None and figure.days == days:
                return figure
        return None

    def _values(
        self, traits: Traits, received_at: datetime
    ) -> tuple[tuple[Dimension, str], ...]:
        return (*trait_values(traits), *calendar_values(received_at, self._zone))


def refuse_window(days: int) -> None:
    """Raise InputError unless Amazon shows a window of *days*."""
    if days not in DAYS:
        raise InputError("Amazon shows the last 7, 30 or 90 days.")


def refuse_percent(percent: float) -> None:
    """Raise InputError unless *percent* lies between 0 and 100."""
    if not 0 <= percent <= _MOST_PERCENT:
        raise InputError("A late response rate lies between 0 and 100 per cent.")


def trait_values(traits: Traits) -> tuple[tuple[Dimension, str], ...]:
    """Return under which values messages of these *traits* are divided."""
    return (
        (Dimension.MARKETPLACE, traits.marketplace or UNKNOWN),
        (Dimension.ACCOUNT, traits.account or UNKNOWN),
        (Dimension.AGENT, traits.agent or UNKNOWN),
        (Dimension.TOPIC, main_topic(traits.topics)),
    )


def _parts(days: int, now: datetime) -> Iterator[Span]:
    start, part = window_start(days, now), timedelta(days=days) / _PARTS
    for number in range(_PARTS):
        # What a clock that was set back dates after now is not lost.
        is_last = number == _PARTS - 1
        until = None if is_last else start + (number + 1) * part
        yield Span(start + number * part, until)


def _plain(counted: Counted) -> tuple[Bucket, int, int]:
    return counted.bucket, counted.count, counted.seconds


def _add(figures: Figures, counted: Counted) -> None:
    figures.add(*_plain(counted))


def _figure(entry: Entry) -> AmazonFigure | None:
    days, percent = entry.data.get("days"), entry.data.get("late_percent")
    if isinstance(days, int) and isinstance(percent, int | float):
        return AmazonFigure(days, float(percent), entry.at, entry.agent)
    return None
