"""A change of the rules is kept in the journal, once."""

from inbox_assistant.domain.clock import system_clock
from inbox_assistant.domain.journal import Action
from inbox_assistant.services.own_rules import OwnRules
from inbox_assistant.services.scribe import Author, Scribe
from tests.integration.services.office import Office


def test_a_change_is_noted_and_the_same_again_is_not(office: Office) -> None:
    rules: dict[str, str] = {}
    author = Author("desk", "anna")
    scribe = Scribe(office.store, system_clock, author)
    state = [0]
    own = OwnRules(office.store, scribe, lambda: state[0], lambda: rules)
    assert not own.note()
    rules["en.promotion.coupon"] = "off"
    assert not own.note()
    state[0] = 1
    assert own.note()
    state[0] = 2
    assert not own.note()
    [entry] = office.store.journal.of_action(Action.RULES_CHANGED)
    assert (entry.agent, entry.data["rules"]) == ("anna", rules)
