"""How soon rows are there after a change of view, filter, order or search.

Run it as ``python -m tests.bench.triage_ratio``: the whole window over 10,000 waiting
threads, each change timed until its rows are painted (a search from when its words
are), and the page of today's work until its figures are, beside a bare repaint of the
same list in the same run. Then comes the share of a core that the window takes while
time passes.
"""

import argparse
import os
import random
import sqlite3
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QObject, QTimer

from inbox_assistant import paths
from inbox_assistant.bootstrap.window import application, build
from inbox_assistant.domain.clock import system_clock
from inbox_assistant.domain.query import Query, parse_query
from inbox_assistant.domain.view import View
from inbox_assistant.services.todays_work import TodaysWork
from inbox_assistant.storage.stamps import to_stamp
from inbox_assistant.ui.application import Workplace
from tests.bench.store_generator import make_store

THREADS = 10_000
MOST = 5.0
"""A change may take so many times a bare repaint of the list."""

MOST_IDLE = 0.01
"""The share of a core that ticking countdowns may take."""

_TURNS = 15
_WIDTH = 24
_DAY = 86_400_000_000
_PLACES = ("DE", "UK", "FR", "IT", "ES")
_TOPICS = ("delivery", "product-question", "invoice")
_PATIENCE = 5_000
_CALM = 150
_TYPED = 0.05
_START = 17.0
"""Seconds after which a start has done everything that nobody waits for."""


