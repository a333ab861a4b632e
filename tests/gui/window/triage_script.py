"""The triage of a morning as a script of keys, whoever presses them.

It looks at nothing but the profile's file: which thread is next follows from the order
of the list, and that the next one really opens is seen by what the next keys act on.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import cycle
from typing import Protocol

from inbox_assistant.domain.query import parse_query
from inbox_assistant.domain.queue_row import QueueRow
from inbox_assistant.domain.state import State
from inbox_assistant.domain.template import slots
from inbox_assistant.domain.view import View
from inbox_assistant.services.reading import Reading

STEPS = ("template", "no-response", "tag", "claim", "reply", "snooze", "next")
"""What is done with one thread after the other, again and again."""

WORDS = {
    "en": "Thank you for your message. We look into it today.",
    "de": "Vielen Dank. Wir sehen heute nach.",
    "fr": "Merci pour votre message. Nous regardons cela ce jour.",
    "es": "Gracias por su mensaje. Lo miramos hoy.",
    "it": "Grazie per il messaggio. Lo guardiamo oggi.",
    "nl": "Dank voor uw bericht. We kijken het vandaag na.",
}
"""A reply in the buyer's language; the others are answered from a template."""
TAG = "triage"
_PAUSE = timedelta(hours=1)


class Hand(Protocol):
    """Presses keys and looks."""

    def press(self, *keys: str) -> None:
        """Press *keys* one after the other, as ``n``, ``Return`` or ``ctrl+t``."""

    def write(self, text: str) -> None:
        """Type *text*."""

    def until(self, holds: Callable[[], bool], what: str) -> None:
        """Wait until *holds*; fail with *what* after a while."""

    def see(self, thread: str | None = None) -> None:
        """Wait as long as a person needs to see the list, and *thread* come up."""


