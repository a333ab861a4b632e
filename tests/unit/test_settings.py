"""Settings are typed, bounded, and outlive the program in one small file."""

import stat
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inbox_assistant.domain.errors import InputError, StorageError
from inbox_assistant.settings import (
    AGENT,
    ALLOW_OVERRIDE,
    DECLARED,
    GROUPS,
    SOON_HOURS,
    THEME,
    UNDO_SECONDS,
    Setting,
    Settings,
    load_settings,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where the settings are, or will be."""
    return tmp_path / "profile" / "settings.toml"


def write(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")


@pytest.mark.parametrize("setting", DECLARED, ids=lambda setting: setting.key)
def test_every_setting_explains_itself_and_its_default_fits(
    setting: Setting[bool] | Setting[int] | Setting[str],
) -> None:
    assert setting.label
    assert setting.help.endswith(".")
    values = Settings()
    values.put(setting, setting.default)  # type: ignore[misc] # of its own kind
    assert values.get(setting) == setting.default  # type: ignore[misc]


def test_every_setting_belongs_to_a_group() -> None:
    assert {one.group for one in DECLARED} == set(GROUPS)


def test_no_two_settings_share_a_key() -> None:
    assert len({setting.key for setting in DECLARED}) == len(DECLARED)


def test_what_was_never_set_has_its_default() -> None:
    assert Settings().get(SOON_HOURS) == 4
    assert Settings().get(ALLOW_OVERRIDE) is True


def test_what_was_set_is_there_at_the_next_start(path: Path) -> None:
    first = load_settings(path)
    first.put(SOON_HOURS, 6)
    first.put(ALLOW_OVERRIDE, value=False)
    first.put(THEME, "dark")
    again = load_settings(path)
    assert again.get(SOON_HOURS) == 6
    assert again.get(ALLOW_OVERRIDE) is False
    assert again.get(THEME) == "dark"
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [one.name for one in path.parent.iterdir()] == ["settings.toml"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec="utf-8")))
def test_any_name_is_read_back_as_it_was_written(path: Path, name: str) -> None:
    load_settings(path).put(AGENT, name)
    assert load_settings(path).get(AGENT) == name


def test_half_a_character_is_refused_before_it_harms_the_file(path: Path) -> None:
    kept = load_settings(path)
    kept.put(AGENT, "Anna")
    with pytest.raises(InputError, match="is not possible"):
        kept.put(AGENT, "Anna \ud83d")
    assert load_settings(path).get(AGENT) == "Anna"


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        (SOON_HOURS, 0),
        (SOON_HOURS, 24),
        (SOON_HOURS, True),
        (SOON_HOURS, "6"),
        (UNDO_SECONDS, -1),
        (ALLOW_OVERRIDE, 1),
        (THEME, "purple"),
    ],
)
def test_what_does_not_fit_is_refused_and_changes_nothing(
    setting: Setting[int], value: int
) -> None:
    kept: list[object] = []
    values = Settings({}, lambda *change: kept.append(change))
    with pytest.raises(InputError, match=f"for “{setting.label}”") as told:
        values.put(setting, value)
    assert told.value.hint == setting.help
    assert values.get(setting) == setting.default
    assert kept == []


@pytest.mark.parametrize(("setting", "value"), [(SOON_HOURS, 1), (SOON_HOURS, 23)])
def test_a_bound_itself_fits(setting: Setting[int], value: int) -> None:
    values = Settings()
    values.put(setting, value)
    assert values.get(setting) == value


def test_a_number_without_bounds_may_be_any() -> None:
    free = Setting("a.b", 1, "Any", "Any number.")
    values = Settings()
    values.put(free, -(10**30))
    assert values.get(free) == -(10**30)


@pytest.mark.parametrize(
    "line",
    [
        '"queue.soon_hours" = 99',
        '"queue.soon_hours" = "6"',
        '"queue.soon_hours" = true',
        '"queue.soon_hours" = [6]',
        '"queue.soon_hours" = { a = 6 }',
        '"queue.soon_hours" = 2026-03-02',
        '"queue.soon_hours" = 6.5',
    ],
)
def test_a_value_of_the_file_that_does_not_fit_counts_as_not_set(
    path: Path, line: str
) -> None:
    write(path, f'{line}\n"look.theme" = "dark"\n')
    kept = load_settings(path)
    assert kept.get(SOON_HOURS) == 4
    assert kept.get(THEME) == "dark"
    kept.put(THEME, "light")
    assert load_settings(path).get(THEME) == "light"


def test_settings_may_be_written_as_a_person_would(path: Path) -> None:
    write(path, '\ufeff[queue]\r\nsoon_hours = 6\r\n[look]\r\ntheme = "dark"\r\n')
    assert load_settings(path).get(SOON_HOURS) == 6
    assert load_settings(path).get(THEME) == "dark"


def test_what_a_newer_program_has_set_survives_an_older_one(path: Path) -> None:
    write(path, '"look.sparkle" = true\n"queue.soon_hours" = 6\n')
    load_settings(path).put(THEME, "dark")
    assert tomllib.loads(path.read_text("utf-8")) == {
        "look.sparkle": True,
        "look.theme": "dark",
        "queue.soon_hours": 6,
    }


def test_two_windows_do_not_undo_each_others_settings(path: Path) -> None:
    one, two = load_settings(path), load_settings(path)
    one.put(SOON_HOURS, 6)
    two.put(THEME, "dark")
    assert load_settings(path).get(SOON_HOURS) == 6
    assert load_settings(path).get(THEME) == "dark"


@pytest.mark.parametrize("content", [b"not = = toml", b"\xff\xfe\x00"])
def test_a_broken_file_means_defaults_and_is_set_aside(
    path: Path, content: bytes
) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    kept = load_settings(path)
    assert kept.get(SOON_HOURS) == 4
    assert path.read_bytes() == content
    kept.put(SOON_HOURS, 6)
    assert load_settings(path).get(SOON_HOURS) == 6
    assert path.with_suffix(".unreadable").read_bytes() == content


def test_a_file_that_cannot_be_written_is_told_and_nothing_is_set(
    path: Path,
) -> None:
    path.parent.write_text("a file where the folder should be")
    kept = load_settings(path)
    with pytest.raises(StorageError, match="could not be stored"):
        kept.put(SOON_HOURS, 6)
    assert kept.get(SOON_HOURS) == 4
