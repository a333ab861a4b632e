r"""What follows here from marks that another program set in the mailbox.

A keyword that a colleague's seat set for "no response necessary" settles the message
as if that had been confirmed here, and the keyword's end takes it back. `\Answered`
settles nothing: it is told, and the message waits on. All of it is in the journal.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from inbox_assistant.domain.changes import Changes
from inbox_assistant.domain.clock import Clock
from inbox_assistant.domain.journal import Action
from inbox_assistant.domain.marks import (
    ACTIONS,
    ANOTHER_SEAT,
    Mark,
    is_news,
    taken_back_by_its_end,
)
from inbox_assistant.services.scribe import Author, Scribe, desk_of
from inbox_assistant.services.standing_changes import Decisions
from inbox_assistant.storage.marks import Place
from inbox_assistant.storage.messages import MessageRow
from inbox_assistant.storage.store import Store

SEEN = {"seen": "mailbox"}
"""Says of an entry that it follows from a mark and was decided by nobody here."""

_NONE: frozenset[Mark] = frozenset()


@dataclass(frozen=True, slots=True)
class Turn:
    """A mail whose marks are other ones than they were."""

    uid: int
    message: str
    before: frozenset[Mark]
    after: frozenset[Mark]


class MarksSeen:
    """Follows what the mails of a folder bear; asked where the store lives."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        scribe = Scribe(store, clock, lambda: Author(desk_of(store), ANOTHER_SEAT))
        self._decisions = Decisions(store, scribe)

    def follow(
        self, place: Place, turns: Iterable[Turn], ours: frozenset[str]
    ) -> Changes:
        """Write down what is new on mails of *place*; call inside a transaction.

        *ours* are the messages of which the mailbox does not show yet what was decided
        here: that counts, and the mailbox will follow.
        """
        changes = Changes()
        for turn in turns:
            changes |= self._follow(place, turn, ours)
        return changes

    def turns(
        self, place: Place, seen: Mapping[int, frozenset[Mark]]
    ) -> Iterator[Turn]:
        """Yield the mails of *place* that bear other marks now, where it can matter.

        *seen* are the marks that they bear.
        """
        known = self._store.marks.known(place, list(seen))
        new = [uid for uid, marks in seen.items() if marks and uid not in known]
        wanting = self._worth_knowing(place) if new else {}
        for uid, marks in seen.items():
            before = known[uid].marks if uid in known else _NONE
            message = known[uid].message if uid in known else wanting.get(uid)
            if message is not None and marks != before:
                yield Turn(uid, message, before, marks)

    def _worth_knowing(self, place: Place) -> dict[int, str]:
        """Return the mails whose marks matter, with the keys of their messages.

        Where the folder was numbered anew, what bore a mark until then is among them:
        its mark may go one day.
        """
        marks = self._store.marks
        earlier = {} if marks.is_read(place) else marks.marked_before(place)
        return {**earlier, **marks.open_mails(place)}

    def _follow(self, place: Place, turn: Turn, ours: frozenset[str]) -> Changes:
        self._store.marks.note(place, turn.uid, turn.message, turn.after)
        changes = Changes()
        for mark in sorted(turn.after - turn.before):
            if mark is not Mark.NO_RESPONSE or turn.message not in ours:
                changes |= self._begin(mark, turn.message)
        for mark in sorted(turn.before - turn.after):
            if not self._store.marks.is_on(turn.message, mark):
                changes |= self._end(mark, turn.message)
        return changes

    def _begin(self, mark: Mark, message: str) -> Changes:
        row = self._store.messages.by_key(message)
        if row is None:
            return Changes()
        entries = self._store.journal.about([message])
        if not is_news(mark, message, row.standing, entries):
            return Changes()
        return self._write(ACTIONS[mark], row, [message])

    def _end(self, mark: Mark, message: str) -> Changes:
        row = self._store.messages.by_key(message)
        changes = Changes()
        if row is None:
            return changes
        entries = self._store.journal.about([message])
        for entry in taken_back_by_its_end(mark, message, entries):
            changes |= self._write(Action.UNDONE, row, entry.messages, entry.entry_id)
        return changes

    def _write(
        self,
        action: Action,
        row: MessageRow,
        messages: Sequence[str],
        undoes: str | None = None,
    ) -> Changes:
        named = self._store.threads.names(row.thread_id or 0)
        thread = "" if named is None else named[0]
        _, changes = self._decisions.write(
            action, thread, messages, undoes=undoes, data=SEEN
        )
        return changes
