# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Denials of cookies, with their scope: all of them, a kind, a purpose, a condition, a page.

"We do not use cookies" denies cookies; "we do not use persistent cookies", "we do not use cookies to track you" and
"we do not use cookies unless you log in" do not. What is left of a sentence outside its negations can still declare.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from inspector.core.policy import Scope, Subject
from inspector.policies import denial_words as says
from inspector.policies.denial import Denial
from inspector.policies.denial_kinds import (
    adjectives_of,
    denied_kinds,
    flat_denial,
    further_kinds,
    is_conditioned,
    kind_of,
    special_denial,
    such_denials,
)
from inspector.policies.patterns import compiled, grammar_matches
from inspector.policies.statements import Frame, Statement
from inspector.policies.subjects import denier, is_general
from inspector.policies.terms import B, C, T

_GOVERNS: Final = (
    rf"{says.NEGATED_VERB}|\bno\s+(?:[\w-]+\s+){{0,3}}?(?:{C}|{B}|{T}|advert\w*|ads|information|data|analytics"
    rf"|personal\w*|track\w*|social|embed\w*|scripts?|plug-?ins?)"
)


def read_denials(statement: Statement) -> tuple[Denial, ...]:
    """Return the denials of cookies that a sentence makes, each with what it reaches; worked out once."""
    if statement.denials is None or statement.denials[0] != (statement.frame, statement.topic):
        statement.denials = ((statement.frame, statement.topic), _find(statement))
    return statement.denials[1]


def _find(statement: Statement) -> tuple[Denial, ...]:
    if "cook" not in statement.sentence.words and not statement.topic:
        return ()
    coded = statement.coded
    if (
        "ɲ" not in coded
        and "no" not in coded
        and "free" not in coded
        and "without" not in coded
        and "zero" not in coded
    ):
        return ()
    found: list[Denial] = []
    for match in grammar_matches(says.DENIED, coded):
        if _counts(statement, match) and (
            match.groupdict().get("cookieH") is None or _goes_on(statement, match, found)
        ):
            found += _read(statement, match)
    return tuple(found)


def _goes_on(statement: Statement, match: re.Match[str], before: Sequence[Denial]) -> bool:
    """Whether "and neither do third parties" goes on with a denial of cookies as such.

    "We do not use cookies to track you, nor do others" denies the tracking; "nor do our partners" speaks of them only.
    """
    of_anybody = compiled(says.ANYBODY).search(statement.plain[match.start() : match.end()])
    return of_anybody is not None and bool(before) and before[-1].field == "cookies"


@lru_cache(maxsize=256)
def negated_spans(coded: str) -> tuple[tuple[int, int], ...]:
    """Return the parts of a coded sentence that a negation governs: what stands there is not what is done."""
    if "ɲ" not in coded and "no " not in coded and "but not" not in coded:
        return ()
    spans = []
    for match in compiled(r"(?<=\s)but\s+not\s+(?:to|for)\b").finditer(coded):
        end = compiled(says.ENDS_CLAUSE).search(coded, match.end())
        spans.append((match.start(), end.start() if end else len(coded)))
    for match in compiled(_GOVERNS).finditer(coded):
        if compiled(says.NO_NEED).search(coded, max(0, match.start() - 40), match.end() + 20):
            continue
        if compiled(r"\bto\s+ɲ{5}(?!ɲ)").match(coded, max(0, match.start() - 3)):
            continue  # "to avoid showing ads twice"
        listing = compiled(r"\s*:").match(coded, match.end()) if match[0].endswith(" do") else None
        end = compiled(says.ENDS_CLAUSE).search(
            coded, listing.end() if listing else match.end()
        )  # "what it does not do: set cookies"
        spans.append((match.start(), end.start() if end else len(coded)))
    return tuple(spans)


def is_negated_list(statement: Statement) -> bool:
    """Whether the sentence stands in a list whose lead-in says what is not done: "We do not use cookies to:"."""
    return statement.leads is not None and is_open_list(statement.leads)


def is_open_list(lead: Statement) -> bool:
    text = lead.coded.rstrip(" \"'")
    return text.endswith((":", " to", " for")) and any(
        denial.scope is Scope.PURPOSE and not compiled(says.ENDS_CLAUSE).search(lead.coded.rstrip(": "), denial.end)
        for denial in read_denials(lead)
    )


