"""What is written of a new message, column by column."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from inbox_assistant.storage.search import spaced
from inbox_assistant.storage.stamps import to_stamp

if TYPE_CHECKING:
    from inbox_assistant.domain.parsed_mail import Attachment
    from inbox_assistant.domain.settlement import Standing
    from inbox_assistant.storage.messages import MessageRow

NOTHING_LISTED = "[]"

_COLUMNS = """id, key, parser, kind, kind_reason, partner, account, thread_id,
    received_at, received_from, sender, answer_to, alias, case_id, thread_token,
    mail_id, refs, buyer, buyer_folded, subject, order_id, asin, product, marketplace,
    language, topics, needs_response, words, words_digest, spaced, no_response_link,
    case_link, attachments, doubts, returned_mail_id, trusted, older, state, how,
    settled_at, sent_back, settled_by, told_at, answered_elsewhere_at"""

INSERT = f"""insert into message ({_COLUMNS})
    values ({", ".join("?" * (_COLUMNS.count(",") + 1))})"""  # noqa: S608 - constants
"""Takes ``values_of`` a message."""


def values_of(
    row: MessageRow,
    number: int | None,
    parser: int,
    thread_id: int | None,
    standing: Standing,
) -> tuple[Any, ...]:
    """Return what is written of *row*.

    Without a *number* SQLite gives it the next one. *parser* is the version that read
    it, *thread_id* the thread it comes into, where *standing* is what it has there.
    """
    return (
        number,
        row.key,
        parser,
        row.kind.value,
        row.kind_reason,
        row.partner,
        row.account,
        thread_id,
        to_stamp(row.received_at),
        row.received_from.value,
        row.sender,
        row.answer_to,
        row.alias,
        row.case_id,
        row.thread_token,
        row.mail_id,
        json.dumps(row.references) if row.references else NOTHING_LISTED,
        row.buyer,
        row.buyer_folded,
        row.subject,
        row.order_id,
        row.asin,
        row.product,
        row.marketplace,
        row.language,
        ",".join(row.topics),
        int(row.needs_response),
        row.words,
        row.words_digest,
        spaced(f"{row.buyer or ''} {row.subject} {row.words}"),
        row.no_response_link,
        row.case_link,
        _attachments_text(row.attachments),
        json.dumps(row.doubts) if row.doubts else NOTHING_LISTED,
        row.returned_mail_id,
        int(row.trusted),
        int(row.older),
        *standing_values(standing),
    )


def standing_values(standing: Standing) -> tuple[Any, ...]:
    """Return what is written of where a message stands: the columns from ``state``."""
    return (
        standing.state.value,
        None if standing.how is None else standing.how.value,
        to_stamp(standing.at),
        int(standing.sent_back),
        standing.by,
        to_stamp(standing.told_at),
        to_stamp(standing.answered_elsewhere_at),
    )


def _attachments_text(attachments: tuple[Attachment, ...]) -> str:
    if not attachments:
        return NOTHING_LISTED
    return json.dumps(
        [[one.name, one.media_type, one.size] for one in attachments],
        ensure_ascii=False,
    )
