"""Flags in: what other programs marked in the mailbox since the last round.

Where the server counts changes (RFC 7162), a round asks for the flags that changed
since the count it has dealt with, and asks nothing where that is the count still. The
count is kept with the folder's numbering. Where it is not known, or went back, the
flags of what wants a response are read, and nothing else: few mails, whatever the
mailbox holds. What is gone from the mailbox stays here, so nobody asks for that.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Protocol

from inbox_assistant.domain.account import Account
from inbox_assistant.domain.changes import Changes
from inbox_assistant.domain.clock import Clock
from inbox_assistant.domain.marks import marks_of
from inbox_assistant.mail.failures import ServerRefusedError
from inbox_assistant.services.fetching import Folder
from inbox_assistant.services.lanes import Run
from inbox_assistant.services.marks_seen import MarksSeen, Turn
from inbox_assistant.services.mirroring import Mirroring
from inbox_assistant.storage.marks import Place
from inbox_assistant.storage.store import Store

AT_ONCE = 50
"""Mails dealt with in one go: whoever waits for the store comes in between."""
IN_A_QUESTION = 500
"""Mails asked about in one command, which every server takes as one line."""
URGENT = 400
"""Of a server that counts no changes, so many mails are asked about in each round."""
MARKED = 100
"""And so many that bore a mark, the newest ones: it may have gone."""

_log = logging.getLogger(__name__)


class Counted(Folder, Protocol):
    """What is known of an opened folder."""

    @property
    def highest_modseq(self) -> int | None:
        """How often something changed, where the server counts that."""
        ...


class Flagged(Protocol):
    """A mailbox whose flags can be read; see ``mail.imap.Mailbox``."""

    @property
    def counts_changes(self) -> bool:
        """Whether it can be asked for what changed since some count."""
        ...

    def last_opened(self, folder: str) -> Counted | None:
        """Return a folder as it was last opened, without asking."""
        ...

    def select(self, folder: str | None = None, *, writable: bool = False) -> Counted:
        """Open a folder."""
        ...

    def flags(self, uids: Sequence[int]) -> Mapping[int, frozenset[str]]:
        """Return the flags of mails of the opened folder."""
        ...

    def flags_changed_since(self, modseq: int) -> Mapping[int, frozenset[str]]:
        """Return the flags of what changed in it after a count."""
        ...


class FlagSync:
    """Reads the flags of one account's folder; storage is reached through *run*."""

    def __init__(self, store: Store, clock: Clock, run: Run) -> None:
        self._store = store
        self._seen = MarksSeen(store, clock)
        self._mirroring = Mirroring(store, run)
        self._run = run

    def read(self, account: Account, mailbox: Flagged) -> Changes:
        """Take over what changed, once the mails themselves are kept.

        Raises MailError where the connection ends.
        """
        known = mailbox.last_opened(account.folder)
        if known is None:
            return Changes()
        place = _place(account, known)
        since = self._run(lambda: self._store.marks.modseq(place))
        if since is not None and _count(mailbox, known) == since:
            return Changes()
        return _unless_refused(lambda: self._read(account, mailbox))

    def read_early(self, account: Account, mailbox: Flagged) -> Changes:
        """Take over what bears a mark of what is kept by now; more mails will come.

        Nobody needs to see what a colleague settled until a whole archive is in.
        """

        def read() -> Changes:
            place = _place(account, mailbox.select(account.folder))
            flags = self._of_the_open(place, mailbox, has_count=True)
            return self._follow(account, place, flags)

        return _unless_refused(read)

    def _read(self, account: Account, mailbox: Flagged) -> Changes:
        # The count is taken before the question: what changes meanwhile comes again.
        opened = mailbox.select(account.folder)
        place = _place(account, opened)
        count = _count(mailbox, opened)
        since = self._run(lambda: self._store.marks.modseq(place))
        if count is None or since is None or count < since:
            flags = self._of_the_open(place, mailbox, has_count=count is not None)
        else:
            flags = mailbox.flags_changed_since(since)
        changes = self._follow(account, place, flags)
        self._run(lambda: self._remember(place, count))
        return changes

    def _of_the_open(
        self, place: Place, mailbox: Flagged, *, has_count: bool
    ) -> Mapping[int, frozenset[str]]:
        """Return the flags of what wants a response, and of what bore a mark.

        All of that where it was never read, or where it need not be read so again.
        """

        def asked_about() -> list[int]:
            marks = self._store.marks
            is_whole = has_count or not marks.is_read(place)
            uids = marks.open_mails(place, -1 if is_whole else URGENT)
            earlier = [] if marks.is_read(place) else marks.marked_before(place)
            newest = marks.newest(place, MARKED)
            return list(dict.fromkeys([*uids, *earlier, *newest]))

        uids = self._run(asked_about)
        found: dict[int, frozenset[str]] = {}
        for start in range(0, len(uids), IN_A_QUESTION):
            found.update(mailbox.flags(sorted(uids[start : start + IN_A_QUESTION])))
        return found

    def _follow(
        self, account: Account, place: Place, flags: Mapping[int, frozenset[str]]
    ) -> Changes:
        """Write down what is new of the *flags* that mails have, a few at a time.

        What was written down stays known when the round ends before the last of them.
        """
        seen = {uid: marks_of(some) for uid, some in flags.items()}
        turns = self._run(lambda: list(self._seen.turns(place, seen)))
        changes = Changes()

        def follow(some: Sequence[Turn]) -> Changes:
            with self._store.transaction():
                # Asked anew each time: in between somebody may have decided.
                ours = self._mirroring.pending(account)
                return self._seen.follow(place, some, ours)

        for start in range(0, len(turns), AT_ONCE):
            changes |= self._run(partial(follow, turns[start : start + AT_ONCE]))
        return changes

    def _remember(self, place: Place, count: int | None) -> None:
        with self._store.transaction():
            self._store.marks.keep_modseq(place, count)


def _unless_refused(read: Callable[[], Changes]) -> Changes:
    """Return what *read* does; a server that tells no flags is let be."""
    try:
        return read()
    except ServerRefusedError as error:
        _log.info("flags were not told: %s", type(error).__name__)
        return Changes()


def _place(account: Account, folder: Counted) -> Place:
    return Place(account.name, account.folder, folder.uid_validity)


def _count(mailbox: Flagged, folder: Counted) -> int | None:
    """Return the count of changes, ``None`` where nothing can be built on it.

    At one, counting has only begun: a server that lost its index begins there again.
    """
    count = folder.highest_modseq
    return None if count is None or count <= 1 or not mailbox.counts_changes else count
