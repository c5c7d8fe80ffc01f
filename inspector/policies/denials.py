# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Denials of cookies, with their scope: all of them, a kind, a purpose, a condition, a page.

"We do not use cookies" denies cookies; "we do not use persistent cookies", "we do not use cookies to track you" and
"we do not use cookies unless you log in" do not. What is left of a sentence outside its negations can still declare.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from inspector.core.policy import Scope, Stance, Subject
from inspector.core.policy import StatedPurpose as P
from inspector.policies.found import Found
from inspector.policies.patterns import compiled, stems, words
from inspector.policies.purposes import purposes_in
from inspector.policies.statements import Frame, Statement
from inspector.policies.terms import C, N, S, T, U, code

# From the negation to the verb and on to the cookies: no other clause may begin between them.
_STEP: Final = r"(?:(?!\b(?:that|which|who|but|if|unless|because|when)\b)[\w\"'/,&()-]+\s+)"
_DENIED: Final = (
    rf"{N}\s+(?:(?:currently|ourselves|itself|presently|at\s+this\s+time|in\s+any\s+way|also|ever"
    rf"|actively|directly|knowingly|make|any|the|intend|plan|to|allow|permit|ŧ+|[ŋŏ]+"
    rf"|,)\s+){{0,4}}{U}\s+(?:of\s+)?(?P<kind>{_STEP}{{0,6}}?)\"?(?P<cookie>{C})"
    rf"|(?:{U}|there\s+are|with|are|find|see"
    rf"|get)\s+no\s+(?P<kind2>(?:[\w\"'/-]+\s+){{0,4}}?)\"?(?P<cookie2>{C})"
    rf"|(?:^|[,;:.]\s*|\band\s+|\bthat\s+)no\s+(?P<kind3>(?:[\w\"'/-]+\s+){{0,4}}?)\""
    rf"?(?P<cookie3>{C})\s+(?:at\s+all\s+)?(?:(?:are|is|will\s+be|were"
    rf"|have\s+been)\s+(?:\w+\s+)?{U})"
    rf"|(?P<kind4>(?:(?<=\s)|^)(?:[\w\"'-]+\s+)?)\"?(?P<cookie4>{C})\s+{N}\s+(?:currently\s+"
    rf"|be\s+)?{U}"
    rf"|(?P<kind5>)(?P<cookie5>cookie-?(?:free|less))\b|(?P<kind6>)\bfree\s+of\s+(?P<cookie6>{C})"
    rf"|{N}\s+(?P<kind7>(?:[\w-]+,?\s+){{1,6}}?nor\s+)(?P<cookie7>{C})"
    rf"|{N}\s+{U}\s+any\s+of\s+(?P<kind8>those|these|them)(?P<cookie8>)"
    rf"|(?P<kind9>)(?P<cookie9>{C})\s+(?:(?!\b(?:that"
    rf"|which)\s+ŧ)[\w-]+\s+){{1,5}}?{N}\s+(?:be\s+)?{U}(?=\s+(?:to|for|in\s+order)\b)"
    rf"|{N}\s+{S}\s+{N}\s+(?:{S}\s+)?(?P<kind0>){T}\s+(?:\w+\s+)?{U}\s+(?:any\s+)?(?P<cookie0>{C})"
)
_NOT_SET: Final = (
    r"\W*\s*(?:are|is|were|will|would|have|has|may|can|do|does)?\s*(?:not|n't|never"
    r"|no\s+longer)\s+(?:currently\s+)?(?:be\s+|being\s+|get\s+)?(?:used|set|placed|sent|employed"
    r"|installed|recorded|deployed|utili[sz]ed|issued|stored\s+by\s+(?:us|our|this))\b"
)
_FLAT_TAIL: Final = (
    r"\W*(?:(?:\([^)]{0,120}\)|on\s+(?:your|the\s+user's|users?'?|visitors?'?"
    r"|their)\s+(?:\w+\s+)?(?:computers?|devices?|machines?|hard\s+(?:drive|disk)s?|browsers?|pc"
    r"|systems?)|at\s+all|whatsoever|of\s+any\s+(?:kind|sort|type)|anywhere|any\s?more|here|either"
    r"|currently|at\s+(?:this|the\s+present)\s+(?:time|moment)|yet|by\s+us|by\s+me|ourselves"
    r"|itself"
    r"|(?:on|in|with|within|throughout|at|across|through|for|by)\s+(?:(?:any|all|part|parts|pages?"
    r"|of|the)\s+){0,4}[ŋŏ]+(?:'s)?(?:\s+[ŋŏ]+)?(?:\s+(?:itself|pages|page|server|software))?"
    r"|(?:or|and|nor)\s+(?:any\s+)?(?:other\s+)?(?:ŵ+|\w+\s+(?:technolog\w+|devices"
    r"|files))(?:\s+(?:of\s+any\s+kind|such\s+as\s+ŵ+|like\s+ŵ+))?|ŵ+|or|and|nor)\W*)*"
    r"(?:$|[.;!]|,?\s*(?:which\s+(?:are|is)|so\b|because\b|since\b|therefore\b|and\s+(?:[ŋŏ]+|ɲ+"
    r"|therefore|so|thus|as\s+such|you|no|nor|there)|but\b|however\b|although\b|though\b|nor\b"
    r"|as\s+[ŋŏ]|while\b|-\s|a\s+technolog|ŧ))"
)
_CONDITION: Final = (
    r"\b(?:unless|except|until|before|without|other\s+than|only\s+(?:if|when|where|after)"
    r"|by\s+default|default|apart\s+from|aside\s+from|save\s+for|if|when|where|in\s+case"
    r"|not\s+logged|prior\s+to|after|once|always|necessarily|longer\s+than|in\s+the\s+(?:eu"
    r"|eea))\b"
)
_EXCEPTED: Final = (
    r"^[^.;]{0,80}?\b(?:unless|except|until|other\s+than|apart\s+from|aside\s+from|only\s+(?:if"
    r"|when|after)|before|without)\b"
)
_CONDITION_BEFORE: Final = (
    r"\b(?:unless|except|if|when|by\s+default|typically|generally|usually|normally|in\s+general"
    r"|until|as\s+a\s+rule|in\s+most\s+cases|before|without|where|mostly)\b|\b(?:on|in"
    r"|for)\s+(?:this|these|the\s+\w+|our\s+\w+|some|certain|most)\s+(?:pages?|sections?|areas?"
    r"|parts?|forms?|apps?|e-?mails?|newsletters?|emails)\b"
)
_PAGE: Final = (
    r"^\W*(?:on|in|for|with)\s+(?:(?:this|these|the|our|[ŋŏ]+|some|certain"
    r"|any\s+of)\s+){0,3}(?:pages?|sections?|areas?|parts?|forms?|apps?|applications?|e-?mails?"
    r"|newsletters?|emails|mobile\s+\w+|downloads?|software|products?)\b"
)
_PURPOSE_TAIL: Final = (
    r"^\W*(?:\([^)]*\)\s*)?(?:(?:or|and)\s+ŵ+\s+)?(?:on\s+[ŋŏ]+\s+)?(?:(?:in\s+(?:order"
    r"|an\s+attempt)\s+)?to\b|for\b|that\b|as\s+a\s+means|in\s+connection|which\s+(?!are|is)"
    r"|containing|with|from|as\b|\w+ing\b)"
)
_ENDS_CLAUSE: Final = (
    r"[;.:]|,\s*(?:but|however|although|though|and\s+(?:[ŋŏ]+|they|it|you)|except|which|so)\b"
    r"|\bbut\b|\bhowever\b|\bother\s+than\b|\bexcept\b|\baside\s+from\b|\bapart\s+from\b"
    r"|\bunless\b|\balthough\b|\bbecause\b|\bsince\b|\bso\s+that\b|\bso\s+[ŋŏ]+|\balthough\b|\s-\s"
    r"|\bnor\b|\bonly\b|\buntil\b|\band\s+(?:therefore|instead|only)\b|\beven\s+though\b"
)
# Negated verbs that say what is not done with cookies, and so hide the purposes behind them.
_NEGATED_VERB: Final = (
    rf"{N}\s+(?:(?:be|currently|ever|also|intend|plan|to|in\s+any\s+way|allow|permit|knowingly"
    rf"|directly|actually|themselves|otherwise|ŧ+|generally|usually|typically|normally"
    rf"|necessarily)\s+){{0,3}}"
    rf"(?:{U}|track\w*|collect\w*|shar\w*|sell|sold|disclos\w*|display\w*|show\w*|serve\w*"
    rf"|identif\w*|link\w*|ti(?:e|ed)|combin\w*|associat\w*|engage\w*|participat\w*|monitor\w*"
    rf"|profil\w*|target\w*|respond\w*|gather\w*|retain\w*|pass\w*|give|run|carry|host|accept|do"
    rf"|reveal|contain\w*|store\w*|tell|know|conduct\w*|perform\w*|advertis\w*|have|market\w*"
    rf"|analy[sz]\w*|permit\w*|allow\w*|send|sent|remain\w*|persist\w*|stay\w*|last"
    rf"|expire\w*)\b(?!\s+(?:any\s+)?(?:access|control))"
)
_NO_NEED: Final = (
    r"\b(?:so\s+(?:that\s+)?(?:you|they|users|visitors)|you|users|visitors|they)\s+ɲ+\s+(?:have"
    r"|need|be\s+(?:required|asked|prompted|forced))|\bɲ+\s+(?:have|having|need|needing"
    r"|required)\s+to\b"
)
_KINDS: Final = (
    ("persistent_cookies", r"persist|permanent|long-term|long-lived"),
    ("session_cookies", r"session|temporary"),
    ("third_party_cookies", r"third[\s-]part|external"),
    ("cross_site_tracking", r"\btrack|identifying|spy|profil|cross-site|cross-domain|behaviou?r"),
    ("purposes.advertising", r"advert|\bad\b|marketing|targeting|targeted|remarketing|retargeting"),
    ("purposes.analytics", r"analy|statistic|performance|measurement"),
    ("purposes.social", r"social"),
    ("purposes.preferences", r"preference|functional|personali[sz]ation"),
    ("first_party_cookies", r"first[\s-]part"),
)
_DETERMINERS: Final = frozenset(
    [
        "any",
        "the",
        "a",
        "an",
        "such",
        "our",
        "its",
        "own",
        "other",
        "of",
        '"',
        "'",
        "use",
        "all",
        "or",
        "and",
        "ŵ",
        "these",
        "those",
        "to",
        "no",
        "new",
        "internet",
        "web",
        "browser",
        "http",
        "so-called",
        "so",
        "called",
        "computer",
        "actual",
    ]
)
_ADVERTISING: Final = (
    rf"{N}\s+(?:(?:currently|intend|plan|to|ever|also|allow|permit|ŧ+|presently|in\s+any\s+way"
    rf"|[ŋŏ]+|do)\s+){{0,4}}(?:{U}|display\w*|show\w*|serve|run|carry|host|accept\w*|have|do|sell"
    rf"|feature\w*|publish)\s+(?:(?:any|the|third[\s-]party|online|paid|outside|banner|external|ŧ+"
    rf"|or|and|commercial|with|use|in|on|marketing|nor|analytics|of)\W+){{0,4}}"
    r"(?P<what>advert\w*(?:\s+cookies|\s+ĸ+)?|ads?|marketing\s+ĸ+|advertising\s+ĸ+)\b|\b(?:ʋ+|are"
    r"|contains?|there\s+(?:are|is)|with|has|have)\s+no\s+(?:third-party\s+"
    r"|banner\s+)?(?P<what2>advert\w*|ads)\b|(?P<what3>\bad(?:vertising)?-free\b)"
)
_ANALYTICS: Final = (
    rf"{N}\s+(?:(?:currently|also|ever|presently|do|any)\s+){{0,2}}(?:{U}|run|do|employ|perform"
    rf"|conduct)\s+(?:(?:any|third[\s-]party|web|website|visitor|site|usage|the|external"
    rf"|or)\s+){{0,4}}(?P<what>analytics|google\s+analytics|statistics\s+ĸ+|analytics\s+ĸ+"
    rf"|web\s+statistics|traffic\s+analysis)\b|\b(?:ʋ+|contains?|there\s+(?:are"
    rf"|is))\s+no\s+(?:third-party\s+|web\s+)?(?P<what2>analytics)\b"
)
_ADVERBS: Final = (
    r"currently|presently|also|itself|ourselves|myself|ever|therefore|thus|hence|do|does|generally"
    r"|itself|here|at\s+present|web|site|site's|pages?|servers?|homepage|and\s+[ŋŏ]+|,"
)
_PURPOSE_GATE: Final = words("adve ads ad anal mark stat traf")
_LIMITED_TAIL: Final = (
    r"^\W*(?:based|to\s+(?:children|minors|kids|users\s+under|persons\s+under|you\s+based)|that"
    r"|in\s+(?:our\s+)?(?:e-?mails?|newsletters?)|using|from|which|within|targeted"
    r"|for\s+(?:\w+\s+){0,2}(?:products|goods|tobacco|alcohol|adult)|about|of\s+\w+"
    r"|cookies\s+(?:on|unless|without|until)|by|without|unless|until|on\s+(?:certain|some"
    r"|our\s+(?:child|kid))|before|with\s+your|partners?|networks?|compan\w+|identif\w+|campaign"
    r"|preferences|cookies\s+to)"
)


