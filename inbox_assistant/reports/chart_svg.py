"""A bar chart as SVG, for pages that load nothing."""

import base64
from collections.abc import Sequence
from html import escape

from inbox_assistant.reports.chart import Column, Frame, Layout, lay_out

COLOURS = ("#3a8f6b", "#d98e04", "#b3261e")
"""Answered within 24 hours, answered late, no response."""

_LINE = "#d9dee5"
_TEXT = "#5b6673"


def chart_svg(columns: Sequence[Column], width: int, height: int, title: str) -> str:
    """Return the chart of *columns* as an SVG document of that size in pixels."""
    layout = lay_out(columns, Frame(width, height))
    return "".join(
        (
            f"<svg xmlns='http://www.w3.org/2000/svg' width='{width}' ",
            f"height='{height}' viewBox='0 0 {width} {height}' role='img' ",
            "font-family='Inter, system-ui, sans-serif' font-size='11'>",
            f"<title>{escape(title)}</title>",
            *_scale(layout, width),
            *_boxes(layout),
            *_labels(layout, height),
            "</svg>",
        )
    )


def as_image(svg: str) -> str:
    """Return *svg* as the address of an image, for pages and documents alike."""
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()


def _scale(layout: Layout, width: int) -> list[str]:
    return [
        f"<line x1='36' x2='{width - 8}' y1='{y:.1f}' y2='{y:.1f}' stroke='{_LINE}'/>"
        f"<text x='30' y='{y + 4:.1f}' text-anchor='end' fill='{_TEXT}'>{at}</text>"
        for y, at in layout.ticks
    ]


def _boxes(layout: Layout) -> list[str]:
    return [
        f"<rect x='{box.x:.1f}' y='{box.y:.1f}' width='{box.width:.1f}' "
        f"height='{box.height:.1f}' fill='{COLOURS[box.part]}'/>"
        for box in layout.boxes
    ]


def _labels(layout: Layout, height: int) -> list[str]:
    return [
        f"<text x='{x:.1f}' y='{height - 6}' text-anchor='middle' fill='{_TEXT}'>"
        f"{escape(label)}</text>"
        for x, label in layout.labels
    ]
