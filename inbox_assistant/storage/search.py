"""Finding threads by the words in them."""

import re
import sqlite3

_UNSPACED = re.compile(
    r"[\u0e00-\u0eff\u1780-\u17ff\u3005-\u30ff\u31f0-\u31ff\u3400-\u4dbf"
    r"\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]"
)
"""Letters of scripts that put no space between words: Thai, Japanese, Chinese, …"""

_GAP = " \ue000 "
"""Stands between two such words, so that the end of one and the beginning of the
next are not found as a word; a letter of nobody's, since the index skips signs."""

_TERM = re.compile(r'"([^"]*)"|(\S+)')
_SCANNED = 2000
"""How many of the newest matching messages are looked at: a common word matches
hundreds of thousands, and nobody reads past the first pages."""


def spaced(text: str) -> str:
    """Return the words of *text* in scripts without spaces, letter by letter.

    The index knows words by the spaces around them; this way each part of such a
    text can be found as well.
    """
    if text.isascii() or not _UNSPACED.search(text):
        return ""
    return _GAP.join(
        " ".join(_UNSPACED.sub(r" \g<0> ", word).split())
        for word in text.split()
        if _UNSPACED.search(word)
    )


def match_expression(query: str, *, beginnings: bool = True) -> str | None:
    """Return the FTS5 expression for what a person typed, or ``None`` for nothing.

    Every term must occur; with *beginnings* the beginning of a word suffices; a term
    with punctuation inside, such as an order number, is taken as a phrase.
    """
    terms = []
    # SQLite reads an expression as far as the first NUL.
    for quoted, plain in _TERM.findall(query.replace("\0", " ")):
        text = (quoted or plain).replace('"', " ")
        if not any(character.isalnum() for character in text):
            continue
        letters = spaced(text)
        phrase = f'spaced : "{letters}"' if letters else f'"{text}"'
        terms.append(phrase + (" *" if beginnings and not quoted else ""))
    return " ".join(terms) or None


def search_threads(
    connection: sqlite3.Connection, query: str, limit: int = 200
) -> list[int]:
    """Return the numbers of the threads that match, those with newest mail first.

    Whole words are tried first: the index walks those from the newest on, while for
    a beginning it has to bring every word together that begins so.
    """
    exact = match_expression(query, beginnings=False)
    if exact is None:
        return []
    found = _newest(connection, exact, limit)
    if len(found) < limit:
        found = _newest(connection, match_expression(query) or exact, limit)
    return found


def _newest(connection: sqlite3.Connection, expression: str, limit: int) -> list[int]:
    rows = connection.execute(
        """select message.thread_id from search
        join message on message.id = search.rowid
        where search match ? order by search.rowid desc limit ?""",
        (expression, _SCANNED),
    )
    found: dict[int, None] = {}
    for (number,) in rows:
        if number is not None:
            found[number] = None
            if len(found) == limit:
                break
    rows.close()
    return list(found)
