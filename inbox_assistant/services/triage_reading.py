"""What the list is searched, narrowed and sorted by; read only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inbox_assistant.domain.office import zone_named
from inbox_assistant.domain.query import Operator
from inbox_assistant.services.queue_reading import QueueReading
from inbox_assistant.settings import TIME_ZONE
from inbox_assistant.storage.thread_query import condition_of

if TYPE_CHECKING:
    from array import array
    from datetime import datetime

    from inbox_assistant.domain.query import Query
    from inbox_assistant.domain.saved_view import SavedView
    from inbox_assistant.domain.view import View
    from inbox_assistant.settings import Settings
    from inbox_assistant.storage.store import Store

_KNOWN = {
    Operator.MARKETPLACE: "marketplace",
    Operator.ACCOUNT: "account",
    Operator.LANGUAGE: "language",
    Operator.AGENT: "claimed_by",
    Operator.TOPIC: "topics",
    Operator.TAG: "tags",
}
"""Where the values of an operator stand."""


class TriageReading(QueueReading):
    """Questions by what agents ask for, over one store."""

    def __init__(self, store: Store, settings: Settings) -> None:
        super().__init__(store.threads, settings)
        self._store = store

    def matching(
        self,
        view: View,
        query: Query,
        now: datetime,
        order: str = "",
        limit: int = -1,
    ) -> array[int]:
        """Return the numbers of the threads of *view* that *query* asks for.

        *order* is ``due``, ``newest``, ``buyer`` or ``marketplace``; without, the
        view's own counts. A *limit* below zero means all.
        """
        zone = zone_named(self._settings.get(TIME_ZONE))
        condition = condition_of(query, zone)
        times = (now, now + self._soon())
        return self._store.triage.matching(view, condition, times, order, limit)

    def known_values(self) -> dict[Operator, list[str]]:
        """Return what can be asked for by operator, the most frequent first."""
        return {
            operator: self._store.triage.known_values(column)
            for operator, column in _KNOWN.items()
        }

    def saved_views(self) -> list[SavedView]:
        """Return the views that agents saved, in their order."""
        return self._store.saved_views.all()
