"""Copies of one message share a key, and nothing else does."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.domain.identity import fold_words, message_key
from inbox_assistant.domain.kind import Kind
from inbox_assistant.domain.parsed_mail import ParsedMail

MAIL = ParsedMail(
    kind=Kind.BUYER,
    kind_reason="relay address",
    sender="k3l2m1n0p9@marketplace.amazon.de",
    alias="k3l2m1n0p9@marketplace.amazon.de",
    message_id="<one@mail.example>",
    message_token="A1B2",
    subject="Frage",
    words="Wo bleibt mein Paket?",
)
RAW = b"From: somebody\r\n\r\nWo bleibt mein Paket?\r\n"


def test_the_copy_to_a_second_address_is_the_same_message() -> None:
    copy = replace(MAIL, message_id="<two@mail.example>")
    assert message_key(copy, b"other bytes") == message_key(MAIL, RAW)


def test_another_wrapping_of_the_same_words_is_the_same_message() -> None:
    wrapped = replace(MAIL, words="  Wo bleibt\n\nmein PAKET ?!")
    assert message_key(wrapped, RAW) == message_key(MAIL, RAW)


@pytest.mark.parametrize(
    "other",
    [
        replace(MAIL, words="Ich möchte mein Geld zurück."),
        replace(MAIL, message_token="C3D4"),
        replace(MAIL, alias="q9q9q9q9q9@marketplace.amazon.de"),
        replace(MAIL, message_token=None),
        replace(MAIL, message_token=None, subject="Noch eine Frage"),
        replace(MAIL, message_token=None, message_id=None),
    ],
)
def test_a_mail_that_borrows_the_identifiers_never_hides_another(
    other: ParsedMail,
) -> None:
    assert message_key(other, RAW) != message_key(MAIL, RAW)


def test_without_identifiers_the_bytes_are_the_key() -> None:
    bare = replace(MAIL, message_token=None, message_id=None)
    assert message_key(bare, RAW) == message_key(replace(bare, words="else"), RAW)
    assert message_key(bare, RAW) != message_key(bare, RAW + b" ")


def test_where_the_words_could_not_be_told_apart_the_whole_text_counts() -> None:
    one = replace(MAIL, words="", text="first")
    two = replace(MAIL, words="", text="second")
    assert message_key(one, RAW) != message_key(two, RAW)


@given(st.text(st.characters()), st.binary())
def test_any_words_make_a_key_of_thirty_two_digits(words: str, raw: bytes) -> None:
    key = message_key(replace(MAIL, words=words), raw)
    assert len(key) == 32
    assert int(key, 16) >= 0


def test_a_lone_surrogate_makes_a_key_too() -> None:
    assert message_key(replace(MAIL, message_token="\ud800"), RAW)


@given(st.text())
def test_folding_leaves_letters_and_digits_alone_and_is_stable(text: str) -> None:
    folded = fold_words(text)
    assert folded == "" or folded.isalnum()
    assert fold_words(text + " .,!\n") == folded
