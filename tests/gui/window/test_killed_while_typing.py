"""The program is killed while somebody types: at most a second of it is lost.

The typing begins once everything behind the window is loaded. In the first moments of a
start on a busy computer the first draft waits for what the store still loads.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from inbox_assistant import paths
from inbox_assistant.storage.store import open_reading
from tests.architecture.source_tree import ROOT
from tests.gui.window.typist import LETTERS

KILLS = int(os.environ.get("TYPIST_KILLS", "8"))
"""A thorough run takes a hundred."""
AT_ONCE = 2
MOST_LOST = float(os.environ.get("TYPIST_MOST_LOST", "3"))
"""Seconds of typing that a kill may cost: one on a computer that is not overloaded;
where many tests run side by side the store's lane itself may wait longer."""


def typed(count: int) -> str:
    return (LETTERS * (count // len(LETTERS) + 1))[:count]


def kill_while_typing(profile: Path, seconds: float) -> tuple[str, int, int, str]:
    """Return the thread, the letters typed a second before, in all, and the draft."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        [sys.executable, "-m", "tests.gui.window.typist", str(profile)],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        assert process.stdout is not None
        thread = process.stdout.readline().decode().strip()
        start = time.monotonic()
        counts: list[tuple[float, int]] = []
        while not counts or time.monotonic() - start < seconds:
            line = process.stdout.readline()
            counts.append((time.monotonic(), int(line)))
        process.send_signal(signal.SIGKILL)
        killed_at = time.monotonic()
        rest = process.stdout.read().split()
    last = int(rest[-1]) if rest else counts[-1][1]
    before = [n for at, n in counts if at <= killed_at - MOST_LOST]
    with open_reading(paths.Profile(profile).database) as store:
        draft = store.drafts.read(thread)
    return thread, before[-1] if before else 0, last, draft.body if draft else ""


@pytest.mark.timeout(3600)
def test_at_most_a_second_of_typing_is_lost(samples: Path, tmp_path: Path) -> None:
    chance = random.Random(5)

    def once(number: int) -> tuple[str, int, int, str]:
        profile = tmp_path / f"profile-{number}"
        shutil.copytree(samples, profile)
        return kill_while_typing(profile, seconds[number])

    seconds = [chance.uniform(0.3, 3.0) for _ in range(KILLS)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        ends = list(pool.map(once, range(KILLS)))
    for thread, _before, last, body in ends:
        assert thread
        assert body == typed(len(body))
        assert len(body) <= last + 1
    late = [(before, len(body)) for _, before, _, body in ends if len(body) < before]
    assert late == []
    assert len(ends) == KILLS
