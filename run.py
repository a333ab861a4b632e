#!/usr/bin/env python3
"""Set up Inbox Assistant in this folder, then open it or check it.

python3 run.py             the window, on the sample mailbox
python3 run.py test        every check and every test
python3 run.py test ARGS   every check, then pytest with ARGS
python3 run.py demo ARGS   the window, with ARGS of the program's own

--yes as the first argument installs missing system packages without asking, where
that is possible (Debian or Ubuntu, as root or with sudo that wants no password).
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "installed"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
OLDEST, NEWEST = (3, 11), (3, 13)

# What shows that a Debian package is there: a library, a program, a file, a module.
PYTHON = {"python3-venv": "ensurepip"}
QT = {
    "libglib2.0-0": "libgthread-2.0.so.0",
    "libgl1": "libGL.so.1",
    "libegl1": "libEGL.so.1",
    "libfontconfig1": "libfontconfig.so.1",
    "libxkbcommon0": "libxkbcommon.so.0",
    "libdbus-1-3": "libdbus-1.so.3",
    "libbrotli1": "libbrotlidec.so.1",
    "libgssapi-krb5-2": "libgssapi_krb5.so.2",
}
X11 = {
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-shape0": "libxcb-shape.so.0",
}
WAYLAND = {
    "libwayland-cursor0": "libwayland-cursor.so.0",
    "libwayland-egl1": "libwayland-egl.so.1",
}
# The mails that Python itself is tested with; those of any version will do.
SYSTEM = re.search(r"3\.\d+", str(Path("/usr/bin/python3").resolve()))
SAMPLES = {f"libpython{SYSTEM[0] if SYSTEM else '3.11'}-testsuite": "test/test_email"}
SERVERS = {
    "at-spi2-core": "/usr/libexec/at-spi-bus-launcher",  # what screen readers listen to
    "dbus-x11": "dbus-launch",  # a session bus without systemd
    "dovecot-core": "dovecot",
    "dovecot-imapd": "/usr/lib/dovecot/imap",
    "dovecot-lmtpd": "/usr/lib/dovecot/lmtp",
    "dunst": "dunst",  # shows notifications
    "netbase": "/etc/hosts",  # where a bare system learns what localhost is
    "xauth": "xauth",
    "xvfb": "Xvfb",
}

NO_SCREEN = """There is no screen to open a window on: neither DISPLAY nor
WAYLAND_DISPLAY leads to one. Start it in a desktop session, or on a screen of its own
with: xvfb-run -a python3 run.py""".replace("\n", " ")

# As root. Debian starts a server as soon as it is installed; a policy-rc.d that says
# 101 keeps the mail server of the tests from becoming a service of this computer.
INSTALL = """
export DEBIAN_FRONTEND=noninteractive
guard=/usr/sbin/policy-rc.d
if [ ! -e "$guard" ]; then
    trap 'rm -f "$guard"' EXIT
    trap 'exit 130' HUP INT TERM
    printf '#!/bin/sh\\nexit 101\\n' >"$guard" && chmod 755 "$guard" || exit 1
fi
apt-get -q -o Acquire::Retries=3 update ||
    echo 'Going on with the package lists that are here.' >&2
apt-get -q -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 \\
    install -y --no-install-recommends "$@"
