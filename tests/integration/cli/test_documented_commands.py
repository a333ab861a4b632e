"""The page of commands is true: each example runs, and each command has one."""

import re
import shlex
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from inbox_assistant.cli.parts import _PARTS
from tests.architecture.source_tree import ROOT
from tests.end2end.amazon_mails import buyer_mail
from tests.integration.cli.command_line import CommandLine
from tests.integration.cli.test_policy import PACK, batch
from tests.integration.services.test_auditing import sent

PAGE = (ROOT / "docs/commands.md").read_text("utf-8")
EXAMPLES = [
    line.removeprefix("inbox-assistant ")
    for block in re.findall(r"^```sh\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    for line in block.splitlines()
]
TEMPLATE = """
[[template]]
key = "own.size"
title = "Size"
language = "en"
body = "Dear {first_name}, it is {size} wide."
"""
# Without a server to reach, a network and a keyring, these can only complain.
COMPLAINS = ("sync", "doctor")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, now: datetime) -> Path:
    """Return a folder with everything that the examples name."""
    for name in ("mails", "Sent", "pack"):
        (tmp_path / name).mkdir()
    (tmp_path / "mails" / "1.eml").write_bytes(buyer_mail(1, now).raw)
    (tmp_path / "Sent" / "1.eml").write_bytes(sent(1, "It fits well.").raw)
    (tmp_path / "pack" / "house.toml").write_text(PACK)
    (tmp_path / "buyer.txt").write_text("Does the lid fit the larger jar?")
    (tmp_path / "reply.txt").write_text("Yes, the lid fits the larger jar as well.")
    (tmp_path / "own.toml").write_text(TEMPLATE)
    record = {"id": 1, "lang": "en", "marketplace": "UK", "buyer": "Size?"}
    (tmp_path / "replies.jsonl").write_bytes(batch({**record, "reply": "It is 5 cm."}))
    (tmp_path / "buyers.jsonl").write_bytes(batch({**record, "text": "What size?"}))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_example_runs(
    command: CommandLine, folder: Path, qapp: QApplication
) -> None:
    assert qapp is not None  # some examples print
    assert len(EXAMPLES) > 30
    assert folder.is_dir()
    for example in EXAMPLES:
        command("import", "mails")
        given = shlex.split(example)
        ready(command, given[0])
        (thread,) = [
            one["thread"] for one in command("queue", "--state", "all", "--json").lines
        ]
        given = [one.replace("$THREAD", thread) for one in given]
        if "--replied-at" in given:
            given[-1] = command("queue", "--json").lines[0]["received_at"]
        done = command(*given)
        allowed = {0, 1, 2} if given[0] in COMPLAINS else {0}
        assert done.code in allowed, (example, done)
        assert "Traceback" not in done.err


def ready(command: CommandLine, name: str) -> None:
    """Bring about what an example of *name* takes for granted."""
    if name == "reply":
        command.add_shop()


def test_every_command_is_described_and_no_other() -> None:
    described = set(re.findall(r"^### (\S+)$", PAGE, re.MULTILINE))
    assert described == {name for names in _PARTS.values() for name in names}


def test_every_command_has_an_example_but_the_window() -> None:
    shown = {example.split()[0] for example in EXAMPLES}
    assert shown == {name for names in _PARTS.values() for name in names} - {"demo"}


NESTED = {"account", "rules", "settings", "templates"}
"""Commands that have commands of their own."""


def test_every_option_of_an_example_is_one_the_command_has(
    command: CommandLine,
) -> None:
    for example in EXAMPLES:
        words = shlex.split(example)
        chosen = words[:2] if words[0] in NESTED else words[:1]
        help_text = command(*chosen, "--help").out
        for option in re.findall(r"--[a-z-]+", example):
            assert option in help_text, example
