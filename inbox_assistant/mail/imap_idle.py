"""Wait until the server has news, and notice when the connection is dead."""

import selectors
import threading
import time
from collections.abc import Iterable
from datetime import timedelta

from inbox_assistant.domain.clock import Clock, system_clock
from inbox_assistant.mail.imap_client import GuardedClient, lost, translated

TICK = 0.25
"""How many seconds a wish to stop may go unnoticed."""
_LEAP = timedelta(seconds=30)
"""Between two ticks so much time only passes while the computer sleeps."""
NEWS = frozenset({b"EXISTS", b"EXPUNGE", b"FETCH", b"VANISHED", b"RECENT"})


def wait_for_news(
    client: GuardedClient,
    limit: timedelta,
    stop: threading.Event,
    clock: Clock = system_clock,
) -> bool:
    """Return whether something changed in the folder within *limit*.

    The library's own loop reads an ended connection as "no news" for ever and drops
    half a line; here both raise ConnectionLostError. So does a leap of the *clock*:
    after a sleep the other end is gone, and nothing would ever say so.
    """
    until = time.monotonic() + limit.total_seconds()
    with translated(client.host):
        news = any(_is_news(line.split()[1:3]) for line in client.begin_idle())
        news = news or _watch(client, until, stop, clock)
        _, late = client.idle_done()
        return news or any(_is_news(words) for words in late)


def _watch(
    client: GuardedClient, until: float, stop: threading.Event, clock: Clock
) -> bool:
    last = clock()
    with selectors.DefaultSelector() as selector:
        selector.register(client.socket(), selectors.EVENT_READ)
        while not stop.is_set():
            now = clock()
            if abs(now - last) > _LEAP:
                raise lost(client.host)
            last = now
            if client.has_line_waiting():
                words = client.next_line().split()[1:3]
                if _is_news(words):
                    return True
                _refuse_goodbye(client.host, words)
                continue
            left = until - time.monotonic()
            if left <= 0:
                break
            selector.select(min(TICK, left))
    return False


def _is_news(words: Iterable[object]) -> bool:
    return any(isinstance(word, bytes) and word.upper() in NEWS for word in words)


def _refuse_goodbye(host: str, words: list[bytes]) -> None:
    if words and words[0].upper() == b"BYE":
        raise lost(host)
