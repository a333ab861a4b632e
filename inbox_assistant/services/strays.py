"""News of replies that lies where nobody looks for it, brought to where it belongs.

An order named in a reply once decided its thread before what it answers did. What was
laid elsewhere in those days would come home when its buyer's mails are next worked out,
which may be never. Until then a reply that came back stands as one that arrived.
"""

from collections.abc import Sequence

from inbox_assistant.domain.changes import Changes
from inbox_assistant.domain.reply import Stray
from inbox_assistant.services.delivery import Delivering
from inbox_assistant.services.reckoning import Reckoning
from inbox_assistant.storage.store import Store

AT_ONCE = 50
"""Mails brought home in one transaction: others who write come in between."""


class Strays:
    """Finds what strayed, and brings it home."""

    def __init__(self, store: Store, delivering: Delivering) -> None:
        self._store = store
        self._delivering = delivering
        self._reckoning = Reckoning(store)

    def found(self) -> list[Sequence[Stray]]:
        """Return what strayed, in portions; nothing at all as a rule."""
        every = self._store.outbox.strays()
        return [every[at : at + AT_ONCE] for at in range(0, len(every), AT_ONCE)]

    def bring_home(self, some: Sequence[Stray]) -> Changes:
        """Work out where *some* belong, and learn from them what became of replies."""
        with self._store.transaction():
            moved = self._reckoning.reckon(
                {one.partner for one in some if one.partner is not None},
                {one.number for one in some if one.partner is None},
            )
            written = {self._store.threads.present_key(one.thread) for one in some}
            learned = self._delivering.take_notice(moved | written)
        return Changes(threads=moved) | learned

    def bring_all_home(self) -> Changes:
        """Do so with everything that strayed."""
        changes = Changes()
        for some in self.found():
            changes |= self.bring_home(some)
        return changes
