"""The report as a table has a line for each window and each value."""

import io

from inbox_assistant.reports.csv_lines import write_csv
from inbox_assistant.reports.health_rows import HEAD, health_rows
from tests.unit.reports.health_report import small_report


def test_each_window_and_each_value_has_a_line_as_wide_as_the_head() -> None:
    rows = list(health_rows(small_report()))
    assert {len(row) for row in rows} == {len(HEAD)}
    assert rows[0] == ("window", "7 days", 1, 1, 1, 1, 0, 0, "0.6667", 46800)
    assert ("agent", "anna", 1, 0, 0, 0, 0, 0, "0.0000", 3600) in rows
    assert ("hour", "00", 0, 0, 0, 0, 0, 0, "", "") in rows


def test_an_agent_named_like_a_formula_stays_text() -> None:
    stream = io.StringIO()
    write_csv(stream, HEAD, health_rows(small_report()))
    assert "agent,'=1+1,0,1" in stream.getvalue()
