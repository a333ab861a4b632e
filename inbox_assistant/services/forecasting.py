"""What will breach: if nobody works, at the usual pace, and what answering saves."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from inbox_assistant.domain.deadline import deadline_of
from inbox_assistant.domain.errors import InputError
from inbox_assistant.domain.office import Office
from inbox_assistant.reports.forecast import (
    Choice,
    Forecast,
    OpenMessage,
    breaching,
    breaching_despite_work,
    choice,
)
from inbox_assistant.reports.response_times import Figures, window_start
from inbox_assistant.storage.responses import Span
from inbox_assistant.storage.store import Store

MEASURED_OVER = timedelta(days=14)
"""The pace is that of the last two weeks."""

_RATE_DAYS = 7


class Forecasting:
    """Questions to one store about what is still open."""

    def __init__(self, store: Store, office: Office) -> None:
        self._store = store
        self._office = office

    def next_shift(self, now: datetime) -> datetime:
        """Return when somebody works next; a day from now where nobody ever does."""
        return self._office.next_opening(now) or now + timedelta(days=1)

    def forecast(self, now: datetime, until: datetime) -> Forecast:
        """Return what breaches between *now* and *until*.

        Raises InputError when *until* is not after *now*.
        """
        if until <= now:
            raise InputError("The time of a forecast must lie in the future.")
        messages, pace = self._open(), self.pace(now)
        return Forecast(
            now=now,
            until=until,
            unattended=breaching(messages, now, until),
            despite_work=breaching_despite_work(
                messages, now, until, self._office, pace
            )
            if pace
            else (),
            pace=pace,
        )

    def pace(self, now: datetime) -> float | None:
        """Return how many messages an open hour settles, or ``None`` if unknown."""
        since = now - MEASURED_OVER
        hours = self._office.worked(since, now) / timedelta(hours=1)
        answers = self._store.responses.answered_here(since, now)
        return answers / hours if hours and answers else None

    def choice(self, threads: Iterable[str], now: datetime) -> Choice:
        """Return the 7 day late rate with *threads* answered now, and with them left.

        It is that of the moment when the last of their deadlines has passed. Where
        nothing in them is still in time, answering changes nothing.
        """
        numbers = {self._store.threads.number(thread) for thread in threads}
        chosen = [
            one for one in self._open() if one.thread in numbers and one.due_at >= now
        ]
        last = max((one.due_at for one in chosen), default=now)
        at = last + timedelta(seconds=1)
        figures = Figures()
        span = Span(window_start(_RATE_DAYS, at))
        for counted in self._store.responses.totals(span, now):
            figures.add(counted.bucket, counted.count, counted.seconds)
        return choice(figures, chosen, at, now)

    def _open(self) -> list[OpenMessage]:
        return [
            OpenMessage(key, thread, at, deadline_of(at).due_at)
            for key, thread, at in self._store.responses.open_messages()
        ]
