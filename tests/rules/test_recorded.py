# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a visit shows of cookies is worded once where it is the same for all."""

from types import MappingProxyType
from typing import cast

from make.audits import cookie

from inspector.core.cookie import Cookie
from inspector.core.evidence import Evidence, Refusal, Sighting
from inspector.rules.case import Case, CookieCase
from inspector.rules.recorded import all_tried, shown

PAGE = "https://shop.test/"
BOTH = ("Chromium 156 as delivered", "Chromium 156 with third parties allowed")
WHY = "ThirdPartyPhaseout: third parties' cookies are blocked"


class _Held:
    """As much of a cookie's case as the wording asks for."""

    def __init__(self, held: Cookie) -> None:
        self.cookie = self.ref = held


class _Case:
    """As much of a case as the wording asks for."""

    def __init__(self, evidence: Evidence, refused: tuple[Refusal, ...]) -> None:
        self.evidence = evidence
        self.refused_by_browser = MappingProxyType({it.cookie.key: (it,) for it in refused})


def _found(count: int) -> list[Cookie]:
    return [cookie(f"c{number}", "shop.test") for number in range(count)]


def _shown(sightings: list[Sighting]) -> str:
    found = _found(len(sightings))
    evidence = Evidence(sightings={held.key: seen for held, seen in zip(found, sightings, strict=True)})
    return shown(cast("Case", _Case(evidence, ())), [cast("CookieCase", _Held(held)) for held in found])


def _tried(whys: list[str]) -> str:
    found = _found(len(whys))
    seen = Sighting(PAGE, setter=f"{PAGE}tag.js")
    refused = tuple(Refusal(held, why, seen, BOTH[0]) for held, why in zip(found, whys, strict=True))
    return all_tried(cast("Case", _Case(Evidence(), refused)), [cast("CookieCase", _Held(held)) for held in found])


def test_page_and_runs_of_all_stand_once() -> None:
    seen = [Sighting(PAGE, setter=PAGE, runs=BOTH), *(Sighting(PAGE, setter=f"{PAGE}tag.js", runs=BOTH),) * 3]
    assert _shown(seen) == (
        f"c0 of shop.test was set by the page itself; c1 of shop.test was set by {PAGE}tag.js; "
        f"c2 of shop.test was set by {PAGE}tag.js; and 1 more cookie; all on {PAGE} ({BOTH[0]} and {BOTH[1]})"
    )


def test_one_cookie_has_its_page_and_runs_beside_it() -> None:
    assert _shown([Sighting(PAGE, setter=PAGE, runs=BOTH[:1])]) == (
        f"c0 of shop.test was set by {PAGE} on {PAGE} ({BOTH[0]})"
    )


def test_what_differs_is_told_of_each() -> None:
    text = _shown([Sighting(PAGE, setter="a.js", runs=BOTH), Sighting(f"{PAGE}cart", setter="a.js", runs=BOTH[:1])])
    assert text == (
        f"c0 of shop.test was set by a.js on {PAGE} ({BOTH[0]} and {BOTH[1]}); "
        f"c1 of shop.test was set by a.js on {PAGE}cart ({BOTH[0]})"
    )


def test_a_reason_that_all_share_is_told_once() -> None:
    assert _tried([WHY, WHY]) == (
        f"c0 of shop.test was asked for by {PAGE}tag.js; c1 of shop.test was asked for by {PAGE}tag.js; all on {PAGE}. "
        f"{BOTH[0]}: tried, refused ({WHY})"
    )


def test_different_reasons_stand_beside_their_cookies() -> None:
    text = _tried([WHY, "SameSiteNoneInsecure"])
    assert text.count("tried, refused") == 2
    assert text.endswith(f"{BOTH[0]}: tried, refused (SameSiteNoneInsecure)")


def test_of_several_cookies_the_refused_one_is_named() -> None:
    found = _found(2)
    seen = Sighting(PAGE, setter="a.js", runs=BOTH[1:])
    case = _Case(Evidence(sightings={held.key: seen for held in found}), (Refusal(found[1], WHY, seen, BOTH[0]),))
    text = shown(cast("Case", case), [cast("CookieCase", _Held(held)) for held in found])
    assert text.endswith(f"; all on {PAGE} ({BOTH[1]}); c1 of shop.test in {BOTH[0]}: tried, refused ({WHY})")
