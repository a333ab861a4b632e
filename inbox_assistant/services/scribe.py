"""Writing the journal: who did what, when."""

import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from inbox_assistant.domain.clock import Clock
from inbox_assistant.domain.journal import Action, Entry
from inbox_assistant.storage.store import Store


@dataclass(frozen=True, slots=True)
class Author:
    """Who acts: ``desk`` is this installation, ``agent`` the person at it."""

    desk: str
    agent: str


class Scribe:
    """Adds entries to the journal of one store.

    *author* may be asked for at each entry: people change their name in the settings.
    """

    def __init__(
        self, store: Store, clock: Clock, author: Author | Callable[[], Author]
    ) -> None:
        self._store = store
        self._clock = clock
        self._author = author

    @property
    def agent(self) -> str:
        """Return who acts now."""
        return self._who().agent

    def write(
        self,
        action: Action,
        *,
        thread: str | None = None,
        messages: Iterable[str] = (),
        undoes: str | None = None,
        data: Mapping[str, object] | None = None,
    ) -> Entry:
        """Append one entry dated now and return it; call inside a transaction."""
        author = self._who()
        entry = Entry(
            entry_id=uuid.uuid4().hex,
            desk=author.desk,
            agent=author.agent,
            at=self._clock(),
            action=action,
            thread=thread,
            messages=tuple(messages),
            undoes=undoes,
            data=data or {},
        )
        self._store.journal.append(entry)
        return entry

    def _who(self) -> Author:
        return self._author if isinstance(self._author, Author) else self._author()


def desk_of(store: Store) -> str:
    """Return this installation's id, made the first time it is asked for."""
    known = store.accounts.fact("desk")
    if known is None:
        known = uuid.uuid4().hex
        with store.transaction():
            store.accounts.keep_fact("desk", known)
    return known
