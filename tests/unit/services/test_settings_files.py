"""Settings as texts: typed, written to a file, and read from one."""

import tomllib

import pytest

from inbox_assistant.domain.errors import InputError
from inbox_assistant.services.settings_files import (
    bounds_of,
    put_all,
    read_toml,
    setting_called,
    toml_of,
    value_of,
)
from inbox_assistant.settings import (
    AGENT,
    ALLOW_OVERRIDE,
    DECLARED,
    SOON_HOURS,
    THEME,
    AnySetting,
    Plain,
    Settings,
)


@pytest.mark.parametrize(
    ("setting", "text", "value"),
    [
        (ALLOW_OVERRIDE, "false", False),
        (ALLOW_OVERRIDE, " Yes", True),
        (SOON_HOURS, "6", 6),
        (AGENT, " Anna ", " Anna "),
    ],
)
def test_a_typed_text_becomes_a_value_of_the_right_kind(
    setting: AnySetting, text: str, value: Plain
) -> None:
    assert value_of(setting, text) == value


@pytest.mark.parametrize(
    ("setting", "text"), [(ALLOW_OVERRIDE, "perhaps"), (SOON_HOURS, "six")]
)
def test_a_text_of_the_wrong_kind_is_refused(setting: AnySetting, text: str) -> None:
    with pytest.raises(InputError, match=text):
        value_of(setting, text)


def test_a_setting_is_found_by_its_key_alone() -> None:
    assert setting_called("look.theme") is THEME
    with pytest.raises(InputError, match=r"no setting “look\.colour”"):
        setting_called("look.colour")


def test_what_is_written_is_read_back() -> None:
    settings = Settings()
    settings.put(SOON_HOURS, 9)
    settings.put(AGENT, 'Anna "A"\\')
    values = read_toml(toml_of(settings), "out.toml")
    assert values == {one.key: settings.get(one) for one in DECLARED}
    other = Settings()
    assert put_all(other, values) == 2
    assert other.get(AGENT) == 'Anna "A"\\'


def test_keys_of_a_profile_and_tables_are_read_alike() -> None:
    flat = read_toml('\ufeff"queue.soon_hours" = 6', "a")
    assert flat == read_toml("[queue]\nsoon_hours = 6", "b")


def test_one_value_that_does_not_fit_changes_nothing() -> None:
    settings = Settings()
    for wrong in ({"queue.soon_hours": 99}, {"look.colour": "x"}, {"agent.name": []}):
        with pytest.raises(InputError):
            put_all(settings, {"agent.name": "Anna"} | wrong)
    assert settings.get(AGENT) == ""


def test_what_is_no_toml_is_told_with_its_file() -> None:
    with pytest.raises(InputError, match=r"a\.txt is no TOML"):
        read_toml("hello", "a.txt")


@pytest.mark.parametrize("setting", DECLARED, ids=lambda one: one.key)
def test_every_setting_says_what_it_takes(setting: AnySetting) -> None:
    assert bounds_of(setting)
    assert tomllib.loads(toml_of(Settings()))
