"""Runs of bytes are found by their numbers."""

import pytest

from inbox_assistant.policy.runs import Runs, store_runs


@pytest.mark.parametrize("stored", [[], [b""], [b"a", b"", b"bcd"]])
def test_runs_come_back_as_they_were(stored: list[bytes]) -> None:
    runs = Runs(store_runs(stored))
    assert len(runs) == len(stored)
    assert [bytes(run) for run in runs] == stored
    assert [bytes(runs[at]) for at in range(len(stored))] == stored
