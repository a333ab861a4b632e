"""Each number of a sending server leads to the right next step."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.mail.failures import (
    RefusedError,
    ServerError,
    SignInRefusedError,
    Step,
    TryLaterError,
    UnsureError,
)
from inbox_assistant.mail.smtp_reply import (
    Code,
    cut_before_dot,
    is_no,
    is_yes,
    not_ready,
    not_taken,
    sign_in_failed,
    unsure,
)


@pytest.mark.parametrize(
    ("code", "error"),
    [
        (421, TryLaterError),
        (451, TryLaterError),
        (454, TryLaterError),
        (500, RefusedError),
        (550, RefusedError),
        (554, RefusedError),
        (530, SignInRefusedError),
        (535, SignInRefusedError),
        (250, TryLaterError),
        (-1, TryLaterError),
    ],
)
def test_a_mail_that_was_not_taken_waits_or_is_refused(
    code: int, error: type[ServerError]
) -> None:
    told = not_taken("smtp.example", code, "because")
    assert type(told) is error
    assert told.server_said == "because"
    assert told.hint


def test_the_words_of_a_refusal_are_shown() -> None:
    told = not_taken("smtp.example", 550, "5.7.1 No links, please")
    assert told.message == "smtp.example refused the mail: 550 5.7.1 No links, please"


def test_a_sign_in_that_cannot_be_checked_is_not_a_wrong_one() -> None:
    later = sign_in_failed("smtp.example", 454, "busy")
    wrong = sign_in_failed("smtp.example", 535, "no")
    assert (type(later), later.step) == (TryLaterError, Step.SIGN_IN)
    assert (type(wrong), wrong.step) == (SignInRefusedError, Step.SIGN_IN)


def test_before_the_dot_it_may_be_tried_again_and_after_it_never() -> None:
    assert cut_before_dot("smtp.example").retryable
    assert not_ready("smtp.example", 554, "closed").retryable
    assert not unsure("smtp.example").retryable
    assert isinstance(unsure("smtp.example", "?"), UnsureError)


@given(st.integers(-1, 999))
def test_an_answer_is_a_yes_or_a_no_or_leaves_it_open(code: int) -> None:
    assert is_yes(code) == (200 <= code <= 299)
    assert is_no(code) == (400 <= code <= 599)


def test_only_a_yes_lets_a_conversation_end_well() -> None:
    assert [code for code in Code if is_yes(code)] == [220, 235, 250, 251, 252]
