"""Connecting a mailbox takes an address and a sign-in."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from inbox_assistant.domain.account import Account
from inbox_assistant.domain.provider import APP_PASSWORD, Provider, Server
from inbox_assistant.domain.trial import Trial, TrialStep, broke_at
from inbox_assistant.mail.failures import SignInRefusedError
from inbox_assistant.settings import GOOGLE_CLIENT, Settings
from inbox_assistant.ui.application import Workplace
from inbox_assistant.ui.field import Field
from inbox_assistant.ui.settings.account_dialog import AccountDialog

GREAT = Provider(
    "Great Mail",
    Server("imap.great.example", 993),
    Server("smtp.great.example", 587, "starttls"),
    frozenset({"great.example"}),
    ("google", APP_PASSWORD),
    files_sent=True,
    help="https://great.example/help",
)


@dataclass
class FakeDesk:
    """Knows one provider, and remembers what it was asked for."""

    settings: Settings = field(default_factory=Settings)
    tried: list[tuple[Account, str]] = field(default_factory=list)
    signed_in: list[tuple[Account, str]] = field(default_factory=list)
    trials: list[Trial] = field(default_factory=list)
    declined: bool = False

    def find_provider(self, address: str) -> Provider | None:
        """Know one domain."""
        return GREAT if address.endswith("@great.example") else None

    def try_account(self, account: Account, password: str) -> list[Trial]:
        """Return what the test has prepared."""
        self.tried.append((account, password))
        return self.trials

    def sign_in(self, account: Account, client_secret: str) -> None:
        """Let anybody in, unless declined."""
        if self.declined:
            raise SignInRefusedError("The provider did not let us in.", "Try again.")
        self.signed_in.append((account, client_secret))


@pytest.fixture
def desk() -> FakeDesk:
    """Return the desk behind the dialog."""
    return FakeDesk()


Open = Callable[..., AccountDialog]


@pytest.fixture
def opened(workplace: Workplace, desk: FakeDesk, qtbot: QtBot) -> Open:
    """Return a function that opens the dialog."""

    def open_(known: Account | None = None) -> AccountDialog:
        made = AccountDialog(desk, workplace.jobs, workplace.window, known)  # type: ignore[arg-type]
        made.open()
        qtbot.waitUntil(made.isVisible)
        return made

    return open_


def fields(dialog: AccountDialog) -> dict[str, Field]:
    return {
        one.accessibleName(): one
        for one in dialog.findChildren(Field)
        if one.isVisibleTo(dialog)
    }


def words(dialog: AccountDialog) -> str:
    labels = [one for one in dialog.findChildren(QLabel) if one.isVisibleTo(dialog)]
    return " ".join(label.text() for label in labels)


def press(dialog: AccountDialog, name: str) -> None:
    (button,) = [b for b in dialog.findChildren(QPushButton) if b.text() == name]
    button.click()


def type_address(dialog: AccountDialog, address: str, qtbot: QtBot) -> None:
    fields(dialog)["Mail address"].setText(address)
    fields(dialog)["Mail address"].editingFinished.emit()
    qtbot.waitUntil(lambda: "Looking for the servers" not in words(dialog))


def test_a_known_provider_wants_an_address_and_a_password(
    opened: Open, qtbot: QtBot
) -> None:
    dialog = opened()
    type_address(dialog, "desk@great.example", qtbot)
    assert set(fields(dialog)) == {"Mail address", "Name of the shop", "Password"}
    assert "imap.great.example" in words(dialog)
    assert "makes for one program" in words(dialog)
    fields(dialog)["Password"].setText("made for this")
    with qtbot.waitSignal(dialog.accepted_account) as told:
        press(dialog, "Connect")
    account, password = told.args or ()
    assert password == "made for this"
    assert (account.read_host, account.read_port) == ("imap.great.example", 993)
    assert (account.send_port, account.send_security) == (587, "starttls")
    assert account.files_sent
    assert account.sign_in == "password"


def test_an_unknown_domain_shows_its_servers_to_be_checked(
    opened: Open, qtbot: QtBot
) -> None:
    dialog = opened()
    type_address(dialog, "desk@shop.example", qtbot)
    qtbot.waitUntil(lambda: "Server to read from" in fields(dialog))
    assert fields(dialog)["Server to read from"].text() == "imap.shop.example"
    assert "not known" in words(dialog)


def test_one_signs_in_in_the_browser_with_a_registration_of_ones_own(
    opened: Open, qtbot: QtBot, desk: FakeDesk
) -> None:
    dialog = opened()
    type_address(dialog, "desk@great.example", qtbot)
    (way,) = [
        one
        for one in dialog.findChildren(QComboBox)
        if one.accessibleName() == "Way of signing in"
    ]
    way.setCurrentIndex(way.findData("google"))
    assert "Password" not in fields(dialog)
    fields(dialog)["Client id"].setText("ours")
    fields(dialog)["Client secret"].setText("none really")
    press(dialog, "Sign in in the browser…")
    qtbot.waitUntil(lambda: "Signed in" in words(dialog))
    ((account, secret),) = desk.signed_in
    assert (account.sign_in, account.client_id) == ("google", "ours")
    assert secret == "none really"
    assert desk.settings.get(GOOGLE_CLIENT) == "ours"
    with qtbot.waitSignal(dialog.accepted_account) as told:
        press(dialog, "Connect")
    assert (told.args or ())[1] == ""


def test_a_sign_in_that_fails_says_why(
    opened: Open, qtbot: QtBot, desk: FakeDesk
) -> None:
    desk.declined = True
    dialog = opened()
    type_address(dialog, "desk@great.example", qtbot)
    dialog._sign_in.way.setCurrentIndex(0)
    press(dialog, "Sign in in the browser…")
    qtbot.waitUntil(lambda: "did not let us in" in words(dialog))


def test_a_test_names_the_step_that_fails(
    opened: Open, qtbot: QtBot, desk: FakeDesk
) -> None:
    desk.trials = broke_at(TrialStep.SIGN_IN, "The password is wrong.")
    dialog = opened()
    type_address(dialog, "desk@great.example", qtbot)
    press(dialog, "Test")
    qtbot.waitUntil(lambda: "Signing in: The password is wrong." in words(dialog))
    assert "The connection is protected: works" in words(dialog)
    assert "Sending: not tried" in words(dialog)
    assert dialog._told.accessibleName() == "Signing in: The password is wrong."


def test_what_is_connected_is_shown_as_it_is(opened: Open, qtbot: QtBot) -> None:
    known = Account(
        "shop",
        "desk@shop.example",
        sender_name="Example Shop",
        read_host="mail.shop.example",
        read_port=1993,
    )
    dialog = opened(known)
    assert fields(dialog)["Server to read from"].text() == "mail.shop.example"
    with qtbot.waitSignal(dialog.accepted_account) as told:
        press(dialog, "Connect")
    assert told.args == [known, ""]


def test_without_an_address_it_asks_for_one(opened: Open) -> None:
    dialog = opened()
    press(dialog, "Connect")
    assert "Type the address" in words(dialog)
    assert dialog.isVisible()
