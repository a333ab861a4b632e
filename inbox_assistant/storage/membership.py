"""Which of many values are to be found in the file."""

import json
import sqlite3
from collections.abc import Collection


def found_among(
    connection: sqlite3.Connection, question: str, values: Collection[str]
) -> set[str]:
    """Return what *question* gives for *values*; it is a select that ends in ``in``.

    All of them go in one parameter: SQLite takes no endless number of those.
    """
    if not values:
        return set()
    rows = connection.execute(
        f"{question} (select value from json_each(?))",  # noqa: S608 - constants
        (json.dumps(list(values), ensure_ascii=False),),
    ).fetchall()
    return {value for (value,) in rows}
