# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Denials of cookies, with their scope: all of them, a kind, a purpose, a condition, a page.

"We do not use cookies" denies cookies; "we do not use persistent cookies", "we do not use cookies to track you" and
"we do not use cookies unless you log in" do not. What is left of a sentence outside its negations can still declare.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from inspector.core.policy import Scope, Stance, Subject
from inspector.core.policy import StatedPurpose as P
from inspector.policies import denial_words as says
from inspector.policies.found import Found
from inspector.policies.patterns import compiled, grammar_matches, stems
from inspector.policies.purposes import purposes_in
from inspector.policies.statements import Frame, Statement
from inspector.policies.subjects import denier, is_general, nearest_actor, only_advertisers
from inspector.policies.terms import B, C, S, T

_GOVERNS: Final = (
    rf"{says.NEGATED_VERB}|\bno\s+(?:[\w-]+\s+){{0,3}}?(?:{C}|{B}|{T}|advert\w*|ads|information|data|analytics"
    rf"|personal\w*|track\w*|social|embed\w*|scripts?|plug-?ins?)"
)


class Denial(NamedTuple):
    """A denial of cookies in one sentence; places are in the sentence. ``field`` is what is denied, if anything is."""

    start: int
    end: int
    field: str | None
    scope: Scope
    subject: Subject


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


def find_denials(statement: Statement) -> Iterator[Found]:
    """Yield the claims that a sentence's denials make; a list's lead-in reaches to its items."""
    sentence = statement.sentence
    for denial in read_denials(statement):
        yield from _claims(statement, denial)
    yield from _other_kinds(statement)
    for purpose, words, pattern in says.OF_PURPOSE:
        if sentence.words & words:
            yield from _of_purpose(statement, pattern, purpose)
    yield from _but_not_for(statement)
    if statement.leads is not None and _is_open(statement.leads):
        for hit in purposes_in(sentence.plain, sentence.words):
            if hit.purpose is P.ANALYTICS and compiled(r"\b(?:other|across|third)\b").search(sentence.plain):
                continue
            yield Found(
                f"purposes.{hit.purpose.value}",
                Stance.DENIED,
                sentence.start,
                sentence.end,
                scope=Scope.PURPOSE,
                purpose=hit.purpose,
            )


def _but_not_for(statement: Statement) -> Iterator[Found]:
    """ "We use cookies, but not to count visits": what follows is denied."""
    sentence = statement.sentence
    if not statement.cookie or statement.frame is not Frame.PRACTICE or "but not" not in sentence.plain:
        return
    for start, end in negated_spans(statement.coded):
        tail = sentence.plain[start:end]
        if tail.startswith("but not"):
            for hit in purposes_in(tail, stems(tail)):
                place = (sentence.start, sentence.end)
                yield Found(
                    f"purposes.{hit.purpose.value}", Stance.DENIED, *place, Subject.SITE, Scope.PURPOSE, hit.purpose
                )


def _other_kinds(statement: Statement) -> Iterator[Found]:
    """ "Only session cookies are used" denies persistent ones, "only our own" those of third parties."""
    if "only" not in statement.sentence.words or statement.frame is not Frame.PRACTICE or not statement.cookie:
        return
    coded, sentence = statement.coded, statement.sentence
    for field, kind, others in says.ONLY:
        match = compiled(says.ONLY_USED.format(kind=kind)).search(coded)
        if match is None or compiled(others).search(coded) or compiled(says.CONDITION).search(coded):
            continue
        if nearest_actor(coded[: match.end()]) is Subject.SITE and not compiled(r"\bnot\s+only\b").search(coded):
            yield Found(field, Stance.DENIED, sentence.start, sentence.end, scope=Scope.KIND)


def is_negated_list(statement: Statement) -> bool:
    """Whether the sentence stands in a list whose lead-in says what is not done: "We do not use cookies to:"."""
    return statement.leads is not None and _is_open(statement.leads)


