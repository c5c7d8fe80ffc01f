# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The fields of the filter line in the window: those of the language, with the words of the user's language beside."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from inspector.core.filter.fields import DART, FIELDS, Field
from inspector.core.filter.query import fields_by_name
from inspector.gui import purpose_words, words
from inspector.gui.translation import translate
from inspector.gui.verdict_words import VERDICTS

_WORDS: Final[Mapping[str, Callable[[], Mapping[str, str]]]] = {
    "purpose": lambda: {
        **{purpose.value: words.word(purpose_words.PURPOSE, purpose) for purpose in purpose_words.PURPOSE},
        DART: translate("words", purpose_words.DART),
    },
    "group": lambda: {group.value: words.word(purpose_words.GROUP, group) for group in purpose_words.GROUP},
    "tracks": lambda: {tracks.value: words.word(purpose_words.TRACKS, tracks) for tracks in purpose_words.TRACKS},
    "sure": lambda: {sure.value: words.word(purpose_words.CERTAINTY, sure) for sure in purpose_words.CERTAINTY},
    "verdict": lambda: {verdict.value: said.text for verdict, said in VERDICTS.items()},
}


def window_fields() -> Mapping[str, Field]:
    """Return the fields by every name that they can be typed with."""
    return fields_by_name(_translated())


def _translated() -> Iterator[Field]:
    for field in FIELDS:
        told = _WORDS.get(field.name)
        yield field if told is None else field.with_words(told())
