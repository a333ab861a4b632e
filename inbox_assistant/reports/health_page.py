"""The contact response report as a page to read, print and keep."""

from collections.abc import Iterable, Sequence
from html import escape

from inbox_assistant.domain.response import Bucket
from inbox_assistant.reports.chart_svg import COLOURS, as_image, chart_svg
from inbox_assistant.reports.health_words import (
    BUCKET_HEADS,
    TITLES,
    column_of,
    moment_words,
    percent,
    short_words,
    span_words,
    value_words,
)
from inbox_assistant.reports.response_times import Dimension, Figures, Report

_STYLE = """
body{font:15px/1.5 Inter,system-ui,sans-serif;margin:2rem auto;max-width:60rem;
color:#1b1f24}
h1{font-size:1.6rem}h2{font-size:1.15rem;margin-top:2rem}
table{border-collapse:collapse;width:100%}
th,td{text-align:right;padding:4px 8px;border-bottom:1px solid #d9dee5}
.name{text-align:left}
.late{color:#8a5a00}.none{color:#a1221a}
"""
_HEADS = (
    *(head for _, head in BUCKET_HEADS),
    "Late response rate",
    "Average response",
    "Still in time",
    "No response necessary",
)
_CHARTED = (Dimension.DAY, Dimension.HOUR, Dimension.WEEKDAY)
_TABLED = tuple(one for one in Dimension if one is not Dimension.DAY)
_WIDTH, _HEIGHT = 660, 190


def health_page(report: Report, zone_name: str) -> str:
    """Return the whole page as HTML; it loads nothing and runs nothing.

    *zone_name* says whose clock the hours and days follow.
    """
    total = report.total
    title = f"Contact response, last {report.days} days"
    return "".join(
        (
            "<!doctype html><html lang='en'><head><meta charset='utf-8'>",
            f"<title>{title}</title><style>{_STYLE}</style></head><body>",
            f"<h1>{title}</h1>",
            f"<p>{moment_words(report.since)} to {moment_words(report.now)}. ",
            f"Hours and days are those of {escape(zone_name)}.</p>",
            f"<p><b>Late response rate {percent(total.late_rate)}</b>: of ",
            f"{total.counted} messages {total.count(Bucket.LATE)} were answered late ",
            f"and {total.count(Bucket.NO_RESPONSE)} have no response. ",
            f"Average response time {span_words(total.average)}.</p>",
            _comparison(report),
            "<h2>Amazon's windows</h2>",
            _table("Window", _windows(report)),
            *(_chart(report, one) for one in _CHARTED),
            *(_division(report, one) for one in _TABLED),
            "<p>Counted as Amazon counts: from the receipt of each message to the ",
            "response, weekends included. What is marked as needing no response is ",
            "left out; what was settled together with the older ones as well ",
            f"({total.count(Bucket.SET_ASIDE)} here).</p></body></html>\n",
        )
    )


def _comparison(report: Report) -> str:
    amazon = report.amazon
    if amazon is None:
        return ""
    there = f"{amazon.late_percent:.1f}%"
    return (
        f"<p>Amazon showed {there} on {moment_words(amazon.noted_at)} "
        f"(noted by {escape(amazon.agent)}); here it is "
        f"{percent(report.total.late_rate)}.</p>"
    )


def _windows(report: Report) -> Iterable[tuple[str, Figures]]:
    return ((f"{days} days", one) for days, one in sorted(report.windows.items()))


def _chart(report: Report, dimension: Dimension) -> str:
    columns = [
        column_of(short_words(dimension, value), figures)
        for value, figures in report.divided[dimension].items()
    ]
    if not columns:
        return ""
    title = TITLES[dimension]
    svg = chart_svg(columns, _WIDTH, _HEIGHT, title)
    legend = " · ".join(
        f"<span style='color:{colour}'>■</span> {head}"
        for colour, (_, head) in zip(COLOURS, BUCKET_HEADS, strict=True)
    )
    return (
        f"<h2>{title}</h2><p>{legend}</p>"
        f"<p><img width='{_WIDTH}' height='{_HEIGHT}' alt='{title}' "
        f"src='{as_image(svg)}'></p>"
    )


def _division(report: Report, dimension: Dimension) -> str:
    rows = (
        (value_words(dimension, value), figures)
        for value, figures in report.divided[dimension].items()
    )
    name = dimension.value.capitalize()
    return f"<h2>{TITLES[dimension]}</h2>{_table(name, rows)}"


def _table(name: str, rows: Iterable[tuple[str, Figures]]) -> str:
    heads = "".join(f"<th>{escape(head)}</th>" for head in _HEADS)
    lines = "".join(_row(label, _cells(figures)) for label, figures in rows)
    return (
        f"<table width='100%'><tr><th class='name' align='left' width='20%'>"
        f"{escape(name)}</th>"
        f"{heads}</tr>{lines}</table>"
    )


def _row(label: str, cells: Sequence[str]) -> str:
    shown = "".join(f"<td align='right'>{cell}</td>" for cell in cells)
    return f"<tr><td class='name' align='left'>{escape(label)}</td>{shown}</tr>"


def _cells(figures: Figures) -> list[str]:
    return [
        *(str(figures.count(bucket)) for bucket, _ in BUCKET_HEADS),
        percent(figures.late_rate),
        span_words(figures.average),
        str(figures.count(Bucket.OPEN)),
        str(figures.count(Bucket.DISMISSED)),
    ]
