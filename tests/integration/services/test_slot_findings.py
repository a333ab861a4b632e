"""No slot leaves unfilled, whatever it is called."""

from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.domain.finding import Finding, Severity
from inbox_assistant.domain.template import FROM_THREAD
from inbox_assistant.services.slot_findings import slot_findings

NAMES = st.sampled_from(FROM_THREAD) | st.from_regex(r"\A[a-z][a-z_ ]{0,30}[a-z]\Z")


@given(NAMES, st.text(max_size=30))
def test_every_slot_blocks_where_it_stands(name: str, around: str) -> None:
    text = f"{around} {{{name}}} {around}"
    found = slot_findings(text)
    assert f"{{{name}}}" in [one.text for one in found]
    assert all(one.severity is Severity.BLOCK for one in found)
    assert all(text[one.start : one.end] == one.text for one in found)


def test_one_that_a_rule_names_already_is_said_once() -> None:
    text = "Dear {name}"
    known = Finding("r", "placeholder", Severity.BLOCK, 5, 11, "{name}", "m", "w")
    assert slot_findings(text, [known]) == []
    assert len(slot_findings(text)) == 1
