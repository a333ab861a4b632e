"""What is read of mails is the same here and in processes beside this one."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from inbox_assistant.domain.identity import message_key
from inbox_assistant.mail.parse import parse_mail
from inbox_assistant.policy.topics import TopicReading
from inbox_assistant.services import studying
from inbox_assistant.services.studying import MANY, LoadTopics, readers, study
from inbox_assistant.storage.mails import pack
from tests.architecture.source_tree import ROOT
from tests.end2end.amazon_mails import buyer_mail, other_mail
from tests.fakes import FakeClock


def load() -> studying.ReadTopics:
    """Return what reads topics in a process of its own."""
    return read_topics


def read_topics(text: str) -> TopicReading:
    """Take the first word for the topic."""
    return TopicReading((text.split(maxsplit=1)[0],), needs_response=True)


@pytest.fixture
def raws(clock: FakeClock) -> list[bytes]:
    """Return a buyer's message and a notice."""
    return [buyer_mail(1, clock.now).raw, other_mail(1, clock.now)]


def test_all_that_is_stored_is_worked_out(raws: list[bytes]) -> None:
    buyer, notice = (study(raw, read_topics) for raw in raws)
    mail = parse_mail(raws[0])
    assert buyer.key == message_key(mail, raws[0])
    assert buyer.packed == pack(raws[0])
    assert (buyer.mail.words, buyer.mail.text, buyer.mail.html) == (
        mail.words,
        "",
        None,
    )
    assert buyer.reading is not None
    assert buyer.reading.topics == (mail.words.split()[0],)
    assert notice.reading is None


def test_processes_read_as_this_one_does(
    raws: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(studying, "usable_cores", lambda: 2)
    with readers(MANY, load) as processes:
        assert processes is not None
        results = [processes.begin([raw]) for raw in raws * 3]
        found = [result() for result in results]
        # Within one batch as well, whatever is read first.
        together = processes.begin(raws * 3)()
    assert found == [[study(raw, read_topics)] for raw in raws * 3]
    assert together == [study(raw, read_topics) for raw in raws * 3]


def test_no_process_takes_a_core_from_what_comes_first_before_it_has_mails(
    monkeypatch: pytest.MonkeyPatch, raws: list[bytes]
) -> None:
    monkeypatch.setattr(studying, "usable_cores", lambda: 2)
    with readers(MANY, load) as processes:
        assert processes is not None
        assert not processes._pool._processes
        processes.begin(raws)()
        assert processes._pool._processes


def test_a_process_that_is_ended_from_outside_leaves_the_mails_to_this_one(
    monkeypatch: pytest.MonkeyPatch, raws: list[bytes]
) -> None:
    monkeypatch.setattr(studying, "usable_cores", lambda: 2)
    with readers(MANY, _unloadable) as processes:
        assert processes is not None
        assert processes.begin(raws)() is None
        assert processes.begin(raws)() is None


def _unloadable() -> studying.ReadTopics:
    message = "no rules"
    raise OSError(message)


@pytest.mark.parametrize(
    ("count", "loading", "cores"),
    [(MANY - 1, load, 2), (MANY, None, 2), (MANY, load, 1)],
)
def test_for_a_few_mails_no_process_is_started(
    count: int, loading: LoadTopics | None, cores: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(studying, "usable_cores", lambda: cores)
    with readers(count, loading) as processes:
        assert processes is None


_KILLED = """
import os, sys
from inbox_assistant.services import studying
from tests.integration.services.test_studying import load

if __name__ == "__main__":
    studying.usable_cores = lambda: 2
    with studying.readers(studying.MANY, load) as processes:
        processes.begin([b"a: b"])()
        print(*processes._pool._processes, flush=True)
        sys.stdin.read()
"""


def test_no_process_outlives_one_that_was_killed(tmp_path: Path) -> None:
    program = tmp_path / "killed.py"
    program.write_text(_KILLED, "utf-8")
    with subprocess.Popen(
        [sys.executable, str(program)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as parent:
        assert parent.stdout is not None
        workers = [int(one) for one in parent.stdout.readline().split()]
        parent.kill()
    assert workers
    until = time.monotonic() + 30
    while any(map(_lives, workers)):
        assert time.monotonic() < until
        os.sched_yield()


def _lives(process: int) -> bool:
    """Return whether *process* does something still; a zombie does not."""
    try:
        status = Path(f"/proc/{process}/stat").read_text("utf-8")
    except OSError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"
