"""A regular expression that could be slow does not load."""

import pytest

from inbox_assistant.policy.bounded import refuse_unbounded


@pytest.mark.parametrize(
    "source",
    [r"a{0,20}b", r"\bxxx{1,5}\b", r"[*+]x?", r"(?:ab){1,3}", r"\*\+", r"(?<!a)b"],
)
def test_bounded_repetition_is_accepted(source: str) -> None:
    assert refuse_unbounded(source) == ""


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (r"a*", "without bound"),
        (r"\w+@", "without bound"),
        (r"a{2,}", "without bound"),
        (r"(a{1,50}){1,50}", "more than 200"),
        (r"a{0,1000}", "more than 200"),
        (r"(a)\1", "refers back"),
        (r"(", "no regular expression"),
    ],
)
def test_what_could_be_slow_is_refused(source: str, reason: str) -> None:
    assert reason in refuse_unbounded(source)
