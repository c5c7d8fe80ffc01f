# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Audits made from text: a policy in words, cookies in a line each, judged by everything the program has."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any, Final

from make.audits import NOW, cookie

from inspector.core.cookie import Cookie, SameSite
from inspector.core.evidence import Choice, Evidence, Refusal, SetAfter, Sighting, Visit
from inspector.core.finding import DeclaredBy
from inspector.core.label import Label
from inspector.core.policy import LifetimeFrom, Policy, StatedLifetime
from inspector.core.report import Report
from inspector.core.visit import VisitRecord
from inspector.engine.audit import AuditRequest, audit
from inspector.engine.audit_cookies import Classify
from inspector.engine.auditing import labels
from inspector.engine.lexicon import KnowledgeLexicon
from inspector.engine.policy import understand
from inspector.knowledge.book import Knowledge
from inspector.knowledge.loader import load
from inspector.policies.documents.api import RawDocument
from inspector.policies.documents.registry import read_document
from inspector.rules.case import Options
from inspector.rules.limits import LifetimeLimit
from inspector.rules.selectors import Selector

SITE: Final = "shop.example"
RUN: Final = "Chromium 156 as delivered"
REFUSED_US: Final = 1_790_000_000_000_000
_OF_VISITS: Final = ("refused", "before_choice", "after_refusal")


@cache
def knowledge() -> Knowledge:
    """The program's own knowledge, loaded once."""
    return load()


@cache
def lexicon() -> KnowledgeLexicon:
    """The names that the policy reader knows."""
    return KnowledgeLexicon(knowledge())


def policy(text: str, name: str = "policy.md", archived: date | None = None) -> Policy:
    """Return a policy in words, read as the program reads it; ``archived`` makes it an archive's page of that day."""
    document = read_document(RawDocument(text.encode(), name, NOW)).document
    assert document is not None
    if archived is not None:
        document = replace(document, source=replace(document.source, archived=archived))
    return understand(document, lexicon())[0]


def cookie_of(facts: Mapping[str, Any]) -> Cookie:
    """Return a cookie from the keys of a case; without ``days`` it ends with the session."""
    given = {key: value for key, value in facts.items() if key not in (*_OF_VISITS, "header", "name", "host")}
    ago = given.pop("set_days_ago", 1)
    if "same_site" in given:
        given["same_site"] = SameSite(given["same_site"])
    return cookie(
        facts["name"],
        facts.get("host", SITE),
        days=given.pop("days", None),
        set_days_ago=None if ago == "unknown" else ago,
        **given,
    )


def evidence_of(case: Mapping[str, Any], cookies: Sequence[Cookie]) -> Evidence:
    """Return what the case says was recorded."""
    visits: tuple[Visit, ...] = ()
    sightings = {}
    page = f"https://{case.get('site', SITE)}/"
    if case.get("visit") == "recorded":
        return recorded(case, cookies, page)
    if "visit" in case:
        visits = (Visit(page, interacted=case["visit"] == "with interaction", source="a test"),)
        sightings = {
            held.key: Sighting(page, bool(facts.get("header")))
            for held, facts in zip(cookies, case["cookies"], strict=True)
        }
    return Evidence(visits, sightings, case.get("only_this_site", False))


def recorded(case: Mapping[str, Any], cookies: Sequence[Cookie], page: str) -> Evidence:
    """Return what a visit with a browser proves; cookies of the case that have a reason in ``refused`` were refused."""
    choice = Choice(True, REFUSED_US, "platform button", "the button of a banner", RUN)
    refused, sightings = [], {}
    for held, facts in zip(cookies, case["cookies"], strict=True):
        seen = Sighting(page, bool(facts.get("header")), REFUSED_US, f"{page}tag.js", runs=(RUN,))
        if "refused" in facts:
            refused.append(Refusal(held, facts["refused"], seen, RUN))
            continue
        after = facts.get("after_refusal")
        late = None if after is None else REFUSED_US + round(after * 1_000_000)
        sightings[held.key] = seen._replace(
            before_choice=facts.get("before_choice", False),
            after_refusal=None if late is None else SetAfter(late, f"{page}tag.js", choice, after <= 2),
        )
    visits = (Visit(page, REFUSED_US, True, "a visit"),)
    record = VisitRecord("visit", page, REFUSED_US)
    return Evidence(visits, sightings, refused=tuple(refused), choices=(choice,), recorded=(record,))


def unknown_to(classify: Classify, names: Sequence[str]) -> Classify:
    """Return a classifier that has nothing to say of some names."""

    def blind(cookies: Sequence[Cookie], site: str) -> Sequence[Label]:
        labelled = zip(cookies, classify(cookies, site), strict=True)
        return [Label(party=label.party) if held.name in names else label for held, label in labelled]

    return blind


def limit_of(held: Mapping[str, Any]) -> LifetimeLimit:
    """Return a project's limit from the keys of a case; ``days`` 0 is a session."""
    days, session = held["days"], held["days"] == 0
    basis = LifetimeFrom.SESSION if session else LifetimeFrom.AT_MOST
    stated = StatedLifetime(None if session else days, session, basis, 0, 0)
    return LifetimeLimit(Selector(held.get("cookie"), held.get("host")), stated, held.get("reason", ""))


def judge(case: Mapping[str, Any]) -> Report:
    """Return the report of one case (the keys are those of tests/rules/cases/README.md)."""
    cookies = [cookie_of(facts) for facts in case["cookies"]]
    options = Options(
        DeclaredBy(case.get("declared_by", "purpose")),
        case.get("strict_lifetime", False),
        case.get("in_force", False),
        case.get("levels", {}),
        tuple(limit_of(held) for held in case.get("limits", ())),
    )
    return audit(
        AuditRequest(
            case.get("site", SITE), tuple(case.get("also", ())), options, ignores=tuple(case.get("ignores", ()))
        ),
        [held for held, facts in zip(cookies, case["cookies"], strict=True) if "refused" not in facts],
        policy(case["policy"], case.get("file", "policy.md"), case.get("archived")),
        knowledge(),
        unknown_to(labels(knowledge()), case.get("unknown", ())),
        NOW,
        evidence=evidence_of(case, cookies),
    )
