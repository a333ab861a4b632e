"""The script that sets everything up says what is missing before anything breaks."""

import ast
import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import run

SCRIPT = Path(run.__file__)


def start(*arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run the script as a person does, in a folder that is not its own."""
    return subprocess.run(
        [sys.executable, str(SCRIPT), *arguments],
        cwd="/",
        env={"PATH": os.environ["PATH"], **environ},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.fixture
def x_server() -> Iterator[int]:
    """Listen as an X server would, in the abstract name space, and give its number."""
    with socket.socket(socket.AF_UNIX) as listening:
        number = os.getpid()
        listening.bind(f"\0/tmp/.X11-unix/X{number}")
        listening.listen()
        yield number


def test_without_a_screen_it_says_so_in_one_line_and_ends_with_two() -> None:
    done = start()
    assert done.returncode == 2
    assert done.stderr.startswith("There is no screen to open a window on")
    assert done.stderr.count("\n") == 1


def test_a_display_that_nobody_serves_is_no_screen() -> None:
    done = start(DISPLAY=":4093", WAYLAND_DISPLAY="wayland-9", XDG_RUNTIME_DIR="/none")
    assert done.returncode == 2
    assert "no screen" in done.stderr


def test_a_word_it_does_not_know_is_named() -> None:
    done = start("tset")
    assert (done.returncode, done.stdout) == (2, "")
    assert "'tset'" in done.stderr


def test_help_shows_both_commands() -> None:
    done = start("--help")
    assert done.returncode == 0
    assert "python3 run.py test" in done.stdout


@pytest.mark.parametrize("version", [(3, 7), (3, 10), (3, 14), (4, 0)])
def test_another_python_is_refused_with_the_versions_that_work(
    version: tuple[int, ...],
) -> None:
    with pytest.raises(run.Stop, match=r"needs Python 3\.11, 3\.12 or 3\.13; this is"):
        run.refuse_other_pythons(version)


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13)])
def test_the_pythons_of_the_project_file_are_accepted(version: tuple[int, ...]) -> None:
    run.refuse_other_pythons(version)
    project = (run.ROOT / "pyproject.toml").read_text("utf-8")
    assert f"Python :: {version[0]}.{version[1]}" in project
    assert 'requires-python = ">=3.11,<3.14"' in project


def test_an_old_python_can_read_the_script_far_enough_to_refuse() -> None:
    ast.parse(SCRIPT.read_text("utf-8"), feature_version=(3, 7))


def test_an_x_server_that_listens_is_a_screen(x_server: int) -> None:
    assert run.reachable_platforms({"DISPLAY": f":{x_server}.0"}) == ["xcb"]


def test_a_wayland_socket_is_a_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Relative, because a path of more than 107 bytes fits in no socket address.
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("wayland-0")
        listening.listen()
        environ = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": ""}
        assert run.reachable_platforms(environ) == ["wayland"]


def test_a_platform_without_a_screen_is_taken_as_asked() -> None:
    assert run.reachable_platforms({"QT_QPA_PLATFORM": "offscreen"}) == ["offscreen"]
    chosen = {"QT_QPA_PLATFORM": "wayland-egl;minimal:x"}
    assert run.reachable_platforms(chosen) == ["minimal"]


def test_what_is_absent_is_found_by_its_own_sign(tmp_path: Path) -> None:
    needs = {
        "none1": "libnone.so.1",
        "none2": str(tmp_path / "none"),
        "none3": "no-such-program",
        "libc6": "libc.so.6",
        "a file": str(SCRIPT),
        "a program": "sh",
        "a module": "ensurepip",
        "none4": "test/no_such_data",
        "data": "test/test_email",
    }
    assert list(run.absent(needs)) == ["none1", "none2", "none3", "none4"]


def test_one_message_holds_everything_that_is_missing_and_the_line_for_it() -> None:
    text = run.request({"python3-venv": "ensurepip", "libgl1": "libGL.so.1"})
    assert text.startswith("This computer lacks ensurepip, libGL.so.1.")
    line = "apt-get install -y --no-install-recommends python3-venv libgl1\n"
    assert line in text or not shutil.which("apt-get")


def test_the_list_of_packages_is_the_one_of_the_script() -> None:
    listed = (run.ROOT / "packaging/apt-packages.txt").read_text("utf-8").splitlines()
    groups = [run.PYTHON, run.QT, run.X11, run.WAYLAND, run.SERVERS]
    wanted = [package for group in groups for package in group]
    # The standard library's own mails come with Debian's Python, whichever it is.
    (samples,) = run.SAMPLES
    assert re.fullmatch(r"libpython3\.\d+-testsuite", samples)
    wanted.append("libpython3.11-testsuite")
    assert [line for line in listed if re.match(r"\w", line)] == wanted


def test_an_environment_that_was_copied_along_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    version = ".".join(map(str, sys.version_info[:3]))
    folder = tmp_path / ".venv"
    monkeypatch.setattr(run, "VENV", folder)
    monkeypatch.setattr(run, "SCRIPTS", Path(sys.executable).parent)
    folder.mkdir()
    settings = folder / "pyvenv.cfg"
    assert not run.is_ready()
    settings.write_text(f"version = {version}\ncommand = python3 -m venv {folder}\n")
    assert run.is_ready()
    settings.write_text(f"version = {version}\ncommand = python3 -m venv /old/.venv\n")
    assert not run.is_ready()
    settings.write_text(f"version = 3.10.1\ncommand = python3 -m venv {folder}\n")
    assert not run.is_ready()


def test_variables_that_would_bend_the_environment_are_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PIP_TARGET", "/elsewhere")
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    assert {"PIP_TARGET", "PYTHONPATH"}.isdisjoint(run.environment())