def _is_open(lead: Statement) -> bool:
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
    kind = _kind(statement, match, number)
    tail_from = max(match.end(), match.end(f"cookie{number}"))
    subject = denier(statement, match, number)
    such = _such(statement, match, kind, number, subject)
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
    special = _special(coded, match, number, subject)
    if special is not None:
        return (special,)
    by = compiled(says.BY_OTHERS).match(coded, match.end(f"cookie{number}"))
    if by is not None and (
        coded[match.start()] != "ɲ" or number == "A" or _places(statement, match)
    ):  # "no cookies are set by third parties"
        general = is_general(statement.plain[by.start("whom") : by.end("whom")])
        field = "third_party_cookies" if general and not kind.strip() and not _conditioned(coded, match) else None
        end = max(by.end(), tail_from)
        return (Denial(match.start(), end, field, Scope.KIND, Subject.THIRD_PARTIES),)
    adjectives = _adjectives(kind)
    both = compiled(says.BY_EVERYBODY).match(coded, match.end(f"cookie{number}")) if not adjectives else None
    if both is not None and is_general(statement.plain[both.start("whom") : both.end("whom")]):
        end = max(both.end(), tail_from)
        limited = _conditioned(coded, match) or not compiled(says.FLAT_TAIL).match(coded[end:])
        return (Denial(match.start(), end, None if limited else "everybody", Scope.ALL, Subject.SITE),)
    if adjectives:
        more, tail_from = _further_kinds(statement, tail_from)
        adjectives = "/".join((adjectives, *more))
        if compiled(says.THIRD_FOR).match(adjectives + coded[tail_from:]) and not _conditioned(coded, match):
            return (Denial(match.start(), tail_from, None, Scope.PURPOSE, subject),)
        return tuple(
            Denial(match.start(), tail_from, field, Scope.KIND, subject)
            for field in _denied_kinds(coded, match, adjectives, tail_from)
        )
    return (_flat(statement, match, tail_from, subject),)


def _such(statement: Statement, match: re.Match[str], kind: str, number: str, subject: Subject) -> tuple[Denial, ...]:
    """ "Marketing cookies follow visitors. We do not use such cookies": the kind is that of the sentence before."""
    before = statement.before
    if before is None or subject is not Subject.SITE or not compiled(says.SUCH).match(kind) or number == "4":
        return ()
    named = compiled(says.NAMED_KIND).match(before.coded)
    if named is None or "ɲ" in before.coded[: named.end()] or before.direct:
        return ()
    fields = _denied_kinds(statement.coded, match, _adjectives(named[1]), match.end())
    return tuple(Denial(match.start(), match.end(), field, Scope.KIND, subject) for field in fields if field)


def _kind(statement: Statement, match: re.Match[str], number: str) -> str:
    """The words between the negation and the cookies, coded; "social media cookies" are of a kind, not of a party."""
    coded = statement.coded
    if number in ("4", "G"):  # "tracking cookies are not used": the words before
        first = max(0, match.start() - 80)
        found = compiled(r"(?:[\w-]+(?:,\s+|,?\s+(?:and|or)\s+)){0,4}[\w-]+\s+\"?$").search(
            coded[first : match.start()]
        )
        start, end = (first + found.start(), match.start()) if found else (0, 0)
    else:
        start, end = match.span(f"kind{number}") if f"kind{number}" in match.re.groupindex else (0, 0)
    plain = statement.plain[start:end]
    return "".join(word if letter == "ŧ" else letter for letter, word in zip(coded[start:end], plain, strict=True))


def _further_kinds(statement: Statement, start: int) -> tuple[tuple[str, ...], int]:
    """The kinds that follow in a list, and its end: "no tracking cookies, analytics cookies or advertising cookies"."""
    found: list[str] = []
    while (match := compiled(says.FURTHER_KIND).match(statement.coded, start)) is not None:
        if statement.coded[match.end() - 1] == "ĸ":  # "third-party pixels" are no kind of cookies
            found.append(statement.plain[match.start("kind") : match.end("kind")].strip())
        start = match.end()
    return tuple(found), start


def _adjectives(kind: str) -> str:
    """The words of a kind that say which cookies; "or store" and "or beacons" say nothing of that."""
    kept: list[str] = []
    before = ""
    for word in kind.split():
        bare = word.strip("\"'(),/")
        joins = before in {"or", "and"} or before.startswith("ɲ")
        if bare.startswith("ɲ") or bare in {"or", "and"}:
            kept.append("/")
        elif (
            bare and bare not in says.DETERMINERS and not bare.startswith("ŵ") and not (joins and bare.startswith("ʋ"))
        ):
            kept.append(bare + ("/" if word.endswith((",", "/")) else ""))
        before = bare
    return " ".join(kept).strip("/ ")


def _denied_kinds(coded: str, match: re.Match[str], adjectives: str, tail_from: int) -> tuple[str | None, ...]:
    """The fields of the kinds that a list names: each of "analytics or advertising", neither of "paid advertising"."""
    tail = coded[tail_from:]
    turn = compiled(says.NEXT_CLAUSE).search(tail)
    tail = tail[: turn.start()] if turn else tail
    if compiled(says.PURPOSE_TAIL).match(tail) or compiled(says.CONDITION).search(tail) or _conditioned(coded, match):
        return (None,)
    fields: list[str] = []
    for part in adjectives.split("/"):
        held = [name for name, pattern in says.KINDS if compiled(pattern).search(part)]
        if len(held) > 1 and held[0] == "third_party_cookies":
            del held[0]  # "third-party analytics cookies": not all of third parties
        fields.extend(held[:1])
        if held[:1] == ["cross_site_tracking"] and "purposes.social" in held:
            fields.append("purposes.social")  # "social media tracking cookies"
    if {"first_party_cookies", "third_party_cookies"} <= set(fields):
        return ("everybody",)
    return tuple(dict.fromkeys(fields)) or (None,)


