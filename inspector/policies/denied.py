# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""From the denials of a sentence to its claims."""

from collections.abc import Iterator

from inspector.core.policy import Scope, Stance, Subject
from inspector.core.policy import StatedPurpose as P
from inspector.policies import denial_words as says
from inspector.policies.denial import Denial
from inspector.policies.denial_kinds import (
    is_conditioned,
)
from inspector.policies.denials import is_open_list, negated_spans, read_denials
from inspector.policies.found import Found
from inspector.policies.patterns import compiled, stems
from inspector.policies.purposes import purposes_in
from inspector.policies.statements import Frame, Statement
from inspector.policies.subjects import nearest_actor, only_advertisers
from inspector.policies.terms import S


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
    if statement.leads is not None and is_open_list(statement.leads):
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
        or is_conditioned(coded, match)
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