def make_profile(folder: Path) -> paths.Profile:
    """Return a profile with nothing but waiting threads, due within a day."""
    profile = paths.Profile(folder)
    profile.create()
    make_store(profile.database, 2 * THREADS)
    chance = random.Random(1)
    now = to_stamp(system_clock()) or 0
    with closing(sqlite3.connect(profile.database)) as connection:
        connection.executemany(
            """update thread set state = 'waiting', waiting = 1, received_at = ?,
                due_at = ?, marketplace = ?, topics = ? where id = ?""",
            (
                (
                    (due := now + chance.randrange(-_DAY // 8, _DAY)) - _DAY,
                    due,
                    chance.choice(_PLACES),
                    chance.choice(_TOPICS),
                    number,
                )
                for number in range(1, THREADS + 1)
            ),
        )
        connection.commit()
        connection.execute("analyze")
    return profile


class Painted(QObject):
    """Hears when the list has painted other rows than before."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._loop = QEventLoop()
        self._queue = workplace.window.queue
        self._queue.painted.connect(self._note)
        self._before: object = None
        self._end = 0.0
        self.work = 0.0
        """The processor time that the last change took, in seconds."""

    def seconds(self, change: Callable[[], object]) -> float:
        """Return how long it takes from *change* until its rows are painted."""
        self._before, self._end = self._queue.model().ids, 0.0
        self.work = -time.process_time()
        start = time.perf_counter()
        change()
        QTimer.singleShot(_PATIENCE, self._loop.quit)
        self._loop.exec()
        return (self._end or time.perf_counter()) - start

    def _note(self) -> None:
        if self._queue.model().ids is not self._before and not self._end:
            self._end = time.perf_counter()
            self.work += time.process_time()
            # What follows from the change must not fall into the next one.
            QTimer.singleShot(_CALM, self._loop.quit)


class Worked(QObject):
    """Hears when the page of today's work shows what was looked up."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._loop = QEventLoop()
        self._today = workplace.today
        self._end = 0.0
        self.work = 0.0
        """The processor time that the last change took, in seconds."""
        self._show = workplace.today._show_work
        workplace.today._show_work = self._show_work  # type: ignore[method-assign]

    def seconds(self, change: Callable[[], object]) -> float:
        """Return how long it takes from *change* until its figures are painted."""
        self._end = 0.0
        self.work = -time.process_time()
        start = time.perf_counter()
        change()
        QTimer.singleShot(_PATIENCE, self._loop.quit)
        self._loop.exec()
        return (self._end or time.perf_counter()) - start

    def _show_work(self, work: TodaysWork) -> None:
        self._show(work)
        if not self._end:
            # What is to be painted is painted before any timer.
            QTimer.singleShot(0, self, self._note)

    def _note(self) -> None:
        self._end = time.perf_counter()
        self.work += time.process_time()
        QTimer.singleShot(_CALM, self._loop.quit)


def changes(workplace: Workplace) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield what an agent changes, by name."""
    filters, searching = workplace.window.filters, workplace.searching
    search = workplace.window.search

    def typed(text: str) -> Callable[[], object]:
        """Return the search for *text*, which is seen in its field before."""
        search.setText(text)
        idle_share(_TYPED)
        return searching.search

    yield "view: due soon", lambda: searching.choose_view(View.DUE_SOON)
    yield "view: waiting", lambda: searching.choose_view(View.WAITING)
    yield "filter: one place", lambda: filters.narrow(parse_query("marketplace:DE"))
    yield (
        "filter: topic and place",
        lambda: filters.narrow(parse_query("topic:delivery marketplace:UK")),
    )
    yield "filter: none", lambda: filters.narrow(Query())
    yield "sort: newest", lambda: filters.sort_by("newest")
    yield "sort: buyer", lambda: filters.sort_by("buyer")
    yield "sort: due time", lambda: filters.sort_by("")
    yield "search: overdue invoices", typed("is:overdue topic:invoice")
    yield "search: a buyer", typed("from:gwen is:waiting")
    yield "search: none", lambda: searching.choose_view(View.WAITING)


def measure(workplace: Workplace) -> dict[str, float]:
    """Return each change as a multiple of a bare repaint of the list."""
    painted, queue = Painted(workplace), workplace.window.queue
    times: dict[str, list[float]] = {}
    work: dict[str, list[float]] = {}
    bare: list[float] = []
    for _ in range(_TURNS):
        for name, change in changes(workplace):
            start = time.perf_counter()
            queue.viewport().repaint()
            bare.append(time.perf_counter() - start)
            times.setdefault(name, []).append(painted.seconds(change))
            work.setdefault(name, []).append(painted.work)
    floor = statistics.median(bare)
    print(f"a bare repaint takes {floor * 1000:.1f} ms here")
    # On a busy machine every step from thread to thread waits for a processor.
    for name, took in work.items():
        ratio = statistics.median(took) / floor
        print(f"{name:{_WIDTH}} {ratio:5.2f} × a bare repaint in processor time")
    return {name: statistics.median(took) / floor for name, took in times.items()}


def measure_today(workplace: Workplace) -> dict[str, float]:
    """Return opening and refreshing today's work as multiples of a bare repaint."""
    worked, queue = Worked(workplace), workplace.window.queue
    times: dict[str, list[float]] = {"today": [], "refresh": []}
    work: dict[str, list[float]] = {"today": [], "refresh": []}
    bare: list[float] = []
    asked = {"today": workplace.today.show, "refresh": workplace.today.look_up}
    for _ in range(_TURNS):
        start = time.perf_counter()
        queue.viewport().repaint()
        bare.append(time.perf_counter() - start)
        for name, change in asked.items():
            times[name].append(worked.seconds(change))
            work[name].append(worked.work)
        workplace.window.show_work()
        idle_share(_CALM / 1000)
    floor = statistics.median(bare)
    first = times["today"][0] / floor
    print(f"the first opening of today's work takes {first:.1f} × a bare repaint")
    for name, took in work.items():
        ratio = statistics.median(took) / floor
        print(f"{name:{_WIDTH}} {ratio:5.2f} × a bare repaint in processor time")
    return {name: statistics.median(took) / floor for name, took in times.items()}


def idle_share(seconds: float) -> float:
    """Return the share of a core that the window takes while nothing is done."""
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    start, before = time.perf_counter(), time.process_time()
    loop.exec()
    return (time.process_time() - before) / (time.perf_counter() - start)


def main() -> int:
    """Measure, print, and end with 1 when a promise is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--idle", type=float, default=60.0, metavar="SECONDS")
    chosen = parser.parse_args()
    with TemporaryDirectory() as folder:
        profile = make_profile(Path(folder) / "profile")
        made = application(sys.argv[:1])
        workplace = build(profile, is_demo=True)
        workplace.start()
        idle_share(3.0)
        ratios = measure(workplace) | measure_today(workplace)
        # What a start leaves for later is not what a window costs that stays open.
        idle_share(_START)
        share = idle_share(chosen.idle)
        workplace.end()
        workplace.close()
        del made
    for name, ratio in ratios.items():
        print(f"{name:{_WIDTH}} {ratio:5.2f} × a bare repaint (at most {MOST})")
    print(f"{'idle':{_WIDTH}} {share:.2%} of a core over {chosen.idle:.0f} s")
    return int(max(ratios.values()) > MOST or share > MOST_IDLE)


if __name__ == "__main__":
    raise SystemExit(main())