class Denial(NamedTuple):
    """A denial of cookies in one sentence; places are in the sentence. ``field`` is what is denied, if anything is."""

    start: int
    end: int
    field: str | None
    scope: Scope
    subject: Subject


def read_denials(statement: Statement) -> tuple[Denial, ...]:
    """Return the denials of cookies that a sentence makes, each with what it reaches."""
    if "cook" not in statement.sentence.words and not statement.topic:
        return ()
    coded = statement.coded
    if "ɲ" not in coded and "no " not in coded and "free" not in coded:
        return ()
    return tuple(_read(statement, match) for match in compiled(_DENIED).finditer(coded) if _counts(statement, match))


def negated_spans(coded: str) -> tuple[tuple[int, int], ...]:
    """Return the parts of a coded sentence that a negation governs: what stands there is not what is done."""
    if "ɲ" not in coded and "no " not in coded:
        return ()
    spans = []
    for match in compiled(
        rf"{_NEGATED_VERB}|\bno\s+(?:[\w-]+\s+){{0,3}}?(?:{C}|advert\w*|ads|information|data|analytics"
        rf"|personal\w*)"
    ).finditer(coded):
        if compiled(_NO_NEED).search(coded, max(0, match.start() - 40), match.end() + 20):
            continue
        end = compiled(_ENDS_CLAUSE).search(coded, match.end())
        spans.append((match.start(), end.start() if end else len(coded)))
    return tuple(spans)


