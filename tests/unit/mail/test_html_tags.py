"""Well-formed HTML is split at its tags; the rest is left to the parser."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.mail.html_tags import attributes, split_at_tags


def test_each_tag_comes_with_the_text_behind_it() -> None:
    split = split_at_tags('a<P class="x">b &amp; c<br/>d</p>')
    assert split is not None
    first, tags = split
    assert first == "a"
    assert list(tags) == [
        ("", "P", ' class="x"', "", "b &amp; c"),
        ("", "br", "", "/", "d"),
        ("/", "p", "", "", ""),
    ]


@pytest.mark.parametrize(
    "html",
    [
        "<p",
        "a < b",
        '<img alt="a>b">',
        "<a href=x/y>",
        "<script>if (a<b) c</script>",
        "<title>a <b></title>",
        "<textarea><p></textarea>",
        "<svg><title/></svg>",
    ],
)
def test_odd_html_is_left_to_the_parser(html: str) -> None:
    assert split_at_tags(html) is None


def test_attributes_lose_quotes_and_entities_and_the_first_counts() -> None:
    written = " HREF='?a=1&amp;b=2' href=x checked  Style = \"color: red\" empty=''"
    assert attributes(written) == {
        "href": "?a=1&b=2",
        "checked": "",
        "style": "color: red",
        "empty": "",
    }


@given(st.text(st.sampled_from("<>/='\"ab!- \n&;#:")))
def test_no_text_makes_it_fail(html: str) -> None:
    split = split_at_tags(html)
    if split is not None:
        first, tags = split
        assert "<" not in first
        assert all("<" not in tag[-1] for tag in tags)
