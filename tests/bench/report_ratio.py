"""How long the report takes beside SQLite's own bare aggregates of the same rows."""

import argparse
import random
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from inbox_assistant.services.reporting import Reporting
from inbox_assistant.storage.store import open_reading
from tests.bench.store_generator import make_store

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
MOST = 3.0
"""The report may take so many times the bare aggregate."""

_DAY = 86_400_000_000
_RUNS = 3
_PLACES = ("DE", "UK", "FR", "IT", "ES", "US", "JP", "NL")
_TOPICS = ("product-question", "delivery", "return-refund,delivery", "invoice", "other")
_AGENTS = ("anna", "ben", "cleo", None)
_BARE = """select marketplace, account, settled_by, topics, how,
        settled_at - received_at > 86400000000, received_at + 86400000000 < :now,
        count(*), sum(max(0, ifnull(settled_at, 0) - received_at) / 1000000)
    from message where state <> 'none' and received_at >= :since
    group by 1, 2, 3, 4, 5, 6, 7"""
_BARE_HOURS = """select received_at / 900000000, how,
        settled_at - received_at > 86400000000, received_at + 86400000000 < :now,
        count(*), sum(max(0, ifnull(settled_at, 0) - received_at) / 1000000)
    from message where state <> 'none' and received_at >= :since
    group by 1, 2, 3, 4"""


def spread(path: Path) -> None:
    """Let the messages of a made store lie within 90 days and be answered by people."""
    chance = random.Random(1)
    start = (NOW - timedelta(days=90) - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(
        microseconds=1
    )
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("drop index message_by_receipt")
        (count,) = connection.execute("select max(id) from message").fetchone()
        connection.executemany(
            """update message set received_at = ?, marketplace = ?, topics = ?,
                account = 'shop', settled_by = ?,
                how = case state when 'settled' then 'replied' end,
                settled_at = case state when 'settled' then ? end
            where id = ?""",
            (
                (
                    at := start + chance.randrange(90 * _DAY),
                    chance.choice(_PLACES),
                    chance.choice(_TOPICS),
                    chance.choice(_AGENTS),
                    at + chance.randrange(2 * _DAY),
                    number,
                )
                for number in range(1, count + 1)
            ),
        )
        connection.execute(
            """create index message_by_receipt on message(received_at, marketplace,
                account, settled_by, topics, state, how, settled_at, thread_id)
            where state <> 'none'"""
        )
        connection.commit()
        connection.execute("analyze")


def measure(path: Path) -> tuple[float, float, int]:
    """Return the report's time as a multiple of the bare aggregates, and of one.

    The third is how often progress was told.
    """
    told: list[int] = []
    zone = ZoneInfo("Europe/Berlin")
    stamp = (NOW - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)
    values = {"now": stamp, "since": stamp - 90 * _DAY}
    with open_reading(path) as store, closing(sqlite3.connect(path)) as bare:
        bare.execute("pragma mmap_size = 268435456")
        one = _seconds(lambda: bare.execute(_BARE, values).fetchall())
        hours = _seconds(lambda: bare.execute(_BARE_HOURS, values).fetchall())
        ours = _seconds(lambda: Reporting(store, zone).report(90, NOW, told.append))
    return ours / (one + hours), ours / one, len(told) // (_RUNS + 1)


def _seconds(work: Callable[[], object]) -> float:
    work()
    times = []
    for _ in range(_RUNS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return median(times)


def main() -> int:
    """Measure, print the ratios, and end with 1 when the report is too slow."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=1_000_000)
    chosen = parser.parse_args()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "store.db"
        make_store(path, chosen.messages)
        spread(path)
        both, one, told = measure(path)
    print(f"{chosen.messages:,} messages, progress told {told} times")
    print(f"{both:5.2f} × the bare aggregates by traits and by quarter of an hour")
    print(f"{one:5.2f} × the bare aggregate by traits alone (at most {MOST})")
    return int(one > MOST)


if __name__ == "__main__":
    raise SystemExit(main())
