# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The audit: a site's cookies and its policy in, a report out. Pure: the same input and moment give the same report."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import datetime
from itertools import repeat
from operator import itemgetter
from typing import Any, Final, TypeVar

from inspector.core.consent import Consent
from inspector.core.cookie import Cookie
from inspector.core.evidence import NO_EVIDENCE, Evidence
from inspector.core.finding import ClaimRef, ClaimVerdict, Finding, Level, NotJudged, Verdict, in_order
from inspector.core.frozen import frozen
from inspector.core.grouping import grouped
from inspector.core.label import Group, Label
from inspector.core.moments import from_datetime
from inspector.core.policy import Policy
from inspector.core.problem import Problem
from inspector.core.report import (
    Completeness,
    Correction,
    Counts,
    Declared,
    Input,
    JudgedClaim,
    JudgedCookie,
    Measured,
    PolicyStanding,
    Report,
)
from inspector.core.rule_page import AskedRule
from inspector.engine import bystanders
from inspector.engine.audit_cookies import Classify, Prepared, Preparer
from inspector.engine.faults import internal_error
from inspector.engine.headline import headline, notices, unverified
from inspector.engine.ignoring import Ignore, set_aside
from inspector.engine.policy_optouts import policy_opt_outs
from inspector.engine.ways_out import opt_outs_of, ways_out
from inspector.knowledge.book import Knowledge
from inspector.knowledge.site import registrable
from inspector.rules.api import Rule
from inspector.rules.attribution import Attributor
from inspector.rules.case import Case, CookieCase, Options
from inspector.rules.claims import judge_claims
from inspector.rules.completeness import completeness_of
from inspector.rules.consent.registry import read_choices
from inspector.rules.corrections import Corrections
from inspector.rules.declarations import Declarations, Match
from inspector.rules.documentation import page
from inspector.rules.lifetimes import stated_text
from inspector.rules.registry import RULES
from inspector.rules.verdicts import by_cookie, proven_verdict, verdict_by_declaration
from inspector.rules.when import policy_time

T = TypeVar("T")
_PATH: Final[Callable[[Cookie], Any]] = itemgetter(Cookie._fields.index("path"))
_HOST_AND_NAME: Final[Callable[[Cookie], Any]] = itemgetter(
    Cookie._fields.index("host_key"), Cookie._fields.index("name")
)
_new: Final = tuple.__new__  # of a named tuple, without a step of Python in between


@frozen
class AuditRequest:
    """Which site, which other domains of its operator, how to judge; ``program`` is the name and version to record.

    ``whole`` is false where a part of the policy could not be read: what is missing may declare anything. ``parts`` is
    how many documents the policy was read from. ``ignores``
    set findings aside: they change no verdict and are listed.
    """

    site: str
    also: tuple[str, ...] = ()
    options: Options = field(default_factory=Options)
    program: str = "cookie-inspector"
    whole: bool = True
    parts: int = 1
    ignores: tuple[Ignore, ...] = ()


def audit(
    request: AuditRequest,
    cookies: Sequence[Cookie],
    policy: Policy,
    knowledge: Knowledge,
    classify: Classify,
    now: datetime,
    *,
    corrections: Corrections = Corrections(),  # noqa: B008 - immutable and empty
    evidence: Evidence = NO_EVIDENCE,
    problems: Sequence[Problem] = (),
    inputs: Sequence[Input] = (),
    consents: tuple[Consent, ...] | None = None,
) -> Report:
    """Return the report of one site's audit. ``consents`` are choices that were decoded before, with their cookies."""
    site = registrable(request.site)
    domains = (site, *(domain for domain in map(registrable, request.also) if domain != site))
    attributor = Attributor(domains, evidence)
    evidence = evidence.of_pages(attributor.shows)
    declared = Declarations(policy, knowledge)
    standing = _standing(policy, declared, now, request)
    preparer = Preparer(attributor, declared, knowledge, classify, corrections, policy, standing, request.options)
    prepared = _prepared(preparer, cookies, evidence, site, from_datetime(now))
    consents, undecoded = (consents, ()) if consents is not None else _choices(prepared)
    case = _case(request, domains, prepared, policy, standing, declared, knowledge, now, consents, evidence)
    findings, undecided, faults = _run(case)
    told = _options(request.options, evidence)
    measured = Measured(request.program, knowledge.version, knowledge.date, now, tuple(inputs), told)
    return _report(
        case,
        prepared,
        consents,
        findings,
        (*undecoded, *undecided),
        (*problems, *faults),
        domains,
        measured,
        request.ignores,
    )


