"""Loaded packs become something to work with."""

import os
import subprocess
import sys
from pathlib import Path

from inbox_assistant.policy.assembly import assemble
from inbox_assistant.policy.pack import load_packs
from inbox_assistant.policy.rule import Problem
from tests.policy_packs import write_packs

EXAMPLES = 'flags = ["«a»"]\nallows = ["b"]\n'


def test_each_kind_of_rule_goes_where_it_is_used(tmp_path: Path) -> None:
    folder = write_packs(
        tmp_path,
        en_x=f'[rule.a]\ncategory="promotion"\nphrases=["aa"]\n{EXAMPLES}'
        f'[rule.b]\ncategory="promotion"\ndetector="emoji"\n{EXAMPLES}'
        f'[rule.c]\ncategory="promotion"\ndetector="nothing"\n{EXAMPLES}'
        f'[topic.d]\ntopic="delivery"\nphrases=["bb"]\n{EXAMPLES}'
        f'[courtesy.e]\nwriter="buyer"\nphrases=["cc"]\n{EXAMPLES}'
        f'[brake.f]\nphrases=["dd"]\n{EXAMPLES}'
        '[small]\nboth = "hi|hello"\n',
    )
    made = assemble(load_packs([folder]))
    assert [rule.id for rule in made.rules("rules")] == ["en.x.a", "en.x.b"]
    assert [rule.id for rule in made.rules("topics")] == ["en.x.d"]
    assert [rule.id for rule in made.rules("courtesies")] == ["en.x.e", "en.x.f"]
    writers, languages, small, brakes = made.read("courtesy_owners")
    assert (writers[0], languages[0], small, brakes) == ("buyer", "en", [2], [1])
    assert [item[:2] for item in made.read("detectors")] == [(1, "emoji")]
    [stored] = made.read("problems")
    problem = Problem(*stored)
    assert problem.message == "there is no detector “nothing”."


ASSEMBLE = """
import sys, zlib
from pathlib import Path
from inbox_assistant.policy.assembly import assemble
from inbox_assistant.policy.pack import load_packs
parts = assemble(load_packs([Path(sys.argv[1])])).parts
print({name: zlib.crc32(part) for name, part in parts.items()})
"""


def test_the_same_packs_become_the_same_in_every_process(tmp_path: Path) -> None:
    words = "|".join(f"word{number}" for number in range(30))
    folder = write_packs(
        tmp_path,
        en_x=f'[rule.a]\ncategory="promotion"\n{EXAMPLES}'
        f'phrases=["({words}) ~2 ({words[::-1]}|xx yy)", "(レビュー|星|評価)を"]\n',
        any_languages=f'[language.en]\nwords="{words.replace("|", " ")}"\n'
        'endings="ing tion ness ment"\n',
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", ASSEMBLE, str(folder)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(made) == 1
