"""``check``, ``topics`` and ``rules``."""

import json
from pathlib import Path

import pytest

from inbox_assistant.cli.policy import _language
from tests.integration.cli.command_line import CommandLine, Done

BLOCKED = "Yes, it fits. Write to me at anna@shop-of-ours.example.com, Anna"
FINE = "Yes, the lid fits the larger jar as well. Kind regards, Anna"


def batch(*records: dict[str, object]) -> bytes:
    return "\n".join(json.dumps(one) for one in records).encode()


def checked(command: CommandLine, text: str, *more: str | Path) -> Done:
    return command("check", "-", "--json", *more, stdin=text.encode())


def test_a_check_says_verdict_and_findings(
    command: CommandLine, tmp_path: Path
) -> None:
    buyer = tmp_path / "buyer.txt"
    buyer.write_text("Does the lid fit the larger jar?")
    done = checked(command, BLOCKED, "--buyer", buyer)
    assert done.code == 1
    assert set(done.document) == {"verdict", "findings"}
    assert done.document["verdict"] == "block"
    for finding in done.document["findings"]:
        assert set(finding) == {
            "rule",
            "category",
            "severity",
            "start",
            "end",
            "text",
            "message",
            "why",
            "fixes",
        }
        assert BLOCKED[finding["start"] : finding["end"]] == finding["text"]
        for fix in finding["fixes"]:
            assert set(fix) == {"label", "start", "end", "replacement"}
    assert "contact-details" in {one["category"] for one in done.document["findings"]}


def test_positions_count_code_points(command: CommandLine, tmp_path: Path) -> None:
    text = f"\U0001f600 Ünï {BLOCKED}"
    path = tmp_path / "reply.txt"
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    for finding in command("check", path, "--json").document["findings"]:
        assert text[finding["start"] : finding["end"]] == finding["text"]


def test_a_check_without_objection_ends_with_nought(
    command: CommandLine, tmp_path: Path
) -> None:
    buyer = tmp_path / "buyer.txt"
    buyer.write_text("Does the lid fit the larger jar?")
    done = checked(command, FINE, "--buyer", buyer)
    assert (done.code, done.document) == (0, {"verdict": "ok", "findings": []})
    people = command("check", "-", "--buyer", buyer, stdin=FINE.encode())
    assert people.out == "Nothing to object to.\n"


def test_people_read_what_is_wrong(command: CommandLine) -> None:
    done = command("check", "-", stdin=BLOCKED.encode())
    assert done.code == 1
    assert "BLOCK  contact-details: “" in done.out


def test_a_batch_is_answered_in_its_order(command: CommandLine) -> None:
    given = batch(
        {
            "id": "a",
            "lang": "en",
            "marketplace": "UK",
            "buyer": "Does it fit?",
            "reply": BLOCKED,
        },
        {
            "id": 2,
            "lang": "en",
            "marketplace": "UK",
            "buyer": "Does it fit?",
            "reply": FINE,
        },
        {
            "id": None,
            "lang": None,
            "marketplace": None,
            "buyer": None,
            "reply": "Hello, Anna",
        },
    )
    done = command("check", "--batch", "-", stdin=given)
    assert done.code == 1
    assert [set(one) for one in done.lines] == [{"id", "verdict", "findings"}] * 3
    assert [one["id"] for one in done.lines] == ["a", 2, None]
    assert [one["verdict"] for one in done.lines][:2] == ["block", "ok"]


def test_the_language_of_a_record_is_the_buyers(command: CommandLine) -> None:
    reply = "Hola, la sábana mide 28 x 52 pulgadas y tiene elástico en las esquinas."
    found = [
        {
            one["category"]
            for one in command(
                "check",
                "--batch",
                "-",
                stdin=batch({"id": 1, "lang": lang, "buyer": "Size?", "reply": reply}),
            ).lines[0]["findings"]
        }
        for lang in ("en-GB", "es")
    ]
    assert "wrong-language" in found[0]
    assert "wrong-language" not in found[1]


@pytest.mark.parametrize(
    ("given", "language"),
    [("en-GB", "en"), ("DE", "de"), (None, None), ("", None), (7, "7")],
)
def test_a_language_is_its_first_two_letters(
    given: object, language: str | None
) -> None:
    assert _language(given) == language


