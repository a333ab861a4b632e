#!/usr/bin/env python3
"""Put the frozen program into a package for Debian and Ubuntu.

python3 packaging/linux/make_deb.py            dist/inbox-assistant_VERSION_ARCH.deb
python3 packaging/linux/make_deb.py --out DIR

Wants dpkg-deb, strip and git, and what packaging/frozen/freeze.py has made in the
same folder.
"""

from __future__ import annotations

import argparse
import gzip
import os
import re
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LINUX = ROOT / "packaging" / "linux"
NAME = "inbox-assistant"
PLACE = Path("usr/lib") / NAME
ICON_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)

# What the frozen program does not bring: the C library, the way to the graphics card,
# the connection to the screen, keyboard layouts, fonts' set-up, whom TLS may believe.
DEPENDS = (
    "libc6 (>= 2.34), libegl1, libgl1, libxcb1, xkb-data, fontconfig-config,"
    " ca-certificates"
)
RECOMMENDS = "gnome-keyring | kwalletmanager, xdg-utils, fonts-noto-color-emoji"

DESCRIPTION = """answer Amazon buyer messages in time and within the rules
 Sellers on Amazon have 24 hours to answer a buyer, weekends included, and a
 reply that holds an e-mail address, a link or a request for a review can cost
 them the right to write at all. Inbox Assistant puts every waiting message on
 a clock, the most urgent first, and checks every reply before it leaves.
 .
 Everything stays on this computer. The program is not made, endorsed or
 supported by Amazon."""

MAINTAINER = "The Inbox Assistant authors <maintainers@inbox-assistant.invalid>"

COPYRIGHT = """Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: inbox-assistant

Files: *
Copyright: The Inbox Assistant authors
License: MIT
Comment: The folder /usr/lib/inbox-assistant also holds Python, Qt and other
 libraries under the licences named in
 /usr/share/doc/inbox-assistant/third-party-licences.txt.

License: MIT
"""


def main() -> None:
    """Make the package and say where it is."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    out = parser.parse_args().out.resolve()
    frozen = out / NAME
    if not (frozen / NAME).is_file():
        sys.exit(f"{frozen} is missing: run packaging/frozen/freeze.py first.")
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        fill(tree, frozen)
        architecture = ask("dpkg", "--print-architecture")
        package = out / f"{NAME}_{version()}_{architecture}.deb"
        write_control(tree, architecture)
        # zstd is not read by Debian 11 and older; xz is, everywhere.
        ask("dpkg-deb", "--root-owner-group", "-Zxz", "--build", tree, package)
    print(package)


def version() -> str:
    """Return the version, from the one place that has it."""
    text = (ROOT / "inbox_assistant" / "__init__.py").read_text("utf-8")
    found = re.search(r'^__version__ = "(.+)"$', text, re.MULTILINE)
    if found is None:
        sys.exit("inbox_assistant/__init__.py does not say its version.")
    return found[1]


def fill(tree: Path, frozen: Path) -> None:
    """Put every file of the package below *tree*."""
    os.umask(0o022)
    shutil.copytree(frozen, tree / PLACE, symlinks=True)
    strip(tree / PLACE)
    (tree / "usr/bin").mkdir(parents=True)
    (tree / "usr/bin" / NAME).symlink_to(f"../lib/{NAME}/{NAME}")
    share = tree / "usr/share"
    copy(LINUX / f"{NAME}.desktop", share / "applications")
    copy(LINUX / f"{NAME}.metainfo.xml", share / "metainfo")
    copy(LINUX / f"{NAME}.svg", share / "icons/hicolor/scalable/apps")
    icons = ROOT / "build" / "icons"
    python = ROOT / "build" / "freezing" / "bin" / "python"
    for size in ICON_SIZES:
        place = share / f"icons/hicolor/{size}x{size}/apps"
        copy(icons / f"{NAME}-{size}.png", place, f"{NAME}.png")
    documents = share / "doc" / NAME
    documents.mkdir(parents=True)
    pack((ROOT / "CHANGELOG.md").read_bytes(), documents / "CHANGELOG.md.gz")
    pack(debian_changelog().encode(), documents / "changelog.gz")
    licence = (ROOT / "LICENSE").read_text("utf-8").splitlines()
    indented = "".join(f" {line or '.'}\n" for line in licence)
    (documents / "copyright").write_text(COPYRIGHT + indented, "utf-8")
    licences = ask(python, LINUX / "third_party_licences.py")
    (documents / "third-party-licences.txt").write_text(licences + "\n", "utf-8")
    for path in tree.rglob("*.so*"):
        if not path.is_symlink():
            path.chmod(0o644)


def copy(source: Path, folder: Path, name: str | None = None) -> None:
    """Copy *source* into *folder*, which is made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / (name or source.name)
    shutil.copyfile(source, target)
    target.chmod(0o644)


def pack(text: bytes, target: Path) -> None:
    """Compress *text*, always to the same bytes, as Debian wants changelogs."""
    target.write_bytes(gzip.compress(text, 9, mtime=0))


def debian_changelog() -> str:
    """Return Debian's own changelog: one entry, of the time of the last commit."""
    made_at = os.environ.get("SOURCE_DATE_EPOCH") or ask(
        "git", "-C", ROOT, "log", "-1", "--format=%ct"
    )
    entered_at = datetime.fromtimestamp(int(made_at), UTC)
    return (
        f"{NAME} ({version()}) unstable; urgency=medium\n\n"
        f"  * What is new stands in CHANGELOG.md.gz.\n\n"
        f" -- {MAINTAINER}  {format_datetime(entered_at)}\n"
    )


def strip(folder: Path) -> None:
    """Take what only debuggers read out of Python's own libraries."""
    found = [*folder.rglob("lib-dynload/*.so"), *folder.glob("_internal/libpython*")]
    ask("strip", "--strip-unneeded", *found)


def write_control(tree: Path, architecture: str) -> None:
    """Say what the package is and what it needs."""
    files = [one for one in tree.rglob("*") if one.is_file() and not one.is_symlink()]
    kilobytes = sum(-(-one.stat().st_size // 1024) for one in files)
    folder = tree / "DEBIAN"
    folder.mkdir()
    fields = {
        "Package": NAME,
        "Version": version(),
        "Architecture": architecture,
        "Maintainer": MAINTAINER,
        "Installed-Size": str(kilobytes),
        "Depends": DEPENDS,
        "Recommends": RECOMMENDS,
        "Section": "mail",
        "Priority": "optional",
        "Description": DESCRIPTION,
    }
    lines = "".join(f"{name}: {text}\n" for name, text in fields.items())
    (folder / "control").write_text(lines, "utf-8")


def ask(*command: str | Path) -> str:
    """Run *command* and return what it prints; end with its message otherwise."""
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{command[0]} failed: {done.stderr.strip()}")
    return done.stdout.strip()


if __name__ == "__main__":
    main()
