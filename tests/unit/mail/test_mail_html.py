"""HTML becomes text without loading, running or hanging."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.mail.html import LARGEST, _Extractor, read_html, to_text
from inbox_assistant.mail.html_tags import split_at_tags

PRE = "white-space: pre-wrap; white-space: -o-pre-wrap"


def test_blocks_become_lines_and_blanks_are_squeezed() -> None:
    html = "<h1>Hi</h1><p>one   <b>two</b>\n three<br>four</p><ul><li>a<li>b</ul>"
    assert to_text(html).strip() == "Hi\n\none two three\nfour\n\na\nb"


def test_what_nobody_sees_is_left_out() -> None:
    html = (
        "<head><title>t</title></head><style>s</style><script>x</script>"
        "<div style='display: none'>pre<span>header</span></div>"
        "<!-- comment --><p>seen</p><img src=http://x.example/p.gif alt=z>"
    )
    assert to_text(html).strip() == "seen"


def test_preformatted_text_keeps_every_blank() -> None:
    assert (
        to_text("<pre>\n  a\n\n   b &lt;c&gt;</pre>").strip("\n") == "  a\n\n   b <c>"
    )


def test_the_buyers_block_is_found_by_its_style() -> None:
    reading = read_html(f"<p>head</p><pre style='{PRE}'>the words</pre><p>foot</p>")
    assert reading.buyer_block is not None
    start, end = reading.buyer_block
    assert reading.text[start:end] == "the words"


@pytest.mark.parametrize(
    "html",
    [
        "<pre>no style</pre>",
        f"<pre style='{PRE}'>one</pre><pre style='{PRE}'>two</pre>",
        f"<blockquote><pre style='{PRE}'>quoted</pre></blockquote>",
    ],
)
def test_another_block_is_not_the_buyers(html: str) -> None:
    assert read_html(html).buyer_block is None


def test_quotations_get_quote_signs_and_links_keep_their_places() -> None:
    html = "<p>a</p><blockquote>b<br>c</blockquote><a href='https://x.example/?a=1&amp;b=2'>d</a>"
    reading = read_html(html)
    assert reading.text == "a\n\n> b\n> c\n\nd"
    ((offset, href),) = reading.links
    assert reading.text[offset:] == "d"
    assert href == "https://x.example/?a=1&b=2"


@pytest.mark.parametrize(
    "bomb",
    [
        "<!" * 200_000,
        "<div>" * 100_000,
        "<a " + "x=y " * 100_000,
        "<a x='" * 60_000,
        ("<a x='" * 8 + ">") * 60_000,
        "&#" * 200_000,
        "<" * 200_000,
        "<p style='display:none'>" * 9_000 + "</q>" * 9_000,
        "<blockquote>" * 15_000,
    ],
)
def test_bombs_are_read_within_a_second(bomb: str) -> None:
    started = time.perf_counter()
    assert len(to_text(bomb)) <= 2 * LARGEST
    assert time.perf_counter() - started < 2


@given(st.text(st.sampled_from("<>/='\"ab!- \n&;#") | st.characters(codec="utf-8")))
def test_no_html_makes_it_fail(html: str) -> None:
    read_html(html)


_PIECES = (
    *("<p>", "</p>", "<div style='display:none'>", "</div>", "<div>", "<br>", "<br/>"),
    *("<td>", "text one", "  two\n", "&amp;", "&lt;b", "&nbsp;", "\n", "</a>", "\n x"),
    *('<a href="https://x.example/?a=1&amp;b">', "<A HREF='y'>", "<hr/>", "<li>"),
    *(f'<pre style="{PRE}">', "</pre>", "<pre>", "<blockquote>", "</blockquote>"),
    *("<style>p{}</style>", "<title>x</title>", "<script>if (a>b) x</script>"),
    *('<img src=x alt="a>b">', "<o:p>", "</o:p>", "<table border=0>", "a > b", "< b"),
    *("<span STYLE = 'visibility:hidden'>", "</span>", "<script>a<b</script>"),
)


@given(st.lists(st.sampled_from(_PIECES), max_size=14).map("".join))
def test_splitting_at_tags_reads_what_the_parser_reads(html: str) -> None:
    # The parser may read the very end of a document in two pieces.
    whole = f"{html}<p>"
    well_formed = split_at_tags(whole)
    parser = _Extractor()
    parser.feed(whole)
    parser.close()
    expected = parser.reading()
    if well_formed is not None:
        split = _Extractor()
        split.take(*well_formed)
        assert split.reading() == expected
    assert read_html(whole) == expected
