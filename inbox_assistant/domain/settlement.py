"""Whether a message still waits, and how it stopped waiting.

``settle`` is a pure function of a thread's mails and the journal's entries: the same
facts in any order give the same state, which is what makes rebuilding and undoing
exact.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from inbox_assistant.domain.journal import Action, Entry, in_force
from inbox_assistant.domain.kind import WAITING_KINDS, Kind
from inbox_assistant.domain.moment import told_moment
from inbox_assistant.domain.state import State


class How(StrEnum):
    """How a message stopped waiting."""

    REPLIED = "replied"
    REPLIED_ELSEWHERE = "replied elsewhere"
    NO_RESPONSE_NECESSARY = "no response necessary"
    OLDER = "settled with the older ones"


@dataclass(frozen=True, slots=True)
class Mail:
    """What of one mail of a thread matters for settling; times are aware UTC.

    ``trusted`` says that the mail may take others off the queue: a reply found in
    the account's own Sent folder, or Amazon's copy of a reply. ``replica_of`` is the
    Message-ID of the program's own reply that a copy repeats. ``returned_message_id``
    is that of the reply which did not get through, or the key of the copy that is all
    that is known of it.
    """

    key: str
    kind: Kind
    received_at: datetime
    message_id: str | None = None
    trusted: bool = False
    replica_of: str | None = None
    returned_message_id: str | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one message stands, and since when and why it no longer waits."""

    state: State
    how: How | None = None
    at: datetime | None = None
    sent_back: bool = False
    """A reply to it was sent back, and none has replaced that reply."""
    by: str | None = None
    """The agent who settled it; ``None`` where that happened outside the program."""
    told_at: datetime | None = None
    """When the settling was written down here, which may be later than ``at``."""
    answered_elsewhere_at: datetime | None = None
    """Since when the mailbox is known to say that another program answered it.

    It waits all the same: the mark says nothing of whether Amazon took the answer.
    """


@dataclass(frozen=True, slots=True)
class _Answer:
    """One event that answers the messages in ``covers`` (all earlier ones if None)."""

    how: How
    at: datetime
    covers: frozenset[str] | None
    message_id: str | None = None
    by: str | None = None
    told_at: datetime | None = None

    @property
    def standing(self) -> Standing:
        """Return where a message stands that this answers."""
        return Standing(
            State.SETTLED, self.how, self.at, by=self.by, told_at=self.told_at
        )


NEVER_WAITED = Standing(State.NONE)


def settle(mails: Sequence[Mail], entries: Sequence[Entry]) -> dict[str, Standing]:
    """Return the standing of each mail of one thread, by message key.

    *entries* may hold entries about other threads; they are ignored.
    """
    counting = in_force(entries)
    answers = [*_answers_in_journal(counting), *_answers_in_mails(mails, counting)]
    returned = _returned(mails, counting)
    good = [one for one in answers if one.message_id not in returned]
    bad = [one for one in answers if one.message_id in returned]
    decided = _first(counting, Action.NO_RESPONSE_DECIDED)
    dismissed = _dismissed(counting)
    marked = _first(counting, Action.ANSWERED_SEEN)
    standings = {}
    for mail in mails:
        if mail.kind not in WAITING_KINDS:
            standings[mail.key] = NEVER_WAITED
            continue
        fitting = [one for one in good if _covers(one, mail)]
        fitting.extend(dismissed.get(mail.key, ()))
        if fitting:
            standings[mail.key] = min(fitting, key=_first_and_certain).standing
            continue
        sent_back = any(_covers(one, mail) for one in bad)
        standings[mail.key] = _unsettled(
            decided.get(mail.key), marked.get(mail.key), sent_back=sent_back
        )
    return standings


def _unsettled(
    decided: Entry | None, marked: Entry | None, *, sent_back: bool
) -> Standing:
    """Return where a message stands that nothing has settled.

    An answer that came back is worth telling more than the mark it left.
    """
    seen_at = None if marked is None or sent_back else marked.at
    if decided is None:
        return Standing(
            State.WAITING, sent_back=sent_back, answered_elsewhere_at=seen_at
        )
    return Standing(
        State.TO_CONFIRM, None, decided.at, sent_back, answered_elsewhere_at=seen_at
    )