"""

CHECKS = {
    "format": ("ruff", "format", "--check", "--output-format=concise", "."),
    "lint": ("ruff", "check", "--output-format=concise", "."),
    "types": ("mypy",),
    "contracts": ("lint-imports", "--no-logo"),
}
IN_PARALLEL = ("-n", "auto", "--maxprocesses", "8", "--dist", "loadfile")
# The mail servers of the tests are programs of Linux systems.
EVERYTHING = IN_PARALLEL if sys.platform == "linux" else ("-m", "not servers")


class Stop(Exception):  # noqa: N818 - it is no error of the program
    """A reason not to go on, as a text for the person at the keyboard."""


def say(text: str) -> None:
    """Print *text* beside the output of the program itself."""
    print(text, file=sys.stderr, flush=True)


def main(arguments: Sequence[str]) -> int:
    """Do what *arguments* ask for and return the exit code."""
    rest = list(arguments)
    yes = "--yes" in rest[:2]
    if yes:
        rest.remove("--yes")
    command = rest.pop(0) if rest else "demo"
    if command in {"-h", "--help"}:
        print(__doc__)
        return 0
    if command not in COMMANDS:
        say(f"run.py knows 'demo' and 'test', not {command!r}; see run.py --help.")
        return 2
    try:
        refuse_other_pythons(sys.version_info[:2])
        return COMMANDS[command](rest, yes)
    except Stop as reason:
        say(str(reason))
        return 2
    except KeyboardInterrupt:
        return 130


def refuse_other_pythons(version: tuple[int, ...]) -> None:
    """Stop unless *version* is one that the program is tested with."""
    if not OLDEST <= version <= NEWEST:
        here = ".".join(map(str, version))
        message = (
            f"Inbox Assistant needs Python 3.11, 3.12 or 3.13; this is {here}."
            " Start it with one of those, for example: python3.12 run.py"
        )
        raise Stop(message)


def demo(arguments: Sequence[str], yes: bool) -> int:
    """Open the window on the sample mailbox."""
    needs = {**PYTHON, **QT}
    if sys.platform == "linux":
        platforms = reachable_platforms(os.environ)
        needs.update(X11 if "xcb" in platforms else {})
        needs.update(WAYLAND if "wayland" in platforms else {})
    provide(needs, yes)
    set_up("program")
    return call(program("python"), "-m", "inbox_assistant", "demo", *arguments)


def test(arguments: Sequence[str], yes: bool) -> int:
    """Run every check and every test; return 1 if one of them failed."""
    provide({**PYTHON, **QT, **X11, **WAYLAND, **SERVERS, **SAMPLES}, yes)
    set_up("test")
    failed = [name for name in CHECKS if not passes(name)]
    if call(program("python"), "-m", "pytest", *(arguments or EVERYTHING)) != 0:
        failed.append("tests")
    if failed:
        say(f"Failed: {', '.join(failed)}.")
    return 1 if failed else 0


COMMANDS = {"demo": demo, "test": test}


def passes(name: str) -> bool:
    """Run one check, show what it says if it fails, and return whether it passed."""
    started = time.monotonic()
    tool, *options = CHECKS[name]
    command = [program(tool), *options]
    done = subprocess.run(
        command, cwd=ROOT, env=environment(), capture_output=True, check=False
    )
    passed = done.returncode == 0
    if not passed:
        say((done.stdout + done.stderr).decode(errors="replace").rstrip())
    word = "passed" if passed else "FAILED"
    say(f"{name:<10} {word} in {time.monotonic() - started:.1f} s")
    return passed


# --- The screen -----------------------------------------------------------------


def reachable_platforms(environ: Mapping[str, str]) -> list[str]:
    """Return the ways in which Qt can show a window; stop if there is none.

    Qt ends the process with an abort where it finds no screen, so look beforehand.
    """
    reachable = {"xcb": answers_x11(environ), "wayland": answers_wayland(environ)}
    chosen = environ.get("QT_QPA_PLATFORM") or "wayland;xcb"
    names = [re.split("[:-]", name)[0] for name in chosen.split(";")]
    names = [name for name in names if reachable.get(name, True)]
    if not names:
        raise Stop(NO_SCREEN)
    return names


def answers_x11(environ: Mapping[str, str]) -> bool:
    """Return whether an X server listens where DISPLAY points."""
    parts = re.fullmatch(r"([^:]*):(\d+)(?:\.\d+)?", environ.get("DISPLAY", ""))
    if not parts:
        return False
    host, number = parts[1], int(parts[2])
    if host not in {"", "unix"}:
        return accepts(socket.AF_INET, (host, 6000 + number))
    path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - where every X server listens
    return any(accepts(socket.AF_UNIX, name) for name in (path, f"\0{path}"))


def answers_wayland(environ: Mapping[str, str]) -> bool:
    """Return whether a compositor listens where WAYLAND_DISPLAY points."""
    name = environ.get("WAYLAND_DISPLAY")
    folder = environ.get("XDG_RUNTIME_DIR", "")
    return bool(name) and accepts(socket.AF_UNIX, os.path.join(folder, name or ""))  # noqa: PTH118 - an absolute name stays as it is


def accepts(family: int, address: str | tuple[str, int]) -> bool:
    """Return whether something listens at *address*."""
    with socket.socket(family) as tried:
        tried.settimeout(3)
        try:
            tried.connect(address)
        except (OSError, ValueError):
            return False
    return True


# --- The system -----------------------------------------------------------------


def provide(needs: Mapping[str, str], yes: bool) -> None:
    """See that all *needs* are there: install them where allowed, else stop."""
    missing = absent(needs)
    if not missing:
        return
    root = way_to_root() if shutil.which("apt-get") else None
    asked = yes or sys.stdin is None or not sys.stdin.isatty()
    if root is None or not asked:
        raise Stop(request(missing))
    say(f"Installing {', '.join(missing)} …")
    command = [*root, "sh", "-c", INSTALL, "sh", *missing]
    code = subprocess.run(command, check=False, stdin=subprocess.DEVNULL).returncode
    importlib.invalidate_caches()
    still = absent(missing)
    if still:
        message = f"apt-get ended with {code} and this is still missing.\n"
        raise Stop(message + request(still))


def absent(needs: Mapping[str, str]) -> dict[str, str]:
    """Return those of *needs*, package to sign, that this computer lacks."""
    if sys.platform != "linux":
        return {}
    return {package: sign for package, sign in needs.items() if not is_there(sign)}


def is_there(sign: str) -> bool:
    """Return whether a library, a file, a module, test data or a program is there."""
    if ".so." in sign:
        try:
            ctypes.CDLL(sign)
        except OSError:
            return False
        return True
    if sign == "ensurepip":
        return importlib.util.find_spec(sign) is not None or is_ready()
    if sign.startswith("test/"):
        found = [Path(os.__file__).parent, *Path("/usr/lib").glob("python3.*")]
        return any((library / sign / "data").is_dir() for library in found)
    places = os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/sbin"])
    return Path(sign).exists() if "/" in sign else bool(shutil.which(sign, path=places))


def request(missing: Mapping[str, str]) -> str:
    """Return the one message that says what to install, and how."""
    first = f"This computer lacks {', '.join(missing.values())}."
    if not shutil.which("apt-get"):
        return f"{first} Install what provides them, then run this command again."
    line = shlex.join(["apt-get", "install", "-y", "--no-install-recommends", *missing])
    as_root = "sudo " if way_to_root() != [] else ""
    return (
        f"{first} Install them with\n\n    {as_root}{line}\n\nand run this command"
        " again; where no password is needed, 'run.py --yes' does both."
    )


def way_to_root() -> list[str] | None:
    """Return what to put before a command to run it as root; None if nobody may."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if not sudo:
        return None
    asked = subprocess.run(
        [sudo, "-n", "true"], check=False, capture_output=True, stdin=subprocess.DEVNULL
    )
    return [sudo, "-n"] if asked.returncode == 0 else None


