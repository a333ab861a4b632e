"""Stores of any size, filled with invented threads, for measuring."""

import argparse
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from inbox_assistant.storage.database import open_writer

WAITING_EVERY = 100
"""One thread in so many still waits; the others are settled."""

_NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_NAMES = ("Adelheid", "Bartholomew", "Clothilde", "Dagmar", "Ezra", "Fiorella", "Gwen")
_THINGS = ("lid", "lamp", "shelf", "kettle", "drawer", "cushion", "ladder", "teapot")
_VERBS = ("fits", "broke", "arrived", "leaks", "wobbles", "shines", "opens", "stains")
_MESSAGE = """insert into message (id, key, parser, kind, kind_reason, partner,
    thread_id, received_at, received_from, sender, refs, buyer, buyer_folded, subject,
    order_id, asin, marketplace, language, topics, needs_response, words, words_digest,
    spaced,
    attachments, doubts, trusted, older, state)
    values (?, ?, 1, 'buyer', 'made', ?, ?, ?, 'date-header', ?, '[]', ?, ?, ?, ?, ?,
    'UK', 'en', 'product-question', 1, ?, ?, '', '[]', '[]', 0, 0, ?)"""
_THREAD = """insert into thread (id, key, partner, buyer, subject, preview, order_id,
    asin, marketplace, language, topics, state, waiting, to_confirm, received_at,
    due_at, last_at)
    values (?, ?, ?, ?, ?, ?, ?, ?, 'UK', 'en', 'product-question', ?, ?, 0, ?, ?, ?)"""


def make_store(path: Path, messages: int) -> None:
    """Write a store with so many *messages*, two to a thread, to *path*."""
    with closing(open_writer(path)) as connection:
        connection.execute("pragma synchronous = off")
        triggers = connection.execute(
            "select name, sql from sqlite_master where type = 'trigger'"
        ).fetchall()
        connection.execute("begin")
        for name, _ in triggers:
            connection.execute(f"drop trigger {name}")
        _fill(connection, messages)
        connection.execute("insert into search(search) values ('rebuild')")
        for _, sql in triggers:
            connection.execute(sql)
        connection.execute("commit")
        connection.execute("analyze")


def _fill(connection: sqlite3.Connection, messages: int) -> None:
    connection.executemany(_THREAD, _threads(messages // 2))
    connection.executemany(_MESSAGE, _messages(messages))


def _threads(count: int) -> Iterator[tuple[object, ...]]:
    for number in range(1, count + 1):
        waits = number % WAITING_EVERY == 0
        at = _received(2 * number)
        due = at + 86_400_000_000 if waits else None
        yield (
            number,
            f"{number:012x}",
            _alias(number),
            _NAMES[number % len(_NAMES)],
            f"Product inquiry {number}",
            _words(2 * number),
            _order(number),
            f"B0{number:08d}",
            "waiting" if waits else "settled",
            int(waits),
            at if waits else None,
            due,
            at,
        )


def _messages(count: int) -> Iterator[tuple[object, ...]]:
    for number in range(1, count + 1):
        thread = min((number + 1) // 2, count // 2)
        name = _NAMES[thread % len(_NAMES)]
        waits = thread % WAITING_EVERY == 0 and number % 2 == 0
        yield (
            number,
            f"{number:032x}",
            _alias(thread),
            thread,
            _received(number),
            _alias(thread),
            name,
            name.lower(),
            f"Product inquiry {thread}",
            _order(thread),
            f"B0{thread:08d}",
            _words(number),
            f"{number:032x}",
            "waiting" if waits else "settled",
        )


def _received(number: int) -> int:
    """Return a moment in microseconds; one message every twenty seconds, going back."""
    return (_NOW - timedelta(seconds=20 * number) - _EPOCH) // _MICROSECOND


def _alias(thread: int) -> str:
    return f"b{thread:09d}xkqz@marketplace.amazon.co.uk"


def _order(thread: int) -> str:
    return f"204-{thread:07d}-{thread * 7 % 10_000_000:07d}"


def _words(number: int) -> str:
    thing, verb = _THINGS[number % 8], _VERBS[number // 8 % 8]
    other = _THINGS[number // 64 % 8]
    return (
        f"Hello, the {thing} {verb} and I would like to know whether the {other} "
        f"can be had as well. This is about piece {number} of my list."
    )


def main() -> None:
    """Write a store to the path given on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--messages", type=int, default=1_000_000)
    chosen = parser.parse_args()
    make_store(chosen.path, chosen.messages)


if __name__ == "__main__":
    main()
