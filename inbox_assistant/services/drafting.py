"""Storing what an agent has written so far."""

from dataclasses import replace

from inbox_assistant.domain.changes import Changes
from inbox_assistant.domain.clock import Clock
from inbox_assistant.domain.reply import Draft
from inbox_assistant.storage.store import Store


class Drafting:
    """Keeps one draft for each thread; it needs nothing but the file."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def keep(self, draft: Draft) -> Changes:
        """Store *draft* under its thread's present key; nothing written, none kept."""
        with self._store.transaction():
            key = self._store.threads.present_key(draft.thread)
            if draft.body.strip():
                self._store.drafts.keep(replace(draft, thread=key), self._clock())
            else:
                self._store.drafts.forget(key)
        return Changes(drafts=frozenset({key}))
