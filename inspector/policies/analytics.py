# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Analytics services that a policy names: whether one is in use here, and what follows from that."""

from collections.abc import Iterator
from typing import Final

from inspector.core.policy import BlockKind, Scope, Stance, Subject
from inspector.core.policy import StatedPurpose as P
from inspector.policies.denials import negated_spans
from inspector.policies.found import Found
from inspector.policies.patterns import compiled, words
from inspector.policies.statements import Frame, Statement
from inspector.policies.vendor_words import NOT_IN_USE

_ANALYTICS_SERVICE: Final = (
    r"\b(?:google\s+analytics|universal\s+analytics|adobe\s+analytics|omniture|sitecatalyst|matomo"
    r"|piwik|statcounter|webtrends|mixpanel|hotjar|quantcast|comscore|scorecardresearch|nielsen"
    r"|netratings|chartbeat|kissmetrics|clicky|crazy\s+egg|yandex[\s.]metri[ck]a|coremetrics"
    r"|flurry|optimizely|new\s+relic|amplitude|heap\s+analytics|fullstory|mouseflow|piwik\s+pro"
    r"|parse\.?ly|at\s+internet|etracker|sitemeter|histats|woopra|gauges)\b"
)
_SERVICE_WORDS: Final = words(
    "goog univ adob omni site mato piwi stat webt mixp hotj quan coms scor niel netr char kiss clic craz yand core "
    "flur opti new ampl heap full mous pars at etra hist woop gaug"
)
_SITE_ANALYTICS: Final = frozenset(("matomo", "piwik"))  # usually run by the site itself
COOKIELESS: Final = r"\bwithout\s+(?:\w+\s+)?ĸ|\bcookie-?(?:less|free)\b"


def names_analytics(statement: Statement) -> bool:
    """Whether a sentence names a service that measures visits for others, and that sites seldom run themselves."""
    if not statement.sentence.words & _SERVICE_WORDS:
        return False
    match = compiled(_ANALYTICS_SERVICE).search(statement.plain)
    return match is not None and match[0] not in _SITE_ANALYTICS


def analytics_in_use(statement: Statement) -> str:
    """Return the analytics service that a sentence says is in use here, empty where it says so of none."""
    if not statement.sentence.words & _SERVICE_WORDS:
        return ""
    plain = statement.plain
    match = compiled(_ANALYTICS_SERVICE).search(plain)
    if match is None or statement.sentence.kind is BlockKind.HEADING or compiled(COOKIELESS).search(statement.heading):
        return ""
    coded = statement.coded
    if not _is_listed_use(statement) and not compiled(
        r"[ŋŏ]++[^.;]{0,80}(?:ʋ++|\bworks?\b|analy)|\b(?:we|our|this\s+(?:web\s?)?site"
        r"|us)\b[^.;]{0,80}\b(?:us(?:e|es|ed|ing)|utili[sz]\w+|employ\w*|work\w*|implement\w*|rel(?:y"
        r"|ies)|partner\w*|engage\w*|contract\w*|through|via|by|analy\w+)|\b(?:used|provided|collected"
        r"|set|placed|run|measured)\s+(?:\w+\s+)?(?:by|through|via)\b|\buses?\s+(?:\w+\s+)?cookies"
    ).search(coded):
        return ""
    if any(start <= match.start() < end for start, end in negated_spans(statement.coded)) or compiled(
        r"\b(?:opt[\s-]?out|not\s+use|don't\s+use)\b"
    ).search(plain):
        return ""
    if compiled(NOT_IN_USE).search(plain):
        return ""
    return match[0]


def _is_listed_use(statement: Statement) -> bool:
    """ "This site uses cookies for:", and an item "Measuring page views with Google Analytics"."""
    lead = statement.leads
    return (
        statement.sentence.kind is BlockKind.LIST_ITEM
        and statement.frame is Frame.PRACTICE
        and lead is not None
        and lead.plain.rstrip(" \"'").endswith(":")
        and compiled(r"\b(?:with|via|through|using|by)\s+(?:\w+\s+)?ŧ").search(statement.coded) is not None
    )


def find_analytics(statement: Statement) -> Iterator[Found]:
    """Yield what a named analytics service in use says: it counts as analytics, and as a third party with cookies."""
    service = analytics_in_use(statement)
    if not service:
        return
    place = (statement.sentence.start, statement.sentence.end, Subject.NAMED_THIRD_PARTY)
    yield Found("purposes.analytics", Stance.DECLARED, *place, scope=Scope.PURPOSE, purpose=P.ANALYTICS)
    if service not in _SITE_ANALYTICS and compiled(COOKIELESS).search(statement.coded) is None:
        yield Found("third_party_cookies", Stance.DECLARED, *place)
        yield Found("cookies", Stance.DECLARED, *place, weak=True)
