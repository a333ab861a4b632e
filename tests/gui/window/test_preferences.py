"""Settings are set in one dialog and take effect while the window is open."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QSpinBox
from pytestqt.qtbot import QtBot

from inbox_assistant.domain.errors import StorageError
from inbox_assistant.settings import (
    AGENT,
    ALLOW_OVERRIDE,
    DECLARED,
    SOON_HOURS,
    THEME,
    TIME_ZONE,
    AnySetting,
    Settings,
)
from inbox_assistant.ui.application import Workplace
from inbox_assistant.ui.field import Field
from inbox_assistant.ui.icons import Icons
from inbox_assistant.ui.palette import Scheme
from inbox_assistant.ui.settings.setting_field import SettingField
from inbox_assistant.ui.settings.settings_dialog import SettingsDialog


@pytest.fixture
def settings() -> Settings:
    return Settings()


@pytest.fixture
def made(settings: Settings, icons: Icons, qtbot: QtBot) -> SettingsDialog:
    dialog = SettingsDialog(settings, icons)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def field(dialog: SettingsDialog, setting: AnySetting) -> SettingField:
    return next(one for one in dialog.fields if one.setting == setting)


def test_every_setting_has_a_field_of_its_kind(made: SettingsDialog) -> None:
    assert [one.setting for one in made.fields] == list(DECLARED)
    for one in made.fields:
        kind = {bool: QCheckBox, int: QSpinBox, str: Field}[type(one.setting.default)]
        assert isinstance(one.value, QComboBox if one.setting.choices else kind)
        assert one.isVisible()


def test_a_change_holds_at_once_and_can_be_taken_back(
    made: SettingsDialog, settings: Settings
) -> None:
    heard: list[AnySetting] = []
    made.changed.connect(heard.append)
    hours = field(made, SOON_HOURS)
    assert isinstance(hours.value, QSpinBox)
    assert not hours.reset.isVisible()
    hours.value.setValue(6)
    assert settings.get(SOON_HOURS) == 6
    hours.reset.click()
    assert settings.get(SOON_HOURS) == SOON_HOURS.default
    override = field(made, ALLOW_OVERRIDE).value
    assert isinstance(override, QCheckBox)
    override.setChecked(False)
    assert settings.get(ALLOW_OVERRIDE) is False
    assert heard == [SOON_HOURS, SOON_HOURS, ALLOW_OVERRIDE]


def test_a_text_is_taken_when_its_field_is_left(
    made: SettingsDialog, settings: Settings, qtbot: QtBot
) -> None:
    name = field(made, AGENT).value
    name.setFocus()
    qtbot.keyClicks(name, "Anna")
    assert settings.get(AGENT) == ""
    made.search.setFocus()
    assert settings.get(AGENT) == "Anna"


def test_searching_leaves_what_fits(made: SettingsDialog) -> None:
    made.search.setText("time ZONE")
    assert [o.setting for o in made.fields if o.isVisible()] == [TIME_ZONE]
    assert not made.nothing.isVisible()
    made.search.setText("nothing like it")
    assert made.nothing.isVisible()
    made.search.clear()
    assert all(one.isVisible() for one in made.fields)


def test_what_cannot_be_stored_is_told_and_shown_as_it_was(
    icons: Icons, qtbot: QtBot
) -> None:
    def refuse(_key: str, _value: object) -> None:
        raise StorageError("The disk is full.")

    dialog = SettingsDialog(Settings({}, refuse), icons)
    qtbot.addWidget(dialog)
    dialog.show()
    hours = field(dialog, SOON_HOURS).value
    assert isinstance(hours, QSpinBox)
    hours.setValue(9)
    assert dialog.notice.words == "The disk is full."
    assert hours.value() == SOON_HOURS.default


def test_settings_go_out_of_one_profile_and_into_another(
    made: SettingsDialog, settings: Settings, icons: Icons, qtbot: QtBot, tmp_path: Path
) -> None:
    settings.put(SOON_HOURS, 7)
    made.export_to(tmp_path / "out.toml")
    assert "out.toml" in made.notice.words
    other = Settings()
    second = SettingsDialog(other, icons)
    qtbot.addWidget(second)
    heard: list[AnySetting] = []
    second.changed.connect(heard.append)
    second.import_from(tmp_path / "out.toml")
    assert other.get(SOON_HOURS) == 7
    assert heard == [SOON_HOURS]
    second.import_from(tmp_path / "missing.toml")
    (tmp_path / "odd.toml").write_text("[queue]\nsoon_hours = 99\n")
    second.import_from(tmp_path / "odd.toml")
    assert other.get(SOON_HOURS) == 7
    assert heard == [SOON_HOURS]
    made.export_to(tmp_path / "no" / "folder.toml")
    assert "could not be written" in made.notice.words


def test_colours_and_due_soon_change_the_open_window(
    workplace: Workplace, dialog: Callable[[], QDialog], qtbot: QtBot
) -> None:
    window = workplace.window
    window.commands.action("settings").trigger()
    opened = dialog()
    assert isinstance(opened, SettingsDialog)
    colours = field(opened, THEME).value
    assert isinstance(colours, QComboBox)
    colours.setCurrentIndex(colours.findData("dark"))
    assert window.icons.theme.scheme is Scheme.DARK
    hours = field(opened, SOON_HOURS).value
    assert isinstance(hours, QSpinBox)
    with qtbot.waitSignal(workplace.loader.loaded):
        hours.setValue(23)
    assert window.queue._delegate.words.soon.total_seconds() == 23 * 3600
    field(opened, SOON_HOURS).reset.click()
    field(opened, THEME).reset.click()
    opened.reject()
