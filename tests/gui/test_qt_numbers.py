"""The numbers that are written down are Qt's."""

from PySide6.QtCore import Qt

from inbox_assistant.ui import qt_numbers


def test_the_numbers_are_those_of_qt() -> None:
    role, scheme, side = Qt.ItemDataRole, Qt.ColorScheme, Qt.LayoutDirection
    names: dict[str, Qt.ItemDataRole | Qt.ColorScheme | Qt.LayoutDirection] = {
        "DISPLAY_ROLE": role.DisplayRole,
        "TOOL_TIP_ROLE": role.ToolTipRole,
        "ACCESSIBLE_TEXT_ROLE": role.AccessibleTextRole,
        "USER_ROLE": role.UserRole,
        "FROM_THE_LEFT": side.LeftToRight,
        "FROM_THE_RIGHT": side.RightToLeft,
        "UNKNOWN": scheme.Unknown,
        "LIGHT": scheme.Light,
        "DARK": scheme.Dark,
    }
    assert Qt.ScrollBarPolicy.ScrollBarAlwaysOff.value == qt_numbers.NEVER
    told = {name: one.value for name, one in names.items()}
    told["NEVER"] = qt_numbers.NEVER
    known = {name: one for name, one in vars(qt_numbers).items() if name.isupper()}
    assert known == told
