"""Rows for spreadsheets: whatever a buyer wrote is text there."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.reports.csv_lines import write_csv


def written(*rows: tuple[object, ...]) -> str:
    stream = StringIO()
    write_csv(stream, ("a", "b"), rows)
    return stream.getvalue()


def test_rows_stand_under_their_head() -> None:
    assert written(("x", 1), (None, "z")) == "a,b\nx,1\n,z\n"


@pytest.mark.parametrize(
    "cell", ["=1+1", "+49", "-1", "@sum", "\t=1", "\r=1", " =1", "\n=1", "＝1", "＠x"]
)
def test_what_a_spreadsheet_would_run_is_text(cell: str) -> None:
    _, (found, _) = csv.reader(StringIO(written((cell, "")), newline=""))
    assert found == "'" + cell.replace("\r", "\n")


def test_commas_quotes_and_line_breaks_stay_in_their_cell() -> None:
    cells = ('say "hi", now', "two\nlines")
    rows = list(csv.reader(StringIO(written(cells), newline="")))
    assert rows[1] == list(cells)


@given(st.text(), st.text())
def test_no_cell_ever_begins_a_formula(first: str, second: str) -> None:
    text = written((first, second))
    rows = list(csv.reader(StringIO(text, newline="")))
    for cell in rows[1] if len(rows) > 1 else []:
        assert not cell.lstrip(" ").startswith(("=", "+", "-", "@"))
