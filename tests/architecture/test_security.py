"""Every line of the threat model names a test that is there."""

import ast
import re

from tests.architecture.source_tree import ROOT

ROW = re.compile(r"^\| (?!tries|does|---)(.+?) \| (.+?) \| `(.+?)::(test_\w+)` \|$")
TEXT = (ROOT / "SECURITY.md").read_text("utf-8")


def rows() -> list[tuple[str, str]]:
    return [
        (found[3], found[4])
        for found in map(ROW.match, TEXT.splitlines())
        if found is not None
    ]


def test_every_threat_is_answered_and_proved() -> None:
    lines = [line for line in TEXT.splitlines() if line.startswith("| ")]
    heads = [line for line in lines if line.startswith(("| tries to |", "| does |"))]
    assert len(rows()) == len(lines) - len(heads)
    assert len(rows()) >= 20


def test_every_test_that_is_named_is_there() -> None:
    missing = []
    for path, name in rows():
        tree = ast.parse((ROOT / path).read_text("utf-8"))
        names = {one.name for one in tree.body if isinstance(one, ast.FunctionDef)}
        if name not in names:
            missing.append(f"{path}::{name}")
    assert missing == []
