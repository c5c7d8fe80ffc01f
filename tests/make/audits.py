# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Made audits: cookies, claims and a whole sample report, for tests of whatever shows one."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import Any, Final

from inspector.core.consent import Consent
from inspector.core.cookie import Cookie, SameSite, ValueState
from inspector.core.finding import (
    Attribution,
    ClaimRef,
    ClaimVerdict,
    CookieRef,
    DeclaredBy,
    Finding,
    Level,
    NotJudged,
    Verdict,
)
from inspector.core.isolation import NOT_ISOLATED, Isolation, Partition
from inspector.core.label import Group, Label, Party, Purpose, Subtype, Tracks
from inspector.core.moments import DAY_US, from_datetime
from inspector.core.policy import (
    Block,
    BlockKind,
    Claim,
    Document,
    LineMark,
    Policy,
    PolicyDate,
    PolicyRecord,
    Quote,
    Source,
    Stance,
    StatedPurpose,
    Subject,
    Vendor,
)
from inspector.core.problem import Problem, Severity
from inspector.core.report import (
    AsideCookie,
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
    WayOut,
)
from inspector.core.rule_page import AskedRule
from inspector.core.secret import Secret
from inspector.core.store import Family, StoreRef
from inspector.rules.documentation import page
from inspector.rules.registry import RULES

NOW: Final = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
NOW_US: Final = from_datetime(NOW)
STORE: Final = StoreRef("chromium", "Default", "/home/you/profile/Cookies", Family.CHROMIUM, "Chromium", "You")
SENTENCES: Final = (
    "We use cookies to remember the items in your shopping cart.",
    "Google uses cookies to serve ads on our site.",
    "You may visit our site anonymously.",
    "Our cart cookie is kept for 7 days.",
    "We comply with the rules on the protection of children.",
    "That is all we use cookies for.",
)


def cookie(
    name: str,
    host: str = "shop.example",
    *,
    days: float | None = 30,
    set_days_ago: float | None = 1,
    partition: str | None = None,
    value: str | None = None,
    store: StoreRef = STORE,
    **fields: Any,
) -> Cookie:
    """Return a cookie set ``set_days_ago`` (``None``: unknown), living ``days`` (``None``: a session cookie)."""
    updated = None if set_days_ago is None else NOW_US - int(set_days_ago * DAY_US)
    isolation = Isolation(Partition(partition), raw=partition) if partition else NOT_ISOLATED
    facts: dict[str, Any] = {
        "path": "/",
        "created_us": updated,
        "updated_us": updated,
        "expires_us": None if days is None else (updated or NOW_US) + int(days * DAY_US),
        "session": days is None,
        "secure": True,
        "http_only": False,
        "same_site": SameSite.LAX,
        "value": None if value is None else Secret(value),
        "value_state": ValueState.NOT_READ if value is None else ValueState.PLAINTEXT,
        **fields,
    }
    return Cookie(store, isolation, host, not host.startswith("."), name, **facts)


def document(sentences: Iterable[str] = SENTENCES) -> Document:
    """Return a document of one paragraph to a sentence, each on a line of its own."""
    blocks, marks, texts, offset = [], [], [], 0
    for line, sentence in enumerate(sentences, 1):
        blocks.append(Block(BlockKind.PARAGRAPH, offset, offset + len(sentence), line))
        marks.append(LineMark(offset, line))
        texts.append(sentence)
        offset += len(sentence) + 1
    source = Source("policy.md", "0" * 64, NOW, "text/markdown", "utf-8")
    return Document("\n".join(texts), tuple(blocks), source, lines=tuple(marks) or (LineMark(0, 1),), language="en")


def quote_of(shown: Document, sentence: str) -> Quote:
    """Return the quote of a sentence of the document."""
    start = shown.text.index(sentence)
    return shown.quote(start, start + len(sentence))


def claim(number: int, field: str, shown: Document, sentence: str, **facts: Any) -> Claim:
    """Return a claim on a sentence of the document."""
    return Claim(f"c{number}", field, facts.pop("stance", Stance.DECLARED), quote_of(shown, sentence), **facts)


