"""Which thread a mail of Amazon's speaks of, when it names no alias.

Copies of replies, bounces, opt-outs and notices carry an order number at best, or just
a name. Where two threads fit, none is chosen: a wrong guess could take a waiting
message off the queue.
"""

from collections.abc import Iterable
from datetime import timedelta

from inbox_assistant.domain.kind import WAITING_KINDS, Kind
from inbox_assistant.storage.messages import MessageRow
from inbox_assistant.storage.store import Store

_NAME_REACH = timedelta(days=30)
"""How long after a buyer's message a mail that only names the buyer may come."""

SPEAKING = frozenset(
    {
        Kind.COPY_OF_REPLY,
        Kind.OPT_OUT,
        Kind.BOUNCE,
        Kind.RETURN,
        Kind.REFUND,
        Kind.CANCELLATION,
        Kind.A_TO_Z,
        Kind.OTHER_NOTICE,
    }
)


def may_have_home(mail: MessageRow) -> bool:
    """Say whether *mail* names anything by which ``home_of`` finds a thread."""
    return mail.kind in SPEAKING and bool(
        mail.returned_mail_id
        or mail.order_id
        or mail.alias
        or mail.buyer_folded
        or (mail.kind is Kind.COPY_OF_REPLY and mail.words_digest)
    )


def home_of(mail: MessageRow, store: Store) -> int | None:
    """Return the number of the one thread *mail* speaks of, or ``None``."""
    if mail.kind not in SPEAKING:
        return None
    for find in (_of_returned, _of_repeated, _of_order, _of_alias):
        number = find(mail, store)
        if number is not None:
            return number
    return _of_name(mail, store)


def _of_repeated(mail: MessageRow, store: Store) -> int | None:
    """Return the thread of the reply whose words *mail* copies."""
    if mail.kind is not Kind.COPY_OF_REPLY or not mail.words_digest:
        return None
    homes = {
        _answered_in(row, store)
        for row in store.messages.replies_of_words(mail.words_digest)
        # A stranger's mail to an alias must not lead Amazon's copy to its thread.
        if row.trusted
        and (mail.order_id is None or mail.order_id == _order(row, store))
    } - {None}
    return homes.pop() if len(homes) == 1 else None


def _of_order(mail: MessageRow, store: Store) -> int | None:
    if mail.order_id is None:
        return None
    return _only(_before(mail, store.messages.threads_of_order(mail.order_id)))


def _of_alias(mail: MessageRow, store: Store) -> int | None:
    """Return the one thread with the alias; one of another order is none."""
    if mail.alias is None:
        return None
    known = _before(mail, store.messages.of_partner(mail.alias))
    if mail.order_id is not None:
        known = [row for row in known if row.order_id in (None, mail.order_id)]
    return _only(known)


def _of_name(mail: MessageRow, store: Store) -> int | None:
    names_alone = mail.order_id is None and mail.alias is None
    speaks = mail.kind in {Kind.COPY_OF_REPLY, Kind.OPT_OUT}
    if mail.buyer_folded is None or not (names_alone and speaks):
        return None
    # Amazon names the order wherever the thread has one.
    return _only(
        row
        for row in _before(mail, store.messages.threads_of_name(mail.buyer_folded))
        if row.order_id is None and mail.received_at - row.received_at <= _NAME_REACH
    )


def _of_returned(mail: MessageRow, store: Store) -> int | None:
    """Return the thread of the reply that came back."""
    mail_id = mail.returned_mail_id
    if mail_id is None:
        return None
    home = _written_in(mail_id, store)
    if home is not None:
        return home
    return _only(store.messages.replies_with_mail_id(mail_id))


def _answered_in(reply: MessageRow, store: Store) -> int | None:
    """Return the thread that *reply* answers, which its own mail may not lie in."""
    home = None if reply.mail_id is None else _written_in(reply.mail_id, store)
    return reply.thread_id if home is None else home


def _written_in(mail_id: str, store: Store) -> int | None:
    """Return the thread in which a reply was written here.

    One that names another order lies with that order as a mail; what it answers, and
    what would wait unseen were it sent back, is here all the same.
    """
    reply = store.outbox.by_message_id(mail_id)
    return None if reply is None else store.threads.number(reply.thread)


def _order(row: MessageRow, store: Store) -> str | None:
    """Return the order of a reply, or that of its thread."""
    if row.order_id is not None or row.thread_id is None:
        return row.order_id
    facts = store.threads.facts(row.thread_id)
    return None if facts is None else facts.order_id


def _before(mail: MessageRow, rows: Iterable[MessageRow]) -> list[MessageRow]:
    return [
        row
        for row in rows
        if row.kind in WAITING_KINDS and row.received_at <= mail.received_at
    ]


def _only(rows: Iterable[MessageRow]) -> int | None:
    """Return the thread of *rows* when they all lie in one, else ``None``."""
    threads = {row.thread_id for row in rows if row.thread_id is not None}
    return threads.pop() if len(threads) == 1 else None
