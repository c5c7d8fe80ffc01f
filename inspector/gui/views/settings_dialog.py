# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""File > Settings: everything that can be chosen, with what it does; a choice holds and is kept at once."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any, Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from inspector.gui import theme
from inspector.gui.preferences import (
    SECONDS,
    TEXT_SIZES,
    AtStart,
    Language,
    Motion,
    Network,
    Preferences,
    Scheme,
)
from inspector.gui.translation import QT_TRANSLATE_NOOP, translate

Value = StrEnum | int


class _Choice(NamedTuple):
    """One of some values: which entry, its label, the values with their words (none: a percentage), what it does."""

    name: str
    label: str
    values: tuple[tuple[Value, str], ...]
    note: str


class _Seconds(NamedTuple):
    """A length of time: which entry, its label, what it does."""

    name: str
    label: str
    note: str


_CHOICES: Final[tuple[_Choice | _Seconds, ...]] = (
    _Choice(
        "theme",
        QT_TRANSLATE_NOOP("settings", "&Theme"),
        (
            (Scheme.SYSTEM, QT_TRANSLATE_NOOP("settings", "As the system")),
            (Scheme.LIGHT, QT_TRANSLATE_NOOP("settings", "Light")),
            (Scheme.DARK, QT_TRANSLATE_NOOP("settings", "Dark")),
        ),
        "",
    ),
    _Choice(
        "text_percent",
        QT_TRANSLATE_NOOP("settings", "Text &size"),
        tuple((percent, "") for percent in TEXT_SIZES),
        QT_TRANSLATE_NOOP("settings", "Of the system's size. Text follows at once, some widths at the next start."),
    ),
    _Choice(
        "motion",
        QT_TRANSLATE_NOOP("settings", "&Motion"),
        (
            (Motion.SYSTEM, QT_TRANSLATE_NOOP("settings", "As the system")),
            (Motion.LESS, QT_TRANSLATE_NOOP("settings", "Reduced: nothing moves by itself")),
        ),
        "",
    ),
    _Choice(
        "language",
        QT_TRANSLATE_NOOP("settings", "&Language"),
        (
            (Language.SYSTEM, QT_TRANSLATE_NOOP("settings", "As the system")),
            (Language.ENGLISH, "English"),
            (Language.GERMAN, "Deutsch"),
        ),
        QT_TRANSLATE_NOOP("settings", "Takes effect at the next start."),
    ),
    _Choice(
        "at_start",
        QT_TRANSLATE_NOOP("settings", "&At the start"),
        (
            (AtStart.BROWSERS, QT_TRANSLATE_NOOP("settings", "Read all browsers")),
            (AtStart.NOTHING, QT_TRANSLATE_NOOP("settings", "Read nothing until I ask")),
        ),
        QT_TRANSLATE_NOOP("settings", "Names, hosts and dates only; no value is read and no keyring asked."),
    ),
    _Choice(
        "network",
        QT_TRANSLATE_NOOP("settings", "&Network"),
        (
            (Network.ASK, QT_TRANSLATE_NOOP("settings", "Ask each time before a host is contacted")),
            (Network.NEVER, QT_TRANSLATE_NOOP("settings", "Never contact a host")),
        ),
        QT_TRANSLATE_NOOP(
            "settings",
            "For policies from an address and tests of a site. Opt-outs open in your browser, which you see.",
        ),
    ),
    _Seconds(
        "hide_s",
        QT_TRANSLATE_NOOP("settings", "&Hide a value after"),
        QT_TRANSLATE_NOOP("settings", "A value that you had shown is hidden again, and as soon as the window is left."),
    ),
    _Seconds(
        "clipboard_s",
        QT_TRANSLATE_NOOP("settings", "&Clear a copied value after"),
        QT_TRANSLATE_NOOP("settings", "The clipboard is cleared only if it still holds that value."),
    ),
)


class SettingsDialog(QDialog):
    """Blocks nothing. ``changed`` tells the new preferences at each choice."""

    changed = Signal(object)  # Preferences

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Settings"))
        self._preferences = preferences
        self._show: dict[str, Callable[[Any], None]] = {}
        self.controls: dict[str, QComboBox | QSpinBox] = {}
        form = QFormLayout()
        form.setSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for choice in _CHOICES:
            self._add(form, choice)
        self._lay_out(form)

    def _lay_out(self, form: QFormLayout) -> None:
        body, area = QWidget(), QScrollArea()
        body.setLayout(form)
        area.setWidget(body)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.defaults: QPushButton = buttons.addButton(self.tr("&Defaults"), QDialogButtonBox.ButtonRole.ResetRole)
        self.defaults.clicked.connect(lambda: self.show_preferences(Preferences()))
        buttons.rejected.connect(self.close)
        self.defaults.setAutoDefault(False)  # Return closes, and resets nothing
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.addWidget(area, 1)
        layout.addWidget(buttons)
        one = self.fontMetrics()
        self.resize(one.averageCharWidth() * 96, one.lineSpacing() * 42)

    def _add(self, form: QFormLayout, choice: _Choice | _Seconds) -> None:
        control = self._combo(choice) if isinstance(choice, _Choice) else self._spin(choice)
        label, note = QLabel(translate("settings", choice.label)), translate("settings", choice.note)
        label.setBuddy(control)
        control.setAccessibleName(label.text().replace("&", ""))
        self.controls[choice.name] = control
        form.addRow(label, control)
        if choice.note:
            control.setAccessibleDescription(note)
            said = QLabel(note)
            said.setWordWrap(True)
            said.setForegroundRole(theme.Role.PlaceholderText)
            form.addRow("", said)

    def _combo(self, choice: _Choice) -> QComboBox:
        combo, held = QComboBox(), getattr(self._preferences, choice.name)
        values = choice.values if held in [value for value, _ in choice.values] else (*choice.values, (held, ""))
        for value, text in values:
            combo.addItem(translate("settings", text) if text else self.tr("{number} %").format(number=value), value)
        wanted = [value for value, _ in values]
        combo.setCurrentIndex(wanted.index(held))
        combo.currentIndexChanged.connect(lambda at: self._take(choice.name, wanted[at]))
        self._show[choice.name] = lambda value: combo.setCurrentIndex(wanted.index(value))
        return combo

    def _spin(self, choice: _Seconds) -> QSpinBox:
        spin = QSpinBox()
        spin.setRange(SECONDS.start, SECONDS.stop - 1)
        spin.setSuffix(self.tr(" s"))
        spin.setValue(getattr(self._preferences, choice.name))
        spin.valueChanged.connect(lambda value: self._take(choice.name, value))
        self._show[choice.name] = spin.setValue
        return spin

    def show_preferences(self, preferences: Preferences) -> None:
        """Choose all of these."""
        for name, value in preferences._asdict().items():
            self._show[name](value)

    def _take(self, name: str, value: Any) -> None:
        self._preferences = self._preferences._replace(**{name: value})
        self.changed.emit(self._preferences)
