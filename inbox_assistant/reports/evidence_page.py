"""A thread as evidence: every message with its times and hashes, every decision."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from zoneinfo import ZoneInfo

_STYLE = """
body{font:14px/1.5 Inter,system-ui,sans-serif;margin:2rem auto;max-width:56rem;
color:#1b1f24}
h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:1.6rem}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:4px 8px;border-bottom:1px solid #d9dee5}
pre{white-space:pre-wrap;font:inherit;margin:4px 0}
.hash{font-family:monospace;font-size:12px;color:#5b6673}
"""


@dataclass(frozen=True, slots=True)
class EvidenceMail:
    """One message; ``hashes`` are SHA-256 of each mail it came in, as received."""

    heading: str
    at: datetime
    time_source: str
    subject: str
    words: str
    standing: str
    hashes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EvidenceStep:
    """One entry of the journal about the thread."""

    at: datetime
    agent: str
    action: str
    details: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything that is known of one thread; ``zone`` is the marketplace's."""

    thread: str
    order_id: str | None
    asin: str | None
    marketplace: str | None
    zone: str
    made_at: datetime
    is_masked: bool
    mails: tuple[EvidenceMail, ...]
    steps: tuple[EvidenceStep, ...]


def evidence_page(evidence: Evidence) -> str:
    """Return the whole page as HTML; it loads nothing and runs nothing."""
    masked = (
        "<p>Buyer data is masked; the hashes are those of the unmasked mails.</p>"
        if evidence.is_masked
        else ""
    )
    facts = (
        ("Order", evidence.order_id),
        ("ASIN", evidence.asin),
        ("Marketplace", evidence.marketplace),
        ("Thread", evidence.thread),
        ("Made", _times(evidence.made_at, evidence.zone)),
    )
    return "".join(
        (
            "<!doctype html><html lang='en'><head><meta charset='utf-8'>",
            f"<title>Evidence</title><style>{_STYLE}</style></head><body>",
            "<h1>Correspondence about an order</h1>",
            _table(("", ""), ((name, value or "—") for name, value in facts)),
            masked,
            "<h2>Messages</h2>",
            *(_mail(one, evidence.zone) for one in evidence.mails),
            "<h2>Decisions and steps</h2>",
            _table(
                ("When", "Who", "What", ""),
                (
                    (_times(one.at, evidence.zone), one.agent, one.action, one.details)
                    for one in evidence.steps
                ),
            ),
            "<p>Times are in UTC and on the marketplace's clock. A hash is the ",
            "SHA-256 of the bytes of a mail as they were received.</p></body></html>\n",
        )
    )


def _mail(one: EvidenceMail, zone: str) -> str:
    rows = (
        ("Time", f"{_times(one.at, zone)} ({one.time_source})"),
        ("Subject", one.subject),
        ("State", one.standing),
    )
    hashes = "<br>".join(escape(text) for text in one.hashes)
    return (
        f"<h2>{escape(one.heading)}</h2>{_table(('', ''), rows)}"
        f"<pre>{escape(one.words)}</pre><p class='hash'>{hashes}</p>"
    )


def _times(moment: datetime, zone: str) -> str:
    there = moment.astimezone(ZoneInfo(zone))
    return (
        f"{moment:%Y-%m-%d %H:%M:%S} UTC · {there:%Y-%m-%d %H:%M:%S} "
        f"{there.tzname()} ({zone})"
    )


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    head = "".join(f"<th>{escape(name)}</th>" for name in heads) if any(heads) else ""
    lines = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>"
        for row in rows
    )
    return f"<table width='100%'><tr>{head}</tr>{lines}</table>"
