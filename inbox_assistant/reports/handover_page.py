"""The end of a day on one page: what the next shift must know."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape

from inbox_assistant.reports.phrasing import ENGLISH, Phrasing

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
    agent: str | None = None
    """Who has it."""


@dataclass(frozen=True, slots=True)
class HandoverReason:
    """One decision that somebody gave a reason for."""

    at: datetime
    agent: str
    what: str
    reason: str
    thread: str
    rule: str = ""
    """Which rule was overruled, if one was."""


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
    handover: Handover, phrasing: Phrasing = ENGLISH
) -> list[tuple[str, list[tuple[str, ...]]]]:
    """Return the page as headings with rows, for whatever form it takes."""
    say = phrasing.say
    until = phrasing.moment(handover.until)
    lists = (
        (say("Breaches before {time}").format(time=until), handover.breaching),
        (say("Waiting"), handover.waiting),
        (say("To confirm"), handover.to_confirm),
        (say("Promises due"), handover.promises),
    )
    reasons = say("Overrides, dismissals and decisions")
    unexplained = say("Breaches without a cause")
    return [
        *(
            (f"{heading}: {len(threads)}", _threads(threads, phrasing))
            for heading, threads in lists
        ),
        (
            f"{reasons}: {len(handover.reasons)}",
            [_reason(one, phrasing) for one in handover.reasons],
        ),
        (f"{unexplained}: {handover.unexplained}", []),
    ]


def handover_text(handover: Handover, phrasing: Phrasing = ENGLISH) -> str:
    """Return the page as plain text, to be copied or mailed."""
    lines = [_title(handover, phrasing)]
    for heading, rows in handover_sections(handover, phrasing):
        lines += ["", heading]
        lines += ["  " + "  ".join(filter(None, row)) for row in rows]
    return "\n".join(lines) + "\n"


def handover_page(handover: Handover, phrasing: Phrasing = ENGLISH) -> str:
    """Return the page as HTML; it loads nothing and runs nothing."""
    title = escape(_title(handover, phrasing))
    return "".join(
        (
            f"<!doctype html><html lang='{phrasing.language}'><head>",
            f"<meta charset='utf-8'><title>{title}</title>",
            f"<style>{_STYLE}</style></head><body><h1>{title}</h1>",
            *(
                f"<h2>{escape(heading)}</h2>{_table(rows)}"
                for heading, rows in handover_sections(handover, phrasing)
            ),
            "</body></html>\n",
        )
    )


def _title(handover: Handover, phrasing: Phrasing) -> str:
    title = phrasing.say("End of day, {time}")
    return title.format(time=phrasing.moment(handover.now))


def _threads(
    threads: Sequence[HandoverThread], phrasing: Phrasing
) -> list[tuple[str, ...]]:
    rows = [_thread(one, phrasing) for one in threads[:_LISTED]]
    more = len(threads) - len(rows)
    if not more:
        return rows
    return [*rows, (phrasing.say("and {count} more").format(count=more),)]


def _thread(one: HandoverThread, phrasing: Phrasing) -> tuple[str, ...]:
    holder = phrasing.say("with {agent}").format(agent=one.agent) if one.agent else ""
    return (
        phrasing.moment(one.due_at) if one.due_at else "",
        one.buyer,
        one.order_id,
        " ".join(filter(None, (holder, one.note))),
        one.thread,
    )


def _reason(one: HandoverReason, phrasing: Phrasing) -> tuple[str, ...]:
    what = phrasing.say(one.what)
    told = f"{what}: {one.rule}" if one.rule else what
    return (phrasing.moment(one.at), one.agent, told, one.reason, one.thread)


def _table(rows: Iterable[Sequence[str]]) -> str:
    lines = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>"
        for row in rows
    )
    return f"<table width='100%'>{lines}</table>" if lines else ""
