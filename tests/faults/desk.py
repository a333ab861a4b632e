"""The desk under test as a person's computer runs it: rounds in processes that die."""

import json
import os
import select
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Self

from inbox_assistant import paths

LONGEST_ROUND = timedelta(seconds=45)
"""A round with a server that never answers takes as many steps' patience as it has."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a round ended: its exit code (negative for a signal) and what it told."""

    code: int
    problems: tuple[str, ...] = ()
    hung: bool = False
    resident: int = 0
    """KiB of memory, where the round ran in the process itself."""


class DeskProcess:
    """Starts rounds one after the other; ``kill`` ends the one that is running.

    Without *forks* the rounds run in one process that lives on, as in the window.
    """

    def __init__(self, password: str, folder: Path, *, forks: bool = True) -> None:
        self._forks = forks
        self._turns = count()
        self._told = folder / "told.json"
        self._errors = folder / "errors.txt"
        self._child = 0
        self._heard = b""
        self._process: subprocess.Popen[bytes] | None = None
        self._environment = {**os.environ, "INBOX_ASSISTANT_PASSWORD": password}

    def __enter__(self) -> Self:
        """Start the process that starts the rounds."""
        with self._errors.open("a") as errors:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.faults.desk_process"],
                env=self._environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
            )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End it; a round that still runs ends with it."""
        if self._process is not None:
            self.kill()
            self._process.communicate(timeout=10)

    def round(
        self,
        profile: paths.Profile,
        skew: timedelta = timedelta(0),
        kill_after: timedelta | None = None,
    ) -> Ended:
        """Run a round of *profile*, killed *kill_after* its start."""
        self._told.unlink(missing_ok=True)
        order = {
            "profile": str(profile.folder),
            "skew": skew.total_seconds(),
            "told": str(self._told),
            "forks": self._forks,
            "archive": next(self._turns) % 2 == 1,
        }
        self._say(order)
        self._child = int(self._hear(LONGEST_ROUND)["child"])
        limit = kill_after or LONGEST_ROUND
        hung = False
        if not self._has_spoken(limit):
            hung = kill_after is None
            self.kill()
        heard = self._hear(LONGEST_ROUND)
        code = int(heard["status"])
        self._child = 0
        problems: list[str] = []
        with suppress(FileNotFoundError, ValueError):
            problems = json.loads(self._told.read_text("utf-8"))["problems"]
        return Ended(code, tuple(problems), hung, int(heard.get("resident", 0)))

    def kill(self) -> None:
        """End the running round at once, as a power cut would."""
        child = self._child
        if child:
            # The parent has not waited for it yet, so the number is still its own.
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)

    def errors(self) -> str:
        """Return what rounds wrote where tracebacks go."""
        return self._errors.read_text("utf-8")

    def _say(self, order: dict[str, object]) -> None:
        assert self._process is not None
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(order).encode() + b"\n")
        self._process.stdin.flush()

    def _has_spoken(self, limit: timedelta) -> bool:
        if b"\n" in self._heard:
            return True
        ready, _, _ = select.select([self._out()], [], [], limit.total_seconds())
        return bool(ready)

    def _hear(self, limit: timedelta) -> dict[str, int]:
        while b"\n" not in self._heard:
            if not self._has_spoken(limit):
                raise TimeoutError(self.errors())
            piece = os.read(self._out(), 4096)
            if not piece:
                raise EOFError(self.errors())
            self._heard += piece
        line, _, self._heard = self._heard.partition(b"\n")
        heard: dict[str, int] = json.loads(line)
        return heard

    def _out(self) -> int:
        assert self._process is not None
        assert self._process.stdout is not None
        return self._process.stdout.fileno()
