"""Retention: correspondence older than so many days is removed, on the record."""

from datetime import datetime, timedelta

from inbox_assistant.domain.changes import Changes
from inbox_assistant.domain.clock import Clock
from inbox_assistant.domain.errors import InputError
from inbox_assistant.domain.journal import Action
from inbox_assistant.domain.moment import iso
from inbox_assistant.domain.response import DAYS
from inbox_assistant.services.overdue_review import OverdueReview
from inbox_assistant.services.scribe import Scribe
from inbox_assistant.storage.purging import Purged
from inbox_assistant.storage.store import Store

LEAST_DAYS = max(DAYS) + 30
"""Anything younger is still counted by Amazon, and by our report."""

_BEGINNING = timedelta(days=20 * 365)


class Retention:
    """Removes old correspondence; that it happened stays in the journal for good."""

    def __init__(self, store: Store, scribe: Scribe, clock: Clock) -> None:
        self._store = store
        self._scribe = scribe
        self._clock = clock

    def purge(self, days: int) -> tuple[Purged, Changes]:
        """Remove the threads of correspondents silent for more than *days*.

        What waits, is promised or is on its way is never removed. Raises InputError
        for fewer days than the report looks back.
        """
        if days < LEAST_DAYS:
            raise InputError(
                f"Threads younger than {LEAST_DAYS} days are still counted.",
                f"Choose {LEAST_DAYS} days or more.",
            )
        now = self._clock()
        before = now - timedelta(days=days)
        with self._store.transaction():
            breaches = self._breaches(now)
            purged = self._store.purging.remove_before(before)
            self._scribe.write(
                Action.CORRESPONDENCE_PURGED,
                data={
                    "before": iso(before),
                    "threads": purged.threads,
                    "messages": purged.messages,
                    "mails": purged.mails,
                    "digest": purged.digest,
                    # A breach cannot be deleted: that it was, is kept.
                    "breaches": breaches - self._breaches(now),
                },
            )
        return purged, Changes(everything=True)

    def _breaches(self, now: datetime) -> int:
        review = OverdueReview(self._store, None)
        return len(review.breaches(now - _BEGINNING, now))