# --- The virtual environment -------------------------------------------------------


def set_up(extent: str) -> None:
    """Make the virtual environment and fill it, unless that has been done."""
    wanted = fingerprint()
    done = STAMP.read_text("utf-8").split() if STAMP.exists() else []
    filled = done in ([wanted, "test"], [wanted, extent])
    if filled and Path(program("python")).exists():
        return
    try:
        if not is_ready():
            make_environment()
        STAMP.unlink(missing_ok=True)
        fill_environment(".[test]" if extent == "test" else ".")
        STAMP.write_text(f"{wanted} {extent}\n", "utf-8")
    except OSError as error:
        message = f"Cannot write to {VENV}: {error.strerror}."
        raise Stop(message) from error


def make_environment() -> None:
    """Make the virtual environment, over one that belongs elsewhere."""
    say(f"Making the virtual environment {VENV} …")
    if call(sys.executable, "-m", "venv", "--clear", str(VENV)) != 0:
        message = f"The virtual environment {VENV} could not be made; see above."
        raise Stop(message)


def fill_environment(what: str) -> None:
    """Install the program, editable, and the packages that it needs."""
    say("Installing what the program needs (about 100 MB the first time) …")
    options = ("--quiet", "--no-input", "--disable-pip-version-check")
    pip = (program("python"), "-m", "pip", "install", *options, "-e", what)
    if call(*pip) != 0:
        message = (
            "pip could not install everything; its message is above. Check the way to"
            " the package index, then run this command again."
        )
        raise Stop(message)


def fingerprint() -> str:
    """Return a word that changes whenever the environment has to be filled anew."""
    digest = hashlib.sha256((ROOT / "pyproject.toml").read_bytes())
    digest.update(f"{sys.version} {ROOT}".encode())
    return digest.hexdigest()


def is_ready() -> bool:
    """Return whether the environment belongs to this folder and this Python."""
    try:
        text = (VENV / "pyvenv.cfg").read_text("utf-8").rstrip()
    except OSError:
        return False
    version = ".".join(map(str, sys.version_info[:3]))
    if not re.search(rf"^version(_info)? = {re.escape(version)}\b", text, re.MULTILINE):
        return False
    # A folder that was copied brings an environment that points to the original.
    if "\ncommand = " in text and not text.endswith(str(VENV)):
        return False
    if not Path(program("python")).exists():
        return False
    tried = (program("python"), "-c", "import pip")
    return subprocess.run(tried, check=False, capture_output=True).returncode == 0


def program(name: str) -> str:
    """Return the path of a program in the virtual environment."""
    return str(SCRIPTS / (f"{name}.exe" if os.name == "nt" else name))


def environment() -> dict[str, str]:
    """Return the environment for programs in the virtual environment."""
    ours = {"PYTHONPATH", "PYTHONHOME", "PIP_USER", "PIP_TARGET", "PIP_PREFIX"}
    return {name: value for name, value in os.environ.items() if name not in ours}


def call(*command: str) -> int:
    """Run *command* in this folder and return its exit code."""
    code = subprocess.run(command, cwd=ROOT, env=environment(), check=False).returncode
    if code == -signal.SIGINT:
        raise KeyboardInterrupt
    return code if code >= 0 else 128 - code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
