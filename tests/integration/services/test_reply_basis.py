"""Composer and gate judge a reply by the same things."""

from inbox_assistant.domain.finding import Finding
from inbox_assistant.policy.context import Context
from inbox_assistant.services.enclosing import looked_into
from inbox_assistant.services.reply_basis import (
    Basis,
    basis_of,
    file_findings,
    text_findings,
)
from tests.integration.services.office import Office


def nothing(_text: str, _context: Context) -> list[Finding]:
    return []


def test_the_basis_holds_what_the_thread_holds(office: Office) -> None:
    thread = office.ask()
    office.program.noting.write(thread, "For us alone, nobody else")
    office.program.enclosing.add(thread, looked_into("a.txt", b"size"), b"size")
    basis = basis_of(office.store, thread)
    assert not basis.context.proactive
    assert basis.notes == ("For us alone, nobody else",)
    assert [file.name for file in basis.files] == ["a.txt"]


def test_slots_and_notes_are_found_beside_the_rules() -> None:
    basis = Basis(notes=("For us alone, nobody else",))
    body = "Dear {first_name}, for us alone, nobody else."
    found = text_findings(nothing, body, basis)
    assert [one.category for one in found] == ["placeholder", "internal-note"]


def test_the_gate_says_what_the_composer_says(office: Office) -> None:
    thread = office.ask()
    office.program.enclosing.add(thread, looked_into("a.txt", b"DOUBTFUL"), b"DOUBTFUL")
    body = "FORBIDDEN {size}"
    basis = basis_of(office.store, thread)
    check = office.rules.check
    live = [*text_findings(check, body, basis), *file_findings(check, basis)]
    assert office.program.replies.check(thread, body) == live
    assert len(live) == 3
