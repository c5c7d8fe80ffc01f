# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Which kinds of cookies a denial speaks of, and how far it reaches."""

import re

from inspector.core.policy import Scope, Subject
from inspector.policies import denial_words as says
from inspector.policies.denial import Denial
from inspector.policies.patterns import compiled
from inspector.policies.statements import Statement


def such_denials(
    statement: Statement, match: re.Match[str], kind: str, number: str, subject: Subject
) -> tuple[Denial, ...]:
    """ "Marketing cookies follow visitors. We do not use such cookies": the kind is that of the sentence before."""
    before = statement.before
    if before is None or subject is not Subject.SITE or not compiled(says.SUCH).match(kind) or number == "4":
        return ()
    named = compiled(says.NAMED_KIND).match(before.coded)
    if named is None or "ɲ" in before.coded[: named.end()] or before.direct:
        return ()
    fields = denied_kinds(statement.coded, match, adjectives_of(named[1]), match.end())
    return tuple(Denial(match.start(), match.end(), field, Scope.KIND, subject) for field in fields if field)


def kind_of(statement: Statement, match: re.Match[str], number: str) -> str:
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


def further_kinds(statement: Statement, start: int) -> tuple[tuple[str, ...], int]:
    """The kinds that follow in a list, and its end: "no tracking cookies, analytics cookies or advertising cookies"."""
    found: list[str] = []
    while (match := compiled(says.FURTHER_KIND).match(statement.coded, start)) is not None:
        if statement.coded[match.end() - 1] == "ĸ":  # "third-party pixels" are no kind of cookies
            found.append(statement.plain[match.start("kind") : match.end("kind")].strip())
        start = match.end()
    return tuple(found), start


def adjectives_of(kind: str) -> str:
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


def denied_kinds(coded: str, match: re.Match[str], adjectives: str, tail_from: int) -> tuple[str | None, ...]:
    """The fields of the kinds that a list names: each of "analytics or advertising", neither of "paid advertising"."""
    tail = coded[tail_from:]
    turn = compiled(says.NEXT_CLAUSE).search(tail)
    tail = tail[: turn.start()] if turn else tail
    if compiled(says.PURPOSE_TAIL).match(tail) or compiled(says.CONDITION).search(tail) or is_conditioned(coded, match):
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


def special_denial(coded: str, match: re.Match[str], number: str, subject: Subject) -> Denial | None:
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
        limited = is_conditioned(coded, match) or compiled(says.CONDITION).search(coded[match.end() :])
        field = None if limited else "third_party_cookies"
        return Denial(match.start(), match.end(), field, Scope.KIND, Subject.THIRD_PARTIES)
    return None


def flat_denial(statement: Statement, match: re.Match[str], tail_from: int, subject: Subject) -> Denial:
    """A denial of cookies without a kind: of all of them, or only under a condition, on a page, for a purpose."""
    coded, plain = statement.coded, statement.plain
    tail = coded[tail_from:]
    if is_conditioned(coded, match):
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


def is_conditioned(coded: str, match: re.Match[str]) -> bool:
    """Whether what stands before the denial in its sentence limits it."""
    before = coded[max(0, coded.rfind(".", 0, match.start()) + 1) : match.start()]
    return compiled(says.CONDITION_BEFORE).search(before) is not None
