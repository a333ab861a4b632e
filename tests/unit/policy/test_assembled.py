"""Stored parts are read back when they are needed."""

from inbox_assistant.policy.assembled import Assembled, part_of
from inbox_assistant.policy.programs import pack
from inbox_assistant.policy.rule import Rule, Section
from inbox_assistant.policy.rulebook import stored_rules


def test_a_part_is_read_back_as_it_was_stored() -> None:
    parts = {
        "x": pack({"a": [1, (2, 3)]}),
        "rules": stored_rules([Rule("a", Section.RULE)]),
        part_of("reply", "owners"): pack([((), -1, ())]),
    }
    assembled = Assembled(parts)
    assert assembled.read("x") == {"a": [1, (2, 3)]}
    assert [rule.id for rule in assembled.rules("rules")] == ["a"]
    assert assembled.compiled("reply").owners == [((), -1, ())]
