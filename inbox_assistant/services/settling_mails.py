"""What of a thread's mails decides where its messages stand."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from inbox_assistant.domain.identity import fold_words
from inbox_assistant.domain.journal import Action, Entry, in_force
from inbox_assistant.domain.kind import Kind
from inbox_assistant.domain.settlement import Mail
from inbox_assistant.storage.messages import MessageRow
from inbox_assistant.storage.store import Store

_SHORTEST_REPEAT = 8
"""Folded letters below which one text inside another proves nothing."""

_CLOCK_SLACK = timedelta(minutes=10)
"""How far Amazon's clock and the sender's may differ."""


def settling_mails(
    store: Store, rows: Sequence[MessageRow], entries: Sequence[Entry]
) -> list[Mail]:
    """Return what ``settle`` asks of the messages *rows* of one thread."""
    counting = in_force(entries)
    return [_without_trust_in_ours(store, _mail(row, rows, counting)) for row in rows]


def _without_trust_in_ours(store: Store, mail: Mail) -> Mail:
    """Let a reply sent from here answer what the journal says and nothing else.

    The entries at hand need not name it: it may have come into another thread than
    the messages it answers.
    """
    if mail.kind is not Kind.REPLY or mail.message_id is None:
        return mail
    is_ours = store.outbox.by_message_id(mail.message_id) is not None
    return replace(mail, trusted=mail.trusted and not is_ours)


def _mail(
    row: MessageRow, rows: Sequence[MessageRow], entries: Sequence[Entry]
) -> Mail:
    replica = _repeated(row, rows) if row.kind is Kind.COPY_OF_REPLY else None
    returned = row.returned_mail_id
    if returned is None and row.kind in {Kind.OPT_OUT, Kind.BOUNCE}:
        returned = _last_sent(row.received_at, rows, entries)
    return Mail(
        key=row.key,
        kind=row.kind,
        received_at=row.received_at,
        message_id=row.mail_id,
        trusted=row.trusted,
        replica_of=replica,
        returned_message_id=returned,
    )


def heard_at(mails: Iterable[Mail]) -> list[datetime]:
    """Return when the buyer got replies that were not written here."""
    return [
        mail.received_at
        for mail in mails
        if mail.trusted
        and mail.kind in {Kind.REPLY, Kind.COPY_OF_REPLY}
        and mail.replica_of is None
    ]


def _repeated(copy: MessageRow, rows: Sequence[MessageRow]) -> str | None:
    """Return the Message-ID of the reply in the thread that *copy* repeats."""
    for row in reversed(rows):
        if row.kind is Kind.REPLY and repeats(
            copy, fold_words(row.words), row.received_at
        ):
            return row.mail_id
    return None


def repeats(copy: MessageRow, said: str, said_at: datetime) -> bool:
    """Return whether *copy* is Amazon's copy of the folded words *said*."""
    if copy.kind is not Kind.COPY_OF_REPLY:
        return False
    if said_at > copy.received_at + _CLOCK_SLACK:
        return False
    words = fold_words(copy.words)
    return said == words or (len(said) >= _SHORTEST_REPEAT and said in words)


def _last_sent(
    at: datetime, rows: Sequence[MessageRow], entries: Sequence[Entry]
) -> str | None:
    """Return the Message-ID of the last reply that left before *at*.

    A reply written in Seller Central has none here: the key of its copy stands in.
    """
    sent = [
        (entry.at, str(entry.data["message_id"]))
        for entry in entries
        if entry.action is Action.REPLY_HANDED_OVER and "message_id" in entry.data
    ]
    sent.extend(
        (row.received_at, row.mail_id)
        for row in rows
        # Anyone can write to an alias; what is no proven reply takes no blame.
        if row.kind is Kind.REPLY and row.trusted and row.mail_id
    )
    sent.extend(
        (row.received_at, row.key)
        for row in rows
        if row.kind is Kind.COPY_OF_REPLY and _repeated(row, rows) is None
    )
    before = [one for one in sent if one[0] <= at + _CLOCK_SLACK]
    return max(before)[1] if before else None
