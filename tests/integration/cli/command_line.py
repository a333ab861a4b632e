"""Runs commands: in this process for speed, in one of their own where that matters."""

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from inbox_assistant.cli.main import main

MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z\Z")
LONGEST = 60
ROOT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True, slots=True)
class Done:
    """How a command ended and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:  # noqa: ANN401
        """Return the one JSON document on standard output."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        """Return the JSON Lines on standard output."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def complaint(self) -> str:
        """Return the one line on standard error of a command that failed."""
        assert self.code == 2, (self.code, self.err)
        assert self.out == ""
        assert "Traceback" not in self.err
        assert self.err.count("\n") == 1, self.err
        return self.err.strip()


@dataclass(frozen=True, slots=True)
class CommandLine:
    """The program's command line over one profile."""

    profile: Path
    capsys: pytest.CaptureFixture[str]
    monkeypatch: pytest.MonkeyPatch

    def __call__(self, *arguments: str | Path, stdin: bytes = b"") -> Done:
        """Run a command in this process."""
        given = ["--profile", str(self.profile), *map(str, arguments)]
        self.capsys.readouterr()
        with self.monkeypatch.context() as patched:
            patched.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
            try:
                code = main(given)
            except SystemExit as end:
                code = int(end.code or 0)
        out, err = self.capsys.readouterr()
        return Done(code, out, err)

    def add_shop(self, server: str = "localhost:1") -> Done:
        """Give the profile a mailbox at *server*, where nobody answers."""
        address = ("--address", "desk@shop.example")
        servers = ("--imap", server, "--smtp", server)
        return self("account", "add", "shop", *address, *servers)


@dataclass(frozen=True, slots=True)
class Processes:
    """The program as a process of its own."""

    environ: Mapping[str, str] = field(default_factory=dict)

    def start(
        self,
        *arguments: str | Path,
        script: Path | None = None,
        **how: Any,  # noqa: ANN401
    ) -> subprocess.Popen[bytes]:
        """Begin a command, by *script* where another start is wanted."""
        program = ["-m", "inbox_assistant"] if script is None else [str(script)]
        usual = {
            "stdin": subprocess.PIPE,
            "stdout": subprocess.PIPE,
            "stderr": subprocess.PIPE,
            "env": {**os.environ, "PYTHONPATH": str(ROOT), **self.environ},
        }
        command = [sys.executable, *program, *map(str, arguments)]
        return subprocess.Popen(command, **{**usual, **how})

    def __call__(self, *arguments: str | Path, stdin: bytes = b"") -> Done:
        """Run a command to its end."""
        process = self.start(*arguments)
        out, err = process.communicate(stdin, timeout=LONGEST)
        return Done(process.returncode, out.decode(), err.decode())
