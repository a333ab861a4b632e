"""Order, product, buyer and marketplace are found where they stand."""

import pytest

from inbox_assistant.mail.facts import (
    Product,
    buyer_in,
    copied_to,
    marketplace_of,
    order_id_in,
    product_in,
)


@pytest.mark.parametrize(
    "text",
    [
        "(Order: 302-5551234-1234567)",
        "# 302-5551234-1234567:",
        "注文番号302-5551234-1234567です",
        "الطلب: \u200e302-5551234-1234567\u200f",
        "302\u20115551234\u20111234567",
    ],
)
def test_an_order_id_is_found(text: str) -> None:
    assert order_id_in(text) == "302-5551234-1234567"


@pytest.mark.parametrize(
    "text", ["1302-5551234-1234567", "302-5551234-12345678", "302-555123-1234567", ""]
)
def test_other_numbers_are_no_order_id(text: str) -> None:
    assert order_id_in(text) is None


def test_the_first_text_that_has_an_order_id_decides() -> None:
    assert order_id_in("none", "302-5551234-1234567", "303-5551234-1234567") == (
        "302-5551234-1234567"
    )


@pytest.mark.parametrize(
    "line",
    [
        "1 / Lamp, 12 cm [ASIN: B0FERN00A1]",
        "1 of Lamp, 12 cm [ASIN: B0FERN00A1]",
        "  2 x Lamp,\n  12 cm\n  [ASIN: B0FERN00A1]",
    ],
)
def test_a_product_line_gives_number_and_title(line: str) -> None:
    assert product_in(f"# 302-5551234-1234567:\n{line}\n") == Product(
        "B0FERN00A1", "Lamp, 12 cm"
    )


def test_a_number_alone_is_found_in_other_texts() -> None:
    assert product_in("", "about B0FERN00A1") == Product("B0FERN00A1")
    assert product_in("", "ASIN: 3551234567") == Product("3551234567")
    assert product_in("", "nothing") == Product()


@pytest.mark.parametrize(
    ("name", "subject", "buyer"),
    [
        ("Nora - Amazon Marketplace", "", "Nora"),
        ("Anne-Marie – Marketplace d'Amazon", "", "Anne-Marie"),
        ("佐久間 - Amazonマーケットプレイス", "", "佐久間"),
        ("Jean-Luc", "", "Jean-Luc"),
        ("Amazon Marketplace", "Inquiry from Amazon customer Nora (Order: 1)", "Nora"),
        ("", "Anfrage von Amazon-Kunde Jürgen Ö. (Bestellung: 1)", "Jürgen Ö."),
        ("", "Question du client Amazon Éloïse (Commande : 1)", "Éloïse"),
        ("", "Consulta del cliente de Amazon Begoña", "Begoña"),
        ("", "Vraag van Amazon-klant Sjoerd(Bestelling: 1)", "Sjoerd"),
        ("", "Amazonのお客様 佐久間様からのお問い合わせ（注文番号：1）", "佐久間"),
        ("", "Amazon müşterisi Gülşen (Sipariş: 1)", "Gülşen"),
        ("a@marketplace.amazon.de", "nothing", None),
        ("", "Inquiry from Amazon customer (Order: 1)", None),
    ],
)
def test_the_buyers_name_comes_from_sender_or_subject(
    name: str, subject: str, buyer: str | None
) -> None:
    assert buyer_in(name, subject) == buyer


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("Your e-mail to Nora", "Nora"),
        ("Seu e-mail para Thaís (Pedido: 1)", "Thaís"),
        ("佐久間様へのEメール", "佐久間"),
        ("Something else", None),
    ],
)
def test_a_copy_names_to_whom_the_reply_went(subject: str, name: str | None) -> None:
    assert copied_to(subject) == name


def test_the_marketplace_goes_by_identifier_then_relay_then_host() -> None:
    relay = "abc@marketplace.amazon.fr"
    assert marketplace_of(" a1pa6795ukmfr9 ", relay, "amazon.it") == "DE"
    assert marketplace_of("unknown", relay, "amazon.it") == "FR"
    assert marketplace_of("", None, "amazon.it") == "IT"
    assert marketplace_of("", "abc@shop.example") is None
