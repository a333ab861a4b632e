"""What is told fits into two lines and names what is most urgent."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from inbox_assistant.domain.intake_alarm import IntakeAlarm
from inbox_assistant.domain.queue_row import QueueRow
from inbox_assistant.domain.reminder import Reminder
from inbox_assistant.domain.state import State
from inbox_assistant.domain.tally import Tally
from inbox_assistant.ui.notifying.message import (
    alarm_message,
    reminder_message,
    tally_words,
    window_title,
)
from tests.fakes import MORNING

MINUTE = timedelta(minutes=1)
LEAD = timedelta(minutes=30)
ROW = QueueRow(1, "a", buyer="Anna", subject="Does it fit?")


def reminder(minutes: int, thread: str = "a", *, is_last: bool = True) -> Reminder:
    return Reminder(thread, MORNING + minutes * MINUTE, LEAD, is_last)


@pytest.fixture(autouse=True)
def _words(qtbot: QtBot) -> None:
    assert qtbot is not None


def test_one_thread_is_told_by_its_buyer_and_subject() -> None:
    message = reminder_message([reminder(28)], ROW, MORNING)
    assert (message.title, message.body) == ("Due in 28 min: Anna", "Does it fit?")
    assert (message.thread, message.is_urgent) == ("a", True)


def test_what_is_overdue_or_to_be_confirmed_is_told_as_that() -> None:
    row = QueueRow(1, "a", state=State.TO_CONFIRM)
    message = reminder_message([reminder(-64)], row, MORNING)
    assert message.title == "Overdue by 1:04: Unknown buyer"
    assert message.body == "Decided here, not yet marked on Amazon."
    assert reminder_message([reminder(5)], None, MORNING).body == ""


def test_many_threads_are_one_message() -> None:
    many = [reminder(-4), reminder(20, "b", is_last=False), reminder(25, "c")]
    message = reminder_message(many, ROW, MORNING)
    assert message.title == "3 threads need a response"
    assert message.body == "1 overdue · most urgent: Anna, overdue by 0:04"
    calm = reminder_message([reminder(100, is_last=False)] * 2, ROW, MORNING)
    assert calm.body == "most urgent: Anna, due in 1 h 40 min"
    assert not calm.is_urgent
    assert calm.place == message.place


def test_a_silent_mailbox_is_told_with_its_last_problem() -> None:
    alarm = IntakeAlarm("shop", MORNING - 200 * MINUTE, "The network is down.")
    message = alarm_message(alarm, MORNING)
    assert message.title == "No mail for 3 h: shop"
    assert message.body.startswith("Not read since ")
    assert message.body.endswith(" Last sync failed: The network is down.")
    quiet = alarm_message(IntakeAlarm("shop", MORNING, ""), MORNING)
    assert "failed" not in quiet.body
    assert (message.thread, message.is_urgent) == ("", True)


def test_tooltip_and_title_say_what_waits() -> None:
    assert tally_words(Tally(14, 3, 2)) == "14 waiting, 3 due soon, 2 overdue"
    assert tally_words(Tally()) == "0 waiting"
    assert window_title(Tally()) == "Inbox Assistant"
    assert window_title(Tally(14, 3)) == "(14) Inbox Assistant"
    assert window_title(Tally(14, 3, 2)) == "(14, 2 overdue) Inbox Assistant"
