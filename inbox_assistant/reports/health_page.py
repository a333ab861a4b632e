"""The contact response report as a page to read, print and keep."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from inbox_assistant.domain.response import COUNTED, Bucket
from inbox_assistant.reports.chart_svg import COLOURS, as_image, chart_svg
from inbox_assistant.reports.health_words import column_of
from inbox_assistant.reports.phrasing import ENGLISH, Phrasing
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
_CHARTED = (Dimension.DAY, Dimension.HOUR, Dimension.WEEKDAY)
_TABLED = tuple(one for one in Dimension if one is not Dimension.DAY)
_WIDTH, _HEIGHT = 660, 190


def health_page(report: Report, zone_name: str, phrasing: Phrasing = ENGLISH) -> str:
    """Return the whole page as HTML; it loads nothing and runs nothing.

    *zone_name* says whose clock the hours and days follow.
    """
    title = phrasing.say("Contact response, last {count} days")
    title = escape(title.format(count=report.days))
    windows = escape(phrasing.say("Amazon's windows"))
    return "".join(
        (
            f"<!doctype html><html lang='{phrasing.language}'><head>",
            f"<meta charset='utf-8'><title>{title}</title>",
            f"<style>{_STYLE}</style></head><body><h1>{title}</h1>",
            *(f"<p>{one}</p>" for one in _sentences(report, zone_name, phrasing)),
            f"<h2>{windows}</h2>",
            _table(phrasing.say("Window"), _windows(report, phrasing), phrasing),
            *(_chart(report, one, phrasing) for one in _CHARTED),
            *(_division(report, one, phrasing) for one in _TABLED),
            f"<p>{_how_it_is_counted(report, phrasing)}</p></body></html>\n",
        )
    )


def _sentences(report: Report, zone_name: str, phrasing: Phrasing) -> Iterator[str]:
    say, total = phrasing.say, report.total
    span = say("{begin} to {end}. Hours and days are those of {zone}.").format(
        begin=phrasing.moment(report.since),
        end=phrasing.moment(report.now),
        zone=zone_name,
    )
    yield escape(span)
    rate = say("Late response rate {rate}").format(
        rate=phrasing.percent(total.late_rate)
    )
    of_which = say(
        "of {count} messages {late} were answered late and {none} have no response."
    ).format(
        count=total.counted,
        late=total.count(Bucket.LATE),
        none=total.count(Bucket.NO_RESPONSE),
    )
    average = say("Average response time {span}.").format(
        span=phrasing.span(total.average)
    )
    yield f"<b>{escape(rate)}</b>: {escape(of_which)} {escape(average)}"
    amazon = report.amazon
    if amazon is not None:
        compared = say(
            "Amazon showed {there} on {time} (noted by {agent}); here it is {here}."
        ).format(
            there=phrasing.percent(amazon.late_percent / 100),
            time=phrasing.moment(amazon.noted_at),
            agent=amazon.agent,
            here=phrasing.percent(total.late_rate),
        )
        yield escape(compared)


def _how_it_is_counted(report: Report, phrasing: Phrasing) -> str:
    words = phrasing.say(
        "Counted as Amazon counts: from the receipt of each message to the response, "
        "weekends included. What is marked as needing no response is left out; what "
        "was settled together with the older ones as well ({count} here)."
    )
    return escape(words.format(count=report.total.count(Bucket.SET_ASIDE)))


def _windows(report: Report, phrasing: Phrasing) -> Iterable[tuple[str, Figures]]:
    days = phrasing.say("{count} days")
    windows = sorted(report.windows.items())
    return ((days.format(count=count), figures) for count, figures in windows)


def _chart(report: Report, dimension: Dimension, phrasing: Phrasing) -> str:
    columns = [
        column_of(phrasing.label(dimension, value), figures)
        for value, figures in report.divided[dimension].items()
    ]
    if not columns:
        return ""
    title = phrasing.title(dimension)
    svg = chart_svg(columns, _WIDTH, _HEIGHT, title)
    title = escape(title)
    legend = " · ".join(
        f"<span style='color:{colour}'>■</span> {escape(phrasing.head(bucket))}"
        for colour, bucket in zip(COLOURS, COUNTED, strict=True)
    )
    return (
        f"<h2>{title}</h2><p>{legend}</p>"
        f"<p><img width='{_WIDTH}' height='{_HEIGHT}' alt='{title}' "
        f"src='{as_image(svg)}'></p>"
    )


def _division(report: Report, dimension: Dimension, phrasing: Phrasing) -> str:
    rows = (
        (phrasing.value(dimension, value), figures)
        for value, figures in report.divided[dimension].items()
    )
    title = phrasing.title(dimension)
    return f"<h2>{escape(title)}</h2>{_table(title, rows, phrasing)}"


def _table(name: str, rows: Iterable[tuple[str, Figures]], phrasing: Phrasing) -> str:
    names = (
        *(phrasing.head(bucket) for bucket in COUNTED),
        phrasing.say("Late response rate"),
        phrasing.say("Average response"),
        phrasing.head(Bucket.OPEN),
        phrasing.head(Bucket.DISMISSED),
    )
    heads = "".join(f"<th>{escape(head)}</th>" for head in names)
    lines = "".join(_row(label, _cells(figures, phrasing)) for label, figures in rows)
    return (
        f"<table width='100%'><tr><th class='name' align='left' width='20%'>"
        f"{escape(name)}</th>"
        f"{heads}</tr>{lines}</table>"
    )


def _row(label: str, cells: Sequence[str]) -> str:
    shown = "".join(f"<td align='right'>{cell}</td>" for cell in cells)
    return f"<tr><td class='name' align='left'>{escape(label)}</td>{shown}</tr>"


def _cells(figures: Figures, phrasing: Phrasing) -> list[str]:
    return [
        *(str(figures.count(bucket)) for bucket in COUNTED),
        phrasing.percent(figures.late_rate),
        phrasing.span(figures.average),
        str(figures.count(Bucket.OPEN)),
        str(figures.count(Bucket.DISMISSED)),
    ]