def _returned(mails: Iterable[Mail], entries: Iterable[Entry]) -> set[object]:
    """Return the Message-IDs of the replies that did not reach the buyer."""
    by_mail = {mail.returned_message_id for mail in mails if mail.returned_message_id}
    by_word = {
        entry.data.get("message_id")
        for entry in entries
        if entry.action is Action.REPLY_SENT_BACK
    }
    return (by_mail | by_word) - {None}


def _covers(answer: _Answer, mail: Mail) -> bool:
    if answer.covers is None:
        return mail.received_at <= answer.at
    return mail.key in answer.covers


def _first_and_certain(answer: _Answer) -> tuple[datetime, How, str, str]:
    """Order answers alike on every desk, whatever order they are known in."""
    return answer.at, answer.how, answer.by or "", str(answer.told_at)


def _dismissed(entries: Sequence[Entry]) -> Mapping[str, list[_Answer]]:
    """Return what says, of each message, that no response is necessary.

    What another seat decided is known from its mark alone, not who did.
    """
    found: dict[str, list[_Answer]] = {}
    for action in (Action.NO_RESPONSE_CONFIRMED, Action.NO_RESPONSE_SEEN):
        for key, entry in _first(entries, action).items():
            by = entry.agent if action is Action.NO_RESPONSE_CONFIRMED else None
            answer = _Answer(
                How.NO_RESPONSE_NECESSARY, entry.at, None, by=by, told_at=entry.at
            )
            found.setdefault(key, []).append(answer)
    return found


def _first(entries: Iterable[Entry], action: Action) -> Mapping[str, Entry]:
    """Return the first entry of *action* that names each message."""
    found: dict[str, Entry] = {}
    for entry in entries:
        if entry.action is action:
            for key in entry.messages:
                found.setdefault(key, entry)
    return found


def _answers_in_journal(entries: Sequence[Entry]) -> Iterable[_Answer]:
    # Whoever runs the delivery hands it over; whoever wrote the reply answered.
    writers = {
        entry.data.get("message_id"): entry.agent
        for entry in entries
        if entry.action is Action.REPLY_QUEUED
    }
    for entry in entries:
        covers, by = frozenset(entry.messages), entry.agent
        if entry.action is Action.REPLY_HANDED_OVER:
            sent = entry.data.get("message_id")
            message_id = sent if isinstance(sent, str) else None
            by = writers.get(message_id, by)
            yield _Answer(How.REPLIED, entry.at, covers, message_id, by, entry.at)
        elif entry.action is Action.REPLIED_ELSEWHERE:
            at = told_moment(entry.data.get("replied_at")) or entry.at
            yield _Answer(How.REPLIED_ELSEWHERE, at, covers, None, by, entry.at)
        elif entry.action is Action.OLDER_SETTLED:
            yield _Answer(How.OLDER, entry.at, covers, None, by, entry.at)


def _answers_in_mails(
    mails: Iterable[Mail], entries: Iterable[Entry]
) -> Iterable[_Answer]:
    """Return the replies seen as mails that this program did not send itself.

    Its own replies name what they answer in the journal; the mails of them, and
    Amazon's copies of them, must not answer a message nobody here had seen.
    """
    own = {
        entry.data.get("message_id")
        for entry in entries
        if entry.action in {Action.REPLY_QUEUED, Action.REPLY_HANDED_OVER}
    }
    for mail in mails:
        if not mail.trusted:
            continue
        if mail.kind is Kind.COPY_OF_REPLY and mail.replica_of is None:
            yield _Answer(How.REPLIED_ELSEWHERE, mail.received_at, None, mail.key)
        elif mail.kind is Kind.REPLY and mail.message_id not in own:
            yield _Answer(How.REPLIED, mail.received_at, None, mail.message_id)
