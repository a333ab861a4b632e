"""The JSON forms of what commands list."""

from inbox_assistant.domain.finding import Finding
from inbox_assistant.domain.message_view import MessageView
from inbox_assistant.domain.moment import iso
from inbox_assistant.domain.queue_row import QueueRow


def queue_record(row: QueueRow) -> dict[str, object]:
    """Return one thread of the queue; times are ISO 8601 UTC ending in ``Z``."""
    return {
        "thread": row.thread,
        "buyer": row.buyer,
        "order_id": row.order_id,
        "asin": row.asin,
        "marketplace": row.marketplace,
        "subject": row.subject,
        "topics": list(row.topics),
        "language": row.language,
        "waiting": row.waiting,
        "received_at": iso(row.received_at),
        "due_at": iso(row.due_at),
        "state": row.state.value,
        "older": row.older,
    }


def message_record(view: MessageView) -> dict[str, object]:
    """Return one message of a thread."""
    return {
        "direction": view.direction.value,
        "kind": view.kind.value,
        "received_at": iso(view.received_at),
        "received_from": view.received_from or None,
        "subject": view.subject,
        "body": view.body,
        "link": view.link,
        "attachments": [
            {"name": one.name, "media_type": one.media_type, "size": one.size}
            for one in view.attachments
        ],
    }


def finding_record(finding: Finding) -> dict[str, object]:
    """Return one finding; ``start`` and ``end`` count Unicode code points."""
    return {
        "rule": finding.rule,
        "category": finding.category,
        "severity": finding.severity.value,
        "start": finding.start,
        "end": finding.end,
        "text": finding.text,
        "message": finding.message,
        "why": finding.why,
        "fixes": [
            {
                "label": fix.label,
                "start": fix.start,
                "end": fix.end,
                "replacement": fix.replacement,
            }
            for fix in finding.fixes
        ],
    }
