"""The steps by which the file of a profile came to its present shape.

A step is never edited after a release; a new shape is a new module and one more line
here. ``KNOWN_VERSION`` in ``database`` counts them and is what ``PRAGMA user_version``
holds, so that a file which is up to date opens without loading any of this.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlite_utils.migrations import Migrations

from inbox_assistant.storage.migrations import (
    m001_begin,
    m002_say_who_answered,
    m003_label_threads,
    m004_compose,
    m005_index_what_waits,
    m006_journal_templates,
    m007_index_what_is_found,
    m008_index_buyers,
    m009_index_less,
    m010_read_marks,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sqlite_utils.db import Database

STEPS = {
    "m001_begin": m001_begin.STATEMENTS,
    "m002_say_who_answered": m002_say_who_answered.STATEMENTS,
    "m003_label_threads": m003_label_threads.STATEMENTS,
    "m004_compose": m004_compose.STATEMENTS,
    "m005_index_what_waits": m005_index_what_waits.STATEMENTS,
    "m006_journal_templates": m006_journal_templates.STATEMENTS,
    "m007_index_what_is_found": m007_index_what_is_found.STATEMENTS,
    "m008_index_buyers": m008_index_buyers.STATEMENTS,
    "m009_index_less": m009_index_less.STATEMENTS,
    "m010_read_marks": m010_read_marks.STATEMENTS,
}
"""The statements of each step by its name, in the order in which they are taken."""


def _taking(statements: Iterable[str]) -> Callable[[Database], None]:
    def take(db: Database) -> None:
        for statement in statements:
            db.execute(statement)

    return take


migrations = Migrations("inbox_assistant")
for _name, _statements in STEPS.items():
    migrations(name=_name)(_taking(_statements))
