"""Running text is read at once, and reads like step by step."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.mail.html import read_html
from inbox_assistant.mail.running_text import running_text

_PIECES = (
    *("<p>", "</p>", "<div style='display:none'>", "</div>", "<div>", "<br>", "<br/>"),
    *("<td>", "<th>", "</td>", "<tr>", "text one", "  two\n", "&amp;", "&lt;b", "&#1;"),
    *("&nbsp;", "&#32;", "&#10;", "&am", "p;", "&lt", "gt;", "\n", "</a>", "\n x", " "),
    *('<a href="https://x.example/?a=1&amp;b">', "<A HREF='y'>", "<hr/>", "<LI>"),
    *("<style>p{}</style>", "<title>x</title>", "<script>if (a>b) x</script>"),
    *('<img src=x style="display:none">', "<o:p>", "</o:p>", "<table border=0>"),
    *("<span STYLE = 'visibility:hidden'>", "</span>", "<head>", "</head>", "<head/>"),
    *("<b>", "</b>", "<div/>", "</br>", "<body>", "</body>", "<!-- x -->", "\u00a0"),
    *("<p style='color:&quot;red'>", "</p style='display:none'>", "<p style='&#100;'>"),
)


@given(st.lists(st.sampled_from(_PIECES), max_size=20).map("".join))
def test_running_text_reads_like_step_by_step(html: str) -> None:
    text = running_text(html)
    reading = read_html(html)
    assert text in (None, reading.text)
    assert text is None or reading.buyer_block is None


def test_a_notice_is_running_text() -> None:
    html = (
        "<!doctype html><html><head><title>t</title><style>p{}</style></head>"
        "<body><div style='display: none'>seen first<b>bold</b></div><table>"
        "<tr><td style='display:block'><a href='https://x.example/?a=1&amp;b=2'>One</a>"
        "</td><td>2&nbsp;pieces</td></tr><tr><td>Two<br/>three</td></tr></table>"
    )
    text = running_text(html)
    assert text == "One 2\u00a0pieces\nTwo\nthree\n\n"
    assert text == read_html(html).text


@pytest.mark.parametrize(
    "html",
    [
        "<pre>a</pre>",
        "<BLOCKQUOTE>a</BLOCKQUOTE>",
        "<a href='https://sellercentral.amazon.com/messaging/inbox'>a</a>",
        "<a href='https://sellercentral.amazon.com/&#109;essaging/inbox'>a</a>",
        "<div style='display:none'>a<div>b</div></div>c",
        "<style>never ended",
        "a \x03 b",
        "a < b",
    ],
)
def test_what_takes_more_is_left_to_the_reader_of_steps(html: str) -> None:
    assert running_text(html) is None
