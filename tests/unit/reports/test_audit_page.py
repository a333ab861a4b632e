"""The audit as a page: complete, harmless, alone."""

import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

from inbox_assistant.reports.audit_page import AuditFigures, FlaggedStretch, audit_page

FIGURES = AuditFigures(
    replies=12,
    verdicts=Counter({"block": 3, "warn": 1, "ok": 8}),
    by_rule=Counter({("en.contact.call", "block"): 3, ("x<y", "warn"): 1}),
    by_month=Counter({("2026-02", "ok"): 8, ("2026-03", "block"): 3}),
    by_agent=Counter({("desk@shop.example", "block"): 3}),
)
STRETCH = FlaggedStretch(
    source="Sent/1.eml",
    sent="2026-03-02T09:00:00Z",
    agent="desk@shop.example",
    severity="block",
    rule="en.contact.call",
    text="<script>alert(1)</script> & 'so on'",
    message="Leave the number out.",
)


class Tags(HTMLParser):
    """Notes what a page holds."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.names.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        """Note text."""
        self.text += data


def read(page: str) -> Tags:
    tags = Tags()
    tags.feed(page)
    tags.close()
    return tags


def test_the_page_holds_every_figure_and_stretch() -> None:
    text = read(audit_page(FIGURES, [STRETCH])).text
    for words in (
        "12 replies",
        "3 must not be sent",
        "1 to look at again",
        "8 without objection",
        "2026-02",
        "Leave the number out.",
        STRETCH.text,
        STRETCH.source,
        "x<y",
    ):
        assert words in text


def test_the_page_loads_and_runs_nothing() -> None:
    page = audit_page(FIGURES, [STRETCH])
    tags = read(page)
    assert not tags.names & {"script", "link", "img", "iframe", "object", "base"}
    assert not tags.attributes & {"src", "href", "onclick", "style"}
    assert not re.search(r"https?:|url\(|@import", page)


def test_an_audit_of_nothing_is_a_page_too() -> None:
    empty = AuditFigures(0, Counter(), Counter(), Counter(), Counter())
    assert "0 replies" in read(audit_page(empty, [])).text


def test_a_long_stretch_is_shown_by_its_ends_and_many_by_some() -> None:
    many = [replace(STRETCH, text="begins " + "on " * 300 + "ends")] * 205
    text = read(audit_page(FIGURES, many)).text
    assert text.count("begins") == 200
    assert "… " in text
    assert "and 5 more" in text
    assert len(text) < 70_000


def test_the_rule_broken_most_comes_first() -> None:
    seldom = replace(STRETCH, rule="seldom.rule")
    text = read(audit_page(FIGURES, [seldom, STRETCH, STRETCH])).text
    found = text[text.index("What was found") :]
    assert found.index("en.contact.call") < found.index("seldom.rule")
