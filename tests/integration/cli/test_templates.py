"""Templates are listed, checked and carried in and out by commands."""

from pathlib import Path

import pytest

from tests.integration.cli.command_line import CommandLine

OWN = """
[[template]]
key = "own.size"
title = "Size"
language = "en"
body = "Dear {first_name}, it is {size} wide."
"""


def test_shipped_ones_are_listed(command: CommandLine) -> None:
    found = command("templates", "list", "--language", "de", "--json").lines
    assert {one["language"] for one in found} == {"de"}
    assert len(found) == 7
    assert "de.holding" in command("templates", "list").out


def test_every_shipped_one_passes_in_both_contexts(command: CommandLine) -> None:
    done = command("templates", "check", "--json")
    assert done.code == 0
    assert {(one["reply"], one["proactive"]) for one in done.lines} == {("ok", "ok")}
    assert "de.holding" in command("templates", "check").out


@pytest.mark.parametrize("name", ["out.toml", "out.csv"])
def test_what_is_exported_can_be_imported(
    command: CommandLine, tmp_path: Path, name: str
) -> None:
    (tmp_path / "own.toml").write_text(OWN)
    assert command("templates", "import", str(tmp_path / "own.toml")).code == 0
    before = command("templates", "list", "--json").lines
    assert command("templates", "export", str(tmp_path / name)).code == 0
    assert command("templates", "import", str(tmp_path / name)).code == 0
    after = command("templates", "list", "--json").lines
    assert after == before
    assert command("templates", "export", "--own", str(tmp_path / name)).code == 0


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "holds no template"),
        ("x = [", "no TOML"),
        (OWN.replace("it is", "write to dora@shop.example, it is"), "must not be sent"),
    ],
)
def test_what_cannot_be_used_is_one_sentence(
    command: CommandLine, tmp_path: Path, text: str, why: str
) -> None:
    (tmp_path / "own.toml").write_text(text)
    done = command("templates", "import", str(tmp_path / "own.toml"))
    assert done.code == 2
    assert why in done.err
    assert "own.size" not in command("templates", "list").out


def test_one_is_taken_away_once(command: CommandLine) -> None:
    assert command("templates", "remove", "de.holding").code == 0
    assert command("templates", "remove", "de.holding").code == 2
    assert "de.holding" not in command("templates", "list").out
