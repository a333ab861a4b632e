"""Work runs where it is told to."""

import threading

import pytest

from inbox_assistant.services.lanes import run_here


def test_work_runs_in_the_calling_thread_and_gives_its_result() -> None:
    assert run_here(threading.get_ident) == threading.get_ident()


def test_what_work_raises_reaches_the_caller() -> None:
    def fail() -> None:
        raise KeyError

    with pytest.raises(KeyError):
        run_here(fail)