def find_denials(statement: Statement) -> Iterator[Found]:
    """Yield the claims that a sentence's denials make; a list's lead-in reaches to its items."""
    sentence = statement.sentence
    for denial in read_denials(statement):
        yield from _claims(statement, denial)
    yield from _of_purpose(statement, _ADVERTISING, P.ADVERTISING)
    yield from _of_purpose(statement, _ANALYTICS, P.ANALYTICS)
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


def is_negated_list(statement: Statement) -> bool:
    """Whether the sentence stands in a list whose lead-in says what is not done: "We do not use cookies to:"."""
    return statement.leads is not None and _is_open(statement.leads)


def _is_open(lead: Statement) -> bool:
    text = lead.coded.rstrip(" \"'")
    return text.endswith((":", " to", " for")) and any(
        denial.scope is Scope.PURPOSE and not compiled(_ENDS_CLAUSE).search(lead.coded.rstrip(": "), denial.end)
        for denial in read_denials(lead)
    )


def _counts(statement: Statement, match: re.Match[str]) -> bool:
    if statement.frame in {Frame.OTHERS, Frame.HYPOTHETICAL, Frame.CONTROL, Frame.CONSEQUENCE}:
        return False
    before = statement.coded[: match.start()]
    finds = compiled(r"(?:find|see|get)\s+no\b").match(statement.plain, match.start())
    if finds is None and compiled(r"\b(?:if|whether|you|users?|visitors?|browsers?|or\s+you)\W*(?:\w+\s+)?$").search(
        before
    ):
        return False
    if match.groupdict().get("cookie4") and not compiled(_NOT_SET).match(statement.plain, match.end("cookie4")):
        return False
    # "may be set that we do not control": the verb of the denial is the cookie's own
    return compiled(_NO_NEED).search(statement.coded, max(0, match.start() - 40), match.end()) is None


