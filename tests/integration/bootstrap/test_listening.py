"""Listening misses nothing between two connections and waits trouble out."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from inbox_assistant.bootstrap import listening
from inbox_assistant.bootstrap.listening import Listening
from inbox_assistant.domain.account import Account
from inbox_assistant.mail.failures import ConnectionLostError, SignInRefusedError
from inbox_assistant.services.fetching import Folder
from inbox_assistant.storage.accounts import Cursor

SHOP = Account("shop", "desk@shop.example")


@dataclass(frozen=True)
class Found:
    """A folder as it was found."""

    uid_validity: int = 1
    uid_next: int | None = 5


@dataclass
class Server:
    """Is found as ``folder``; otherwise tells news or fails."""

    folder: Folder = field(default_factory=Found)
    tells: bool | None = False
    failure: Exception | None = None
    waits: int = 0

    def __call__(
        self,
        _account: Account,
        _limit: timedelta,
        _stopped: threading.Event,
        is_news: Callable[[Folder], bool],
    ) -> bool | None:
        """Wait for no time."""
        if self.failure is not None:
            raise self.failure
        if is_news(self.folder):
            return True
        self.waits += 1
        return self.tells


class Patient(threading.Event):
    """Remembers how long it was waited for."""

    def __init__(self) -> None:
        super().__init__()
        self.waited: list[float] = []

    def wait(self, timeout: float | None = None) -> bool:
        """Return at once."""
        self.waited.append(timeout or 0)
        return self.is_set()


def listen(server: Server, known: Cursor | None) -> tuple[Listening, Patient]:
    stopped = Patient()
    return Listening(server, lambda _account: known, stopped, lambda: 0.5), stopped


def test_what_came_before_listening_began_is_news_once() -> None:
    server = Server()
    ears, _ = listen(server, Cursor(1, 4))
    assert ears.news(SHOP) is True
    assert ears.news(SHOP) is False
    server.folder = Found(uid_next=6)
    assert ears.news(SHOP) is True


@pytest.mark.parametrize(
    ("folder", "known", "news"),
    [
        (Found(), Cursor(1, 5), False),
        (Found(uid_next=None), Cursor(1, 5), False),
        (Found(), None, True),
        (Found(uid_validity=2), Cursor(1, 5), True),
    ],
)
def test_a_folder_that_was_read_to_its_end_is_no_news(
    folder: Found, known: Cursor | None, *, news: bool
) -> None:
    ears, _ = listen(Server(folder), known)
    assert ears.news(SHOP) is news


def test_trouble_is_waited_out_longer_each_time_until_it_is_over() -> None:
    server = Server(failure=ConnectionLostError("gone"))
    ears, stopped = listen(server, Cursor(1, 5))
    assert [ears.news(SHOP) for _ in range(3)] == [False] * 3
    assert stopped.waited == [4, 8, 16]
    server.failure = None
    assert ears.news(SHOP) is False
    server.failure = ConnectionLostError("gone")
    ears.news(SHOP)
    assert stopped.waited[-1] == 4


def test_a_refused_password_and_a_silent_server_end_it() -> None:
    refused = Server(failure=SignInRefusedError("wrong"))
    ears, stopped = listen(refused, None)
    assert ears.news(SHOP) is None
    assert stopped.waited == []
    ears, _ = listen(Server(tells=None), Cursor(1, 5))
    assert ears.news(SHOP) is None


def test_the_end_of_the_program_ends_it() -> None:
    ears, stopped = listen(Server(tells=True), Cursor(1, 5))
    stopped.set()
    assert ears.news(SHOP) is None
    assert timedelta(minutes=10) > listening.IDLE_LIMIT
