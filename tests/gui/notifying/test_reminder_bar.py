"""The bar shows the newest message of each place and leads to its thread."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from inbox_assistant.ui.icons import Icons
from inbox_assistant.ui.notifying.message import Message
from inbox_assistant.ui.notifying.reminder_bar import ReminderBar

DUE = Message("Due in 28 min: Anna", "Is it <b>blue</b>?", "reminder", "t1")
ALARM = Message("No mail for 3 h: shop", "Not read since 9:00.", "intake/shop")


@pytest.fixture
def made(icons: Icons, qtbot: QtBot) -> Iterator[ReminderBar]:
    """Return the bar in a window that is shown."""
    outer = QWidget()
    qtbot.addWidget(outer)
    bar = ReminderBar(icons, outer)
    outer.show()
    yield bar
    # The window is held until here.
    outer.hide()


def said(made: ReminderBar) -> list[str]:
    labels = made.findChildren(QLabel)
    return [one.text() for one in labels if one.text() and one.isVisible()]


def test_a_message_is_shown_as_it_is_and_leads_to_its_thread(
    made: ReminderBar, qtbot: QtBot
) -> None:
    assert made.isHidden()
    made.tell(DUE)
    assert said(made) == [DUE.title, DUE.body]
    assert made.accessibleName() == f"{DUE.title}. {DUE.body}"
    with qtbot.waitSignal(made.opened) as opened:
        made.findChild(QPushButton).click()
    assert opened.args == ["t1"]
    assert made.isHidden()


def test_each_place_keeps_its_newest_message_and_they_show_one_by_one(
    made: ReminderBar,
) -> None:
    newer = DUE._replace(title="3 threads need a response", body="")
    for message in (DUE, ALARM, newer):
        made.tell(message)
    assert made.messages == (ALARM, newer)
    assert said(made) == [newer.title]
    made.findChild(QToolButton).click()
    assert said(made) == [ALARM.title, ALARM.body]
    # There is no thread to go to.
    assert not made.findChild(QPushButton).isVisible()
    made.dismiss()
    assert made.isHidden()
