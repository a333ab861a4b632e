"""Templates are checked on saving and after every change of the rules."""

from dataclasses import replace
from datetime import timedelta

import pytest

from inbox_assistant.bootstrap.policy import Policy
from inbox_assistant.domain.errors import InputError
from inbox_assistant.domain.finding import Severity, Verdict
from inbox_assistant.domain.template import Template, slots
from inbox_assistant.paths import resources
from inbox_assistant.services.templating import Offered, Templating, load_shipped
from tests.integration.services.office import Office

OWN = Template("own.size", "Sizes", "en", "Dear {first_name}, {size} fits.")
SHIPPED = load_shipped(resources() / "templates")


def offered(office: Office) -> dict[str, Template]:
    found = office.program.templating.offered()
    return {one.template.key: one.template for one in found}


def test_forty_and_more_come_with_the_program_in_six_languages() -> None:
    assert len(SHIPPED) >= 40
    for language in ("en", "de", "fr", "it", "es", "nl"):
        assert sum(one.language == language for one in SHIPPED) == 7
    assert len({one.key for one in SHIPPED}) == len(SHIPPED)
    assert all(slots(one.body) for one in SHIPPED)


def test_shipped_templates_hold_nothing_that_could_be_flagged() -> None:
    policy = Policy(None, None)
    templating = Templating(
        None,  # type: ignore[arg-type] # judging asks the rules alone
        None,  # type: ignore[arg-type]
        None,  # type: ignore[arg-type]
        policy.check,
        policy.mark,
        resources() / "templates",
    )
    for template in templating.shipped:
        judged = templating.judge(template)
        found = [
            (template.key, one.rule, one.text)
            for one in (*judged.reply, *judged.proactive)
            if one.severity is not Severity.NOTE
        ]
        assert found == []


def test_every_language_of_a_holding_reply_promises_a_day() -> None:
    for one in SHIPPED:
        if one.is_holding:
            assert one.promise_days
            assert "promised_date" in {slot.name for slot in slots(one.body)}
    assert len([one for one in SHIPPED if one.is_holding]) >= 11


def test_one_of_ones_own_is_saved_journaled_and_offered(office: Office) -> None:
    done = office.program.templating.save(OWN)
    assert done.changes.templates
    assert offered(office)[OWN.key] == OWN
    assert office.actions()[-1] == "template-saved"


def test_one_that_would_block_every_reply_is_not_saved(office: Office) -> None:
    bad = replace(OWN, body="FORBIDDEN {size}")
    with pytest.raises(InputError, match="“Sizes” holds what must not be sent"):
        office.program.templating.save_all([OWN, bad])
    assert OWN.key not in offered(office)


def test_one_that_is_not_whole_is_not_saved(office: Office) -> None:
    with pytest.raises(InputError, match="no text"):
        office.program.templating.save(replace(OWN, body=" "))


def test_an_own_one_stands_in_the_place_of_a_shipped_one(office: Office) -> None:
    own = replace(OWN, key="en.holding")
    office.program.templating.save(own)
    assert offered(office)["en.holding"].title == "Sizes"


def test_own_and_shipped_ones_can_be_taken_away(office: Office) -> None:
    office.program.templating.save(OWN)
    for key in (OWN.key, "en.holding"):
        office.program.templating.remove(key)
        assert key not in offered(office)
        with pytest.raises(InputError, match="no template"):
            office.program.templating.remove(key)


def test_a_change_and_a_removal_are_taken_back(office: Office) -> None:
    templating = office.program.templating
    templating.save(OWN)
    office.clock.advance(timedelta(minutes=1))
    changed = templating.save(replace(OWN, title="Other", tags=("vip",)))
    office.clock.advance(timedelta(minutes=1))
    removed = [templating.remove(key) for key in (OWN.key, "en.holding")]
    for one in reversed(removed):
        assert templating.undo(one.entries).templates
    assert offered(office)[OWN.key].tags == ("vip",)
    assert offered(office)["en.holding"].is_shipped
    templating.undo(changed.entries)
    assert offered(office)[OWN.key] == OWN
    with pytest.raises(InputError, match="undone already"):
        templating.undo(changed.entries)
    office.ask()
    [other] = office.store.journal.newest(1)
    with pytest.raises(InputError, match="cannot be undone"):
        templating.undo([other.entry_id])


def test_an_import_is_taken_back_as_a_whole(office: Office) -> None:
    before = offered(office)
    own = [replace(OWN, key=key) for key in ("own.a", "en.holding")]
    done = office.program.templating.save_all(own)
    assert len(done.entries) == 2
    office.program.templating.undo(done.entries)
    assert offered(office) == before


def test_the_most_used_come_first(office: Office) -> None:
    office.store.templates.count_use("nl.return", office.clock.now)
    first = office.program.templating.offered()[0].template
    assert (first.key, first.uses) == ("nl.return", 1)
    assert first.last_used_at == office.clock.now


def test_a_check_by_other_rules_says_nothing_and_a_new_one_does(
    office: Office,
) -> None:
    templating, reading = office.program.templating, office.program.reading

    def standing(rules: str) -> Offered:
        found = {one.template.key: one for one in reading.templates(rules)}
        return found[OWN.key]

    templating.save(replace(OWN, body="NEWLY {size}"))
    assert standing("FORBIDDEN").reply is Verdict.OK
    office.rules.forbidden = "NEWLY"
    assert standing("NEWLY").reply is None
    judged = templating.judge(standing("NEWLY").template)
    assert judged.verdicts == (Verdict.BLOCK, Verdict.BLOCK)
    assert templating.keep_judged([judged], "NEWLY").templates
    assert not standing("NEWLY").is_fit(proactive=False)


def test_shipped_ones_need_no_check_where_there_are_no_other_rules(
    office: Office,
) -> None:
    reading = office.program.reading
    assert {one.reply for one in reading.templates("x")} == {None}
    pure = reading.templates("x", only_shipped_rules=True)
    assert {one.reply for one in pure} == {Verdict.OK}


def test_shipped_ones_taken_away_come_back_together(office: Office) -> None:
    templating, before = office.program.templating, offered(office)
    with pytest.raises(InputError, match="was taken away"):
        templating.bring_shipped_back()
    for key in ("en.holding", "de.holding"):
        templating.remove(key)
    templating.bring_shipped_back()
    assert offered(office) == before


def test_what_is_not_saved_is_kept_apart(office: Office) -> None:
    reading = office.program.reading
    assert reading.unsaved_templates() == ()
    office.program.templating.keep_unsaved([OWN])
    assert reading.unsaved_templates() == (OWN,)
    assert OWN.key not in offered(office)
    for damaged in ("[1]", "{", '"x"'):
        office.store.accounts.keep_fact("unsaved-templates", damaged)
        assert reading.unsaved_templates() == ()


def test_both_contexts_are_asked(office: Office) -> None:
    office.rules.asked.clear()
    office.program.templating.judge(OWN)
    reply, proactive = [context for _text, context in office.rules.asked]
    assert not reply.proactive
    assert proactive.proactive
    texts = {text for text, _context in office.rules.asked}
    assert texts == {"Dear Kim, 12 fits."}
