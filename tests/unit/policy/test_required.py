"""What an expression requires stands in all that it matches."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.policy.required import required_signs
from tests.policy_packs import shipped_engine

PATTERNS = [rule.pattern for rule in shipped_engine().rules if rule.pattern]


@pytest.mark.parametrize(
    ("source", "signs"),
    [
        ("a@b", "@"),
        (r"\d{2} ?%", "%"),
        (r"[-−] ?\d", "-−"),
        (r"x{0,2}_y", "_"),
        ("f[*#]k|f-k", "*#-"),
        ("(?:c0m|n3t)!?", "03"),
        ("(?<=@)★", "★"),
        ("(?=@)ab", ""),
        ("a@?b", ""),
        ("[a@]", ""),
        ("[^a]|@", ""),
        (r"a\.b", ""),
        (r"\w", ""),
        ("@|ab", ""),
        ("", ""),
        (r"(?>@a)+?", "@"),
    ],
)
def test_the_rarest_signs_that_are_always_there(source: str, signs: str) -> None:
    assert required_signs(source) == frozenset(signs)


def test_shipped_expressions_require_something() -> None:
    assert sum(bool(required_signs(source)) for source in PATTERNS) > len(PATTERNS) / 3


@given(st.data())
def test_every_match_of_a_shipped_expression_has_one(data: st.DataObject) -> None:
    source = data.draw(st.sampled_from(PATTERNS))
    text = data.draw(st.from_regex(re.compile(source, re.ASCII)))
    signs = required_signs(source)
    for found in re.compile(source).finditer(text):
        assert not signs or signs & set(found.group())
