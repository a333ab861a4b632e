"""What was learned fits the lists it was learned with."""

import runpy
from pathlib import Path

import pytest

from inbox_assistant.policy.engine import MEANINGS
from inbox_assistant.policy.meanings import write_meanings

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"


def test_meanings_are_gathered_from_their_lists(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.syspath_prepend(str(PACKAGING))
    program = runpy.run_path(str(PACKAGING / "gather_meanings.py"))
    shipped = ROOT / "resources" / "policy" / MEANINGS
    assert shipped.read_bytes() == write_meanings(*program["gathered"]()), (
        "run packaging/gather_meanings.py, and learn anew"
    )