def _prepared(preparer: Preparer, cookies: Sequence[Cookie], evidence: Evidence, site: str, now_us: int) -> Prepared:
    """Return the cookies with all that is known of each, and those that were tried and not kept."""
    prepared = preparer.prepare(_in_order(cookies), site, now_us)
    if not evidence.refused:
        return prepared
    once = {(held.cookie.key, bool(held.run)): held for held in reversed(evidence.refused)}  # of runs: the first
    return replace(prepared, refused=preparer.refused(tuple(reversed(once.values())), site, now_us))


def _choices(prepared: Prepared) -> tuple[tuple[Consent, ...], tuple[NotJudged, ...]]:
    """Return the choices that the site's own consent cookies record, and what of them could not be decoded."""
    return read_choices([held.cookie for held in prepared.judged if held.kind.own])


def _case(
    request: AuditRequest,
    domains: tuple[str, ...],
    prepared: Prepared,
    policy: Policy,
    standing: PolicyStanding,
    declared: Declarations,
    knowledge: Knowledge,
    now: datetime,
    consents: tuple[Consent, ...],
    evidence: Evidence,
) -> Case:
    """Return what the rules judge."""
    return Case(
        domains[0],
        frozenset(domains),
        prepared.judged,
        policy,
        standing,
        declared,
        knowledge,
        from_datetime(now),
        consents,
        evidence,
        request.options,
        prepared.aside,
        prepared.other_names,
        policy_opt_outs(policy, knowledge).offers,
        opt_outs_of(prepared.judged, knowledge, now),
        tuple(held for held, _ in prepared.refused),
    )


def _standing(policy: Policy, declared: Declarations, now: datetime, request: AuditRequest) -> PolicyStanding:
    completeness, why = completeness_of(policy, declared)
    if completeness is Completeness.COMPLETE and not request.whole:
        completeness, why = Completeness.PARTIAL, f"{why}, but a part of the policy could not be read"
    in_force = request.options.in_force
    delegated = policy.record.delegates and request.parts < 2
    time = policy_time(policy, now, in_force=in_force)
    return PolicyStanding(completeness, why, time.dated, time.basis, time.as_of, in_force, not request.whole, delegated)


def _run(case: Case) -> tuple[list[Finding], list[NotJudged], list[Problem]]:
    """Run every rule that is not switched off. A rule that fails is a fault of ours and costs itself only."""
    findings: list[Finding] = []
    undecided: list[NotJudged] = []
    faults: list[Problem] = []
    for rule in RULES:
        if case.options.levels.get(rule.code, rule.level) is None:
            continue
        try:
            for outcome in rule.check(case):
                if isinstance(outcome, Finding):
                    findings.append(outcome)
                else:
                    undecided.append(outcome)
        except Exception as error:  # noqa: BLE001 - a bug in a rule must not cost the other rules' answers
            faults.append(internal_error("a rule could not be asked", f"rule {rule.code}", error))
    return findings, undecided, faults


def _final(findings: Iterable[Finding], case: Case) -> tuple[Finding, ...]:
    """Levels as the settings have them, never above what the evidence bears; an old policy's findings are notes."""
    levels = case.options.levels
    as_of = case.standing.as_of
    note = Level.NOTE
    final = []
    for finding in findings:
        level = levels.get(finding.code) or finding.level
        if finding.cap is not None:
            level = level.capped(finding.cap)
        if as_of is not None and level is not note:
            why = f"judged against the policy of {as_of}, which may not hold today"
            final.append(finding._replace(level=note, cap=note, cap_why=why))
        else:
            final.append(finding if finding.level is level else finding._replace(level=level))
    return in_order(final)


