"""Header blocks are read leniently and without surprises."""

from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.mail import headers
from inbox_assistant.mail.headers import (
    LARGEST_BLOCK,
    decoded,
    parameters,
    split_headers,
    without_envelope,
)


def test_folded_and_repeated_fields_are_read_in_their_order() -> None:
    headers, rest = split_headers(b"A: 1\r\n 2\r\nB: x\r\na: 3\r\n\r\nbody")
    assert headers.raws("a") == ["1  2", "3"]
    assert headers.raw("B") == "x"
    assert headers.raw("missing") == ""
    assert rest == b"body"


def test_lines_that_are_no_field_are_passed_over() -> None:
    headers, _ = split_headers(b"no field here\nSubject: x\n\n")
    assert headers.fields == (("subject", b" x"),)


def test_an_encoded_word_cannot_bring_a_line_break_in() -> None:
    assert decoded("=?utf-8?q?a=0D=0ABcc=3A_evil?=") == "a Bcc: evil"


def test_a_character_split_between_two_words_is_put_together() -> None:
    assert decoded("=?utf-8?b?w7w=?= =?utf-8?q?=C3?= =?utf-8?q?=BC?=") == "üü"


def test_words_of_different_charsets_stand_side_by_side() -> None:
    assert decoded("=?utf-8?q?=C3=BC?= =?iso-8859-1?q?=FC?= x") == "üü x"


def test_plain_text_between_words_keeps_its_blanks() -> None:
    assert decoded("Re: =?utf-8?q?=C3=A4?= and =?utf-8?q?=C3=B6?=") == "Re: ä and ö"


def test_a_broken_word_is_left_as_it_is() -> None:
    assert decoded("=?utf-8?q?never closed") == "=?utf-8?q?never closed"


def test_raw_letters_outside_ascii_are_read() -> None:
    headers, _ = split_headers("Subject: Größe\r\n\r\n".encode())
    assert headers.text("subject") == "Größe"


def test_a_block_that_is_too_large_is_cut_and_says_so() -> None:
    headers, _ = split_headers(b"Subject: x\n" + b"A: b\n" * LARGEST_BLOCK)
    assert headers.cut
    assert headers.text("subject") == "x"


def test_what_storage_puts_before_a_header_is_passed_over() -> None:
    for before in (b"", b"\xef\xbb\xbf", b"\r\n\r\n", b"From x Mon Nov 23 10:00:00\n"):
        headers, _ = split_headers(without_envelope(before + b"Subject: x\n\nbody"))
        assert headers.text("subject") == "x"


def test_a_mail_of_bare_carriage_returns_is_read() -> None:
    headers, rest = split_headers(without_envelope(b"Subject: x\rTo: y\r\rbody"))
    assert headers.text("to") == "y"
    assert rest == b"body"


def test_parameters_are_read_plain_quoted_and_in_pieces() -> None:
    value = "text/plain; charset=\"utf-8\"; name*0*=utf-8''%C3%BC; name*1*=b.txt; x=y"
    assert dict(parameters(value)) == {"charset": "utf-8", "name": "üb.txt", "x": "y"}


@given(st.binary(max_size=400))
def test_no_bytes_make_the_reader_fail(raw: bytes) -> None:
    headers, _ = split_headers(without_envelope(raw))
    for name, _ in headers.fields:
        assert "\n" not in headers.text(name)
        parameters(headers.raw(name))


@given(
    st.lists(
        st.sampled_from(
            [
                b"A: b",
                b"a:c ",
                b" goes on",
                b"\tand on",
                b"no field",
                b"",
                b"X : \xe4",
                b":",
            ]
        ),
        max_size=8,
    ),
    st.sampled_from([b"\n", b"\r\n"]),
)
def test_usual_line_ends_read_like_any(lines: list[bytes], end: bytes) -> None:
    block = b"First: 1" + end + end.join(lines)
    # One line end of another kind, and each is looked at by itself.
    slow, _ = split_headers(b"Zero: 0\r" + block)
    quick, _ = split_headers(block)
    assert quick.fields == slow.fields[1:]


PIECES = st.sampled_from(
    [b"From: a@b.example", b"X-A", b" : c", b":", b"\n", b"\r\n", b"\r", b" \t", b"\0"]
)


@given(st.lists(PIECES | st.binary(max_size=5), max_size=12).map(b"".join))
def test_a_block_read_at_once_is_what_it_is_line_by_line(block: bytes) -> None:
    at_once = headers._usual_fields(block)
    found: list[tuple[str, list[bytes]]] = []
    for line in block.replace(b"\r\n", b"\n").removesuffix(b"\r").split(b"\n"):
        headers._add_line(line, found)
    by_line = tuple((name, b" ".join(parts)) for name, parts in found)
    assert at_once is None or at_once == by_line


def test_a_block_whose_lines_end_in_two_signs_is_read_at_once() -> None:
    # Of the line end before the blank line the block holds the first sign.
    found = headers._usual_fields(b"From: a@b.example\r\nTo: c@d.example\r")
    assert found == (("from", b" a@b.example"), ("to", b" c@d.example"))
