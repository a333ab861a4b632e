"""A worker is stopped by the process that started it, and not by the keyboard."""

import multiprocessing
import os
import signal
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor

from inbox_assistant.services.worker import (
    begin_as_worker,
    give_way,
    starting_workers,
)


def test_the_keyboard_does_not_stop_a_worker() -> None:
    with ProcessPoolExecutor(
        1,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=begin_as_worker,
    ) as pool:
        worker = pool.submit(os.getpid).result()
        os.kill(worker, signal.SIGINT)
        assert pool.submit(os.getpid).result() == worker


BLOCKED = "import signal; print(signal.pthread_sigmask(signal.SIG_BLOCK, []))"


def test_the_keyboard_does_not_stop_a_worker_that_is_still_loading() -> None:
    def loads() -> str:
        return subprocess.check_output([sys.executable, "-c", BLOCKED], text=True)

    assert "SIGINT" not in loads()
    with starting_workers():
        assert "SIGINT" in loads()
    assert "SIGINT" not in loads()


def test_a_worker_that_gives_way_is_less_urgent_than_this_process() -> None:
    with ProcessPoolExecutor(
        1, mp_context=multiprocessing.get_context("spawn"), initializer=give_way
    ) as pool:
        urgency = pool.submit(os.getpriority, os.PRIO_PROCESS, 0).result()
    assert urgency > os.getpriority(os.PRIO_PROCESS, 0)
