"""The end of the day is copied, printed and mailed; a thread becomes evidence."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from inbox_assistant.ui.application import Workplace
from inbox_assistant.ui.report.handover_dialog import HandoverDialog


def opened(workplace: Workplace, qtbot: QtBot) -> HandoverDialog:
    """Open the end of the day."""
    workplace.window.commands.action("handover").trigger()
    qtbot.waitUntil(
        lambda: isinstance(QApplication.activeModalWidget(), HandoverDialog)
    )
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, HandoverDialog)
    return dialog


def write_to(target: Path, qtbot: QtBot) -> None:
    """Choose *target* in the dialog that asks where."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(target))
    dialog.reject()


def test_the_end_of_the_day_is_read_and_copied(
    workplace: Workplace, qtbot: QtBot
) -> None:
    dialog = opened(workplace, qtbot)
    assert "Waiting: " in dialog.page.toPlainText()
    dialog.copy()
    assert QGuiApplication.clipboard().text().startswith("End of day")
    with qtbot.waitSignal(dialog.mail_wanted) as told:
        dialog._want_mail()
    address = told.args[0]
    assert isinstance(address, QUrl)
    assert address.scheme() == "mailto"
    assert "mail program" in workplace.window.notice.words
    dialog.reject()


def test_the_end_of_the_day_is_written_as_pdf(
    workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(workplace, qtbot)
    dialog._want_pdf()
    write_to(tmp_path / "day.pdf", qtbot)
    assert (tmp_path / "day.pdf").read_bytes().startswith(b"%PDF-")
    dialog.reject()


def test_the_open_thread_becomes_evidence(
    workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    workplace.window.commands.action("evidence").trigger()
    write_to(tmp_path / "evidence.pdf", qtbot)
    assert (tmp_path / "evidence.pdf").read_bytes().startswith(b"%PDF-")
    assert workplace.window.notice.words == "Written: evidence.pdf"
