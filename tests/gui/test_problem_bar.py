"""The bar tells each problem once, and what can be done about it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from inbox_assistant.domain.errors import MailError
from inbox_assistant.ui.icons import Icons
from inbox_assistant.ui.problem import Problem, problem_of
from inbox_assistant.ui.problem_bar import ProblemBar
from inbox_assistant.ui.theme import SchemeChoice, Theme

OFFLINE = Problem("The mail server does not answer.", "Check the connection.")


@pytest.fixture
def bar(icons: Icons, shown: Callable[[QWidget], None]) -> ProblemBar:
    window = QWidget()
    window.resize(700, 300)
    bar = ProblemBar(icons)
    QVBoxLayout(window).addWidget(bar)
    shown(window)
    bar._keep = window  # type: ignore[attr-defined]
    return bar


def test_without_a_problem_there_is_no_bar(bar: ProblemBar) -> None:
    assert not bar.isVisible()


def test_a_problem_is_told_with_its_hint(bar: ProblemBar) -> None:
    bar.tell(OFFLINE)
    assert bar.isVisible()
    assert bar._message.text() == OFFLINE.message
    assert bar._hint.text() == OFFLINE.hint
    assert bar.accessibleName() == f"{OFFLINE.message} {OFFLINE.hint}"
    assert not bar._retry.isVisible()
    assert not bar._show_details.isVisible()


def test_one_problem_is_shown_once_and_others_wait_behind_it(
    bar: ProblemBar, qtbot: QtBot
) -> None:
    bar.tell(OFFLINE)
    bar.tell(Problem("The disk is full."))
    bar.tell(OFFLINE)
    assert len(bar.problems) == 2
    assert bar._further.text() == "1 more"
    qtbot.mouseClick(bar._dismiss, Qt.MouseButton.LeftButton)
    assert bar._message.text() == "The disk is full."
    qtbot.mouseClick(bar._dismiss, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


def test_retry_takes_the_newest_way_and_clears_the_bar(
    bar: ProblemBar, qtbot: QtBot
) -> None:
    tried: list[str] = []
    error = MailError("Refused.", retryable=True)
    bar.tell(problem_of(error, lambda: tried.append("old")))
    bar.tell(problem_of(error, lambda: tried.append("new")))
    qtbot.mouseClick(bar._retry, Qt.MouseButton.LeftButton)
    assert tried == ["new"]
    assert not bar.isVisible()


def test_an_error_that_trying_again_cannot_help_offers_no_retry() -> None:
    problem = problem_of(MailError("Refused."), lambda: None)
    assert problem.retry is None


def test_the_cause_is_a_detail(bar: ProblemBar, qtbot: QtBot) -> None:
    error = MailError("The mail server does not answer.")
    error.__cause__ = TimeoutError("timed out")
    bar.tell(problem_of(error))
    assert not bar._details.isVisible()
    qtbot.mouseClick(bar._show_details, Qt.MouseButton.LeftButton)
    assert bar._details.isVisible()
    assert bar._details.toPlainText() == "TimeoutError: timed out"


def test_what_a_server_said_is_never_read_as_markup(bar: ProblemBar) -> None:
    bar.tell(Problem("<img src='http://example.invalid/x'><b>Bold</b>"))
    assert bar._message.textFormat() is Qt.TextFormat.PlainText


def test_every_button_has_a_name_and_the_keyboard_reaches_it(bar: ProblemBar) -> None:
    bar.tell(Problem("Refused.", details="x", retry=lambda: None))
    buttons = [*bar.findChildren(QPushButton), *bar.findChildren(QToolButton)]
    assert all(button.text() or button.accessibleName() for button in buttons)
    assert all(button.focusPolicy() & Qt.FocusPolicy.TabFocus for button in buttons)


def test_the_bar_follows_the_theme(bar: ProblemBar, theme: Theme) -> None:
    bar.tell(OFFLINE)
    before = bar.grab().toImage()
    theme.choose(SchemeChoice.DARK)
    assert bar.grab().toImage() != before
