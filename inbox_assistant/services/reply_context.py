"""What a reply in a thread answers, for the gate and for the composer alike."""

from collections.abc import Sequence

from inbox_assistant.domain.state import State
from inbox_assistant.policy.context import Context
from inbox_assistant.storage.messages import MessageRow

_UNANSWERED = frozenset({State.WAITING, State.TO_CONFIRM})


def unanswered(rows: Sequence[MessageRow]) -> list[MessageRow]:
    """Return the messages that a reply would answer, oldest first."""
    return [row for row in rows if row.standing.state in _UNANSWERED]


def reply_context(rows: Sequence[MessageRow]) -> Context:
    """Return what a reply among *rows*, the messages of a thread, is checked against.

    Where nothing waits any more a further message is proactive.
    """
    asked = unanswered(rows)
    marketplace = next((row.marketplace for row in rows if row.marketplace), None)
    if not asked:
        languages = (row.language for row in reversed(rows) if row.language)
        return Context(language=next(languages, None), marketplace=marketplace)
    topics = tuple(dict.fromkeys(topic for row in asked for topic in row.topics))
    return Context(
        buyer_text="\n\n".join(row.words for row in asked),
        buyer_topics=topics or None,
        language=asked[-1].language,
        marketplace=marketplace,
    )