def sample_policy() -> Policy:
    """Return a small policy with its claims and record."""
    shown = document()
    cart, ads, visit, days, children, all_of_it = SENTENCES
    claims = (
        claim(1, "purposes.cart", shown, cart, purpose=StatedPurpose.CART),
        claim(
            2,
            "purposes.advertising",
            shown,
            ads,
            purpose=StatedPurpose.ADVERTISING,
            subject=Subject.NAMED_THIRD_PARTY,
            vendor="google-ads",
        ),
        claim(3, "anonymous_visit", shown, visit),
        claim(4, "named_cookies", shown, days, names=("cart",), purpose=StatedPurpose.CART),
        claim(5, "children", shown, children),
        claim(6, "complete", shown, all_of_it),
    )
    record = PolicyRecord(
        stances={"cookies": Stance.DECLARED, "purposes.cart": Stance.DECLARED},
        vendors=(Vendor("google-ads", "Google"),),
        policy_date=PolicyDate(date(2026, 1, 15), "updated"),
        complete=True,
        states_purposes=True,
    )
    return Policy(shown, claims, record)


def sample_report() -> Report:
    """Return a report with something of everything: every verdict, a hostile name, notices and problems."""
    policy = sample_policy()
    cart, ads, visit, days, children, all_of_it = (ClaimRef.of(claim) for claim in policy.claims)
    cookies = _sample_cookies(cart, ads, days)
    refs = {judged.cookie.name: judged.ref for judged in cookies}
    return Report(
        site="shop.example",
        domains=("shop.example",),
        headline="1 of 6 cookies is not in the policy; 1 outlives it; 1 contradicts it.",
        policy=policy,
        standing=PolicyStanding(
            Completeness.COMPLETE, "it says that this is all it uses cookies for", date(2026, 1, 15), "updated"
        ),
        cookies=cookies,
        claims=_sample_claims(policy, refs),
        findings=_sample_findings(refs, days, visit, all_of_it),
        not_judged=(
            NotJudged("set before this policy", refs["old_one"]),
            NotJudged("its value was not read", refs["<b>evil</b>\x1b[31m"], code="CI701"),
            NotJudged("no cookie can show this", claim=children, code=""),
        ),
        aside=(
            AsideCookie(
                cookie("NID", ".google.com", days=180),
                Label(Purpose.ADVERTISING, vendor="google-other", vendor_name="Google", confidence=0.9),
                "in this browser, site unknown",
                (ads,),
            ),
        ),
        consents=(
            Consent(
                "OneTrust",
                refs["cart"],
                {Group.ANALYTICS: False, Group.MARKETING: False},
                NOW_US - 2 * DAY_US,
                "OptanonAlertBoxClosed",
                active=True,
                why="the visitor closed the banner after a choice",
            ),
        ),
        ways_out=(
            WayOut("google-ads", "Google ad settings", "https://adssettings.google.com/", "live", False, True),
            WayOut("google-ads", "Old opt-out", "http://www.google.com/privacy_ads.html", "retired", True),
        ),
        corrections=(Correction("label", "old_one is preferences", "our developers say so", "J. Doe"),),
        problems=(Problem("line-skipped", "a line is not a cookie", "jar.txt, line 3", severity=Severity.PARTIAL),),
        notices=("Judged against the policy of 2026-01-15.", "Evidence, not legal advice."),
        counts=_sample_counts(),
        measured=Measured(
            "cookie-inspector 0.1.0",
            "2026.11",
            date(2026, 11, 1),
            NOW,
            (Input("policy", "policy.md", "0" * 64), Input("cookies", "jar.json", "1" * 64, 7, "storage-state")),
            (("declared_by", "purpose"),),
        ),
        rules=asked_rules({"CI401": "no visit was recorded", "CI602": "it is turned off"}),
    )


def asked_rules(unasked: Mapping[str, str] = MappingProxyType({})) -> tuple[AskedRule, ...]:
    """Return every rule as asked, but for those that have a reason."""
    return tuple(
        AskedRule(page(rule), rule.about_policy, rule.by_label, rule.needs, unasked.get(rule.code, ""))
        for rule in RULES
    )


def _sample_counts() -> Counts:
    return Counts(
        cookies=7,
        judged=6,
        by_verdict=tuple((verdict, 1) for verdict in Verdict),
        by_group=((Group.NECESSARY, 2), (Group.ANALYTICS, 2), (Group.MARKETING, 2)),
        by_level=((Level.ERROR, 1), (Level.WARNING, 2), (Level.NOTE, 1)),
        aside=1,
    )


def _judged(record: Cookie, label: Label, verdict: Verdict, why: str, **facts: Any) -> JudgedCookie:
    return JudgedCookie(record, label, facts.pop("attribution", Attribution.OWN), verdict, why, **facts)


