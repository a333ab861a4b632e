"""Finding threads by the words in them."""

import re
import sqlite3

_TERM = re.compile(r'"([^"]*)"|(\S+)')
_SCANNED = 2000
"""How many of the newest matching messages are looked at: a common word matches
hundreds of thousands, and nobody reads past the first pages."""


def match_expression(query: str) -> str | None:
    """Return the FTS5 expression for what a person typed, or ``None`` for nothing.

    Every term must occur; the beginning of a word suffices; a term with punctuation
    inside, such as an order number, is taken as a phrase.
    """
    terms = []
    for quoted, plain in _TERM.findall(query):
        text = (quoted or plain).replace('"', " ")
        if not any(character.isalnum() for character in text):
            continue
        terms.append(f'"{text}"' + ("" if quoted else " *"))
    return " ".join(terms) or None


def search_threads(
    connection: sqlite3.Connection, query: str, limit: int = 200
) -> list[int]:
    """Return the numbers of the threads that match, those with newest mail first."""
    expression = match_expression(query)
    if expression is None:
        return []
    rows = connection.execute(
        """select message.thread_id from (
            select rowid from search where search match ?
            order by rowid desc limit ?) as hit
        join message on message.id = hit.rowid
        where message.thread_id is not null
        order by hit.rowid desc""",
        (expression, _SCANNED),
    ).fetchall()
    return list(dict.fromkeys(number for (number,) in rows))[:limit]
