"""Drafts are stored by themselves, before anything else is loaded."""

import subprocess
import sys
from pathlib import Path

from inbox_assistant.domain.reply import Draft
from inbox_assistant.services.drafting import Drafting
from tests.architecture.source_tree import ROOT
from tests.integration.services.office import Office

HEAVY = ("inbox_assistant.mail.parse", "inbox_assistant.policy.engine", "keyring")

PROGRAM = """
import sys
from pathlib import Path
from inbox_assistant.domain.clock import system_clock
from inbox_assistant.domain.reply import Draft
from inbox_assistant.services.drafting import Drafting
from inbox_assistant.storage.store import open_store

with open_store(Path(sys.argv[1])) as store:
    Drafting(store, system_clock).keep(Draft("t", "Dear", 4))
print(*sys.modules)
"""


def test_a_draft_is_kept_with_its_cursor_and_replaced(office: Office) -> None:
    thread = office.ask()
    drafting = Drafting(office.store, office.clock)
    drafting.keep(Draft(thread, "Dear", 4))
    changes = drafting.keep(Draft(thread, "Dear Adelheid", 6))
    assert changes.drafts == {thread}
    kept = office.program.replies.draft(thread)
    assert kept is not None
    assert (kept.body, kept.cursor) == ("Dear Adelheid", 6)


def test_nothing_written_is_nothing_kept(office: Office) -> None:
    thread = office.ask()
    drafting = Drafting(office.store, office.clock)
    drafting.keep(Draft(thread, "Dear"))
    drafting.keep(Draft(thread, "  "))
    assert office.program.replies.draft(thread) is None


def test_storing_a_draft_loads_nothing_heavy(tmp_path: Path) -> None:
    database = tmp_path / "inbox.db"
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, str(database)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )
    loaded = set(done.stdout.split())
    assert loaded.isdisjoint({*HEAVY, "sqlite_utils"})
