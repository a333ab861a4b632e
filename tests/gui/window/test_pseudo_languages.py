"""Nothing of the window is left untranslated, and it can be turned round."""

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from inbox_assistant.bootstrap import window as starting
from tests.gui.pseudo_languages import PseudoTranslator, long_words, pretend
from tests.gui.window.conftest import Start

WORDS = re.compile(r"[A-Za-z]{3,}")
OURS = re.compile(r"\[|~\]")
DATA = re.compile(
    r"Sample mailbox|Inbox Assistant|Europe/Berlin|Mon-Fri|settings\.toml|@|^\d+:"
)
"""What is no part of the interface: names, addresses and values."""


@pytest.fixture
def speaking(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[str], None]]:
    """Return a function that chooses the pseudo language of the next window."""
    before = set(qapp.findChildren(QTranslator))

    def choose(mode: str) -> None:
        monkeypatch.setattr(starting, "speak", lambda *_a: pretend(qapp, mode))

    yield choose
    for one in set(qapp.findChildren(QTranslator)) - before:
        qapp.removeTranslator(one)
        one.deleteLater()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    QLocale.setDefault(QLocale.c())


def texts(root: QWidget) -> set[str]:
    """Return every text that *root* shows or lets be read out."""
    found = set()
    for one in [root, *root.findChildren(QWidget)]:
        found |= {one.toolTip(), one.accessibleName(), one.accessibleDescription()}
        if isinstance(one, QLabel | QAbstractButton):
            found.add(one.text())
        if isinstance(one, QLineEdit):
            found.add(one.placeholderText())
        if one.isWindow():
            found.add(one.windowTitle())
    found |= {one.text() for one in root.findChildren(QAction)}
    return {one for one in found if WORDS.search(one)}


def untranslated(root: QWidget) -> list[str]:
    """Return what no translator was asked about."""
    return sorted(
        one for one in texts(root) if not OURS.search(one) and not DATA.search(one)
    )


def test_every_dialog_asks_for_each_of_its_texts(
    speaking: Callable[[str], None],
    start: Start,
    dialog: Callable[[], QDialog],
    qtbot: QtBot,
) -> None:
    speaking("long")
    workplace = start()
    qtbot.waitUntil(lambda: bool(workplace.mail.accounts))
    missing = {}
    names = ("no-response", "elsewhere", "account", "password", "keys", "settings")
    for name in names:
        workplace.window.commands.action(name).trigger()
        opened = dialog()
        missing[name] = untranslated(opened)
        opened.reject()
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert missing == {name: [] for name in names}


def test_commands_menus_and_first_steps_ask_for_theirs(
    speaking: Callable[[str], None], start: Start
) -> None:
    speaking("long")
    window = start().window
    commands = [one.text() for one in window.commands.all()]
    assert [one for one in commands if not OURS.search(one)] == []
    assert untranslated(window.welcome) == []
    assert untranslated(window.menuBar()) == []


def test_the_window_turns_round(
    speaking: Callable[[str], None], start: Start, qtbot: QtBot
) -> None:
    speaking("rtl")
    window = start().window
    qtbot.waitUntil(window.queue.isVisible)

    def left_of(widget: QWidget) -> int:
        return widget.mapTo(window, widget.rect().topLeft()).x()

    assert left_of(window.views) > left_of(window.queue) > left_of(window.composer)
    assert window.queue._delegate.is_mirrored


def test_a_pseudo_text_keeps_its_blanks(qapp: QApplication) -> None:
    words = long_words("Take “{name}” away: %n &file(s)")
    assert "{name}" in words
    assert "%n" in words
    assert words.endswith("~]")
    translator = PseudoTranslator(qapp, "rtl")
    assert translator.translate("a", "%n mail(s)", None, 3).startswith("3 ")