@dataclass
class Triage:
    """One run over *count* threads of the list, the most urgent first."""

    hand: Hand
    reading: Reading
    now: Callable[[], datetime]
    expected: dict[str, str] = field(default_factory=dict)
    """What each thread was done with."""

    def run(self, count: int) -> Counter[str]:
        """Do it; return how often each step was taken."""
        self.hand.press("w", "7")
        rows = self._waiting()[: count + 1]
        self.hand.see(rows[0].thread)
        steps = cycle(STEPS)
        for place, row in enumerate(rows[:-1]):
            step = next(steps)
            while not self._is_fit(step, row):
                step = next(steps)
            self.expected[row.thread] = step
            self._take(step, row)
            # Whatever was done, the next thread of the list is open now.
            self.hand.see(rows[place + 1].thread)
        return Counter(self.expected.values())

    def take_back_and_repeat(self) -> None:
        """Put two marked threads away, take both back by one key, and do it again."""
        left = [row for row in self._waiting() if row.thread not in self.expected][-2:]
        for is_meant in (False, True):
            self.hand.press("End", "shift+k", "n")
            self.hand.press("1", "Return")
            self._until(lambda: self._are(left, State.TO_CONFIRM), "two decided")
            if not is_meant:
                self.hand.press("z")
                self._until(lambda: self._are(left, State.WAITING), "two taken back")
                self.hand.see()
        self.expected.update({row.thread: "no-response" for row in left})

    def confirm_all(self) -> None:
        """Confirm together whatever was decided."""
        decided = self._done_by("no-response")
        self.hand.press("w", "3")
        self.hand.see(decided[0])
        self.hand.press("ctrl+a", "c")
        self._until(
            lambda: all(self._row(one).state is State.SETTLED for one in decided),
            "everything confirmed",
        )

    def problems(self) -> list[str]:
        """Return what in the file is not as the script left it."""
        found: list[str] = []
        queued = {reply.thread for reply in self.reading.queued()}
        for thread, step in self.expected.items():
            row = self._row(thread)
            answered = row.state is State.SETTLED or thread in queued
            is_right = {
                "reply": answered,
                "template": answered,
                "no-response": row.state is State.SETTLED,
                "tag": row.tags == (TAG,),
                "claim": row.agent is not None,
                "snooze": row.snoozed_until is not None,
                "next": row.state is State.WAITING and not row.tags,
            }[step]
            if not is_right:
                found.append(f"{thread}: {step}")
        for query, step in (
            (f"tag:{TAG}", "tag"),
            ("is:claimed", "claim"),
            ("is:snoozed", "snooze"),
        ):
            count = len(self._matching(query))
            if count != len(self._done_by(step)):
                found.append(f"{query}: {count}")
        return found

    def _take(self, step: str, row: QueueRow) -> None:
        {
            "template": self._answer_by_template,
            "reply": self._answer,
            "no-response": self._decide,
            "tag": self._tag,
            "claim": self._claim,
            "snooze": self._snooze,
            "next": lambda _row: self.hand.press("j"),
        }[step](row)

    def _answer(self, row: QueueRow) -> None:
        self.hand.press("r")
        self.hand.write(WORDS[row.language or "en"])
        self._send(row)

    def _answer_by_template(self, row: QueueRow) -> None:
        self.hand.press("ctrl+t", "Return")
        self._until(lambda: bool(self._draft(row)), f"a template in {row.thread}")
        while slots(self._draft(row)):
            # The first one is chosen already; Tab goes to the next.
            left = len(slots(self._draft(row)))
            self.hand.write("XL")
            self._until(
                lambda n=left: len(slots(self._draft(row))) < n, "a slot filled"
            )
            if left > 1:
                self.hand.press("Tab")
        self._send(row)

    def _send(self, row: QueueRow) -> None:
        self.hand.press("ctrl+Return")
        self._until(
            lambda: (
                row.thread in {one.thread for one in self.reading.queued()}
                or self._row(row.thread).state is State.SETTLED
            ),
            f"the reply to {row.thread} stored",
        )

    def _decide(self, row: QueueRow) -> None:
        self.hand.press("n", "1", "Return")
        self._until(lambda: self._are([row], State.TO_CONFIRM), f"{row.thread} decided")

    def _tag(self, row: QueueRow) -> None:
        self.hand.press("l")
        self.hand.write(TAG)
        self.hand.press("Return")
        self._until(
            lambda: self._row(row.thread).tags == (TAG,), f"{row.thread} tagged"
        )
        self.hand.press("j")

    def _claim(self, row: QueueRow) -> None:
        self.hand.press("a")
        self._until(
            lambda: self._row(row.thread).agent is not None, f"{row.thread} claimed"
        )
        self.hand.press("j")

    def _snooze(self, row: QueueRow) -> None:
        self.hand.press("s", "1", "Return")
        self._until(
            lambda: self._row(row.thread).snoozed_until is not None,
            f"{row.thread} put off",
        )

    def _is_fit(self, step: str, row: QueueRow) -> bool:
        is_early = row.due_at is not None and row.due_at - self.now() > 2 * _PAUSE
        is_known = (row.language or "en") in WORDS
        return {"snooze": is_early, "reply": is_known}.get(step, True)

    def _waiting(self) -> list[QueueRow]:
        return self.reading.rows(self.reading.ids(View.WAITING, self.now()))

    def _matching(self, query: str) -> list[int]:
        asked = parse_query(query)
        return list(self.reading.matching(View.ALL, asked, self.now()))

    def _row(self, thread: str) -> QueueRow:
        row = self.reading.row(thread)
        assert row is not None
        return row

    def _draft(self, row: QueueRow) -> str:
        draft = self.reading.draft(row.thread)
        return "" if draft is None else draft.body

    def _are(self, rows: Sequence[QueueRow], state: State) -> bool:
        return all(self._row(row.thread).state is state for row in rows)

    def _done_by(self, step: str) -> list[str]:
        return [thread for thread, one in self.expected.items() if one == step]

    def _until(self, holds: Callable[[], bool], what: str) -> None:
        self.hand.until(holds, what)
