"""Claiming, assigning, tagging and putting off threads; and saving views of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime

from inbox_assistant.domain.changes import Changes
from inbox_assistant.domain.clock import Clock
from inbox_assistant.domain.errors import InputError
from inbox_assistant.domain.journal import Action
from inbox_assistant.domain.kind import WAITING_KINDS
from inbox_assistant.domain.labels import read_tag
from inbox_assistant.domain.moment import iso
from inbox_assistant.domain.query import parse_query
from inbox_assistant.domain.saved_view import SavedView
from inbox_assistant.domain.state import State
from inbox_assistant.services.scribe import Scribe
from inbox_assistant.services.settling import Settled
from inbox_assistant.services.standing_changes import Decisions, thread_messages
from inbox_assistant.storage.messages import MessageRow
from inbox_assistant.storage.store import Store

Describe = Callable[[Sequence[MessageRow]], Mapping[str, object]]


class Labelling:
    """What agents write on threads for each other; every step can be taken back."""

    def __init__(self, store: Store, scribe: Scribe, clock: Clock) -> None:
        self._store = store
        self._scribe = scribe
        self._clock = clock
        self._decisions = Decisions(store, scribe)

    def assign(
        self, threads: Iterable[str], agent: str | None, *, take: bool = True
    ) -> Settled:
        """Give *threads* to *agent*, or to nobody.

        Without *take* a thread that is somebody else's raises InputError, so that two
        agents who claim at the same time do not both begin.
        """
        agent = (agent or "").strip() or None
        names = list(threads)
        with self._store.transaction():
            for thread in () if take else names:
                self._refuse_taken(thread, agent)
            return self._write(names, Action.ASSIGNED, lambda _rows: {"agent": agent})

    def claim(self, threads: Iterable[str]) -> Settled:
        """Give *threads* to whoever acts; see ``assign`` without taking."""
        return self.assign(threads, self._scribe.agent, take=False)

    def tag(self, threads: Iterable[str], tag: str) -> Settled:
        """Put *tag* on *threads*. Raises InputError for one that cannot be."""
        tag = _tag(tag)
        return self._write(threads, Action.TAGGED, lambda _rows: {"tag": tag})

    def untag(self, threads: Iterable[str], tag: str) -> Settled:
        """Take *tag* off *threads*."""
        tag = _tag(tag)
        return self._write(threads, Action.UNTAGGED, lambda _rows: {"tag": tag})

    def snooze(self, threads: Iterable[str], until: datetime) -> Settled:
        """Put *threads* off until *until*, which must lie within each one's deadline.

        They stay due as before, and a new message brings one back at once. Raises
        InputError when a thread does not wait or is due before *until*.
        """
        if until <= self._clock():
            raise InputError("The end of the pause must lie in the future.")

        def data(rows: Sequence[MessageRow]) -> Mapping[str, object]:
            waiting = [row for row in rows if row.standing.state is State.WAITING]
            if not waiting:
                raise InputError("Nothing waits in this thread.")
            return {"until": iso(until)}

        names = list(threads)
        with self._store.transaction():
            for thread in names:
                self._refuse_past_deadline(thread, until)
            return self._write(names, Action.SNOOZED, data)

    def wake(self, threads: Iterable[str]) -> Settled:
        """Bring *threads* back before their pause is over."""
        return self._write(threads, Action.SNOOZED, lambda _rows: {"until": None})

    def save_view(self, view: SavedView) -> Changes:
        """Keep a view under its name.

        Raises InputError when it has no name, or asks for what cannot be.
        """
        query = parse_query(view.query)
        if not view.name.strip():
            raise InputError("Give the view a name.")
        if query.problems or not query:
            raise InputError(
                f"“{view.query}” asks for nothing that can be looked for.",
                "Write it like is:overdue topic:delivery.",
            )
        with self._store.transaction():
            self._store.saved_views.keep(view)
            data = {"name": view.name, "query": view.query, "sort": view.sort}
            self._scribe.write(Action.VIEW_SAVED, data=data)
        return Changes(settings=True)

    def remove_view(self, name: str) -> Changes:
        """Remove a saved view. Raises InputError when there is none of that name."""
        with self._store.transaction():
            if not self._store.saved_views.remove(name):
                raise InputError(
                    f"There is no view “{name}”.", "“view” lists them all."
                )
            self._scribe.write(Action.VIEW_REMOVED, data={"name": name})
        return Changes(settings=True)

    def _refuse_taken(self, thread: str, agent: str | None) -> None:
        number = self._store.threads.number(thread)
        held = None if number is None else self._store.triage.labels(number).agent
        if held is not None and held != agent:
            raise InputError(
                f"{held} has claimed this thread.",
                "Ask first, or assign it to yourself.",
            )

    def _refuse_past_deadline(self, thread: str, until: datetime) -> None:
        number = self._store.threads.number(thread)
        rows = [] if number is None else self._store.threads.rows([number])
        due_at = rows[0].due_at if rows else None
        if due_at is not None and until >= due_at:
            raise InputError(
                "A pause must end before the answer is due.", "Choose an earlier time."
            )

    def _write(
        self, threads: Iterable[str], action: Action, describe: Describe
    ) -> Settled:
        done = Settled((), Changes())
        with self._store.transaction():
            for thread in threads:
                rows = [
                    row
                    for row in thread_messages(self._store, thread)
                    if row.kind in WAITING_KINDS
                ]
                keys = [row.key for row in rows]
                entry, changes = self._decisions.write(
                    action, thread, keys, data=describe(rows)
                )
                done = Settled((*done.entries, entry.entry_id), done.changes | changes)
        return done


def _tag(text: str) -> str:
    tag = read_tag(text)
    if tag is None:
        raise InputError(
            f"“{text}” cannot be a tag.", "A tag is short and has no commas or quotes."
        )
    return tag
