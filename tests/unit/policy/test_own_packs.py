"""A user's own packs are told in a few words."""

from pathlib import Path

from inbox_assistant.policy.own_packs import own_changes
from tests.policy_packs import write_packs


def test_overrides_own_rules_and_unreadable_files_are_told(tmp_path: Path) -> None:
    own = (
        '[override."any.structure.carrier"]\nseverity = "warn"\n'
        '[override."en.promotion.*"]\noff = true\n'
        '[rule.winter]\nphrases = ["winter sale"]\n[words]\na = "b"\n'
    )
    folder = write_packs(tmp_path, en_mine=own)
    (folder / "any" / "categories.toml").unlink()
    (folder / "bad.toml").write_bytes(b"\xff\xfe")
    assert own_changes(folder) == {
        "any.structure.carrier": "warn",
        "en.promotion.*": "off",
        "en.mine.winter": "own",
        "bad.toml": "unreadable",
    }


def test_a_folder_that_is_not_there_changes_nothing(tmp_path: Path) -> None:
    assert own_changes(tmp_path / "none") == {}
