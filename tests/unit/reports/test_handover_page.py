"""The end of the day fits a page, whether it is read, copied or printed."""

from dataclasses import replace
from datetime import UTC, datetime

from inbox_assistant.reports.handover_page import (
    Handover,
    HandoverReason,
    HandoverThread,
    handover_page,
    handover_text,
)
from inbox_assistant.reports.phrasing import ENGLISH

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
THREAD = HandoverThread("t1", "A… <M>", "302-1", NOON, "#vip", "ben")
REASON = HandoverReason(NOON, "anna", "finding dismissed", "our own page", "t1", "link")
HANDOVER = Handover(NOON, NOON, (THREAD,), (), (THREAD,), (), (REASON,), 3)


def test_the_text_names_what_waits_and_why_things_were_decided() -> None:
    text = handover_text(HANDOVER)
    assert text.startswith("End of day, 2026-03-02 12:00 UTC")
    assert (
        "Waiting: 1\n  2026-03-02 12:00 UTC  A… <M>  302-1  with ben #vip  t1" in text
    )
    assert "anna  finding dismissed: link  our own page" in text
    assert "Breaches without a cause: 3" in text


def test_the_page_escapes_and_loads_nothing() -> None:
    page = handover_page(HANDOVER)
    assert "A… &lt;M&gt;" in page
    assert "<M>" not in page
    assert "src=" not in page


def test_a_long_list_is_counted_and_not_printed_whole() -> None:
    many = replace(HANDOVER, waiting=(THREAD,) * 45)
    assert "and 5 more" in handover_text(many)
    assert "Waiting: 45" in handover_text(many)


def test_the_page_speaks_as_it_is_told_to() -> None:
    odd = replace(
        ENGLISH, language="xx", say=lambda words: f"¡{words}!", moment=lambda _at: "now"
    )
    page = handover_page(HANDOVER, odd)
    assert "lang='xx'" in page
    assert "<h1>¡End of day, now!</h1>" in page
    assert "¡finding dismissed!: link" in page
