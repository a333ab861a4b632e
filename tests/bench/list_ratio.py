"""How the queue's list compares with a bare table of as many constant rows.

Run it as ``python -m tests.bench.list_ratio``; times in milliseconds, each the median
(and for jumps also the 95th percentile) of many. Ratios say more than times, because
both lists are measured on the same machine in the same minute.
"""

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

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
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
JUMPS = 300
TICKS = 200
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


def jumps(view: QTableView) -> tuple[float, float]:
    """Return median and 95th percentile of jumps to random places."""
    bar = view.verticalScrollBar()
    chance = random.Random(1)
    times = sorted(
        milliseconds(lambda: bar.setValue(chance.randrange(bar.maximum())))
        for _ in range(JUMPS)
    )
    return statistics.median(times), times[int(len(times) * 0.95)]


def ticks(step: Callable[[int], None]) -> float:
    """Return the median time of a second passing."""
    return statistics.median(
        milliseconds(lambda second=second: step(second)) for second in range(TICKS)
    )


def measured(make: Callable[[], QTableView]) -> dict[str, float]:
    """Return the figures of one list."""
    start = time.perf_counter()
    view = make()
    view.resize(*SIZE)
    view.show()
    QApplication.processEvents()
    first = (time.perf_counter() - start) * 1000
    if isinstance(view, QueueView):
        queue = view
        tick = ticks(lambda second: queue.tick(NOW + timedelta(seconds=second)))
        minute = ticks(lambda turn: queue.tick(NOW + timedelta(minutes=turn)))
    else:
        tick = minute = ticks(lambda _second: view.viewport().update())
    median, worst = jumps(view)
    view.close()
    view.deleteLater()
    QApplication.processEvents()
    return {
        "first show": first,
        "tick": tick,
        "tick of all rows": minute,
        "jump": median,
        "jump p95": worst,
    }


def main() -> int:
    """Print the figures of both lists for two sizes, and their ratios."""
    application = QApplication([])
    load_fonts(resources() / "fonts")
    set_base_font(application)
    palettes = {one: load_palette(one, resources() / "palettes") for one in Scheme}
    icons = Icons(
        resources() / "icons", Theme(application, palettes, SchemeChoice("light"))
    )
    figures: dict[str, dict[str, float]] = {}
    for count in (10_000, 1_000_000):
        ids = array("q", range(1, count + 1))
        for _warm_up in range(2):
            figures[f"stock {count}"] = measured(partial(stock_view, count))
            figures[f"queue {count}"] = measured(partial(queue_view, ids, icons))
    big, small = figures["queue 1000000"], figures["queue 10000"]
    stock = figures["stock 1000000"]
    ratios = {name: big[name] / stock[name] for name in big}
    growth = {name: big[name] / small[name] - 1 for name in big}
    print(json.dumps({**figures, "ratio at 1M": ratios, "growth": growth}, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