def _report(
    case: Case,
    prepared: Prepared,
    consents: tuple[Consent, ...],
    findings: list[Finding],
    undecided: Sequence[NotJudged],
    problems: tuple[Problem, ...],
    domains: tuple[str, ...],
    measured: Measured,
    ignores: tuple[Ignore, ...],
) -> Report:
    judged = _cookies(case, prepared, findings)
    claims = judge_claims(case, findings)
    split = set_aside(_final(findings, case), ignores, measured.now.date())
    final = split.kept
    counts = _counts(judged, prepared, final)
    why = unverified(case, judged, claims)
    return Report(
        case.site,
        domains,
        headline(case, judged, final, why, len(split.ignored)),
        case.policy,
        case.standing,
        judged,
        claims,
        final,
        _not_judged(case, prepared, undecided, claims),
        bystanders.aside_cookies(prepared),
        consents,
        ways_out(case, prepared.judged),
        _applied(prepared),
        (*problems, *split.problems),
        notices(case, prepared),
        counts,
        measured=measured,
        verified=not why,
        unverified_why=why,
        ignored=split.ignored,
        rules=tuple(_asked(rule, case) for rule in RULES),
        visits=case.evidence.recorded,
        visit_labels=_visit_labels(prepared) if case.evidence.recorded else {},
    )


def _visit_labels(prepared: Prepared) -> Mapping[str, Label]:
    """What the cookies of a visit are for: the judged, those that were refused, and those of other sites."""
    aside = {cookie.id: label for cookie, label in (*prepared.aside, *prepared.bystanders)}
    refused = {held.ref.id: held.label for held, _ in (*prepared.refused, *prepared.unjudged)}
    return aside | refused | {held.ref.id: held.label for held in prepared.judged}


def _asked(rule: Rule, case: Case) -> AskedRule:
    off = case.options.levels.get(rule.code, rule.level) is None
    why = "it is turned off" if off else rule.unasked(case)
    return AskedRule(page(rule), rule.about_policy, rule.by_label, rule.needs, why)


def _cookies(case: Case, prepared: Prepared, findings: Iterable[Finding]) -> tuple[JudgedCookie, ...]:
    rows = _Judge(case, prepared.corrections, findings).rows(prepared.judged)
    rows += [
        JudgedCookie(held.cookie, held.label, held.attribution, Verdict.NOT_JUDGED, why, held.sure, named=held.ref)
        for held, why in prepared.unjudged
    ]
    return tuple(sorted(rows, key=lambda row: _place(row.cookie)) if prepared.unjudged else rows)


class _Judge:
    """Makes the rows of one case; what the cookies of a kind have in common is made once."""

    def __init__(
        self, case: Case, corrections: Mapping[Cookie, tuple[Correction, ...]], findings: Iterable[Finding]
    ) -> None:
        self._case = case
        self._corrections = corrections
        self._found = by_cookie(findings)
        self._plain: dict[int, _Shared] = {}  # by the identity of kinds, which the case holds
        self._proven: dict[tuple[object, ...], _Shared] = {}  # and of messages, which the findings hold

    def rows(self, cookies: Iterable[CookieCase]) -> list[JudgedCookie]:
        """Return cookies with their verdicts; one of which nothing was found has that of its kind."""
        rows: list[JudgedCookie] = []
        plain, proven, all_found = self._plain, self._proven, self._found
        for held in cookies:
            cookie, ref, attribution, _, kind = held
            found = all_found.get(ref.id)
            if found is None:
                shared = plain.get(id(kind)) or self._plain_kind(held)
            else:
                key = id(kind), *[(id(one.message), one.code, one.level, one.cookie == ref) for one in found]
                shared = proven.get(key) or self._proven_kind(key, held, found)
            corrected = self._corrections.get(cookie, ()) if self._corrections else ()
            rows.append(_new(JudgedCookie, (cookie, kind.label, attribution, *shared, corrected, ref)))
        return rows

    def _plain_kind(self, held: CookieCase) -> "_Shared":
        kind = held.kind
        answer = verdict_by_declaration(self._case, held)
        shared = self._plain[id(kind)] = *answer, kind.sure, _declared(kind.matches), ()
        return shared

    def _proven_kind(self, key: tuple[object, ...], held: CookieCase, found: Sequence[Finding]) -> "_Shared":
        """What is said of a cookie of which something was found: what that proves, else what is said of its kind."""
        verdict, why, sure, declared, _ = self._plain.get(id(held.kind)) or self._plain_kind(held)
        verdict, why = proven_verdict(held, found) or (verdict, why)
        shared = self._proven[key] = verdict, why, sure, declared, tuple(sorted({one.code for one in found}))
        return shared


