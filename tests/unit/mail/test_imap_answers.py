"""Answers in the usual form read as IMAPClient reads them; others are left to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from imapclient.response_parser import parse_fetch_response

from inbox_assistant.mail.imap_answers import of_mails, usual_answers

FLAGS = st.lists(
    st.sampled_from([rb"\Seen", rb"\Answered", rb"\*", b"$Junk", b"NonJunk"]),
    max_size=3,
).map(lambda flags: b"FLAGS (" + b" ".join(flags) + b")")
DATES = st.sampled_from(
    [
        b'INTERNALDATE "03-Mar-2026 09:08:07 +0100"',
        b'INTERNALDATE " 3-Dec-2025 23:59:59 -0930"',
    ]
)
SIZES = st.integers(0, 2**40).map(lambda size: b"RFC822.SIZE %d" % size)
MODSEQS = st.integers(1, 2**62).map(lambda count: b"MODSEQ (%d)" % count)
TEXTS = st.binary(max_size=40)


@st.composite
def answers(draw: st.DrawFn) -> list[object]:
    """Return answers as imaplib collects them."""
    data: list[object] = []
    for uid in draw(st.lists(st.integers(1, 2**32 - 1), min_size=1, max_size=4)):
        fields = [b"UID %d" % uid, draw(FLAGS), draw(DATES), draw(SIZES)]
        fields += draw(st.lists(MODSEQS, max_size=1))
        line = b"7 (" + b" ".join(draw(st.permutations(fields)))
        if draw(st.booleans()):
            name = draw(st.sampled_from([b"BODY[]", b"BODY[]<0>"]))
            text = draw(TEXTS)
            data += [(line + b" " + name + b" {%d}" % len(text), text), b")"]
        else:
            data.append(line + b")")
    return data


@given(answers())
def test_the_usual_form_reads_as_imapclient_reads_it(data: list[object]) -> None:
    expected = parse_fetch_response(list(data), normalise_times=False)
    for values in expected.values():
        del values[b"SEQ"]
    assert usual_answers(data) == expected


@pytest.mark.parametrize(
    "data",
    [
        [None],
        [b"1 (FLAGS (\\Seen))"],
        [b"1 (UID 1 FLAGS (\\Seen)"],
        [b"1 (UID 1 ENVELOPE NIL)"],
        [b'1 (UID 1 INTERNALDATE "30-Feb-2026 09:08:07 +0100")'],
        [b'1 (UID 1 INTERNALDATE "03-Foo-2026 09:08:07 +0100")'],
        [(b"1 (UID 1 BODY[] {1}", b"a"), b" FLAGS (\\Seen))"],
        [(b"1 (UID 1 BODY[HEADER] {1}", b"a"), b")"],
        [(b"1 (UID 1 BODY[] {1}", b"a")],
    ],
)
def test_any_other_form_is_left_to_imapclient(data: list[object]) -> None:
    assert usual_answers(data) is None


@given(st.lists(st.binary(max_size=30) | st.tuples(st.binary(), st.binary())))
def test_no_answer_makes_it_fail(data: list[object]) -> None:
    assert usual_answers(data) in (None, {})


def test_what_is_told_unasked_of_a_mail_without_its_number_is_left_out() -> None:
    odd = [(b"1 (FLAGS () BODY[] {1}", b"a"), b" UID 7)", (b"2 (BODY[] {1}", b"b")]
    asked: list[object] = [*odd, b" FLAGS (x) UID 8)", b"3 (FLAGS (\\Seen) uid 9)"]
    unasked = b"7 (FLAGS (\\Answered) MODSEQ (12))"
    assert of_mails([unasked, *asked, unasked]) == asked
    assert of_mails([None]) == [None]


@given(answers())
def test_of_asked_answers_nothing_is_left_out(data: list[object]) -> None:
    assert of_mails(data) == data