def _read(statement: Statement, match: re.Match[str]) -> Denial:
    coded = statement.coded
    groups = match.groupdict()
    number = next((key[6:] for key in groups if key.startswith("cookie") and groups[key] is not None), "")
    kind = (
        coded[match.start(f"kind{number}") : match.end(f"kind{number}")]
        if groups.get(f"kind{number}") is not None
        else ""
    )
    tail_from = max(match.end(), match.end(f"cookie{number}"))
    subject = _subject(statement, match)
    words = [word.strip("\"'(),/") for word in kind.split()]
    adjectives = " ".join(
        word
        for word in words
        if word and word not in _DETERMINERS and not word.startswith("ŵ") and not word.startswith("[ŋŏ]")
    )
    tail = coded[tail_from:]
    if compiled(r"^(?:the|these|those|our|[ŋŏ]+)\b").match(
        " ".join(words)
    ):  # "does not use the cookies to": there are some
        return Denial(match.start(), match.start("kind" + number), None, Scope.PURPOSE, subject)
    if number == "8":
        return Denial(match.start(), match.end(), None, Scope.KIND, subject)
    if number == "5" and compiled(r"\b(?:statistics|analytics|stats)\b[^.;]{0,20}$").search(coded[: match.start()]):
        return Denial(match.start(), match.end(), "purposes.analytics", Scope.KIND, Subject.SITE)
    if number == "0":
        return Denial(match.start(), match.end(), "everybody", Scope.ALL, Subject.SITE)
    if number == "9":
        return Denial(coded.index("ɲ", match.end("cookie9")), match.end(), None, Scope.PURPOSE, subject)
    if adjectives:
        field = next((name for name, pattern in _KINDS if compiled(pattern).search(adjectives)), None)
        if field and (
            compiled(_PURPOSE_TAIL).match(tail) or compiled(_CONDITION).search(tail) or _conditioned(coded, match)
        ):
            field = None
        return Denial(match.start(), tail_from, field, Scope.KIND, subject)
    if _conditioned(coded, match):
        return Denial(match.start(), tail_from, None, Scope.CONDITION, subject)
    if compiled(_PAGE).match(tail):
        return Denial(match.start(), tail_from, None, Scope.PAGE, subject)
    if compiled(_FLAT_TAIL).match(tail) and not compiled(
        r"^\W*(?:\w+\W+){0,4}(?:unless|except|until|without|before|other\s+than|apart|if)\b"
    ).match(tail):
        return Denial(match.start(), tail_from, "cookies", Scope.ALL, subject)
    if compiled(_PURPOSE_TAIL).match(tail):
        return Denial(match.start(), tail_from, None, Scope.PURPOSE, subject)
    return Denial(match.start(), tail_from, None, Scope.CONDITION, subject)


