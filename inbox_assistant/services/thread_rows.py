"""What the queue shows of a thread."""

from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter

from inbox_assistant.domain.excerpt import excerpt
from inbox_assistant.domain.kind import WAITING_KINDS
from inbox_assistant.domain.settlement import Standing
from inbox_assistant.domain.state import State
from inbox_assistant.domain.thread import ThreadStanding, thread_standing
from inbox_assistant.storage.messages import MessageRow
from inbox_assistant.storage.threads import ThreadFacts

_PREVIEW_LENGTH = 160
"""Code points of a buyer's words that the queue shows."""


def standing_of(
    rows: Iterable[MessageRow], standings: Mapping[str, Standing]
) -> ThreadStanding:
    """Return where the thread of *rows* stands, whose messages stand as *standings*."""
    return thread_standing((row.received_at, standings[row.key]) for row in rows)


def thread_facts(
    key: str,
    partner: str,
    rows: Sequence[MessageRow],
    standings: dict[str, Standing],
) -> ThreadFacts:
    """Return what the row of thread *key* says of its messages *rows*, oldest first."""
    buyers = [row for row in rows if row.kind in WAITING_KINDS] or list(rows)
    waiting = [row for row in buyers if standings[row.key].state is State.WAITING]
    shown = (waiting or buyers)[-1]
    newest_first = buyers[::-1]

    def newest(trait: str) -> str | None:
        return next(filter(None, map(attrgetter(trait), newest_first)), None)

    return ThreadFacts(
        key=key,
        partner=partner,
        last_at=rows[-1].received_at,
        account=newest("account"),
        buyer=newest("buyer"),
        subject=shown.subject,
        preview=excerpt(shown.words, _PREVIEW_LENGTH),
        order_id=newest("order_id"),
        asin=newest("asin"),
        product=newest("product"),
        marketplace=newest("marketplace"),
        language=newest("language"),
        topics=shown.topics,
        older=bool(waiting) and all(row.older for row in waiting),
        doubtful=any(row.doubts for row in waiting),
        suggestion=bool(waiting) and not any(row.needs_response for row in waiting),
    )
