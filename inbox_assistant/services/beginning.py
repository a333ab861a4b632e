"""Threads that begin with the mails at hand: made at once, with all they hold.

In an archive most buyers are new. Of whom nothing is stored, nothing has to be read
back, and a message is written once, where it belongs.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from inbox_assistant.domain.settlement import Standing
from inbox_assistant.services.reckoning import Begun, Reckoning
from inbox_assistant.storage.messages import MessageRow
from inbox_assistant.storage.store import Store


@dataclass(frozen=True, slots=True)
class Beginnings:
    """Threads that were made, by key, and the place of each of their messages."""

    threads: frozenset[str]
    places: dict[str, tuple[int, Standing]]
    """The thread's number and the standing of messages not stored yet, by key."""


class Beginning:
    """Makes threads with correspondents of whom nothing is stored."""

    def __init__(self, store: Store, reckoning: Reckoning) -> None:
        self._store = store
        self._reckoning = reckoning

    def begin(self, rows: Sequence[MessageRow], touched: Collection[str]) -> Beginnings:
        """Make the threads of *rows*, new messages, where their partner is new.

        Partners that are *touched* by other mails as well are left out. Call inside a
        transaction, and store the messages in it.
        """
        threads: list[Begun] = []
        for partner, some in self._of_new_partners(rows, touched).items():
            threads.extend(self._reckoning.begin(partner, some))
        known = self._store.incoming.known_threads([one.facts.key for one in threads])
        # A partner has all of its threads made, or none.
        odd = {one.facts.partner for one in threads if one.facts.key in known}
        places: dict[str, tuple[int, Standing]] = {}
        made: set[str] = set()
        for one in threads:
            if one.facts.partner in odd:
                continue
            number = self._store.threads.begin(one.facts, one.standing)
            made.add(one.facts.key)
            for key, standing in one.messages.items():
                places[key] = (number, standing)
        return Beginnings(frozenset(made), places)

    def _of_new_partners(
        self, rows: Iterable[MessageRow], touched: Collection[str]
    ) -> dict[str, list[MessageRow]]:
        found: dict[str, list[MessageRow]] = {}
        for row in rows:
            if row.partner is not None and row.partner not in touched:
                found.setdefault(row.partner, []).append(row)
        incoming = self._store.incoming
        known = incoming.known_partners(found)
        decided = incoming.decided([row.key for some in found.values() for row in some])
        return {
            partner: some
            for partner, some in found.items()
            if partner not in known and not any(row.key in decided for row in some)
        }
