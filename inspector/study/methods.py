# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The published violation methods over one report: what each examined, what it found, and where it saw nothing.

The eight methods are those of Bollinger, Kubicek, Cotrini and Basin, "Automating Cookie Consent and GDPR Violation
Detection" (USENIX Security 2022), with the list of declared cookies that were not seen, as a ninth. They are counted
from the findings of our rules, which differ in what docs/study.md says; the second is about many sites and is counted
over the whole study (:mod:`inspector.study.numbers`).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from inspector.core.finding import CookieRef, DeclaredBy, Finding, Level, Verdict
from inspector.core.fingerprint import cookie_parts
from inspector.core.label import Group
from inspector.core.policy import Claim
from inspector.core.report import JudgedCookie, Report
from inspector.core.visible import visible
from inspector.knowledge.book import Knowledge
from inspector.rules.certainty import deciding
from inspector.rules.conflicting_declarations import of_two_groups
from inspector.rules.lifetimes import comparable
from inspector.rules.purposes import EXEMPT, NON_NECESSARY
from inspector.rules.wrong_declared_purpose import documented
from inspector.study.declared import DeclaredName, declared_names

_BY_NAME: Final = (DeclaredBy.NAME, DeclaredBy.PATTERN, DeclaredBy.CORRECTION)


class Item(NamedTuple):
    """Something that a method examined: a cookie by its patterns, or a declared name (then without a host).

    ``level`` is how grave what was found of it is, ``None`` where nothing was; ``finding`` is the place of the finding
    in the report's list (from 1).
    """

    method: str
    name: str
    host: str | None
    partition: str | None
    group: str
    level: Level | None = None
    finding: int | None = None


class Asked(NamedTuple):
    """Whether a method could find anything in a report, and why it could not."""

    method: str
    measured: bool
    why_not: str = ""


class Answer(NamedTuple):
    """What the methods have to say about one report."""

    asked: tuple[Asked, ...]
    items: tuple[Item, ...]
    names: tuple[DeclaredName, ...]


class Method(NamedTuple):
    """One method: its word, whose findings it counts, which cookies it examines, and what it says without any."""

    word: str
    code: str
    examines: "Callable[[_Case, JudgedCookie], bool]"
    nothing: str
    without_items: bool = False  # that there is no cookie of the kind answers it, where cookies were looked at


class _Case(NamedTuple):
    report: Report
    knowledge: Knowledge
    claims: Mapping[str, Claim]

    def named_claims(self, row: JudgedCookie) -> Iterator[Claim]:
        """Yield the claims that declare a cookie by its name."""
        for held in row.declared_by:
            if held.by in _BY_NAME and held.claim.id in self.claims:
                yield self.claims[held.claim.id]


def _filed_and_documented(case: _Case, row: JudgedCookie) -> bool:
    if not any(claim.purpose is not None for claim in case.named_claims(row)):
        return False
    entry = deciding(row.label, case.knowledge.find(row.cookie.name, row.cookie.host))
    return entry is not None and documented(entry, row.label)


def _lifetime_stated_and_known(case: _Case, row: JudgedCookie) -> bool:
    stated = [claim.lifetime for claim in case.named_claims(row) if claim.lifetime is not None]
    if not stated:
        weaker = (case.claims.get(held.claim.id) for held in row.declared_by)
        stated = [claim.lifetime for claim in weaker if claim is not None and claim.lifetime is not None]
    cookie = row.cookie  # where only its end is known, what is left of it may still be more than what is stated
    known = cookie.session is True or cookie.expires_us is not None or cookie.lifetime.us is not None
    return known and any(held.session or comparable(held) for held in stated)


def _may_be_undeclared(case: _Case, row: JudgedCookie) -> bool:
    return row.label.purpose not in EXEMPT


def _every(case: _Case, row: JudgedCookie) -> bool:
    return True


def _not_necessary(case: _Case, row: JudgedCookie) -> bool:
    return row.label.group in NON_NECESSARY


_NO_COOKIE: Final = "no cookie of the site was judged"
METHODS: Final = (
    Method("wrong_label", "CI206", _filed_and_documented, "the policy files no cookie that its vendor documents"),
    Method(
        "wrong_retention", "CI301", _lifetime_stated_and_known, "no lifetime is stated of a cookie with a known end"
    ),
    Method("unclassified", "CI104", _every, _NO_COOKIE),
    Method("undeclared", "CI101", _may_be_undeclared, _NO_COOKIE, True),
    Method("implicit_consent", "CI401", _not_necessary, _NO_COOKIE, True),
    Method("ignored_choice", "CI402", _not_necessary, _NO_COOKIE, True),
)
_ALSO: Final = {"wrong_retention": ("CI302",)}
OUTLIER: Final = "outlier_label"
CONTRADICTORY: Final = "contradictory_labels"
NOT_SEEN: Final = "declared_not_seen"
WORDS: Final = (
    "wrong_label", OUTLIER, "wrong_retention", "unclassified", "undeclared", CONTRADICTORY, "implicit_consent",
    "ignored_choice", NOT_SEEN,
)  # fmt: skip
_NO_NAME: Final = "the policy names no cookie"
_RULES_OF_NAMES: Final = ((CONTRADICTORY, "CI207"), (NOT_SEEN, "CI103"))


