"""The contact response report worked out once more, slowly, from facts alone.

It reads the kept bytes with Python's own mail parser and goes through the journal
entry by entry; it shares nothing with the program but the words of its result.
"""

import json
import zlib
from collections import Counter
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.utils import parsedate_to_datetime
from sqlite3 import Connection
from typing import Any
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
PLACES = {"A1F83G8C2ARO7P": "UK"}
Row = dict[str, Any]


def slow_report(
    connection: Connection, days: int, now: datetime, zone: ZoneInfo
) -> Counter[tuple[str, str, str]]:
    """Return how many messages count, by dimension, value and bucket.

    The seconds that answers took are counted under the bucket ``seconds``.
    """
    entries = _entries(connection)
    entries = [one for one in entries if _stands(one, entries)]
    counts: Counter[tuple[str, str, str]] = Counter()
    for message in _messages(connection).values():
        received_at = message["received_at"]
        if now - received_at > timedelta(days=days):
            continue
        bucket, agent, seconds = _bucket(message, entries, now)
        there = received_at.astimezone(zone)
        for dimension, value in (
            ("total", ""),
            ("marketplace", message["marketplace"]),
            ("account", message["account"]),
            ("agent", agent),
            ("topic", message["topic"]),
            ("hour", there.strftime("%H")),
            ("weekday", str(there.weekday() + 1)),
            ("day", there.strftime("%Y-%m-%d")),
        ):
            counts[dimension, value, bucket] += 1
            if seconds:
                counts[dimension, value, "seconds"] += seconds
    return counts


def _messages(connection: Connection) -> dict[str, Row]:
    found: dict[str, Row] = {}
    for raw_id, packed, key in connection.execute(
        "select id, bytes, message_key from raw order by id"
    ).fetchall():
        mail = message_from_bytes(zlib.decompress(packed))
        for arrived, account in connection.execute(
            "select arrived_at, account from arrival where raw_id = ? order by id",
            (raw_id,),
        ):
            arrived_at = datetime.fromtimestamp(0, UTC) + timedelta(
                microseconds=arrived
            )
            dated_at = parsedate_to_datetime(mail["Date"])
            is_believed = arrived_at - 2 * DAY <= dated_at <= arrived_at
            at = dated_at if is_believed else arrived_at
            words = mail.get_payload(decode=True).decode()
            known = found.setdefault(
                key,
                {
                    "key": key,
                    "received_at": at,
                    "account": account or "",
                    "marketplace": PLACES[mail["X-Marketplace-ID"]],
                    "topic": "thanks" if "\nThank you" in words else "other",
                },
            )
            known["received_at"] = min(known["received_at"], at)
    return found


def _entries(connection: Connection) -> list[Row]:
    rows = connection.execute(
        "select seq, entry_id, agent, at, action, undoes, data from journal"
    ).fetchall()
    entries = []
    for seq, entry_id, agent, at, action, undoes, data in rows:
        keys = connection.execute(
            "select message_key from journal_message where seq = ?", (seq,)
        ).fetchall()
        entries.append(
            {
                "id": entry_id,
                "agent": agent,
                "at": datetime.fromtimestamp(0, UTC) + timedelta(microseconds=at),
                "action": action,
                "undoes": undoes,
                "data": json.loads(data),
                "keys": {key for (key,) in keys},
            }
        )
    return entries


def _stands(entry: Row, entries: list[Row]) -> bool:
    undos = [one for one in entries if one["undoes"] == entry["id"]]
    return not any(_stands(undo, entries) for undo in undos)


def _bucket(
    message: Row, entries: list[Row], now: datetime
) -> tuple[str, str, int | None]:
    endings = _endings(message["key"], entries)
    if not endings:
        is_late = now - message["received_at"] > DAY
        return ("no response" if is_late else "still in time"), "", None
    at, how, agent = min(endings)
    if how == "0 confirmed":
        return "no response necessary", agent, None
    if how == "2 older":
        return "settled with the older ones", agent, None
    took = at - message["received_at"]
    seconds = max(0, int(took.total_seconds() // 1))
    bucket = "answered late" if took > DAY else "answered within 24 hours"
    return bucket, agent, seconds


def _endings(key: str, entries: list[Row]) -> list[tuple[datetime, str, str]]:
    data = [(one["action"], one["data"].get("message_id")) for one in entries]
    endings = []
    for one in entries:
        if key not in one["keys"]:
            continue
        at, sent = one["at"], one["data"].get("message_id")
        if one["action"] == "replied-elsewhere":
            told = datetime.fromisoformat(one["data"]["replied_at"])
            endings.append((told, "1 answer", one["agent"]))
        elif one["action"] == "no-response-confirmed":
            endings.append((at, "0 confirmed", one["agent"]))
        elif one["action"] == "older-settled":
            endings.append((at, "2 older", one["agent"]))
        elif (
            one["action"] == "reply-handed-over"
            and ("reply-sent-back", sent) not in data
        ):
            queued = data.index(("reply-queued", sent))
            endings.append((at, "1 answer", entries[queued]["agent"]))
    return endings
