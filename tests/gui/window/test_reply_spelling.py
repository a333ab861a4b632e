"""A misspelt word gets replacements where it is looked at, in the window itself."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from inbox_assistant import paths
from inbox_assistant.settings import SPELLING
from inbox_assistant.ui.application import Workplace

KNOWN = "I have looked into the order and the lid of jar is on its way to you today"
TEXT = "I have looked into the order and the lidd of the jar is on its way to you today"


def put(folder: Path) -> None:
    words = sorted({*KNOWN.split(), *KNOWN.lower().split()})
    folder.mkdir()
    (folder / "en_GB.aff").write_text("SET UTF-8\n")
    (folder / "en_GB.dic").write_text("\n".join([str(len(words)), *words]))


def test_a_word_is_replaced_by_keys_alone(
    workplace: Workplace, profile: paths.Profile, qtbot: QtBot
) -> None:
    put(profile.folder / "dictionaries")
    workplace.correspondence.desk.settings.put(SPELLING, value=True)
    composer = workplace.window.composer
    editor = composer.editor
    editor.activateWindow()
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    qtbot.keyClicks(editor, TEXT)

    def is_found() -> bool:
        return any(flag.finding.text == "lidd" for flag in editor.flags)

    qtbot.waitUntil(is_found)
    [number] = [n for n, flag in enumerate(editor.flags) if flag.finding.text == "lidd"]
    # The list beside the text asks as soon as the word is chosen there.
    composer.findings.chosen.emit(number)
    qtbot.waitUntil(
        lambda: any(
            card.finding.text == "lidd" and card.finding.fixes
            for card in composer.findings.cards
        )
    )
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    [menu] = editor.findChildren(QMenu)
    # The card with the new words is in sight.
    [card] = [one for one in composer.findings.cards if one.finding.text == "lidd"]
    assert not card.visibleRegion().isEmpty()
    assert menu.actions()[0].text() == "Write “lid”"
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert editor.text == TEXT.replace("lidd", "lid")
