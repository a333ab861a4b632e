"""Stored parts are read back when they are needed."""

from inbox_assistant.policy.assembled import Assembled, stored
from inbox_assistant.policy.rule import Rule, Section
from inbox_assistant.policy.rulebook import stored_rules


def test_a_part_is_read_back_as_it_was_stored() -> None:
    parts = {
        "x": stored({"a": [1, (2, 3)]}),
        "rules": stored(stored_rules([Rule("a", Section.RULE)])),
        "reply": stored(({}, {}, [], [], {}, b"", [])),
    }
    assembled = Assembled(parts)
    assert assembled.read("x") == {"a": [1, (2, 3)]}
    assert [rule.id for rule in assembled.rules("rules")] == ["a"]
    assert assembled.compiled("reply").programs == []
