"""Passwords are asked for once, and never shown or written down."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from inbox_assistant.bootstrap.servers import PasswordMissingError
from inbox_assistant.ui.application import Workplace
from inbox_assistant.ui.settings.password_dialog import PasswordDialog

MISSING = PasswordMissingError("The password is not known here.", "Type it.")


def test_a_missing_password_is_asked_for_once_and_then_told_in_the_bar(
    workplace: Workplace, qtbot: QtBot, dialog: Callable[[], QDialog]
) -> None:
    name = "Sample mailbox"
    workplace.mail.password_wanted.emit(name, MISSING)
    asked = dialog()
    assert isinstance(asked, PasswordDialog)
    asked.reject()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    workplace.mail.password_wanted.emit(name, MISSING)
    assert QApplication.activeModalWidget() is None
    (problem,) = workplace.window.problems.problems
    assert "password" in problem.retry_label


def test_a_password_that_is_typed_takes_the_problem_away(
    workplace: Workplace, qtbot: QtBot, dialog: Callable[[], QDialog]
) -> None:
    workplace.mail.password_wanted.emit("Sample mailbox", MISSING)
    asked = dialog()
    (field,) = asked.findChildren(QLineEdit)
    assert field.echoMode() is QLineEdit.EchoMode.Password
    qtbot.keyClicks(field, "not a real one")
    qtbot.keyClick(field, "\r")
    qtbot.waitUntil(lambda: workplace.window.problems.problems == ())
    qtbot.waitUntil(lambda: "at each start" in workplace.window.notice.words)


def test_nobody_who_writes_is_interrupted_by_a_dialog(workplace: Workplace) -> None:
    workplace.window.queue.is_in_use = lambda: True
    workplace.mail.password_wanted.emit("Sample mailbox", MISSING)
    assert QApplication.activeModalWidget() is None
    assert len(workplace.window.problems.problems) == 1
    workplace.window.queue.is_in_use = workplace.window.composer.editor.hasFocus
