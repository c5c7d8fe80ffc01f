# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
import pytest
from make.policies import document

from inspector.policies.languages import language_name, language_of

TEXTS = {
    "en": "We use the cookies that you accept, and we may share information with our partners for this purpose.",
    "de": "Wir verwenden Cookies, die für den Betrieb der Seite nicht notwendig sind, und werden Ihre Daten nicht mit "
    "einer anderen Stelle oder Person teilen.",
    "fr": "Nous utilisons des cookies pour vous proposer les services que vous demandez sur le site, et pas pour une "
    "autre fin.",
    "es": "Usamos las cookies que usted acepta para los fines que se indican en esta política, y no para otros con su "
    "nombre.",
    "it": "Questo sito utilizza i cookie per migliorare il servizio che viene offerto alla persona, nel rispetto della "
    "legge, anche con una società terza.",
    "nl": "Wij gebruiken cookies om het gebruik van de website te meten en kunnen deze niet zonder uw toestemming "
    "plaatsen, met een beroep op de wet.",
    "ja": "当社はクッキーを使用して、お客様のサイトの利用状況を分析します。ブラウザの設定で拒否することができます。",
    "ru": "Мы используем файлы cookie для анализа посещаемости сайта и для сохранения ваших настроек в браузере.",
}


@pytest.mark.parametrize(("code", "text"), TEXTS.items(), ids=list(TEXTS))
def test_a_language_is_told_by_its_words(code: str, text: str) -> None:
    assert language_of(document(f"<p>{text}</p>", "policy.html")) == code


def test_the_text_outweighs_what_the_file_states() -> None:
    assert language_of(document(f"<html lang=de><p>{TEXTS['en']}</p></html>", "policy.html")) == "en"


def test_the_file_decides_where_the_text_does_not() -> None:
    assert language_of(document("<html lang=fi><p>Evästeet</p></html>", "policy.html")) == "fi"


def test_too_little_text_is_no_language() -> None:
    assert language_of(document("<p>Cookies</p>", "policy.html")) is None


def test_words_of_english_lists_tell_no_other_language() -> None:
    page = "<ul><li>cdn.example.com</li><li>no expiry, as long as cookies last</li></ul>"
    assert language_of(document(page, "policy.html")) is None


def test_a_language_has_a_name() -> None:
    assert (language_name("de"), language_name("xx")) == ("German", "xx")


@pytest.mark.parametrize(
    ("code", "page"),
    [
        ("de", "<p>Wir setzen die folgenden Cookies:</p><table><tr><th>Name</th><th>Zweck</th></tr></table>"),
        ("fr", "<p>Voici ces cookies.</p><table><tr><th>Nom</th><th>Finalité</th></tr></table>"),
        ("en", "<p>We use cookies on this site and in the shop. \u05d0\u05d1\u05d2\u05d3\u05d4\u05d5\u05d6</p>"),
    ],
    ids=("de", "fr", "en beside another script"),
)
def test_little_text_tells_its_language_where_nothing_is_english(code: str, page: str) -> None:
    assert language_of(document(page, "policy.html")) == code
