"""The window without a mouse and without eyes: names, focus, a whole reply by keys."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QLabel,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from inbox_assistant.ui.application import Workplace
from inbox_assistant.ui.composer.beside import Page
from inbox_assistant.ui.composer.gate_dialog import GateDialog

Press = Callable[..., None]

_INNER_PARTS = {"qt_spinbox_lineedit", "qt_toolbar_ext_button"}


def unnamed(root: QWidget) -> list[str]:
    """Return the widgets that take the keyboard and have no name to be read."""
    found = []
    for widget in [root, *root.findChildren(QWidget)]:
        is_reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        is_part = widget.objectName() in _INNER_PARTS or isinstance(widget, QScrollBar)
        parent = widget.parentWidget()
        if isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget:
            is_part = True
        if not is_reached or is_part or widget.focusProxy() is not None:
            continue
        told = QAccessible.queryAccessibleInterface(widget)
        name = told.text(QAccessible.Text.Name) if told is not None else ""
        if not name.strip():
            found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found


def test_every_widget_that_takes_the_keyboard_has_a_name(workplace: Workplace) -> None:
    workplace.window.composer.editor.insertPlainText("Mail me: dora@example.com")
    assert unnamed(workplace.window) == []


def test_no_label_has_a_name_that_hides_what_it_says(workplace: Workplace) -> None:
    hidden = []
    for label in workplace.window.findChildren(QLabel):
        told = QAccessible.queryAccessibleInterface(label)
        seen = label.text() if label.isVisible() else ""
        if seen and label.textFormat() is not Qt.TextFormat.RichText:
            if seen not in told.text(QAccessible.Text.Name):
                hidden.append(seen)
            assert "<p>" not in told.text(QAccessible.Text.Description)
    assert hidden == []


def test_every_page_beside_the_reply_has_names(workplace: Workplace) -> None:
    for page in Page:
        workplace.window.composer.beside.show_page(page)
        assert unnamed(workplace.window) == []


def test_every_dialog_has_names_as_well(
    workplace: Workplace, qtbot: QtBot, dialog: Callable[[], QDialog]
) -> None:
    qtbot.waitUntil(lambda: bool(workplace.mail.accounts))
    missing = {}
    for name in (
        "template",
        "promise",
        "no-response",
        "elsewhere",
        "account",
        "password",
        "notices",
        "keys",
        "settings",
    ):
        workplace.window.commands.action(name).trigger()
        opened = dialog()
        missing[name] = unnamed(opened)
        opened.reject()
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert missing == {name: [] for name in missing}


def test_tab_reaches_every_part_and_comes_back(
    workplace: Workplace, press: Press, qtbot: QtBot
) -> None:
    window = workplace.window
    window.composer.editor.insertPlainText("A question back: which size is it?")
    qtbot.waitUntil(window.composer.send.isEnabled)
    window.queue.setFocus()
    seen = []
    for _ in range(60):
        here = window.focusWidget()
        seen.append(here)
        press(here, Qt.Key.Key_Tab)
        if window.focusWidget() is window.queue:
            break
    assert window.focusWidget() is window.queue
    for part in (
        window.views,
        window.search,
        window.composer.editor,
        window.composer.send,
        window.composer.no_response,
        window.composer.elsewhere,
    ):
        assert part in seen


def test_a_whole_reply_by_keys_alone(
    workplace: Workplace, press: Press, qtbot: QtBot
) -> None:
    window = workplace.window
    sent: list[object] = []
    workplace.correspondence.sent.connect(sent.append)
    press(window.queue, Qt.Key.Key_J)
    press(window.queue, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.focusWidget() is window.composer.editor)
    text = "Write to dora.shop@example.com for the size, please."
    qtbot.keyClicks(window.composer.editor, text)
    qtbot.waitUntil(lambda: bool(window.composer.editor.flags))
    press(window.composer.editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(
        window.composer.editor, "The lid fits the larger size as well, yes."
    )
    press(
        window.composer.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )

    def is_sent() -> bool:
        gate = QApplication.activeModalWidget()
        if isinstance(gate, GateDialog):
            # Something to look at again: Tab to Send, then the space bar.
            qtbot.keyClick(gate.focusWidget(), Qt.Key.Key_Tab)
            assert gate.focusWidget() is gate.send
            qtbot.keyClick(gate.send, Qt.Key.Key_Space)
        return bool(sent)

    qtbot.waitUntil(is_sent)
    assert window.undo.isVisible()
