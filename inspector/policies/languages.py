# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Which language a policy is written in, told by its commonest words; English is the one whose sentences are read."""

import re
from collections import Counter
from functools import cache
from typing import Final

from inspector.core.policy import BlockKind, Document
from inspector.policies.patterns import late, words

# Function words that tell neighbours apart; words of several languages help none of them.
_WORDS: Final = {
    "en": "the and of to your we you are this that our with for may information not is or use when cookies by",
    "de": (
        "der die das und wir sie nicht mit auf für ist werden eine von zu den des ihre diese oder bei einer "
        "wird sich dass folgende folgenden verwenden zweck dauer anbieter"
    ),
    "fr": (
        "le les des et vous nous est une pour sur dans votre que qui du ces sont pas au par vos être site données "
        "utilisons finalité durée fournisseur"
    ),
    "es": "el los las de y que usted nuestro para una por con su es del se en sitio cuando esta estos datos puede",
    "it": "il di che gli della per una sono con dei nel questo sito dati utente alla le dell' può essere anche tua",
    "nl": "de het een van en wij voor met op zijn niet dat deze kunnen worden bij uw onze om door wordt gebruik",
    "pt": "o os as de que você nosso para uma com não em do da dos são seu por seus quando este dados pode",
    "pl": "i w na nie do się że jest są przez oraz lub dla jak strony plików użytkownika możemy to od ich które",
    "sv": "och att som på vi är för med av den till inte kan du din eller ett våra när används om webbplats",
    "da": "og at som på vi er for med af den til ikke kan du din eller et vores når anvendes om hjemmeside",
    "nb": "og at som på vi er for med av den til ikke kan du din eller et våre når brukes om nettsted",
    "fi": "ja on että tai ei ovat voi me sivuston käyttää evästeitä kun myös sinun jos tämä joka mukaan sekä",
    "cs": "a na se že je jsou pro nebo které jako stránky používáme vaše při být můžete tyto souhlas soubory",
    "ro": "și de la nu este sunt pentru care sau dumneavoastră prin cu din pe să site acest aceste date poate",
    "hu": "a az és hogy nem egy vagy az ön weboldal sütik ezek amely lehet is használ kell meg ha",
    "tr": "ve bir bu için ile olarak veya çerezler sitemizi kullanıcı da de kişisel olan gibi tarafından",
    "lv": "un ir uz ar par no lai mēs jūsu vai sīkdatnes tīmekļa vietne kas var izmantojam šīs ja",
}
_NAMES: Final = {
    "en": "English",
    "de": "German",
    "fr": "French",
    "es": "Spanish",
    "it": "Italian",
    "nl": "Dutch",
    "pt": "Portuguese",
    "pl": "Polish",
    "sv": "Swedish",
    "da": "Danish",
    "nb": "Norwegian",
    "fi": "Finnish",
    "cs": "Czech",
    "ro": "Romanian",
    "hu": "Hungarian",
    "tr": "Turkish",
    "lv": "Latvian",
    "ja": "Japanese",
    "zh": "Chinese",
    "ko": "Korean",
    "ru": "Russian",
    "el": "Greek",
    "ar": "Arabic",
    "he": "Hebrew",
    "th": "Thai",
    "uk": "Ukrainian",
}
_SCRIPTS: Final = (
    ("ja", late("[\u3040-\u30ff]")),
    ("ko", late("[\uac00-\ud7af]")),
    ("zh", late("[\u4e00-\u9fff]")),
    ("ru", late("[\u0400-\u04ff]")),
    ("el", late("[\u0370-\u03ff]")),
    ("ar", late("[\u0600-\u06ff]")),
    ("he", late("[\u0590-\u05ff]")),
    ("th", late("[\u0e00-\u0e7f]")),
)
_ENGLISH: Final = late(r"\b(?:we|use|this|the|and|on|you|your|are|not)\b", re.I)
_COOKIES: Final = late(r"\bcookies\b", re.I)  # a word of many languages
_SHARE: Final = 0.15
_MOSTLY: Final = 0.6
_TOKEN: Final = late(r"[^\W\d_]+'?")
_SAMPLE: Final = 4_000
_ENOUGH: Final = 6
_FEW: Final = 2  # ... are enough where no English word stands beside them
# Words, abbreviations and endings of hosts that stand in English lists, too: a few of them tell no other language.
_ENGLISH_TOO: Final = words("as com de do die for i in is la me no of os per por se site van")


@cache
def _codes() -> dict[str, list[str]]:
    """The languages that each word tells."""
    codes: dict[str, list[str]] = {}
    for code, held in _WORDS.items():
        for word in held.split():
            codes.setdefault(word, []).append(code)
    return codes


def language_of(document: Document) -> str | None:
    """Return the code of the language the running text is in; ``None`` where there is too little to tell.

    What the file states (``html lang``) only decides where the text itself does not: many pages state a wrong one.
    """
    prose = _told(" ".join(_texts(document, tables=False)))
    if prose is not None:
        return prose
    stated = (document.language or "").split("-")[0].split("_")[0].lower() or None
    tables = " ".join(_texts(document, tables=True))
    return stated or _told(tables) or _told(" ".join((*_texts(document, tables=False), tables)), few=True)


def language_name(code: str) -> str:
    """Return the English name of a language; the code where we have none."""
    return _NAMES.get(code, code)


def _texts(document: Document, *, tables: bool) -> list[str]:
    texts, length = [], 0
    for at, block in enumerate(document.blocks):
        if (block.kind in {BlockKind.TABLE_ROW, BlockKind.TABLE_HEADER}) is tables:
            texts.append(document.block_text(at)[:_SAMPLE])
            length += len(texts[-1])
            if length > _SAMPLE:
                break
    return texts


def _told(text: str, *, few: bool = False) -> str | None:
    text = text[: 2 * _SAMPLE]
    if not text.isascii():
        english = len(_ENGLISH.findall(text)) >= _FEW  # a page in two languages has sentences to read
        for code, script in _SCRIPTS:
            if len(script.findall(text)) > (_MOSTLY if english else _SHARE) * len(text):
                return code
    counts = dict.fromkeys(_WORDS, 0)
    for token, often in Counter(_TOKEN.findall(text.lower())).items():
        if few and token in _ENGLISH_TOO:
            continue
        for code in _codes().get(token, ()):
            counts[code] += 1 if few else often
    best = max(counts, key=lambda code: (counts[code], code == "en"))
    if few and best != "en" and counts["en"] == bool(_COOKIES.search(text)):
        return best if counts[best] >= _FEW else None
    return best if counts[best] >= _ENOUGH else None
