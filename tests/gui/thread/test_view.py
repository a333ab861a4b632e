"""A thread shows the writers' words first, and loads nothing for the rest."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QByteArray, QCoreApplication, QSize, Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from inbox_assistant.domain.kind import Kind
from inbox_assistant.domain.message_view import Direction, MessageView
from inbox_assistant.domain.parsed_mail import Attachment
from inbox_assistant.ui.elided_label import ElidedLabel
from inbox_assistant.ui.icons import Icons
from inbox_assistant.ui.theme import SchemeChoice, Theme
from inbox_assistant.ui.thread.message_card import MessageCard
from inbox_assistant.ui.thread.view import SHOWN, ThreadView
from tests.fakes import FakeClock


@pytest.fixture
def messages(clock: FakeClock) -> list[MessageView]:
    asked = MessageView(
        number=1,
        direction=Direction.IN,
        kind=Kind.BUYER,
        sender_name="Marta Lindqvist",
        received_at=clock.now - timedelta(hours=30),
        received_from="date-header",
        subject="Where is my parcel?",
        body="Where is it?",
        state="replied",
        attachments=(Attachment("tracking.png", "image/png", 2048),),
    )
    answered = MessageView(
        number=2,
        direction=Direction.OUT,
        kind=Kind.REPLY,
        received_at=clock.now - timedelta(hours=20),
        body="We have asked.",
        state="confirmed by Amazon",
    )
    waits = replace(
        asked,
        number=3,
        received_at=clock.now - timedelta(hours=23),
        received_from="mail-server",
        body="<b>It has come</b>",
        state="waiting",
        due_at=clock.now + timedelta(hours=1),
        doubts=("dkim=fail",),
        attachments=(),
    )
    return [asked, answered, waits]


@pytest.fixture
def view(
    icons: Icons,
    clock: FakeClock,
    messages: list[MessageView],
    shown: Callable[[QWidget], None],
) -> ThreadView:
    view = ThreadView(icons, clock.now)
    view.resize(500, 500)
    view.show_messages(messages)
    shown(view)
    return view


def words(widget: QWidget) -> str:
    """Return all that the labels in *widget* say."""
    names = [label.text for label in widget.findChildren(ElidedLabel)]
    return " / ".join(
        [*names, *(label.text() for label in widget.findChildren(QLabel))]
    )


def test_each_message_shows_who_wrote_what_and_where_it_stands(
    view: ThreadView,
) -> None:
    asked, answered, waits = (words(card) for card in view.cards)
    assert "Marta Lindqvist" in asked
    assert "tracking.png (2.00 KiB)" in asked
    assert "You" in answered
    assert "confirmed by Amazon" in answered
    assert "waiting · 1 h 0 min" in waits
    assert "dkim=fail" in waits
    assert view._heading.text() == "Where is my parcel?"


def test_words_of_buyers_are_never_markup(view: ThreadView) -> None:
    assert view.cards[2]._body.text() == "<b>It has come</b>"
    labels = [label for label in view.cards[2].findChildren(QLabel) if label.text()]
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)


def test_the_tooltip_of_a_time_says_where_it_was_read(view: ThreadView) -> None:
    tips = [label.toolTip() for label in view.cards[2].findChildren(QLabel)]
    assert "<p>2026-03-01 10:00:00 UTC, as the mail server recorded it</p>" in tips


def test_the_clock_of_a_waiting_message_runs(
    view: ThreadView, clock: FakeClock
) -> None:
    view.tick(clock.advance(timedelta(minutes=61)))
    assert "waiting · overdue by 0:01" in words(view.cards[2])
    assert "replied" in words(view.cards[0])


def test_the_rest_of_a_mail_is_asked_for_by_one_click_and_folded_by_another(
    view: ThreadView, qtbot: QtBot
) -> None:
    card = view.cards[0]
    with qtbot.waitSignal(view.original_wanted) as wanted:
        qtbot.mouseClick(card._more, Qt.MouseButton.LeftButton)
    assert wanted.args == [1]
    view.show_original(1, "Everything", None)
    assert card._original is not None
    assert card._original.isVisible()
    assert card._original.toPlainText() == "Everything"
    qtbot.mouseClick(card._more, Qt.MouseButton.LeftButton)
    assert not card._original.isVisible()


def test_a_message_that_carries_its_whole_text_is_shown_without_asking(
    view: ThreadView, messages: list[MessageView], qtbot: QtBot
) -> None:
    view.show_messages([replace(messages[0], html="<p>Frame and <i>words</i></p>")])
    with qtbot.assertNotEmitted(view.original_wanted):
        view.cards[0]._more.click()
    assert view.cards[0]._original is not None
    assert view.cards[0]._original.toPlainText() == "Frame and words"


def test_an_answer_that_comes_after_folding_is_ignored(view: ThreadView) -> None:
    view.show_original(1, "Everything", None)
    assert view.cards[0]._original is None


def test_the_original_loads_nothing_at_all(view: ThreadView) -> None:
    view.cards[0]._more.click()
    view.show_original(1, "", "<p>x<img src='file:///etc/hostname'></p>")
    original = view.cards[0]._original
    assert original is not None
    assert "img" not in original.toHtml()
    for kind in QTextDocument.ResourceType:
        loaded = original.loadResource(kind.value, QUrl("file:///etc/hostname"))
        assert isinstance(loaded, QImage | QByteArray)
        assert loaded == QByteArray() or loaded.size() == QSize(1, 1)
    assert not original.openLinks()


def test_html_too_big_to_clean_falls_back_to_the_text(view: ThreadView) -> None:
    view.cards[0]._more.click()
    view.show_original(1, "The text", "<b>" * 30_000)
    original = view.cards[0]._original
    assert original is not None
    assert original.toPlainText() == "The text"


def test_the_first_waiting_message_is_in_sight(
    view: ThreadView, messages: list[MessageView], qtbot: QtBot
) -> None:
    long = [replace(messages[0], number=n, body="line\n" * 9) for n in range(10, 15)]
    view.show_messages([*long, messages[2], *long])
    waits, first = view.cards[5], view.cards[0]

    def is_settled() -> bool:
        # Until the cards have their heights, any of them can be seen for a moment.
        return first.visibleRegion().isEmpty() and not waits.visibleRegion().isEmpty()

    qtbot.waitUntil(is_settled)
    assert view.verticalScrollBar().value() > 0


def test_the_screen_stays_where_the_reader_scrolled_it(
    view: ThreadView, messages: list[MessageView], qtbot: QtBot
) -> None:
    long = [replace(messages[0], number=n, body="line\n" * 9) for n in range(10, 20)]
    view.show_messages([*long, messages[2]])
    bar = view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 0)
    bar.triggerAction(bar.SliderAction.SliderToMinimum)
    view.cards[0]._more.click()
    view.show_original(10, "Everything\n" * 5, None)
    qtbot.waitUntil(view.cards[0]._original.isVisible)
    assert bar.value() == 0


def test_a_long_thread_shows_its_end_and_the_rest_when_asked(
    view: ThreadView, messages: list[MessageView], qtbot: QtBot
) -> None:
    many = [replace(messages[0], number=n) for n in range(1, SHOWN + 6)]
    view.show_messages(many)
    assert len(view.cards) == SHOWN
    # The plural is a translation's, which an application without a window has not.
    offered = view._earlier.text()
    assert offered in {"Show 5 earlier messages", "Show 5 earlier message(s)"}
    qtbot.mouseClick(view._earlier, Qt.MouseButton.LeftButton)
    assert len(view.cards) == SHOWN + 5
    assert not view._earlier.isVisible()


def test_the_same_messages_again_leave_the_cards_alone(
    view: ThreadView, messages: list[MessageView]
) -> None:
    before = view.cards
    view.show_messages(list(messages))
    assert view.cards == before
    view.clear()
    assert view.cards == ()
    assert not view._heading.isVisible()


def test_replies_stand_apart_and_follow_the_theme(
    view: ThreadView, theme: Theme, qtbot: QtBot
) -> None:
    def grounds() -> list[str]:
        pictures = [card.grab().toImage() for card in view.cards]
        return [
            picture.pixelColor(picture.width() // 2, 4).name() for picture in pictures
        ]

    light = grounds()
    assert light[0] == light[2] != light[1]
    theme.choose(SchemeChoice.DARK)
    qtbot.waitUntil(lambda: set(grounds()).isdisjoint(light))


@pytest.mark.parametrize(
    ("kind", "name", "shown_as"),
    [
        (Kind.BUYER, "x1y2z3a4b5c6d7@marketplace.amazon.de", "Unknown buyer"),
        (
            Kind.CUSTOMER_SERVICE_RELAY,
            f"x1y2z3+{'9' * 32}@marketplace.amazon.co.uk",
            "Amazon's customer service",
        ),
        (Kind.CUSTOMER_SERVICE_RELAY, "", "Amazon's customer service"),
        (Kind.BOUNCE, "mailer-daemon@mx.example", "mailer-daemon@mx.example"),
        (Kind.BUYER, "Marta " * 60, ("Marta " * 60).strip()),
    ],
)
def test_whoever_wrote_is_named_within_the_pane(
    view: ThreadView, messages: list[MessageView], kind: Kind, name: str, shown_as: str
) -> None:
    view.show_messages([replace(messages[2], kind=kind, sender_name=name)])
    QCoreApplication.sendPostedEvents()
    QCoreApplication.processEvents()
    assert shown_as in [label.text for label in view.findChildren(ElidedLabel)]
    assert view.horizontalScrollBar().maximum() == 0
    card = view.findChildren(MessageCard)[-1]
    assert card.width() <= view.viewport().width()