def _conditioned(coded: str, match: re.Match[str]) -> bool:
    before = coded[max(0, coded.rfind(".", 0, match.start()) + 1) : match.start()]
    return compiled(_CONDITION_BEFORE).search(before) is not None


def subject_at(statement: Statement, start: int) -> Subject:
    """Return who does not do what is denied from ``start`` on; "and does not" has the subject of what came before."""
    coded = statement.coded
    before = coded[:start]
    clause = before[_clause_start(before) :].strip(" \"',")
    if compiled(r"^(?:and|or|but|nor)?$").match(clause) and 0 <= (first := coded.find("ɲ")) < start:
        return subject_at(statement, first)
    if not clause or compiled(r"\b(?:there|you\s+will|here|and|so|but|i)\W*$").search(clause):
        return _nearest(before)
    if compiled(r"\b(?:which|that|who)\s+(?:\w+\s+){0,2}$").search(before):
        return Subject.NAMED_THIRD_PARTY
    if "ø" in clause:
        return Subject.OTHER_SITES
    if "ŧ" in clause and not compiled(r"[ŋŏ]+\W*(?:\w+\W+)?$").search(clause):
        return Subject.THIRD_PARTIES
    return Subject.SITE if _is_the_site(statement, clause) else Subject.NAMED_THIRD_PARTY


