"""What a saved reply is besides its words: where it is for, and what it begins."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QMenu,
    QSpinBox,
    QWidget,
)

from inbox_assistant.domain.labels import read_tag
from inbox_assistant.domain.marketplace import BY_CODE
from inbox_assistant.services.template_files import LATEST
from inbox_assistant.ui import spacing
from inbox_assistant.ui.button import CalmButton
from inbox_assistant.ui.field import Field
from inbox_assistant.ui.language_names import language_name
from inbox_assistant.ui.topic_names import topic_names

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from inbox_assistant.domain.template import Template
    from inbox_assistant.ui.icons import Icons

LANGUAGES = (
    *("ar", "de", "en", "es", "fr", "it", "ja", "nl", "pl", "pt", "sv", "tr"),
    *("hi", "zh"),
)


class Particulars(QWidget):
    """Fields for everything but the words themselves."""

    changed = Signal()
    """Somebody has changed a field."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_showing = False
        self.title = Field(icons.theme, self.tr("Title"))
        self.title.setPlaceholderText(self.tr("What is it for?"))
        self.language = self._choice(
            self.tr("Language"), {code: language_name(code) for code in LANGUAGES}
        )
        places = {"": self.tr("All marketplaces")} | {code: code for code in BY_CODE}
        self.place = self._choice(self.tr("Marketplace"), places)
        self.topics = CalmButton("", icons.theme)
        self._topic_acts: dict[str, QAction] = {}
        self.topics.setMenu(self._topic_menu())
        icons.dress(self.topics, "down")
        self.days = QSpinBox()
        self.days.setAccessibleName(
            self.tr("Days until which the buyer is promised to hear again")
        )
        self.days.setRange(0, LATEST)
        self.days.setSpecialValueText(self.tr("Nothing is promised"))
        self.tags = Field(icons.theme, self.tr("Tags put on the thread when sent"))
        self.tags.setPlaceholderText(self.tr("such as: waiting for warehouse"))
        self.holding = QCheckBox(self.tr("Holding reply"))
        self.holding.setToolTip(
            self.tr("Offered with one key while less than two hours are left")
        )
        self._lay_out()
        self._connect()

    def show_template(self, template: Template) -> None:
        """Fill the fields."""
        self._is_showing = True
        self.title.setText(template.title)
        self._show_choice(
            self.language, template.language, language_name(template.language)
        )
        place = template.marketplace or ""
        self._show_choice(self.place, place, place)
        for topic, act in self._topic_acts.items():
            act.setChecked(topic in template.topics)
        self._name_topics()
        self.days.setValue(template.promise_days or 0)
        self._say_days()
        self.tags.setText(", ".join(template.tags))
        self.holding.setChecked(template.is_holding)
        self._is_showing = False

    def put_into(self, template: Template) -> Template:
        """Return *template* with what the fields say."""
        others = [one for one in template.topics if one not in self._topic_acts]
        chosen = [one for one, act in self._topic_acts.items() if act.isChecked()]
        kept = [one for one in template.topics if one in chosen]
        tags = [" ".join(part.split()) for part in self.tags.text().split(",")]
        return replace(
            template,
            title=self.title.text().strip(),
            language=str(self.language.currentData()),
            marketplace=str(self.place.currentData()) or None,
            topics=tuple(dict.fromkeys((*kept, *others, *chosen))),
            promise_days=self.days.value() or None,
            tags=tuple(dict.fromkeys(filter(None, tags))),
            is_holding=self.holding.isChecked(),
        )

    @property
    def wrong_tag(self) -> str | None:
        """Return a tag that cannot be one, if there is any."""
        parts = [part.strip() for part in self.tags.text().split(",")]
        return next((one for one in parts if one and read_tag(one) is None), None)

    @Slot()
    def _tell(self) -> None:
        self._name_topics()
        self._say_days()
        if not self._is_showing:
            self.changed.emit()

    def _say_days(self) -> None:
        days = self.days.value()
        suffix = self.tr(" day(s)", "after a number", days) if days else ""
        self.days.setSuffix(suffix)

    def _name_topics(self) -> None:
        names = topic_names()
        chosen = [
            names[one] for one, act in self._topic_acts.items() if act.isChecked()
        ]
        words = ", ".join(chosen[:2]) or self.tr("Any topic")
        if len(chosen) > 2:  # noqa: PLR2004 - as many as there is room for
            words = f"{words} +{len(chosen) - 2}"
        self.topics.setText(words)
        self.topics.setAccessibleName(
            self.tr("Topics it answers: {topics}").format(
                topics=", ".join(chosen) or words
            )
        )

    def _topic_menu(self) -> QMenu:
        menu = QMenu(self.topics)
        for topic, name in topic_names().items():
            act = menu.addAction(name)
            act.setCheckable(True)
            act.toggled.connect(self._tell)
            self._topic_acts[topic] = act
        return menu

    @staticmethod
    def _choice(name: str, words: dict[str, str]) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.view().setAccessibleName(name)
        for code, said in words.items():
            box.addItem(said, code)
        return box

    @staticmethod
    def _show_choice(box: QComboBox, code: str, said: str) -> None:
        at = box.findData(code)
        if at < 0:
            box.addItem(said, code)
            at = box.count() - 1
        box.setCurrentIndex(at)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(spacing.MEDIUM)
        grid.setVerticalSpacing(spacing.MEDIUM)
        grid.addWidget(self._label(self.tr("Title"), self.title), 0, 0)
        grid.addWidget(self.title, 0, 1, 1, 3)
        grid.addWidget(self._label(self.tr("For"), self.language), 1, 0)
        for column, part in enumerate((self.language, self.place, self.topics), 1):
            grid.addWidget(part, 1, column)
        grid.addWidget(self._label(self.tr("When sent"), self.days), 2, 0)
        for column, other in enumerate((self.days, self.tags, self.holding), 1):
            grid.addWidget(other, 2, column)
        for column in range(1, 4):
            grid.setColumnStretch(column, 1)

    @staticmethod
    def _label(words: str, buddy: QWidget) -> QLabel:
        label = QLabel(words)
        label.setBuddy(buddy)
        return label

    def _connect(self) -> None:
        self.title.textEdited.connect(self._tell)
        self.tags.textEdited.connect(self._tell)
        self.language.activated.connect(self._tell)
        self.place.activated.connect(self._tell)
        self.days.valueChanged.connect(self._tell)
        self.holding.clicked.connect(self._tell)
