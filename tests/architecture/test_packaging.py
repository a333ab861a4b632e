"""What a desktop is told about the program agrees with the program."""

import configparser
import tomllib
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

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