def _special(coded: str, match: re.Match[str], number: str, subject: Subject) -> Denial | None:
    """The forms whose words alone say what is denied."""
    if number == "W" and compiled(says.DOES_WITHOUT).search(coded[: match.start()]) is None:
        return Denial(match.start(), match.end(), None, Scope.KIND, subject)
    if number in ("8", "R", "Y"):
        return Denial(match.start(), match.end(), None, Scope.KIND, subject)
    if number == "5" and compiled(r"\b(?:statistics|analytics|stats)\b[^.;]{0,20}$").search(coded[: match.start()]):
        return Denial(match.start(), match.end(), "purposes.analytics", Scope.KIND, Subject.SITE)
    if number == "0":
        return Denial(match.start(), match.end(), "everybody", Scope.ALL, Subject.SITE)
    if number == "Z":
        return Denial(match.start(), match.end(), None, Scope.PURPOSE, Subject.SITE)
    if number == "9":
        return Denial(coded.index("ɲ", match.end("cookie9")), match.end(), None, Scope.PURPOSE, subject)
    if number == "T":
        limited = _conditioned(coded, match) or compiled(says.CONDITION).search(coded[match.end() :])
        field = None if limited else "third_party_cookies"
        return Denial(match.start(), match.end(), field, Scope.KIND, Subject.THIRD_PARTIES)
    return None


def _flat(statement: Statement, match: re.Match[str], tail_from: int, subject: Subject) -> Denial:
    """A denial of cookies without a kind: of all of them, or only under a condition, on a page, for a purpose."""
    coded, plain = statement.coded, statement.plain
    tail = coded[tail_from:]
    if _conditioned(coded, match):
        return Denial(match.start(), tail_from, None, Scope.CONDITION, subject)
    if compiled(says.PAGE).match(tail) or compiled(says.PAGE).match(plain[tail_from:]):
        return Denial(match.start(), tail_from, None, Scope.PAGE, subject)
    listed = compiled(says.LIST_TAIL).match(tail) if coded[match.start()] == "ɲ" else None
    if listed is None and match.groupdict().get("cookie6") is not None and not compiled(says.CONDITION).search(tail):
        listed = compiled(r",\s|\s+(?:and|or)\s").match(tail)  # "free of cookies, counters and the like"
    if listed is not None:
        return Denial(match.start(), len(coded), "cookies", Scope.ALL, subject)
    if compiled(says.FLAT_TAIL).match(tail) and not compiled(
        r"^\W*(?:\w+\W+){0,4}(?:unless|except|until|without|before|other\s+than|apart|if)\b"
    ).match(tail):
        rest = compiled(
            r"\s+(?:or|nor)\s+(?:any\s+)?(?:third[\s-]party|ŧ++)\s+(?:ŵ++|ĸ++)|\s+by\s+(?:us|me|[ŋŏ]++)(?:\s+ŋ++)?"
        ).match(coded, tail_from)
        return Denial(match.start(), rest.end() if rest else tail_from, "cookies", Scope.ALL, subject)
    scope = Scope.PURPOSE if compiled(says.PURPOSE_TAIL).match(tail) else Scope.CONDITION
    return Denial(match.start(), tail_from, None, scope, subject)


def _conditioned(coded: str, match: re.Match[str]) -> bool:
    before = coded[max(0, coded.rfind(".", 0, match.start()) + 1) : match.start()]
    return compiled(says.CONDITION_BEFORE).search(before) is not None


def _claims(statement: Statement, denial: Denial) -> Iterator[Found]:
    sentence = statement.sentence
    if denial.subject in (Subject.OTHER_SITES, Subject.NAMED_THIRD_PARTY):
        return
    place = (sentence.start, sentence.end)
    if denial.field == "everybody":
        for field in ("cookies", "first_party_cookies", "third_party_cookies"):
            yield Found(field, Stance.DENIED, *place)
    elif denial.field == "cookies":
        if denial.subject is Subject.SITE:
            yield Found("cookies", Stance.DENIED, *place)
            yield Found("first_party_cookies", Stance.DENIED, *place)
            if compiled(says.OTHERS_DO_SO).match(statement.coded, denial.end):
                yield Found("cookies", Stance.DECLARED, *place, Subject.THIRD_PARTIES)
                yield Found("third_party_cookies", Stance.DECLARED, *place, Subject.THIRD_PARTIES)
        else:
            weak = only_advertisers(statement)
            yield Found("third_party_cookies", Stance.DENIED, *place, subject=denial.subject, weak=weak)
    elif denial.field is not None:
        purpose = P(denial.field.partition(".")[2]) if denial.field.startswith("purposes.") else None
        weak = denial.field == "third_party_cookies" and only_advertisers(statement)
        yield Found(denial.field, Stance.DENIED, *place, denial.subject, Scope.KIND, purpose, weak=weak)
    elif denial.scope is Scope.PURPOSE:
        yield from _denied_purposes(statement, denial)
    if (
        denial.scope is not Scope.ALL
        and denial.subject is Subject.SITE
        and not any(other.field == "cookies" for other in read_denials(statement))
        and compiled(says.EXCEPTED).search(statement.plain[denial.end :])
    ):
        for field in ("cookies", "first_party_cookies"):  # "no cookies unless you log in": then there are some
            yield Found(field, Stance.DECLARED, *place, scope=Scope.CONDITION)


