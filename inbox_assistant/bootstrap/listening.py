"""Listening to mailboxes: what arrived between two connections is news as well."""

from __future__ import annotations

import random
from datetime import timedelta
from typing import TYPE_CHECKING

from inbox_assistant.domain.backoff import pause
from inbox_assistant.domain.errors import MailError
from inbox_assistant.mail.failures import SignInRefusedError

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

    from inbox_assistant.domain.account import Account
    from inbox_assistant.services.fetching import Folder
    from inbox_assistant.storage.accounts import Cursor

    IsNews = Callable[[Folder], bool]
    Wait = Callable[[Account, timedelta, threading.Event, IsNews], bool | None]

IDLE_LIMIT = timedelta(minutes=9)
"""Routers forget connections that are silent for longer."""


class Listening:
    """Waits for news of accounts; each in a thread of its own.

    *wait* connects and waits, asking whether a folder as it was found is news;
    *cursor* says how far a folder was read.
    """

    def __init__(
        self,
        wait: Wait,
        cursor: Callable[[Account], Cursor | None],
        stopped: threading.Event,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._wait = wait
        self._cursor = cursor
        self._stopped = stopped
        self._chance = chance
        self._failures: dict[str, int] = {}
        self._told: dict[str, tuple[int, int]] = {}

    def news(self, account: Account) -> bool | None:
        """Return whether *account* has news, after the time it takes.

        ``None`` means that none will be told: its server tells none by itself, its
        password is wrong, or the program ends. Trouble is waited out, longer each
        time; the rounds report what is wrong.
        """
        name = account.name
        try:
            news = self._wait(
                account,
                IDLE_LIMIT,
                self._stopped,
                lambda folder: self._is_news(account, folder),
            )
        except SignInRefusedError:
            # Until somebody types it: trying it over and over locks the account.
            return None
        except MailError:
            self._failures[name] = self._failures.get(name, 0) + 1
            wait = pause(self._failures[name], self._chance())
            self._stopped.wait(wait.total_seconds())
            news = False
        else:
            self._failures.pop(name, None)
        return None if self._stopped.is_set() else news

    def _is_news(self, account: Account, folder: Folder) -> bool:
        """Return whether *folder* holds more than was read of it.

        What the server withholds stays unread; it is news only once.
        """
        found = (folder.uid_validity, folder.uid_next or 0)
        if self._told.get(account.name) == found:
            return False
        known = self._cursor(account)
        if known is not None and (known.uid_validity, known.next_uid) >= found:
            return False
        self._told[account.name] = found
        return True
