"""A report of an error says where it was, and keeps its words to itself."""

from inbox_assistant.crash_report import crash_report


def fail() -> None:
    raise ValueError("dora@example.com wrote: where is my parcel?")


def test_the_report_names_the_place_and_quotes_nothing() -> None:
    try:
        fail()
    except ValueError as error:
        report = crash_report(error)
    assert "ValueError" in report
    assert "in fail" in report
    assert "dora" not in report
    assert "parcel" not in report
