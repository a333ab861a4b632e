"""The end of a day: what the next shift finds, and what was decided with a reason."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from inbox_assistant.domain.journal import Action, in_force
from inbox_assistant.domain.masking import masked_name
from inbox_assistant.domain.promise import PromiseState
from inbox_assistant.domain.queue_row import QueueRow
from inbox_assistant.domain.view import View
from inbox_assistant.reports.handover_page import (
    Handover,
    HandoverReason,
    HandoverThread,
)
from inbox_assistant.services.numbers import Numbers
from inbox_assistant.services.reading import Reading
from inbox_assistant.storage.store import Store

_REASONED = {
    Action.FINDINGS_OVERRIDDEN: "sent although blocked",
    Action.FINDING_DISMISSED: "finding dismissed",
    Action.NO_RESPONSE_DECIDED: "no response necessary",
    Action.PROMISE_DROPPED: "promise dropped",
    Action.BREACH_EXPLAINED: "breach explained",
}
_DAY = timedelta(days=1)
_REVIEWED = timedelta(days=30)


class HandingOn:
    """Gathers the page over one store."""

    def __init__(self, store: Store, reading: Reading, numbers: Numbers) -> None:
        self._store = store
        self._reading = reading
        self._numbers = numbers

    def page(
        self, now: datetime, until: datetime | None = None, *, unmasked: bool = False
    ) -> Handover:
        """Return the page for the shift that begins at *until*, by default the next.

        Reasons are those of the last day; buyers' names are masked unless *unmasked*.
        """
        until = until or self._numbers.forecasting.next_shift(now)
        forecast = self._numbers.forecasting.forecast(now, until)
        numbers = list(dict.fromkeys(one.thread for one in forecast.unattended))
        views = (View.WAITING, View.SNOOZED)
        waiting = [row for view in views for row in self._reading.queue(view, now)]
        confirm = self._reading.queue(View.TO_CONFIRM, now)
        breaches = self._numbers.review.breaches(now - _REVIEWED, now)

        def shown(rows: Iterable[QueueRow]) -> tuple[HandoverThread, ...]:
            return tuple(_thread(row, unmasked=unmasked) for row in rows)

        return Handover(
            now=now,
            until=until,
            waiting=shown(waiting),
            to_confirm=shown(confirm),
            breaching=shown(self._reading.rows(numbers)),
            promises=self._promises(until, unmasked=unmasked),
            reasons=tuple(self._reasons(now)),
            unexplained=sum(1 for row in breaches if row.cause is None),
        )

    def _promises(
        self, until: datetime, *, unmasked: bool
    ) -> tuple[HandoverThread, ...]:
        found = []
        for promise in self._store.promises.in_state(PromiseState.OPEN):
            row = self._reading.row(promise.thread)
            if promise.due_at <= until + _DAY and row is not None:
                found.append(
                    HandoverThread(
                        row.thread,
                        _name(row, unmasked=unmasked),
                        row.order_id or "",
                        promise.due_at,
                        promise.words,
                    )
                )
        return tuple(found)

    def _reasons(self, now: datetime) -> list[HandoverReason]:
        entries = [
            entry
            for action in (*_REASONED, Action.UNDONE)
            for entry in self._store.journal.of_action(action, now - _DAY)
        ]
        return [
            HandoverReason(
                at=entry.at,
                agent=entry.agent,
                what=_REASONED[entry.action],
                reason=str(entry.data.get("reason") or entry.data.get("cause") or ""),
                thread=entry.thread or "",
                rule=str(entry.data.get("rule") or ""),
            )
            for entry in in_force(entries)
            if entry.action in _REASONED
        ]


def _name(row: QueueRow, *, unmasked: bool) -> str:
    return row.buyer or "—" if unmasked else masked_name(row.buyer)


def _thread(row: QueueRow, *, unmasked: bool) -> HandoverThread:
    return HandoverThread(
        row.thread,
        _name(row, unmasked=unmasked),
        row.order_id or "",
        row.due_at,
        note=" ".join(f"#{tag}" for tag in row.tags),
        agent=row.agent,
    )
