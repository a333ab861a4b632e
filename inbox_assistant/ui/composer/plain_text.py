"""A document's text letter for letter, which Qt's own plain text is not."""

_LINE_ENDS = dict.fromkeys((0x2028, 0x2029, 0xFDD0, 0xFDD1), "\n")
"""What Qt keeps between lines; one letter each, so that offsets stay as they are."""


def plain_text(raw: str) -> str:
    """Return a document's *raw* text with common line ends.

    Qt's ``toPlainText`` would also turn no-break spaces into common ones.
    """
    return raw.translate(_LINE_ENDS)
