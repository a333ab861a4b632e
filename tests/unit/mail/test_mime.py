"""Parts are read within limits, by the fast reader or the lenient one."""

import binascii

import fast_mail_parser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inbox_assistant.mail.headers import split_headers, without_envelope
from inbox_assistant.mail.mime import (
    LARGEST_MAIL,
    MOST_PARTS,
    MimeError,
    Part,
    only_part,
    read_parts,
)


def nested(depth: int) -> bytes:
    opening = (
        b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (one, one)
        for one in range(depth)
    )
    return b"".join(opening) + b"\r\nhi"


def test_a_mail_without_parts_is_one_part() -> None:
    raw = b"Content-Type: text/plain; charset=koi8-r\r\n\r\nhi"
    assert read_parts(raw) == [
        Part("text/plain", "koi8-r", "", is_attachment=False, content=b"hi")
    ]


def test_parts_come_in_their_order_with_names_and_uses() -> None:
    raw = (
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\none\r\n--b\r\n"
        b"Content-Type: image/png; name=a.png\r\n"
        b"Content-Disposition: attachment; filename*=utf-8''b%C3%BC.png\r\n"
        b"Content-Transfer-Encoding: base64\r\n\r\naGk=\r\n--b--\r\n"
    )
    first, second = read_parts(raw)
    assert first.content.strip() == b"one"
    assert second == Part(
        "image/png", None, "bü.png", is_attachment=True, content=b"hi"
    )


def test_a_mail_inside_counts_as_one_part() -> None:
    raw = b"Content-Type: message/rfc822\r\n\r\nSubject: x\r\n\r\nbody"
    (part,) = read_parts(raw)
    assert part.media_type == "message/rfc822"
    assert part.content == b"Subject: x\r\n\r\nbody"


@pytest.mark.parametrize("kind", [b"image/png", b"text/plain", b"message/rfc822"])
def test_one_broken_part_does_not_cost_the_others(kind: bytes) -> None:
    raw = (
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\none\r\n--b\r\n"
        b"Content-Type: " + kind + b"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        b"*** no base64 ***\r\n--b--\r\n"
    )
    parts = read_parts(raw)
    assert parts[0].content.strip() == b"one"
    assert len(parts) == 2


def test_broken_base64_text_is_read_as_far_as_it_goes() -> None:
    raw = b"Content-Transfer-Encoding: base64\r\n\r\naGVsbG8g!!!d29ybGQ"
    (part,) = read_parts(raw)
    assert part.content.startswith(b"hello")


@pytest.mark.parametrize("length", range(60, 77))
def test_base64_cut_at_any_place_is_read_up_to_there(length: int) -> None:
    words = b"The box came open, and the charger that belongs to it is missing."
    text = binascii.b2a_base64(words, newline=False)[:length]
    (part,) = read_parts(b"Content-Transfer-Encoding: base64\r\n\r\n" + text)
    assert part.content == words[: length * 3 // 4]


def test_plain_text_that_only_claims_base64_is_read_as_it_is() -> None:
    raw = b"Content-Transfer-Encoding: base64\r\n\r\nwhere is my parcel?\r\nNora B."
    (part,) = read_parts(raw)
    assert part.content.split() == b"where is my parcel? Nora B.".split()


@pytest.mark.parametrize(
    ("encoding", "content"),
    [
        (b"  BASE64 ", b"aGVs\r\nbG8="),
        (b'"base64"', b"aGVsbG8"),
        (b"Quoted-Printable ; x", b"h=65llo"),
        (b"unheard-of", b"hello"),
        (b" base64 ;", b"hello"),
    ],
)
def test_an_encoding_named_untidily_is_still_decoded(
    encoding: bytes, content: bytes
) -> None:
    raw = b"Content-Transfer-Encoding:" + encoding + b"\r\n\r\n" + content
    (part,) = read_parts(raw)
    assert part.content.strip() == b"hello"


def test_a_panic_of_the_fast_reader_is_survived(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    panic = type("PanicException", (BaseException,), {"__module__": "pyo3_runtime"})

    def fail(_raw: bytes, *, mode: str) -> None:
        raise panic(mode)

    monkeypatch.setattr(fast_mail_parser, "parse_email_tree", fail)
    (part,) = read_parts(b"Subject: x\r\n\r\nhello")
    assert part.content == b"hello"


def test_an_interruption_is_not_swallowed(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_raw: bytes, *, mode: str) -> None:
        raise KeyboardInterrupt(mode)

    monkeypatch.setattr(fast_mail_parser, "parse_email_tree", interrupt)
    with pytest.raises(KeyboardInterrupt):
        read_parts(b"Subject: x\r\n\r\nhello")


def test_delivery_reports_are_kept_when_the_lenient_reader_reads_them() -> None:
    raw = (
        b"Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\n"
        b"Content-Type: message/delivery-status\r\n\r\n"
        b"Reporting-MTA: dns; x\r\n\r\nAction: failed\r\n--b\r\n"
        b"Content-Transfer-Encoding: base64\r\n\r\n***\r\n--b--\r\n"
    )
    assert b"Action: failed" in read_parts(raw)[0].content


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (nested(1_000), "too many parts"),
        (nested(60), "nested too deeply"),
        (b"Content-Type: message/rfc822\r\n\r\n" * 1_000, "too many parts"),
        (
            b"Content-Type: multipart/mixed; boundary=b\r\n\r\n"
            + b"--b\r\n\r\nx\r\n" * 100_000,
            "too many parts",
        ),
    ],
)
def test_bombs_are_refused_with_a_reason(raw: bytes, reason: str) -> None:
    with pytest.raises(MimeError, match=reason):
        read_parts(raw)