def test_topics_are_read_for_each_line(command: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "buyers.jsonl"
    path.write_bytes(
        b"\xef\xbb\xbf"
        + batch(
            {"id": 1, "lang": "en", "text": "When will my parcel arrive?"},
            {"id": 2, "lang": "en", "text": "Thank you!"},
            {"id": 3},
        )
        + b"\n\n"
    )
    done = command("topics", "--batch", path)
    assert done.code == 0
    assert [set(one) for one in done.lines] == [{"id", "topics", "needs_response"}] * 3
    assert done.lines[0]["topics"][0] == "delivery"
    assert done.lines[0]["needs_response"] is True
    assert (done.lines[1]["topics"], done.lines[1]["needs_response"]) == (
        ["thanks"],
        False,
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "-"),
        ("check", "--batch", "-"),
        ("topics", "--batch", "-"),
        ("rules", "list"),
    ],
)
def test_asking_the_rules_makes_no_profile(
    command: CommandLine, arguments: tuple[str, ...]
) -> None:
    command(*arguments)
    assert not command.profile.exists()


def test_the_rules_in_force_are_listed_and_explained(command: CommandLine) -> None:
    listed = command("rules", "list", "--json").document
    rule = listed[0]
    assert set(rule) >= {"id", "category", "severity", "message", "why", "file", "line"}
    assert command("rules", "explain", rule["id"], "--json").document == rule
    people = command("rules", "explain", rule["id"]).out
    assert rule["message"] in people
    assert str(rule["line"]) in people
    assert rule["id"] in command("rules", "list").out


def test_an_unknown_rule_is_told_with_a_way_out(command: CommandLine) -> None:
    assert "rules list" in command("rules", "explain", "no.such.rule").complaint


PACK = """
[pack]
category = "promotion"
source   = "a rule of the house"
checked  = 2026-11-23

[rule.motto]
phrases = ["quality since ever"]
message = "Leave the motto out."
flags   = ["Our motto: «quality since ever»."]
allows  = ["We look after quality."]
"""


def test_a_pack_of_ones_own_is_validated(command: CommandLine, tmp_path: Path) -> None:
    folder = tmp_path / "packs" / "en"
    folder.mkdir(parents=True)
    pack = folder / "house.toml"
    pack.write_text(PACK)
    done = command("rules", "check", tmp_path / "packs")
    assert "every example holds" in done.out, done.err
    pack.write_text(PACK.replace("phrases", "phrasez"))
    done = command("rules", "check", tmp_path / "packs")
    assert done.code == 1
    assert "house.toml:" in done.err


def test_a_pack_that_is_not_there_is_an_error(
    command: CommandLine, tmp_path: Path
) -> None:
    assert "no pack" in command("rules", "check", tmp_path / "gone").complaint


def test_a_profiles_own_rules_are_in_force_wherever_it_is_named_from(
    command: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = command.profile / "policy" / "en"
    folder.mkdir(parents=True)
    (folder / "house.toml").write_text(PACK)
    monkeypatch.chdir(command.profile.parent)
    here = CommandLine(Path(command.profile.name), command.capsys, monkeypatch)
    done = checked(here, "Yes, it fits: quality since ever!")
    assert "promotion" in {one["category"] for one in done.document["findings"]}


ALONE = """
[rule.mine]
category = "promotion"
severity = "block"
pattern = "zanzibarware"
message = "Never name it."
why = "our own rule"
checked = 2026-01-01
flags = ["We sell «zanzibarware»."]
allows = ["We sell jars."]
"""


def test_a_single_pack_is_looked_at_by_itself(
    command: CommandLine, tmp_path: Path
) -> None:
    (tmp_path / "mine.toml").write_text(ALONE, "utf-8")
    (tmp_path / "other.toml").write_text("[nonsense]\nx = 1\n", "utf-8")
    done = command("rules", "check", tmp_path / "mine.toml")
    assert (done.code, done.out) == (0, "1 rule, and every example holds.\n")
    assert command("rules", "check", tmp_path).code == 1


@pytest.mark.parametrize("content", [b"", b"# nothing yet\n", b"\xff\x00"])
def test_whatever_a_pack_holds_the_other_rules_go_on(
    command: CommandLine, content: bytes
) -> None:
    folder = command.profile / "policy"
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_bytes(content)
    done = command("check", "-", "--json", stdin=b"Write to anna@example.com.")
    assert done.document["verdict"] == "block"


def test_what_is_no_pack_is_told(command: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Sir or Madam")
    assert (
        "ends in .toml" in command("rules", "check", tmp_path / "letter.txt").complaint
    )


def test_a_stretch_without_end_is_shown_cut(
    command: CommandLine, tmp_path: Path
) -> None:
    path = tmp_path / "long.txt"
    path.write_text("word " * 50_000, "utf-8")
    done = command("check", path)
    assert done.code == 1
    assert max(map(len, done.out.splitlines())) < 300
    assert "…”" in done.out
