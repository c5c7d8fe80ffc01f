# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Why a rule cannot find anything in a case: what it needs was not handed in. Empty where it can."""

from inspector.core.report import Completeness
from inspector.rules.case import Case
from inspector.rules.purposes import NON_NECESSARY


def silent_policy(case: Case) -> str:
    """Nothing is undeclared where nothing is declared."""
    return case.standing.completeness_why if case.completeness is Completeness.SILENT else ""


def open_list(case: Case) -> str:
    """What is missing is known only of a policy that claims to be complete."""
    return "" if case.completeness is Completeness.COMPLETE else case.standing.completeness_why


def no_visit(case: Case) -> str:
    """Nothing was looked at in which a cookie could have been seen."""
    seen = case.cookies or case.evidence.proves_visit
    return "" if seen else "no cookie of the site is there, and nothing proves a visit"


def no_untouched_visit(case: Case) -> str:
    """Only a recording shows that nobody had chosen anything yet."""
    visits, sightings = case.evidence.visits, case.evidence.sightings
    if not visits:
        return "no visit was recorded"
    phased = any(sighting.before_choice is not None for sighting in sightings.values())
    if not phased and any(visit.interacted is not False for visit in visits):
        return "the recording does not say that the visitor did nothing"
    seen = all(held.cookie.key in sightings for held in case.cookies)
    return "" if seen else "not every cookie's setting was recorded"


def no_headers(case: Case) -> str:
    """Only a recorded header shows how a cookie was set: a store has what the browser made of it."""
    sightings = case.evidence.sightings
    if not any(sighting.from_header for sighting in sightings.values()):
        return "no Set-Cookie header was recorded"
    seen = (sightings.get(held.cookie.key) for held in case.cookies)
    every = all(sighting is not None and sighting.from_header for sighting in seen)
    return "" if every else "not every cookie's Set-Cookie header was recorded"


def no_refusal(case: Case) -> str:
    """Nothing is against a choice where none was recorded."""
    refused = any(consent.refused(group) for consent in case.consents for group in NON_NECESSARY)
    refused = refused or any(choice.refused for choice in case.evidence.choices)
    return "" if refused else "no refusal is recorded"


def no_browser_asked(case: Case) -> str:
    """Only a browser that was watched says what it refuses."""
    return "" if case.evidence.recorded else "no visit was recorded with a browser"
