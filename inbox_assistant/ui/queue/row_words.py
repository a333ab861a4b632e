"""The words of a queue row: countdown, badges, and the sentence that is spoken."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from inbox_assistant.domain.countdown import SOON, Urgency, countdown, urgency
from inbox_assistant.domain.spoken_countdown import spoken_countdown
from inbox_assistant.domain.state import State
from inbox_assistant.ui.countdown_phrases import seen_phrases, spoken_phrases
from inbox_assistant.ui.topic_names import topic_names

if TYPE_CHECKING:
    from datetime import datetime, timedelta

    from inbox_assistant.domain.queue_row import QueueRow


class Sign(NamedTuple):
    """What a row says loudest: its words, its shape and its colour."""

    words: str
    icon: str
    colour: str


class Badge(NamedTuple):
    """One or two words about a row, in one of the theme's colours."""

    words: str
    colour: str


_NO_TOPIC = "other"
"""Says nothing about a message, so it is not shown."""

_SHAPES = {
    Urgency.OVERDUE: ("overdue", "overdue"),
    Urgency.SOON: ("due-soon", "soon"),
    Urgency.LATER: ("waiting", "later"),
}


class RowWords:
    """Put rows into words, in the language that is set when it is made."""

    def __init__(self, soon: timedelta = SOON) -> None:
        self.soon = soon
        """From how much time left a deadline counts as soon."""
        self.by_promise = False
        """Whether a promise that ends sooner than the deadline is told in its place."""
        translate = QCoreApplication.translate
        self._seen = seen_phrases()
        self._spoken = spoken_phrases()
        self._topics = topic_names()
        self._settled = Sign(translate("Queue", "settled"), "settled", "done")
        self._no_clock = Sign("", "", "muted")
        self._unknown_buyer = translate("Queue", "Unknown buyer")
        self._no_subject = translate("Queue", "No subject")
        self._waiting = translate("Queue", "{count} waiting")
        self._order = translate("Queue", "order {number}")
        self._sent_back = Badge(translate("Queue", "Sent back"), "overdue")
        self._answered = Badge(translate("Queue", "Answered elsewhere?"), "soon")
        self._answered_at = translate("Queue", "Another program answered: seen {time}")
        self._promised = translate("Queue", "Promised by {time}")
        self._doubtful = Badge(translate("Queue", "Doubtful sender"), "soon")
        self._to_confirm = Badge(translate("Queue", "To confirm"), "accent")
        self._suggestion = Badge(translate("Queue", "No response needed?"), "accent")
        self._draft = Badge(translate("Queue", "Draft"), "muted")
        self._received = translate("Queue", "Received {time}")
        self._due = translate("Queue", "Answer by {time}")
        self._older = Badge(translate("Queue", "Older"), "muted")

    def widest_sign(self, colour: str) -> str:
        """Return the longest countdown that rows whose sign is *colour* have."""
        seen = self._seen
        if colour == "overdue":
            return seen.overdue.format(span=seen.over.format(hours=47, minutes=59))
        return seen.hours.format(hours=23, minutes=59)

    def sign(self, row: QueueRow, now: datetime) -> Sign:
        """Return what *row* says loudest at *now*."""
        clock_at = self._clock_at(row)
        if clock_at is None:
            return self._settled if row.state is State.SETTLED else self._no_clock
        words = countdown(clock_at, now, self._seen)
        icon, colour = _SHAPES[urgency(clock_at, now, self.soon)]
        return Sign(words, icon, colour)

    def _clock_at(self, row: QueueRow) -> datetime | None:
        """Return what *row* counts down to; no deadline hides behind a promise."""
        if row.state is State.SETTLED:
            return row.promised_at
        if not self.by_promise or row.promised_at is None:
            return row.due_at
        return min(filter(None, (row.due_at, row.promised_at)))

    def buyer(self, row: QueueRow) -> str:
        """Return whom *row* is about."""
        return row.buyer or self._unknown_buyer

    def subject(self, row: QueueRow) -> str:
        """Return the subject of *row*."""
        return row.subject or self._no_subject

    def topic(self, row: QueueRow) -> str:
        """Return the main topic of *row*; empty where none was found."""
        if not row.topics or row.topics[0] == _NO_TOPIC:
            return ""
        return self._topics.get(row.topics[0], row.topics[0])

    def badges(self, row: QueueRow) -> list[Badge]:
        """Return what else is to be known of *row*, most important first."""
        waiting = Badge(self._waiting.format(count=row.waiting), "later")
        serious = (
            (row.sent_back, self._sent_back),
            (row.doubtful, self._doubtful),
            (row.answered_elsewhere_at is not None, self._answered),
        )
        promises = [row.promised_at] if row.promised_at is not None else []
        further = (
            (row.state is State.TO_CONFIRM, self._to_confirm),
            (row.suggestion, self._suggestion),
            (row.draft, self._draft),
            (row.waiting > 1, waiting),
            (row.older, self._older),
        )
        labels = [Badge(row.agent, "accent")] if row.agent else []
        labels += [Badge(f"#{tag}", "muted") for tag in row.tags]
        return [
            *(badge for is_so, badge in serious if is_so),
            *(self._promise(by) for by in promises),
            *(badge for is_so, badge in further if is_so),
            *labels,
        ]

    def _promise(self, by: datetime) -> Badge:
        # Few rows have one; the first sight of the queue does without.
        from inbox_assistant.ui.moments import short_time  # noqa: PLC0415

        return Badge(self._promised.format(time=short_time(by)), "accent")

    def sentence(self, row: QueueRow, now: datetime) -> str:
        """Return everything that *row* shows, as it is spoken."""
        parts = [
            self.buyer(row),
            self._spoken_time(row, now),
            self.topic(row),
            row.marketplace or "",
            self._order.format(number=row.order_id) if row.order_id else "",
            *(badge.words for badge in self.badges(row)),
        ]
        facts = ", ".join(part for part in parts if part)
        return f"{facts}. {row.preview or self.subject(row)}"

    def times(self, row: QueueRow) -> str:
        """Return when *row* was received and is due, as a tooltip."""
        from inbox_assistant.ui.moments import local_time  # noqa: PLC0415

        lines = (
            pattern.format(time=local_time(at))
            for pattern, at in (
                (self._received, row.received_at),
                (self._due, row.due_at),
                (self._answered_at, row.answered_elsewhere_at),
            )
            if at is not None
        )
        return "\n".join(lines)

    def _spoken_time(self, row: QueueRow, now: datetime) -> str:
        clock_at = self._clock_at(row)
        if clock_at is not None:
            return spoken_countdown(clock_at, now, self._spoken)
        return self.sign(row, now).words
