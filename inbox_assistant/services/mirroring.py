"""The mailbox shows what was decided here: a keyword, where the server keeps any.

It is a mirror and never a lock. What has to be shown is told by the journal, from the
entry on that was looked at last; what other seats show is read by ``flag_sync``.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from inbox_assistant.domain.account import Account
from inbox_assistant.domain.marks import KEYWORD, Mark
from inbox_assistant.domain.settlement import How
from inbox_assistant.services.lanes import Run
from inbox_assistant.storage.marks import Place
from inbox_assistant.storage.store import Store

AT_ONCE = 500
"""Decisions mirrored in one round."""
_KEYWORD = frozenset({Mark.NO_RESPONSE})
_NONE: frozenset[Mark] = frozenset()


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


@dataclass(frozen=True, slots=True)
class _Shown:
    """Mails that get the keyword and mails that lose it, with their messages."""

    place: Place | None = None
    marked: dict[int, str] = field(default_factory=dict)
    bare: dict[int, str] = field(default_factory=dict)


class Mirroring:
    """Brings the keyword into step; storage is reached through *run*."""

    def __init__(self, store: Store, run: Run) -> None:
        self._store = store
        self._run = run

    def is_due(self, account: Account) -> bool:
        """Return whether something was decided since the last time."""
        return bool(self._run(lambda: self._decided(account.name))[1])

    def pending(self, account: Account) -> frozenset[str]:
        """Return what was decided and is not shown yet; ask where the store lives."""
        done = int(self._store.accounts.fact(_fact(account.name)) or 0)
        return self._store.journal.no_response_since(done, -1)[1]

    def mirror(self, account: Account, mailbox: Markable) -> None:
        """Mark the mails concerned; raises MailError."""
        last, keys = self._run(lambda: self._decided(account.name))
        shown = _Shown()
        if keys:
            opened = mailbox.open_for_marks(account.folder)
            if opened.can_keep_keywords:
                place = Place(account.name, account.folder, opened.uid_validity)
                shown = self._run(lambda: self._to_show(keys, place))
                _change(mailbox.add_flags, account.folder, shown.marked)
                _change(mailbox.remove_flags, account.folder, shown.bare)
        self._run(lambda: self._remember(account.name, last, shown))

    def _decided(self, account: str) -> tuple[int, frozenset[str]]:
        """Return the last entry there is, and the messages decided about up to it."""
        done = int(self._store.accounts.fact(_fact(account)) or 0)
        return self._store.journal.no_response_since(done, AT_ONCE)

    def _to_show(self, keys: Iterable[str], place: Place) -> _Shown:
        shown = _Shown(place)
        for key in keys:
            row = self._store.messages.by_key(key)
            if row is None:
                continue
            is_marked = row.standing.how is How.NO_RESPONSE_NECESSARY
            sources = self._store.mails.sources_of(row.number)
            for uid in numbers_under(place.prefix, sources):
                (shown.marked if is_marked else shown.bare)[uid] = key
        return shown

    def _remember(self, account: str, last: int, shown: _Shown) -> None:
        """Remember what is shown now, so that its coming back is no news."""
        with self._store.transaction():
            self._store.accounts.keep_fact(_fact(account), str(last))
            if shown.place is not None:
                self._note(shown.place, shown.marked, add=_KEYWORD)
                self._note(shown.place, shown.bare, drop=_KEYWORD)

    def _note(
        self,
        place: Place,
        mails: Mapping[int, str],
        add: frozenset[Mark] = _NONE,
        drop: frozenset[Mark] = _NONE,
    ) -> None:
        known = self._store.marks.known(place, list(mails))
        for uid, message in mails.items():
            before = known[uid].marks if uid in known else _NONE
            self._store.marks.note(place, uid, message, (before | add) - drop)


def numbers_under(prefix: str, sources: Iterable[str]) -> list[int]:
    """Return the numbers that mails have in the folder whose *sources* begin so."""
    numbers = [one.removeprefix(prefix) for one in sources if one.startswith(prefix)]
    return [int(number) for number in numbers if number.isdecimal()]


def _fact(account: str) -> str:
    return f"mirrored/{account}"


def _change(
    change: Callable[[str, Sequence[int], Iterable[str]], object],
    folder: str,
    mails: Mapping[int, str],
) -> None:
    if mails:
        change(folder, list(mails), [KEYWORD])
