"""Where the program's own files are, and a profile's."""

import stat
import sys
from pathlib import Path

import pytest

from inbox_assistant import paths
from inbox_assistant.paths import Profile, default_profile, resources


def test_the_resources_are_found_in_a_checkout() -> None:
    assert (resources() / "policy").is_dir()


def test_an_installed_program_carries_its_resources_inside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path)
    assert resources() == tmp_path.parent / "resources"
    (tmp_path / "resources").mkdir()
    assert resources() == tmp_path / "resources"


def test_everything_of_a_profile_is_in_its_folder(tmp_path: Path) -> None:
    profile = Profile(tmp_path / "work")
    parts = [
        profile.database,
        profile.settings,
        profile.rules,
        profile.logs,
        profile.cache,
    ]
    assert {part.parent for part in parts} == {profile.folder}
    assert len(set(parts)) == len(parts)


def test_a_new_profile_is_its_owners_alone_and_an_old_one_is_left_as_it_is(
    tmp_path: Path,
) -> None:
    profile = Profile(tmp_path / "new" / "work")
    profile.create()
    if sys.platform != "win32":
        assert stat.S_IMODE(profile.folder.stat().st_mode) == 0o700
    (profile.folder / "inbox.db").write_text("mine")
    profile.create()
    assert (profile.folder / "inbox.db").read_text() == "mine"


def test_the_users_own_profile_lies_among_the_users_data() -> None:
    assert default_profile().folder.name == "inbox-assistant"
    assert default_profile().folder.is_absolute()
