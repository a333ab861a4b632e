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
from inbox_assistant.domain.moment import from_iso


class State(StrEnum):
    """Where a message, or a thread, stands."""

    WAITING = "waiting"
    TO_CONFIRM = "to-confirm"
    """Decided here as needing no response; Amazon's clock still runs."""
    SETTLED = "settled"
    NONE = "none"
    """Never waited: a reply, a notice."""


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


@dataclass(frozen=True, slots=True)
class _Answer:
    """One event that answers the messages in ``covers`` (all earlier ones if None)."""

    how: How
    at: datetime
    covers: frozenset[str] | None
    message_id: str | None = None


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
    confirmed = _first(counting, Action.NO_RESPONSE_CONFIRMED)
    standings = {}
    for mail in mails:
        if mail.kind not in WAITING_KINDS:
            standings[mail.key] = NEVER_WAITED
            continue
        fitting = [(one.at, one.how) for one in good if _covers(one, mail)]
        if mail.key in confirmed:
            fitting.append((confirmed[mail.key], How.NO_RESPONSE_NECESSARY))
        if fitting:
            at, how = min(fitting)
            standings[mail.key] = Standing(State.SETTLED, how, at)
            continue
        sent_back = any(_covers(one, mail) for one in bad)
        if mail.key in decided:
            standings[mail.key] = Standing(
                State.TO_CONFIRM, None, decided[mail.key], sent_back
            )
        else:
            standings[mail.key] = Standing(State.WAITING, sent_back=sent_back)
    return standings


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


def _first(entries: Iterable[Entry], action: Action) -> Mapping[str, datetime]:
    """Return when each message was first named by an entry of *action*."""
    found: dict[str, datetime] = {}
    for entry in entries:
        if entry.action is action:
            for key in entry.messages:
                found.setdefault(key, entry.at)
    return found


def _answers_in_journal(entries: Iterable[Entry]) -> Iterable[_Answer]:
    for entry in entries:
        covers = frozenset(entry.messages)
        if entry.action is Action.REPLY_HANDED_OVER:
            sent = entry.data.get("message_id")
            message_id = sent if isinstance(sent, str) else None
            yield _Answer(How.REPLIED, entry.at, covers, message_id)
        elif entry.action is Action.REPLIED_ELSEWHERE:
            told = entry.data.get("replied_at")
            at = from_iso(told) if isinstance(told, str) else entry.at
            yield _Answer(How.REPLIED_ELSEWHERE, at, covers)
        elif entry.action is Action.OLDER_SETTLED:
            yield _Answer(How.OLDER, entry.at, covers)


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
