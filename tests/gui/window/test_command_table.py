"""Every command of the table does something, has one meaning and is found."""

from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from inbox_assistant.domain.view import View
from inbox_assistant.ui.application import Workplace
from inbox_assistant.ui.command_palette import CommandPalette
from inbox_assistant.ui.command_table import TABLE
from inbox_assistant.ui.commands import keys_of
from inbox_assistant.ui.menus import MENUS

Wait = Callable[[], QDialog]

OPENS_A_DIALOG = {
    "no-response": "ReasonPicker",
    "template": "TemplatePicker",
    "promise": "ReasonDialog",
    "attach": "QFileDialog",
    "elsewhere": "ElsewhereDialog",
    "import": "QFileDialog",
    "import-folder": "QFileDialog",
    "account": "MailboxesDialog",
    "password": "PasswordDialog",
    "notices": "NoticesDialog",
    "palette": "CommandPalette",
    "assign": "LabelDialog",
    "handover": "HandoverDialog",
    "evidence": "QFileDialog",
    "tag": "LabelDialog",
    "keys": "KeySheet",
    "settings": "SettingsDialog",
}
DOES_SOMETHING_ELSE = {
    *("reply", "send", "confirm", "amazon", "undo", "settle-older", "to-queue"),
    *("find", "mark-all", "next", "previous", "sync", "samples", "colours", "quit"),
    *("report", "review", "forecast", "claim", "snooze", "today", "templates"),
    *("autostart", "wait-again"),
    *("holding", "drop-promise", "save-template", "note"),
    *(f"view-{number}" for number in range(1, 10)),
}


def trigger(workplace: Workplace, name: str) -> None:
    workplace.window.commands.action(name).trigger()


def test_every_command_is_proved_to_do_something() -> None:
    assert {one.name for one in TABLE} == set(OPENS_A_DIALOG) | DOES_SOMETHING_ELSE


def test_no_key_has_two_meanings() -> None:
    keys = Counter(key for command in TABLE for key in command.keys)
    assert [key for key, times in keys.items() if times > 1] == []
    assert not any("Ctrl+Alt" in key for key in keys)


def test_every_command_is_in_a_menu() -> None:
    listed = [name for _, names in MENUS for name in names if name]
    assert sorted(listed) == sorted(one.name for one in TABLE)


@pytest.mark.parametrize("name", sorted(OPENS_A_DIALOG))
def test_a_command_that_asks_opens_its_dialog(
    workplace: Workplace, dialog: Wait, qtbot: QtBot, name: str
) -> None:
    qtbot.waitUntil(lambda: bool(workplace.mail.accounts))
    trigger(workplace, name)
    opened = dialog()
    assert type(opened).__name__ == OPENS_A_DIALOG[name]
    assert opened.windowTitle()
    opened.reject()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


@pytest.mark.parametrize(
    ("name", "view"),
    [
        ("view-1", View.WAITING),
        ("view-2", View.DUE_SOON),
        ("view-3", View.OVERDUE),
        ("view-4", View.TO_CONFIRM),
        ("view-5", View.SENT_BACK),
        ("view-6", View.OLDER),
        ("view-7", View.SETTLED),
        ("view-8", View.SNOOZED),
        ("view-9", View.PROMISES),
    ],
)
def test_a_view_is_shown_by_its_number(
    workplace: Workplace, name: str, view: View
) -> None:
    workplace.window.commands.action("view-7").trigger()
    trigger(workplace, name)
    assert workplace.loader.view is view


def test_the_keys_move_between_queue_search_and_composer(workplace: Workplace) -> None:
    window = workplace.window
    trigger(workplace, "find")
    assert window.focusWidget() is window.search
    trigger(workplace, "to-queue")
    assert window.focusWidget() is window.queue
    trigger(workplace, "reply")
    assert window.focusWidget() is window.composer.editor


def test_next_and_previous_walk_the_queue(workplace: Workplace) -> None:
    queue = workplace.window.queue
    first = queue.current_number()
    trigger(workplace, "next")
    assert queue.current_number() != first
    trigger(workplace, "previous")
    assert queue.current_number() == first


def test_mark_all_marks_all(workplace: Workplace) -> None:
    trigger(workplace, "mark-all")
    assert workplace.window.queue.marked == set(workplace.window.queue.numbers())


def test_colours_change_and_are_remembered(workplace: Workplace) -> None:
    theme = workplace.window.icons.theme
    before = theme.scheme
    trigger(workplace, "colours")
    assert theme.scheme is not before
    trigger(workplace, "colours")
    assert theme.scheme is before


def test_fetching_says_that_it_looks(workplace: Workplace, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(workplace.mail.accounts))
    said: list[str] = []
    workplace.bus.activity.connect(said.append)
    trigger(workplace, "sync")
    assert said == ["Looking for new mails…"]


def test_the_palette_finds_by_parts_of_words_and_does_the_first(
    workplace: Workplace, dialog: Wait, qtbot: QtBot
) -> None:
    trigger(workplace, "palette")
    palette = dialog()
    field = palette.focusWidget()
    assert field is not None
    qtbot.keyClicks(field, "show over")
    qtbot.keyClick(field, "\r")
    assert workplace.loader.view is View.OVERDUE


def test_the_sheet_of_keys_shows_what_is_in_force(workplace: Workplace) -> None:
    assert keys_of(workplace.window.commands.action("send")) == "Ctrl+Enter"
    assert keys_of(workplace.window.commands.action("keys")) == "?"


def test_quit_closes_the_window(workplace: Workplace) -> None:
    trigger(workplace, "quit")
    assert not workplace.window.isVisible()


def test_a_command_that_does_not_exist_is_said_not_to(
    workplace: Workplace, dialog: Wait
) -> None:
    trigger(workplace, "palette")
    palette = dialog()
    assert isinstance(palette, CommandPalette)
    palette._field.setText("fly")
    assert palette._list.item(0).text() == "Nothing called “fly” can be done here."
    palette._act(palette._list.currentItem())
    assert palette.isVisible()
    palette._field.setText("reply")
    assert palette._list.item(0).text().startswith("Reply")
    palette.reject()