def test_no_more_parts_are_read_than_people_send() -> None:
    raw = b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + (
        b"--b\r\n\r\nx\r\n" * 2_000
    )
    assert len(read_parts(raw)) == MOST_PARTS


def test_depth_is_limited_for_the_lenient_reader_too() -> None:
    raw = nested(60) + b"\r\n--b59\r\nContent-Transfer-Encoding: base64\r\n\r\n***\r\n"
    with pytest.raises(MimeError, match="nested too deeply"):
        read_parts(raw)


def test_of_a_mail_too_large_the_first_parts_are_read() -> None:
    raw = b"Content-Type: text/plain\r\n\r\n" + b"x" * (LARGEST_MAIL + 1)
    assert len(read_parts(raw)[0].content) < LARGEST_MAIL


def test_a_boundary_with_a_semicolon_is_understood() -> None:
    raw = (
        b'Content-Type: multipart/mixed; boundary="=_b; 1"\r\n\r\n'
        b"--=_b; 1\r\n\r\nhello\r\n--=_b; 1--\r\n"
    )
    assert [part.content.strip() for part in read_parts(raw)] == [b"hello"]


FIELDS = st.builds(
    lambda name, value: name + b":" + value,
    st.sampled_from([b"Subject", b"X-A", b"From", b"Received", b"Content-Language"]),
    st.sampled_from(
        [b" a", b"", b" \xe4\xff", b" boundary", b" a\r\n\tb", b" a\n  b: c"]
    )
    | st.binary(max_size=8),
) | st.sampled_from(
    [
        b"Content-Type: text/html; charset=utf-8",
        b"Content-Type : text/html",
        b"Content-Type: multipart/mixed; boundary=b",
        b"Content-Transfer-Encoding: 8bit",
        b"content-transfer-encoding:7BIT",
        b"Content-Transfer-Encoding: base64",
        b"Content-Disposition: inline",
    ]
)
TYPES = st.sampled_from(
    [
        b"Content-Type: text/html; charset=utf-8",
        b"Content-Type: text/plain",
        b'content-type:text/HTML;charset="iso-8859-1"',
        b"Content-Type: text/plain; charset=utf-8; format=flowed",
        b"Content-Type: text/html;\r\n charset=utf-8",
    ]
)
TEXTS = st.sampled_from([b"<p>x</p>\r\n", b"\xe4\0", b"--b\r\n\r\nx\r\n--b--", b"=41"])


@given(
    st.lists(FIELDS, max_size=4),
    TYPES,
    st.sampled_from([b"\n", b"\r\n"]),
    TEXTS | st.binary(max_size=30),
)
@settings(max_examples=1_000)
def test_a_text_that_stands_there_as_it_is_is_the_part_that_is_read(
    fields: list[bytes], kind: bytes, end: bytes, text: bytes
) -> None:
    raw = without_envelope(end.join([*fields, kind]) + end + end + text)
    _, rest = split_headers(raw)
    part = only_part(raw[: len(raw) - len(rest)], rest)
    assert part is None or read_parts(raw) == [part]


def test_of_most_notices_the_only_part_is_read_at_once() -> None:
    head = b"From: a@b.example\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    part = only_part(head, b"<p>yes</p>")
    assert part == Part(
        "text/html", "utf-8", "", is_attachment=False, content=b"<p>yes</p>"
    )
    encoded = head[:-2] + b"Content-Transfer-Encoding: base64\r\n\r\n"
    assert only_part(encoded, b"PHA+") is None
    assert only_part(head, b"") is None
