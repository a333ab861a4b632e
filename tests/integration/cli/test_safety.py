"""``backup``, ``restore``, ``rebuild`` and ``doctor``."""

import shutil
from pathlib import Path

import pytest

from tests.integration.cli.command_line import CommandLine
from tests.integration.cli.conftest import PutMails

TIED_BY_ORDER = Path(__file__).parents[2] / "fixtures/databases/tied_by_order.db"


def test_a_backup_brings_everything_back(
    command: CommandLine, put: PutMails, mails: Path, tmp_path: Path
) -> None:
    put(2)
    command("import", mails)
    target = tmp_path / "backup.db"
    done = command("backup", target)
    assert done.out == f"Written and verified: {target}\n"
    before = command("queue", "--json").out
    for line in command("queue", "--json").lines:
        command("settle", line["thread"], "--no-response")
    done = command("restore", target)
    assert "The former file was set aside: " in done.out
    assert command("queue", "--json").out == before
    assert len(list(command.profile.glob("inbox.db.before-*"))) == 1


def test_a_restore_into_a_new_profile_sets_nothing_aside(
    command: CommandLine, tmp_path: Path
) -> None:
    command("backup", tmp_path / "backup.db")
    new = CommandLine(tmp_path / "new", command.capsys, command.monkeypatch)
    assert new("restore", tmp_path / "backup.db").out == "Restored.\n"


def test_a_backup_onto_the_profile_itself_is_refused(command: CommandLine) -> None:
    command("queue")
    own = command.profile / "inbox.db"
    assert "own file" in command("backup", own).complaint


def test_a_folder_takes_no_backup_and_gives_none(
    command: CommandLine, tmp_path: Path
) -> None:
    command("queue")
    assert command("backup", tmp_path).complaint == (
        f"{tmp_path} is a folder. Give the backup a file's name in it."
    )
    assert not tmp_path.with_name(tmp_path.name + ".part").exists()
    assert "There is no file" in command("restore", tmp_path).complaint


def test_what_is_no_backup_is_named_and_changes_nothing(
    command: CommandLine, tmp_path: Path
) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear Anna" * 200)
    complaint = command("restore", path).complaint
    assert str(path) in complaint
    assert ".restoring" not in complaint
    assert list(command.profile.glob("inbox.db*")) == []


def test_a_rebuild_shows_the_same(
    command: CommandLine, put: PutMails, mails: Path
) -> None:
    put(3)
    command("import", mails)
    before = command("queue", "--json").out
    assert command("rebuild").out == "3 mails read again.\n"
    assert command("queue", "--json").out == before


@pytest.mark.parametrize("how", ["rebuild", "sync"])
def test_an_old_profile_shows_what_became_of_its_replies(
    command: CommandLine, how: str
) -> None:
    command.add_shop()
    shutil.copyfile(TIED_BY_ORDER, command.profile / "inbox.db")
    before = [line["thread"] for line in command("queue", "--json").lines]
    command("account", "remove", "shop")
    command.add_shop()
    command(how)
    after = [line["thread"] for line in command("queue", "--json").lines]
    assert (before, after) == (["097107644cf6"], ["9ced86db4165"])


def test_a_doctor_names_what_works_and_makes_nothing(command: CommandLine) -> None:
    done = command("doctor", "--json")
    whats = [one["what"] for one in done.document]
    assert whats == ["program", "window", "keyring", "policy packs", "profile"]
    assert all(set(one) == {"what", "works", "detail"} for one in done.document)
    # The tests have no keyring, and a doctor must say so.
    assert not done.document[2]["works"]
    assert done.code == 1
    assert not command.profile.exists()
    assert command("doctor").out.count("\n") == len(whats)


def test_a_doctor_tries_every_account(command: CommandLine) -> None:
    command.add_shop("nowhere.invalid")
    checks = {one["what"]: one for one in command("doctor", "--json").document}
    assert checks["profile"]["works"] is True
    assert checks["disk"]["works"] is True
    assert checks["reading shop"]["works"] is False
    assert checks["sending shop"]["works"] is False


def test_a_damaged_profile_says_so_and_is_recovered(
    command: CommandLine, put: PutMails, mails: Path
) -> None:
    put(3)
    command("import", mails)
    before = command("queue", "--json").out
    with (command.profile / "inbox.db").open("rb+") as file:
        file.write(bytes(4096))
    assert "inbox-assistant recover" in command("queue").complaint
    done = command("recover")
    assert done.code == 0
    assert done.out.startswith("Saved: 3 mails, ")
    assert "The damaged file is kept: " in done.out
    assert command("queue", "--json").out == before


def test_no_profile_is_made_to_be_recovered(command: CommandLine) -> None:
    assert "There is no profile" in command("recover").complaint
    assert not command.profile.exists()
