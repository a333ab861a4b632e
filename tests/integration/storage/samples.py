"""Messages and replies to put into a file, with as little said as possible."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from inbox_assistant.domain.kind import Kind
from inbox_assistant.domain.received import TimeSource
from inbox_assistant.domain.reply import OutboxReply, OutboxState
from inbox_assistant.storage.messages import MessageRow
from inbox_assistant.storage.store import Store

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
BUYER = "k3l2m1n0p9@marketplace.amazon.de"

QUESTION = MessageRow(
    key="q",
    kind=Kind.BUYER,
    kind_reason="relay address",
    partner=BUYER,
    received_at=NOON,
    received_from=TimeSource.DATE,
    alias=BUYER,
)
REPLY = OutboxReply(
    reply_id="r1",
    message_id="<r1@shop.example>",
    account="shop",
    thread="t1",
    sender="service@shop.example",
    to_address=BUYER,
    answers=("q",),
    body="It left today.",
    raw=b"Subject: Re\r\n\r\nIt left today.\r\n",
    state=OutboxState.QUEUED,
    queued_at=NOON,
    leave_at=NOON + timedelta(seconds=8),
)


def put(store: Store, key: str, thread: str | None = None, **values: Any) -> int:  # noqa: ANN401 - fields of the row
    """Store a message, in *thread* if one is named, and return its number."""
    row = replace(QUESTION, key=key, **values)
    number = store.messages.add(row, 1)
    if thread is not None:
        place = store.threads.ensure(thread, row.partner or "")
        store.messages.put_into(number, place)
    return number
