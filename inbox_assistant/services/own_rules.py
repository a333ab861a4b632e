"""Keeping in the journal what a user's own packs changed, and when."""

from collections.abc import Callable, Mapping

from inbox_assistant.domain.journal import Action
from inbox_assistant.services.scribe import Scribe
from inbox_assistant.storage.store import Store


class OwnRules:
    """Notes each change of the rules a profile adds, overrides or switches off.

    *state* tells cheaply whether files changed, *changes* what they say.
    """

    def __init__(
        self,
        store: Store,
        scribe: Scribe,
        state: Callable[[], object],
        changes: Callable[[], Mapping[str, str]],
    ) -> None:
        self._store = store
        self._scribe = scribe
        self._state = state
        self._changes = changes
        self._seen: object = None

    def note(self) -> bool:
        """Append an entry if the rules are no longer those last noted."""
        state = self._state()
        if state == self._seen:
            return False
        self._seen = state
        rules = dict(self._changes())
        noted = self._store.journal.of_action(Action.RULES_CHANGED)
        newest = max(noted, key=lambda entry: entry.at, default=None)
        before = {} if newest is None else newest.data.get("rules", {})
        if rules == before:
            return False
        with self._store.transaction():
            self._scribe.write(Action.RULES_CHANGED, data={"rules": rules})
        return True
