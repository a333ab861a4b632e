"""What a desktop is told about the program agrees with the program."""

import configparser
import struct
import subprocess
import sys
import tomllib
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from inbox_assistant import __version__
from tests.architecture.source_tree import ROOT

PACKAGING = ROOT / "packaging" / "linux"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


@pytest.fixture
def entry() -> configparser.SectionProxy:
    """Return the desktop entry."""
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(PACKAGING / "inbox-assistant.desktop", "utf-8")
    return parser["Desktop Entry"]


@pytest.fixture
def metainfo() -> ET.Element:
    """Return what a software centre shows."""
    return ET.parse(PACKAGING / "inbox-assistant.metainfo.xml").getroot()  # noqa: S314 - our own file


def test_the_desktop_entry_starts_a_program_that_the_wheel_installs(
    entry: configparser.SectionProxy,
) -> None:
    assert entry["Exec"] in PROJECT["scripts"]
    assert (PACKAGING / f"{entry['Icon']}.svg").is_file()


def test_the_summary_is_the_same_wherever_it_stands(
    entry: configparser.SectionProxy, metainfo: ET.Element
) -> None:
    summary = metainfo.findtext("summary")
    assert summary == entry["Comment"]
    assert f"{summary}." == PROJECT["description"]
    assert f"{summary}." in (ROOT / "README.md").read_text("utf-8")


def test_the_software_centre_is_led_to_the_desktop_entry(metainfo: ET.Element) -> None:
    name = metainfo.findtext("launchable") or ""
    assert (PACKAGING / name).is_file()
    assert metainfo.findtext("project_license") == PROJECT["license"]
    assert metainfo.findtext("provides/binary") in PROJECT["scripts"]


def test_the_icon_can_be_drawn(qapp: QApplication) -> None:
    assert qapp is not None
    icon = QSvgRenderer(str(PACKAGING / "inbox-assistant.svg"))
    assert icon.isValid()
    assert icon.defaultSize().width() == icon.defaultSize().height()


@pytest.fixture(scope="module")
def icons(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the icons of every system."""
    folder = tmp_path_factory.mktemp("icons")
    program = ROOT / "packaging" / "icons.py"
    subprocess.run([sys.executable, program, folder], check=True, timeout=60)
    return folder


def test_each_size_of_the_icon_is_drawn(icons: Path) -> None:
    for size in (16, 48, 256, 512):
        image = QImage(str(icons / f"inbox-assistant-{size}.png"))
        assert (image.width(), image.height()) == (size, size)
        assert image.pixelColor(size // 2, size // 2).alpha() > 0


def test_windows_finds_every_picture_in_its_icon(icons: Path) -> None:
    raw = (icons / "inbox-assistant.ico").read_bytes()
    count = int.from_bytes(raw[4:6], "little")
    for number in range(count):
        entry = raw[6 + 16 * number : 22 + 16 * number]
        length, place = struct.unpack("<II", entry[8:])
        image = QImage.fromData(raw[place : place + length])
        assert image.width() == (entry[0] or 256)
    assert count == 7


def test_macos_finds_every_picture_in_its_icon(icons: Path) -> None:
    raw = (icons / "inbox-assistant.icns").read_bytes()
    assert raw[:4] == b"icns"
    assert int.from_bytes(raw[4:8], "big") == len(raw)
    place, widths = 8, []
    while place < len(raw):
        length = int.from_bytes(raw[place + 4 : place + 8], "big")
        widths.append(QImage.fromData(raw[place + 8 : place + length]).width())
        place += length
    assert widths == [16, 32, 64, 128, 256, 512]


def test_the_installers_take_the_version_from_the_program() -> None:
    for name in (
        "windows/inbox-assistant.iss",
        "macos/make_dmg.sh",
        "linux/make_deb.py",
    ):
        text = (ROOT / "packaging" / name).read_text("utf-8")
        stands_there = [line for line in text.splitlines() if __version__ in line]
        # Only in an example of how the installer is made.
        assert all("iscc /DVersion=" in line for line in stands_there)