def _subject(statement: Statement, match: re.Match[str]) -> Subject:
    """Who does not: only the site itself can deny the site's cookies.

    "A service that does not use cookies", "our newsletter tool", a name that nobody has introduced: these are others.
    """
    coded = statement.coded
    if "ŧ" in coded[match.start() : match.end()]:  # "we do not allow third parties to set cookies"
        return Subject.THIRD_PARTIES
    if coded[match.start()] != "ɲ":
        return _nearest(coded[: match.start()])
    return subject_at(statement, match.start())


def _clause_start(before: str) -> int:
    """Where the clause begins that the negation stands in."""
    ends = [
        match.end()
        for match in compiled(
            r"[.;:!?]\s|,\s+(?:and|but|so|while|because|as)\s|\b(?:and|but|because|while|since|although"
            r"|whether|that|so)\s+(?=[ŋŏŧ]|it\b|they\b)|\)\s"
        ).finditer(before)
    ]
    comma = before.rfind(", ")
    if comma > 0 and compiled(r"^\W*(?:[ŋŏ]+)\b").match(before[comma + 2 :]):
        ends.append(comma + 2)
    return max(ends, default=0)


def _is_the_site(statement: Statement, clause: str) -> bool:
    """Whether a clause's subject is the site and nothing of the site's only: "our site", not "our newsletter tool"."""
    actors = list(compiled(r"[ŋŏ]+").finditer(clause))
    if not actors:
        return (
            compiled(r"^\W*(?:it|they|the\s+author|the\s+owner)\W*$").match(clause) is not None
            and statement.refers is not None
            and statement.refers.direct
        )
    if compiled(r"\b(?:mobile|ios|android|desktop|phone|tablet)\s+(?:apps?|applications?|software)\b").search(
        statement.plain
    ):
        return False
    rest = clause[actors[-1].end() :]
    if compiled(rf"^\W*(?:(?:{_ADVERBS})\W*)*$").match(rest) is None:
        return False
    referred = statement.refers or statement.before
    if (
        compiled(
            r"^\W*(?:this|the|these)\s+(?:\w+\s+)?(?:services?|tools?|software|products?|scripts?|systems?"
            r"|applications?)\b"
        ).match(statement.plain)
        and referred is not None
    ):
        return (
            compiled(r"\b(?:analytics|service|tool|software|provider|product|script|statistics)\b").search(
                referred.plain
            )
            is None
        )
    return True