def _sample_cookies(cart: ClaimRef, ads: ClaimRef, days: ClaimRef) -> tuple[JudgedCookie, ...]:
    google = Label(
        Purpose.ADVERTISING,
        Subtype.GOOGLE_DART,
        "google-ads",
        "Google Ads",
        Party.THIRD,
        Tracks.CROSS_SITE,
        ("known identifier",),
        0.99,
        because=("IDE on doubleclick.net is Google's advertising identifier",),
    )
    analytics = Label(Purpose.ANALYTICS, vendor="google-analytics", party=Party.FIRST, confidence=0.99)
    basket = Label(Purpose.CART, party=Party.FIRST, confidence=0.95)
    return (
        _judged(
            cookie("IDE", ".doubleclick.net", days=390, partition="https://shop.example"),
            google,
            Verdict.CONTRADICTS,
            "the policy denies third-party cookies",
            attribution=Attribution.PARTITIONED,
            sure=True,
            declared_by=(Declared(DeclaredBy.VENDOR, ads, 'the policy names "Google" for advertising'),),
            codes=("CI202",),
        ),
        _judged(
            cookie("cart", days=30),
            basket,
            Verdict.OUTLIVES,
            "lives 30 days; 7 days are declared",
            sure=True,
            declared_by=(Declared(DeclaredBy.NAME, days, 'the policy names "cart"'),),
            codes=("CI301",),
        ),
        _judged(
            cookie("_ga", ".shop.example", days=400),
            analytics,
            Verdict.UNDECLARED,
            "nothing in the policy declares it",
            sure=True,
            codes=("CI101", "CI303"),
        ),
        _judged(
            cookie("basket_id", days=None),
            basket,
            Verdict.DECLARED,
            "its purpose is declared",
            declared_by=(Declared(DeclaredBy.PURPOSE, cart, "cart cookies are declared"),),
        ),
        _judged(cookie("<b>evil</b>\x1b[31m", days=None), Label(), Verdict.NOT_STATED, "the policy says nothing of it"),
        _judged(
            cookie("old_one", days=900, set_days_ago=800),
            Label(Purpose.PREFERENCES, confidence=1.0),
            Verdict.NOT_JUDGED,
            "set before this policy",
            corrections=(Correction("label", "old_one is preferences", "our developers say so", "J. Doe"),),
        ),
    )


def _sample_claims(policy: Policy, refs: dict[str, CookieRef]) -> tuple[JudgedClaim, ...]:
    cart, ads, visit, days, children, all_of_it = policy.claims
    return (
        JudgedClaim(cart, ClaimVerdict.KEPT, "such a cookie was seen", (refs["basket_id"],)),
        JudgedClaim(ads, ClaimVerdict.KEPT, "Google's cookie was seen", (refs["IDE"],)),
        JudgedClaim(visit, ClaimVerdict.IN_TENSION, "a persistent identifier is there", (refs["_ga"],), ("CI209",)),
        JudgedClaim(days, ClaimVerdict.BROKEN, "lives 30 days", (refs["cart"],), ("CI301",)),
        JudgedClaim(children, ClaimVerdict.NOT_TESTABLE, "no cookie can show this"),
        JudgedClaim(all_of_it, ClaimVerdict.BROKEN, "a cookie is not declared", (refs["_ga"],), ("CI101",)),
    )


def _sample_findings(
    refs: dict[str, CookieRef], days: ClaimRef, visit: ClaimRef, all_of_it: ClaimRef
) -> tuple[Finding, ...]:
    return (
        Finding(
            "CI202",
            "denied-third-party-cookies",
            Level.ERROR,
            "The policy denies third-party cookies; IDE of doubleclick.net is stored in the site's partition",
            "Take the tag out, or say in the policy that Google sets cookies",
            refs["IDE"],
            (all_of_it,),
        ),
        Finding(
            "CI101",
            "undeclared-cookie",
            Level.WARNING,
            "Nothing in the policy declares _ga (analytics, Google Analytics)",
            "Declare it, or stop setting it",
            refs["_ga"],
            (all_of_it,),
            evidence=("looked for its name, Google Analytics, and analytics",),
        ),
        Finding(
            "CI301",
            "outlives-declared-lifetime",
            Level.WARNING,
            "cart lives 30 days; the policy says 7 days",
            "Shorten it, or correct the policy",
            refs["cart"],
            (days,),
        ),
        Finding(
            "CI209",
            "promise-in-tension",
            Level.NOTE,
            "The policy promises an anonymous visit; _ga is a persistent identifier",
            "Say what is meant by anonymous",
            refs["_ga"],
            (visit,),
            cap=Level.NOTE,
            cap_why="the label is likely, not sure",
        ),
    )
