"""How the queue's list compares with a bare table of as many constant rows.

Run it as ``python -m tests.bench.list_ratio``; times in milliseconds, each the median
(and for jumps also the 95th percentile) of many. Ratios say more than times, because
both lists are measured on the same machine in the same minute.
"""

import gc
import json
import os
import random
import statistics
import sys
import time
from array import array
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QHeaderView, QTableView

from inbox_assistant.domain.queue_row import QueueRow
from inbox_assistant.paths import resources
from inbox_assistant.ui.fonts import load_fonts, set_base_font
from inbox_assistant.ui.icons import Icons
from inbox_assistant.ui.palette import Scheme, load_palette
from inbox_assistant.ui.queue.model import QueueModel
from inbox_assistant.ui.queue.view import QueueView
from inbox_assistant.ui.theme import SchemeChoice, Theme

NOW = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
SIZE = (520, 900)
TURNS = 15
JUMPS = 25
TICKS = 15
TOPICS = ("delivery", "product-question", "product-problem", "return-refund", "invoice")
BUYERS = ("Marta Lindqvist", "Jonas Feldkamp", "Aoife Brennan", "Théo Marchand")
PREVIEW = "Hello, the order should have come on Friday, and nothing has moved since."


class ConstantRows(QAbstractTableModel):
    """As many equal rows as wanted."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self._count = count

    def rowCount(self, parent: QModelIndex | None = None) -> int:  # noqa: N802
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else self._count

    def columnCount(self, parent: QModelIndex | None = None) -> int:  # noqa: N802
        """Return one."""
        return 0 if parent is not None and parent.isValid() else 1

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return the same words everywhere."""
        del index
        return "A constant row" if role == Qt.ItemDataRole.DisplayRole else None


class InventedRows:
    """Makes each row up from its number, as quickly as a database would find it."""

    def rows(self, ids: Sequence[int]) -> list[QueueRow]:
        """Return the rows numbered *ids*."""
        return [
            QueueRow(
                number=number,
                thread=f"t{number}",
                buyer=f"{BUYERS[number % len(BUYERS)]} {number}",
                subject=f"Question {number} about the order",
                preview=PREVIEW,
                topics=(TOPICS[number % len(TOPICS)],),
                marketplace="DE",
                order_id=f"302-{number:07d}-7654321",
                waiting=1 + number % 3,
                due_at=NOW + timedelta(seconds=number * 0.08 - 3600),
            )
            for number in ids
        ]


def stock_view(count: int) -> QTableView:
    """Return Qt's own table over *count* constant rows, set up like the list."""
    view = QTableView()
    view.setModel(ConstantRows(count))
    view.model().setParent(view)
    view.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    view.setShowGrid(False)
    view.horizontalHeader().hide()
    view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    view.verticalHeader().hide()
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.verticalHeader().setDefaultSectionSize(56)
    return view


def queue_view(ids: "array[int]", icons: Icons) -> QueueView:
    """Return the queue's list over invented rows numbered *ids*."""
    view = QueueView(QueueModel(InventedRows(), NOW), icons)
    view.start(ids)
    return view


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long *work* and the painting that follows from it take."""
    start = time.perf_counter()
    work()
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    return (time.perf_counter() - start) * 1000


class Times:
    """What one list took, turn by turn."""

    def __init__(self, make: Callable[[], QTableView]) -> None:
        self._make = make
        self._chance = random.Random(1)
        self._times: dict[str, list[float]] = {
            name: [] for name in ("first show", "tick", "tick of all rows", "jump")
        }

    def take_turn(self) -> None:
        """Show the list for the first time, let time pass, jump, and delete it."""
        views: list[QTableView] = []

        def show() -> None:
            views.append(self._make())
            views[0].resize(*SIZE)
            views[0].show()

        gc.collect()
        self._times["first show"].append(milliseconds(show))
        view = views.pop()
        self._let_time_pass(view)
        bar = view.verticalScrollBar()
        for _ in range(JUMPS):
            place = self._chance.randrange(bar.maximum())
            self._times["jump"].append(milliseconds(lambda: bar.setValue(place)))  # noqa: B023 - called at once
        view.close()
        view.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def figures(self) -> dict[str, float]:
        """Return the median of each, and the 95th percentile of jumps."""
        medians = {name: statistics.median(took) for name, took in self._times.items()}
        jumps = sorted(self._times["jump"])
        return {**medians, "jump p95": jumps[int(len(jumps) * 0.95)]}

    def _let_time_pass(self, view: QTableView) -> None:
        for count in range(TICKS):
            second = minute = view.viewport().update
            if isinstance(view, QueueView):
                second = partial(view.tick, NOW + timedelta(seconds=count))
                minute = partial(view.tick, NOW + timedelta(minutes=count))
            self._times["tick"].append(milliseconds(second))
            self._times["tick of all rows"].append(milliseconds(minute))


def growth(of: str, figures: dict[str, dict[str, float]]) -> dict[str, float]:
    """Return by how much each figure grows from the small list to the large one."""
    small, big = figures[f"{of} 10000"], figures[f"{of} 1000000"]
    return {name: big[name] / small[name] - 1 for name in big}


def main() -> int:
    """Print the figures of both lists for two sizes, and their ratios."""
    application = QApplication([])
    load_fonts(resources() / "fonts")
    set_base_font(application)
    palettes = {one: load_palette(one, resources() / "palettes") for one in Scheme}
    icons = Icons(
        resources() / "icons", Theme(application, palettes, SchemeChoice("light"))
    )
    lists: dict[str, Times] = {}
    for count in (10_000, 1_000_000):
        ids = array("q", range(1, count + 1))
        lists[f"stock {count}"] = Times(partial(stock_view, count))
        lists[f"queue {count}"] = Times(partial(queue_view, ids, icons))
    # In turns, so that whatever else the machine does falls on all of them.
    for _turn in range(TURNS):
        for times in lists.values():
            times.take_turn()
    figures = {name: times.figures() for name, times in lists.items()}
    big, stock = figures["queue 1000000"], figures["stock 1000000"]
    found = {
        **figures,
        "ratio at 1M": {name: big[name] / stock[name] for name in big},
        "growth": growth("queue", figures),
        "growth of Qt's own": growth("stock", figures),
    }
    print(json.dumps(found, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
