"""A secret shows in no text, and cannot break out of a command."""

import pytest

from inbox_assistant.mail.secret import (
    AccessToken,
    Password,
    base64_of,
    hide,
    is_one_line,
    plain_answer,
    token_answer,
)


def test_a_secret_does_not_show_in_its_own_text() -> None:
    for secret in (Password("open sesame"), AccessToken("open sesame")):
        assert "sesame" not in f"{secret} {secret!r}"


def test_a_secret_is_hidden_in_what_a_server_says() -> None:
    said = f"no: sesame, {base64_of('sesame')}"
    assert hide(Password("sesame"), said) == "no: (hidden), (hidden)"
    assert hide(AccessToken(""), said) == said
    assert hide(None, said) == said


@pytest.mark.parametrize("text", ["", "a\r\nb", "a\nb", "a\0", "a\x7f", "\t"])
def test_control_codes_make_it_more_than_one_line(text: str) -> None:
    assert not is_one_line(text)


def test_letters_and_blanks_of_any_script_are_one_line() -> None:
    assert is_one_line("correct horse – пароль 密码")


def test_the_answers_are_those_of_the_mechanisms() -> None:
    assert plain_answer("desk", Password("p")) == "\0desk\0p"
    assert token_answer("desk", AccessToken("t")) == "user=desk\1auth=Bearer t\1\1"
    assert base64_of("ü") == "w7w="
