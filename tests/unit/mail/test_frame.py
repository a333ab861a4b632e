"""Amazon's frame comes off and the buyer's words stay as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.mail.frame import take_apart

D = "-" * 13
HEAD = "Greeting.\n\n# 302-5551234-1234567:\n1 / Lamp [ASIN: B0FERN00A1]\n"
FOOT = (
    "Useful? https://www.amazon.de/gp/survey?id=1\n"
    "Resolve https://sellercentral.amazon.de/messaging/no-response-needed?t=1\n"
    "© Amazon SPC-EUAmazon-1"
)


def framed(words: str, opening: str = "Word:", closing: str = "End word") -> str:
    return f"{HEAD}\n{D} {opening} {D}\n\n{words}\n\n{D} {closing} {D}\n{FOOT}"


def test_words_head_and_tail_are_told_apart() -> None:
    frame = take_apart(framed("Hello,\n\n  two\tthree \nend"))
    assert frame.words == "Hello,\n\n  two\tthree \nend"
    assert "B0FERN00A1" in frame.head
    assert frame.tail == FOOT
    assert frame.is_framed


def test_an_opening_marker_without_a_colon_belongs_to_the_old_form() -> None:
    assert take_apart(framed("Hello", "Begin word")).words == "Hello"


def test_two_markers_together_mean_that_nothing_was_written() -> None:
    assert take_apart(framed("")).words == ""
    assert take_apart(framed("", "Begin word")).words == ""


def test_without_an_opening_marker_the_words_follow_the_product() -> None:
    frame = take_apart(f"{HEAD}Hello\n\n{D} End {D}\n{FOOT}")
    assert frame.words == "Hello"
    assert frame.tail == FOOT


def test_without_a_closing_marker_the_words_end_where_the_footer_begins() -> None:
    frame = take_apart(f"{HEAD}\n{D} Word: {D}\nHello\n\n{FOOT}")
    assert frame.words == "Hello"
    assert frame.tail is None


def test_a_greeting_alone_above_the_words_is_amazons() -> None:
    text = f"You have received a message.\n\nHello\n\n{D} End {D}\n{FOOT}"
    assert take_apart(text).words == "Hello"


def test_without_markers_everything_but_the_footer_is_the_buyers() -> None:
    frame = take_apart(f"Hello\nyou\n\n{FOOT}")
    assert frame.words == "Hello\nyou"
    assert frame.tail is None
    assert not frame.is_framed


def test_an_order_id_in_the_buyers_first_line_is_the_buyers() -> None:
    assert take_apart("302-5551234-1234567\nwhere is it").words == (
        "302-5551234-1234567\nwhere is it"
    )


def test_an_order_line_without_products_is_amazons() -> None:
    text = f"Greeting.\n\n# 302-5551234-1234567:\n\nHello\n\n{D} End {D}\n{FOOT}"
    assert take_apart(text).words == "Hello"


def test_a_closing_marker_written_by_the_buyer_closes_nothing() -> None:
    words = f"a\n\n{D} End word {D}\nhttps://sellercentral.amazon.de/messaging/x\nb"
    frame = take_apart(framed(words))
    assert frame.words == words
    assert frame.tail == FOOT


def test_the_tail_of_a_quoted_mail_is_not_this_mails() -> None:
    quoted = "\n".join(f"> {line}" for line in framed("Which?").split("\n"))
    frame = take_apart(f"Blue.\n\nOn 20 Nov at 10:12 <x> wrote:\n{quoted}")
    assert frame.words == "Blue."
    assert frame.tail is None


def test_a_frame_whose_end_was_lost_does_not_take_the_quoted_ones() -> None:
    inner = f"Blue.\n\nOn 20 Nov at 10:12 <x> wrote:\n\n{framed('Which?')}"
    frame = take_apart(f"{HEAD}\n{D} Word: {D}\n\n{inner}")
    assert frame.words == "Blue."
    assert frame.tail is None


def test_amazons_footer_below_a_signed_quote_is_this_mails() -> None:
    text = (
        f"{HEAD}Blue.\n\nOn 20 Nov at 10:12 <x> wrote:\n> a\n> b\n\n{D} End {D}\n{FOOT}"
    )
    frame = take_apart(text)
    assert frame.words == "Blue."
    assert frame.tail == FOOT


@pytest.mark.parametrize("text", ["", "\n\n", D, f"{D} Word: {D}", f"{D} End {D}"])
def test_next_to_nothing_is_taken_apart_too(text: str) -> None:
    take_apart(text)


letters = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Zs", "Zl", "Zp"]),
    min_size=1,
)


@given(st.lists(letters.filter(lambda line: line[0] not in ">\uff1e"), min_size=1))
def test_any_plain_words_come_out_as_they_went_in(lines: list[str]) -> None:
    # Letters only: what looks like a quote or a marker has tests of its own.
    words = "\n".join(
        "w" + "".join(sign for sign in line if sign.isalnum()) for line in lines
    )
    assert take_apart(framed(words)).words == words


@given(st.text())
def test_no_text_makes_it_fail(text: str) -> None:
    take_apart(text)
