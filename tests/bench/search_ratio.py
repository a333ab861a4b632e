"""How long a page of search results takes beside SQLite's own bare query."""

import argparse
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from inbox_assistant.storage.search import match_expression
from inbox_assistant.storage.store import open_reading
from tests.bench.store_generator import make_store

QUERIES = ("kettle", "kett", "shelf teapot", "204-0000123-0000861", "piece 77 list")
_PAGE = 200
_RUNS = 15
_BARE = """select rowid from search where search match ?
    order by rowid desc limit ?"""


def measure(path: Path) -> dict[str, float]:
    """Return, for each query, the page's time as a multiple of the bare query's."""
    with open_reading(path) as store, closing(sqlite3.connect(path)) as bare:
        ratios = {}
        for query in QUERIES:
            expression = match_expression(query)
            ours = _seconds(lambda query=query: store.search(query, _PAGE))  # type: ignore[misc] # bound early on purpose
            floor = _seconds(
                lambda expression=expression: bare.execute(  # type: ignore[misc] # bound early on purpose
                    _BARE, (expression, _PAGE)
                ).fetchall()
            )
            ratios[query] = ours / floor
    return ratios


def _seconds(work: Callable[[], object]) -> float:
    work()
    times = []
    for _ in range(_RUNS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return median(times)


def main() -> None:
    """Measure stores of two sizes and print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, nargs=2, default=(10_000, 1_000_000))
    chosen = parser.parse_args()
    with TemporaryDirectory() as folder:
        for messages in chosen.messages:
            path = Path(folder) / f"{messages}.db"
            make_store(path, messages)
            for query, ratio in measure(path).items():
                print(f"{messages:>9,} messages  {query:22}  {ratio:5.2f} × bare")


if __name__ == "__main__":
    main()
