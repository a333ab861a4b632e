"""The page of the report says its numbers, loads nothing and escapes names."""

import re

from inbox_assistant.reports.health_page import health_page
from tests.unit.reports.health_report import small_report


def test_the_page_says_the_rate_and_what_it_is_taken_of() -> None:
    page = health_page(small_report(), "Europe/Berlin")
    assert "Late response rate 66.7%" in page
    assert "of 3 messages 1 were answered late and 1 have no response" in page
    assert "Average response time 13 h 00 min" in page
    assert "of Europe/Berlin" in page


def test_the_page_compares_with_what_amazon_showed() -> None:
    assert "Amazon showed" not in health_page(small_report(), "UTC")
    page = health_page(small_report(amazon=50.0), "UTC")
    assert "Amazon showed 50.0%" in page
    assert "here it is 66.7%" in page


def test_the_page_loads_nothing_and_escapes_what_it_is_given() -> None:
    page = health_page(small_report(), "<zone>")
    assert "&lt;DE&gt;" in page
    assert "<DE>" not in page
    assert "<zone>" not in page
    assert set(re.findall(r"src='([^:]+:)", page)) == {"data:"}
    assert "http" not in re.sub(r"src='[^']+'", "", page)
    assert "<script" not in page
