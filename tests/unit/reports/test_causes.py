"""The causes of a week are ranked, and what nobody explained is one of them."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from inbox_assistant.domain.breach import Cause
from inbox_assistant.reports.causes import Share, weekly_causes

BERLIN = ZoneInfo("Europe/Berlin")


def test_causes_are_ranked_with_the_share_of_all_before() -> None:
    monday = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
    given = [Cause.OTHER, None, Cause.WAREHOUSE, Cause.WAREHOUSE]
    (week,) = weekly_causes([(monday, cause) for cause in given], UTC)
    assert week.count == 4
    assert week.shares == (
        Share(Cause.WAREHOUSE, 2, 0.5),
        Share(Cause.OTHER, 1, 0.75),
        Share(None, 1, 1.0),
    )


def test_a_week_begins_on_the_monday_of_the_office() -> None:
    late_sunday = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)
    earlier = datetime(2026, 2, 27, 12, 0, tzinfo=UTC)
    weeks = weekly_causes([(earlier, None), (late_sunday, None)], BERLIN)
    assert [week.monday for week in weeks] == [date(2026, 3, 2), date(2026, 2, 23)]


def test_without_breaches_there_are_no_weeks() -> None:
    assert weekly_causes([], None) == []
