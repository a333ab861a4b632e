"""The documents lead nowhere that does not exist."""

import re
import runpy
from pathlib import Path

import pytest

from tests.architecture.source_tree import ROOT, name_of, project_files

LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
DOCUMENTS = [path for path in project_files() if path.suffix == ".md"]


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_every_link_within_the_project_has_an_end(document: Path) -> None:
    links = LINK.findall(document.read_text("utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


def test_every_decision_is_listed() -> None:
    folder = ROOT / "docs/decisions"
    listed = set(LINK.findall((folder / "README.md").read_text("utf-8")))
    assert listed == {path.name for path in folder.glob("*.md")} - {"README.md"}


def test_the_commands_of_the_readme_are_those_of_the_script() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert re.search(r"^python3 run\.py +#", readme, re.MULTILINE)
    assert re.search(r"^python3 run\.py test +#", readme, re.MULTILINE)
    assert "run.py test --yes" in (ROOT / ".ci/run").read_text("utf-8")


def test_the_page_of_the_settings_is_what_their_declarations_say() -> None:
    written = runpy.run_path(str(ROOT / "docs/make_settings.py"))["settings_page"]()
    assert (ROOT / "docs/settings.md").read_text("utf-8") == written
