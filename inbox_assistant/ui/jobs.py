"""Work done outside the GUI thread, its results brought back into it."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot

from inbox_assistant.domain.errors import InboxAssistantError
from inbox_assistant.ui.bus import Bus
from inbox_assistant.ui.lane import Lane
from inbox_assistant.ui.problem import problem_of

STORE = "store"
"""The lane of the one writing connection."""

T = TypeVar("T")
Crash = Callable[[BaseException], None]


@dataclass(frozen=True, slots=True)
class _Job:
    """One piece of work and who is told of its end."""

    number: int
    lane: str
    work: Callable[[], Any]
    then: Callable[[Any], None] | None
    failed: Callable[[InboxAssistantError], None] | None
    question: str | None = None
    """What only the newest answer counts for."""


@dataclass(frozen=True, slots=True)
class _Outcome:
    """How a job ended; it crosses the threads."""

    job: _Job
    result: object = None
    error: BaseException | None = None


class Jobs(QObject):
    """Run work in named lanes; one lane does one thing at a time.

    ``store`` owns the writing connection, ``read`` answers slow questions, ``check``
    checks texts, and each mailbox has a ``mail:<account>``.
    """

    # The sender lives in the GUI thread, so a queued connection always delivers there.
    _ended = Signal(object)

    def __init__(self, bus: Bus, crash: Crash) -> None:
        super().__init__()
        self._bus = bus
        self._crash = crash
        self._lanes: dict[str, Lane] = {}
        self._lanes_lock = threading.Lock()
        self._numbers = count()
        self._newest: dict[str, int] = {}
        self._is_closed = False
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        lane: str,
        work: Callable[[], T],
        *,
        then: Callable[[T], None] | None = None,
        failed: Callable[[InboxAssistantError], None] | None = None,
    ) -> None:
        """Do *work* in *lane*, then call *then* with its result in the GUI thread.

        An expected error goes to *failed*, or else to the bar of problems with a
        way to try again; any other goes to the crash report. A receiver that was
        deleted meanwhile hears nothing.
        """
        self._start(_Job(next(self._numbers), lane, work, then, failed))

    def run_newest(
        self,
        lane: str,
        question: str,
        work: Callable[[], T],
        *,
        then: Callable[[T], None] | None = None,
        failed: Callable[[InboxAssistantError], None] | None = None,
    ) -> None:
        """Do *work* like ``run``, in place of what was asked as *question* before.

        Work not yet begun is left out, and a result that is no longer asked for is
        dropped; for questions that each key press asks anew.
        """
        number = next(self._numbers)
        self._newest[question] = number
        self._start(_Job(number, lane, work, then, failed, question))

    def close(self, seconds: float) -> list[str]:
        """Finish the work given so far; return the lanes not done within *seconds*.

        The store has as long again after the others: a server that does not answer
        takes nothing from the time in which the last words are written. Errors of
        the last jobs are still told; no new work is taken.
        """
        self._is_closed = True
        busy: list[str] = []
        for lanes in self._in_closing_order():
            end = time.monotonic() + seconds
            for lane in lanes:
                lane.finish()
            busy.extend(
                lane.name
                for lane in lanes
                if not lane.is_finished_within(end - time.monotonic())
            )
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)
        return busy

    def wait_for(self, lane: str, work: Callable[[], T]) -> T:
        """Do *work* in *lane* and return what it returns, or raise what it raises.

        For work in other lanes; the GUI thread never waits.
        """
        outcome: Future[T] = Future()

        def do() -> None:
            try:
                outcome.set_result(work())
            except BaseException as error:  # noqa: BLE001 - raised where it is waited for
                outcome.set_exception(error)

        self._lane(lane).add(do)
        return outcome.result()

    def _start(self, job: _Job) -> None:
        if not self._is_closed:
            self._lane(job.lane).add(lambda: self._do(job))

    def _lane(self, name: str) -> Lane:
        with self._lanes_lock:
            if name not in self._lanes:
                self._lanes[name] = Lane(name)
            return self._lanes[name]

    def _in_closing_order(self) -> tuple[list[Lane], list[Lane]]:
        """Return the lanes that end first, then the store, which they wait for."""
        with self._lanes_lock:
            lanes = list(self._lanes.values())
        return (
            [lane for lane in lanes if lane.name != STORE],
            [lane for lane in lanes if lane.name == STORE],
        )

    def _do(self, job: _Job) -> None:
        """Do *job*; runs in its lane's thread."""
        if not self._is_wanted(job):
            return
        try:
            outcome = _Outcome(job, job.work())
        except BaseException as error:  # noqa: BLE001 - a lane must outlive any work
            outcome = _Outcome(job, error=error)
        # After the time limit of close() the receiving end may be gone.
        with suppress(RuntimeError):
            self._ended.emit(outcome)

    @Slot(object)
    def _deliver(self, outcome: _Outcome) -> None:
        job, error = outcome.job, outcome.error
        if error is None:
            if job.then is not None and self._is_wanted(job) and _is_alive(job.then):
                job.then(outcome.result)
        elif not isinstance(error, InboxAssistantError):
            self._crash(error)
        elif self._is_wanted(job):
            self._tell(job, error)

    def _tell(self, job: _Job, error: InboxAssistantError) -> None:
        if job.failed is None:
            self._bus.problem.emit(problem_of(error, lambda: self._start(job)))
        elif _is_alive(job.failed):
            job.failed(error)

    def _is_wanted(self, job: _Job) -> bool:
        return job.question is None or self._newest[job.question] == job.number


def _is_alive(receiver: Callable[..., None]) -> bool:
    """Return whether the widget that *receiver* belongs to still exists."""
    while isinstance(receiver, partial):
        receiver = receiver.func
    owner = getattr(receiver, "__self__", None)
    return not isinstance(owner, QObject) or shiboken6.isValid(owner)
