"""Telling what a row that was found in a damaged file is, and whether it is whole."""

import hashlib
import json
import zlib
from contextlib import suppress

from inbox_assistant.domain.journal import Action
from inbox_assistant.domain.reply import OutboxState
from inbox_assistant.storage.carving import Record, Value
from inbox_assistant.storage.steps import step_from_text
from inbox_assistant.storage.triage import ORDERS

Row = dict[str, Value]

_ACTIONS = {one.value for one in Action}
_LATEST = 4_102_444_800_000_000
"""The end of the year 2099, as a moment is stored."""
_STATES = {one.value for one in OutboxState}


def named(record: Record, shapes: dict[str, list[str]]) -> tuple[str, Row] | None:
    """Return the table that *record* is unmistakably of, and its values by name."""
    values = record.values
    if record.rowid is None:
        # The index of journal_message by entry holds both of its columns.
        kinds = tuple(type(value) for value in values)
        if kinds == (int, str) and "journal_message" in shapes:
            return "journal_message", {"seq": values[0], "message_key": values[1]}
        return None
    for table, test in (
        ("raw", is_mail),
        ("arrival", _is_arrival),
        ("journal", is_entry),
        ("outbox", can_leave),
        ("draft", _is_draft),
        ("account", _is_account),
        ("attachment", _is_attachment),
        ("template", _is_template),
        ("saved_view", _is_view),
    ):
        columns = shapes.get(table, [])
        # Columns that a later version added may be missing at the end.
        row = dict(zip(columns, values, strict=False))
        if len(values) <= len(columns) and test(row):
            if row[columns[0]] is None:
                # What numbers the rows of a table stands before the record.
                row[columns[0]] = record.rowid
            return table, row
    return None


def with_believable_times(row: Row, written_at: int) -> Row:
    """Return *row* with each moment that cannot be replaced by *written_at*.

    Moments are microseconds since 1970; *written_at* is when the file was written last.
    """
    return {
        name: written_at
        if (name == "at" or name.endswith("_at"))
        and isinstance(value, int)
        and not 0 <= value <= _LATEST
        else value
        for name, value in row.items()
    }


def with_readable_details(row: Row) -> Row:
    """Return *row* without what is damaged of a next step or of a file's remarks.

    Neither is worth the draft or the file that it stands beside.
    """
    details = dict(row)
    if "step" in row and not _is_step(row["step"]):
        details["step"] = ""
    if "remarks" in row and not is_json(row["remarks"]):
        details["remarks"] = "[]"
    return details


def is_mail(row: Row) -> bool:
    """Return whether *row* holds a mail as it was received, by its hash."""
    digest, packed = row.get("sha256"), row.get("bytes")
    if not isinstance(digest, bytes) or not isinstance(packed, bytes):
        return False
    with suppress(zlib.error):
        return hashlib.sha256(zlib.decompress(packed)).digest() == digest
    return False


def _is_arrival(row: Row) -> bool:
    return (
        isinstance(row.get("raw_id"), int)
        and isinstance(row.get("source"), str)
        and isinstance(row.get("kept_at"), int)
        and row.get("in_sent_folder") in {0, 1}
        and row.get("first_import") in {0, 1}
    )


def is_entry(row: Row) -> bool:
    """Return whether *row* is an entry of the journal."""
    return row.get("action") in _ACTIONS and is_json(row.get("data"))


def is_json(text: Value) -> bool:
    """Return whether *text* holds an object or a list of JSON."""
    with suppress(ValueError):
        return isinstance(text, str) and isinstance(json.loads(text), dict | list)
    return False


def can_leave(row: Row) -> bool:
    """Return whether the row of a reply still holds all that is sent."""
    packed = row.get("raw")
    if row.get("state") not in _STATES or not is_json(row.get("answers")):
        return False
    with suppress(zlib.error):
        return isinstance(packed, bytes) and bool(zlib.decompress(packed))
    return False


def written_in(row: Row) -> Row:
    """Return the draft that keeps the words of a reply which cannot leave."""
    return {
        "thread": row.get("thread"),
        "body": row.get("body"),
        "cursor": 0,
        "updated_at": row.get("queued_at"),
    }


def _is_account(row: Row) -> bool:
    settings = row.get("settings")
    return isinstance(settings, str) and '"address"' in settings and is_json(settings)


def _is_draft(row: Row) -> bool:
    return (
        isinstance(row.get("thread"), str)
        and isinstance(row.get("body"), str)
        and isinstance(row.get("cursor"), int)
        and isinstance(row.get("updated_at"), int)
    )


def _is_attachment(row: Row) -> bool:
    content, media_type = row.get("bytes"), row.get("media_type")
    return (
        isinstance(row.get("thread"), str)
        and isinstance(row.get("name"), str)
        and isinstance(media_type, str)
        and "/" in media_type
        and isinstance(content, bytes)
        and len(content) == row.get("size")
        and isinstance(row.get("words"), str)
        and isinstance(row.get("added_at"), int)
    )


def _is_template(row: Row) -> bool:
    texts = ("key", "title", "language", "topics", "body")
    return (
        all(isinstance(row.get(name), str) for name in texts)
        and isinstance(row.get("marketplace"), str | None)
        and isinstance(row.get("promise_days"), int | None)
        and row.get("holding") in {0, 1}
        and row.get("hidden") in {0, 1}
        and isinstance(row.get("tags", ""), str)
        and isinstance(row.get("updated_at"), int)
    )


def _is_view(row: Row) -> bool:
    return (
        isinstance(row.get("name"), str)
        and isinstance(row.get("query"), str)
        and row.get("sort") in {"", *ORDERS}
        and isinstance(row.get("place"), int)
    )


def _is_step(text: Value) -> bool:
    with suppress(ValueError, KeyError, TypeError):
        return isinstance(text, str) and step_from_text(text) is not None
    return False
