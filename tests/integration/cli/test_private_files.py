"""Whatever the program writes can be read by its owner alone, and holds no secret."""

import os
import stat
import sys
from pathlib import Path

import pytest

from tests.end2end.amazon_mails import buyer_mail
from tests.fakes import FakeClock
from tests.integration.cli.command_line import Processes

SECRET = "a password that is written nowhere"


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that everybody may look into, with a profile well used."""
    tmp_path, clock = tmp_path_factory.mktemp("private"), FakeClock()
    shared = tmp_path / "shared"
    (shared / "profile" / "policy").mkdir(parents=True)
    for folder in (shared, shared / "profile"):
        folder.chmod(0o755)
    for path in shared.rglob("*"):
        path.chmod(0o755)
    mails = tmp_path / "mails"
    mails.mkdir()
    (mails / "one.eml").write_bytes(buyer_mail(1, clock.now).raw)
    reply = tmp_path / "reply"
    reply.write_text("Yes, it fits.", "utf-8")
    run = Processes(
        {"INBOX_ASSISTANT_PASSWORD": SECRET, "QT_QPA_PLATFORM": "offscreen"}
    )
    profile = ("--profile", shared / "profile")
    before = os.umask(0o022)
    try:
        run(*profile, "account", "add", "shop", "--address", "desk@shop.example",
            "--imap", "localhost:1", "--smtp", "localhost:1")  # fmt: skip
        run(*profile, "import", mails)
        (line,) = run(*profile, "queue", "--state", "all", "--json").lines
        run(*profile, "reply", line["thread"], "--file", reply)
        run(*profile, "sync")
        run(*profile, "rules", "list")
        run(*profile, "report", "--days", "30", "--html", shared / "report.html")
        run(*profile, "backup", shared / "backup.db")
    finally:
        os.umask(before)
    return shared


def test_what_was_written_is_its_owners_alone(used: Path) -> None:
    made_before = {used / "profile", used / "profile" / "policy"}
    modes = {
        str(path.relative_to(used)): stat.S_IMODE(path.stat().st_mode)
        for path in used.rglob("*")
        if path not in made_before
    }
    assert {"profile/inbox.db", "report.html", "backup.db"} <= set(modes)
    if sys.platform != "win32":
        assert {name: oct(mode) for name, mode in modes.items() if mode & 0o077} == {}


def test_no_file_holds_the_password(used: Path) -> None:
    holding = [
        path.name
        for path in used.rglob("*")
        if path.is_file() and SECRET.encode() in path.read_bytes()
    ]
    assert holding == []