def _nearest(before: str) -> Subject:
    actors = compiled(r"[ŋŏ]+|ŧ+|ø+").findall(before)
    return (
        {"ŧ": Subject.THIRD_PARTIES, "ø": Subject.OTHER_SITES}.get(actors[-1][0], Subject.SITE)
        if actors
        else Subject.SITE
    )


def _claims(statement: Statement, denial: Denial) -> Iterator[Found]:
    sentence = statement.sentence
    if denial.subject in {Subject.OTHER_SITES, Subject.NAMED_THIRD_PARTY}:
        return
    place = (sentence.start, sentence.end)
    if denial.field == "everybody":
        for field in ("cookies", "first_party_cookies", "third_party_cookies"):
            yield Found(field, Stance.DENIED, *place)
    elif denial.field == "cookies":
        if denial.subject is Subject.SITE:
            yield Found("cookies", Stance.DENIED, *place)
            yield Found("first_party_cookies", Stance.DENIED, *place)
        else:
            yield Found("third_party_cookies", Stance.DENIED, *place, subject=denial.subject)
    elif denial.field is not None:
        purpose = P(denial.field.partition(".")[2]) if denial.field.startswith("purposes.") else None
        yield Found(denial.field, Stance.DENIED, *place, denial.subject, Scope.KIND, purpose)
    elif denial.scope is Scope.PURPOSE:
        yield from _denied_purposes(statement, denial)
    if (
        denial.scope is not Scope.ALL
        and denial.subject is Subject.SITE
        and compiled(_EXCEPTED).search(statement.plain[denial.end :])
    ):
        for field in ("cookies", "first_party_cookies"):  # "no cookies unless you log in": then there are some
            yield Found(field, Stance.DECLARED, *place, scope=Scope.CONDITION)


def _denied_purposes(statement: Statement, denial: Denial) -> Iterator[Found]:
    sentence = statement.sentence
    end = compiled(_ENDS_CLAUSE).search(statement.coded, denial.end)
    tail = sentence.plain[denial.end : end.start() if end else len(sentence.plain)]
    if not compiled(
        r"^\W*(?:(?:or|and)\s+[\w\s-]{0,40})?(?:on\s+[\w\s]{0,20})?(?:in\s+order\s+)?(?:to|for|as)\b"
    ).match(tail):
        return
    for hit in purposes_in(tail, stems(tail)):
        yield Found(
            f"purposes.{hit.purpose.value}",
            Stance.DENIED,
            sentence.start,
            sentence.end,
            denial.subject,
            Scope.PURPOSE,
            hit.purpose,
        )


def _of_purpose(statement: Statement, pattern: str, purpose: P) -> Iterator[Found]:
    """Denials of a purpose that need not name cookies: "We do not show ads", "we use no analytics"."""
    sentence = statement.sentence
    if not sentence.words & _PURPOSE_GATE:
        return
    coded = code(sentence.plain) if purpose is P.ANALYTICS and "ŧ" in statement.coded else statement.coded
    match = compiled(pattern).search(coded)
    if match is None or statement.frame in {Frame.OTHERS, Frame.HYPOTHETICAL, Frame.CONTROL, Frame.CONSEQUENCE}:
        return
    tail = sentence.plain[match.end() :]
    if (
        compiled(_LIMITED_TAIL).match(tail)
        or compiled(r"\b(?:unless|except|until|without\s+your|if|when)\b").search(tail[:60])
        or _conditioned(coded, match)
    ):
        return
    before = coded[: match.start()]
    actor = compiled(r"([ŋŏ]+|ŧ+|ø+|\byou\b)[^ŋŏŧø]{0,40}$").search(before)
    if actor is not None and actor[1][0] != "[ŋŏ]" and not compiled(S).search(before):
        return
    field = f"purposes.{purpose.value}"
    yield Found(field, Stance.DENIED, sentence.start, sentence.end, Subject.SITE, Scope.PURPOSE, purpose)
