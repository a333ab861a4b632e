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
h3{font-size:1rem;margin:1.6rem 0 .3rem}small{color:#5b6470;overflow-wrap:anywhere}
tr{break-inside:avoid}
"""
_LONGEST = 240
"""How many characters of a stretch are shown; a whole message may be one."""
_MOST = 200
"""How many stretches of one rule are shown; a page must open."""
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
            "<h2>What was found</h2>",
            _stretches(stretches),
            "</html>\n",
        )
    )


def _by_verdict(name: str, counts: Counter[tuple[str, str]]) -> str:
    keys = sorted({key for key, _ in counts})
    rows = []
    for key in keys:
        numbers = [counts[key, verdict] for verdict in _VERDICTS]
        share = f"{100 * numbers[0] / sum(numbers):.0f}%"
        rows.append((escape(key), *map(str, numbers), share))
    head = (name, "Must not", "Look again", "Fine", "Share that must not")
    return _table(head, rows)


def _stretches(stretches: Sequence[FlaggedStretch]) -> str:
    """Return the stretches rule by rule, the rule most often broken first."""
    by_rule: dict[tuple[str, str], list[FlaggedStretch]] = {}
    for one in stretches:
        by_rule.setdefault((one.rule, one.severity), []).append(one)
    ranked = sorted(by_rule.values(), key=len, reverse=True)
    return "".join(_of_rule(every) for every in ranked)


def _of_rule(stretches: Sequence[FlaggedStretch]) -> str:
    """Return what one rule found."""
    first = stretches[0]
    rows = [
        (
            f"<mark>{escape(_clipped(one.text))}</mark>",
            escape(one.sent[:16].replace("T", " ")),
            escape(one.agent),
            f"<small>{escape(one.source)}</small>",
        )
        for one in stretches[:_MOST]
    ]
    more = len(stretches) - _MOST
    rest = f"<p>and {more} more; --json lists them all.</p>" if more > 0 else ""
    return (
        f"<h3><span class='{escape(first.severity)}'>{escape(first.rule)}</span>, "
        f"{len(stretches)}</h3><p>{escape(first.message)}</p>"
        + _table(("Words", "Sent (UTC)", "Sender", "Where"), rows)
        + rest
    )


def _clipped(text: str) -> str:
    """Return *text* on one line, its middle left out where it is long."""
    line = " ".join(text.split())
    if len(line) <= _LONGEST:
        return line
    half = _LONGEST // 2
    return f"{line[:half].rstrip()} … {line[-half:].lstrip()}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; cells that hold a number are set to the right."""
    lines = [[_cell(cell) for cell in row] for row in rows]
    numeric = [bool(lines) and " class='n'" in cell for cell in (lines or [[]])[0]]
    numeric += [False] * (len(head) - len(numeric))
    cells = "".join(
        f"<th class='n'>{escape(name)}</th>" if right else f"<th>{escape(name)}</th>"
        for name, right in zip(head, numeric, strict=True)
    )
    body = "".join("<tr>" + "".join(line) + "</tr>" for line in lines)
    return f"<table><tr>{cells}</tr>{body}</table>"


def _cell(content: str) -> str:
    """Return one cell of a table."""
    number = content.rstrip("%").isdecimal()
    return f"<td class='n'>{content}</td>" if number else f"<td>{content}</td>"
