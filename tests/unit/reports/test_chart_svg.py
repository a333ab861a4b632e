"""A chart as SVG is sound XML and escapes what it is given."""

import base64
from xml.etree import ElementTree as ET

from inbox_assistant.reports.chart import Column
from inbox_assistant.reports.chart_svg import as_image, chart_svg


def test_every_part_is_a_rectangle_and_labels_are_escaped() -> None:
    columns = [Column("<a> & b", (1, 0, 2)), Column("c", (3, 1, 1))]
    root = ET.fromstring(chart_svg(columns, 300, 100, "T & <t>"))  # noqa: S314 - our own
    named = [element.tag.rpartition("}")[2] for element in root]
    assert named.count("rect") == 5
    texts = [element.text for element in root if element.tag.endswith("text")]
    assert "<a> & b" in texts


def test_an_image_carries_the_chart_within_itself() -> None:
    address = as_image("<svg/>")
    head, _, packed = address.partition(",")
    assert head == "data:image/svg+xml;base64"
    assert base64.b64decode(packed) == b"<svg/>"
