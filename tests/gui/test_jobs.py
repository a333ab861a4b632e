"""Work runs elsewhere; its end is told in the GUI thread."""

import threading
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from inbox_assistant.domain.errors import MailError
from inbox_assistant.ui.bus import Bus
from inbox_assistant.ui.jobs import Jobs
from inbox_assistant.ui.problem import Problem


class Receiver(QObject):
    """Remembers what it heard and in which thread."""

    heard: list[tuple[object, threading.Thread]]

    def __init__(self) -> None:
        super().__init__()
        self.heard = []

    def hear(self, result: object) -> None:
        """Remember *result*."""
        self.heard.append((result, threading.current_thread()))


def raising(error: BaseException) -> Callable[[], None]:
    """Return work that fails with *error*."""

    def work() -> None:
        raise error

    return work


def test_work_runs_in_its_lane_and_its_result_comes_back_here(
    jobs: Jobs, qtbot: QtBot
) -> None:
    receiver = Receiver()
    jobs.run("store", threading.current_thread, then=receiver.hear)
    qtbot.waitUntil(lambda: bool(receiver.heard))
    [(worker, here)] = receiver.heard
    assert worker is not here
    assert here is threading.main_thread()


def test_one_lane_keeps_its_order(jobs: Jobs, qtbot: QtBot) -> None:
    results: list[int] = []
    for number in range(50):
        jobs.run("store", lambda number=number: number, then=results.append)
    qtbot.waitUntil(lambda: len(results) == 50)
    assert results == list(range(50))


def test_a_busy_lane_holds_up_no_other(jobs: Jobs, qtbot: QtBot) -> None:
    gate = threading.Event()
    results: list[str] = []
    jobs.run("mail:shop", lambda: gate.wait(10) and "slow", then=results.append)
    jobs.run("store", lambda: "quick", then=results.append)
    qtbot.waitUntil(lambda: results == ["quick"])
    gate.set()
    qtbot.waitUntil(lambda: results == ["quick", "slow"])


def test_an_expected_error_is_told_in_the_bar_and_can_be_tried_again(
    jobs: Jobs, bus: Bus, qtbot: QtBot
) -> None:
    tries: list[int] = []
    problems: list[Problem] = []
    results: list[str] = []
    bus.problem.connect(problems.append)

    def work() -> str:
        tries.append(1)
        if len(tries) == 1:
            message = "The mail server does not answer."
            raise MailError(message, "Check the connection.", retryable=True)
        return "fetched"

    jobs.run("mail:shop", work, then=results.append)
    qtbot.waitUntil(lambda: bool(problems))
    [problem] = problems
    assert problem == Problem(
        "The mail server does not answer.", "Check the connection."
    )
    assert problem.retry is not None
    problem.retry()
    qtbot.waitUntil(lambda: results == ["fetched"])


def test_whoever_asked_may_take_the_error_itself(
    jobs: Jobs, bus: Bus, qtbot: QtBot
) -> None:
    problems: list[Problem] = []
    errors: list[Exception] = []
    bus.problem.connect(problems.append)
    jobs.run("read", raising(MailError("Refused.")), failed=errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert str(errors[0]) == "Refused."
    assert problems == []


def test_an_unexpected_error_is_a_crash_and_the_lane_goes_on(
    jobs: Jobs, crashes: list[BaseException], qtbot: QtBot
) -> None:
    results: list[str] = []
    jobs.run("store", raising(ZeroDivisionError()), failed=crashes.append)
    jobs.run("store", lambda: "alive", then=results.append)
    qtbot.waitUntil(lambda: results == ["alive"])
    [crash] = crashes
    assert isinstance(crash, ZeroDivisionError)


def test_a_deleted_receiver_hears_nothing(
    jobs: Jobs, crashes: list[BaseException], qtbot: QtBot
) -> None:
    gate = threading.Event()
    receiver = Receiver()
    heard = receiver.heard
    results: list[str] = []
    jobs.run("read", lambda: gate.wait(10), then=receiver.hear)
    jobs.run("read", raising(MailError("Refused.")), failed=receiver.hear)
    jobs.run("read", lambda: "more", then=partial(receiver.hear))
    jobs.run("read", lambda: "after", then=results.append)
    receiver.deleteLater()
    QCoreApplication.sendPostedEvents(receiver, QEvent.Type.DeferredDelete)
    gate.set()
    qtbot.waitUntil(lambda: results == ["after"])
    assert heard == []
    assert crashes == []


def test_only_the_newest_question_is_answered(jobs: Jobs, qtbot: QtBot) -> None:
    gate = threading.Event()
    asked: list[int] = []
    answers: list[int] = []

    def question(number: int) -> Callable[[], int]:
        def work() -> int:
            asked.append(number)
            if number == 0:
                gate.wait(10)
            return number

        return work

    jobs.run_newest("check", "draft", question(0), then=answers.append)
    qtbot.waitUntil(lambda: asked == [0])
    for number in range(1, 20):
        jobs.run_newest("check", "draft", question(number), then=answers.append)
    gate.set()
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [19]
    assert asked == [0, 19]


def test_closing_finishes_what_was_given_and_takes_nothing_new(
    bus: Bus, crashes: list[BaseException]
) -> None:
    done: list[int] = []
    jobs = Jobs(bus, crashes.append)
    for number in range(100):
        jobs.run("store", lambda number=number: done.append(number))
    jobs.run("store", raising(KeyError("lost")))
    assert jobs.close(10) == []
    assert done == list(range(100))
    assert isinstance(crashes[0], KeyError)
    jobs.run("store", lambda: done.append(-1))
    assert jobs.close(10) == []
    assert -1 not in done


def test_closing_waits_no_longer_than_it_was_told(
    bus: Bus, crashes: list[BaseException]
) -> None:
    gate = threading.Event()
    jobs = Jobs(bus, crashes.append)
    jobs.run("mail:shop", lambda: gate.wait(30))
    assert jobs.close(0.05) == ["mail:shop"]
    gate.set()
    assert jobs.close(10) == []


def test_a_server_that_does_not_answer_takes_no_time_from_the_store(
    bus: Bus, crashes: list[BaseException]
) -> None:
    gate, written = threading.Event(), threading.Event()
    jobs = Jobs(bus, crashes.append)
    jobs.run("mail:shop", lambda: gate.wait(30))
    # Longer than nothing, and shorter than what the store is given.
    jobs.run("store", lambda: gate.wait(0.7) or written.set())
    assert jobs.close(0.5) == ["mail:shop"]
    assert written.is_set()
    gate.set()
    assert jobs.close(10) == []


def test_one_lane_may_wait_for_another(jobs: Jobs, qtbot: QtBot) -> None:
    results: list[tuple[str, str]] = []

    def fetch() -> tuple[str, str]:
        inner = jobs.wait_for("store", lambda: threading.current_thread().name)
        return threading.current_thread().name, inner

    jobs.run("mail:shop", fetch, then=results.append)
    qtbot.waitUntil(lambda: bool(results))
    assert results == [("lane mail:shop", "lane store")]


def test_an_error_is_raised_where_it_is_waited_for(
    jobs: Jobs, bus: Bus, qtbot: QtBot
) -> None:
    problems: list[Problem] = []
    bus.problem.connect(problems.append)
    work = raising(MailError("Refused."))
    jobs.run("mail:shop", lambda: jobs.wait_for("store", work))
    qtbot.waitUntil(lambda: problems == [Problem("Refused.")])
