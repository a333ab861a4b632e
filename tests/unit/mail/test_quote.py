"""Quoted history is recognised by its form, in any language."""

import pytest

from inbox_assistant.mail.quote import history_start, without_history

D = "-" * 13


@pytest.mark.parametrize(
    "header",
    [
        "On Fri, 20 Nov 2026 at 10:12, Shop <[e-mail address removed]> wrote:",
        "Am 20.11.2026 um 10:12 schrieb Shop:",
        "Le ven. 20 nov. 2026 à 10:12, Shop a écrit :",
        "Il giorno ven 20 nov 2026 alle ore 10:12 Shop ha scritto:",
        "El vie, 20 nov 2026 a las 10:12, Shop escribió:",
        "Op vr 20 nov. 2026 om 10:12 schreef Shop:",
        "pt., 20 lis 2026 o 10:12 Shop napisał(a):",
        "On 20 November 2026, Shop wrote:",
        "2026年11月20日(金) 10:12 店 <[e-mail address removed]>:",
        "Some new language 2026-11-20 10.12 Shop <[x]>:",
        "-----Original Message-----\nFrom: Shop\nSent: Friday",
        "-------- Ursprüngliche Nachricht --------\nVon: Shop\nAn: Wiebke",
        "________________________________\nVan: Shop <a@b>\nVerzonden: 10:12\nAan: x",
        "Von: Shop\nGesendet: Fr, 20. November 2026 10:12\nAn: Nora\nBetreff: y",
        "De : Shop <[x]>\nEnvoyé : vendredi 10:12\nÀ : moi\nObjet : y",
    ],
)
def test_what_stands_below_a_quote_header_is_history(header: str) -> None:
    lines = f"Yes please.\n\n{header}\n\nWhich colour?".split("\n")
    assert history_start(lines) == 2
    assert "\n".join(without_history(lines)).strip() == "Yes please."


def test_an_attribution_on_two_lines_is_taken_whole() -> None:
    text = "Yes.\nOn Fri, 20 Nov 2026 at 10:12 Shop\n<[removed]> wrote:\nWhich?"
    assert without_history(text.split("\n")) == ["Yes."]


def test_an_attribution_without_a_colon_goes_with_the_quote_below_it() -> None:
    text = "Yes.\n\nOn 20 Nov 2026 at 10:12 Shop wrote\n> Which?"
    assert "\n".join(without_history(text.split("\n"))).strip() == "Yes."


def test_words_below_a_signed_quote_are_kept() -> None:
    text = "On 20 Nov at 10:12 <x> wrote:\n> Which?\n> Colour?\n\nBlue."
    assert "\n".join(without_history(text.split("\n"))).strip() == "Blue."


def test_words_between_quotes_are_kept() -> None:
    text = "Hi\n> Which?\n> Colour?\nBlue.\n> When?\n> Date?\nToday."
    assert without_history(text.split("\n")) == ["Hi", "Blue.", "Today."]


@pytest.mark.parametrize(
    "text",
    [
        "I ordered on 20.11.2026 at 10:15 and miss:\n- a screw\n- a nut",
        "Colour: red\nSize: M\nName: Nora",
        "Name: Nora\nBorn: 1970\nFloor: 3\nBell: left",
        "it weighs\n> 5 kg\nreally",
        "> 30 kg says your page\n> 25 kg says the box\nWhich is right?",
        "----------\nName: Nora\nStreet: 1\n",
        "He said:\nno",
        "Am 20.11.2026 haben Sie mir geschrieben:\ndas passt nicht",
        "Call me at 10:15:\nor later",
    ],
)
def test_lists_and_lines_of_a_buyer_are_no_quote(text: str) -> None:
    lines = text.split("\n")
    assert without_history(lines) == lines


def test_an_earlier_frame_without_signs_is_history() -> None:
    text = f"Blue.\n\n20.11.2026 10:12 Shop:\n\n{D} Message: {D}\nWhich?\n{D} End {D}"
    assert "\n".join(without_history(text.split("\n"))).strip() == "Blue."


def test_history_alone_is_returned_as_it_is() -> None:
    lines = ["> a", "> b"]
    assert without_history(lines) == lines


def test_single_signed_lines_count_as_quotes_where_a_quote_was_found() -> None:
    head = "Hi\n\nOn 20 Nov 2026 at 10:12 <x@y.example> wrote:\n"
    text = head + "> Which?\nBlue.\n> When?\nToday.\n> Regards"
    kept = "\n".join(without_history(text.split("\n")))
    assert kept.split() == ["Hi", "Blue.", "Today."]
