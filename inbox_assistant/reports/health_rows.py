"""The contact response report as rows for a spreadsheet."""

from collections.abc import Iterator

from inbox_assistant.domain.response import Bucket
from inbox_assistant.reports.response_times import Figures, Report

HEAD = (
    "division",
    "value",
    "within 24 h",
    "late",
    "no response",
    "still in time",
    "no response necessary",
    "settled with the older ones",
    "late response rate",
    "average response seconds",
)


def health_rows(report: Report) -> Iterator[tuple[object, ...]]:
    """Yield the rows of *report*: each window, then each value of each division."""
    for days, figures in report.windows.items():
        yield "window", f"{days} days", *_cells(figures)
    for dimension, values in report.divided.items():
        for value, figures in values.items():
            yield dimension.value, value, *_cells(figures)


def _cells(figures: Figures) -> tuple[object, ...]:
    rate, average = figures.late_rate, figures.average
    return (
        *(figures.count(bucket) for bucket in Bucket),
        "" if rate is None else f"{rate:.4f}",
        "" if average is None else int(average.total_seconds()),
    )
