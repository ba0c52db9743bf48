"""Copy that is not English is told apart; English copy, however short, is never taken for another language."""

from __future__ import annotations

import pytest

from claimlint.document import Source
from claimlint.language.other_languages import other_languages
from claimlint.readers import reader_for

FOREIGN = {
    "German": [
        "Die Kamera ist wasserdicht und hält mit einer Ladung bis zu zehn Stunden.",
        "Mit der neuen Aurora X1 hören Sie Musik, wo immer Sie sind.",
        "Laden Sie den Akku in nur 90 Minuten über USB-C auf.",
    ],
    "French": [
        "La montre résiste à l'eau et son autonomie est de dix heures avec une seule charge.",
        "Profitez de votre musique pendant 24 heures grâce à la batterie.",
        "Elle se recharge en 90 minutes avec le câble USB-C qui est fourni.",
    ],
    "Spanish": [
        "La batería dura hasta diez horas y se carga en menos de dos.",
        "Disfruta de tu música durante todo el día con el nuevo altavoz.",
        "El reloj es resistente al agua y tiene una pantalla que se ve bajo el sol.",
    ],
    "Italian": [
        "La batteria dura fino a dieci ore con una sola ricarica ed è resistente all'acqua.",
        "Ascolta la tua musica per tutto il giorno con il nuovo altoparlante.",
        "Si ricarica in 90 minuti con il cavo che trovi nella confezione.",
    ],
    "Portuguese": [
        "A bateria dura até dez horas com uma única carga e não pesa quase nada.",
        "O relógio é resistente à água e está pronto para o seu dia.",
    ],
    "Dutch": [
        "De batterij gaat tot tien uur mee met een enkele lading en het horloge is waterdicht.",
        "Luister de hele dag naar je muziek met deze nieuwe luidspreker van Aurora.",
    ],
    "Swedish": ["Batteriet räcker i upp till tio timmar och klockan är vattentät.", "Högtalaren har ett batteri som laddas på 90 minuter."],
    "Danish": [
        "Batteriet holder i op til ti timer på en opladning, og uret er vandtæt.",
        "Det er den letteste højttaler, som vi har lavet til dig.",
    ],
    "Polish": [
        "Bateria działa do dziesięciu godzin na jednym ładowaniu, a zegarek jest wodoodporny.",
        "To jest głośnik, który nie boi się wody.",
    ],
    "Czech": ["Baterie vydrží až deset hodin na jedno nabití a hodinky jsou vodotěsné.", "Reproduktor se nabije za 90 minut a je lehký."],
    "Finnish": ["Akku kestää jopa kymmenen tuntia ja kello on vesitiivis, joten voit uida sen kanssa."],
    "Turkish": [
        "Pil tek şarjla on saate kadar dayanır ve saat suya dayanıklı bir tasarıma sahip.",
        "Bu hoparlör için daha çok müzik ve daha az kablo.",
    ],
    "Russian": ["Аккумулятор работает до десяти часов без подзарядки."],
    "Greek": ["Η μπαταρία διαρκεί έως δέκα ώρες."],
    "Japanese": ["一回の充電で最大10時間使えます。"],
    "Chinese": ["一次充电可使用长达十小时。"],
    "Arabic": ["تدوم البطارية حتى عشر ساعات."],
}

ENGLISH = [
    "Waterproof",
    "IP67, 20 g, 10 h",
    "Battery life: up to 10 hours",
    "Bluetooth LE 5.3",
    "Café Größe Piñata",
    "Aurora X1 Pro",
    "Temperature range: −20 to 60 °C (Ω 4, µm 5)",
    "Winner of the Premio de la Innovación",
    "Made in Berlin und Wien.",
    "Tour de France edition",
    "Hear “Die Moritat von Mackie Messer” as it was meant to be heard.",
    "Our résumé of the year: à la carte sound, en suite with the app.",
    "Plus de Luxe",
    "On.",
    "El Paso, La Paz, Los Angeles and Las Vegas",
    "DER IST SO",
    "Alpha, Beta, Γάμμα",
]


def _read(*paragraphs: str) -> list[int]:
    reader = reader_for("a.md")
    assert reader is not None
    return sorted(other_languages(reader(Source("a.md", "\n\n".join(paragraphs))).blocks))


@pytest.mark.parametrize(("language", "sentence"), [(language, sentence) for language, known in FOREIGN.items() for sentence in known])
def test_a_sentence_in_another_language_is_told(language: str, sentence: str) -> None:
    assert _read(sentence) == [0]


@pytest.mark.parametrize("text", ENGLISH)
def test_english_copy_is_not_taken_for_another_language(text: str) -> None:
    assert _read(text) == []


def test_in_a_document_without_english_what_is_short_goes_with_the_rest() -> None:
    assert _read("# Aurora X1", FOREIGN["German"][0], "Wasserdicht", FOREIGN["German"][1]) == [0, 1, 2, 3]


def test_in_a_mixed_document_what_is_short_goes_with_its_neighbours() -> None:
    german = FOREIGN["German"]
    assert _read("# Aurora X1", "It lasts for the whole day.", german[0], "Wasserdicht", german[1], "Light") == [2, 3, 4]


def test_a_quotation_in_an_english_paragraph_does_not_keep_it_from_being_read() -> None:
    assert _read("As they say in Berlin, “das ist gut und nicht teuer”, and that is what our customers have told us for years.") == []


def test_code_is_in_no_language() -> None:
    assert _read("    der die das und ist nicht") == []
