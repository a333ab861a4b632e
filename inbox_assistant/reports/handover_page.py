"""The end of a day on one page: what the next shift must know."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape

from inbox_assistant.reports.health_words import moment_words

_STYLE = """
body{font:14px/1.45 Inter,system-ui,sans-serif;margin:2rem auto;max-width:56rem}
h1{font-size:1.4rem}h2{font-size:1.05rem;margin-top:1.2rem}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:3px 8px;border-bottom:1px solid #8a93a0}
"""
_LISTED = 40
"""So many of a list still fit where somebody reads them; the rest is counted."""


@dataclass(frozen=True, slots=True)
class HandoverThread:
    """One thread of a list; names are masked already where that is wanted."""

    thread: str
    buyer: str
    order_id: str
    due_at: datetime | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class HandoverReason:
    """One decision that somebody gave a reason for."""

    at: datetime
    agent: str
    what: str
    reason: str
    thread: str


@dataclass(frozen=True, slots=True)
class Handover:
    """What stands at ``now``, and what will before ``until``, the next shift."""

    now: datetime
    until: datetime
    waiting: tuple[HandoverThread, ...]
    to_confirm: tuple[HandoverThread, ...]
    breaching: tuple[HandoverThread, ...]
    promises: tuple[HandoverThread, ...]
    reasons: tuple[HandoverReason, ...]
    unexplained: int


def handover_sections(
    handover: Handover,
) -> list[tuple[str, list[tuple[str, ...]]]]:
    """Return the page as headings with rows, for whatever form it takes."""
    until = moment_words(handover.until)
    return [
        (
            f"Breaches before {until}: {len(handover.breaching)}",
            _threads(handover.breaching),
        ),
        (f"Waiting: {len(handover.waiting)}", _threads(handover.waiting)),
        (f"To confirm: {len(handover.to_confirm)}", _threads(handover.to_confirm)),
        (f"Promises due: {len(handover.promises)}", _threads(handover.promises)),
        (
            f"Overrides, dismissals and decisions: {len(handover.reasons)}",
            [
                (moment_words(one.at), one.agent, one.what, one.reason, one.thread)
                for one in handover.reasons
            ],
        ),
        (f"Breaches without a cause: {handover.unexplained}", []),
    ]


def handover_text(handover: Handover) -> str:
    """Return the page as plain text, to be copied or mailed."""
    lines = [f"End of day, {moment_words(handover.now)}"]
    for heading, rows in handover_sections(handover):
        lines += ["", heading]
        lines += ["  " + "  ".join(filter(None, row)) for row in rows]
    return "\n".join(lines) + "\n"


def handover_page(handover: Handover) -> str:
    """Return the page as HTML; it loads nothing and runs nothing."""
    title = f"End of day, {moment_words(handover.now)}"
    return "".join(
        (
            "<!doctype html><html lang='en'><head><meta charset='utf-8'>",
            f"<title>{title}</title><style>{_STYLE}</style></head><body>",
            f"<h1>{title}</h1>",
            *(
                f"<h2>{escape(heading)}</h2>{_table(rows)}"
                for heading, rows in handover_sections(handover)
            ),
            "</body></html>\n",
        )
    )


def _threads(threads: Sequence[HandoverThread]) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = [
        (
            moment_words(one.due_at) if one.due_at else "",
            one.buyer,
            one.order_id,
            one.note,
            one.thread,
        )
        for one in threads[:_LISTED]
    ]
    more = len(threads) - len(rows)
    return [*rows, (f"and {more} more",)] if more else rows


def _table(rows: Iterable[Sequence[str]]) -> str:
    lines = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>"
        for row in rows
    )
    return f"<table width='100%'>{lines}</table>" if lines else ""
