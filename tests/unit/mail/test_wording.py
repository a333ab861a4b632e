"""Amazon's wording is recognised in every language that has a marketplace."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inbox_assistant.mail import wording


@pytest.mark.parametrize(
    "sentence",
    [
        "We have been contacted by a customer regarding the order identified below",
        "An inquiry from one of our customers",
        "Wir wurden von einem Kunden bezüglich der Bestellung kontaktiert",
        "Nous avons été contactés par un client",
        "Siamo stati contattati da un cliente",
        "Un cliente se ha puesto en contacto con nosotros",
        "Fomos contatados por um cliente",
        "Een klant heeft contact met ons opgenomen",
        "En kund har kontaktat oss",
        "Skontaktował się z nami klient",
        "Bir müşterimiz sipariş hakkında bizimle iletişime geçti",
        "お客様からお問い合わせがありました",
        "تواصل معنا أحد العملاء",
    ],
)
def test_customer_service_is_recognised(sentence: str) -> None:
    assert wording.ASKED_BY_CUSTOMER_SERVICE.search(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "the message was not delivered because the buyer has opted out",
        "da der Käufer sich von Nachrichten abgemeldet hat",
        "l'acheteur a choisi de ne pas recevoir de messages",
        "l'acquirente ha scelto di non ricevere messaggi",
        "el comprador ha optado por no recibir mensajes",
        "o comprador optou por não receber mensagens",
        "de koper heeft zich afgemeld",
        "köparen har valt bort meddelanden",
        "kupujący zrezygnował z otrzymywania wiadomości",
        "alıcı mesaj almamayı seçtiği için",
        "購入者がオプトアウトしているため",
        "المشتري اختار عدم تلقي الرسائل",
    ],
)
def test_an_opt_out_is_recognised(sentence: str) -> None:
    assert wording.OPT_OUT.search(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "This message was not sent as it did not meet the guidelines",
        "Ihre Nachricht wurde nicht zugestellt",
        "Votre message n'a pas été envoyé",
        "Il messaggio non è stato inviato",
        "El mensaje no se ha entregado",
        "A mensagem não foi entregue",
        "Je bericht is niet bezorgd",
        "Meddelandet levererades inte",
        "Wiadomość nie została dostarczona",
        "Mesajınız teslim edilmedi",
        "メッセージは送信されませんでした",
        "لم يتم تسليم الرسالة",
    ],
)
def test_a_message_that_was_not_delivered_is_recognised(sentence: str) -> None:
    assert wording.MESSAGE_NOT_DELIVERED.search(sentence)


@pytest.mark.parametrize(
    "sentence",
    ["Your parcel could not be delivered.", "Das Paket wurde nicht zugestellt."],
)
def test_a_parcel_that_was_not_delivered_is_another_thing(sentence: str) -> None:
    assert not wording.MESSAGE_NOT_DELIVERED.search(sentence)


def test_long_texts_are_searched_at_once() -> None:
    started = time.perf_counter()
    for pattern in (
        wording.MESSAGE_NOT_DELIVERED,
        wording.ASKED_BY_CUSTOMER_SERVICE,
        wording.OPT_OUT,
        wording.CUSTOMER,
        wording.MARKETPLACE_TAIL,
    ):
        for text in ("message " * 2_000, "Amazon customer " * 1_000, "- " * 8_000):
            pattern.search(text)
    assert time.perf_counter() - started < 2


@pytest.mark.parametrize(
    "phrases",
    [
        wording.OPT_OUT,
        wording.MESSAGE_NOT_DELIVERED,
        wording.ASKED_BY_CUSTOMER_SERVICE,
    ],
    ids=["opt-out", "not delivered", "asked"],
)
@given(data=st.data())
@settings(max_examples=400)
def test_no_match_lacks_a_stem(phrases: wording.Phrases, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(phrases.pattern, fullmatch=True))
    assert phrases.pattern.search(text) is None or phrases.search(text) is not None
