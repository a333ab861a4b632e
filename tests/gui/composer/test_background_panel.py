"""What is known beside a reply takes no more room than the findings do."""

from PySide6.QtWidgets import QLabel

from inbox_assistant.ui.composer.background_panel import BackgroundPanel
from inbox_assistant.ui.composer.findings_panel import NARROWEST
from inbox_assistant.ui.icons import Icons


def test_a_long_heading_is_broken_into_lines(icons: Icons) -> None:
    panel = BackgroundPanel(icons)
    panel.show_earlier(())
    headings = [one for one in panel.findChildren(QLabel) if "thread" in one.text()]
    [heading] = headings
    heading.setText(" ".join(["Kein früherer Vorgang dieses Käufers"] * 3))
    assert panel.minimumSizeHint().width() <= NARROWEST
