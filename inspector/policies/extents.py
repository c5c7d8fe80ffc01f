# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""How far a policy says that it goes: "only", "the following cookies", "for no other purpose"; and what is stored
elsewhere than in cookies. What is undeclared can be told only against a policy that claims to tell everything.
"""

from collections.abc import Iterator
from typing import Final

from inspector.core.policy import BlockKind, Stance
from inspector.policies.found import Found
from inspector.policies.patterns import compiled, words
from inspector.policies.statements import Frame, Statement

_COMPLETE: Final = (
    r"ʋ++\s+(?:\w+\s+){0,3}?ĸ++\s+(?:only|solely|exclusively|just)\s+(?:to|for|as)\b|\b(?:only"
    r"|solely|exclusively|just)\s+ʋ++\s+(?:[\w-]+\s+){0,4}?ĸ++\s+(?:to|for)\b|ʋ++\s+(?:only"
    r"|just)\s+(?:the\s+following|these|one|two|three|four|five|\w+\s+\"?\w+\"?\s+ĸ++|ĸ++\s+(?:to"
    r"|for))|ĸ++\s+(?:that\s+)?(?:are|is)\s+(?:only|solely|exclusively)\s+(?:ʋ++|needed)\s+(?:to"
    r"|for)"
    r"|\b(?:not|never|no)\b[^.;]{0,40}\bfor\s+any\s+other\s+(?:purposes?|reason)"
    r"|\bfor\s+no\s+other\s+(?:purpose|reason)|ɲ++[^.;]{0,60}\bfor\s+any\s+other\s+(?:purposes?"
    r"|reason)|\b(?:sole|only)\s+purpose|\b(?:complete|exhaustive|full|comprehensive"
    r"|entire)\s+list\b|\b(?:list|table)\s+of\s+all\b"
    r"|\ball\s+(?:of\s+)?(?:the\s+)?ĸ++\s+(?:(?:that\s+)?(?:are\s+)?(?:ʋ++|we)|on\s+[ŋŏ])"
    r"|ʋ++\s+the\s+following\s+(?:types\s+of\s+|kinds\s+of\s+|categories\s+of\s+)?ĸ++"
    r"|\bthe\s+following\s+(?:is\s+a\s+list\s+of\s+|\w+\s+)?ĸ++\s+(?:are|may|is)\s+(?:be\s+)?ʋ++"
    r"|\bthat'?s?\s+(?:is\s+)?all\s+(?:we|there)\b|\bthe\s+only\s+ĸ++"
    r"|ʋ++\s+(?:[\w-]+\s+){0,3}?ĸ++(?![^.;]*\bɲ)[^.;]{0,200}?\b(?:and|but)\s+(?:(?:for|to\s+do)\s+)?nothing\s+(?:else|more)\b(?!\s+(?!on\b|at\b)\w)"
    r"|ʋ++\s+(?:[\w-]+\s+){0,3}?ĸ++,?\s+and\s+no\s+(?:others?|more)\b"
    r"|\b(?:ʋ++\s+only|only\s+ʋ++|only|solely\s+ʋ++|exclusively\s+ʋ++)\s+(?:(?:technically|strictly|absolutely)\s+)?"
    r"(?:necessary|essential|required|functional|session|temporary|first[\s-]party|ŋ++\s+own)"
    r"(?:(?:,|\s+(?:and|or))?\s+[\w-]+){0,3}?\s+ĸ++(?:\s+are\s+ʋ++)?+"  # possessive: what follows is looked at next
    r"(?!\s+(?:if|when|after|where|once|until|unless|during|in|are|is|can|may|will|cannot|that|which|with)\b)"
    r"|(?:(?:ʋ++|there\s+are|has|have)\s+no|ɲ++\s+(?:\w+\s+)?ʋ++(?:\s+any)?|^\W*no)\s+non-?\s?(?:essential|necessary|required|functional)\s+ĸ++"
    r"(?![^.;]*\b(?:unless|until|without|before|if|when|by\s+default|except|prior|from|by\s+ŧ)\b)"
    r"|(?:\bno|ɲ++\s+(?:\w+\s+)?ʋ++(?:\s+any)?)\s+ĸ++\s+(?:other\s+than|except(?:\s+for)?|apart\s+from|besides)\s"
    r"|(?:\bonly\s+ʋ++|ʋ++\s+only)\s+(?:those\s+)?ĸ++\s+(?:that|which)\s+(?:are|is)\s+(?:\w+\s+)?"
    r"(?:necessary|essential|required|needed)\b"
    r"|(?:\bno|ɲ++\s+(?:\w+\s+)?ʋ++(?:\s+any)?)\s+(?:other|further|additional)\s+(?:[\w-]+\s+)?ĸ++"
    r"(?!\s+(?:if|when|for|to|until|unless|without|from|by|of)\b)"
)
_NOT_COMPLETE: Final = (
    r"(?:\bnot|n't)\s+(?:\w+\s+){0,3}?(?:exhaustive|complete|comprehensive|a\s+full)"
    r"|\bnot\s+limited\s+to\b|\bamong\s+others?\b|\bexamples?\s+of\b|\bfor\s+example\b"
    r"|\brepresentative\s+list|\bnot\s+only\b"
)
_ENUMERATES: Final = (
    r"\b(?:following|below|table|list)\b[^.;]{0,60}?ĸ++|ĸ++[^.;]{0,40}\b(?:listed|set\s+out"
    r"|described|shown)\s+(?:\w+\s+)?(?:below|here|in\s+the\s+table)"
)
_COMPLETE_WORDS: Final = words("non only sole excl just othe comp exha full enti all foll that list tabl noth more")
_LIST_WORDS: Final = words("foll belo tabl list set desc show")
_STORAGE_WORDS: Final = words("loca sess web dom html inde beac clea pixe trac bugs flas")
_STORAGES: Final = (
    ("local_storage", r"\blocal\s?storage\b|\bweb\s+storage\b|\bdom\s+storage\b|\bhtml5\s+storage\b"),
    ("session_storage", r"\bsession\s?storage\b"),
    ("indexed_db", r"\bindexed\s?db\b"),
    ("pixel", r"\bweb\s+beacons?\b|\bclear\s+gifs?\b|\bpixel\s+tags?\b|\btracking\s+pixels?\b|\bweb\s+bugs?\b"),
    ("flash", r"\bflash\s+(?:cookies|objects)\b|\blocal\s+shared\s+objects?\b"),
)


def find_extents(statement: Statement) -> Iterator[Found]:
    """Yield claims of completeness, lists of cookies announced, and storage other than cookies."""
    sentence = statement.sentence
    if sentence.kind is BlockKind.HEADING or statement.frame in (Frame.OTHERS, Frame.HYPOTHETICAL):
        return
    place = (sentence.start, sentence.end)
    if statement.topic and statement.frame is Frame.PRACTICE:
        words = sentence.words
        if (
            words & _COMPLETE_WORDS
            and compiled(_COMPLETE).search(statement.coded)
            and not compiled(_NOT_COMPLETE).search(sentence.plain)
        ):
            yield Found("complete", Stance.DECLARED, *place)
        if words & _LIST_WORDS and compiled(_ENUMERATES).search(statement.coded):
            yield Found("enumerates", Stance.DECLARED, *place, weak=True)
    if statement.topic and statement.frame is Frame.PRACTICE and sentence.words & _STORAGE_WORDS:
        for storage, pattern in _STORAGES:
            if compiled(pattern).search(sentence.plain):
                yield Found("storage", Stance.DECLARED, *place, names=(storage,))
