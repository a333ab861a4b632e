"""Findings about a template lie in its own words, whatever its slots are filled by."""

from collections.abc import Callable, Sequence

from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.domain.finding import Finding, Fix, Severity
from inbox_assistant.domain.template import Template, sample_values, slots
from inbox_assistant.policy.context import Context
from inbox_assistant.services.template_judging import (
    contexts_of,
    filled_and_checked,
    judge,
)


def finding(text: str, start: int, end: int, fixes: tuple[Fix, ...] = ()) -> Finding:
    return Finding(
        "r", "c", Severity.BLOCK, start, end, text[start:end], "m", "w", fixes
    )


def looking_for(*words: str) -> Callable[[str], Sequence[Finding]]:
    def look(text: str) -> list[Finding]:
        found = []
        for word in words:
            start = text.index(word)
            end = start + len(word)
            fixes = (Fix("Remove", start, end, ""),)
            found.append(finding(text, start, end, fixes))
        return found

    return look


def test_words_behind_a_slot_are_found_where_they_stand() -> None:
    body = "Dear {first_name}, order {order_number} is BAD, {size}."
    [one] = filled_and_checked(body, looking_for("BAD"))
    assert body[one.start : one.end] == one.text == "BAD"
    assert [body[fix.start : fix.end] for fix in one.fixes] == ["BAD"]


def test_one_in_a_slot_reaches_over_it_and_has_no_fix() -> None:
    body = "Dear {first_name}, hello"
    [one] = filled_and_checked(body, looking_for("Kim", "Kim, hello"))
    assert one.text == "{first_name}, hello"
    assert one.fixes == ()


def test_slots_at_both_ends_and_side_by_side() -> None:
    body = "{first_name}{size}x{agent}"
    [one] = filled_and_checked(body, looking_for("x"))
    assert (one.start, one.end) == (body.index("x"), body.index("x") + 1)
    [two] = filled_and_checked(body, looking_for("m12"))
    assert two.text == "{first_name}{size}"


@given(st.data())
def test_every_stretch_outside_slots_is_told_letter_for_letter(
    data: st.DataObject,
) -> None:
    plain = st.text(st.sampled_from("ab \n🙂"), max_size=5)
    names = st.sampled_from(["{first_name}", "{size}", "{product}"])
    parts = data.draw(st.lists(st.one_of(plain, names), max_size=8))
    body = "".join(parts)
    free = [
        at
        for at in range(len(body))
        if not any(one.start <= at < one.end for one in slots(body))
    ]
    known = sample_values()

    def each_letter(text: str) -> list[Finding]:
        inside = []
        at = 0
        for part in parts:
            name = part.strip("{}")
            is_slot = part.startswith("{")
            value = known.get(name, "12") if is_slot else part
            inside += [is_slot] * len(value)
            at += len(value)
        assert len(inside) == len(text)
        return [
            finding(text, place, place + 1)
            for place, is_in in enumerate(inside)
            if not is_in
        ]

    told = filled_and_checked(body, each_letter)
    assert [(one.start, one.end) for one in told] == [(at, at + 1) for at in free]
    assert [one.text for one in told] == [body[at] for at in free]


def test_both_contexts_are_asked_with_what_the_template_says() -> None:
    template = Template("k", "T", "de", "Hallo {size}", "DE", ("delivery",))
    asked: list[tuple[str, Context]] = []

    def check(text: str, context: Context) -> list[Finding]:
        asked.append((text, context))
        return [finding(text, 0, 5)] if context.proactive else []

    judged = judge(template, check)
    assert [context for _text, context in asked] == list(contexts_of(template))
    assert {text for text, _context in asked} == {"Hallo 12"}
    assert [one.proactive for one in contexts_of(template)] == [False, True]
    assert judged.reply == ()
    assert judged.proactive[0].text == "Hallo"
