# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The verdict on each claim of the policy: kept, broken, in tension, not testable or not measured, and who shows it.

A denial is kept only where somebody looked: an empty jar shows nothing unless a visit is proven. "Not measured" is
never taken for fine.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Final, NamedTuple

from inspector.core.finding import ClaimVerdict, CookieRef, Finding, Level
from inspector.core.label import Group, Label, Purpose, Subtype, Tracks
from inspector.core.policy import Claim, Scope, Stance, StatedPurpose, Subject
from inspector.core.report import JudgedClaim
from inspector.rules.case import Case, CaseKind, CookieCase
from inspector.rules.declarations import NAMED
from inspector.rules.denials import closes_list
from inspector.rules.purposes import DECLARES, EXEMPT, stated_purpose
from inspector.rules.recorded import all_tried, shown
from inspector.rules.words import count, named

_BREAKS: Final = frozenset({"CI201", "CI202", "CI203", "CI204", "CI205", "CI206", "CI301", "CI302"})
_UNDECLARED: Final = frozenset({"CI101", "CI102"})
_TENSION: Final = frozenset({"CI207", "CI208", "CI209"}) | _BREAKS
_TRACKING: Final = "cross_site_tracking"
_MOST: Final = 25  # cookies shown for one claim; the sentence says how many there are

_NO_COOKIE: Final = "no cookie can show this"
_NOT_SEEN: Final = "no such cookie was seen; it may be set on other pages or for other visitors"


class _Answer(NamedTuple):
    verdict: ClaimVerdict
    why: str
    cookies: Sequence[CookieCase] = ()


def judge_claims(case: Case, findings: Iterable[Finding]) -> tuple[JudgedClaim, ...]:
    """Return the verdict on every claim, in the policy's order."""
    judge = _Judge(case, findings)
    return tuple(judge.claim(claim) for claim in case.policy.claims)


