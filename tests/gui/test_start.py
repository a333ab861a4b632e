"""The first paint waits for nothing that it does not show."""

import json
import os
import subprocess
import sys
from pathlib import Path

from inbox_assistant import paths
from inbox_assistant.bootstrap.demo import fill_with_samples
from tests.architecture.source_tree import ROOT

FOR_LATER = (
    "keyring",
    "imapclient",
    "sqlite_utils",
    "smtplib",
    "imaplib",
    "fast_mail_parser",
    "nh3",
    "phonenumbers",
    "publicsuffixlist",
    "inbox_assistant.policy.engine",
    "inbox_assistant.mail.parse",
)

WATCHER = """
import json, os, sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject
from inbox_assistant import paths
from inbox_assistant.bootstrap.window import application, build

class Watcher(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and workplace.window.queue.count:
            print(json.dumps(sorted(sys.modules)), flush=True)
            os._exit(0)
        return False

made = application(sys.argv[:1])
workplace = build(paths.Profile(Path(sys.argv[1])), is_demo=False)
watcher = Watcher()
workplace.window.queue.viewport().installEventFilter(watcher)
workplace.start()
made.exec()
"""


def test_what_no_first_row_needs_is_imported_after_the_first_paint(
    tmp_path: Path,
) -> None:
    profile = paths.Profile(tmp_path / "profile")
    fill_with_samples(profile)
    ended = subprocess.run(
        [sys.executable, "-c", WATCHER, str(profile.folder)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    loaded = set(json.loads(ended.stdout))
    assert "inbox_assistant.ui.queue.view" in loaded
    assert [name for name in FOR_LATER if name in loaded] == []
