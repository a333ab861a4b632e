"""The wheel holds everything that the program needs, and runs where nothing else is.

The packages it depends on are linked from the environment of the tests: exactly those
that its own metadata ask for, so that a forgotten dependency is noticed and nothing has
to be downloaded.
"""

import os
import re
import subprocess
import sys
import zipfile
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from inbox_assistant import __version__

ROOT = Path(__file__).resolve().parents[3]
pytestmark = pytest.mark.wheel


def run(
    *command: str | Path, cwd: Path, environ: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run *command* and return what it printed."""
    usual = {name: text for name, text in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(
        command,
        cwd=cwd,
        env={**usual, **(environ or {})},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def needed(requirements: list[str], found: dict[str, Distribution]) -> None:
    """Collect into *found* the distributions that *requirements* ask for."""
    for text in requirements:
        wanted = Requirement(text)
        if wanted.name in found or not applies(wanted):
            continue
        found[wanted.name] = distribution(wanted.name)
        needed(found[wanted.name].requires or [], found)


def applies(wanted: Requirement) -> bool:
    """Return whether *wanted* holds here without any extra."""
    return wanted.marker is None or wanted.marker.evaluate({"extra": ""})


def link(one: Distribution, site: Path) -> None:
    """Make the files of an installed distribution visible in another environment."""
    for top in {file.parts[0] for file in one.files or []} - {"..", "__pycache__"}:
        target = site / top
        if not target.exists():
            target.symlink_to(Path(str(one.locate_file(top))))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the source distribution, and the wheel from nothing but that."""
    folder = tmp_path_factory.mktemp("dist")
    done = run(
        *(sys.executable, "-m", "build", "--no-isolation"),
        *("--outdir", folder, ROOT),
        cwd=folder,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def scripts(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into an empty environment and return its programs' folder."""
    folder = tmp_path_factory.mktemp("installed")
    made = run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder)
    assert made.returncode == 0, made.stderr
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    pip = ("-m", "pip", "--python", programs / "python", "install")
    done = run(sys.executable, *pip, "--no-deps", "--no-index", wheel, cwd=folder)
    assert done.returncode == 0, done.stderr
    site = next(folder.rglob("site-packages"))
    metadata = next(site.glob("inbox_assistant-*.dist-info"))
    found: dict[str, Distribution] = {}
    needed(Distribution.at(metadata).requires or [], found)
    for one in found.values():
        link(one, site)
    return programs


def test_the_wheel_holds_every_resource_and_no_test(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    resources = [path for path in (ROOT / "resources").rglob("*") if path.is_file()]
    missing = {
        f"inbox_assistant/{path.relative_to(ROOT).as_posix()}" for path in resources
    } - names
    assert missing == set()
    tops = {name.split("/")[0] for name in names}
    assert tops == {"inbox_assistant", f"inbox_assistant-{__version__}.dist-info"}


def test_the_wheel_says_what_it_is(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as opened:
        folder = f"inbox_assistant-{__version__}.dist-info"
        metadata = opened.read(f"{folder}/METADATA").decode()
        assert f"{folder}/licenses/LICENSE" in opened.namelist()
    assert re.search(r"^License-Expression: MIT$", metadata, re.MULTILINE)
    assert "# Inbox Assistant" in metadata


def test_the_installed_program_tells_its_version(scripts: Path, tmp_path: Path) -> None:
    done = run(scripts / "inbox-assistant", "--version", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert __version__ in done.stdout


def test_the_installed_program_opens_the_sample_mailbox(
    scripts: Path, tmp_path: Path
) -> None:
    # Rules compiled from another place would take that of this session's.
    cache = {"XDG_CACHE_HOME": str(scripts.parent / "cache")}
    program = (scripts / "inbox-assistant", "demo", "--quit-after", "1")
    done = run(*program, cwd=tmp_path, environ=cache)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_very_first_start_says_why_it_takes_a_moment(
    scripts: Path, tmp_path: Path
) -> None:
    cache = {"XDG_CACHE_HOME": str(tmp_path / "cache"), "HOME": str(tmp_path)}
    program = (scripts / "inbox-assistant", "demo", "--quit-after", "1")
    first = run(*program, cwd=tmp_path, environ=cache)
    # Windows has the folder from its registry, whatever a test would like.
    assert ("takes some seconds" in first.stderr) or sys.platform == "win32"
    assert "takes some seconds" not in run(*program, cwd=tmp_path, environ=cache).stderr
