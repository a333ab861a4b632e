"""The audit as a page that a manager can read and print."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

_STYLE = """
body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:64rem;color:#1b1f24}
h1{font-size:1.6rem}h2{font-size:1.15rem;margin-top:2rem}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.35rem .6rem;border-bottom:1px solid #d9dee5;
vertical-align:top}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
mark{background:#fde2e0;color:inherit;padding:0 .15em}
.block{color:#a1221a;font-weight:600}.warn{color:#8a5a00;font-weight:600}
"""
_VERDICTS = ("block", "warn", "ok")


@dataclass(frozen=True, slots=True)
class FlaggedStretch:
    """One finding with the words around it."""

    source: str
    sent: str
    agent: str
    severity: str
    rule: str
    text: str
    message: str


@dataclass(frozen=True, slots=True)
class AuditFigures:
    """The numbers of the page: replies in all, by verdict, rule, month and agent."""

    replies: int
    verdicts: Counter[str]
    by_rule: Counter[tuple[str, str]]
    by_month: Counter[tuple[str, str]]
    by_agent: Counter[tuple[str, str]]


def audit_page(figures: AuditFigures, stretches: Sequence[FlaggedStretch]) -> str:
    """Return the whole page as HTML; it loads nothing and runs nothing."""
    rules = [
        (escape(rule), severity, str(count))
        for (rule, severity), count in figures.by_rule.most_common()
    ]
    return "".join(
        (
            "<!doctype html><html lang='en'><meta charset='utf-8'>",
            f"<title>Audit of sent replies</title><style>{_STYLE}</style>",
            "<h1>Audit of sent replies</h1>",
            f"<p>{figures.replies} replies: ",
            f"<span class='block'>{figures.verdicts['block']} must not be sent",
            "</span>, ",
            f"<span class='warn'>{figures.verdicts['warn']} to look at again</span>, ",
            f"{figures.verdicts['ok']} without objection.</p>",
            "<h2>By rule</h2>",
            _table(("Rule", "Severity", "Found"), rules),
            "<h2>By month</h2>",
            _by_verdict("Month", figures.by_month),
            "<h2>By sender</h2>",
            _by_verdict("Sender", figures.by_agent),
            "<h2>Every stretch</h2>",
            _stretches(stretches),
            "</html>\n",
        )
    )


def _by_verdict(name: str, counts: Counter[tuple[str, str]]) -> str:
    keys = sorted({key for key, _ in counts})
    rows = [
        (escape(key), *(str(counts[key, verdict]) for verdict in _VERDICTS))
        for key in keys
    ]
    return _table((name, "Must not", "Look again", "Fine"), rows)


def _stretches(stretches: Sequence[FlaggedStretch]) -> str:
    rows = [
        (
            escape(one.sent),
            escape(one.agent),
            f"<span class='{escape(one.severity)}'>{escape(one.rule)}</span>",
            f"<mark>{escape(one.text)}</mark><br>{escape(one.message)}",
            escape(one.source),
        )
        for one in stretches
    ]
    return _table(("Sent", "Sender", "Rule", "Words", "Where"), rows)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    cells = "".join(f"<th>{escape(name)}</th>" for name in head)
    lines = "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows
    )
    return f"<table><tr>{cells}</tr>{lines}</table>"