_Shared = tuple[Verdict, str, bool, tuple[Declared, ...], tuple[str, ...]]
"""Verdict, why, whether the label is sure, what declares it, the codes: what many rows share, in the rows' order."""


def _declared(matches: tuple[Match, ...]) -> tuple[Declared, ...]:
    return tuple([Declared(match.by, ClaimRef.of(match.claim), match.how) for match in matches])


def _place(cookie: Cookie) -> tuple[str, str, str, str, str, str]:
    """The one order of cookies, whatever the order of the input: no answer may depend on that."""
    store = cookie.store
    return cookie.host_key, cookie.name, cookie.path or "", cookie.isolation.raw, store.profile, store.file


def _in_order(cookies: Iterable[Cookie]) -> list[Cookie]:
    """Sort by :func:`_place`: by host and name first, of which there are few, then the cookies of each among them."""
    groups = grouped(cookies, _HOST_AND_NAME)
    ordered: list[Cookie] = []
    for key in sorted(groups):
        group = groups[key]
        if len(group) > 1:
            paths = set(map(_PATH, group))
            group.sort(key=_PATH if len(paths) == len(group) and None not in paths else _place)
        ordered += group
    return ordered


def _not_judged(
    case: Case, prepared: Prepared, undecided: Sequence[NotJudged], claims: Iterable[JudgedClaim]
) -> tuple[NotJudged, ...]:
    rows = [NotJudged(why, held.ref) for held, why in prepared.unjudged]
    kept = {held.ref.id for held in prepared.judged} if case.evidence.recorded else ()
    rows += [
        NotJudged(f"tried, and not kept by browsers: {why}", held.ref)
        for held, why in prepared.refused
        if held.ref.id not in kept
    ]
    rows += list(undecided)
    rows += bystanders.not_judged(prepared)
    open_claims = (ClaimVerdict.NOT_MEASURED, ClaimVerdict.NOT_TESTABLE)
    rows += [NotJudged(held.why, claim=ClaimRef.of(held.claim)) for held in claims if held.verdict in open_claims]
    return tuple(rows)


def _applied(prepared: Prepared) -> tuple[Correction, ...]:
    return tuple(dict.fromkeys(held for group in prepared.corrections.values() for held in group))


def _counts(judged: Sequence[JudgedCookie], prepared: Prepared, findings: Sequence[Finding]) -> Counts:
    return Counts(
        cookies=len(judged) + prepared.unattributed + prepared.elsewhere,
        judged=len(prepared.judged),
        by_verdict=_tally(Verdict, [row.verdict for row in judged]),
        by_group=_tally(Group, _groups(judged)),
        by_level=_tally(Level, [finding.level for finding in findings]),
        aside=prepared.unattributed,
        elsewhere=prepared.elsewhere,
    )


def _groups(judged: Sequence[JudgedCookie]) -> Iterator[Group]:
    """Yield the group of each cookie: few purposes, many cookies."""
    for purpose, number in Counter([row.label.purpose for row in judged]).items():
        yield from repeat(purpose.group, number)


def _tally(kinds: Iterable[T], items: Iterable[T]) -> tuple[tuple[T, int], ...]:
    counts = Counter(list(items))
    return tuple((kind, counts[kind]) for kind in kinds if kind in counts)


def _options(options: Options, evidence: Evidence) -> tuple[tuple[str, str], ...]:
    def pairs() -> Iterator[tuple[str, str]]:
        yield "declared_by", options.declared_by.value
        yield "strict_lifetime", str(options.strict_lifetime).lower()
        yield "in_force", str(options.in_force).lower()
        yield "only_this_site", str(evidence.only_this_site).lower()
        levels: Mapping[str, Level | None] = options.levels
        for code, level in sorted(levels.items()):
            yield f"level.{code}", "off" if level is None else level.value
        for limit in options.limits:
            yield f"limit.{limit.cookies}", stated_text(limit.at_most)

    return tuple(pairs())