def answer(report: Report, knowledge: Knowledge) -> Answer:
    """Return what the methods examined and found in one report."""
    claims = {claim.id: claim for claim in report.policy.claims}
    case = _Case(report, knowledge, claims)
    names = declared_names(report, knowledge)
    asked, items = [], []
    for method in METHODS:
        outcome, found = _of_cookies(case, method)
        asked.append(outcome)
        items += found
    for word, code in _RULES_OF_NAMES:
        outcome, found = _of_names(case, word, code, names)
        asked.append(outcome)
        items += found
    return Answer(tuple(sorted(asked, key=lambda one: WORDS.index(one.method))), tuple(items), names)


def _of_cookies(case: _Case, method: Method) -> tuple[Asked, list[Item]]:
    report = case.report
    codes = (method.code, *_ALSO.get(method.word, ()))
    why = _blind(report, codes)
    if why:
        return Asked(method.word, False, why), []
    found = _findings(report, codes)
    items = []
    for row in report.cookies:
        hit = found.get(row.ref.id)
        if hit is None and (row.verdict is Verdict.NOT_JUDGED or not method.examines(case, row)):
            continue
        items.append(_item(method.word, row.ref, row.label.group, hit))
    if method.word == "unclassified":
        items += _declared_unclassified(case)
    measured = bool(items) or (method.without_items and _seen(report))
    return Asked(method.word, measured, "" if measured else method.nothing), items


def _seen(report: Report) -> bool:
    """Whether cookies were judged, or a visit is proven that left none."""
    judged = any(row.verdict is not Verdict.NOT_JUDGED for row in report.cookies)
    return judged or (not report.cookies and report.verified)


def _blind(report: Report, codes: Iterable[str]) -> str:
    """Why none of the rules could find anything here; empty where one could."""
    reasons = [rule.unasked for rule in report.rules if rule.page.code in codes]
    if any(not why for why in reasons):
        return ""
    return next(iter(reasons), "the rule is not known")


def _findings(report: Report, codes: Iterable[str]) -> dict[str, tuple[int, Finding]]:
    """Return by cookie the gravest finding of some rules; the report has the gravest first."""
    found: dict[str, tuple[int, Finding]] = {}
    for place, finding in enumerate(report.findings, 1):
        if finding.code in codes:
            for ref in ((finding.cookie,) if finding.cookie else ()) + finding.others:
                found.setdefault(ref.id, (place, finding))
    return found


def _item(word: str, ref: CookieRef, group: Group, hit: tuple[int, Finding] | None) -> Item:
    name, host, partition = cookie_parts(ref)
    level, place = (hit[1].level, hit[0]) if hit else (None, None)
    return Item(word, name, host, partition or None, group.value, level, place)


def _of_names(case: _Case, word: str, code: str, names: Iterable[DeclaredName]) -> tuple[Asked, list[Item]]:
    """The methods that examine the declared names, whether or not such a cookie is there."""
    report = case.report
    why = _blind(report, (code,))
    if why:
        return Asked(word, False, why), []
    hits: dict[str, tuple[int, Finding]] = {}
    for place, finding in enumerate(report.findings, 1):
        if finding.code == code and (word != CONTRADICTORY or _of_two_groups(case, finding)):
            for claim in _claims_of(case, finding)[:1]:
                for printed in _spoken_of(finding, claim):
                    hits.setdefault(printed, (place, finding))
    items: dict[str, Item] = {}
    for held in names:
        hit = hits.get(held.printed)
        item = Item(word, held.name, None, None, held.group, *((hit[1].level, hit[0]) if hit else ()))
        if held.name not in items or hit:
            items[held.name] = item
    return Asked(word, bool(items), "" if items else _NO_NAME), list(items.values())


def _claims_of(case: _Case, finding: Finding) -> list[Claim]:
    return [case.claims[ref.id] for ref in finding.claims if ref.id in case.claims]


def _of_two_groups(case: _Case, finding: Finding) -> bool:
    """The published method is about purposes; two lifetimes of one cookie are another matter."""
    claims = _claims_of(case, finding)
    return len(claims) == 2 and of_two_groups(*claims)


def _spoken_of(finding: Finding, claim: Claim) -> Iterator[str]:
    """Yield the printed names of a claim that a finding is about: its message quotes one of them."""
    for printed in claim.names:
        if len(claim.names) == 1 or f'"{visible(printed, 80)}"' in finding.message:
            yield printed


def _declared_unclassified(case: _Case) -> Iterator[Item]:
    """Cookies that the policy itself lists as unclassified, which is what the published method counts."""
    for held in declared_names(case.report, case.knowledge):
        if held.unclassified:
            yield Item("unclassified", held.name, None, None, held.group, Level.NOTE, None)
