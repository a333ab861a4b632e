"""Every mailbox has a state of its own, and can be added, changed and removed."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from inbox_assistant.domain.account import Account
from inbox_assistant.domain.errors import MailError
from inbox_assistant.services.rounds import Round
from inbox_assistant.ui.application import Workplace
from inbox_assistant.ui.settings.account_dialog import AccountDialog
from inbox_assistant.ui.settings.mailboxes_dialog import MailboxesDialog

SECOND = Account("Second shop", "desk@second.example", read_host="imap.second.example")


@pytest.fixture
def two(workplace: Workplace, qtbot: QtBot) -> Workplace:
    """Return the window with two mailboxes."""
    qtbot.waitUntil(lambda: bool(workplace.mail.accounts))
    workplace.mailboxes._then_keep_account(SECOND, "")
    qtbot.waitUntil(lambda: len(workplace.mail.accounts) == 2)
    return workplace


def rows(dialog: QDialog) -> list[str]:
    (listed,) = dialog.findChildren(QListWidget)
    return [listed.item(number).text() for number in range(listed.count())]


def press(dialog: QDialog, name: str) -> None:
    (button,) = [b for b in dialog.findChildren(QPushButton) if b.text() == name]
    button.click()


def choose(dialog: QDialog, name: str) -> None:
    (listed,) = dialog.findChildren(QListWidget)
    place = [row.startswith(name) for row in rows(dialog)].index(True)
    listed.setCurrentRow(place)


def test_trouble_with_one_is_told_beside_it_and_not_beside_the_other(
    two: Workplace, dialog: Callable[[], QDialog]
) -> None:
    trouble = MailError("The server is away.", "Try again later.")
    two.mail._ended(SECOND.name, Round(problems=(trouble,), failed=True))
    two.mail._ended("Sample mailbox", Round())
    two.window.commands.action("account").trigger()
    shown = rows(dialog())
    (second,) = [row for row in shown if row.startswith(SECOND.name)]
    (first,) = [row for row in shown if row.startswith("Sample mailbox")]
    assert "The server is away. Try again later." in second
    assert "read at" in first


def test_a_state_that_changes_is_seen_at_once(
    two: Workplace, dialog: Callable[[], QDialog]
) -> None:
    two.window.commands.action("account").trigger()
    shown = dialog()
    two.mail._ended(SECOND.name, Round(problems=(MailError("Away."),)))
    assert any("Away." in row for row in rows(shown))
    two.mail._ended(SECOND.name, Round())
    assert not any("Away." in row for row in rows(shown))


def test_the_chosen_one_is_changed(
    two: Workplace, dialog: Callable[[], QDialog], qtbot: QtBot
) -> None:
    two.window.commands.action("account").trigger()
    shown = dialog()
    choose(shown, "Sample mailbox")
    press(shown, "Change…")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), AccountDialog))
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, AccountDialog)
    assert asked._address.text() == "care@fernhollow-home.example"


def test_one_is_removed_after_a_question(
    two: Workplace, dialog: Callable[[], QDialog], qtbot: QtBot
) -> None:
    two.window.commands.action("account").trigger()
    shown = dialog()
    assert isinstance(shown, MailboxesDialog)
    choose(shown, SECOND.name)
    press(shown, "Remove…")
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() not in {None, shown})
    press(dialog(), "Remove it")
    qtbot.waitUntil(lambda: len(two.mail.accounts) == 1)
    assert two.mail.accounts[0].name == "Sample mailbox"
