"""The first sight of the queue waits for nothing that it does not show."""

import ast
import os
import subprocess
import sys
from dataclasses import dataclass

import pytest

from inbox_assistant import paths
from inbox_assistant.bootstrap.demo import fill_with_samples
from tests.architecture.source_tree import ROOT

AT_FIRST_SIGHT = """
    inbox_assistant
    inbox_assistant.bootstrap inbox_assistant.bootstrap.desk
    inbox_assistant.bootstrap.embedded_code
    inbox_assistant.bootstrap.mailbox_desk
    inbox_assistant.bootstrap.qt inbox_assistant.bootstrap.window
    inbox_assistant.cli inbox_assistant.cli.arguments inbox_assistant.cli.main
    inbox_assistant.cli.output
    inbox_assistant.cli.parts inbox_assistant.cli.window
    inbox_assistant.domain inbox_assistant.domain.clock
    inbox_assistant.domain.countdown inbox_assistant.domain.errors
    inbox_assistant.domain.queue_row inbox_assistant.domain.state
    inbox_assistant.domain.spoken_countdown
    inbox_assistant.domain.view
    inbox_assistant.paths
    inbox_assistant.services inbox_assistant.services.queue_reading
    inbox_assistant.settings
    inbox_assistant.storage inbox_assistant.storage.connection
    inbox_assistant.storage.database inbox_assistant.storage.lock
    inbox_assistant.storage.queue_rows inbox_assistant.storage.stamps
    inbox_assistant.ui inbox_assistant.ui.coloured_words
    inbox_assistant.ui.countdown_phrases
    inbox_assistant.ui.field inbox_assistant.ui.fonts inbox_assistant.ui.icons
    inbox_assistant.ui.languages
    inbox_assistant.ui.main_window inbox_assistant.ui.menus
    inbox_assistant.ui.opening inbox_assistant.ui.palette
    inbox_assistant.ui.qt_numbers
    inbox_assistant.ui.queue inbox_assistant.ui.queue.delegate
    inbox_assistant.ui.queue.heirs inbox_assistant.ui.queue.keeping
    inbox_assistant.ui.queue.model inbox_assistant.ui.queue.pages
    inbox_assistant.ui.queue.row_layout inbox_assistant.ui.queue.row_style
    inbox_assistant.ui.queue.row_words inbox_assistant.ui.queue.rows_view
    inbox_assistant.ui.queue.stamps
    inbox_assistant.ui.queue.view
    inbox_assistant.ui.scroll_bar inbox_assistant.ui.sources
    inbox_assistant.ui.spacing inbox_assistant.ui.status_line
    inbox_assistant.ui.theme inbox_assistant.ui.topic_names
    inbox_assistant.ui.view_row inbox_assistant.ui.views_panel
"""
"""What may be loaded when the first rows are seen; anything else belongs after it.

A new part of the window goes into ``ui.furniture`` or ``ui.application``. Whatever is
added here makes every start longer: ``python -m tests.bench.start_ratio`` says by how
much.
"""

FOR_LATER = ("tomllib", "json", "logging.handlers", "subprocess", "platformdirs")
"""Of the standard library and others, what the first sight was made to do without."""

STARTER = """
import enum, os, sys
from inbox_assistant.bootstrap import qt
from inbox_assistant.cli.main import main

def below(kind):
    for one in type.__subclasses__(kind):
        yield one
        yield from below(one)

def names_of_qt():
    # Looked for among what there is: to look "Qt" up would make them.
    return sorted(
        one.__qualname__
        for one in below(enum.Enum)
        if one.__module__ == "PySide6.QtCore" and one.__qualname__.startswith("Qt.")
    )

def seen(opening):
    loaded = list(sys.modules)
    made = names_of_qt()
    from PySide6.QtCore import Qt
    told = {
        "was_seen": opening.was_seen,
        "loaded": loaded,
        "made": made,
        "made when asked for": names_of_qt(),
        "waiting": [
            name for name in loaded if "__getattr__" in vars(sys.modules[name])
        ],
    }
    print(repr(told), flush=True)
    os._exit(0)

def load():
    load_qt()
    from inbox_assistant.bootstrap import window
    # The second stage begins with it.
    window.furnish = seen

load_qt = qt.load_qt
qt.load_qt = load
main(["--profile", sys.argv[1]])
"""


@dataclass(frozen=True)
class FirstSight:
    """What there was when the first rows had been painted."""

    was_seen: bool
    loaded: frozenset[str]
    made: list[str]
    made_when_asked_for: list[str]
    waiting: frozenset[str]


def first_sight(profile: paths.Profile) -> FirstSight:
    """Start the program on *profile* in a process of its own, to its first sight."""
    ended = subprocess.run(
        [sys.executable, "-c", STARTER, str(profile.folder)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    told = ast.literal_eval(ended.stdout)
    return FirstSight(
        told["was_seen"],
        frozenset(told["loaded"]),
        told["made"],
        told["made when asked for"],
        frozenset(told["waiting"]),
    )


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> paths.Profile:
    """Return a profile with the sample mailbox, whose rows show all there may be."""
    profile = paths.Profile(tmp_path_factory.mktemp("start") / "profile")
    fill_with_samples(profile)
    return profile


def test_the_first_sight_loads_what_it_shows_and_nothing_else(
    samples: paths.Profile,
) -> None:
    sight = first_sight(samples)
    assert sight.was_seen
    ours = {name for name in sight.loaded if name.startswith("inbox_assistant")}
    assert ours - set(AT_FIRST_SIGHT.split()) == set()
    assert [name for name in FOR_LATER if name in sight.loaded] == []


@pytest.mark.parametrize(
    "settings",
    ["", "[look]\ntheme = 'dark'\n", "[look]\nlanguage = 'de'\ntheme = 'contrast'\n"],
)
def test_the_first_sight_does_without_the_names_of_qt(
    samples: paths.Profile, settings: str
) -> None:
    samples.settings.write_text(settings, "utf-8")
    sight = first_sight(samples)
    samples.settings.unlink()
    assert sight.was_seen
    assert sight.made == []
    # Were they not found when they are there, the line above would say nothing.
    assert "Qt.Key" in sight.made_when_asked_for


def test_what_describes_signatures_waits_until_it_is_asked(
    samples: paths.Profile,
) -> None:
    sight = first_sight(samples)
    signature = "shibokensupport.signature"
    assert {f"{signature}.parser", f"{signature}.lib.pyi_generator"} <= sight.waiting
