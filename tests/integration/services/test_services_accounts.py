"""The accounts of a profile, and who answers what."""

from dataclasses import replace

import pytest

from inbox_assistant.domain.errors import InputError
from inbox_assistant.domain.reply import OutboxState
from inbox_assistant.services.composing import Sender
from tests.integration.services.office import SHOP, Office

OTHER = replace(SHOP, name="other", address="second@shop.example", sender_name="")


def test_an_account_is_found_again_as_it_was_kept(office: Office) -> None:
    accounts = office.program.accounts
    assert accounts.all() == [SHOP]
    assert accounts.keep(OTHER).accounts
    assert accounts.all() == [OTHER, SHOP]
    accounts.keep(replace(OTHER, folder="Archive"))
    assert accounts.named("other").folder == "Archive"


def test_an_unknown_account_is_told_with_a_way_out(office: Office) -> None:
    for use in (office.program.accounts.named, office.program.accounts.forget):
        with pytest.raises(InputError, match="account list"):
            use("nobody")


@pytest.mark.parametrize("wrong", [{"name": " "}, {"address": "desk"}])
def test_an_account_needs_a_name_and_an_address(
    office: Office, wrong: dict[str, str]
) -> None:
    with pytest.raises(InputError, match="needs a name"):
        office.program.accounts.keep(replace(SHOP, **wrong))


def test_a_mail_is_answered_from_the_account_it_came_by(office: Office) -> None:
    office.program.accounts.keep(OTHER)
    sender_for = office.program.accounts.sender_for
    assert sender_for("shop") == Sender("shop", SHOP.address, "Example Shop")
    assert sender_for("other") == Sender("other", OTHER.address)


def test_the_only_account_answers_what_came_by_none(office: Office) -> None:
    assert office.program.accounts.sender_for(None).account == "shop"
    assert office.program.accounts.sender_for("removed").account == "shop"


def test_among_several_accounts_none_is_guessed(office: Office) -> None:
    office.program.accounts.keep(OTHER)
    with pytest.raises(InputError, match="not clear"):
        office.program.accounts.sender_for(None)


def test_without_an_account_nobody_answers(office: Office) -> None:
    office.program.accounts.forget("shop")
    with pytest.raises(InputError, match="No account"):
        office.program.accounts.sender_for("shop")


def test_an_account_whose_replies_have_not_left_stays(office: Office) -> None:
    reply = office.reply(office.ask())
    with pytest.raises(InputError, match="have not left"):
        office.program.accounts.forget("shop")
    office.program.replies.withdraw(reply.reply_id)
    office.program.accounts.forget("shop")
    assert office.program.accounts.all() == []


def test_keeping_an_account_hurries_only_what_had_failed(office: Office) -> None:
    reply = office.reply(office.ask())
    office.program.accounts.keep(SHOP)
    assert office.outbox(reply).leave_at == reply.leave_at
    assert office.outbox(reply).state is OutboxState.QUEUED
