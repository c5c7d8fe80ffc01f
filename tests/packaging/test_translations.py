# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The translations: whole, true to their texts, and as new as the source."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from make.qt import QT_MISSING

from translating import sources
from translating.extracting import MadeUpError, Text, texts_in
from translating.languages import COMPLETE, FORMS, PLURALS, path_of, texts_for

LANGUAGES = (*COMPLETE, *PLURALS)
UPDATE = "run packaging/translations/update.py"
HELD = re.compile(r"%Ln|%n|\{\w*\}")


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ('translate("a", "One")', [Text("a", "One", False)]),
        ('QCoreApplication.translate("a", "%Ln of", None, n)', [Text("a", "%Ln of", True)]),
        ('QT_TRANSLATE_NOOP("a", "One")', [Text("a", "One", False)]),
        (
            'class A:\n def f(self): return self.tr("One"), self.tr("%Ln", "", 2)',
            [("A", "One", False), ("A", "%Ln", True)],
        ),
        ("translate(context, title)", []),
        ('translate("a", spec.title)', []),
        ('"".translate("ab", "cd", 1)', [Text("ab", "cd", False)]),
        ("painter.translate(1)", []),
    ],
)
def test_marked_texts_are_found(code: str, expected: list[Text]) -> None:
    assert list(texts_in(code)) == expected


@pytest.mark.parametrize(
    "code", ['translate("a", f"{x}")', 'translate("a", "b" if x else "c")', 'class A:\n def f(self): self.tr("a" + b)']
)
def test_a_text_that_is_put_together_is_refused(code: str) -> None:
    with pytest.raises(MadeUpError):
        list(texts_in(code))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_source_is_translated(language: str) -> None:
    known = sources.read(path_of(language))
    texts = texts_for(language)
    assert sorted(known) == list(texts), UPDATE
    assert [text for text in texts if not all(known[text]) or not known[text]] == []
    assert [text for text in texts if len(known[text]) != (FORMS if text.plural else 1)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_what_is_filled_in(language: str) -> None:
    known = sources.read(path_of(language))
    wrong = [(text.source, form) for text, form in _forms(known) if _held(text.source) != _held(form)]
    assert wrong == []


@pytest.mark.parametrize("language", COMPLETE)
def test_translations_keep_the_edges_and_one_letter_where_the_text_has_one(language: str) -> None:
    known = sources.read(path_of(language))
    wrong = [(text.source, form) for text, form in _forms(known) if _edges(text.source) != _edges(form)]
    assert wrong == []


@pytest.mark.skipif(bool(QT_MISSING), reason=QT_MISSING or "Qt loads")
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_compiled_says_what_its_source_says(language: str) -> None:
    from PySide6.QtCore import QTranslator

    compiled = QTranslator()
    assert compiled.load(str(path_of(language).with_suffix(".qm")))
    numbers = (1, 2) if FORMS == 2 else ()
    for text, forms in sources.read(path_of(language)).items():
        at = numbers if text.plural else (-1,)
        assert tuple(compiled.translate(text.context, text.source, None, n) for n in at) == forms, UPDATE


def test_a_file_is_written_as_it_was_read(tmp_path: Path) -> None:
    path = path_of("de")
    known = sources.read(path)
    sources.write(tmp_path / "again.ts", "de", known, known)
    assert (tmp_path / "again.ts").read_bytes() == path.read_bytes()


def test_a_new_text_is_unfinished_until_somebody_translates_it(tmp_path: Path) -> None:
    texts = (Text("a", "One & <two>", False), Text("a", "%Ln days", True), Text("b", "Three", False))
    known = {texts[0]: ("Eins & <zwei>",)}
    sources.write(tmp_path / "new.ts", "de", texts, known)
    assert sources.read(tmp_path / "new.ts") == {**dict.fromkeys(texts, ()), **known}


def _forms(known: sources.Translations) -> Iterator[tuple[Text, str]]:
    return ((text, form) for text, forms in known.items() for form in forms)


def _held(text: str) -> list[str]:
    return sorted(HELD.findall(text))


def _edges(text: str) -> tuple[bool, bool, bool, bool, int]:
    """Return what a translation may not lose: spaces at the ends, the ellipsis, the number of mnemonics."""
    return (
        text[0] == " ", text[-1] == " ", text.endswith("…"), text.endswith("."), len(re.findall("&[^& ]", text)),
    )  # fmt: skip
