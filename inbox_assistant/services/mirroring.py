"""The mailbox shows what was decided here: a keyword, where the server keeps any.

It is a mirror and never a lock: nothing is read back from it. What has to be shown is
told by the journal, from the entry on that was looked at last.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from inbox_assistant.domain.account import Account
from inbox_assistant.domain.settlement import How
from inbox_assistant.services.lanes import Run
from inbox_assistant.storage.store import Store

KEYWORD = "$NoResponseNeeded"
AT_ONCE = 500
"""Decisions mirrored in one round."""


class Opened(Protocol):
    """What is known of a folder opened for writing."""

    @property
    def uid_validity(self) -> int:
        """Changes when the folder's numbers begin anew."""
        ...

    @property
    def can_keep_keywords(self) -> bool:
        """Whether the server keeps keywords of our own."""
        ...


class Markable(Protocol):
    """A mailbox whose mails can be marked."""

    def open_for_marks(self, folder: str) -> Opened:
        """Open a folder for writing."""
        ...

    def add_flags(
        self, folder: str, uids: Sequence[int], flags: Iterable[str]
    ) -> dict[int, frozenset[str]]:
        """Add flags to mails."""
        ...

    def remove_flags(
        self, folder: str, uids: Sequence[int], flags: Iterable[str]
    ) -> None:
        """Take flags off mails."""
        ...


class Mirroring:
    """Brings the keyword into step; storage is reached through *run*."""

    def __init__(self, store: Store, run: Run) -> None:
        self._store = store
        self._run = run

    def is_due(self, account: Account) -> bool:
        """Return whether something was decided since the last time."""
        return bool(self._run(lambda: self._decided(account.name))[1])

    def mirror(self, account: Account, mailbox: Markable) -> None:
        """Mark the mails concerned; raises MailError."""
        last, keys = self._run(lambda: self._decided(account.name))
        if keys:
            opened = mailbox.open_for_marks(account.folder)
            if opened.can_keep_keywords:
                prefix = f"{account.name}/{account.folder}/{opened.uid_validity}/"
                marked, bare = self._run(lambda: self._uids(keys, prefix))
                _change(mailbox.add_flags, account.folder, marked)
                _change(mailbox.remove_flags, account.folder, bare)
        self._run(lambda: self._remember(account.name, last))

    def _decided(self, account: str) -> tuple[int, frozenset[str]]:
        """Return the last entry there is, and the messages decided about up to it."""
        done = int(self._store.accounts.fact(_fact(account)) or 0)
        return self._store.journal.no_response_since(done, AT_ONCE)

    def _uids(self, keys: Iterable[str], prefix: str) -> tuple[list[int], list[int]]:
        marked: list[int] = []
        bare: list[int] = []
        for key in keys:
            row = self._store.messages.by_key(key)
            if row is None:
                continue
            is_marked = row.standing.how is How.NO_RESPONSE_NECESSARY
            sources = self._store.mails.sources_of(row.number)
            (marked if is_marked else bare).extend(numbers_under(prefix, sources))
        return marked, bare

    def _remember(self, account: str, last: int) -> None:
        with self._store.transaction():
            self._store.accounts.keep_fact(_fact(account), str(last))


def numbers_under(prefix: str, sources: Iterable[str]) -> list[int]:
    """Return the numbers that mails have in the folder whose *sources* begin so."""
    numbers = [one.removeprefix(prefix) for one in sources if one.startswith(prefix)]
    return [int(number) for number in numbers if number.isdecimal()]


def _fact(account: str) -> str:
    return f"mirrored/{account}"


def _change(
    change: Callable[[str, Sequence[int], Iterable[str]], object],
    folder: str,
    uids: Sequence[int],
) -> None:
    if uids:
        change(folder, uids, [KEYWORD])
