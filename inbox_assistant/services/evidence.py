"""The evidence pack of a thread, for a claim or an appeal."""

import hashlib
from collections.abc import Callable
from datetime import datetime

from inbox_assistant.domain.journal import Entry, in_order
from inbox_assistant.domain.kind import WAITING_KINDS, Kind
from inbox_assistant.domain.marketplace import BY_CODE
from inbox_assistant.domain.masking import masked_name, masked_text
from inbox_assistant.reports.evidence_page import Evidence, EvidenceMail, EvidenceStep
from inbox_assistant.services.standing_changes import thread_messages
from inbox_assistant.storage.messages import MessageRow
from inbox_assistant.storage.store import Store

_TOLD = ("reason", "cause", "words", "replied_at", "message_id", "agent", "tag")
_HEADINGS = {Kind.REPLY: "Reply", Kind.COPY_OF_REPLY: "Amazon's copy of a reply"}


def evidence_of(
    store: Store, thread: str, now: datetime, *, unmasked: bool = False
) -> Evidence:
    """Return everything known of *thread*; buyer data is masked unless *unmasked*.

    Raises InputError when there is no such thread.
    """
    rows = thread_messages(store, thread)
    names = {row.buyer for row in rows if row.buyer}

    def mask(text: str) -> str:
        return text if unmasked else masked_text(text, names)

    last = rows[-1]
    code = next((row.marketplace for row in rows if row.marketplace), None)
    place = BY_CODE.get(code or "")
    entries = store.journal.about(row.key for row in rows)
    return Evidence(
        thread=store.threads.present_key(thread),
        order_id=next((row.order_id for row in rows if row.order_id), None),
        asin=next((row.asin for row in rows if row.asin), None) or last.asin,
        marketplace=code,
        zone=place.time_zone if place else "UTC",
        made_at=now,
        is_masked=not unmasked,
        mails=tuple(_mail(store, row, mask, unmasked=unmasked) for row in rows),
        steps=tuple(_step(entry, mask) for entry in in_order(entries)),
    )


def _mail(
    store: Store, row: MessageRow, mask: Callable[[str], str], *, unmasked: bool
) -> EvidenceMail:
    heading = _HEADINGS.get(row.kind, row.kind.value.replace("-", " ").capitalize())
    if row.kind in WAITING_KINDS:
        name = row.buyer if unmasked else masked_name(row.buyer)
        heading = f"Message from {name or 'the buyer'}"
    standing = row.standing
    how = standing.how.value if standing.how else standing.state.value
    at = f", {standing.at:%Y-%m-%d %H:%M:%S} UTC" if standing.at else ""
    by = f", by {standing.by}" if standing.by else ""
    return EvidenceMail(
        heading=heading,
        at=row.received_at,
        time_source=row.received_from.value,
        subject=mask(row.subject),
        words=mask(row.words),
        standing=f"{how}{at}{by}",
        hashes=tuple(
            hashlib.sha256(store.mails.read(raw)).hexdigest()
            for raw in store.mails.of_message(row.number)
        ),
    )


def _step(entry: Entry, mask: Callable[[str], str]) -> EvidenceStep:
    details = [
        f"{name.replace('_', ' ')}: {entry.data[name]}"
        for name in _TOLD
        if entry.data.get(name)
    ]
    if entry.undoes:
        details.append(f"takes back {entry.undoes}")
    message_id = entry.data.get("message_id")
    told = "; ".join(details)
    # A Message-ID looks like an address, but is ours and no buyer's.
    shown = told if message_id else mask(told)
    return EvidenceStep(entry.at, entry.agent, entry.action.value, shown)
