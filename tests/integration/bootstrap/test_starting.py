"""The entry that the system reads starts this very program on this very profile."""

import configparser
import shlex
import sys
from pathlib import Path

import pytest

from inbox_assistant import paths
from inbox_assistant.bootstrap.starting import Starting
from inbox_assistant.domain.errors import InputError


@pytest.fixture(autouse=True)
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of the test's own configuration."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    return tmp_path / "autostart"


def starting(profile: paths.Profile) -> Starting:
    """Return how *profile* is started on a Linux desktop."""
    return Starting(profile, "linux", is_demo=False)


def commands(folder: Path) -> list[list[str]]:
    """Return the words of the commands that the entries in *folder* start."""
    found = []
    for path in sorted(folder.iterdir()):
        parser = configparser.ConfigParser(interpolation=None)
        parser.read(path, "utf-8")
        found.append(shlex.split(parser["Desktop Entry"]["Exec"]))
    return found


def test_the_usual_profile_needs_no_name(config: Path) -> None:
    usual = starting(paths.default_profile())
    assert not usual.is_by_itself()
    usual.be_by_itself(wanted=True)
    assert usual.is_by_itself()
    (started,) = commands(config)
    assert started == [sys.executable, "-m", "inbox_assistant", "--minimised"]
    usual.be_by_itself(wanted=False)
    assert list(config.iterdir()) == []


def test_another_profile_is_named_and_stands_beside_it(
    config: Path, tmp_path: Path
) -> None:
    other = paths.Profile(tmp_path / "other")
    starting(paths.default_profile()).be_by_itself(wanted=True)
    starting(other).be_by_itself(wanted=True)
    assert len(commands(config)) == 2
    wanted = ["--profile", str(other.folder), "--minimised"]
    assert any(one[-3:] == wanted for one in commands(config))
    starting(other).be_by_itself(wanted=False)
    assert starting(paths.default_profile()).is_by_itself()


def test_the_sample_mailbox_never_does(config: Path) -> None:
    samples = Starting(paths.default_profile(), "linux", is_demo=True)
    with pytest.raises(InputError, match="sample mailbox"):
        samples.be_by_itself(wanted=True)
    assert not config.exists()
    assert not samples.is_by_itself()