class _Judge:
    """Judges the claims of one case; what many claims ask for is gathered once."""

    def __init__(self, case: Case, findings: Iterable[Finding]) -> None:
        self._case = case
        self._found: dict[str, list[Finding]] = {}
        self._undeclared: list[Finding] = []
        self._doubtful = False  # whether a note, which breaks nothing, says that a cookie is likely undeclared
        self._told: dict[int, tuple[Sequence[CookieCase], str]] = {}
        self._answers: dict[tuple[str, bool], Sequence[CookieCase] | None] = {}
        note = Level.NOTE
        for finding in findings:
            for ref in finding.claims:
                self._found.setdefault(ref.id, []).append(finding)
            if finding.code in _UNDECLARED:
                self._doubtful = True
                if finding.level is not note:
                    self._undeclared.append(finding)

    def claim(self, claim: Claim) -> JudgedClaim:
        """Return the verdict on one claim."""
        found = self._found.get(claim.id, [])
        broken = [item for item in found if item.code in _BREAKS and item.level.rank >= Level.WARNING.rank]
        decides = [item for item in broken if item.claims[0].id == claim.id]
        if decides:
            return _by_findings(claim, ClaimVerdict.BROKEN, decides)
        tension = [item for item in found if item.code in _TENSION]
        if tension:
            return _by_findings(claim, ClaimVerdict.IN_TENSION, tension)
        if _lists_all(claim) and self._undeclared:
            return _by_findings(claim, ClaimVerdict.BROKEN, self._undeclared)
        answer = self._by_cookies(claim)
        refs = tuple([held.ref for held in answer.cookies[:_MOST]])
        why = answer.why
        if len(answer.cookies) > 1:
            why += f" ({count(len(answer.cookies), 'cookie')})"
        return JudgedClaim(claim, answer.verdict, why, refs or self._aside(claim))

    def _by_cookies(self, claim: Claim) -> _Answer:
        if claim.subject is Subject.OTHER_SITES:
            return _Answer(ClaimVerdict.NOT_TESTABLE, "it speaks of other sites")
        if _lists_all(claim):
            return self._complete()
        if claim.stance is Stance.DENIED:
            return self._denied(claim)
        if claim.field == "anonymous_visit":
            return self._anonymous()
        if claim.field == "storage" or claim.storage != "cookie":
            return _Answer(ClaimVerdict.NOT_MEASURED, "local storage is not in a cookie store")
        seen = self._seen(claim)
        if seen is None:
            return _Answer(ClaimVerdict.NOT_TESTABLE, _NO_COOKIE)
        if seen:
            told = self._shown(seen)
            return _Answer(ClaimVerdict.KEPT, f"seen: {told}" if told else "seen", seen)
        only_tried = self._tried._seen(claim) if self._case.only_tried else None
        if only_tried:
            return _Answer(
                ClaimVerdict.NOT_MEASURED, f"tried, refused: {all_tried(self._case, only_tried)}", only_tried
            )
        return _Answer(ClaimVerdict.NOT_MEASURED, _NOT_SEEN)

    def _shown(self, seen: Sequence[CookieCase]) -> str:
        """What a visit shows of cookies; many claims are shown by the same list, which is kept so that its id holds."""
        if not self._case.evidence.sightings:
            return ""
        found = self._told.get(id(seen))
        if found is None:
            found = self._told[id(seen)] = seen, shown(self._case, seen)
        return found[1]

    @cached_property
    def _tried(self) -> "_Judge":
        """The same for cookies that were asked for and that the browser of a visit refused."""
        return _Judge(replace(self._case, cookies=self._case.only_tried), ())

    def _seen(self, claim: Claim) -> Sequence[CookieCase] | None:
        """Return the cookies that show a declared claim; ``None`` where no cookie could."""
        if claim.field == NAMED:
            return self._matched.get(claim.id, ())
        if claim.vendor is not None:
            return self._by_vendor(claim.vendor, claim)
        stated = stated_purpose(claim.field)
        key = (claim.field, claim.subject is Subject.THIRD_PARTIES)
        if key not in self._answers:
            self._answers[key] = self._of_field(claim, stated)
        return self._answers[key]

    def _of_field(self, claim: Claim, stated: StatedPurpose | None) -> Sequence[CookieCase] | None:
        if stated is not None:
            purposes, of_third = DECLARES[stated], claim.subject is Subject.THIRD_PARTIES
            return self._case.where(
                lambda kind: kind.label.purpose in purposes and (kind.third or kind.label.vendor or not of_third)
            )
        test = _TESTS.get(claim.field)
        return None if test is None else self._case.where(test)

    def _by_vendor(self, vendor_id: str, claim: Claim) -> Sequence[CookieCase]:
        found = self._vendors.get(vendor_id, [])
        stated = claim.purpose or stated_purpose(claim.field)
        return [held for held in found if stated is None or held.label.purpose in DECLARES[stated]]

    def _denied(self, claim: Claim) -> _Answer:
        if claim.scope in (Scope.CONDITION, Scope.PAGE):
            where = "under a condition" if claim.scope is Scope.CONDITION else "for a page"
            return _Answer(ClaimVerdict.NOT_TESTABLE, f"it holds {where}, which a cookie does not show")
        against = _AGAINST.get(claim.field)
        stated = stated_purpose(claim.field)
        if stated is not None:
            purposes = DECLARES[stated]
            return self._kept_unless(lambda kind: kind.label.purpose in purposes, _purpose_unknown)
        if against is not None:
            answer = self._kept_unless(*against, own=claim.field in _OWN)
            return self._beside(answer) if claim.field == _TRACKING else answer
        if claim.field == "personal_data_in_cookies":
            read = any(held.cookie.value is not None for held in self._case.cookies)
            return _Answer(
                *(
                    (ClaimVerdict.NOT_TESTABLE, _NO_COOKIE)
                    if read
                    else (ClaimVerdict.NOT_MEASURED, "values were not read")
                )
            )
        return _Answer(ClaimVerdict.NOT_TESTABLE, _NO_COOKIE)

    def _kept_unless(
        self, breaks: Callable[[CaseKind], bool], doubtful: Callable[[CaseKind], bool], *, own: bool = False
    ) -> _Answer:
        """A denial that no cookie breaks; ``own`` is one of the site's own cookies, for which those seen are enough."""
        case = self._case
        if any(breaks(kind) for kind in case.kinds if kind.own or not own):
            return _Answer(ClaimVerdict.NOT_MEASURED, "a cookie may break it, and is not sure enough to say so")
        refused = [held for held in case.only_tried if breaks(held.kind) and (held.own or not own)]
        if refused:
            why = f"tried, and refused by the browser, which keeps no promise: {all_tried(case, refused)}"
            return _Answer(ClaimVerdict.NOT_MEASURED, why, refused)
        if not case.evidence.proves_visit and not (own and case.cookies):
            seen = "which third parties the site uses cannot be told from a browser's store"
            unseen = "no cookie of the site was seen, and nothing says that it was visited"
            return _Answer(ClaimVerdict.NOT_MEASURED, seen if case.cookies else unseen)
        unknown = case.where(doubtful)
        if unknown:
            return _Answer(ClaimVerdict.NOT_MEASURED, "what these cookies do is not known", unknown)
        return _Answer(ClaimVerdict.KEPT, f"none among {count(len(case.cookies), 'cookie')}")

    def _beside(self, answer: _Answer) -> _Answer:
        """Say beside a kept denial of tracking what recognises the browser on this site: the word is read both ways.

        An identifier for advertising keeps no such promise: what its company does with it elsewhere, it does not show.
        """
        seen = self._case.where(lambda kind: kind.label.is_tracking)
        if answer.verdict is not ClaimVerdict.KEPT or not seen:
            return answer
        ads = [held for held in seen if held.label.group is Group.MARKETING]
        first = named((ads or seen)[0])
        others = " and others" if len(ads or seen) > 1 else ""
        if ads:
            why = (
                f"{answer.why} tracks across sites by itself; {first}{others} recognises the browser on this site for "
                "advertising, and what is done with that elsewhere no cookie shows"
            )
            return _Answer(ClaimVerdict.NOT_MEASURED, why, ads)
        why = f"{answer.why} tracks across sites; on this site the browser is recognised by {first}{others}"
        return answer._replace(why=why, cookies=seen)

    def _complete(self) -> _Answer:
        case = self._case
        if not case.cookies and not case.evidence.proves_visit:
            return _Answer(ClaimVerdict.NOT_MEASURED, "no cookie of the site was seen")
        if self._doubtful:
            return _Answer(ClaimVerdict.NOT_MEASURED, "a cookie is likely outside it, which is not sure enough")
        if not case.evidence.proves_visit:
            return _Answer(
                ClaimVerdict.NOT_MEASURED, "the site's own cookies are declared; third parties cannot be told"
            )
        tried = [held for held in case.only_tried if not held.matches and held.label.purpose not in EXEMPT]
        if tried:
            why = f"others were tried, and refused by the browser, which keeps no promise: {all_tried(case, tried)}"
            return _Answer(ClaimVerdict.NOT_MEASURED, why, tried)
        return _Answer(ClaimVerdict.KEPT, "every cookie seen is declared, or need not be")

    def _anonymous(self) -> _Answer:
        kinds = self._case.kinds
        tried = any(held.label.tracks is not Tracks.NO and held.persistent for held in self._case.only_tried)
        if kinds and not tried and all(kind.label.tracks is Tracks.NO or kind.session is not False for kind in kinds):
            return _Answer(ClaimVerdict.KEPT, "no persistent identifier was seen")
        return _Answer(ClaimVerdict.NOT_MEASURED, "whether a cookie identifies the visitor is not known")

    def _aside(self, claim: Claim) -> tuple[CookieRef, ...]:
        """Cookies in this browser, site unknown, that the claim speaks of."""
        vendors = {claim.vendor} - {None}
        found = [cookie for cookie, label in self._case.aside if label.vendor in vendors]
        return tuple(CookieRef.of(cookie) for cookie in found[:_MOST])

    @cached_property
    def _matched(self) -> Mapping[str, Sequence[CookieCase]]:
        table: dict[str, list[CookieCase]] = {}
        ids = {id(kind): [match.claim.id for match in kind.named_by()] for kind in self._case.kinds if kind.matches}
        for held in self._case.where(lambda kind: ids.get(id(kind))):
            for claim_id in ids[id(held.kind)]:
                table.setdefault(claim_id, []).append(held)
        return table

    @cached_property
    def _vendors(self) -> Mapping[str, Sequence[CookieCase]]:
        table: dict[str, list[CookieCase]] = {}
        for held in self._case.where(lambda kind: kind.label.vendor is not None):
            table.setdefault(held.kind.label.vendor or "", []).append(held)
        return table


