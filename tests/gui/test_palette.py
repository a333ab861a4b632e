"""Every palette is complete, and every text on every ground can be read."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette

from inbox_assistant.paths import resources
from inbox_assistant.ui.palette import Colours, Palette, Scheme, load_palette

LEGIBLE = 4.5
STRONG = 7.0
FOLDER = resources() / "palettes"
INKS = ("text", "muted", "accent", "overdue", "soon", "later", "done")
FLAGS = ("block", "warn", "note")


def luminance(colour: QColor) -> float:
    """Return the relative luminance as WCAG 2 defines it."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (
        linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio as WCAG 2 defines it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture(params=list(Scheme))
def palette(request: pytest.FixtureRequest) -> Palette:
    return load_palette(request.param, FOLDER)


def test_every_colour_with_a_meaning_is_a_colour(palette: Palette) -> None:
    assert all(
        getattr(palette.colours, name).isValid() for name in Colours.__annotations__
    )


def test_a_list_paints_in_the_colour_of_text_from_the_start(palette: Palette) -> None:
    # Rows are painted without a pen of their own; see ui.queue.row_layout.TEXT.
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):
        assert palette.roles.color(role) == palette.colours.text


def test_brushes_and_pens_have_the_colour_they_are_asked_for(palette: Palette) -> None:
    brush, pen = palette.colours.brush("overdue"), palette.colours.pen("focus", 2)
    assert (brush.color(), brush.style()) == (
        palette.colours.overdue,
        Qt.BrushStyle.SolidPattern,
    )
    assert palette.colours.brush("overdue") == brush
    assert (pen.color(), pen.style()) == (
        palette.colours.focus,
        Qt.PenStyle.SolidLine,
    )


@pytest.mark.parametrize("ink", INKS)
@pytest.mark.parametrize("ground", ["base", "accent_tint", "marked_tint"])
def test_the_words_of_a_row_are_legible_on_every_ground(
    palette: Palette, ink: str, ground: str
) -> None:
    grounds = {
        "base": palette.roles.color(QPalette.ColorRole.Base),
        "accent_tint": palette.colours.accent_tint,
        "marked_tint": palette.colours.marked_tint,
    }
    assert contrast(getattr(palette.colours, ink), grounds[ground]) >= LEGIBLE


@pytest.mark.parametrize("name", ["overdue", "soon", "later", "done", *FLAGS])
def test_a_colour_is_legible_on_its_own_tint(palette: Palette, name: str) -> None:
    ink = getattr(palette.colours, name)
    assert contrast(ink, getattr(palette.colours, f"{name}_tint")) >= LEGIBLE


@pytest.mark.parametrize("ground", ["Window", "Base", "Button"])
@pytest.mark.parametrize("ink", [*INKS, *FLAGS])
def test_coloured_words_are_legible_on_every_ground_of_the_window(
    palette: Palette, ink: str, ground: str
) -> None:
    other = palette.roles.color(QPalette.ColorRole[ground])
    assert contrast(getattr(palette.colours, ink), other) >= LEGIBLE


@pytest.mark.parametrize("name", ["overdue", "soon", "later", "done", *FLAGS])
@pytest.mark.parametrize("ink", ["text", "accent"])
def test_words_are_legible_on_the_ground_of_a_bar(
    palette: Palette, ink: str, name: str
) -> None:
    tint = getattr(palette.colours, f"{name}_tint")
    assert contrast(getattr(palette.colours, ink), tint) >= LEGIBLE


@pytest.mark.parametrize("name", FLAGS)
def test_flagged_words_stay_legible(palette: Palette, name: str) -> None:
    tint = getattr(palette.colours, f"{name}_tint")
    assert contrast(palette.colours.text, tint) >= LEGIBLE
    reply = palette.colours.reply_ground
    assert contrast(palette.colours.muted, reply) >= LEGIBLE


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("WindowText", "Window"),
        ("Text", "Base"),
        ("Text", "AlternateBase"),
        ("PlaceholderText", "Base"),
        ("ButtonText", "Button"),
        ("HighlightedText", "Highlight"),
        ("ToolTipText", "ToolTipBase"),
        ("Link", "Base"),
        ("LinkVisited", "Base"),
    ],
)
def test_text_of_every_role_is_legible(palette: Palette, ink: str, ground: str) -> None:
    one = palette.roles.color(QPalette.ColorRole[ink])
    other = palette.roles.color(QPalette.ColorRole[ground])
    assert contrast(one, other) >= LEGIBLE


def test_the_words_of_a_filled_button_are_legible(palette: Palette) -> None:
    ground = palette.roles.color(QPalette.ColorRole.Highlight)
    assert contrast(palette.colours.on_accent, ground) >= LEGIBLE


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_high_contrast_is_higher_for_every_ink(scheme: Scheme) -> None:
    plain, strong = (load_palette(one, FOLDER) for one in (scheme, scheme.strong))
    for name in INKS:
        ground = strong.roles.color(QPalette.ColorRole.Base)
        assert contrast(getattr(strong.colours, name), ground) >= STRONG
    edge, ground = strong.colours.edge, strong.roles.color(QPalette.ColorRole.Base)
    assert contrast(edge, ground) >= STRONG
    assert strong.scheme.is_dark is plain.scheme.is_dark


def test_the_palettes_name_the_same_colours() -> None:
    light, dark = (load_palette(one, FOLDER) for one in (Scheme.LIGHT, Scheme.DARK))
    differing = [
        name
        for name in Colours.__annotations__
        if getattr(light.colours, name) != getattr(dark.colours, name)
    ]
    assert set(Colours.__annotations__) - set(differing) == {"on_accent"}
