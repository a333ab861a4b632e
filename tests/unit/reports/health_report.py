"""A small report for the tests of its forms."""

from datetime import UTC, datetime

from inbox_assistant.domain.response import Bucket
from inbox_assistant.reports.response_times import (
    AmazonFigure,
    Dimension,
    Division,
    Figures,
    Report,
    window_start,
)

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def small_report(*, amazon: float | None = None) -> Report:
    """Return a report of four messages; one of its agents is named like a formula."""
    total, division = Figures(), Division()
    division.prepare(window_start(7, NOW), NOW, UTC)
    for agent, bucket, seconds in (
        ("anna", Bucket.IN_TIME, 3600),
        ("=1+1", Bucket.LATE, 90_000),
        ("", Bucket.NO_RESPONSE, 0),
        ("", Bucket.OPEN, 0),
    ):
        total.add(bucket, 1, seconds)
        values = (
            (Dimension.AGENT, agent),
            (Dimension.MARKETPLACE, "<DE>"),
            (Dimension.DAY, "2026-03-02"),
            (Dimension.HOUR, "11"),
            (Dimension.WEEKDAY, "1"),
        )
        division.add(values, bucket, 1, seconds)
    figure = None if amazon is None else AmazonFigure(7, amazon, NOW, "anna")
    windows = {7: total, 30: total, 90: total}
    return Report(7, NOW, total, windows, division.result(), figure)
