"""Texts are told apart by their language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.policy.language import best, dominant, identify, spoken_in


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Where is my parcel? I ordered it two weeks ago."),
        ("de", "Wo bleibt mein Paket? Ich habe vor zwei Wochen bestellt."),
        ("fr", "Où est mon colis ? Je l'ai commandé il y a deux semaines."),
        ("it", "Dove è il mio pacco? L'ho ordinato due settimane fa."),
        ("es", "¿Dónde está mi paquete? Lo pedí hace dos semanas."),
        ("nl", "Waar blijft mijn pakket? Ik heb het twee weken geleden besteld."),
        ("sv", "Var är mitt paket? Jag beställde det för två veckor sedan."),
        ("pl", "Gdzie jest moja paczka? Zamówiłem ją dwa tygodnie temu."),
        ("pt", "Onde está a minha encomenda? Fiz o pedido há duas semanas."),
        ("tr", "Siparişim nerede? İki hafta önce sipariş verdim."),
        ("ja", "荷物はどこですか。二週間前に注文しました。"),
        ("zh", "我的包裹在哪里？两周前下的订单。"),
        ("ar", "أين طلبي؟ لقد طلبته قبل أسبوعين."),
        ("hi", "मेरा पार्सल कहाँ है? मैंने दो हफ्ते पहले ऑर्डर किया था।"),
    ],
)
def test_a_message_is_known_by_its_language(language: str, text: str) -> None:
    assert identify(text) == language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Rechnung fehlt."),
        ("it", "Manca il filtro di ricambio."),
        ("nl", "Welke maat heeft de kussenhoes?"),
        ("sv", "Fel storlek, kan jag byta?"),
        ("tr", "kargo hasarlı geldi"),
    ],
)
def test_a_few_words_of_the_trade_are_enough(language: str, text: str) -> None:
    assert identify(text) == language


@pytest.mark.parametrize("text", ["", "ok", "B07VN3QK8D", "😊", "12345"])
def test_too_little_text_is_of_no_language(text: str) -> None:
    assert identify(text) is None


def test_a_language_without_doubt_is_far_ahead() -> None:
    assert best({"de": 2.0, "nl": 1.0}) == "de"
    assert dominant({"de": 2.0, "nl": 1.0}) is None
    assert dominant({"de": 6.0, "nl": 1.0}) == "de"
    assert dominant({"de": 6.0, "nl": 5.0}) is None
    assert best({"de": 2.0, "nl": 1.9}) is None


@given(st.text())
def test_any_text_has_a_language_or_none(text: str) -> None:
    found = identify(text)
    assert found is None or len(found) == 2


def test_a_few_words_are_enough_for_the_language_to_expect() -> None:
    assert spoken_in({"it": 0.9, "es": 0.4}, "it") == "it"
    assert spoken_in({"it": 0.9, "es": 0.4}, None) is None
    assert spoken_in({"it": 0.9, "es": 0.8}, "it") is None
    assert spoken_in({"es": 4.0}, "it") == "es"
    assert spoken_in({}, "it") is None