def _by_findings(claim: Claim, verdict: ClaimVerdict, found: Sequence[Finding]) -> JudgedClaim:
    worst = max({item.level for item in found}, key=lambda level: level.rank)
    gravest = next(item for item in found if item.level is worst)
    shown: dict[CookieRef, None] = {}
    for item in found:
        shown |= dict.fromkeys([ref for ref in (item.cookie, *item.others[:_MOST]) if ref is not None])
        if len(shown) >= _MOST:  # a claim that lists all may be broken by very many
            break
    codes = tuple(sorted({item.code for item in found}))
    return JudgedClaim(claim, verdict, gravest.message, tuple(shown)[:_MOST], codes)


def _lists_all(claim: Claim) -> bool:
    return claim.field in ("complete", "enumerates") or closes_list(claim)


def _purpose_unknown(kind: CaseKind) -> bool:
    return kind.label.purpose is Purpose.UNKNOWN


def _never(_: CaseKind) -> bool:
    return False


def _tracks_unknown(kind: CaseKind) -> bool:
    return kind.third and kind.label.tracks is Tracks.UNKNOWN


def _is_dart(label: Label) -> bool:
    return label.subtype is Subtype.GOOGLE_DART


_TESTS: Final[Mapping[str, Callable[[CaseKind], bool]]] = {
    "cookies": lambda kind: True,
    "first_party_cookies": lambda kind: kind.own,
    "third_party_cookies": lambda kind: kind.third,
    "session_cookies": lambda kind: kind.session is True,
    "persistent_cookies": lambda kind: kind.session is False,
    _TRACKING: lambda kind: kind.label.tracks is Tracks.CROSS_SITE,
    "dart_cookie": lambda kind: _is_dart(kind.label),
    "controls.consent_tool": lambda kind: kind.label.purpose is Purpose.CONSENT,
}
_OWN: Final = frozenset({"persistent_cookies", "session_cookies"})
# What would break a denial, and what leaves it open.
_AGAINST: Final[Mapping[str, tuple[Callable[[CaseKind], bool], Callable[[CaseKind], bool]]]] = {
    "cookies": (lambda kind: kind.label.purpose is not Purpose.OPT_OUT, _never),
    "first_party_cookies": (lambda kind: kind.own and kind.label.purpose is not Purpose.OPT_OUT, _never),
    "third_party_cookies": (lambda kind: kind.third and kind.label.purpose is not Purpose.OPT_OUT, _never),
    "persistent_cookies": (lambda kind: kind.session is False, lambda kind: kind.session is None),
    "session_cookies": (lambda kind: kind.session is True, lambda kind: kind.session is None),
    _TRACKING: (lambda kind: kind.label.tracks is Tracks.CROSS_SITE, _tracks_unknown),
}
