"""What is written down about the account's health: Amazon's figures, causes."""

from collections.abc import Sequence

from inbox_assistant.domain.breach import Cause
from inbox_assistant.domain.changes import Changes
from inbox_assistant.domain.errors import InputError
from inbox_assistant.domain.journal import Action
from inbox_assistant.services.reporting import refuse_percent, refuse_window
from inbox_assistant.services.scribe import Scribe
from inbox_assistant.services.settling import Settled
from inbox_assistant.services.standing_changes import Decisions
from inbox_assistant.storage.store import Store


class Health:
    """Adds to the journal what an agent knows better than the mails."""

    def __init__(self, store: Store, scribe: Scribe) -> None:
        self._store = store
        self._scribe = scribe
        self._decisions = Decisions(store, scribe)

    def note_amazon_figure(self, days: int, late_percent: float) -> Changes:
        """Write down the late response rate that Amazon shows for a window.

        Raises InputError for a window or a rate that Amazon cannot show.
        """
        refuse_window(days)
        refuse_percent(late_percent)
        with self._store.transaction():
            self._scribe.write(
                Action.AMAZON_FIGURE_NOTED,
                data={"days": days, "late_percent": late_percent},
            )
        return Changes(settings=True)

    def explain(
        self, messages: Sequence[str], cause: Cause, words: str = ""
    ) -> Settled:
        """Say why *messages*, by their keys, were not answered in time.

        The cause last given counts; the breach itself stays whatever is said. Raises
        InputError when a message is not known.
        """
        done = Settled((), Changes())
        with self._store.transaction():
            for key in messages:
                entry, changes = self._decisions.write(
                    Action.BREACH_EXPLAINED,
                    self._thread_of(key),
                    [key],
                    data={"cause": cause.value, "words": words},
                )
                done = Settled((*done.entries, entry.entry_id), done.changes | changes)
        return done

    def _thread_of(self, key: str) -> str:
        row = self._store.messages.by_key(key)
        facts = (
            None
            if row is None or row.thread_id is None
            else self._store.threads.facts(row.thread_id)
        )
        if facts is None:
            raise InputError("There is no such message any more.")
        return facts.key
