"""What a notification says, in one line and a few words below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from inbox_assistant.domain.countdown import countdown
from inbox_assistant.domain.state import State
from inbox_assistant.ui.countdown_phrases import seen_phrases
from inbox_assistant.ui.sentences import told

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from inbox_assistant.domain.intake_alarm import IntakeAlarm
    from inbox_assistant.domain.queue_row import QueueRow
    from inbox_assistant.domain.reminder import Reminder
    from inbox_assistant.domain.tally import Tally

_HOUR = 3600
_translate = QCoreApplication.translate


class Message(NamedTuple):
    """One notification; a later one with the same *place* stands in its stead."""

    title: str
    body: str
    place: str
    thread: str = ""
    """The thread that it leads to."""
    is_urgent: bool = False


def reminder_message(
    reminders: Sequence[Reminder], first: QueueRow | None, now: datetime
) -> Message:
    """Return how *reminders* are told together; *first* is the row of the first one."""
    most_urgent = reminders[0]
    left = _left(most_urgent, now)
    buyer = (first.buyer if first else None) or _translate("Notifying", "Unknown buyer")
    if len(reminders) == 1:
        title = _translate("Notifying", "{left}: {buyer}").format(
            left=left, buyer=buyer
        )
        body = _about(first)
    else:
        title = _translate("Notifying", "{count} threads need a response").format(
            count=len(reminders)
        )
        overdue = sum(one.due_at < now for one in reminders)
        parts = [
            _translate("Notifying", "{count} overdue").format(count=overdue)
            if overdue
            else "",
            _translate("Notifying", "most urgent: {buyer}, {left}").format(
                buyer=buyer, left=_lower(left)
            ),
        ]
        body = " · ".join(filter(None, parts))
    is_urgent = any(one.is_last for one in reminders)
    return Message(title, body, "reminder", most_urgent.thread, is_urgent)


def alarm_message(alarm: IntakeAlarm, now: datetime) -> Message:
    """Return how it is told that a mailbox is no longer read."""
    hours = int((now - alarm.since).total_seconds()) // _HOUR
    title = _translate("Notifying", "No mail for {count} h: {account}").format(
        count=hours, account=alarm.account
    )
    since = QDateTime.fromSecsSinceEpoch(int(alarm.since.timestamp()))
    said = QLocale().toString(since, QLocale.FormatType.ShortFormat)
    body = _translate("Notifying", "Not read since {time}.").format(time=said)
    if alarm.problem:
        failed = _translate("Notifying", "Last sync failed: {problem}").format(
            problem=told(alarm.problem)
        )
        body = f"{body} {failed}"
    return Message(title, body, f"intake/{alarm.account}", is_urgent=True)


def tally_words(tally: Tally) -> str:
    """Return what waits, for a tooltip: “14 waiting, 3 due soon, 2 overdue”."""
    parts = [
        _translate("Notifying", "{count} waiting").format(count=tally.waiting),
        _translate("Notifying", "{count} due soon").format(count=tally.soon)
        if tally.soon
        else "",
        _translate("Notifying", "{count} overdue").format(count=tally.overdue)
        if tally.overdue
        else "",
    ]
    return ", ".join(filter(None, parts))


def window_title(tally: Tally) -> str:
    """Return the title of the window, which a taskbar shows: “(14) Inbox Assistant”."""
    if not tally.waiting and not tally.overdue:
        return "Inbox Assistant"
    pattern = _translate("Notifying", "({count}) {name}")
    if tally.overdue:
        pattern = _translate("Notifying", "({count}, {overdue} overdue) {name}")
    return pattern.format(
        count=tally.waiting, overdue=tally.overdue, name="Inbox Assistant"
    )


def _left(reminder: Reminder, now: datetime) -> str:
    words = countdown(reminder.due_at, now, seen_phrases())
    if reminder.due_at < now:
        return words[:1].upper() + words[1:]
    return _translate("Notifying", "Due in {time}").format(time=words)


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _about(row: QueueRow | None) -> str:
    if row is None:
        return ""
    if row.state is State.TO_CONFIRM:
        return _translate("Notifying", "Decided here, not yet marked on Amazon.")
    return row.subject
