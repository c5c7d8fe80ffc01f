# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Qt's ``.ts`` files: which texts they translate and how, read and written so that a change is one line of difference.

The format: https://doc.qt.io/qt-6/linguist-ts-file-format.html
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as Xml

from translating.extracting import Text

FORMS: Final = 2  # of plural, as English and German have; Qt knows them by the language of the file

Translations = dict[Text, tuple[str, ...]]
"""A text and what it is in a language: one form, or one for each number. Not translated yet is no form."""


def read(path: Path) -> Translations:
    """Return what a file translates; an absent one translates nothing."""
    if not path.exists():
        return {}
    return {
        _text(context.findtext("name", ""), message): _forms(message)
        for context in Xml.parse(path).getroot().iter("context")  # noqa: S314 - a file of our own tree
        for message in context.iter("message")
    }


def write(path: Path, language: str, texts: Iterable[Text], known: Mapping[Text, tuple[str, ...]]) -> None:
    """Write the texts with the translations that are known; the others stand there as unfinished."""
    root = Xml.Element("TS", version="2.1", language=language, sourcelanguage="en")
    contexts: dict[str, Xml.Element] = {}
    for text in texts:
        if text.context not in contexts:
            contexts[text.context] = Xml.SubElement(root, "context")
            Xml.SubElement(contexts[text.context], "name").text = text.context
        _add(contexts[text.context], text, known.get(text, ()))
    Xml.indent(root, " ")
    body = Xml.tostring(root, "unicode", short_empty_elements=False)
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', "utf-8")


def _add(context: Xml.Element, text: Text, forms: tuple[str, ...]) -> None:
    message = Xml.SubElement(context, "message", {"numerus": "yes"} if text.plural else {})
    Xml.SubElement(message, "source").text = text.source
    translation = Xml.SubElement(message, "translation", {} if forms else {"type": "unfinished"})
    if not text.plural:
        translation.text = forms[0] if forms else ""
        return
    for form in forms or ("",) * FORMS:
        Xml.SubElement(translation, "numerusform").text = form


def _text(context: str, message: Xml.Element) -> Text:
    return Text(context, message.findtext("source", ""), message.get("numerus") == "yes")


def _forms(message: Xml.Element) -> tuple[str, ...]:
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        return ()
    plural = tuple(form.text or "" for form in translation.iter("numerusform"))
    return plural or (translation.text or "",)