def _counts(statement: Statement, match: re.Match[str]) -> bool:
    if statement.frame in (Frame.OTHERS, Frame.HYPOTHETICAL, Frame.CONTROL, Frame.CONSEQUENCE):
        return False
    before = statement.coded[: match.start()]
    finds = compiled(r"(?:find|see|get)\s+no\b|(?:will\s+not|won't|will\s+never)\s+(?:find|see|encounter)\b").match(
        statement.plain, match.start()
    )
    if match.groupdict().get("cookieW") is not None and not (
        compiled(says.WORKS).search(before) or _is_done_without(statement.coded, match)
    ):
        return False  # "without cookies, you cannot log in"
    if match.groupdict().get("cookieG") is not None and compiled(r"[ŋŏʋɲø.;]").search(before):
        return False  # "Advertising cookies: none" is a label and its answer
    listed = match.groupdict().get("cookieF") is not None
    if listed and compiled(r"[ŋŏʋɲŧø]").search(statement.coded) and not compiled(says.LIST_OF_NONE).search(before):
        return False  # "no ads, no cookies" in a sentence that says more
    if (
        finds is not None
        and compiled(r"\byou\s+(?:\w+\s+)?$").search(before)
        and "ɲ" not in statement.coded[match.start()]
    ):
        return compiled(r"(?:\bwill|'ll)\s*$").search(before) is not None  # "you see no cookies because ..."
    if finds is None and compiled(r"\b(?:if|whether|you|users?|visitors?|browsers?|or\s+you)\s+(?:\w+\s+)?$").search(
        before
    ):
        return False
    if match.groupdict().get("cookie4") and not compiled(says.NOT_SET).match(statement.plain, match.end("cookie4")):
        return False
    # "may be set that we do not control": the verb of the denial is the cookie's own
    return compiled(says.NO_NEED).search(statement.coded, max(0, match.start() - 40), match.end()) is None


def _places(statement: Statement, match: re.Match[str]) -> bool:
    """Whether what is not done is to set cookies: "we do not read cookies set by others" says that others set some."""
    return (
        compiled(r"\b(?:us(?:e|es|ing)|set|sets|plac\w+|send|includ\w+|serve|install|deploy|embed)\b").search(
            statement.plain[match.start() : match.end()]
        )
        is not None
        and "read" not in statement.sentence.words
    )


def _is_done_without(coded: str, match: re.Match[str]) -> bool:
    """ "We use Matomo without cookies."; "the site cannot be used without cookies" is another matter."""
    before = coded[: match.start()]
    return (
        compiled(r"\W*$").match(coded, match.end()) is not None
        and compiled(r"ɲ|\b(?:only|if|not|no)\b").search(before) is None
        and compiled(r"[ŋŧ]+\s[^.;]*ʋ|ʋ++\s[^.;]*ŧ").search(before) is not None
    )


def _read(statement: Statement, match: re.Match[str]) -> tuple[Denial, ...]:
    """What one denial reaches; a list of kinds denies each of them."""
    coded = statement.coded
    groups = match.groupdict()
    number = next((key[6:] for key in groups if key.startswith("cookie") and groups[key] is not None), "")
    kind = kind_of(statement, match, number)
    tail_from = max(match.end(), match.end(f"cookie{number}"))
    subject = denier(statement, match, number)
    such = such_denials(statement, match, kind, number, subject)
    if such:
        return such
    if compiled(r"^(?:the|these|those|our|such|[ŋŏ]++)(?!\w)").match(kind.lstrip("\"'(")):
        # "does not use the cookies to", "no such cookies": there are some, or others were spoken of
        end = (
            match.start("kind" + number)
            if subject is Subject.SITE and number != "4" and "such" not in kind
            else tail_from
        )
        return (Denial(match.start(), end, None, Scope.PURPOSE, subject),)
    special = special_denial(coded, match, number, subject)
    if special is not None:
        return (special,)
    by = compiled(says.BY_OTHERS).match(coded, match.end(f"cookie{number}"))
    if by is not None and (
        coded[match.start()] != "ɲ" or number == "A" or _places(statement, match)
    ):  # "no cookies are set by third parties"
        general = is_general(statement.plain[by.start("whom") : by.end("whom")])
        field = "third_party_cookies" if general and not kind.strip() and not is_conditioned(coded, match) else None
        end = max(by.end(), tail_from)
        return (Denial(match.start(), end, field, Scope.KIND, Subject.THIRD_PARTIES),)
    adjectives = adjectives_of(kind)
    both = compiled(says.BY_EVERYBODY).match(coded, match.end(f"cookie{number}")) if not adjectives else None
    if both is not None and is_general(statement.plain[both.start("whom") : both.end("whom")]):
        end = max(both.end(), tail_from)
        limited = is_conditioned(coded, match) or not compiled(says.FLAT_TAIL).match(coded[end:])
        return (Denial(match.start(), end, None if limited else "everybody", Scope.ALL, Subject.SITE),)
    if adjectives:
        more, tail_from = further_kinds(statement, tail_from)
        adjectives = "/".join((adjectives, *more))
        if compiled(says.THIRD_FOR).match(adjectives + coded[tail_from:]) and not is_conditioned(coded, match):
            return (Denial(match.start(), tail_from, None, Scope.PURPOSE, subject),)
        return tuple(
            Denial(match.start(), tail_from, field, Scope.KIND, subject)
            for field in denied_kinds(coded, match, adjectives, tail_from)
        )
    return (flat_denial(statement, match, tail_from, subject),)