def _denied_purposes(statement: Statement, denial: Denial) -> Iterator[Found]:
    sentence = statement.sentence
    end = compiled(says.ENDS_CLAUSE).search(statement.coded, denial.end)
    tail = sentence.plain[denial.end : end.start() if end else len(sentence.plain)]
    if not compiled(
        r"^\W*(?:(?:or|and)\s+[\w\s-]{0,40})?(?:on\s+[\w\s]{0,20})?(?:in\s+order\s+)?(?:to|for|as)\b"
    ).match(tail):
        return
    if compiled(
        r"^\W*for\s+(?:\w+\s+){0,2}?(?:visitors|users|people|customers|members|those|children|anyone|readers)\b"
    ).match(tail):
        return  # whom it is not done to
    others_do = compiled(says.OTHERS_DO).search(statement.coded) is not None
    elsewhere = compiled(r"\b(?:other|across|outside|elsewhere|beyond|around\s+the\s+(?:internet|web))\b").search(tail)
    for hit in purposes_in(tail, stems(tail)):
        if hit.purpose is P.ANALYTICS and elsewhere is not None and not tail.startswith(("analy", "stat"), hit.start):
            continue  # tracking on other sites is no statistics of this one
        yield Found(
            f"purposes.{hit.purpose.value}",
            Stance.DENIED,
            sentence.start,
            sentence.end,
            denial.subject,
            Scope.PURPOSE,
            hit.purpose,
        )
        if others_do:
            place = (sentence.start, sentence.end, Subject.THIRD_PARTIES)
            yield Found(f"purposes.{hit.purpose.value}", Stance.DECLARED, *place, Scope.PURPOSE, hit.purpose)
            yield Found("third_party_cookies", Stance.DECLARED, *place)
            yield Found("cookies", Stance.DECLARED, *place)


def _spelled(coded: str, plain: str, *, whole: bool) -> str:
    """A coded text with its third parties in letters again; if not ``whole``, only those that are a trade by name."""
    parts = list(coded)
    for match in compiled(r"ŧ++").finditer(coded):
        words = plain[match.start() : match.end()]
        if whole or words.endswith((" advertising", " advertisements", " ads", " analytics", " marketing")):
            parts[match.start() : match.end()] = words
    return "".join(parts)


def _of_purpose(statement: Statement, pattern: str, purpose: P) -> Iterator[Found]:
    """Denials of a purpose that need not name cookies: "We do not show ads", "we use no analytics"."""
    sentence = statement.sentence
    coded = statement.coded
    if "ŧ" in coded:  # the words that name a third party name the purpose too
        coded = _spelled(coded, sentence.plain, whole=purpose is not P.ADVERTISING)
    match = compiled(pattern).search(coded)
    if match is None or statement.frame in (Frame.OTHERS, Frame.HYPOTHETICAL, Frame.CONTROL, Frame.CONSEQUENCE):
        return
    tail = sentence.plain[match.end() :]
    if (
        compiled(says.LIMITED_TAIL).match(tail)
        or compiled(r"\b(?:unless|except|until|beyond|without\s+your|if|when)\b").search(tail[:60])
        or _conditioned(coded, match)
    ):
        return
    before = coded[: match.start()]
    if sentence.plain.startswith("avoid", match.start()) and compiled(r"\bto\s+$").search(before):
        return  # "to avoid showing ads twice" is what is done with them
    actor = compiled(r"([ŋŏ]++|ŧ++|ø++|\byou\b)[^ŋŏŧø]{0,40}$").search(before)
    if actor is not None and actor[1][0] != "[ŋŏ]" and not compiled(S).search(before):
        return
    field = f"purposes.{purpose.value}"
    yield Found(field, Stance.DENIED, sentence.start, sentence.end, Subject.SITE, Scope.PURPOSE, purpose)
