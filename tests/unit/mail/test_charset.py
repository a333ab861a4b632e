"""Bytes become text, whatever they claim to be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.mail.charset import decode


@pytest.mark.parametrize(
    ("data", "label", "text"),
    [
        ("Grüße".encode(), "utf-8", "Grüße"),
        ("Grüße".encode("cp1252"), "iso-8859-1", "Grüße"),
        ("„Größe“ 5 €".encode("cp1252"), "iso-8859-1", "„Größe“ 5 €"),
        ("Łódź".encode("iso-8859-2"), '"ISO-8859-2"', "Łódź"),
        ("Gülşen".encode("iso-8859-9"), "iso-8859-9", "Gülşen"),
        ("①～髙".encode("cp932"), "Shift_JIS", "①～髙"),
        ("メッセージ".encode("iso-2022-jp"), "iso-2022-jp", "メッセージ"),
        ("مرحبا".encode("cp1256"), "windows-1256", "مرحبا"),
        ("Γειά".encode("utf-7"), "unicode-1-1-utf-7", "Γειά"),
        ("简体".encode("gbk"), "gb2312", "简体"),
    ],
)
def test_text_is_read_by_its_label(data: bytes, label: str, text: str) -> None:
    assert decode(data, label) == text


@pytest.mark.parametrize("label", ["iso-8859-1", "us-ascii", "windows-1252", None])
def test_utf8_is_recognised_under_a_wrong_label(label: str | None) -> None:
    assert decode("schöne Grüße".encode(), label) == "schöne Grüße"


def test_japanese_escapes_are_recognised_without_a_label() -> None:
    assert decode("注文".encode("iso-2022-jp"), None) == "注文"


@pytest.mark.parametrize(
    "label",
    [
        "zlib",
        "rot13",
        "hex",
        "idna",
        "undefined",
        "punycode",
        "unicode_escape",
        "x\0y",
        "ä",
        "../../etc",
        "no-such-charset",
        "a" * 5000,
        "",
    ],
)
def test_a_label_that_is_no_charset_of_mail_is_left_aside(label: str) -> None:
    assert decode(b"\\x41 Gr\xc3\xbc\xc3\x9fe", label) == "\\x41 Grüße"


def test_bytes_that_are_wrong_for_utf8_are_read_as_windows_text() -> None:
    assert decode("Grüße".encode("cp1252"), "utf-8") == "Grüße"


def test_one_broken_place_does_not_spoil_the_rest() -> None:
    assert decode("Grüße an Łódź".encode() + b"\xff", "utf-8") == "Grüße an Łódź\ufffd"


def test_no_nul_and_no_half_character_is_left() -> None:
    assert decode(b"a\0b", "utf-8") == "ab"
    assert decode(b"+2AA-x", "utf-7") == "\ufffdx"


@given(st.binary(max_size=300), st.one_of(st.none(), st.text(max_size=30)))
def test_decoding_never_fails(data: bytes, label: str | None) -> None:
    text = decode(data, label)
    assert "\0" not in text
    text.encode("utf-8")
